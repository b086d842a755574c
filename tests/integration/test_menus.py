"""Menus that staff arrange; without lines, the sections and the pages that say so."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import PageViewRestriction

from showcase.pages.menus import Link, menus
from showcase.pages.models import FooterLink, HeaderLink, HomePage, Section, SiteMenus, StandardPage

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]
SECTIONS = [Link("Villages", "/en/villages/"), Link("Artisans", "/en/artisans/"), Link("Products", "/en/products/")]


def _page(title: str, *, live: bool = True) -> StandardPage:
    home = HomePage.objects.get(locale__language_code="vi")
    page = StandardPage(title=title, locale=home.locale, show_in_menus=True, live=False)
    home.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return page


def _english() -> object:
    with translation.override("en"):
        return menus(RequestFactory().get("/en/"))


def test_a_menu_without_lines_has_the_sections_and_the_exhibitions() -> None:
    assert list(_english().header) == [*SECTIONS, Link("Exhibitions", "/en/exhibitions/")]


def test_a_page_that_says_so_stands_in_the_foot_marked_with_its_language() -> None:
    _page("Cách chúng tôi làm")
    assert Link("Cách chúng tôi làm", "/en/cach-chung-toi-lam/", "vi") in _english().footer


def test_staff_s_lines_stand_in_their_order_under_their_names() -> None:
    both = SiteMenus.load()
    line = HeaderLink(menus=both, page=_page("Mua ở đâu"), label="Mua", sort_order=0)
    line.set_translation("label", "en", "Where to buy")
    line.save()
    HeaderLink.objects.create(menus=both, section=Section.PRODUCTS, sort_order=1)
    assert list(_english().header) == [Link("Where to buy", "/en/mua-o-dau/"), SECTIONS[2]]


def test_a_line_whose_page_is_not_public_is_not_shown() -> None:
    both = SiteMenus.load()
    page = _page("Mua ở đâu")
    for model in (HeaderLink, FooterLink):
        model.objects.create(menus=both, section=Section.VILLAGES, sort_order=0)
        model.objects.create(menus=both, page=page, sort_order=1)
    assert len(_english().header) == len(_english().footer) == 2
    StandardPage.objects.get(pk=page.pk).unpublish()
    assert list(_english().header) == list(_english().footer) == SECTIONS[:1]


@pytest.mark.parametrize("arranged", [True, False])
def test_the_translation_of_a_private_page_is_in_no_menu(arranged: bool) -> None:
    page = _page("Nội bộ")
    if arranged:
        FooterLink.objects.create(menus=SiteMenus.load(), page=page, sort_order=1)
    assert "Nội bộ" in [link.label for link in _english().footer]
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    with translation.override("en"):
        assert "Nội bộ" not in [link.label for link in menus().footer]


def test_a_line_of_both_or_of_neither_is_refused() -> None:
    for wrong in ({}, {"section": Section.VILLAGES, "page": _page("Mua ở đâu")}):
        with pytest.raises(ValidationError):
            HeaderLink(menus=SiteMenus.load(), **wrong).full_clean()


def test_the_current_section_is_marked(client: Client) -> None:
    assert '<a href="/lang-nghe/" aria-current="page">' in client.get("/lang-nghe/").content.decode()


def test_the_footer_shows_what_the_law_wants(client: Client) -> None:
    from showcase.pages.models import CentreSettings

    centre = CentreSettings.load()
    centre.owner_name, centre.registration, centre.representative = "Công ty Nghề", "0101234567", "Bà Hạnh"
    centre.address, centre.phone = "Xã Phú Xuyên", "đang lắp"
    centre.save()
    foot = client.get("/").content.decode().split("<footer", 1)[1]
    assert [
        text for text in ("Công ty Nghề", "0101234567", "Bà Hạnh", "Xã Phú Xuyên", "đang lắp") if text not in foot
    ] == []
    assert 'href=""' not in foot and "tel:" not in foot


def test_menus_cost_the_same_for_any_number_of_lines(django_assert_max_num_queries: object) -> None:
    both = SiteMenus.load()
    for number in range(12):
        FooterLink.objects.create(menus=both, page=_page(f"Trang {number}"), sort_order=number)
    with translation.override("en"), django_assert_max_num_queries(9):
        assert len(menus().footer) == 12
