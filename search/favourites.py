"""The page of favourites: what is kept on a visitor's device, told by the address alone.

`?ma=CODE1,CODE2…` names the records; the page knows no visitor, so the address can be sent to anybody. The device keeps
the codes (js/favourites.js); without scripts the page still shows every list that somebody sends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.documents import SearchDocument
from search.engines.rows import stars_valid
from search.entries import documents_of
from showcase.core.codes import is_code
from showcase.core.findable import Findable

PARAMETER = "ma"
MOST = 100
#: So much of the parameter is read: a hundred codes, with blanks and commas to spare.
LONGEST = 2_000
KINDS = ("product", "village", "artisan")


@dataclass(frozen=True, slots=True)
class Kept:
    """A public record among those kept; ``card`` is what the card component needs."""

    kind: str
    code: str
    card: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an address asks for: the codes to show, how many words are no codes, whether there were too many."""

    codes: tuple[str, ...]
    strange: int = 0
    is_cut: bool = False

    @classmethod
    def read(cls, text: str) -> "Wish":
        """Codes divided by commas or blanks, in any case, each once, in their order."""
        words = dict.fromkeys(text[:LONGEST].upper().replace(",", " ").split())
        codes = [word for word in words if is_code(word)]
        return cls(tuple(codes[:MOST]), len(words) - len(codes), len(codes) > MOST or len(text) > LONGEST)

    def without(self, code: str) -> "Wish":
        """One code less."""
        return Wish(tuple(other for other in self.codes if other != code))

    def url(self) -> str:
        """The address of this list in the active language."""
        address = reverse("favourites")
        return f"{address}?{PARAMETER}={','.join(self.codes)}" if self.codes else address


@require_safe
def favourites(request: HttpRequest) -> HttpResponse:
    """The records of the address, by kind, each with an address of the list without it."""
    wish = Wish.read(request.GET.get(PARAMETER, ""))
    hits = kept_hits(wish.codes)
    found = {hit.code for hit in hits}
    shown = Wish(tuple(code for code in wish.codes if code in found))
    groups = {f"{kind}s": _kept(shown, [hit for hit in hits if hit.kind == kind]) for kind in KINDS}
    context = {
        **groups,
        "total": len(hits),
        "codes": " ".join(shown.codes),
        "share_url": f"{settings.SITE_URL.rstrip('/')}{shown.url()}",
        "missing": [code for code in wish.codes if code not in found],
        "strange": wish.strange,
        "is_cut": wish.is_cut,
        "most": MOST,
        "findable": Findable(canonical=shown.url(), robots="noindex"),
    }
    response = render(request, "search/favourites.html", context)
    response["Cache-Control"] = "private, no-cache"  # neither the page cache nor a proxy keeps what somebody likes
    return response


def _kept(shown: Wish, hits: list[Kept]) -> list[dict[str, Any]]:
    return [{"card": hit.card, "without_url": shown.without(hit.code).url()} for hit in hits]


def kept_hits(codes: Iterable[str]) -> list[Kept]:
    """The public records among these codes, in their order, in one query."""
    language = (get_language() or "vi").split("-")[0]
    today = timezone.localdate().isoformat()
    documents = documents_of(codes)
    return [_hit(documents[code], language, today) for code in codes if code in documents]


def _hit(document: SearchDocument, language: str, today: str) -> Kept:
    card = document.cards.get(language) or next(iter(document.cards.values()), {})
    stars = max(stars_valid(document.stars, today), default=None)
    return Kept(document.kind, document.code, {**card, "stars": stars})
