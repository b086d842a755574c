"""From hits to cards."""

from collections.abc import Collection, Sequence

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from search.documents import Hit, SearchDocument, SearchQuery
from search.engines import get_engine
from search.entries import documents_of
from showcase.core.cards import Filters, render_card, stored_cards, with_stars
from showcase.core.models import RenderedCard


def cards_of(hits: Sequence[Hit], language: str) -> list[SafeString]:
    """The cards of hits in their order; a record that left the public since is left out."""
    html = stored_cards([hit.code for hit in hits], language) if settings.STORED_HTML else {}
    missing = [hit.code for hit in hits if hit.code not in html]
    for code, data in documents_of(missing).items():
        html[code] = _rendered(SearchDocument.from_json(data), language)
    return [with_stars(html[hit.code], hit.stars, language) for hit in hits if hit.code in html]


def newest(
    kind: str, limit: int, filters: Filters, without: Collection[str], request: HttpRequest | None
) -> list[SafeString]:
    """The newest of a kind; see ``showcase.core.cards.newest_cards``."""
    engine = get_engine()
    engine.refresh(request)
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    hits = engine.search(SearchQuery(kind, filters=filters, page_size=limit + len(without), language=language)).hits
    return cards_of([hit for hit in hits if hit.code not in without][:limit], language)


def rendered_cards(document: SearchDocument) -> list[RenderedCard]:
    """The rows to store for a document, one for each language."""
    return [
        RenderedCard(code=document.code, language=language, html=_rendered(document, language))
        for language in document.cards
    ]


def _rendered(document: SearchDocument, language: str) -> SafeString:
    card = document.cards.get(language) or next(iter(document.cards.values()), {})
    return render_card(card, language, ends=bool(document.stars))
