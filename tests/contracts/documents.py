"""Small search documents of our own: the contract needs no record."""

from datetime import UTC, datetime, timedelta
from itertools import count

from showcase.core.codes import ALPHABET, LENGTH
from showcase.core.documents import SearchDocument

_numbers = count(1)
START = datetime(2026, 1, 1, tzinfo=UTC)


def code_of(number: int) -> str:
    """A code that sorts like its number."""
    letters = sorted(ALPHABET)
    digits = []
    for _position in range(LENGTH):
        number, rest = divmod(number, len(letters))
        digits.append(letters[rest])
    return "".join(reversed(digits))


def document(
    vi: str,
    en: str = "",
    *,
    kind: str = "product",
    terms: tuple[str, ...] = (),
    text: str = "",
    places: tuple[str, ...] = (),
    facets: dict[str, tuple[str, ...]] | None = None,
    stars: tuple[tuple[int, str | None, str | None], ...] = (),
    price: int | None = None,
    age: int | None = None,
    code: str = "",
) -> SearchDocument:
    """A document; the later made, the newer, unless ``age`` gives days before 2026."""
    number = next(_numbers)
    moment = START + timedelta(minutes=number) if age is None else START - timedelta(days=age)
    names = {"vi": vi, **({"en": en} if en else {})}
    return SearchDocument(
        kind=kind,
        object_id=number,
        code=code or code_of(number),
        names=names,
        terms=terms,
        text=text,
        published_at=moment.isoformat(),
        places=places,
        facets=facets or {},
        stars=stars,
        price=price,
        cards={language: {"name": names.get(language, vi), "url": f"/{number}/"} for language in ("vi", "en")},
    )
