"""The words for facets and their values, kept per language until the engine has news."""

from dataclasses import dataclass
from html import escape
from typing import Any

from search.engines.base import SearchEngine
from showcase.core.registries import facets


@dataclass(frozen=True, slots=True)
class FacetLabels:
    """One facet in one language: its name for visitors, and its values in order.

    ``values`` maps keys to labels; ``written`` has of each value its key, its label, and both as HTML has them.
    """

    name: str
    label: Any
    values: dict[str, str]
    written: tuple[tuple[str, str, str, str], ...]

    @classmethod
    def of(cls, name: str, label: Any, values: dict[str, str]) -> "FacetLabels":
        """Write all values once: a list page shows two hundred of them."""
        written = [(key, text, escape(str(text)), escape(key)) for key, text in values.items()]
        return cls(name, label, values, tuple(written))


#: With the engine itself: the number of one that is gone may be that of another.
_kept: dict[str, tuple[SearchEngine, int, list[FacetLabels]]] = {}


def facet_labels(engine: SearchEngine, language: str) -> list[FacetLabels]:
    """All facets with their labels, read again after every change of records or vocabularies."""
    kept = _kept.get(language)
    if kept is None or kept[0] is not engine or kept[1] != engine.state:
        labels = [FacetLabels.of(source.name, source.label, source.labels(language)) for source in facets]
        kept = _kept[language] = (engine, engine.state, labels)
    return kept[2]
