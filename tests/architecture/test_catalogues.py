"""The reader of messages misses none of the ways in which the project marks them, and gaps are noticed."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message

from tests.catalogues import ROOT, SOURCES, gap, in_python, in_template


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{% translate "Don\'t" %}', (None, "Don't", None)),
        ('{% translate "Open" context "status" as x %}', ("status", "Open", None)),
        (
            "{% blocktranslate with a=b trimmed %}\n Made by {{ a }}\n{% endblocktranslate %}",
            (None, "Made by %(a)s", None),
        ),
        (
            "{% blocktranslate count n=x %}{{ n }} piece{% plural %}{{ n }} pieces{% endblocktranslate %}",
            (None, "%(n)s piece", "%(n)s pieces"),
        ),
        ('{% include "card.html" with label=_("Ask") only %}', (None, "Ask", None)),
    ],
)
def test_messages_of_templates_are_found(source: str, expected: tuple[str | None, str, str | None]) -> None:
    assert [key for _, key in in_template("{% load i18n %}" + source)] == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('_("Village")', (None, "Village", None)),
        ('gettext_lazy("Village " "name")', (None, "Village name", None)),
        ('ngettext("%(n)d day", "%(n)d days", n)', (None, "%(n)d day", "%(n)d days")),
        ('pgettext_lazy("status", "Open")', ("status", "Open", None)),
    ],
)
def test_messages_of_python_are_found(source: str, expected: tuple[str | None, str, str | None]) -> None:
    assert [key for _, key in in_python(source.encode())] == [expected]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (None, "missing"),
        (Message("Made by %(a)s", ""), "not translated"),
        (Message("Made by %(a)s", "%(a)s làm", flags={"fuzzy"}), "not translated"),
        (Message("Made by %(a)s", "%(b)s làm"), "names a place that the message does not have"),
        (Message("Made by %(a)s", "%(a)s làm"), None),
    ],
)
def test_a_gap_is_named(message: Message | None, expected: str | None) -> None:
    assert gap((None, "Made by %(a)s", None), message) == expected


def test_no_module_marks_messages_under_a_name_that_the_reader_does_not_know() -> None:
    renamed = re.compile(
        r"^(?:from django\.utils\.translation import| {4})\s*\w*gettext\w* as (?!_\b)\w+", re.MULTILINE
    )
    assert renamed.search("from django.utils.translation import gettext as say")
    sources = [path for folder in SOURCES for path in (ROOT / folder).rglob("*.py")]
    assert [path for path in sources if renamed.search(path.read_text(encoding="utf-8"))] == []
