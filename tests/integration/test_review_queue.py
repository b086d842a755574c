"""The queue: what waits, the longest first; whoever has decided reads what came of it, and what is next."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from showcase.accounts import groups
from showcase.pages.models import HomePage, StandardPage
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]
QUEUE = "/admin/review/"
DECIDED = {
    "title": "Giới thiệu",
    "slug": "gioi-thieu",
    "body": "null",
    "more-count": 0,
    "comments-TOTAL_FORMS": 0,
    "comments-INITIAL_FORMS": 0,
    "comments-MIN_NUM_FORMS": 0,
    "comments-MAX_NUM_FORMS": "",
    "action-workflow-action": "true",
}


@pytest.fixture
def reviewer(client: Client) -> Client:
    client.force_login(factories.user("duyet", groups.REVIEWER))
    return client


@pytest.fixture
def page() -> StandardPage:
    home = HomePage.objects.get(locale__language_code="vi")
    page: StandardPage = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu", live=False))
    page.save_revision()
    page.get_workflow().start(page, factories.user("lan", groups.EDITOR))
    return page


def told(answer: Any) -> str:
    messages = BeautifulSoup(answer.content, "html.parser").find(class_="messages")
    assert messages
    return messages.get_text(" ", strip=True)


def test_the_queue_names_the_kind_and_begins_with_what_waits_longest(reviewer: Client, page: StandardPage) -> None:
    village = factories.village("Đồng Vinh")
    village.save_revision()
    village.get_workflow().start(village, factories.user("hoa", groups.EDITOR))
    TaskState.objects.filter(pk=village.current_workflow_task_state.pk).update(
        started_at=timezone.now() - timedelta(days=3)
    )
    rows = BeautifulSoup(reviewer.get(QUEUE).content, "html.parser").select("table.listing tbody tr")
    cells = [[" ".join(cell.get_text().split()) for cell in row("td")[:4]] for row in rows]
    assert cells == [["Đồng Vinh", "Làng nghề", "", "hoa"], ["Giới thiệu", "Trang nội dung", "Tiếng Việt", "lan"]]


def test_an_empty_queue_says_so(reviewer: Client) -> None:
    assert "Không có gì đang chờ." in reviewer.get(QUEUE).content.decode()


@pytest.mark.parametrize(
    ("action", "later", "said"),
    [
        ("approve", False, "Đã duyệt “Giới thiệu”, nay ai cũng xem được."),
        ("approve", True, "Đã duyệt “Giới thiệu”. Đến giờ đã hẹn sẽ tự công khai."),
        ("reject", False, "Đã trả “Giới thiệu” lại cho người gửi."),
    ],
)
def test_whoever_has_decided_reads_what_came_of_it(
    reviewer: Client, page: StandardPage, action: str, later: bool, said: str
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    moment = timezone.localtime(timezone.now() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M") if later else ""
    answer = reviewer.post(edit, DECIDED | {"workflow-action-name": action, "go_live_at": moment}, follow=True)
    assert answer.redirect_chain == [(QUEUE, 302)]
    assert said in told(answer)
    assert StandardPage.objects.get(pk=page.pk).live is (action == "approve" and not later)


def test_saving_a_draft_leads_nowhere_else(reviewer: Client, page: StandardPage) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    draft = {name: value for name, value in DECIDED.items() if name != "action-workflow-action"}
    assert reviewer.post(edit, draft)["Location"] == edit


@pytest.mark.parametrize("before", ["approve", "reject"])
@pytest.mark.parametrize("action", ["approve", "reject"])
def test_nothing_is_said_to_be_decided_where_somebody_was_quicker(
    reviewer: Client, page: StandardPage, before: str, action: str
) -> None:
    getattr(page.current_workflow_task_state, before)(user=factories.user("nhanh", groups.REVIEWER))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = reviewer.post(edit, DECIDED | {"workflow-action-name": action}, follow=True)
    assert answer.redirect_chain == [(edit, 302)]
    assert "duyệt “Giới thiệu”" not in told(answer) and "Đã trả" not in told(answer)


def test_an_editor_decides_nothing(client: Client, page: StandardPage) -> None:
    client.force_login(factories.user("mai", groups.EDITOR))
    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), DECIDED | {"workflow-action-name": "approve"}
    )
    assert answer.get("Location") != QUEUE
    assert not StandardPage.objects.get(pk=page.pk).live


def test_the_queue_asks_as_much_for_one_as_for_twenty(reviewer: Client, page: StandardPage) -> None:
    counts = []
    for number in range(20):
        village = factories.village(f"Làng {number}")
        village.save_revision()
        village.get_workflow().start(village, factories.user(f"ai-{number}", groups.EDITOR))
        if number in (0, 19):
            with CaptureQueriesContext(connection) as queries:
                assert f"Làng {number}" in reviewer.get(QUEUE).content.decode()
            counts.append(len(queries))
    assert counts[0] == counts[1]
