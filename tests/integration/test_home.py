"""The home page: full, empty, and never with the words of somebody who did not agree."""

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from showcase.pages.front import craft_tiles, maker_s_words
from showcase.pages.models import ExhibitionIndexPage, ExhibitionPage, HomePage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


def _home() -> HomePage:
    return HomePage.objects.get(locale__language_code="vi")


def _words() -> object:
    return maker_s_words(_home(), RequestFactory().get("/"))


def test_an_empty_centre_still_has_a_front_door(client: Client) -> None:
    body = client.get("/").content.decode()
    assert 'id="home-search"' in body
    assert [
        part for part in ("home-crafts", "home-new", "home-voice", "visit-title", "data-opening") if part in body
    ] == []


def test_villages_are_counted_by_craft_and_a_group_counts_its_members(client: Client) -> None:
    lacquer, painting = factories.craft("Sơn mài"), factories.craft("Tranh sơn mài", "lacquer painting")
    painting.group = lacquer
    painting.save()
    for name, craft, live in (("Hạ Thái", lacquer, True), ("Bối Khê", painting, True), ("Ẩn", lacquer, False)):
        village = factories.village(name, live=False)
        village.crafts = [craft]
        village.save()
        if live:
            factories.moderation.publish_record(village)
    tiles = craft_tiles(RequestFactory().get("/"), "vi")
    assert [(tile.craft.name, tile.villages) for tile in tiles] == [("Sơn mài", 2), ("Tranh sơn mài", 1)]
    listed = client.get(tiles[0].url).content.decode()
    assert "Bối Khê" in listed and "Ẩn" not in listed


def test_the_words_are_the_chosen_one_s_else_the_newest_s() -> None:
    first = factories.artisan("Đặng Văn Ước", quote="Tay nghĩ trước đầu.")
    second = factories.artisan("Lê Thị Hòa", quote="Sợi mây biết nói.")
    assert _words() == second
    home = _home()
    home.voice = first
    home.save_revision().publish()
    assert _words() == first


@pytest.mark.parametrize("missing", ["may_show_story", "may_show_name", "live", "quote"])
def test_nobody_is_quoted_without_consent(missing: str, client: Client) -> None:
    artisan = factories.artisan("Lê Thị Hòa", quote="Sợi mây biết nói.")
    HomePage.objects.filter(pk=_home().pk).update(voice=artisan)
    assert "Sợi mây biết nói." in client.get("/").content.decode()
    if missing == "live":
        artisan.unpublish()
    else:
        setattr(artisan, missing, "" if missing == "quote" else False)
        artisan.save()
    assert "Sợi mây biết nói." not in client.get("/").content.decode()


def test_when_nothing_is_on_the_next_exhibition_stands_there(client: Client) -> None:
    index = ExhibitionIndexPage.objects.get(locale__language_code="vi")
    page = ExhibitionPage(title="Mây và nắng", opens_on=timezone.localdate() + timedelta(days=9), locale=index.locale)
    index.add_child(instance=page)
    page.save_revision().publish()
    body = client.get("/").content.decode()
    assert '<h1 id="on-now-title"><a href="/trien-lam/may-va-nang/">Mây và nắng</a></h1>' in body
