"""An editor reads the admin in Vietnamese, who prefers English reads it in English."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup, Comment
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from showcase.accounts import groups
from showcase.pages.models import HomePage
from tests import factories
from tests.words_of_wagtail import ours, texts
from villages.models import Village

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]

#: Names that records bear, which stand beside the words of the admin in both languages
NAMES = {"Home", "Trang chủ", "Privacy", "Duyệt"}
#: What an editor sees all day: the walk would not notice if one of these were gone.
COMMON = {
    "Save draft": "Lưu nháp",
    "Images": "Hình ảnh",
    "Set publishing schedule": "Đặt lịch đăng",
    "View history": "Xem lịch sử",
    "More actions": "Thao tác khác",
    "Request changes": "Trả lại để sửa",
    "Choose an image": "Chọn hình ảnh",
    "Publish": "Đăng",
    "Usage": "Nơi dùng",
    "Sign in": "Đăng nhập",
}


def of_village(view: str, *args: Any) -> str:
    return reverse(Village.snippet_viewset.get_url_name(view), args=args)


def addresses() -> list[str]:
    """The pages where staff spend their day; one village is live, one is waiting for a decision."""
    live, waiting, draft = (factories.village(name, live=name == "Hạ Thái") for name in ("Hạ Thái", "Cự Đà", "Chuôn"))
    workflow = waiting.get_workflow()
    workflow.start(waiting, factories.user("nguoi-gui"))
    home = HomePage.objects.get(locale__language_code="vi")
    return [
        *map(reverse, ("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_account")),
        reverse("wagtailadmin_explore", args=[home.pk]),
        reverse("wagtailadmin_pages:edit", args=[home.pk]),
        reverse("wagtailadmin_pages:history", args=[home.pk]),
        of_village("list"),
        of_village("add"),
        *(of_village(view, live.pk) for view in ("edit", "history", "usage")),
        *(of_village(view, waiting.pk) for view in ("edit", "workflow_history")),
        of_village("delete", draft.pk),
        *map(reverse, ("wagtailimages:index", "wagtailimages:add", "wagtailimages:add_multiple")),
        *map(reverse, ("wagtaildocs:index", "wagtaildocs:add_multiple", "search_nothing_found", "search_most_typed")),
        *map(reverse, ("wagtailimages_chooser:choose", "wagtaildocs_chooser:choose")),
        *map(reverse, ("wagtailadmin_choose_page", "wagtailadmin_choose_page_external_link")),
        *map(reverse, ("wagtailadmin_reports:workflow", "wagtailadmin_reports:site_history")),
    ]


def read(client: Client, address: str) -> set[str]:
    """Every text of a page or of a chooser's window, and the labels of its sidebar."""
    response = client.get(address)
    assert response.status_code == 200, address
    body = response.json()["html"] if "json" in response["Content-Type"] else response.content.decode()
    soup = BeautifulSoup(body, "html.parser")
    sidebar = soup.find("script", id="wagtail-sidebar-props")
    said = labels(json.loads(sidebar.text)) if sidebar else set()
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    strings = [text for text in soup.find_all(string=True) if not isinstance(text, Comment)]
    return (said | {" ".join(text.split()) for text in strings}) - NAMES


def labels(props: Any) -> set[str]:
    """The labels in the data of Wagtail's sidebar."""
    if isinstance(props, dict):
        own = {value for key, value in props.items() if key == "label" and isinstance(value, str)}
        return own.union(*map(labels, props.values()))
    return set().union(*map(labels, props)) if isinstance(props, list) else set()


def words(*, translated: bool) -> set[str]:
    """The words of the overlay that stand for themselves, in English or in Vietnamese."""
    differing = [message for message in ours("django") if message.id != message.string]
    return {text for message in differing for text in texts(message.string if translated else message.id)}


def test_an_editor_reads_vietnamese(client: Client) -> None:
    client.force_login(factories.user("bien-tap", groups.EDITOR))
    known = words(translated=False) | {"Password", "Link text"}
    english = {address: found for address in addresses() if (found := read(client, address) & known)}
    assert english == {}


def test_whoever_prefers_english_reads_english(client: Client) -> None:
    client.force_login(factories.reader_of_the_admin("en"))
    known = words(translated=True)
    vietnamese = {address: found for address in addresses() if (found := read(client, address) & known)}
    assert vietnamese == {}


def test_what_is_read_most_is_there() -> None:
    said = {str(message.id): message.string for message in ours("django") if message.id in COMMON}
    assert said == COMMON


@pytest.mark.parametrize(("language", "expected"), [("vi", "Thu gọn tất cả"), ("en", None)])
def test_scripts_speak_the_same_language(client: Client, language: str, expected: str | None) -> None:
    client.force_login(factories.reader_of_the_admin(language))
    script = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    assert (json.dumps(expected) in script) if expected else "Thu g" not in script


def test_the_sign_in_is_vietnamese(client: Client) -> None:
    assert {"Mật khẩu", "Đăng nhập", "Quên mật khẩu?"} <= read(client, reverse("wagtailadmin_login"))


AGO = {timedelta(0): "Vừa xong", timedelta(minutes=7): "7 phút trước", timedelta(days=3): "3 ngày trước"}


@pytest.mark.parametrize(("ago", "said"), AGO.items())
def test_how_long_ago_is_said_in_vietnamese(client: Client, ago: timedelta, said: str) -> None:
    client.force_login(factories.user("bien-tap", groups.EDITOR))
    village = factories.village("Hạ Thái")
    ModelLogEntry.objects.log_action(village, "wagtail.edit", timestamp=timezone.now() - ago)
    assert said in read(client, of_village("history", village.pk))


def test_pages_are_counted_as_pages(client: Client) -> None:
    client.force_login(factories.user("bien-tap", groups.EDITOR))
    home = HomePage.objects.get(locale__language_code="vi")
    said = read(client, reverse("wagtailadmin_explore", args=[home.pk]))
    assert [text for text in said if re.fullmatch(r"1–\d+ trong \d+ trang", text)]


def test_a_title_is_no_honour(client: Client) -> None:
    client.force_login(factories.user("bien-tap", groups.EDITOR))
    assert "Tiêu đề" in read(client, reverse("wagtailimages:add"))
    assert "Danh hiệu" not in read(client, reverse("wagtailimages:add"))
    assert "Danh hiệu" in read(client, of_village("add"))
