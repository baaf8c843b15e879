"""What the plan of the stage asks of the event and changes there."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.seating import Place
from qhsign.services.batches import Arranged
from qhsign.services.stage_approvals import Approval, ApprovalStep
from qhsign.services.stage_looks import StageLook
from qhsign.services.stage_plans import PlanRow
from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.shared.latest import Latest
from qhsign.ui.stage.stage_provider import StageProvider
from qhsign.ui.stage.stage_words import batch_word, step_word

T = TypeVar("T")


class StageWork(QObject):
    """``looked`` follows every reading of the plan; ``moved`` an exchange, with both Places.

    What was done is told in the bar with the way back; problems are told there, too.
    """

    looked = Signal()
    moved = Signal(object, object)

    def __init__(self, parts: CeremonyParts, provider: StageProvider, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._provider = parts, provider
        self.plan: StageLook | None = None
        self.batch: BatchRow | None = None
        self.version: int | None = None
        self.against: int | None = None
        self._looks = Latest[StageLook](parts.runner, self._take, self._fail, self)

    def show_batch(self, batch: BatchRow | None) -> None:
        """Read the plan of a batch; another batch begins with its latest version."""
        if batch is None or self.batch is None or batch.id != self.batch.id:
            self.version = self.against = None
            self.plan = None
        self.batch = batch
        self.read()

    def show_version(self, version: int) -> None:
        """Show another version."""
        newest = max((row.version for row in self.plan.versions), default=0) if self.plan else 0
        self.version = None if version >= newest else version
        self.against = None
        self.read()

    def compare_with(self, version: int) -> None:
        """Compare the version shown with another one."""
        self.against = version
        self.read()

    def read(self) -> None:
        """Read the plan again."""
        batch, provider = self.batch, self._provider
        if batch is None:
            self._looks.forget()
            self.plan = None
            self.looked.emit()
            return
        version, against = self.version, self.against
        language = self._parts.look.language
        self._looks.ask(lambda: provider.look(batch.number, version, against, language))

    def make(self) -> None:
        """Store the plan as it would be made now."""

        def done(row: PlanRow) -> None:
            self._parts.bar.show_done(
                self.tr("Version {version} of the plan is made.").format(version=row.version)
            )

        self._change(self._provider.make, done)

    def exchange(self, one: Place, other: Place) -> None:
        """Have two people change places."""
        plan = self.plan
        if plan is None:
            return
        if not plan.is_latest:
            self._parts.bar.show_wrong(
                self.tr("This is an earlier version: show the latest one to change it.")
            )
            return
        names = {each.place: each.name for each in plan.standings}
        first, second = names.get(one, ""), names.get(other, "")

        def done(row: PlanRow) -> None:
            self.moved.emit(one, other)
            if first and second:
                words = self.tr("{one} and {other} changed places.")
            else:
                words = self.tr("{one} stands elsewhere now.")
            words = words.format(one=first or second, other=second)
            self._told(words, row.operation)

        provider = self._provider
        self._change(lambda batch: provider.exchange(batch, one.key, other.key), done)

    def turn_frozen(self) -> None:
        """Freeze the plan, or let it change again."""
        if self.plan is None or not self.plan.is_latest:
            return
        is_frozen = self.plan.frozen

        def done(row: PlanRow) -> None:
            words = self.tr("The plan is frozen: nobody who stays is moved any more.")
            if is_frozen:
                words = self.tr("The plan can be changed again.")
            self._told(words, row.operation)

        self._change(self._provider.release if is_frozen else self._provider.freeze, done)

    def sign(self, step: ApprovalStep, by: str) -> None:
        """Do a step of the approval."""

        def done(approval: Approval) -> None:
            words = self.tr("{step}: {who}").format(step=step_word(step), who=by)
            self._told(words, approval.operation)

        provider = self._provider
        self._change(lambda batch: provider.sign(batch, step, by), done)

    def move_contract(self, number: int, to: BatchRow) -> None:
        """Move a contract into another batch."""

        def done(arranged: Arranged) -> None:
            words = self.tr("Contract {number} is in {batch} now.")
            self._told(words.format(number=number, batch=batch_word(to)), arranged.operation)

        provider = self._provider
        self._change(lambda _: provider.move(number, to.number), done)

    def _change(self, work: Callable[[int], T], done: Callable[[T], None]) -> None:
        batch = self.batch
        if batch is not None and self.plan is not None:  # else another batch's plan is still seen
            self._parts.change(self, lambda: work(batch.number), done)

    def _told(self, words: str, operation: str) -> None:
        self._parts.tell(self, words, operation, self._provider.undo)

    def _take(self, plan: StageLook) -> None:
        self.plan = plan
        self.looked.emit()

    def _fail(self, problem: ProblemForUser) -> None:
        """Say why; the plan of another batch is not left standing for this one."""
        self._parts.bar.show_problem(problem)
        if self.plan is None:
            self.looked.emit()
