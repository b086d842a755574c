"""A centre in its extremes: nothing published at all, and records with the longest names and everything filled."""

from __future__ import annotations

import datetime

from django.utils import timezone

from products.models import Certificate, Product, ProductClaim, ProductImage, ProductOption
from search.engines import get_engine
from search.models import SearchChange, SearchEntry
from showcase.core import moderation
from showcase.images.models import CentreImage
from showcase.images.rendering import make_missing
from showcase.pages.models import CentreSettings, EventPage, ExhibitionPage, HomePage, StandardPage, StoryPage
from tests import factories
from tests.browser.places import prefix, section
from tests.unit.images.photos import photo, upload
from villages.models import (
    Artisan,
    ArtisanClaim,
    ArtisanTitle,
    CraftStep,
    GlossaryTerm,
    Lineage,
    Village,
    VillageAlias,
    VillageClaim,
    VillageTitle,
)

#: 200 characters, the most a name may have: stacked marks everywhere, one word without a place to break.
LONG = (
    "Nghiêng Khuỷu Thuở Quỳnh Đường Huỳnh Ngoằn Ngoèo Phượng Nguyễn Trường Thưởng Khoảnh Quyển Nghĩa Đẵng Ổ Ế Ữ Ỗ Ẵ Ỹ "
    "Thiêngliêngkhôngđượcngắtdòngởbấtcứchỗnàotrongmộttừdàinhưthếnày Sơn Mài Khảm Trai Vỏ Trứng Cốt Gốm"
).ljust(200, "ạ")[:200]
PARAGRAPHS = "\n\n".join([f"{LONG}. " * 3] * 3)


def nothing_is_published() -> None:
    """Take everything from the public but the pages that every centre has, as on the first day."""
    for model in (Product, Artisan, Village, ExhibitionPage, EventPage, StoryPage):
        model.objects.update(live=False)
    for model in (SearchEntry, GlossaryTerm, CentreSettings):
        model.objects.all().delete()
    HomePage.objects.update(intro="")
    StandardPage.objects.update(body="")
    start_anew()


def start_anew() -> None:
    """What was kept in the process is not true any more."""
    SearchChange.objects.create(what=SearchChange.What.EVERYTHING)
    get_engine.cache_clear()


def empty_places(language: str) -> dict[str, str]:
    """Pages of a centre that has nothing yet."""
    sections = ("villages", "artisans", "products", "exhibitions", "stories", "events", "glossary", "search")
    texts = StandardPage.objects.live().filter(locale__language_code=language)
    return {
        "home": prefix(language),
        **{name: section(name, language) for name in sections},
        **{f"text, {page.slug}": page.get_url() for page in texts},
        "search, nothing": f"{section('search', language)}?q=khay",
        "favourites": section("favourites", language),
        "not found": f"{prefix(language)}khong-co-trang-nay/",
    }


def bare_records() -> list[Village | Artisan | Product]:
    """A village, an artisan and a product that have a name and nothing else."""
    village = factories.village("Ổ")
    artisan = factories.artisan("Ế", village=village)
    return [village, artisan, factories.product("Ỷ", village=village, price=None)]


