"""Facts that every centre must tell, for the dashboard's checklist."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from showcase.core.gaps import Fact
from showcase.core.models.translation import SOURCE_LANGUAGE
from showcase.pages.models import CentreSettings, ExhibitionIndexPage, ExhibitionPage, HomePage, WeeklyHours


def may_keep_settings(user: Any) -> bool:
    """Whether this user may change the centre's details."""
    return bool(policy_registry.get_by_type(CentreSettings).user_has_permission(user, "change"))


def may_add_pages(user: Any) -> bool:
    """Whether this user may add pages."""
    return bool(policy_registry.get_by_type(Page).user_has_permission(user, "add"))


def may_edit_pages(user: Any) -> bool:
    """Whether this user may edit pages."""
    return bool(policy_registry.get_by_type(Page).user_has_permission(user, "change"))


def _told(name: str) -> Callable[[], bool]:
    return lambda: bool(getattr(CentreSettings.load(), name))


def _settings_url() -> str:
    return reverse("wagtailsettings:edit", args=["pages", "centresettings"])


def _exhibitions_url() -> str:
    index = ExhibitionIndexPage.objects.filter(locale__language_code=SOURCE_LANGUAGE).first()
    root = index or Page.objects.get(depth=1)
    return reverse("wagtailadmin_explore", args=[root.pk])


def _english_home() -> HomePage | None:
    found: HomePage | None = HomePage.objects.exclude(locale__language_code=SOURCE_LANGUAGE).first()
    return found


def english_home_is_told() -> bool:
    """Whether the English home has a text of its own."""
    home = _english_home()
    return home is not None and home.alias_of_id is None and bool(home.intro)


def _english_home_url() -> str:
    home = _english_home()
    return reverse("wagtailadmin_pages:edit", args=[home.pk]) if home else reverse("wagtailadmin_explore_root")


OF_THE_CENTRE = {
    "name": _("The name of the centre"),
    "owner_name": _("The owner of the site, which the law asks for"),
    "registration": _("The owner's registration, which the law asks for"),
    "phone": _("The telephone number"),
    "email": _("The e-mail address"),
    "address": _("The address of the centre"),
    "getting_there": _("How to get to the centre"),
    "representative": _("Who answers for the site"),
    "hosting": _("Where the data lies, which the privacy statement tells"),
}

FACTS: dict[str, Fact] = {
    **{name: Fact(label, _told(name), _settings_url, may_keep_settings) for name, label in OF_THE_CENTRE.items()},
    "hours": Fact(_("The opening hours"), WeeklyHours.objects.exists, _settings_url, may_keep_settings),
    "exhibition": Fact(
        _("An exhibition that is public"),
        lambda: ExhibitionPage.objects.live().exists(),
        _exhibitions_url,
        may_add_pages,
    ),
    "english-home": Fact(_("The English home page"), english_home_is_told, _english_home_url, may_edit_pages),
}
