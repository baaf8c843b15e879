"""What the audit trail asks of the journal, and what it was told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Operation, Pool
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.audit_records import (
    AuditChoices,
    AuditExported,
    AuditFilter,
    AuditPage,
    AuditPlace,
)
from qhsign.services.contract_records import FindableContract
from qhsign.services.verification_records import Check
from qhsign.ui.reports.report_provider import AuditProvider
from qhsign.ui.shared.latest import Latest
from qhsign.wording import Language

T = TypeVar("T")
PAGE = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is called on the window's thread when long work has ended, one of the three."""

    done: Callable[..., None]
    failed: Callable[[ProblemForUser], None]
    stopped: Callable[[], None]


class AuditWork(QObject):
    """``first_read`` and ``more_read`` carry a page, ``counted`` how many entries there are."""

    first_read = Signal(object)
    more_read = Signal(object)
    counted = Signal(int)
    choices_read = Signal(object)
    contracts_read = Signal(object)
    failed = Signal(object)

    def __init__(self, provider: AuditProvider, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._provider, self._runner = provider, runner
        self.wanted = AuditFilter()
        self.total: int | None = None
        self._language = Language.CHINESE
        fail = self.failed.emit
        self._pages = Latest[AuditPage](runner, self.first_read.emit, fail, self)
        self._more = Latest[AuditPage](runner, self.more_read.emit, fail, self)
        self._counts = Latest[int](runner, self._take_count, fail, self)
        self._choices = Latest[AuditChoices](runner, self.choices_read.emit, fail, self)
        self._contracts = Latest[Sequence[FindableContract]](
            runner, self.contracts_read.emit, fail, self
        )

    @property
    def is_searching(self) -> bool:
        """Whether the first page of what is wanted has not come."""
        return self._pages.is_busy

    def search(self, wanted: AuditFilter, language: Language) -> None:
        """Read the first page of another search and count it."""
        self.wanted, self._language, self.total = wanted, language, None
        self._more.forget()
        self._pages.ask(lambda: self._provider.page(wanted, None, PAGE, language))
        self._counts.ask(lambda: self._provider.count(wanted))

    def read_more(self, after: AuditPlace) -> None:
        """Read the page that follows."""
        wanted, language = self.wanted, self._language
        self._more.ask(lambda: self._provider.page(wanted, after, PAGE, language))

    def read_choices(self, language: Language) -> None:
        """Read what there is to choose among."""
        self._choices.ask(lambda: self._provider.choices(language))
        self._contracts.ask(self._provider.contracts)

    def verify(self, progress: Progress, outcome: Outcome) -> None:
        """Walk the whole journal and check the file."""

        def work() -> Sequence[Check]:
            return self._provider.verify(progress)

        self._start(work, progress, outcome)

    def export(self, out: Path, purpose: str, progress: Progress, outcome: Outcome) -> None:
        """Write what is wanted now into a file."""
        wanted, language, total = self.wanted, self._language, self.total or 0

        def work() -> AuditExported:
            return self._provider.export(wanted, out, purpose, total, language, progress)

        self._start(work, progress, outcome)

    def _start(self, work: Callable[[], T], progress: Progress, outcome: Outcome) -> None:
        self._runner.start(
            Operation(
                work,
                outcome.done,
                self,
                outcome.failed,
                outcome.stopped,
                Pool.FILES,
                frozenset(),
                progress,
            )
        )

    def _take_count(self, total: int) -> None:
        self.total = total
        self.counted.emit(total)
