"""The search engines' part of the tables."""

from typing import Any

from benchmarks.figures import Spread

HEAD = "| engine | call | p50 ms | p95 ms | p50 ÷ bare | p95 ÷ bare |"
RULE = "|---|---|--:|--:|--:|--:|"
CALLS = ("bare", "search", "suggest")
ENGINES = {"embedded": "embedded", "elasticsearch": "Elasticsearch"}


def render_searching(searching: dict[str, Any]) -> str:
    """What ``benchmarks.searching`` gave for one catalogue, as Markdown."""
    lines = [HEAD, RULE]
    for engine, name in ENGINES.items():
        found = searching[engine]
        lines += [_line(name, call, found[call]) for call in CALLS if call in found]
    embedded, elasticsearch = searching["embedded"], searching["elasticsearch"]
    fresh = embedded["fresh"]
    said = [
        f"{searching['queries']} mixed questions, whole calls with facets and 24 cards. Bare: FTS5 `MATCH … ORDER BY "
        "rank LIMIT 24` on the same text; `multi_match` with the same aggregations through the same client.",
        "\n".join(lines),
        f"A change made by another process costs the next reader {Spread(**fresh['one_change'])} ms. While 2,000 "
        f"records change in {fresh['bulk_seconds']:.1f} s, a page waits {Spread(**fresh['page_in_bulk'])} ms.",
    ]
    if "missing" in elasticsearch:
        said.append("No Elasticsearch server was there.")
    else:
        rebuilt, bare = elasticsearch["rebuild_per_second"], elasticsearch["bulk_per_second"]
        said.append(
            f"Feeding Elasticsearch all {elasticsearch['documents']:,} documents: {rebuilt:,.0f} a second; a bare bulk "
            f"of the same: {bare:,.0f} ({rebuilt / bare:.2f} ×)."
        )
    return "\n\n".join(said)


def _line(engine: str, call: str, figures: dict[str, Any]) -> str:
    p50, p95 = Spread(**figures["p50"]), Spread(**figures["p95"])
    ratios = [_ratio(figures[name]) if name in figures else "" for name in ("p50_ratio", "p95_ratio")]
    return f"| {engine} | {call} | {p50} | {p95} | {' | '.join(ratios)} |"


def _ratio(spread: dict[str, float]) -> str:
    return f"{spread['middle']:.2f} ({spread['lowest']:.2f}–{spread['highest']:.2f})"
