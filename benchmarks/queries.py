"""200 mixed queries out of a catalogue, the same for the same catalogue."""

from collections.abc import Iterator, Sequence
from random import Random

from search.documents import SearchQuery
from search.listing import UNLISTED
from search.models import SearchEntry, Synonym
from search.text import folded_line
from showcase.core.registries import facets

COUNT = 200
SEED = 6


def mixed(count: int = COUNT) -> list[SearchQuery]:
    """Words of names as typed: with marks, without, begun, joined, with a slip, in English; a third filtered."""
    random = Random(SEED)
    entries = list(
        SearchEntry.objects.filter(kind="product", stale=False)
        .order_by("code")
        .values_list("features", flat=True)[: count * 40 : 40]
    )
    english = [word for row in Synonym.objects.order_by("pk") for word in row.canonical_en.split(",") if word.strip()]
    typed = _typed(random, entries, english)
    counted = tuple(name for name in facets.names() if name not in UNLISTED)  # those that pages show
    return [
        SearchQuery("product", text, _filters(random, features["facets"]), page_size=24, counted=counted)
        for text, features in zip(typed, entries, strict=False)
    ]


def _typed(random: Random, entries: Sequence[dict[str, list[str]]], english: Sequence[str]) -> Iterator[str]:
    for number, features in enumerate(entries):
        words = features["names"][0].split()
        some = words[: random.randint(1, min(3, len(words)))]
        yield (
            " ".join(some),
            folded_line(" ".join(some)),
            folded_line(" ".join(some))[:-1] or some[0],
            folded_line(" ".join(words[:2])).replace(" ", ""),
            _slipped(random, folded_line(" ".join(words[:2]))),
            english[number % len(english)].strip() if english else some[0],
            " ".join(random.sample(words, min(2, len(words)))),
            folded_line(" ".join(words)),
        )[number % 8]


def _slipped(random: Random, text: str) -> str:
    place = random.randrange(1, max(2, len(text) - 1))
    return text[: place - 1] + text[place : place + 1] + text[place - 1] + text[place + 1 :]


def _filters(random: Random, facets: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    names = sorted(name for name, keys in facets.items() if keys and name in ("craft", "village", "price"))
    if not names or random.random() > 1 / 3:
        return {}
    name = random.choice(names)
    return {name: (facets[name][0],)}
