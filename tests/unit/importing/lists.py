"""The centre's own lists and vocabularies as these tests read them."""

import csv
from pathlib import Path

from products.importing.vocabulary import Vocabulary, read_terms

ROOT = Path(__file__).parents[3]
LISTS = ROOT / "tests" / "data" / "centre"


def rows(name: str) -> dict[int, dict[str, str]]:
    """The rows of a list by their number."""
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        return {int(row["number"]): row for row in csv.DictReader(file)}


def vocabulary(path: str) -> Vocabulary:
    """The vocabulary of one of our data files."""
    return Vocabulary(read_terms(ROOT / path))
