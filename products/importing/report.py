"""What an import did: a result for every row, counts that add up."""

from collections import Counter
from dataclasses import dataclass, field

from showcase.core.importing import Outcome, Row


@dataclass(frozen=True, slots=True)
class RowResult:
    """One row: its outcome, the reason of a failure, the cells that were only partly understood."""

    row: Row
    label: str
    outcome: Outcome
    reason: str = ""
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class ListReport:
    """One file."""

    file_name: str
    columns: tuple[str, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    results: list[RowResult] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """Rows by outcome; the four numbers add up to ``total``."""
        found = Counter(result.outcome.value for result in self.results)
        return {outcome.value: found[outcome.value] for outcome in Outcome}

    @property
    def total(self) -> int:
        return len(self.results)

    @property
    def failed(self) -> list[RowResult]:
        return [result for result in self.results if result.outcome is Outcome.FAILED]

    @property
    def partly_understood(self) -> list[RowResult]:
        return [result for result in self.results if result.notes]


@dataclass(slots=True)
class ImportReport:
    """All files of one run."""

    lists: list[ListReport] = field(default_factory=list)
    dry_run: bool = False

    def of(self, file_name: str) -> ListReport:
        """The report of one file. Raises ``KeyError`` when the folder did not have it."""
        for report in self.lists:
            if report.file_name == file_name:
                return report
        raise KeyError(file_name)

    @property
    def changes(self) -> int:
        """How many records were created or changed."""
        return sum(report.counts["created"] + report.counts["changed"] for report in self.lists)