def full_records() -> list[Village | Artisan | Product]:
    """Records with the longest names and every field filled; the piece is sold, three like it are not."""
    village, craft = _village(), factories.craft(LONG[:100], LONG[:100])
    artisan = _artisan(village)
    for number in range(3):
        factories.product(f"{number} {LONG}"[:200], village=village, artisan=artisan, craft=craft)
    product = Product(
        name=LONG, village=village, artisan=artisan, craft=craft, availability="made_to_order", lead_days_min=20,
        lead_days_max=90, price_kind="range", price_min=1_000_000, price_max=999_000_000, price_unit=LONG[:60],
        summary=PARAGRAPHS, story=PARAGRAPHS, care=PARAGRAPHS, packing=LONG, safety_note=PARAGRAPHS, author=LONG,
        order_note=LONG, size_note=LONG, length_mm=1200, width_mm=600, height_mm=30, diameter_mm=400, pieces=6,
        weight_g=90_000, hs_code="4420.90.90", minimum_order=50, price_confirmed_on=datetime.date(2026, 3, 2),
    )  # fmt: skip
    end = timezone.localdate() + datetime.timedelta(days=300)
    product.certificates.add(Certificate(scheme="OCOP", stars=5, number=LONG[:80], issuer=LONG, valid_to=end))
    product.options.add(*(ProductOption(code=f"o-{number}", label=LONG[:80]) for number in range(4)))
    product.images.add(*(ProductImage(image=picture()) for _ in range(5)))
    product.claims.add(ProductClaim(field="price", text=PARAGRAPHS, source=LONG, disputed=True))
    moderation.publish_record(product)
    moderation.change_live_facts(product, user=None, sold_on=timezone.localdate())
    return [village, artisan, Product.objects.get(pk=product.pk)]


def picture() -> CentreImage:
    """A picture with the longest words, in its sizes; the same for all."""
    image = CentreImage.objects.filter(title="extreme").first()
    if image is None:
        image = CentreImage(title="extreme", alt_text=LONG, credit=LONG, file=upload(photo()))
        image.set_translation("alt_text", "en", LONG)
        image.save()
        make_missing(image)
    return image


def _village() -> Village:
    village = Village(
        name=LONG, gloss=LONG, summary=PARAGRAPHS, story=PARAGRAPHS, typical_products=PARAGRAPHS,
        getting_there=PARAGRAPHS, opening_hours=PARAGRAPHS, former_place_text=LONG, latitude="20.72204",
        longitude="105.87049", precision_m=30, commune_to_confirm=True, picture=picture(),
    )  # fmt: skip
    village.aliases.add(*(VillageAlias(name=LONG[:120], kind=kind) for kind in VillageAlias.Kind.values))
    village.titles.add(VillageTitle(title=LONG, hamlet=LONG[:120], issuer=LONG, decision=LONG[:120], date_year=2003))
    steps = [
        CraftStep(
            title=LONG[:120], description=PARAGRAPHS, tool=LONG, material=LONG, duration=LONG[:120], image=picture()
        )
    ]
    village.steps.add(*steps)
    for text in (PARAGRAPHS, LONG):
        address = "https://example.org/" + "a" * 100
        village.claims.add(VillageClaim(field="founding", text=text, source=LONG, source_url=address, disputed=True))
    moderation.publish_record(village)
    return Village.objects.get(pk=village.pk)


def _artisan(village: Village) -> Artisan:
    artisan = Artisan(
        name=LONG, village=village, summary=PARAGRAPHS, story=PARAGRAPHS, quote=PARAGRAPHS, visiting=PARAGRAPHS,
        classes_offered=PARAGRAPHS, generation=LONG[:120], languages=LONG[:120], craft_since=1968, portrait=picture(),
        phone="0900 000 000 / 0900 000 001", address=LONG, **dict.fromkeys(Artisan.CONSENTS, True),
    )  # fmt: skip
    artisan.titles.add(*(ArtisanTitle(title=LONG, issuer=LONG, decision=LONG[:120], field="craft") for _ in range(3)))
    artisan.links.add(*(Lineage(relation=relation, name=LONG) for relation in ("teacher", "pupil")))
    artisan.claims.add(ArtisanClaim(field="age", text=PARAGRAPHS, source=LONG))
    moderation.publish_record(artisan)
    return Artisan.objects.get(pk=artisan.pk)


def record_places(records: list[Village | Artisan | Product], language: str) -> dict[str, str]:
    """The pages of these records, and the lists and favourites that show them."""
    codes = ",".join(record.code for record in records)
    pages = {type(record).__name__: record.get_absolute_url(language) for record in records}
    return {
        **pages,
        "villages": section("villages", language),
        "artisans": section("artisans", language),
        "products": section("products", language),
        "favourites": f"{section('favourites', language)}?ma={codes},ABC234,%3Cb%3E",
    }
