"""What staff see of what is still to be done."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from products.models import Certificate
from showcase.accounts import groups
from showcase.core.gaps import facts, gaps
from showcase.pages.models import CentreSettings, HomePage, StandardPage, WeeklyHours
from showcase.reports import translations
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]
TABLE = "/admin/translations/"


def enter(client: Client, group: str) -> Any:
    user = factories.user("ai-do", group)
    client.force_login(user)
    return user


def states(kind: str) -> dict[str, str]:
    return {row.name: row.state for row in translations.rows(kind, "en")}


def test_a_record_is_missing_partly_vietnamese_old_or_fresh() -> None:
    factories.village("Chưa dịch")
    partly = factories.village("Dịch một nửa", summary="Làng nghề")
    old = factories.village("Đã cũ")
    fresh = factories.village("Mới")
    for village in (partly, old, fresh):
        village.set_translation("name", "en", "A village")
    old.name = "Đã cũ rồi"
    for village in (partly, old, fresh):
        village.save()
    assert states("villages.village") == {
        "Chưa dịch": "missing",
        "Dịch một nửa": "fallback",
        "Đã cũ rồi": "stale",
        "Mới": "fresh",
    }


def test_a_page_is_fallback_until_somebody_translates_it_and_old_when_its_source_changes() -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    page.save_revision().publish()
    assert states("page")["Giới thiệu"] == "fallback"
    twin = page.get_translations().get().specific
    twin.alias_of, twin.source_digest = None, page.content_digest()
    twin.save()
    assert states("page")["Giới thiệu"] == "fresh"
    page.body = "<p>Thêm lời</p>"
    page.save_revision().publish()
    assert states("page")["Giới thiệu"] == "stale"


def test_the_table_finds_names_without_marks_counts_by_state_and_leads_to_the_editor(client: Client) -> None:
    village = factories.village("Đồng Vinh")
    factories.village("Hạ Thái")
    enter(client, groups.TRANSLATOR)
    context = client.get(TABLE, {"kind": "villages.village", "q": "dong vinh"}).context
    [row] = context["page"].object_list
    edit = reverse(village.snippet_viewset.get_url_name("edit"), args=[village.pk])
    assert (row.name, row.url.split("#")[0]) == ("Đồng Vinh", edit)
    assert [count for _key, _label, count in context["states"]] == [1, 0, 0, 0]


@pytest.mark.parametrize("kind", ["villages.village", "villages.craft", "page"])
def test_the_table_asks_the_same_number_of_questions_whatever_the_number_of_rows(client: Client, kind: str) -> None:
    enter(client, groups.ADMINISTRATOR)
    home = HomePage.objects.get(locale__language_code="vi")

    def add(number: int) -> None:
        factories.village(f"Làng {number}")
        factories.craft(f"Nghề {number}")
        home.add_child(instance=StandardPage(title=f"Trang {number}", slug=f"trang-{number}")).save_revision().publish()

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(TABLE, {"kind": kind}).status_code == 200
        return len(queries)

    add(1)
    asked()
    first = asked()
    for number in range(2, 12):
        add(number)
    assert asked() == first


def test_every_gap_tells_the_rows_that_have_it_by_one_query() -> None:
    product = factories.product("Khay", price_confirmed_on=timezone.localdate() - datetime.timedelta(days=366))
    new = factories.product("Nón", price_confirmed_on=timezone.localdate() - datetime.timedelta(days=365))
    for record, days in ((product, 60), (new, 61)):
        end = timezone.localdate() + datetime.timedelta(days=days)
        Certificate.objects.create(product=record, valid_to=end)
    found = {}
    for name in gaps.names():
        gap = gaps.get(name)
        assert gap is not None
        with CaptureQueriesContext(connection) as queries:
            found[name] = [str(row) for row in gap.rows()]
        assert len(queries) == 1, name
    assert (found["product-price"], found["product-certificate"]) == (["Khay"], ["Khay"])
    assert found["product-picture"] == ["Khay", "Nón"]


def test_the_dashboard_lists_empty_facts_with_links_until_they_are_told(client: Client) -> None:
    enter(client, groups.ADMINISTRATOR)
    link = reverse("wagtailsettings:edit", args=["pages", "centresettings"])
    panel = [each for each in client.get("/admin/").context["panels"] if each.name == "checklist"]
    assert {entry.url() for entry in panel[0].entries} >= {link}
    details = CentreSettings.load()
    for name in facts.names():
        if hasattr(details, name):
            setattr(details, name, "x@example.org" if name == "email" else "Có")
    details.save()
    WeeklyHours.objects.create(centre=details, opens=datetime.time(8), closes=datetime.time(17))
    [panel] = [each for each in client.get("/admin/").context["panels"] if each.name == "checklist"]
    assert link not in {entry.url() for entry in panel.entries}


def test_an_editor_is_not_sent_to_settings_that_are_the_administrators(client: Client) -> None:
    enter(client, groups.EDITOR)
    [panel] = [each for each in client.get("/admin/").context["panels"] if each.name == "checklist"]
    assert [entry.url().split("/")[2] for entry in panel.entries] == ["pages"]


def test_what_was_submitted_waits_for_the_reviewer_and_not_for_the_editor(client: Client) -> None:
    from showcase.core import moderation

    village = factories.village("Đồng Vinh", live=False)
    moderation.submit_for_review(village, user=enter(client, groups.EDITOR))
    decide = reverse(village.snippet_viewset.get_url_name("edit"), args=[village.pk])
    assert decide not in client.get("/admin/review/").content.decode()
    client.force_login(factories.user("duyet", groups.REVIEWER))
    body = client.get("/admin/review/").content.decode()
    assert decide in body
    assert "Đồng Vinh" in body


@pytest.mark.parametrize(("group", "reaches"), [(groups.EDITOR, True), (groups.TRANSLATOR, False)])
def test_every_link_of_the_table_leads_where_its_reader_may_go(client: Client, group: str, reaches: bool) -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    page.save_revision().publish()
    draft = home.add_child(instance=StandardPage(title="Nháp", slug="nhap", live=False))
    enter(client, group)
    table = BeautifulSoup(client.get(TABLE, {"kind": "page"}).content, "html.parser").find("table", class_="listing")
    assert table
    found = {str(link["href"]) for link in table("a")}
    begin = reverse("simple_translation:submit_page_translation", args=[draft.pk])
    source = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (begin in found, source in found, page.get_url() in found) == (reaches, reaches, not reaches)
    assert {client.get(address, follow=True).status_code for address in found} == {200}
    assert not any(client.get(link)["Location"] == "/admin/" for link in found if client.get(link).status_code == 302)


def test_who_sent_it_reads_on_the_dashboard_why_it_came_back(client: Client) -> None:
    village = factories.village("Đồng Vinh", live=False)
    village.save_revision()
    editor = enter(client, groups.EDITOR)
    state = village.get_workflow().start(village, editor)
    assert "Trả lại cho bạn sửa" not in client.get(reverse("wagtailadmin_home")).content.decode()
    state.current_task_state.reject(user=factories.user("duyet", groups.REVIEWER), comment="Xin ghi rõ nguồn tre.")
    panel = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser").find(id="returned-section")
    assert panel
    assert " ".join(panel.get_text().split()).endswith("Đồng Vinh: “Xin ghi rõ nguồn tre.” (duyet)")
    edit = reverse(village.snippet_viewset.get_url_name("edit"), args=[village.pk])
    assert panel.find("a", href=edit)


@pytest.mark.parametrize(("group", "told"), [(groups.REVIEWER, True), (groups.TRANSLATOR, False)])
def test_who_decides_is_told_so_and_led_to_what_changed(client: Client, group: str, told: bool) -> None:
    village = factories.village("Đồng Vinh")
    revision = village.save_revision()
    village.get_workflow().start(village, factories.user("lan", groups.EDITOR))
    enter(client, group)
    viewset = village.snippet_viewset
    form = client.get(reverse(viewset.get_url_name("edit"), args=[village.pk])).content.decode()
    compare = reverse(viewset.get_url_name("revisions_compare"), args=[village.pk, "live", revision.pk])
    banner = BeautifulSoup(form, "html.parser").find(class_="messages")
    assert ("đang chờ bạn quyết định" in str(banner), compare in str(banner)) == (told, told)
    assert client.get(compare).status_code == 200
