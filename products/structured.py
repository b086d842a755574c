"""What a product's page tells machines: a part that is made with the page, and certificates that end on their day."""

import datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from products.models import Availability, Certificate, PriceKind, Product
from showcase.core.addresses import absolute
from showcase.core.findable import Findable
from showcase.core.jsonld import Node, breadcrumb, filled
from showcase.core.sharing import ShareCard
from showcase.images.models import CentreImage
from showcase.images.pictures import picture_data
from showcase.images.sharing import photo_of
from villages.models import Artisan
from villages.structured import trail

#: https://schema.org/ItemAvailability; what is not for sale has no offer.
AVAILABILITY = {
    Availability.ONE_OF_A_KIND: "LimitedAvailability",
    Availability.IN_STOCK: "InStock",
    Availability.MADE_TO_ORDER: "MadeToOrder",
}


def product_head(product: Product, language: str) -> dict[str, Any]:
    """All that lasts as long as the product is not changed; JSON-able, to be kept with the rendered page.

    ``graph`` are the nodes, the product first; ``certificates`` are [first day or None, last day, node] (ISO dates);
    ``picture`` is the name of the share picture.
    """
    with translation.override(language):
        steps = trail("product_list", _("Products"), product, language, parent=product.village)
        certificates = [_dated(certificate, language) for certificate in product.certificates.all()]
        return {
            "graph": [product_node(product, language), breadcrumb(steps)],
            "certificates": [dated for dated in certificates if dated is not None],
            "picture": share_card(product, language).picture,
        }


def product_findable(head: dict[str, Any], day: datetime.date) -> Findable:
    """The head of the page on a day in Hà Nội: the certificates valid then are said, no others."""
    today = day.isoformat()
    valid = [node for start, end, node in head["certificates"] if (start is None or start <= today) and today <= end]
    product, *others = head["graph"]
    if valid:
        product = {**product, "hasCertification": valid}
    return Findable(graph=(product, *others), kind="product", picture=head["picture"])


def product_node(product: Product, language: str) -> Node:
    """https://schema.org/Product of a public product, without what ends by itself."""
    address = absolute(product.get_absolute_url(language))
    maker = product.maker
    return filled(
        {
            "@type": "Product",
            "@id": f"{address}#product",
            "url": address,
            "name": str(product.localized("name", language)),
            "description": str(product.localized("summary", language)),
            "sku": product.code,
            "image": _pictures(product, language),
            "category": str(product.category.localized("name", language)) if product.category else "",
            "material": [str(term.localized("name", language)) for term in product.materials.all()],
            "brand": {"@type": "Brand", "name": str((maker or product.village).localized("name", language))},
            "manufacturer": _manufacturer(maker, language),
            "offers": offers(product, language),
        }
    )


def _manufacturer(maker: Artisan | None, language: str) -> Node | None:
    """A household, cooperative or company; schema.org knows no person as manufacturer, they are the brand."""
    if maker is None or maker.kind == Artisan.Kind.PERSON:
        return None
    return {
        "@type": "Organization",
        "name": str(maker.localized("name", language)),
        "url": absolute(maker.get_absolute_url(language)),
    }


def _pictures(product: Product, language: str) -> list[str]:
    found = [picture_data(entry.image, language) for entry in product.images.all()]
    return [absolute(data["src"]) for data in found if data]


def offers(product: Product, language: str) -> Node | None:
    """What it costs and whether it can be had; None unless a price is stated and the piece is or was for sale."""
    if product.price_min is None or product.availability == Availability.NOT_FOR_SALE:
        return None
    state = "SoldOut" if product.is_sold else AVAILABILITY[Availability(product.availability)]
    node = {
        "url": absolute(product.get_absolute_url(language)),
        "priceCurrency": product.currency,
        "availability": f"https://schema.org/{state}",
    }
    if product.price_kind == PriceKind.EXACT or product.price_min == product.price_max:
        specification = _per_unit(product, language)
        return filled({"@type": "Offer", "price": product.price_min, "priceSpecification": specification, **node})
    return filled({"@type": "AggregateOffer", "lowPrice": product.price_min, "highPrice": product.price_max, **node})


def _per_unit(product: Product, language: str) -> Node:
    return filled(
        {
            "@type": "UnitPriceSpecification",
            "price": product.price_min,
            "priceCurrency": product.currency,
            "valueAddedTaxIncluded": True,
            "unitText": str(product.localized("price_unit", language)),
        }
    )


def _dated(certificate: Certificate, language: str) -> list[Any] | None:
    """First day, last day and node; None for one without an end, which is never shown."""
    if certificate.valid_to is None:
        return None
    start = certificate.valid_from.isoformat() if certificate.valid_from else None
    end = certificate.valid_to.isoformat()
    rating = {"@type": "Rating", "ratingValue": certificate.stars, "bestRating": 5} if certificate.stars else None
    node = filled(
        {
            "@type": "Certification",
            "name": str(certificate.localized("scheme", language)),
            "certificationIdentification": certificate.number,
            "certificationRating": rating,
            "issuedBy": {"@type": "Organization", "name": certificate.issuer} if certificate.issuer else None,
            "validFrom": start,
            "expires": end,
        }
    )
    return [start, end, node]


def share_card(product: Product, language: str) -> ShareCard:
    """The piece, its village and its first picture. Not the maker: a name must not outlive a consent in a picture."""
    first: CentreImage | None = next((entry.image for entry in product.images.all()), None)
    return ShareCard(
        key=product.code,
        language=language,
        name=str(product.localized("name", language)),
        line=str(product.village.localized("name", language)),
        ground=product.craft.key if product.craft else "",
        **photo_of(first),
    )


def share_cards(product: Product) -> list[ShareCard]:
    """Those of a public product in every language."""
    return [share_card(product, language) for language in product.alternate_urls()] if product.is_public else []
