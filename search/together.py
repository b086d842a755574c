"""What the search page shows beside products: a few results of each other kind, and a way down to each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from search import levels
from search.documents import RELEVANCE, Hit, SearchQuery, SearchResults
from search.kinds import KINDS, LABELS
from search.params import ListParams
from showcase.core.cards import joined
from showcase.core.shaped import filled

#: How many of each kind are shown, in the order of the page.
SHOWN = {"village": 3, "artisan": 3, "glossary": 4, "exhibition": 3, "event": 3, "story": 3}
PRODUCTS = "product"
#: Words of a question that is put to all kinds.
LONGEST = 16
#: A result worth less than this part of the best of its kind only mentions what was asked: it stays in the whole list.
WEAK = 0.5
_WORDS = "glossary"


@dataclass(frozen=True, slots=True)
class Group:
    """Results of one kind; ``leads``: they come before the products.

    ``total`` counts what its list has, or its cards; ``best`` is what the first would be worth among all kinds.
    """

    kind: str
    total: int
    cards: tuple[SafeString, ...]
    leads: bool
    best: float = 0.0

    @property
    def has_more(self) -> bool:
        return self.total > len(self.cards)


def questions(query: SearchQuery) -> list[SearchQuery]:
    """What to ask beside the products: nothing on later pages, where products are filtered, for a whole paragraph."""
    if not query.text or query.filters or query.page != 1 or len(query.text.split()) > LONGEST:
        return []
    return [
        SearchQuery(kind, query.text, page_size=most, language=query.language, counted=())
        for kind, most in SHOWN.items()
    ]


def picked(found: Sequence[SearchResults]) -> list[list[Hit]]:
    """Of each kind the results to show: those not much worse than the first, where a list or the glossary has all."""
    return [_strong(results) if kind in KINDS or kind == _WORDS else list(results.hits)
            for kind, results in zip(SHOWN, found, strict=False)]  # fmt: skip


def groups(
    query: SearchQuery, products: SearchResults, found: Sequence[SearchResults], cards: Sequence[Sequence[SafeString]]
) -> list[Group]:
    """The kinds that have results. Those whose best result is worth more than the best product lead, the best first."""
    least = _best(PRODUCTS, products)
    is_ranked = query.sort in ("", RELEVANCE)
    made = []
    for kind, results, shown in zip(SHOWN, found, cards, strict=False):
        best = _best(kind, results)
        leads = not products.total or (is_ranked and best >= least)
        if shown:
            made.append(Group(kind, results.total if kind in KINDS else len(shown), tuple(shown), leads, best))
    leading = sorted((group for group in made if group.leads), key=lambda group: -group.best)
    return [*leading, *(group for group in made if not group.leads)]


def sections(groups: Sequence[Group], params: ListParams, request: HttpRequest) -> SafeString:
    """Groups as HTML, each with a way to all of its kind where there is such a list."""
    return mark_safe("".join(_section(group, params, request) for group in groups))


def ways_down(groups: Sequence[Group], products: int, request: HttpRequest) -> SafeString:
    """Links to what was found on the page, with the number of each kind; nothing where there is one kind only."""
    leading = [(group.kind, group.total) for group in groups if group.leads]
    others = [(group.kind, group.total) for group in groups if not group.leads]
    shown = [*leading, *([(PRODUCTS, products)] if products else []), *others]
    if len(shown) < 2:
        return SafeString()
    kinds = tuple(kind for kind, _total in shown)
    texts = {f"total{number}": str(total) for number, (_kind, total) in enumerate(shown)}
    return filled(
        "search/ways_down.html",
        request,
        texts,
        kinds,
        lambda texts: {
            "ways": [
                {"kind": kind, "label": LABELS[kind], "total": texts[f"total{number}"]}
                for number, kind in enumerate(kinds)
            ]
        },
    )


def _section(group: Group, params: ListParams, request: HttpRequest) -> SafeString:
    more_url = ListParams(reverse(f"{group.kind}_list"), params.q).url() if group.has_more else ""
    texts = {"hits": joined(group.cards), "more_url": more_url}
    return filled(
        "search/group.html",
        request,
        texts,
        group.kind,
        lambda texts: {"kind": group.kind, "title": LABELS[group.kind], "is_words": group.kind == _WORDS, **texts},
    )


def _strong(results: SearchResults) -> list[Hit]:
    # What staff put first is worth no more here: it would leave nothing else to be shown.
    worth = [hit.score % levels.PROMOTED for hit in results.hits]
    least = max(worth, default=0.0) * WEAK
    return [hit for hit, own in zip(results.hits, worth, strict=True) if own >= least or hit.score >= levels.PROMOTED]


def _best(kind: str, results: SearchResults) -> float:
    """What the best result would be worth in a search of all kinds."""
    return results.hits[0].score + levels.KINDS.get(kind, 0.0) if results.hits else float("-inf")
