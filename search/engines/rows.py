"""What the embedded index keeps of an entry."""

from dataclasses import dataclass, field

Stars = tuple[tuple[int, str | None, str | None], ...]
PARTS = "\n\n"


@dataclass(frozen=True, slots=True)
class Row:
    """An entry. ``names`` are in the order of the site's languages; ``folded`` and ``marked`` have four parts."""

    kind: str
    code: str
    published: float
    names: tuple[str, ...]
    folded: str
    marked: str
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stars: Stars = ()
    price: int | None = None
    places: tuple[str, ...] = ()


def parts_of(text: str) -> list[str]:
    """Names, terms, prose and places of an entry's text, each of lines."""
    parts = text.split(PARTS)
    return parts if len(parts) == 4 else [parts[0], "", PARTS.join(parts[1:-1]), parts[-1] if len(parts) > 1 else ""]


def stars_valid(stars: Stars, day: str) -> set[int]:
    """The star numbers whose certificate is valid on an ISO day, both ends included."""
    return {number for number, start, end in stars if (not start or start <= day) and (not end or day <= end)}


def padded(lines: str) -> str:
    r"""Lines as ``\n a b \n``: a word is found as `` a ``, a beginning as ``\n a ``, a whole line too."""
    return "\n" + "\n".join([f" {line} " for line in lines.split("\n")]) + "\n"
