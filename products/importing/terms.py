"""The staff's vocabularies as the importer reads them, once a run."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from products.importing.vocabulary import TermWords, Vocabulary, also_words
from showcase.core.importing import ImportContext
from showcase.core.models import Term


@dataclass(frozen=True, slots=True)
class TermList:
    """A vocabulary with its rows."""

    words: Vocabulary
    by_key: dict[str, Any]

    def rows(self, keys: Iterable[str]) -> list[Any]:
        """The terms of these keys, in this order."""
        return [self.by_key[key] for key in keys]


def term_list(model: type[Term], context: ImportContext) -> TermList:
    """The vocabulary of a model: its names in both languages and its other words."""
    return context.remember(f"terms:{model._meta.label}", lambda: _read(model))  # type: ignore[no-any-return]


def _read(model: type[Term]) -> TermList:
    """Headings of groups (``Gỗ``) are no words of a craft and stay out."""
    rows = {term.key: term for term in model._default_manager.all()}
    headings = {term.group_id for term in rows.values() if hasattr(term, "group_id")}
    rows = {key: term for key, term in rows.items() if term.pk not in headings}
    words = (
        TermWords(term.key, (term.name, term.translation("name", "en"), *also_words(term.also)))
        for term in rows.values()
    )
    return TermList(Vocabulary(words), rows)
