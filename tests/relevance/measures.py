"""What is measured of ranked answers against graded judgements: plain arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

DEPTH = 10
FIRST = 5
#: From this grade on an answer is what the visitor came for.
GOOD = 2

Grades = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """The means over some answerable queries; ``precision`` is None where no query has five good answers."""

    queries: int
    ndcg: float
    mrr: float
    precision: float | None
    zero: float


def ndcg(ranked: Sequence[str], grades: Grades) -> float:
    """Normalised discounted cumulative gain of the first ten, with gain 2^grade − 1."""
    best = sorted(grades.values(), reverse=True)
    return _discounted([grades.get(found, 0) for found in ranked]) / _discounted(best)


def reciprocal_rank(ranked: Sequence[str], grades: Grades) -> float:
    """One over the place of the first good answer among the first ten; 0 without one."""
    places = (place for place, found in enumerate(ranked[:DEPTH], start=1) if grades.get(found, 0) >= GOOD)
    return 1 / next(places, float("inf"))


def precision(ranked: Sequence[str], grades: Grades) -> float:
    """How many of the first five are at least acceptable."""
    return sum(grades.get(found, 0) > 0 for found in ranked[:FIRST]) / FIRST


def measure(answers: Iterable[tuple[Sequence[str], Grades]]) -> Measured:
    """The means over answers to queries of which each has a judgement; at least one."""
    pairs = list(answers)
    full = [precision(ranked, grades) for ranked, grades in pairs if len(grades) >= FIRST]
    return Measured(
        queries=len(pairs),
        ndcg=fmean(ndcg(ranked, grades) for ranked, grades in pairs),
        mrr=fmean(reciprocal_rank(ranked, grades) for ranked, grades in pairs),
        precision=fmean(full) if full else None,
        zero=fmean(not ranked for ranked, _grades in pairs),
    )


def _discounted(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades[:DEPTH], start=1))
