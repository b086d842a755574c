"""The words for facets and their values, kept per language until the engine has news."""

from dataclasses import dataclass
from typing import Any

from search.engines.base import SearchEngine
from showcase.core.registries import facets


@dataclass(frozen=True, slots=True)
class FacetLabels:
    """One facet in one language: its name for visitors, and its values in order."""

    name: str
    label: Any
    values: dict[str, str]


_kept: dict[str, tuple[tuple[int, int], list[FacetLabels]]] = {}


def facet_labels(engine: SearchEngine, language: str) -> list[FacetLabels]:
    """All facets with their labels, read again after every change of records or vocabularies."""
    state = (id(engine), engine.state)
    kept = _kept.get(language)
    if kept is None or kept[0] != state:
        labels = [FacetLabels(source.name, source.label, source.labels(language)) for source in facets]
        kept = _kept[language] = (state, labels)
    return kept[1]
