"""What every page of the demo tells machines: it parses, it is whole, it is what the page shows; pairs point back."""

import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone, translation
from wagtail.models import Page

from products.models import Availability, Certificate, PriceKind, Product, ProductImage
from products.structured import offers, product_findable, product_head
from showcase.core.findable import findable_of
from showcase.core.jsonld import script
from showcase.core.models import Record
from showcase.core.money import Money
from showcase.core.templatetags.findable_tags import jsonld
from showcase.images.models import CentreImage
from showcase.pages.models import ExhibitionPage
from tests import factories
from tests.browser.places import every_page_type
from tests.structured import all_nodes, canonical_of, graph_of, languages_of, missing, node_of, soup_of, text_of
from tests.unit.images.photos import photo, upload
from villages.models import Artisan, Village

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.slow]
SITE = "http://testserver"
LANGUAGES = ("vi", "en")
LISTS = ("/lang-nghe/", "/nghe-nhan/", "/san-pham/", "/san-pham/?page=2", "/tim-kiem/?q=khay", "/san-pham/?sort=name")


def _path(address: str) -> str:
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == SITE
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _records() -> list[Record]:
    return [row for model in (Village, Artisan, Product) for row in model.objects.public()]


def _page_addresses() -> list[str]:
    return [page.get_url() for page in Page.objects.live().filter(depth__gte=2)]


def _all_addresses() -> list[str]:
    of_records = [record.get_absolute_url(language) for record in _records() for language in LANGUAGES]
    english = ["/en/villages/", "/en/artisans/", "/en/products/", "/en/products/?page=2"]
    return [*_page_addresses(), *LISTS, *english, *of_records]


