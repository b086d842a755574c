"""The home page: full, empty, and never with the words of somebody who did not agree."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from showcase.core.models import BasePage
from showcase.pages.front import craft_tiles, maker_s_words
from showcase.pages.models import (
    CentreSettings,
    EventDate,
    EventIndexPage,
    EventPage,
    ExhibitionIndexPage,
    ExhibitionPage,
    HomePage,
    StoryIndexPage,
    StoryPage,
)
from showcase.pages.sharing import page_card
from tests import factories
from tests.structured import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


def _home() -> HomePage:
    return HomePage.objects.get(locale__language_code="vi")


def _put(index: type[BasePage], page: Any) -> Any:
    """A live page under the Vietnamese index."""
    parent = index._default_manager.get(locale__language_code="vi")
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _words() -> object:
    return maker_s_words(_home(), RequestFactory().get("/"))


def test_an_empty_centre_still_has_a_front_door(client: Client) -> None:
    body = client.get("/").content.decode()
    assert 'id="home-search"' in body
    parts = ("home-crafts", "home-new", "home-events", "home-stories", "home-voice", "visit-title", "data-opening")
    assert [part for part in parts if part in body] == []


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


def test_coming_events_and_new_stories_have_their_place(client: Client) -> None:
    now = timezone.now()
    for title, days in (("Đan khay", 3), ("Nặn tò he", 2), ("Đã qua", -2)):
        event = _put(EventIndexPage, EventPage(title=title))
        event.dates.set([EventDate(starts_at=now + timedelta(days=days))])
        event.save_revision().publish()
    for number in range(4):
        _put(StoryIndexPage, StoryPage(title=f"Chuyện số {number}", told_on=now.date() - timedelta(days=number)))
    for address in ("/", "/en/"):
        body = client.get(address).content.decode()
        assert 0 < body.index("Nặn tò he") < body.index("Đan khay") < body.index("Chuyện số 0")
        assert "Chuyện số 2" in body
        assert "Đã qua" not in body and "Chuyện số 3" not in body


def test_the_front_page_is_called_and_shared_by_the_name_of_the_centre(client: Client) -> None:
    assert soup_of(client.get("/").content.decode()).title.text == "Trang chủ"
    centre = CentreSettings.load()
    centre.name = "Nhà làng nghề"
    centre.set_translation("name", "en", "House of Crafts")
    centre.save()
    for address, name in (("/", "Nhà làng nghề"), ("/en/", "House of Crafts")):
        soup = soup_of(client.get(address).content.decode())
        assert soup.title.text == name
        assert soup.find("meta", property="og:title")["content"] == name
    assert [page_card(page).name for page in HomePage.objects.order_by("pk")] == ["Nhà làng nghề", "House of Crafts"]


@pytest.mark.parametrize("address", ["/den-trung-tam/", "/tim-kiem/", "/yeu-thich/", "/en/visit/", "/en/search/"])
def test_pages_say_what_they_are_to_search_engines(client: Client, address: str) -> None:
    soup = soup_of(client.get(address).content.decode())
    assert 40 < len(soup.find("meta", attrs={"name": "description"})["content"]) <= 160


def test_an_artisan_is_described_without_what_they_did_not_agree_to(client: Client) -> None:
    artisan = factories.artisan("Lê Thị Hòa", story="Học nghề từ mẹ.")
    address = artisan.get_absolute_url("vi")

    def described() -> str:
        return soup_of(client.get(address).content.decode()).find("meta", attrs={"name": "description"})["content"]

    assert described() == "Học nghề từ mẹ."
    factories.moderation.change_live_facts(artisan, user=None, may_show_story=False)
    assert described() == f"Lê Thị Hòa: người làm nghề, {artisan.village.name}"
