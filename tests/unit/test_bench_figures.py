"""The benchmark's statistics and its report."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.figures import Sample, Spread, growth, percentile, ratio
from benchmarks.report import BEGIN, END, render, write
from benchmarks.report_searching import render_searching
from benchmarks.run import added


def _sample(rate: float) -> Sample:
    return Sample(rate=rate, p50=1.0, p95=2.0)


def test_a_ratio_is_taken_of_samples_side_by_side_and_its_middle_and_ends_are_told() -> None:
    pairs = [(_sample(1_000), _sample(100)), (_sample(600), _sample(200)), (_sample(800), _sample(160))]
    assert ratio(pairs) == Spread(5.0, 3.0, 10.0)
    assert str(ratio(pairs)) == "5.0 (3.0–10.0)"


def test_a_page_that_never_answers_is_endlessly_slow() -> None:
    assert ratio([(_sample(1_000), _sample(0))]).middle == float("inf")


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [10.0, 1.0, 3.0, 2.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]
    assert (percentile(values, 50), percentile(values, 95), percentile([7.0], 50)) == (5.0, 10.0, 7.0)


def test_no_samples_are_no_result() -> None:
    for measure in (lambda: percentile([], 50), lambda: Spread.of([])):
        with pytest.raises(ValueError, match="no samples"):
            measure()


def test_growth_compares_the_largest_catalogue_with_the_smallest() -> None:
    assert growth({10_000: 5.0, 1_000: 4.0, 100_000: 6.0}) == 1.5
    assert growth({1_000: 4.0}) is None


def _spread(middle: float) -> dict[str, float]:
    return {"middle": middle, "lowest": middle - 0.1, "highest": middle + 0.1}


def _measured(middle: float) -> dict[str, Any]:
    row = {"rate": 1234.4, "p50": 3.14, "p95": 9.99, "queries": 3, "bytes": 54_000, "gzipped": 7_900, "failed": 0}
    return {
        "pages": {"list": {**row, "ratio": {"middle": middle, "lowest": middle - 1, "highest": middle + 1}}},
        "memory": {
            "without_kb": 102_400, "with_kb": 184_320, "load_seconds": 2.0, "languages": 2, "workers_kb": [204_800],
        },
        "saving": {
            "worker": {"without": _spread(1.0), "with": _spread(2.5)},
            "at_once": {"without": _spread(1.5), "with": _spread(9.0)},
            "reader": {"first": _spread(7.0)},
        },
    }  # fmt: skip


RESULTS: dict[str, Any] = {
    "conditions": {"Machine": "2 × a processor"},
    "databases": {"SQLite": {"1000": _measured(4.0), "100000": _measured(6.0)}},
}


def test_the_report_tells_ratio_bytes_memory_saving_and_growth() -> None:
    text = render(RESULTS)
    assert "* Machine: 2 × a processor" in text
    assert "### SQLite, 100,000 products" in text
    assert "| list | 1,234 | 3.1 | 10.0 | 6.0 (5.0–7.0) | 3 | 54,000 | 7,900 | 0 |" in text
    assert "100 MB without the index, 180 MB with it: 80 MB, 40 MB a language" in text
    saved = (
        "With a task worker, saving one product takes 1.0 (0.9–1.1) ms without the read model, 2.5 (2.4–2.6) ms with"
    )
    assert f"{saved} it: 1.5 ms more." in text
    assert "With tasks done at once, saving one product takes 1.5 (1.4–1.6) ms" in text
    assert "waits 7.0 (6.9–7.1) ms for it" in text
    assert "* list: 1.50 ×" in text


def test_the_engines_are_told_beside_what_they_stand_on() -> None:
    spread = _spread(4.0)
    call = {"p50": spread, "p95": spread, "p50_ratio": _spread(0.47), "p95_ratio": _spread(0.12)}
    calls = {"bare": {"p50": spread, "p95": spread}, "search": call, "suggest": call}
    fresh = {"one_change": _spread(2.5), "page_in_bulk": _spread(30.0), "bulk_seconds": 3.21}
    fed = {"documents": 100_456, "rebuild_per_second": 600.0, "bulk_per_second": 800.0}
    found = {"queries": 200, "embedded": {**calls, "fresh": fresh}, "elasticsearch": {**calls, **fed}}
    text = render_searching(found)
    assert "| embedded | search | 4.0 (3.9–4.1) | 4.0 (3.9–4.1) | 0.47 (0.37–0.57) | 0.12 (0.02–0.22) |" in text
    assert "| Elasticsearch | bare | 4.0 (3.9–4.1) | 4.0 (3.9–4.1) |  |  |" in text
    assert "costs the next reader 2.5 (2.4–2.6) ms" in text
    assert "all 100,456 documents: 600 a second; a bare bulk of the same: 800 (0.75 ×)" in text
    without = render_searching({**found, "elasticsearch": {"missing": "refused"}})
    assert "No Elasticsearch server was there." in without
    assert "| Elasticsearch |" not in without


def test_engines_measured_later_stand_beside_what_was_measured_before() -> None:
    before = {"conditions": {"Date": "then"}, "databases": {"SQLite": {"10": {"pages": 1}}}}
    load = "Load of the machine when it began (1, 5, 15 min)"
    now = {
        "conditions": {"Date": "now", "Commit": "abc", load: "0.1"},
        "databases": {"SQLite": {"10": {"searching": 2}, "20": {"searching": 3}}},
    }
    found = added(before, now)
    assert found["databases"]["SQLite"] == {"10": {"pages": 1, "searching": 2}, "20": {"searching": 3}}
    assert found["conditions"]["Date"] == "then"
    assert "date now; commit abc" in found["conditions"]["Search engines"]


def test_a_second_report_takes_the_place_of_the_first_and_leaves_the_page_around_it(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"Above.\n{BEGIN}\nold\n{END}\nBelow.\n")
    write(page, RESULTS)
    once = page.read_text()
    write(page, RESULTS)
    assert page.read_text() == once
    assert once.startswith(f"Above.\n{BEGIN}\n")
    assert once.endswith(f"\n{END}\nBelow.\n")
    assert "old" not in once


def test_a_page_without_its_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("Only words.\n")
    with pytest.raises(ValueError, match="lacks the marks"):
        write(page, RESULTS)
    assert page.read_text() == "Only words.\n"
