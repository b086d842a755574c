"""What the words of the glossary give to search."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.text import Truncator

from showcase.core.documents import CardContext, SearchDocument
from showcase.core.registries import SearchSource
from villages.models import Craft, GlossaryTerm

#: Letters of a meaning on its card.
LONGEST_GLOSS = 140
#: A word has no date and is never new.
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC).isoformat()


def word_card(term: GlossaryTerm, language: str) -> CardContext:
    """A word, its meaning, and the place where it is explained. It is no favourite."""
    name, meaning = term.localized("name", language), term.localized("definition", language)
    return {
        "kind": "glossary",
        "code": f"term-{term.pk}",
        "no_heart": True,
        "url": term.get_absolute_url(language),
        "name": str(name),
        "name_lang": name.language,
        "gloss": Truncator(str(meaning)).chars(LONGEST_GLOSS),
        "gloss_lang": meaning.language,
        "craft": term.craft.key if term.craft else "",
        "image": None,
    }


def build_word_document(term: GlossaryTerm) -> SearchDocument:
    """Every word is public."""
    languages = [language for language, _name in settings.LANGUAGES]
    names = {name.language: str(name) for name in (term.localized("name", language) for language in languages)}
    meanings = [str(term.localized("definition", language)) for language in languages]
    crafts = [str(term.craft.localized("name", language)) for language in languages] if term.craft else []
    also = [word.strip() for word in term.also.split(";")]
    return SearchDocument(
        kind="glossary",
        object_id=term.pk,
        code=f"term-{term.pk}",
        names=names,
        terms=tuple(dict.fromkeys(filter(None, [*also, *crafts]))),
        text="\n".join(dict.fromkeys(meanings)),
        facets={"craft": (term.craft.key,)} if term.craft else {},
        published_at=ALWAYS,
        cards={language: word_card(term, language) for language in languages},
    )


def _words() -> QuerySet[GlossaryTerm]:
    return GlossaryTerm.objects.select_related("craft")


def _dependants(instance: Model) -> Iterable[tuple[str, QuerySet[Any]]]:
    """Words of a craft show its name."""
    if isinstance(instance, Craft):
        yield "glossary", GlossaryTerm.objects.filter(craft=instance)


GLOSSARY_SOURCE = SearchSource("glossary", GlossaryTerm, build_word_document, _words, _dependants)
