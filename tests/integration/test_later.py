"""What a change leaves to the worker is done by everybody who follows it, whatever becomes of one of them."""

from typing import Any

import pytest
from django_tasks.base import TaskResultStatus

from showcase.core.registries import follow_ups
from showcase.core.tasks import follow_up
from showcase.images import share_receivers
from tests import factories
from villages.models import Village

pytestmark = pytest.mark.django_db


@pytest.fixture
def parts(monkeypatch: Any) -> list[str]:
    """Two parts of which the first fails; their names as they are asked."""
    asked: list[str] = []

    def fails(row: Village) -> int:
        asked.append(f"fails of {row.name}")
        raise RuntimeError("planted")

    def works(row: Village) -> int:
        asked.append(f"works of {row.name}")
        return 1

    monkeypatch.setattr(follow_ups, "_entries", {"fails": fails, "works": works})
    return asked


def test_one_that_fails_holds_up_no_other_and_is_told_of(parts: list[str], village: Village) -> None:
    result = follow_up.enqueue("villages.village", village.pk)
    assert parts == [f"fails of {village.name}", f"works of {village.name}"]
    assert result.status == TaskResultStatus.FAILED
    assert "fails failed" in result.errors[0].traceback


def test_a_row_that_is_gone_needs_nothing(parts: list[str], village: Village) -> None:
    pk = village.pk
    Village.objects.filter(pk=pk).delete()
    assert follow_up.enqueue("villages.village", pk).return_value == {}
    assert parts == []


def test_every_saved_record_is_left_to_a_task_also_one_that_is_hidden(
    parts: list[str], village: Village, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        village.save()
        village.live = False
        village.save()
    assert len(parts) == 4


def test_a_store_that_is_away_ends_no_task(
    parts: list[str], village: Village, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_args: Any) -> None:
        raise OSError("planted")

    monkeypatch.setattr(share_receivers, "remove_outdated", away)
    with django_capture_on_commit_callbacks(execute=True):
        village.save()
        factories.village("Hạ Thái")
    assert {line.partition(" of ")[2] for line in parts} == {village.name, "Hạ Thái"}


@pytest.fixture
def village(db: None) -> Village:
    return factories.village("Chuôn Ngọ")
