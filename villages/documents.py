"""What villages and artisans give to search and lists."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils import timezone, translation

from showcase.core.documents import CardContext, SearchDocument
from showcase.core.registries import SearchSource
from showcase.core.text import fold
from showcase.images.models import CentreImage
from showcase.images.pictures import card_picture
from villages.models import Artisan, ArtisanTitle, Craft, Place, Technique, Village

#: Titles of the state and the city, folded, the highest first.
TITLES = ("nghe nhan nhan dan", "nghe nhan uu tu", "nghe nhan ha noi", "tho gioi")


def place_names(village: Village) -> tuple[str, ...]:
    """All names a visitor may look for: the village's, its hamlets', its places' then and now."""
    names = village.all_names()
    if village.commune:
        names.append(village.commune.name)
    if village.former_place:
        names += [village.former_place.name, village.former_place.district]
    names += [part.strip() for part in village.former_place_text.split(",")]
    return tuple(dict.fromkeys(name for name in names if name))


def village_card(village: Village, language: str) -> CardContext:
    """What the card component needs, in one language."""
    name, gloss = village.localized("name", language), village.localized("gloss", language)
    return {
        "kind": "village",
        "code": village.code,
        "url": village.get_absolute_url(language),
        "name": str(name),
        "name_lang": name.language,
        "gloss": str(gloss),
        "gloss_lang": gloss.language,
        "maker": "",
        "village": "",
        "place": village.commune.name if village.commune else "",
        "craft": next((craft.key for craft in village.crafts.all()), ""),
        "image": card_picture(village.picture, language),
    }


def highest_title(artisan: Artisan) -> ArtisanTitle | None:
    """The highest that the state gives, then the city; others after these in hand order."""

    def rank(title: ArtisanTitle) -> int:
        words = fold(title.title)
        return next((number for number, name in enumerate(TITLES) if name in words), len(TITLES))

    return min(artisan.titles.all(), key=rank, default=None)


def artisan_card(artisan: Artisan, language: str) -> CardContext:
    """As :func:`village_card`. The portrait only with consent."""
    name = artisan.localized("name", language)
    title = highest_title(artisan)
    portrait = artisan.portrait if artisan.may_show_photo else None
    return {
        "kind": "artisan",
        "code": artisan.code,
        "url": artisan.get_absolute_url(language),
        "name": str(name),
        "name_lang": name.language,
        "maker": str(title.localized("title", language)) if title else str(artisan.get_kind_display()),
        "village": str(artisan.village.localized("name", language)) if artisan.village.is_public else "",
        "craft": next((craft.key for craft in artisan.crafts.all()), ""),
        "initial": artisan.initial,
        "image": card_picture(portrait, language) if portrait else None,
    }


def _languages() -> list[str]:
    return [language for language, _name in settings.LANGUAGES]


def _in(language: str, card: Any, record: Any) -> CardContext:
    with translation.override(language):
        result: CardContext = card(record, language)
        return result


def _texts(record: Any, fields: tuple[str, ...]) -> list[str]:
    """The fields in every language, each text once."""
    pieces = [str(record.localized(field, language)) for language in _languages() for field in fields]
    return list(dict.fromkeys(filter(None, pieces)))


def _terms(terms: Iterable[Any], *others: str) -> tuple[str, ...]:
    names = [str(term.localized("name", language)) for language in _languages() for term in terms]
    return tuple(dict.fromkeys(filter(None, [*names, *others])))


def _said(claims: Iterable[Any]) -> list[str]:
    """What sources say of materials, founders and more, each text once."""
    return list(dict.fromkeys(text for claim in claims for text in _texts(claim, ("text",))))


def build_village_document(village: Village) -> SearchDocument | None:
    """The document of a public village, else ``None``."""
    if not village.is_public:
        return None
    crafts = list(village.crafts.all())
    return SearchDocument(
        kind="village",
        object_id=village.pk,
        code=village.code,
        names={language: str(village.localized("name", language)) for language in _languages()},
        terms=_terms(crafts, *_texts(village, ("gloss", "typical_products"))),
        text="\n".join(_texts(village, ("summary", "story")) + _said(village.claims.all())),
        places=place_names(village),
        facets={"craft": craft_keys(crafts)},
        published_at=(village.first_published_at or timezone.now()).isoformat(),
        cards={language: _in(language, village_card, village) for language in _languages()},
    )


