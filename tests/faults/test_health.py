"""While the server cannot be used, ``/health`` and one calm line for staff say so, and neither makes anybody wait."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from search.health import TOO_LONG
from search.models import SearchChange
from showcase.accounts import groups
from tests import factories
from tests.faults.conftest import Site, took
from tests.faults.misbehaving import misbehaving

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("products")]


def health(client: Client) -> Any:
    answer = client.get("/health")
    assert answer.status_code == 200  # visitors are answered all the same
    return answer.json()


def line(client: Client, report: str = "search_nothing_found") -> str:
    found = BeautifulSoup(client.get(reverse(report)).content, "html.parser").select_one(
        "[role=status]:has(> .help-info)"
    )
    return " ".join(found.text.split()) if found else ""


@pytest.fixture
def reviewer() -> Client:
    client = Client()
    client.force_login(factories.user("duyet", groups.REVIEWER))
    return client


@pytest.mark.parametrize("how", ["500", "no JSON", "silent"])
def test_a_server_that_cannot_be_used_is_told_of(site: Site, reviewer: Client, how: str) -> None:
    with misbehaving(how) as url:
        site.use(url)
        SearchChange.objects.update(waiting=False)
        site.client.get("/health")  # reads what the process has not read yet
        site.later()
        assert took(lambda: health(site.client)) <= 1.3
        assert health(site.client) == {"database": "ok", "search": "standby", "search_fallbacks": 0}
        site.page()
        told = site.client.get("/health")
        assert told.json()["search_fallbacks"] == 1
        assert urlsplit(url).netloc not in told.text
        for report in ("search_nothing_found", "search_most_typed"):
            assert re.fullmatch(
                r"Từ \d\d:\d\d máy chủ tìm kiếm không trả lời\. Trang web đang tìm bằng chỉ mục của chính nó; "
                r"khách không thấy gì khác\.",
                line(reviewer, report),
            )


def test_a_server_that_counts_but_does_not_search_stays_left_alone(
    site: Site, reviewer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with misbehaving("500") as url:
        engine = site.use(url)
        SearchChange.objects.update(waiting=False)
        monkeypatch.setattr(type(engine.server), "count", lambda _server, _index: 4)
        assert (health(site.client)["search"], line(reviewer)) == ("elasticsearch", "")
        for _ in range(5):
            site.page()
            assert health(site.client)["search"] == "standby" and line(reviewer)
            site.later(2.1)
        assert engine.breaker.is_open
        site.later()
        assert (health(site.client)["search"], line(reviewer)) == ("elasticsearch", "")  # the next question is its
        assert engine.breaker.is_open


def test_changes_that_wait_for_long_are_told_of(site: Site, reviewer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with misbehaving("500") as url:
        engine = site.use(url)
        monkeypatch.setattr(type(engine.server), "count", lambda _server, _index: 4)
        SearchChange.objects.update(waiting=True, created_at=timezone.now())
        assert (health(site.client)["search"], line(reviewer)) == ("standby", "")
        SearchChange.objects.update(created_at=timezone.now() - TOO_LONG - timedelta(days=1))
        assert line(reviewer).startswith("Từ ") and "báo cho người quản trị trang" in line(reviewer)
        SearchChange.objects.update(waiting=False)
        assert (health(site.client)["search"], line(reviewer)) == ("elasticsearch", "")
