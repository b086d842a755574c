"""What sources say, by what they speak of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """All that is said of one thing; ``differs`` when staff marked one of the claims as disputed."""

    subject: str
    claims: list[Any]

    @property
    def differs(self) -> bool:
        return any(claim.disputed for claim in self.claims)

    @property
    def is_plain(self) -> bool:
        """One statement without a source that nobody doubts or checked: it reads as a fact, not as a claim."""
        claim = self.claims[0]
        return len(self.claims) == 1 and bool(self.subject) and not (claim.source or claim.disputed or claim.checked_on)


def by_subject(claims: Iterable[Any]) -> list[ClaimGroup]:
    """Claims in groups, in the order in which their subjects first come; nothing is inferred or weighed."""
    words = {
        "founding": _("Since when"),
        "founder": _("Who founded it"),
        "recognition": _("Recognition"),
        "materials": _("Materials"),
        "title": _("Titles"),
        "place": _("Where"),
        "price": _("Price"),
        "age": _("Age"),
    }
    groups: dict[str, list[Any]] = {}
    for claim in claims:
        groups.setdefault(claim.field.strip().lower(), []).append(claim)
    return [ClaimGroup(words.get(field, ""), found) for field, found in groups.items()]
