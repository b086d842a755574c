"""What exhibitions, events and stories give to search: one document for a page and its translation."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from wagtail.models import Page

from products.models import Product
from showcase.core.documents import CardContext, SearchDocument
from showcase.core.models import BasePage
from showcase.core.models.translation import SOURCE_LANGUAGE, target_languages
from showcase.core.registries import SearchSource
from showcase.images.models import CentreImage
from showcase.images.pictures import card_picture
from showcase.pages.models import EventPage, ExhibitionPage, StoryPage
from villages.documents import craft_keys
from villages.models import Craft

#: Letters of a page's introduction on its card.
LONGEST_GLOSS = 140
KINDS: dict[str, Any] = {"exhibition": ExhibitionPage, "event": EventPage, "story": StoryPage}


def page_code(page: Any) -> str:
    """Lower case and with a dash: never like a living code."""
    return f"page-{page.pk}"


def public_pages(pages: Any) -> QuerySet[Any]:
    """Those of these pages that anybody may see, below no page that is not public itself."""
    hidden = Page.objects.filter(live=False, numchild__gt=0).values_list("path", flat=True)
    below = Q(pk__in=())
    for path in hidden:
        below |= Q(path__startswith=path)
    found: QuerySet[Any] = pages.live().public().exclude(below)
    return found


def _sources(kind: str) -> QuerySet[Any]:
    """The Vietnamese pages of a kind with what their documents read."""
    pages = KINDS[kind]._default_manager.filter(locale__language_code=SOURCE_LANGUAGE)
    pages = public_pages(pages).select_related("locale", "picture").prefetch_related("picture__renditions")
    if kind == "story":
        pages = pages.select_related("craft__group")
    elif kind == "exhibition":
        pages = pages.prefetch_related("items__product__village")
    return pages


def build_document(kind: str, source: Any) -> SearchDocument | None:
    """The document of a public Vietnamese page with its translation, else ``None``."""
    if not source.is_source or not public_pages(KINDS[kind]._default_manager.filter(pk=source.pk)).exists():
        return None
    pages = {SOURCE_LANGUAGE: source, **_translations(source)}
    told = [page for page in pages.values() if not page.is_fallback]
    craft = getattr(source, "craft", None)
    texts = chain(chain.from_iterable(map(_texts, told)), _objects(source))
    return SearchDocument(
        kind=kind,
        object_id=source.pk,
        code=page_code(source),
        names={page.text_language: page.title for page in told},
        terms=_craft_names(craft),
        text="\n".join(dict.fromkeys(filter(None, texts))),
        facets={"craft": craft_keys([craft])} if craft else {},
        published_at=(source.first_published_at or timezone.now()).isoformat(),
        cards={
            language: page_card(kind, pages.get(language, source), language)
            for language in (SOURCE_LANGUAGE, *target_languages())
        },
    )


def page_card(kind: str, page: Any, language: str) -> CardContext:
    """What the card component needs, in one language. A page is no favourite."""
    craft = getattr(page.source, "craft", None)
    return {
        "kind": kind,
        "code": page_code(page.source),
        "no_heart": True,
        "url": page.get_url() or "",
        "name": page.title,
        "name_lang": page.text_language,
        "gloss": Truncator(page.intro).chars(LONGEST_GLOSS),
        "gloss_lang": page.text_language,
        "craft": craft.key if craft else "",
        "image": card_picture(page.source.picture, language),
    }


def _translations(source: Any) -> dict[str, Any]:
    """Public twins by language, also those that still say the same in Vietnamese."""
    twins = public_pages(type(source)._default_manager.filter(translation_key=source.translation_key))
    found = {}
    for twin in twins.exclude(pk=source.pk).select_related("locale"):
        twin.know_source(source)
        found[str(twin.locale.language_code)] = twin
    return found


def _texts(page: Any) -> Iterator[str]:
    """The words of a page in its language."""
    yield page.intro
    yield from (str(text).strip() for text in page.body.stream_block.get_searchable_content(page.body))


def _objects(source: Any) -> Iterator[str]:
    """Names and captions of the objects of a show; never of one that never was public."""
    for item in source.items.all() if isinstance(source, ExhibitionPage) else ():
        if item.product is None or _was_public(item.product):
            yield item.title_as_shown
            yield from (str(item.localized("caption", code)) for code in (SOURCE_LANGUAGE, *target_languages()))


def _was_public(product: Product) -> bool:
    return product.is_public or not (product.never_published or product.village.never_published)


def _craft_names(craft: Craft | None) -> tuple[str, ...]:
    if craft is None:
        return ()
    names = [str(craft.localized("name", language)) for language in (SOURCE_LANGUAGE, *target_languages())]
    return tuple(dict.fromkeys(names))


def _dependants(kind: str) -> Callable[[Model], Iterable[tuple[str, QuerySet[Any]]]]:
    model: Any = KINDS[kind]

    def dependants(instance: Model) -> Iterator[tuple[str, QuerySet[Any]]]:
        """The Vietnamese page of a translation; pages that show this picture or craft."""
        pages = model._default_manager.filter(locale__language_code=SOURCE_LANGUAGE)
        if isinstance(instance, model) and isinstance(instance, BasePage):
            if not instance.is_source:
                yield kind, pages.filter(translation_key=instance.translation_key)
        elif isinstance(instance, CentreImage):
            yield kind, pages.filter(picture=instance)
        elif isinstance(instance, Craft) and kind == "story":
            yield kind, pages.filter(Q(craft=instance) | Q(craft__group=instance))

    return dependants


def _source(kind: str) -> SearchSource:
    def build(page: Any) -> SearchDocument | None:
        return build_document(kind, page)

    def queryset() -> QuerySet[Any]:
        return _sources(kind)

    return SearchSource(kind, KINDS[kind], build, queryset, _dependants(kind))


PAGE_SOURCES = [_source(kind) for kind in KINDS]
