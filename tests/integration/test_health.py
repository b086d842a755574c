"""``/health`` tells a machine how the site is, and tells nobody more than that."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test import Client

from search.health import line_for_staff

pytestmark = pytest.mark.django_db


def test_it_is_one_word_for_each_part_and_never_kept(client: Client) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (
        200,
        {"database": "ok", "search": "embedded", "search_fallbacks": 0},
    )
    assert "no-store" in answer.headers["Cache-Control"] and not answer.cookies


def test_it_is_asked_without_the_proxy(client: Client, settings: object) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert [client.get(path).status_code for path in ("/health", "/")] == [200, 301]


def test_without_the_database_no_page_can_be_answered(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("could not connect to server at 10.0.0.5")

    monkeypatch.setattr(connection, "cursor", gone)
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"database": "away"})


def test_an_engine_without_a_server_has_nothing_to_tell_staff() -> None:
    assert line_for_staff() == ""
