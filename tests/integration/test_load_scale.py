"""``load_scale``: a made-up catalogue is public, found and counted, and names nobody who did not agree."""

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone

from products.models import Availability, Certificate, PriceKind, Product
from search.documents import SearchQuery
from search.engines import get_engine
from search.models import SearchEntry
from showcase.core.models import LivingCode, RenderedCard
from showcase.core.text import fold
from showcase.demo.scale import makers
from showcase.demo.scale.makers import make_artisans, make_villages
from showcase.demo.scale.marks import code_of
from showcase.demo.scale.pieces import Workshop
from showcase.demo.scale.words import pairs, syllables
from showcase.pages.models import HomePage
from tests.integration.reading import unmarked
from villages.models import Artisan, Village

COUNT = 50
VILLAGES, ARTISANS = 8, 40


@pytest.fixture(autouse=True)
def few_makers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each maker is saved as staff would save one, which takes its time."""
    monkeypatch.setattr(makers, "VILLAGES", VILLAGES)
    monkeypatch.setattr(makers, "ARTISANS", ARTISANS)


def _everything() -> dict[str, list[Any]]:
    """All that is stored of products, their links and their codes."""
    return {
        "products": list(Product.objects.order_by("code").values()),
        "techniques": list(Product.techniques.through.objects.order_by("pk").values()),
        "certificates": list(Certificate.objects.order_by("pk").values()),
        "codes": list(LivingCode.objects.order_by("code").values()),
        "entries": list(SearchEntry.objects.order_by("code").values("code", "document", "folded")),
    }


def test_the_vocabulary_is_wide_and_codes_are_all_different() -> None:
    assert len({fold(syllable) for syllable in syllables()}) >= 1_000
    assert len(set(pairs())) == 6_000
    codes = [code_of(kind, number) for kind, count in (("village", 40), ("artisan", 300)) for number in range(count)]
    codes += [code_of("product", number) for number in range(100_000)]
    assert len(set(codes)) == 100_340


@pytest.mark.django_db
def test_a_made_up_catalogue_is_public_found_counted_and_names_nobody_unasked(client: Client, centre: None) -> None:
    call_command("load_scale", str(COUNT))

    assert Product.objects.public().count() == COUNT
    assert (Village.objects.public().count(), Artisan.objects.count()) == (VILLAGES, ARTISANS)
    assert Artisan.objects.public().count() == 34
    assert LivingCode.objects.filter(code__in=Product.objects.values("code"), object_id__isnull=False).count() == COUNT
    assert RenderedCard.objects.filter(code__in=Product.objects.values("code")).exclude(html="").count() == 2 * COUNT

    engine = get_engine()
    engine.refresh(None)
    results = engine.search(SearchQuery("product"))
    assert results.total == COUNT
    counted = {facet.name: sum(value.count for value in facet.values) for facet in results.facets}
    assert {name: counted[name] >= COUNT for name in ("village", "craft", "material", "technique", "category")} == (
        dict.fromkeys(("village", "craft", "material", "technique", "category"), True)
    )
    assert counted["availability"] == COUNT
    piece = Product.objects.get(code=code_of("product", 0))
    found = unmarked(client.get("/tim-kiem/", {"q": fold(piece.name)}).content.decode())
    assert piece.name in found

    silent = Artisan.objects.exclude(pk__in=Artisan.objects.public().values("pk"))
    made_by_silent = Product.objects.filter(artisan__in=silent)
    assert made_by_silent.exists()
    texts = [str(entry) for entry in SearchEntry.objects.values_list("document", "marked")]
    texts += [row.html for row in RenderedCard.objects.all()]
    texts += [client.get(product.get_absolute_url("vi")).content.decode() for product in made_by_silent[:3]]
    assert [artisan.name for artisan in silent if any(artisan.name in text for text in texts)] == []


@pytest.mark.django_db
def test_the_same_number_changes_nothing_a_larger_one_adds_and_clear_takes_all_away(centre: None) -> None:
    others = (Product.objects.count(), Village.objects.count(), Artisan.objects.count(), LivingCode.objects.count())
    call_command("load_scale", "20")
    first = _everything()
    call_command("load_scale", "20")
    assert _everything() == first
    call_command("load_scale", str(COUNT))
    more = _everything()
    assert len(more["products"]) == COUNT
    known = {row["code"]: row for row in more["products"]}
    assert all(known[row["code"]] == row for row in first["products"])
    call_command("load_scale", "--clear")
    now = (Product.objects.count(), Village.objects.count(), Artisan.objects.count(), LivingCode.objects.count())
    assert now == others
    assert SearchEntry.objects.filter(kind="product").count() == others[0]


@pytest.mark.django_db
def test_every_kind_of_price_supply_and_certificate_is_there(centre: None) -> None:
    villages = make_villages()
    workshop = Workshop(villages, make_artisans(villages))
    pieces = [workshop.piece(number) for number in range(400)]
    products = [piece.product for piece in pieces]
    today = timezone.localdate()
    certificates = [piece.certificate for piece in pieces if piece.certificate]
    assert {product.price_kind for product in products} == set(PriceKind.values)
    assert {product.availability for product in products} == set(Availability.values)
    assert any(product.is_sold for product in products)
    assert any(row.valid_to and row.valid_to < today for row in certificates)
    assert any(row.valid_from <= today <= row.valid_to for row in certificates if row.valid_from and row.valid_to)
    assert any(row.valid_from and row.valid_from > today for row in certificates)
    assert 0 < sum(bool(product.translations) for product in products) < 400
    assert len({product.name for product in products}) > 350


@pytest.mark.django_db
def test_production_refuses_unless_asked_twice(settings: Any) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="do not belong in production"):
        call_command("load_scale", "1")
    assert not Product.objects.exists()


@pytest.mark.django_db
def test_the_demo_asks_for_the_set_up_first() -> None:
    for home in HomePage.objects.order_by("-locale__language_code"):
        home.delete()
    with pytest.raises(CommandError, match="setup_centre"):
        call_command("load_demo")
    assert not Village.objects.exists()
