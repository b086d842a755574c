"""Medians, spreads and ratios of samples. No input or output."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some samples, and the lowest and highest."""

    middle: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """Raises ``ValueError`` without values."""
        if not values:
            raise ValueError("no samples")
        return cls(median(values), min(values), max(values))

    def __str__(self) -> str:
        return f"{self.middle:.1f} ({self.lowest:.1f}–{self.highest:.1f})"


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of the load generator: requests a second, milliseconds, failed answers."""

    rate: float
    p50: float
    p95: float
    failed: int = 0


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest rank: the smallest value that at least ``percent`` of the values do not exceed."""
    if not values:
        raise ValueError("no samples")
    rank = max(1, -(-len(values) * percent // 100))
    return sorted(values)[int(rank) - 1]


def ratio(pairs: Sequence[tuple[Sample, Sample]]) -> Spread:
    """How many times slower than the bare view, each page sample against the bare one beside it: (bare, page)."""
    return Spread.of([bare.rate / page.rate if page.rate else float("inf") for bare, page in pairs])


def growth(ratios: dict[int, float]) -> float | None:
    """The ratio at the largest size ÷ that at the smallest; ``None`` when there is one size."""
    if len(ratios) < 2:
        return None
    return ratios[max(ratios)] / ratios[min(ratios)]
