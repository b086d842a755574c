"""From hits to cards."""

from collections.abc import Collection, Sequence
from itertools import chain

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from search.documents import Hit, SearchDocument, SearchQuery
from search.engines import get_engine
from search.entries import documents_of
from showcase.core import fingerprint
from showcase.core.cards import Filters, render_card, stored_cards, with_stars
from showcase.core.models import RenderedCard, new_stamp


def cards_of(hits: Sequence[Hit], language: str) -> list[SafeString]:
    """The cards of hits in their order; a record that left the public since is left out."""
    return cards_of_groups([hits], language)[0]


def cards_of_groups(groups: Sequence[Sequence[Hit]], language: str) -> list[list[SafeString]]:
    """As :func:`cards_of` for several lists of hits, in one query."""
    html = _cards_by_code(list(chain.from_iterable(groups)), language)
    return [[html[hit.code] for hit in hits if hit.code in html] for hits in groups]


def _cards_by_code(hits: Sequence[Hit], language: str) -> dict[str, SafeString]:
    html = stored_cards([hit.code for hit in hits], language) if _are_stored() else {}
    missing = [hit.code for hit in hits if hit.code not in html]
    for code, document in documents_of(missing).items():
        html[code] = _rendered(document, language)
    return {hit.code: with_stars(html[hit.code], hit.stars, language) for hit in hits if hit.code in html}


def _are_stored() -> bool:
    """Whether the stored cards were made with the templates and translations of this process."""
    return settings.STORED_HTML and fingerprint.is_current()


def newest(
    kind: str, limit: int, groups: Sequence[Sequence[Filters]], without: Collection[str], request: HttpRequest | None
) -> list[list[SafeString]]:
    """The newest of a kind, group by group; see ``showcase.core.cards.newest_groups``."""
    engine = get_engine()
    engine.refresh(request)
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    seen, chosen = set(without), []
    for alternatives in groups:
        hits: list[Hit] = []
        for filters in alternatives:
            if len(hits) < limit:
                asked = SearchQuery(kind, "", filters, page_size=limit + len(seen), language=language, counted=())
                found = [hit for hit in engine.search(asked).hits if hit.code not in seen][: limit - len(hits)]
                hits += found
                seen.update(hit.code for hit in found)
        chosen.append(hits)
    return cards_of_groups(chosen, language)


def rendered_cards(document: SearchDocument) -> list[RenderedCard]:
    """The rows to store for a document, one for each language."""
    stamp = new_stamp()
    return [
        RenderedCard(code=document.code, language=language, stamp=stamp, html=_rendered(document, language))
        for language in document.cards
    ]


def _rendered(document: SearchDocument, language: str) -> SafeString:
    card = document.cards.get(language) or next(iter(document.cards.values()), {})
    return render_card(card, language, ends=bool(document.stars))
