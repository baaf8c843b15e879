"""Saving one setting where it stands: the error under it, the notice below, taking it back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.shared.form_row import FormRow
from qhsign.ui.theme import Look
from qhsign.wording import say

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Saving(Generic[T]):
    """One change of a setting.

    ``what`` names it in the notice; ``write`` and ``undo`` run on the worker, and ``shown`` takes
    what either gave. ``undo`` is made after the change, because it may need what came of it.
    ``failed`` runs on the window's thread, after the problem stands under ``row``.
    """

    row: FormRow
    what: str
    write: Callable[[], T]
    shown: Callable[[T], None]
    undo: Callable[[T], Callable[[], T]] | None = None
    failed: Callable[[], None] | None = None


class Saver(QObject):
    """Given to a section; every change it saves is told to all screens."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        notice: SavedNotice,
        changes: frozenset[Changed] = frozenset({Changed.SETTINGS}),
    ) -> None:
        super().__init__()
        self._look, self._runner, self._notice = look, runner, notice
        self._changes = changes
        self._problems: dict[FormRow, ProblemForUser] = {}

    def save(self, saving: Saving[T]) -> None:
        """Make the change and say that it was saved, or what is wrong."""

        def done(now: T) -> None:
            self.clear(saving.row)
            saving.shown(now)
            undo = None if saving.undo is None else saving.undo(now)
            self._notice.show_saved(
                saving.what, None if undo is None else lambda: self._take_back(saving, undo)
            )

        self._start(saving, saving.write, done)

    def clear(self, row: FormRow) -> None:
        """Take away what was wrong."""
        self._problems.pop(row, None)
        row.show_error("")

    def say_again(self) -> None:
        """Say what is wrong in the language of the window as it is now."""
        for row, problem in self._problems.items():
            row.show_error(say(problem.code, self._look.language, **problem.parameters))

    def _take_back(self, saving: Saving[T], undo: Callable[[], T]) -> None:
        def done(now: T) -> None:
            saving.shown(now)
            self._notice.show_undone(saving.what)

        self._start(saving, undo, done)

    def _start(self, saving: Saving[T], work: Callable[[], T], done: Callable[[T], None]) -> None:
        def failed(problem: ProblemForUser) -> None:
            self._problems[saving.row] = problem
            self.say_again()
            if saving.failed is not None:
                saving.failed()

        self._runner.start(Operation(work, done, self, failed, changes=self._changes))
