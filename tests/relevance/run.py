"""``make relevance``: how well each engine answers the judged queries, per kind of query.

``--worst N`` tells of the N worst answers what came and what was wanted. The demo is loaded into a database of its own.
"""

import argparse
import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.engines.base import SearchEngine
    from tests.relevance.asking import Answered
    from tests.relevance.measures import Measured

LINE = "{:<14} {:>7} {:>8} {:>7} {:>7} {:>7}"


def main() -> None:
    """Load, ask, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--worst", type=int, default=0, metavar="N", help="the N worst answers of each engine")
    arguments.add_argument("--kind", default="", help="the worst ones of this kind only")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="showcase-relevance-") as folder:
        load_demo(Path(folder))
        from tests.relevance.asking import ask
        from tests.relevance.judged import read

        for name in ("embedded", "elasticsearch"):
            with engine_of(name) as engine:
                if engine is None:
                    print(f"\n{name}: no server at ELASTICSEARCH_URL\n")
                    continue
                answered = ask(engine, read())
                print_measures(name, answered)
                print_worst([one for one in answered if given.kind in ("", one.judged.kind)], given.worst)


def load_demo(folder: Path) -> None:
    """Point Django to a new database in this folder and fill it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "showcase.settings.test"
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'demo.sqlite3'}"
    import django
    from django.core.management import call_command

    django.setup()
    with redirect_stdout(io.StringIO()):  # what was made, and passwords of people who are gone in a minute
        for command in ("migrate", "setup_centre", "load_demo"):
            call_command(command, verbosity=0)


@contextmanager
def engine_of(name: str) -> "Iterator[SearchEngine | None]":
    """An engine with everything in its index; None when its server is not there. Its index is dropped afterwards."""
    from django.test.utils import override_settings

    from search.engines import get_engine
    from search.engines.elasticsearch import ElasticsearchEngine

    index = f"relevance-{os.getpid()}"
    with override_settings(SEARCH_ENGINE=name, ELASTICSEARCH_INDEX=index):
        get_engine.cache_clear()
        engine = get_engine()
        if not isinstance(engine, ElasticsearchEngine):
            yield engine
            return
        if "ELASTICSEARCH_URL" not in os.environ:
            yield None
            return
        try:
            engine.rebuild()
            yield engine
            assert not engine.answers.keys() - {"answered"}, "the embedded engine answered for the server"
        finally:
            engine.server.drop(list(engine.server.indices(index)))


def print_measures(name: str, answered: "list[Answered]") -> None:
    """A table, and what breaks a rule without being a mean."""
    from tests.relevance import asking

    print(f"\n{name}")
    print(LINE.format("kind", "queries", "nDCG@10", "MRR", "P@5", "zero %"))
    for kind, measures in asking.by_kind(answered).items():
        print(line(kind, measures))
    print(line("all", asking.measured(answered)))
    for query, found in asking.found_for_nonsense(answered).items():
        print(f"nonsense found something: {query!r}: {names(found)}")
    for query, (marked, folded) in asking.first_ones_that_differ(answered).items():
        print(f"marks change the first result: {query!r}: {names([marked])}, without marks {names([folded])}")


def line(kind: str, measures: "Measured") -> str:
    """A line of the table."""
    precision = "" if measures.precision is None else f"{measures.precision:.3f}"
    zero = f"{measures.zero:.1%}"[:-1]
    return LINE.format(kind, measures.queries, f"{measures.ndcg:.3f}", f"{measures.mrr:.3f}", precision, zero)


def print_worst(answered: "list[Answered]", number: int) -> None:
    """The answers that are furthest from the best ones, with what came and what was wanted."""
    from tests.relevance.judged import NONSENSE
    from tests.relevance.measures import ndcg

    scored = [(ndcg(one.ranked, one.judged.grades), one) for one in answered if one.judged.kind != NONSENSE]
    for score, one in sorted(scored, key=lambda pair: pair[0])[:number]:
        judged = one.judged
        grades = judged.grades
        missed = sorted(set(grades) - set(one.ranked), key=lambda answer: -grades[answer])
        print(f"\n{score:.3f} {judged.query!r} ({judged.kind}, {judged.language}, {judged.type or 'everything'})")
        print(
            "  came:  ", "; ".join(f"{grades.get(answer, 0)} {names([answer])}" for answer in one.ranked) or "nothing"
        )
        print("  missed:", "; ".join(f"{grades[answer]} {names([answer])}" for answer in missed[:10]) or "none")


def names(answers: Sequence[str]) -> str:
    """Records by code and name, pages as they are called."""
    from search.entries import documents_of

    found = documents_of([answer for answer in answers if "/" not in answer])
    return ", ".join(f"{found[answer].names['vi']} [{answer}]" if answer in found else answer for answer in answers)


if __name__ == "__main__":
    main()
