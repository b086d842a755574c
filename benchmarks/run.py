"""``make bench``: loads catalogues, measures, writes benchmarks/results.json and the tables in docs/performance.md."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import generator
from benchmarks.measuring import measure
from benchmarks.report import render, write
from benchmarks.servers import ROOT, new_database, postgres, run

RESULTS = ROOT / "benchmarks" / "results.json"
PAGE = ROOT / "docs" / "performance.md"


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--seconds", type=float, default=3, help="of each sample of a page")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="one database instead of both")
    parser.add_argument(
        "--server", default="", help="a PostgreSQL server to use; databases bench_N are made and kept there"
    )
    parser.add_argument("--folder", type=Path, help="keep the SQLite files here for the next run")
    parser.add_argument("--no-docs", action="store_true", help="print only")
    parser.add_argument(
        "--searching", action="store_true", help="the engines only; what else was measured before stays"
    )
    return parser.parse_args()


def prepare(database: str, size: int) -> None:
    """Tables, pages and products; what is there already stays."""
    for arguments in (["migrate", "--verbosity", "0"], ["setup_centre"], ["load_scale", str(size)]):
        print(f"  {' '.join(arguments)} …", flush=True)
        run([sys.executable, "manage.py", *arguments], database)


def measured(database: str, size: int, given: argparse.Namespace) -> dict[str, Any]:
    """All of one database of one size."""
    prepare(database, size)
    result: dict[str, Any] = {}
    if not given.searching:
        result = measure(database, given.seconds, given.rounds)
        result["saving"] = json.loads(run([sys.executable, "-m", "benchmarks.saving"], database))
    result["searching"] = json.loads(run([sys.executable, "-m", "benchmarks.searching"], database))
    return result


def sqlite(folder: Path, given: argparse.Namespace) -> dict[str, Any]:
    """By size; each file grows out of the one before."""
    found: dict[str, Any] = {}
    before: Path | None = None
    for size in sorted(given.sizes):
        print(f"SQLite, {size:,} products", flush=True)
        file = folder / f"bench_{size}.sqlite3"
        if before is not None and not file.exists():
            shutil.copy(before, file)
        found[str(size)] = measured(f"sqlite:///{file}", size, given)
        before = file
    return found


def postgresql(server: str, given: argparse.Namespace) -> dict[str, Any]:
    """By size; each database grows out of the one before."""
    found: dict[str, Any] = {}
    before = ""
    for size in sorted(given.sizes):
        print(f"PostgreSQL, {size:,} products", flush=True)
        name = f"bench_{size}"
        found[str(size)] = measured(new_database(server, name, before), size, given)
        before = name
    return found


def conditions(given: argparse.Namespace) -> dict[str, Any]:
    """What must be known to read the numbers."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if "model name" in line
    ]
    libraries = ", ".join(f"{name} {version(name)}" for name in ("Django", "wagtail", "gunicorn", "psycopg"))
    return {
        "Date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "Commit": commit or "unknown",
        "Machine": f"{os.cpu_count()} × {models[0] if models else platform.machine()}, {platform.system()}",
        "Load of the machine when it began (1, 5, 15 min)": ", ".join(f"{load:.1f}" for load in os.getloadavg()),
        "Versions": f"Python {platform.python_version()}, {libraries}",
        "Server": "gunicorn, 2 sync workers, preload; database, server and load generator share the processors",
        "Load": f"{generator.name()}, concurrency {generator.CONNECTIONS}; {given.rounds} rounds, in shuffled order, "
        f"each 1 s of the bare view, then {given.seconds:g} s of the page; medians, lowest–highest in brackets",
    }


def added(before: dict[str, Any], results: dict[str, Any]) -> dict[str, Any]:
    """What was measured before, with the engines' figures of now, and when those were made."""
    now = results["conditions"]
    names = ("Date", "Commit", "Load of the machine when it began (1, 5, 15 min)")
    before["conditions"]["Search engines"] = "; ".join(f"{name.lower()} {now[name]}" for name in names)
    for database, sizes in results["databases"].items():
        for size, measured in sizes.items():
            before["databases"].setdefault(database, {}).setdefault(size, {}).update(measured)
    return before


def main() -> None:
    """Measure what was asked for."""
    given = options()
    with tempfile.TemporaryDirectory(prefix="showcase-bench-") as scratch:
        results: dict[str, Any] = {"conditions": conditions(given), "databases": {}}
        if given.only != "sqlite":
            if given.server:
                results["databases"]["PostgreSQL"] = postgresql(given.server, given)
            else:
                with postgres(Path(scratch)) as server:
                    if server:
                        results["databases"]["PostgreSQL"] = postgresql(server, given)
                    else:
                        print("PostgreSQL is not installed: left out")
        if given.only != "postgresql":
            results["databases"]["SQLite"] = sqlite(given.folder or Path(scratch), given)
    if given.searching:
        results = added(json.loads(RESULTS.read_text(encoding="utf-8")), results)
    print(render(results))
    if not given.no_docs:
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        write(PAGE, results)


if __name__ == "__main__":
    main()
