"""The frame around pages: kept between requests, never out of date, never another's."""

import re
from typing import Any

import pytest
from django.template.loader import get_template
from django.test import Client
from django.utils import translation

from showcase.core import frame as frames
from showcase.core.frame import Frame, mark
from showcase.core.templatetags.frame_tags import Places, current_attribute
from showcase.pages.menus import Link, Menus
from showcase.pages.models import CentreSettings
from tests import factories

ADDRESSES = ("/", "/en/", "/san-pham/", "/en/products/", "/tim-kiem/?q=khay", "/khong-co/")


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    translation.activate("vi")  # the client of another test leaves the language of its last page
    frames._kept.clear()


def test_a_frame_filled_is_the_template_rendered_byte_for_byte() -> None:
    """Marks are places of text and nothing else: filled with values they give what the template gives with them."""
    template = get_template("components/header.html")
    places = {"vi": mark("address:vi"), "en": mark("address:en")}
    lines = Menus((Link("Sản phẩm", "/san-pham/"), Link("Làng nghề", "/lang-nghe/")), ())
    recorded = template.render({"places": places, "menus": lines})
    filled = Frame.of(recorded).fill(Places("/san-pham/", {"vi": "/san-pham/", "en": "/en/products/?a=1&b=2"}))
    plain = template.render({"places": {"vi": "/san-pham/", "en": "/en/products/?a=1&b=2"}, "menus": lines})
    current = re.compile(re.escape(mark("current:")[:-1]) + "([^\x01]*)\x01")
    plain = current.sub(lambda found: current_attribute(found[1], "/san-pham/"), plain)
    assert filled == plain
    assert 'href="/san-pham/" aria-current="page"' in filled
    assert "\x01" not in filled


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_in_a_kept_frame_equals_the_page_in_a_new_one(
    client: Client, centre: None, address: str, monkeypatch: Any
) -> None:
    client.get("/lang-nghe/"), client.get("/en/villages/")  # another page records the frame of its language
    kept = client.get(address).content
    assert {key[1] for key in frames._kept if key[0] == "frame.html"} == {"vi", "en"}
    monkeypatch.setattr(frames.freshness, "version", lambda request=None: None)
    assert client.get(address).content == kept
    assert b"\x01" not in kept


def test_a_change_of_the_centres_details_shows_on_the_next_page(client: Client, centre: None) -> None:
    client.get("/san-pham/")
    details = CentreSettings.load()
    details.name = "Trung tâm mới"
    details.save()
    assert "Trung tâm mới" in client.get("/san-pham/").content.decode()


def test_what_is_written_in_an_address_is_escaped_in_the_frame(client: Client, centre: None) -> None:
    page = client.get("/san-pham/", {"x": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("address", "path", "attribute"),
    [
        ("/san-pham/", "/san-pham/", ' aria-current="page"'),
        ("/san-pham/", "/san-pham/khay-ABC234/", ' aria-current="true"'),
        ("/", "/san-pham/", ""),
        ("/en/", "/en/products/", ""),
        ("/en/", "/en/", ' aria-current="page"'),
        ("/lang-nghe/", "/san-pham/", ""),
    ],
)
def test_a_link_says_whether_it_leads_here(address: str, path: str, attribute: str) -> None:
    assert current_attribute(address, path) == attribute


def test_a_name_with_a_mark_in_it_breaks_no_frame(client: Client, centre: None) -> None:
    CentreSettings.objects.update_or_create(pk=CentreSettings.load().pk, defaults={"name": "Trung\x01tâm"})
    factories.village("Làng")
    page = client.get("/lang-nghe/").content.decode()
    assert "Trungtâm" in page
    assert "\x01" not in page
    assert "Làng" in page
    assert page.rstrip().endswith("</html>")