def _get(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return soup_of(response.content.decode())


def _breadcrumb(soup: BeautifulSoup) -> list[tuple[str, str]]:
    steps = soup.select(".breadcrumb li")
    return [(text_of(step), SITE + str(step.a["href"]) if step.a else "") for step in steps]


def _check_equals_page(soup: BeautifulSoup, nodes: list[dict[str, Any]]) -> None:
    """What the nodes say stands on the page."""
    text, address = text_of(soup.main), canonical_of(soup)
    shown = {str(picture["src"]) for picture in soup.main.select("img[src]")}
    for node in nodes:
        if node["@type"] == "BreadcrumbList":
            told = [(item["name"], item.get("item", "")) for item in node["itemListElement"]]
            assert told == _breadcrumb(soup)
            assert [item["position"] for item in node["itemListElement"]] == list(range(1, len(told) + 1))
        elif node["@type"] in ("Product", "Place", "Person", "ExhibitionEvent", "CollectionPage", "WebPage"):
            assert node["name"] == text_of(soup.main.h1)
            assert node["url"] == address
        for picture in [node["image"]] if isinstance(node.get("image"), str) else node.get("image", []):
            assert _path(picture) in shown
    for node in all_nodes(nodes):
        for name in ("sku", "addressLocality", "certificationIdentification", "telephone"):
            assert str(node.get(name, "")) in text or node["@type"] == "Organization"
        if node["@type"] in ("Brand", "Certification"):
            assert node["name"] in text


@pytest.fixture(scope="module")
def demo_pages(demo_of_module: None, django_db_blocker: Any) -> dict[str, BeautifulSoup]:
    """Every page of the demo in both languages, by its address."""
    with django_db_blocker.unblock():
        return {address: _get(Client(), address) for address in _all_addresses()}


def test_every_page_of_the_demo_says_whole_things_that_stand_on_it(demo_pages: dict[str, BeautifulSoup]) -> None:
    assert len(demo_pages) > 150
    found: set[str] = set()
    for address, soup in demo_pages.items():
        nodes = graph_of(soup)
        assert missing(nodes) == [], address
        _check_equals_page(soup, nodes)
        found |= {node["@type"] for node in nodes}
    expected = {"Product", "Place", "Person", "ExhibitionEvent", "BreadcrumbList", "WebSite", "CollectionPage"}
    assert expected <= found


def test_every_page_has_one_canonical_address_and_a_pair_that_answers_and_points_back(
    client: Client, demo_pages: dict[str, BeautifulSoup]
) -> None:
    pairs: dict[str, dict[str, str]] = {}
    for address, soup in demo_pages.items():
        assert canonical_of(soup) == SITE + address
        languages = languages_of(soup)
        assert set(languages) == {"vi", "en", "x-default"}, address
        assert languages["x-default"] == languages["vi"]
        assert SITE + address in languages.values()
        pairs[SITE + address] = languages
    for address, languages in pairs.items():
        for other in languages.values():
            answer = pairs[other] if other in pairs else languages_of(_get(client, _path(other)))
            assert answer == languages, (address, other)


def test_addresses_are_the_sites_whatever_host_was_asked(client: Client, demo_centre: None) -> None:
    product = Product.objects.public().first()
    for address in ("/", "/en/products/", product.get_absolute_url("vi")):
        page = client.get(address, headers={"host": "evil.example"}).content.decode()
        assert "evil.example" not in page


@pytest.mark.parametrize(
    ("address", "canonical", "robots"),
    [
        ("/san-pham/?utm_source=zalo", "/san-pham/", None),
        ("/san-pham/?page=1", "/san-pham/", None),
        ("/san-pham/?page=2&fbclid=x", "/san-pham/?page=2", None),
        ("/san-pham/?sort=name&page=2", "/san-pham/?sort=name&page=2", "noindex, follow"),
        ("/san-pham/?availability=in_stock", "/san-pham/?availability=in_stock", "noindex, follow"),
        ("/san-pham/?q=khay", "/san-pham/?q=khay", "noindex, follow"),
        ("/tim-kiem/", "/tim-kiem/", "noindex, follow"),
        ("/?utm_source=zalo", "/", None),
        ("/yeu-thich/", "/yeu-thich/", "noindex"),
    ],
)
def test_lists_are_found_by_their_pages_and_not_by_visitors_choices(
    client: Client, demo_centre: None, address: str, canonical: str, robots: str | None
) -> None:
    soup = _get(client, address)
    assert canonical_of(soup) == SITE + canonical
    told = [tag["content"] for tag in soup.select("meta[name=robots]")]
    assert told == ([robots] if robots else [])


def test_no_page_that_is_an_error_claims_an_address(client: Client, demo_centre: None) -> None:
    for address in ("/khong-co/", "/san-pham/?page=999"):
        page = client.get(address)
        assert page.status_code == 404
        assert "canonical" not in page.content.decode()


def test_a_page_is_shared_with_its_title_words_and_a_picture(client: Client, demo_centre: None) -> None:
    for language in LANGUAGES:
        for address in every_page_type(language).values():
            response = client.get(address)
            soup = soup_of(response.content.decode())
            shared = {str(tag["property"]): str(tag["content"]) for tag in soup.select("meta[property^='og:']")}
            assert shared["og:title"] == soup.title.string
            assert shared["og:description"] == soup.select_one("meta[name=description]")["content"]
            assert shared["og:locale"] == {"vi": "vi_VN", "en": "en_GB"}[language]
            if response.status_code == 200:
                assert shared["og:url"] == canonical_of(soup)
                # The set-up of the tests publishes the standing pages: theirs may be drawn.
                picture = shared["og:image"].removeprefix(SITE)
                assert picture == "/static/img/share.jpg" or picture.startswith("/media/share/")


# -- products --------------------------------------------------------------------------


@pytest.fixture
def village(centre: None) -> Village:
    return factories.village("Chuôn Ngọ")


def _product_node(product: Product, day: datetime.date = datetime.date(2026, 11, 24)) -> dict[str, Any]:
    return product_findable(product_head(product, "vi"), day).graph[0]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"price": None}, None),
        ({"price": 450_000, "availability": Availability.NOT_FOR_SALE}, None),
        ({"price": 450_000}, ("Offer", 450_000, "InStock")),
        ({"price": 450_000, "availability": Availability.MADE_TO_ORDER}, ("Offer", 450_000, "MadeToOrder")),
        ({"price": 450_000, "availability": Availability.ONE_OF_A_KIND}, ("Offer", 450_000, "LimitedAvailability")),
        ({"price": 450_000, "sold_on": datetime.date(2026, 1, 2)}, ("Offer", 450_000, "SoldOut")),
        ({"price": 90_000, "price_kind": PriceKind.FROM}, ("AggregateOffer", 90_000, "InStock")),
        (
            {"price": 90_000, "price_kind": PriceKind.RANGE, "price_max": 120_000},
            ("AggregateOffer", 90_000, "InStock"),
        ),
    ],
)
def test_an_offer_is_made_only_where_a_price_is_stated_for_what_can_be_had(
    village: Village, facts: dict[str, Any], expected: tuple[str, int, str] | None
) -> None:
    offer = offers(factories.product(village=village, **facts), "vi")
    if expected is None:
        assert offer is None
        return
    kind, price, state = expected
    assert offer is not None and missing([offer]) == []
    assert (offer["@type"], offer["availability"]) == (kind, f"https://schema.org/{state}")
    assert offer.get("price", offer.get("lowPrice")) == price and offer["priceCurrency"] == "VND"
    assert offer.get("highPrice") == facts.get("price_max")


def test_the_price_told_is_the_price_shown(client: Client, village: Village) -> None:
    product = factories.product(village=village, price=1_250_000)
    soup = _get(client, product.get_absolute_url("en"))
    price = node_of(graph_of(soup), "Product")["offers"]["price"]
    assert Money(price).format("en").replace("\xa0", " ") in text_of(soup.select_one(".label__price"))


def test_a_maker_is_told_only_with_consent(village: Village) -> None:
    silent = factories.artisan("Nguyễn Văn Kín", village=village, consent=False)
    named = factories.artisan("Hợp tác xã Sáng", village=village, kind=Artisan.Kind.COOPERATIVE)
    hidden = _product_node(factories.product(village=village, artisan=silent))
    assert hidden["brand"]["name"] == "Chuôn Ngọ" and "manufacturer" not in hidden
    assert "Kín" not in str(hidden)
    shown = _product_node(factories.product(village=village, artisan=named))
    assert shown["brand"]["name"] == shown["manufacturer"]["name"] == "Hợp tác xã Sáng"


