"""One database of one size: every kind of page beside the bare view, in turn."""

import json
import sys
from dataclasses import asdict
from random import Random
from typing import Any

from benchmarks.figures import Sample, Spread, ratio
from benchmarks.generator import sample
from benchmarks.servers import Site, run, site

BARE = ["/__bare__/"]
BARE_SECONDS = 1


def measure(database: str, seconds: float, rounds: int) -> dict[str, Any]:
    """Rows by kind of page, and memory, of a loaded database."""
    probe = json.loads(run([sys.executable, "-m", "benchmarks.probe"], database))
    pairs: dict[str, list[tuple[Sample, Sample]]] = {}
    with site(database, "benchmarks.settings") as plain, site(database, "benchmarks.settings_cached") as cached:
        paths: dict[str, list[str]] = probe["paths"]
        targets = [(kind, plain, asked) for kind, asked in paths.items()]
        targets.append(("cached list", cached, paths["list"]))
        for _kind, where, asked in targets:
            where.visit(asked)  # pages of records are stored by their first visitor
            sample(where.port, 1, asked)  # what a process makes once
        for number in range(rounds):
            for kind, where, asked in _shuffled(targets, number):
                pairs.setdefault(kind, []).append(_pair(where, seconds, asked))
        workers = plain.workers_kb()
    shown = {**probe["pages"], "cached list": probe["pages"]["list"] | {"queries": None}}
    return {
        "pages": {kind: _row(pairs[kind], shown[kind]) for kind, _where, _asked in targets},
        "memory": probe["memory"] | {"workers_kb": workers},
    }


def _shuffled(targets: list[Any], number: int) -> list[Any]:
    return Random(number).sample(targets, len(targets))


def _pair(where: Site, seconds: float, asked: list[str]) -> tuple[Sample, Sample]:
    where.settle()
    bare = sample(where.port, BARE_SECONDS, BARE)
    where.settle()
    return bare, sample(where.port, seconds, asked)


def _row(pairs: list[tuple[Sample, Sample]], shown: dict[str, Any]) -> dict[str, Any]:
    pages = [page for _bare, page in pairs]
    return {
        "ratio": asdict(ratio(pairs)),
        "rate": Spread.of([page.rate for page in pages]).middle,
        "bare_rate": Spread.of([bare.rate for bare, _page in pairs]).middle,
        "p50": Spread.of([page.p50 for page in pages]).middle,
        "p95": Spread.of([page.p95 for page in pages]).middle,
        **shown,
        "failed": shown["failed"] + sum(page.failed for page in pages),
    }
