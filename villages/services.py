"""What changes villages and artisans."""

from typing import Any

from django.db import transaction

from showcase.core import moderation
from villages.models import Artisan, Consent


@transaction.atomic
def record_consent(
    artisan: Artisan, *, user: Any = None, channel: str = "", text_version: str = "", **purposes: bool
) -> None:
    """Write the consent ledger and apply it at once: ``may_show_name=True``.

    Raises :class:`showcase.core.moderation.FactError` for an unknown purpose.
    """
    unknown = [name for name in purposes if name not in Artisan.CONSENTS]
    if unknown:
        raise moderation.FactError(f"{', '.join(unknown)}: not a consent")
    for purpose, granted in purposes.items():
        if getattr(artisan, purpose) != granted:
            Consent.objects.create(
                artisan=artisan,
                purpose=purpose,
                granted=granted,
                channel=channel,
                text_version=text_version,
                recorded_by=user,
            )
    moderation.change_live_facts(artisan, user=user, **purposes)
