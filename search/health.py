"""Which engine answers now: a word for a machine that watches, a calm line for staff."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from search.documents import Standby
from search.engines import get_engine

#: The task worker tells the server of a change within moments; after so long somebody should look.
TOO_LONG = timedelta(minutes=10)


def told() -> dict[str, str | int]:
    """For ``/health``: who answers, and how many questions of this process the standby has answered."""
    engine = get_engine()
    health = engine.health()
    return {"search": "standby" if health.standby else engine.name, "search_fallbacks": health.fallbacks}


def line_for_staff() -> str:
    """What staff should know of the engine; nothing while all is well."""
    health = get_engine().health()
    if health.standby is None or health.since is None:
        return ""
    if health.standby is Standby.AWAY:
        said = _(
            "The search server has not answered since %(moment)s. The site searches by its own index meanwhile; "
            "visitors notice nothing."
        )
    elif timezone.now() - health.since > TOO_LONG:
        said = _(
            "Changes have waited for the search server since %(moment)s. The site searches by its own index meanwhile; "
            "visitors notice nothing. Please tell whoever runs the site."
        )
    else:
        return ""
    return said % {"moment": _moment(health.since)}


def _moment(since: datetime) -> str:
    """Only the time of day when it is of today."""
    local = timezone.localtime(since)
    if local.date() == timezone.localdate():
        return local.strftime("%H:%M")
    return f"{local:%H:%M}, {date_format(local, 'SHORT_DATE_FORMAT')}"
