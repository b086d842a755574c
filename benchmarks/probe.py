"""``python -m benchmarks.probe``: addresses, queries, bytes and memory, of one process, as JSON."""

import gzip
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
LOOKED_AT = 10


def pss_kb(pid: int | str = "self") -> int:
    """The process's own part of memory, shared pages divided by their users; kB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise ValueError("no Pss line")


def probe() -> dict[str, Any]:
    """Memory is taken before and after the index is loaded, so this runs in a fresh process."""
    from django.conf import settings
    from django.db import connection
    from django.template.loader import get_template
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from benchmarks.addresses import addresses
    from search.engines import get_engine

    paths, client = addresses(), Client(headers={"host": "127.0.0.1"})
    get_template("search/list.html")  # no page before: the first one loads the index
    before, started = pss_kb(), time.perf_counter()
    get_engine().refresh(None)
    seconds, after = time.perf_counter() - started, pss_kb()
    pages: dict[str, Any] = {}
    for kind, all_of_kind in paths.items():
        some = all_of_kind[:LOOKED_AT]
        client.get(some[0])
        found = []
        for path in some:
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(path)
            found.append((len(queries), len(answer.content), len(gzip.compress(answer.content, 6)), answer.status_code))
        pages[kind] = {
            "queries": max(row[0] for row in found),
            "bytes": max(row[1] for row in found),
            "gzipped": max(row[2] for row in found),
            "failed": sum(row[3] != 200 for row in found),
        }
    memory = {
        "without_kb": before, "with_kb": after, "load_seconds": seconds, "languages": len(settings.LANGUAGES),
    }  # fmt: skip
    return {"paths": paths, "pages": pages, "memory": memory}


if __name__ == "__main__":
    django.setup()
    json.dump(probe(), sys.stdout)
