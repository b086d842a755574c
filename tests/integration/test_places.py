"""The gazetteer is whole, and what a place was formerly leads to what it is."""

import pytest
from django.test import Client

from showcase.pages.models import CentreSettings
from tests import factories
from tests.integration.reading import ListPage
from villages.gazetteer import find_commune, find_former_commune, load_gazetteer
from villages.models import Place, PlaceSuccession

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]


def test_the_gazetteer_is_whole() -> None:
    assert Place.objects.filter(level=Place.Level.PROVINCE).count() == 34
    assert Place.objects.filter(level=Place.Level.COMMUNE).count() == 3321
    assert Place.objects.filter(level=Place.Level.COMMUNE, parent__code="01").count() == 126
    assert PlaceSuccession.objects.count() == 794
    assert Place.objects.filter(level=Place.Level.COMMUNE, code="10330").get().name == "Chuyên Mỹ"


def test_a_second_load_changes_nothing() -> None:
    assert load_gazetteer() == 0


def test_a_commune_is_found_however_its_tone_is_placed() -> None:
    for typed in ("Dân Hòa", "Dân Hoà", "dan hoa", "xã Dân Hòa"):
        place = find_commune(typed)
        assert place is not None
        assert place.code == "10180"


def test_a_former_commune_knows_what_it_became() -> None:
    former = find_former_commune("Duyên Thái", "Thường Tín")
    assert former is not None
    assert "Hồng Vân" in {place.name for place in former.successors.all()}


def test_a_village_is_found_by_its_former_district_and_shows_both_names(client: Client) -> None:
    commune, former = find_commune("Chuyên Mỹ"), find_former_commune("Tân Dân", "Phú Xuyên")
    village = factories.village(
        "Đại Nghiệp", commune=commune, former_place=former, former_place_text="Tân Dân, Phú Xuyên"
    )
    found = client.get("/tim-kiem/", {"q": "phu xuyen"})
    section = ListPage(found).soup.select_one("[aria-labelledby=found-village]")
    assert section is not None
    assert [card["data-keep"] for card in section.select("[data-keep]")] == [village.code]
    body = client.get(village.get_absolute_url("vi")).content.decode()
    assert "Chuyên Mỹ" in body
    assert "Tân Dân, Phú Xuyên" in body


def test_asking_the_centre_carries_the_code_and_follows_the_settings(client: Client) -> None:
    product = factories.product("Khay trà khảm ốc")
    centre = CentreSettings.load()
    centre.phone, centre.zalo, centre.email = "024 3333 4444", "+84 912 345 678", "hoi@example.vn"
    centre.save()
    body = client.get(product.get_absolute_url("vi")).content.decode()
    assert 'href="tel:02433334444"' in body
    assert 'href="https://zalo.me/84912345678"' in body
    assert "mailto:hoi@example.vn?subject=" in body
    assert product.code in body.split("mailto:hoi@example.vn?subject=")[1].split('"')[0]


def test_no_contact_is_shown_that_the_settings_do_not_have(client: Client) -> None:
    product = factories.product("Khay trà khảm ốc")
    body = client.get(product.get_absolute_url("vi")).content.decode()
    for address in ("tel:", "zalo.me", "mailto:"):
        assert address not in body
