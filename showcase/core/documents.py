"""What a record gives to search and to lists: one flat value, made when the record changes."""

from dataclasses import asdict, dataclass, field
from typing import Any

CardContext = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """The public face of one record, in every language.

    ``names`` maps language to name; ``terms`` are the words it is sorted under (crafts, materials,
    kind of thing, titles, maker), ``text`` all other searchable words; ``places`` are village
    names, aliases and former places, never expanded by synonyms; ``facets`` maps a
    facet's name to the value keys; ``stars`` are (stars, valid from, valid to) with ISO dates,
    because "valid now" changes without a save; ``price`` is the lowest one in the currency's
    smallest unit, for sorting; ``cards`` maps language to what the card component needs;
    ``parents`` are the codes of the records this document shows.
    """

    kind: str
    object_id: int
    code: str
    names: dict[str, str]
    text: str
    published_at: str
    terms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stars: tuple[tuple[int, str | None, str | None], ...] = ()
    price: int | None = None
    cards: dict[str, CardContext] = field(default_factory=dict)
    parents: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A JSON-able copy; tuples become lists."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "SearchDocument":
        """The inverse of :meth:`to_json`."""
        return cls(
            **{
                **data,
                "terms": tuple(data.get("terms", ())),
                "places": tuple(data.get("places", ())),
                "parents": tuple(data.get("parents", ())),
                "facets": {name: tuple(keys) for name, keys in data.get("facets", {}).items()},
                "stars": tuple(tuple(row) for row in data.get("stars", ())),
            }
        )
