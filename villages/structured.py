"""What the pages of villages and artisans tell machines."""

from django.utils import translation
from django.utils.translation import gettext as _

from showcase.core.addresses import absolute, home_path, named_path
from showcase.core.findable import Findable
from showcase.core.jsonld import Node, breadcrumb, filled
from showcase.core.models import Record
from showcase.core.sharing import ShareCard
from showcase.images.pictures import picture_data
from showcase.images.sharing import photo_of
from villages.models import Artisan, Village
from villages.presentation import place_name, point_of


def trail(
    list_route: str, list_label: str, record: Record, language: str, parent: Record | None = None
) -> list[tuple[str, str]]:
    """The breadcrumb as the page shows it (components/breadcrumb.html): pairs of name and path, the page last."""
    steps = [(_("Home"), home_path(language)), (list_label, named_path(list_route, language))]
    if parent is not None and parent.is_public:
        steps.append((str(parent.localized("name", language)), parent.get_absolute_url(language)))
    return [*steps, (str(record.localized("name", language)), "")]


def village_findable(village: Village, language: str) -> Findable:
    """The head of a public village's page."""
    with translation.override(language):
        steps = trail("village_list", _("Villages"), village, language)
        nodes = (village_node(village, language), breadcrumb(steps))
    return Findable(graph=nodes, picture=village_card(village, language).picture)


def village_node(village: Village, language: str) -> Node:
    """https://schema.org/Place; no more digits of the coordinates than are known."""
    address = absolute(village.get_absolute_url(language))
    picture = picture_data(village.picture, language)
    point = point_of(village)
    return filled(
        {
            "@type": "Place",
            "@id": f"{address}#village",
            "url": address,
            "name": str(village.localized("name", language)),
            "alternateName": [alias.name for alias in village.aliases.all()],
            "description": str(village.localized("summary", language) or village.localized("gloss", language)),
            "image": absolute(picture["src"]) if picture else "",
            "address": _address(village, language),
            "geo": {"@type": "GeoCoordinates", "latitude": point.latitude, "longitude": point.longitude}
            if point
            else None,
        }
    )


def _address(village: Village, language: str) -> Node | None:
    """The commune of today, once it is confirmed."""
    if village.commune is None or village.commune_to_confirm:
        return None
    return {
        "@type": "PostalAddress",
        "addressLocality": place_name(village.commune, language),
        "addressRegion": "Hà Nội",
        "addressCountry": "VN",
    }


def artisan_findable(artisan: Artisan, language: str) -> Findable:
    """The head of a public artisan's page: each fact only with the consent it needs."""
    with translation.override(language):
        steps = trail("artisan_list", _("Artisans"), artisan, language, parent=artisan.village)
        nodes = (artisan_node(artisan, language), breadcrumb(steps))
    kind = "profile" if artisan.kind == Artisan.Kind.PERSON else "website"
    return Findable(graph=nodes, kind=kind, picture=artisan_card(artisan, language).picture)


def artisan_node(artisan: Artisan, language: str) -> Node:
    """A person is a https://schema.org/Person; households, cooperatives and companies are an Organization."""
    address = absolute(artisan.get_absolute_url(language))
    is_person = artisan.kind == Artisan.Kind.PERSON
    portrait = picture_data(artisan.portrait, language) if artisan.may_show_photo else None
    return filled(
        {
            "@type": "Person" if is_person else "Organization",
            "@id": f"{address}#maker",
            "url": address,
            "name": str(artisan.localized("name", language)),
            "description": str(artisan.localized("summary", language)) if artisan.may_show_story else "",
            "image": absolute(portrait["src"]) if portrait else "",
            "award": [str(title.localized("title", language)) for title in artisan.titles.all()],
            "knowsAbout": [str(craft.localized("name", language)) for craft in artisan.crafts.all()],
            "workLocation" if is_person else "location": _home(artisan, language),
            "telephone": artisan.phone if artisan.may_show_phone else "",
            "address": artisan.address if artisan.may_show_address else "",
        }
    )


def _home(artisan: Artisan, language: str) -> Node | None:
    village = artisan.village
    if not village.is_public:
        return None
    return {
        "@type": "Place",
        "name": str(village.localized("name", language)),
        "url": absolute(village.get_absolute_url(language)),
    }


def village_card(village: Village, language: str) -> ShareCard:
    """The village and its crafts."""
    crafts = list(village.crafts.all())
    return ShareCard(
        key=village.code,
        language=language,
        name=str(village.localized("name", language)),
        line=", ".join(str(craft.localized("name", language)) for craft in crafts[:3]),
        ground=crafts[0].key if crafts else "",
        **photo_of(village.picture),
    )


def artisan_card(artisan: Artisan, language: str) -> ShareCard:
    """The artisan, the village when it is public, the portrait when that may be shown."""
    village, craft = artisan.village, next(iter(artisan.crafts.all()), None)
    return ShareCard(
        key=artisan.code,
        language=language,
        name=str(artisan.localized("name", language)),
        line=str(village.localized("name", language)) if village.is_public else "",
        ground=craft.key if craft else "",
        **photo_of(artisan.portrait if artisan.may_show_photo else None),
    )


def village_cards(village: Village) -> list[ShareCard]:
    """Those of a public village in every language."""
    return [village_card(village, language) for language in village.alternate_urls()] if village.is_public else []


def artisan_cards(artisan: Artisan) -> list[ShareCard]:
    """Those of a public artisan in every language."""
    return [artisan_card(artisan, language) for language in artisan.alternate_urls()] if artisan.is_public else []