def build_artisan_document(artisan: Artisan) -> SearchDocument | None:
    """The document of a public artisan, else ``None``. No story without consent."""
    if not artisan.is_public:
        return None
    crafts = list(artisan.crafts.all())
    fields = ("summary", "story") if artisan.may_show_story else ()
    titles = [title.title for title in artisan.titles.all()]
    village = artisan.village
    return SearchDocument(
        kind="artisan",
        object_id=artisan.pk,
        code=artisan.code,
        names={language: str(artisan.localized("name", language)) for language in _languages()},
        terms=_terms([*crafts, *artisan.techniques.all()], *titles, *_kind_names(artisan)),
        text="\n".join(_texts(artisan, fields)),
        places=place_names(village) if village.is_public else (),
        facets={"craft": craft_keys(crafts), "village": (village.code,) if village.is_public else ()},
        published_at=(artisan.first_published_at or timezone.now()).isoformat(),
        cards={language: _in(language, artisan_card, artisan) for language in _languages()},
        parents=(village.code,),
    )


def _kind_names(artisan: Artisan) -> list[str]:
    """Household, cooperative …, as the cards say it."""
    names = []
    for language in _languages():
        with translation.override(language):
            names.append(str(artisan.get_kind_display()))
    return names


def craft_keys(crafts: Iterable[Craft]) -> tuple[str, ...]:
    """The facet's values of these crafts: themselves and their groups."""
    keys: list[str] = []
    for craft in crafts:
        keys += [craft.key, *([craft.group.key] if craft.group else [])]
    return tuple(dict.fromkeys(keys))


def public_villages() -> QuerySet[Village]:
    """Public villages with all that the document reads."""
    return (
        Village.objects.public()
        .select_related("commune", "former_place", "picture")
        .prefetch_related(
            "aliases", "crafts__group", "titles", "claims", "steps__image__renditions", "picture__renditions"
        )
    )


def public_artisans() -> QuerySet[Artisan]:
    """Public artisans with all that the document reads."""
    return (
        Artisan.objects.public()
        .select_related("village", "village__commune", "village__former_place", "portrait")
        .prefetch_related("village__aliases", "crafts__group", "techniques", "titles", "portrait__renditions")
    )


def village_dependants(instance: Model) -> Iterable[tuple[str, QuerySet[Any]]]:
    """Villages that show this craft or place."""
    if isinstance(instance, Craft):
        yield "village", Village.objects.filter(crafts=instance)
    elif isinstance(instance, CentreImage):
        yield "village", Village.objects.filter(Q(picture=instance) | Q(steps__image=instance))
    elif isinstance(instance, Place):
        yield "village", Village.objects.filter(Q(commune=instance) | Q(former_place=instance))


def artisan_dependants(instance: Model) -> Iterable[tuple[str, QuerySet[Any]]]:
    """Artisans that show this village, craft, technique, place or portrait."""
    if isinstance(instance, Village):
        yield "artisan", Artisan.objects.filter(village=instance)
    elif isinstance(instance, Craft):
        yield "artisan", Artisan.objects.filter(crafts=instance)
    elif isinstance(instance, Technique):
        yield "artisan", Artisan.objects.filter(techniques=instance)
    elif isinstance(instance, Place):
        yield "artisan", Artisan.objects.filter(Q(village__commune=instance) | Q(village__former_place=instance))
    elif isinstance(instance, CentreImage):
        yield "artisan", Artisan.objects.filter(portrait=instance)


VILLAGE_SOURCE = SearchSource("village", Village, build_village_document, public_villages, village_dependants)
ARTISAN_SOURCE = SearchSource("artisan", Artisan, build_artisan_document, public_artisans, artisan_dependants)
