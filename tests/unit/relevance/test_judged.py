"""Judged queries: the file holds what it must, and mistakes in it are named."""

from collections import Counter

import pytest

from showcase.core.text import fold
from tests.relevance.judged import KINDS, checked, read

GOOD = {"query": "lược sừng", "language": "vi", "type": "", "kind": "marked", "judged": "T7S875:3 2N3QP7:2"}
LEAST = {"code": 5, "nfd": 6, "tone": 6, "marked": 60, "unmarked": 60, "nonsense": 20}


def test_there_are_enough_queries_of_each_kind():
    counted = Counter(judged.kind for judged in read())
    assert {kind: counted[kind] for kind in KINDS if counted[kind] < LEAST.get(kind, 10)} == {}


def test_both_languages_are_asked():
    assert {judged.language for judged in read()} == {"vi", "en"}


def test_each_marked_query_has_a_twin_without_marks_that_is_judged_alike():
    unmarked = {(fold(judged.query), judged.type): judged.grades for judged in read() if judged.kind == "unmarked"}
    marked = [judged for judged in read() if judged.kind == "marked"]
    alone = [judged.query for judged in marked if unmarked.get((fold(judged.query), judged.type)) != judged.grades]
    assert alone == []


def test_a_row_becomes_a_query_with_grades():
    assert checked([GOOD])[0].grades == {"T7S875": 3, "2N3QP7": 2}


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"kind": "odd"}, "unknown kind 'odd'"),
        ({"type": "odd"}, "unknown type 'odd'"),
        ({"language": "fr"}, "unknown language 'fr'"),
        ({"judged": "QQQQQQ:3"}, "unknown answer QQQQQQ"),
        ({"judged": "story/khong-co:3"}, "unknown answer story/khong-co"),
        ({"judged": "T7S875:4"}, "T7S875 has no grade from 1 to 3"),
        ({"judged": "T7S875:1"}, "no good answer"),
        ({"judged": ""}, "no good answer"),
        ({"type": "village"}, "T7S875 is no village"),
        ({"kind": "nonsense"}, "nonsense has no answer"),
    ],
)
def test_a_mistake_is_named(wrong, problem):
    with pytest.raises(ValueError, match=f"^'lược sừng': {problem}$"):
        checked([GOOD | wrong])


def test_a_query_is_judged_once():
    with pytest.raises(ValueError, match=r"^'lược sừng': judged twice$"):
        checked([GOOD, GOOD])
