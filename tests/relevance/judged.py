"""The judged queries, read and checked: a kind or an answer that does not exist is an error."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from showcase.core.text import slugify
from showcase.demo.content import FOLDER

FILE = Path(__file__).with_name("judgements.csv")
RECORDS = ("product", "village", "artisan")
TYPES = ("", *RECORDS, "exhibition", "event", "story", "glossary")
LANGUAGES = ("vi", "en")
MARKED, UNMARKED, COLLISION, NONSENSE = "marked", "unmarked", "collision", "nonsense"
KINDS = (
    *(MARKED, UNMARKED, "partly", "nfd", "tone", "joined", "split", "slip", "telex", "english", "synonym", "place"),
    *("name", "code", COLLISION, "object", "page", NONSENSE),
)
GRADES = {"1": 1, "2": 2, "3": 3}


@dataclass(frozen=True, slots=True)
class Judged:
    """A query as typed, in a language, of everything or one type; ``grades`` by answer, none for nonsense."""

    query: str
    language: str
    type: str
    kind: str
    grades: Mapping[str, int]


def key(kind: str, code: str, name_vi: str) -> str:
    """What judgements call an answer: a record by its code, a page or word by its Vietnamese name."""
    return code if kind in RECORDS else f"{kind}/{slugify(name_vi)}"


def read() -> list[Judged]:
    """All judged queries."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return checked(csv.DictReader(lines))


def checked(rows: Iterable[Mapping[str, str]]) -> list[Judged]:
    """Rows of the file as queries; ``ValueError`` names what is wrong with the first bad one."""
    made = []
    seen = set()
    for row in rows:
        judged = Judged(row["query"], row["language"], row["type"], row["kind"], _grades(row["judged"]))
        if problem := _problem(judged):
            raise ValueError(f"{judged.query!r}: {problem}")
        if (judged.query, judged.type, judged.language) in seen:
            raise ValueError(f"{judged.query!r}: judged twice")
        seen.add((judged.query, judged.type, judged.language))
        made.append(judged)
    return made


def _grades(cell: str) -> dict[str, int]:
    pairs = [part.rpartition(":") for part in cell.split()]
    return {answer: GRADES.get(grade, 0) for answer, _colon, grade in pairs}


def _problem(judged: Judged) -> str:
    for name, value, known in (
        ("kind", judged.kind, KINDS),
        ("type", judged.type, TYPES),
        ("language", judged.language, LANGUAGES),
    ):
        if value not in known:
            return f"unknown {name} {value!r}"
    types = answers()
    for answer, grade in judged.grades.items():
        if not grade:
            return f"{answer} has no grade from 1 to 3"
        if answer not in types:
            return f"unknown answer {answer}"
        if judged.type not in ("", types[answer]):
            return f"{answer} is no {judged.type}"
    if judged.kind == NONSENSE:
        return "nonsense has no answer" if judged.grades else ""
    return "" if max(judged.grades.values(), default=0) > 1 else "no good answer"


@cache
def answers() -> dict[str, str]:
    """The type of everything that the demo shows, by what judgements call it: not the makers who keep their names."""
    made = {
        row["code"]: kind for kind in RECORDS for row in _rows(f"{kind}s.csv") if "name" in row.get("consent", "name")
    }
    told = _told("told.json")
    named = [("glossary", row["name"]) for row in _rows("glossary.csv")]
    named += [("exhibition", entry["title_vi"]) for entry in _told("exhibitions.json")]
    named += [("story", entry["title_vi"]) for entry in told["stories"]]
    named += [("event", entry["title_vi"]) for entry in told["events"]]
    return made | {key(kind, "", name): kind for kind, name in named}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _told(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
