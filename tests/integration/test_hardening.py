"""What an attacker or a careless hand tried once."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import PageViewRestriction

from showcase.accounts import groups
from showcase.core.templatetags.centre_tags import alternates
from showcase.pages.models import ExhibitionIndexPage, ExhibitionPage
from tests import factories
from tests.integration.test_admin import _edit_url, craft_form
from villages import services
from villages.models import Craft, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


def _exhibition(title: str = "Triển lãm kín") -> ExhibitionPage:
    index = ExhibitionIndexPage.objects.get(locale__language_code="vi")
    page = index.add_child(instance=ExhibitionPage(title=title, opens_on="2026-01-01"))
    page.save_revision().publish()
    return page


def test_a_private_exhibition_is_private_in_both_languages_and_in_no_list(client: Client) -> None:
    page = _exhibition()
    addresses = [page.url, page.get_translations().get().url]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert [client.get(address).status_code for address in addresses] == [302, 302]
    for address in ("/", "/en/", "/trien-lam/", "/en/exhibitions/"):
        assert "Triển lãm kín" not in client.get(address).content.decode()


def test_a_private_translation_is_in_no_list(client: Client) -> None:
    twin = _exhibition().get_translations().get()
    assert "Triển lãm kín" in client.get("/en/exhibitions/").content.decode()
    PageViewRestriction.objects.create(page=twin, restriction_type="login")
    assert "Triển lãm kín" not in client.get("/en/exhibitions/").content.decode()


def test_a_translator_translates_words_and_changes_nothing_else(client: Client) -> None:
    craft = factories.craft("Đúc đồng", "")
    client.force_login(factories.user("dich", groups.TRANSLATOR))
    data = {"name": "<b>Đổi</b>", "key": "doi", "also": "x", "sort_order": 9, "translations-en-name": "casting"}
    assert client.post(_edit_url(craft), data).status_code == 302
    row = Craft.objects.get(pk=craft.pk)
    assert (row.name, row.key, row.also) == ("Đúc đồng", "duc-dong", "")
    assert row.translation("name", "en") == "casting"


@pytest.mark.parametrize(
    ("group", "sees"), [(groups.TRANSLATOR, False), (groups.REVIEWER, False), (groups.EDITOR, True)]
)
def test_private_contact_is_for_those_who_keep_the_records(client: Client, group: str, sees: bool) -> None:
    artisan = factories.artisan(phone="0912 345 678", address="Số 9 ngõ Giếng")
    client.force_login(factories.user("ai-do", group))
    body = client.get(_edit_url(artisan)).content.decode()
    assert ("0912 345 678" in body) is sees
    assert ("ngõ Giếng" in body) is sees


def test_a_summary_is_part_of_the_story_that_needs_consent(client: Client) -> None:
    artisan = factories.artisan(summary="Chuyện đời riêng")
    assert "Chuyện đời riêng" in client.get(artisan.get_absolute_url("vi")).content.decode()
    services.record_consent(artisan, may_show_story=False)
    assert "Chuyện đời riêng" not in client.get(artisan.get_absolute_url("vi")).content.decode()


def test_nul_in_a_translation_or_a_reason_is_dropped(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh")
    form = craft_form(**{"translations-en-name": "Dong\0 Vinh", "action-publish": "1"})
    assert admin_client.post(_edit_url(village), form).status_code == 302
    assert Village.objects.get(pk=village.pk).translation("name", "en") == "Dong Vinh"
    withdrawal = reverse(village.snippet_viewset.get_url_name("withdrawal"), args=[village.pk])
    assert admin_client.post(withdrawal, {"reason": "a\0b"}).status_code == 302


def test_a_translation_is_no_longer_than_its_source_may_be(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh")
    form = craft_form(**{"translations-en-name": "x" * 201, "action-publish": "1"})
    response = admin_client.post(_edit_url(village), form)
    assert response.status_code == 200
    assert "x" * 201 in response.content.decode()
    assert Village.objects.get(pk=village.pk).translation("name", "en") == ""


@pytest.mark.parametrize("odd", ["x", "%00", "1%2F2", "-1"])
def test_odd_numbers_of_records_are_404_in_the_admin(admin_client: Client, odd: str) -> None:
    for action in ("facts", "withdrawal"):
        assert admin_client.get(f"/admin/snippets/villages/village/{action}/{odd}/").status_code in (301, 302, 404)


def test_links_to_other_languages_never_leave_the_site() -> None:
    request = RequestFactory().get("/san-pham/")
    request.path = "//evil.example/san-pham/"
    addresses = alternates({"request": request}).values()
    assert all(address.startswith("/") and not address.startswith("//") for address in addresses)


@pytest.mark.parametrize("address", ["/", "/en/", "/khong-co/", "/admin/login/"])
def test_every_page_says_what_it_does_not_use(client: Client, address: str) -> None:
    response = client.get(address)
    assert "camera=()" in response["Permissions-Policy"]
    assert "default-src" in response["Content-Security-Policy"]
    if not address.startswith("/admin/"):
        assert "unsafe" not in response["Content-Security-Policy"]
