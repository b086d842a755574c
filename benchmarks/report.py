"""The tables of docs/performance.md, written between two marks."""

from pathlib import Path
from typing import Any

from benchmarks.figures import Spread, growth
from benchmarks.report_searching import render_searching

BEGIN, END = "<!-- make bench: begin -->", "<!-- make bench: end -->"
HEAD = "| page | req/s | p50 ms | p95 ms | bare ÷ page | queries | bytes | gzipped | failed |"
RULE = "|---|--:|--:|--:|--:|--:|--:|--:|--:|"


def render(results: dict[str, Any]) -> str:
    """All results as Markdown. ``results`` is what ``benchmarks.run`` writes as JSON."""
    parts = [_conditions(results["conditions"])]
    for database, sizes in results["databases"].items():
        for size, measured in sizes.items():
            parts.append(f"### {database}, {int(size):,} products")
            if "pages" in measured:
                parts.append(_pages(measured["pages"]))
                parts.append(_memory(measured["memory"]))
            if saving := measured.get("saving"):
                parts.append(_saving(saving))
            if searching := measured.get("searching"):
                parts.append(render_searching(searching))
        if grown := _growth(sizes):
            parts.append(f"### {database}: growth of the ratio from the smallest to the largest catalogue\n\n{grown}")
    return "\n\n".join(parts)


def _conditions(given: dict[str, Any]) -> str:
    return "\n".join(f"* {name}: {value}" for name, value in given.items())


def _pages(pages: dict[str, Any]) -> str:
    lines = [HEAD, RULE]
    for kind, row in pages.items():
        queries = "–" if row["queries"] is None else row["queries"]
        lines.append(
            f"| {kind} | {row['rate']:,.0f} | {row['p50']:.1f} | {row['p95']:.1f} "
            f"| {Spread(**row['ratio'])} | {queries} "
            f"| {row['bytes']:,} | {row['gzipped']:,} | {row['failed']} |"
        )
    return "\n".join(lines)


def _memory(memory: dict[str, Any]) -> str:
    added = (memory["with_kb"] - memory["without_kb"]) / 1024
    workers = ", ".join(f"{kb / 1024:.0f}" for kb in memory["workers_kb"])
    return (
        f"Memory (PSS): {memory['without_kb'] / 1024:.0f} MB without the index, "
        f"{memory['with_kb'] / 1024:.0f} MB with it: "
        f"{added:.0f} MB, {added / memory['languages']:.0f} MB a language, loaded in {memory['load_seconds']:.1f} s. "
        f"Workers after the run: {workers} MB."
    )


def _saving(saving: dict[str, Any]) -> str:
    said = []
    for way, words in {"worker": "With a task worker", "at_once": "With tasks done at once"}.items():
        without, with_model = Spread(**saving[way]["without"]), Spread(**saving[way]["with"])
        said.append(
            f"{words}, saving one product takes {without} ms without the read model, {with_model} ms with it: "
            f"{with_model.middle - without.middle:.1f} ms more."
        )
    reader = Spread(**saving["reader"]["first"])
    return "\n".join([*said, f"Who reads before the worker has built the entry waits {reader} ms for it."])


def _growth(sizes: dict[str, Any]) -> str:
    listed = {int(size): measured["pages"] for size, measured in sizes.items() if "pages" in measured}
    lines = []
    for kind in next(iter(listed.values()), {}):
        grown = growth({size: pages[kind]["ratio"]["middle"] for size, pages in listed.items()})
        if grown is not None:
            lines.append(f"* {kind}: {grown:.2f} ×")
    return "\n".join(lines)


def write(page: Path, results: dict[str, Any]) -> None:
    """Put the tables between the marks of a page. Raises ``ValueError`` where a mark is missing."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page} lacks the marks {BEGIN} … {END}")
    page.write_text(f"{before}{BEGIN}\n\n{render(results)}\n\n{END}{after}", encoding="utf-8")
