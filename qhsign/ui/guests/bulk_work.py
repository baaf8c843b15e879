"""Changing the ticked guests: from the menu over the preview to the undo."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from qhsign.background.operation import Operation
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_bulk_records import Bulk, BulkChange, BulkDone, BulkPreview
from qhsign.ui.guests.bulk_bar import BulkBar
from qhsign.ui.guests.bulk_menu import BulkMenu
from qhsign.ui.guests.bulk_words import has_happened, will_happen
from qhsign.ui.guests.found_guests import FoundGuests
from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.guests.guest_table_provider import GuestTableProvider
from qhsign.ui.guests.undo_bar import UndoBar
from qhsign.ui.guests.undo_work import CHANGED, UndoWork
from qhsign.wording import say


class BulkWork(QObject):
    """Given the bars it speaks through; ``finding`` knows activities and delegations."""

    def __init__(
        self,
        provider: GuestTableProvider,
        runner: Runner,
        finding: FoundGuests,
        model: GuestTableModel,
        bars: tuple[BulkBar, UndoBar],
    ) -> None:
        super().__init__(model)
        self._provider, self._runner, self._finding = provider, runner, finding
        self._model = model
        self._bar, self._undo = bars
        self.undoing = UndoWork(provider.take_back, runner, self._undo)
        self._asked = 0
        self.menu: BulkMenu | None = None
        self._bar.asked.connect(self._preview)
        self._bar.agreed.connect(self._make)

    @property
    def ticked(self) -> Sequence[str]:
        """The guests ticked, in no particular order."""
        return tuple(self._model.ticked)

    def open_menu(self, button: QWidget) -> None:
        """Ask what is to be changed."""
        if not self._model.ticked:
            return
        facts = self._finding.facts
        lists = {
            key: name
            for key, name in self._finding.activities.items()
            if facts is not None and key in facts.listed
        }
        self.menu = BulkMenu(lists, button)
        self.menu.chosen.connect(self._open)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        corner = button.mapToGlobal(QPoint(0, 0))
        self.menu.popup(corner - QPoint(0, self.menu.sizeHint().height() + 4))

    def _open(self, change: BulkChange) -> None:
        self._undo.put_away()
        known = self._finding.delegations if change.what is Bulk.DELEGATION else ()
        self._bar.open_for(change, known)

    def _preview(self, change: BulkChange) -> None:
        self._asked += 1
        number, ids = self._asked, self.ticked
        language = self._finding.language

        def take(told: BulkPreview) -> None:
            if number == self._asked:
                sentence = will_happen(change, told, self._finding.activities)
                self._bar.tell(sentence, can_make=bool(told.changing))

        def fail(problem: ProblemForUser) -> None:
            if number == self._asked:
                self._bar.tell(say(problem.code, language, **problem.parameters), can_make=False)

        work = self._provider.preview
        self._runner.start(Operation(lambda: work(ids, change), take, self, fail))

    def _make(self, change: BulkChange) -> None:
        self._asked += 1
        ids, progress = self.ticked, Progress()
        self._bar.show_progress(progress)

        def done(made: BulkDone) -> None:
            self._bar.close_bar()
            self._bar.given_up.emit()
            if made.operation:
                self.undoing.tell_done(has_happened(made.changed), made.operation)

        def fail(problem: ProblemForUser) -> None:
            self._bar.close_bar()
            self._undo.show_problem(problem)

        work = self._provider.change_many
        self._runner.start(
            Operation(
                lambda: work(ids, change, progress),
                done,
                self,
                fail,
                stopped=self._bar.close_bar,
                changes=CHANGED,
                progress=progress,
            )
        )
