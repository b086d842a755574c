"""``python -m benchmarks.saving``: what the read model adds to saving one product, as JSON."""

import json
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import asdict
from statistics import median
from typing import TYPE_CHECKING

import django

from benchmarks.figures import Spread

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
SAVES, ROUNDS = 200, 3
WAYS = {
    "worker": "django_tasks_db.DatabaseBackend",
    "at_once": "django_tasks.backends.immediate.ImmediateBackend",
}


@contextmanager
def _without_read_model() -> "Iterator[None]":
    """Nobody hears of changed records."""
    from search import receivers
    from showcase.core.signals import record_changed

    record_changed.disconnect(receivers._changed, dispatch_uid="search.record_changed")
    try:
        yield
    finally:
        record_changed.connect(receivers._changed, dispatch_uid="search.record_changed")


def _round(codes: list[str]) -> float:
    """The median milliseconds of saving these, each changed in its text, in a transaction of its own."""
    from products.models import Product

    took = []
    for code in codes:
        product = Product.objects.select_related("village", "artisan").get(code=code)
        product.summary += "."
        started = time.perf_counter()
        product.save()
        took.append((time.perf_counter() - started) * 1000)
    return median(took)


def _readers_round(codes: list[str]) -> float:
    """The median milliseconds in which a process takes in one change that the worker has not built yet."""
    from products.models import Product
    from search.engines import get_engine

    took = []
    for code in codes:
        Product.objects.get(code=code).save()
        started = time.perf_counter()
        get_engine().refresh(None)
        took.append((time.perf_counter() - started) * 1000)
    return median(took)


def _rounds(codes: list[str]) -> dict[str, list[float]]:
    """Rounds with and without by turns."""
    found: dict[str, list[float]] = {"without": [], "with": []}
    _round(codes[:20])
    for _ in range(ROUNDS):
        found["with"].append(_round(codes[:SAVES]))
        with _without_read_model():
            found["without"].append(_round(codes[SAVES:] or codes))
    return found


def measure() -> dict[str, dict[str, dict[str, float]]]:
    """Saving with tasks left to a worker, and done at once; then what the first reader pays before the worker."""
    from django.test import override_settings
    from django_tasks_db.models import DBTaskResult

    from products.models import Product
    from search.engines import get_engine
    from search.services import renew_stale

    codes = list(Product.objects.public().order_by("code").values_list("code", flat=True)[: SAVES * 2])
    found = {}
    for way, backend in WAYS.items():
        with override_settings(TASKS={"default": {"BACKEND": backend}}):
            found[way] = _rounds(codes)
        renew_stale()
    get_engine().refresh(None)
    with override_settings(TASKS={"default": {"BACKEND": WAYS["worker"]}}):
        found["reader"] = {"first": [_readers_round(codes[:20]) for _ in range(ROUNDS)]}
    renew_stale()
    DBTaskResult.objects.all().delete()
    return {way: {name: asdict(Spread.of(values)) for name, values in rounds.items()} for way, rounds in found.items()}


if __name__ == "__main__":
    django.setup()
    json.dump(measure(), sys.stdout)
