"""What changes villages and artisans."""

from typing import Any

from django.db import transaction

from showcase.core import moderation
from villages.models import Artisan
from villages.models.artisan import consent_circumstances


@transaction.atomic
def record_consent(
    artisan: Artisan, *, user: Any = None, channel: str = "", text_version: str = "", **purposes: bool
) -> None:
    """Apply consents at once (``may_show_name=True``) and write the ledger with how they were given.

    Raises :class:`showcase.core.moderation.FactError` for an unknown purpose.
    """
    unknown = [name for name in purposes if name not in Artisan.CONSENTS]
    if unknown:
        raise moderation.FactError(f"{', '.join(unknown)}: not a consent")
    circumstances = {"channel": channel, "text_version": text_version, "recorded_by": user}
    token = consent_circumstances.set(circumstances)
    try:
        moderation.change_live_facts(artisan, user=user, **purposes)
    finally:
        consent_circumstances.reset(token)