def test_a_picture_told_is_a_picture_shown(client: Client, village: Village, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    product = factories.product(village=village)
    image = CentreImage(title="Khay", file=upload(photo("JPEG")), alt_text="Khay")
    image.save()
    product.images.set([ProductImage(image=image)])
    product.save()
    soup = _get(client, product.get_absolute_url("vi"))
    told = node_of(graph_of(soup), "Product").get("image", [])
    assert [_path(address) for address in told] == [str(tag["src"]) for tag in soup.select(".plate img")]


@pytest.mark.parametrize(
    ("today", "is_told"),
    [("2026-01-31", False), ("2026-02-01", True), ("2026-11-24", True), ("2026-11-25", False)],
)
def test_a_certificate_is_told_from_its_first_to_its_last_day_in_ha_noi(
    client: Client, village: Village, monkeypatch: pytest.MonkeyPatch, today: str, is_told: bool
) -> None:
    product = factories.product(village=village)
    dates = {"valid_from": datetime.date(2026, 2, 1), "valid_to": datetime.date(2026, 11, 24)}
    product.certificates.set([Certificate(stars=4, number="12/OCOP", issuer="UBND", **dates), Certificate(stars=3)])
    product.save()
    for hour in ("00:00:01", "23:59:59"):
        moment = datetime.datetime.fromisoformat(f"{today}T{hour}+07:00")
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        soup = _get(client, product.get_absolute_url("vi"))
        node = node_of(graph_of(soup), "Product")
        assert [entry["certificationRating"]["ratingValue"] for entry in node.get("hasCertification", [])] == (
            [4] if is_told else []
        )
        assert ("12/OCOP" in text_of(soup.main)) is is_told


# -- makers, villages, exhibitions -----------------------------------------------------


def test_households_cooperatives_and_companies_are_organisations(client: Client, village: Village) -> None:
    for kind in Artisan.Kind:
        artisan = factories.artisan(f"Nhà {kind}", village=village, kind=kind)
        expected = "Person" if kind == Artisan.Kind.PERSON else "Organization"
        assert graph_of(_get(client, artisan.get_absolute_url("vi")))[0]["@type"] == expected


def test_of_an_artisan_each_fact_is_told_with_its_own_consent(client: Client, village: Village) -> None:
    facts = {"summary": "Làm từ nhỏ", "phone": "0900000000", "address": "Xóm Đình"}
    artisan = factories.artisan(village=village, **facts)
    node = graph_of(_get(client, artisan.get_absolute_url("vi")))[0]
    assert node["description"] == "Làm từ nhỏ" and "telephone" not in node and "address" not in node
    artisan.may_show_story, artisan.may_show_phone, artisan.may_show_address = False, True, True
    artisan.save()
    node = graph_of(_get(client, artisan.get_absolute_url("vi")))[0]
    assert "description" not in node and (node["telephone"], node["address"]) == ("0900000000", "Xóm Đình")


def test_an_exhibition_is_an_event_with_the_dates_of_its_source(client: Client, demo_centre: None) -> None:
    for page in ExhibitionPage.objects.live():
        days = [day for day in (page.source.opens_on, page.source.closes_on) if day]
        soup = _get(client, page.get_url())
        node = node_of(graph_of(soup), "ExhibitionEvent")
        assert [node[name] for name in ("startDate", "endDate") if name in node] == [day.isoformat() for day in days]
        assert node["location"]["name"] == node["organizer"]["name"]
        text = text_of(soup.main)
        for day in days:
            assert str(day.year) in text and str(day.day) in text


# -- the block -------------------------------------------------------------------------


def test_no_text_breaks_out_of_the_block() -> None:
    wild = "</script><script>alert(1)</script> & \u2028 \u2029 <!-- ]]>"
    block = jsonld({"@type": "Product", "name": wild})
    inner = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(inner)
    assert graph_of(soup_of(block)) == [{"@type": "Product", "name": wild}]
    assert script([]) == ""


def test_a_name_full_of_marks_leaves_the_page_whole(client: Client, village: Village) -> None:
    product = factories.product('Khay "</script><b>&amp;', village=village)
    soup = _get(client, product.get_absolute_url("vi"))
    assert node_of(graph_of(soup), "Product")["name"] == 'Khay "</script><b>&amp;' == text_of(soup.main.h1)


def test_a_preview_is_nobodys_address(centre: None, village: Village) -> None:
    product = factories.product(village=village)
    response = product.make_preview_request(preview_mode="")
    page = response.content.decode()
    assert product.name in page and "canonical" not in page and "ld+json" not in page


def test_a_page_without_a_builder_stands_for_its_path() -> None:
    assert findable_of({"page": "text"}).graph == ()
    with translation.override("vi"):
        assert findable_of({}).canonical == ""
