"""What the print screen asks of the event, and what it was told: the stack, its check, a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.print_records import (
    LedgerLine,
    PagePicture,
    PreflightLine,
    Printed,
    PrintWish,
    Stack,
    StackPiece,
)
from qhsign.ui.prints.print_provider import PrintProvider
from qhsign.ui.shared.latest import Latest

LEDGER_LINES = 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is called on the window's thread when a run has ended, one of the three."""

    done: Callable[[Printed], None]
    failed: Callable[[ProblemForUser], None]
    stopped: Callable[[], None]


class PrintWork(QObject):
    """Keeps the newest answer to each question; nothing here blocks the window.

    ``stack_read`` comes before ``checked``. ``shown`` follows every page, ``not_shown`` carries the
    problem in place of one. ``failed`` carries what kept the stack or its check from being read.
    """

    stack_read = Signal()
    checked = Signal()
    shown = Signal(object)
    not_shown = Signal(object)
    failed = Signal(object)
    ledger_read = Signal(object)
    moved = Signal()

    def __init__(self, provider: PrintProvider, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._provider, self._runner = provider, runner
        self.wish = PrintWish()
        self.stack = Stack()
        self.lines: Sequence[PreflightLine] = ()
        self.is_checked = False
        self.number: int | None = None
        self.page, self.pages = 1, 1
        self._pdf = b""
        self._dots_per_mm = 4.0
        self._starts_at_end = False
        self._stacks = Latest[Stack](runner, self._take_stack, self._fail, self)
        self._checks = Latest[Sequence[PreflightLine]](runner, self._take_check, self._fail, self)
        self._previews = Latest[bytes](runner, self._take_pdf, self.not_shown.emit, self)
        self._pictures = Latest[PagePicture](runner, self._take_picture, self.not_shown.emit, self)
        self._ledgers = Latest[Sequence[LedgerLine]](
            runner, self.ledger_read.emit, self.failed.emit, self
        )

    @property
    def place(self) -> int | None:
        """Where the piece shown lies in the stack, from 0; None when it is not in it."""
        for place, piece in enumerate(self.stack.pieces):
            if piece.number == self.number:
                return place
        return None

    @property
    def piece(self) -> StackPiece | None:
        """The piece shown, where the stack knows it."""
        place = self.place
        return None if place is None else self.stack.pieces[place]

    @property
    def held_back(self) -> tuple[int, int]:
        """How many pieces the check refuses, and how many of those would lie in the stack."""
        refused = {line.number for line in self.lines if line.refuses}
        in_stack = {piece.number for piece in self.stack.pieces}
        return len(refused), len(refused & in_stack)

    def forget(self) -> None:
        """Want nothing any more, until something is asked for again."""
        for each in (self._stacks, self._checks, self._previews, self._pictures):
            each.forget()
        self.stack, self.lines, self.number, self._pdf = Stack(), (), None, b""
        self.wish = PrintWish()

    def ask_for(self, wish: PrintWish) -> None:
        """Read the stack of another wish, check it and show its first piece, or the same guest."""
        if wish.what is not self.wish.what:
            self.number = None
        if wish != self.wish:
            self.page = self.pages = 1
            self.lines, self.is_checked = (), False
        self.wish = wish
        self._stacks.ask(lambda: self._provider.stack(wish))

    def show_number(self, number: int) -> None:
        """Show the piece of a guest or contract, whether or not it lies in the stack."""
        self.number, self.page, self.pages = number, 1, 1
        self._starts_at_end = False
        self._read_preview()
        self.moved.emit()

    def step(self, step: int) -> None:
        """Go on or back by one page, and from the last page to the next piece."""
        page = self.page + step
        if 1 <= page <= self.pages:
            self.page = page
            self._draw()
            self.moved.emit()
            return
        place = self.place
        if place is None:
            if self.stack.pieces:
                self.show_number(self.stack.pieces[0].number)
            return
        if 0 <= place + step < len(self.stack.pieces):
            self.show_number(self.stack.pieces[place + step].number)
            self._starts_at_end = step < 0

    def step_to_end(self, end: int) -> None:
        """Go to the first piece (-1) or the last (1); of a paper, to the page."""
        if self.wish.what.on_layouts:
            if self.stack.pieces:
                self.show_number(self.stack.pieces[0 if end < 0 else -1].number)
            return
        self.page = 1 if end < 0 else self.pages
        self._draw()
        self.moved.emit()

    def draw_at(self, dots_per_mm: float) -> None:
        """Draw the page shown again, sharper or coarser."""
        self._dots_per_mm = dots_per_mm
        self._draw()

    def read_ledger(self) -> None:
        """Read the last runs."""
        self._ledgers.ask(lambda: self._provider.ledger(LEDGER_LINES))

    def print_out(self, wish: PrintWish, out: Path, progress: Progress, outcome: Outcome) -> None:
        """Print into a file; one of the functions of ``outcome`` is called at the end."""
        self._runner.start(
            Operation(
                lambda: self._provider.print_out(wish, out, progress),
                outcome.done,
                self,
                outcome.failed,
                outcome.stopped,
                Pool.FILES,
                frozenset({Changed.PRINTS}),
                progress,
            )
        )

    def _take_stack(self, stack: Stack) -> None:
        self.stack = stack
        self.stack_read.emit()
        wish = self.wish
        if wish.what.on_layouts:
            if stack.pieces and self.place is None:
                self.number = stack.pieces[0].number
            elif not stack.pieces:
                self.number = None
            if stack.is_empty_event:
                self._previews.forget()
                self._checks.forget()
                self._take_check(())
                return
        self._checks.ask(lambda: self._provider.check(wish))
        self._read_preview()
        self.moved.emit()

    def _read_preview(self) -> None:
        wish, number = self.wish, self.number
        if wish.what.on_layouts and number is None:
            self._previews.forget()
            self._pictures.forget()
            self._pdf = b""
            self.shown.emit(None)
            return
        self._previews.ask(lambda: self._provider.preview(wish, number or 0))

    def _take_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._draw()

    def _draw(self) -> None:
        pdf, page, dots = self._pdf, self.page, self._dots_per_mm
        if self._starts_at_end:
            page = 10_000  # the last, however many there are
        if pdf:
            self._pictures.ask(lambda: self._provider.picture(pdf, page, dots))

    def _take_picture(self, picture: PagePicture) -> None:
        self._starts_at_end = False
        self.page, self.pages = picture.page, picture.pages
        self.shown.emit(picture)
        self.moved.emit()

    def _take_check(self, lines: Sequence[PreflightLine]) -> None:
        self.lines, self.is_checked = lines, True
        self.checked.emit()

    def _fail(self, problem: ProblemForUser) -> None:
        self.stack, self.lines, self.is_checked = Stack(), (), False
        self.number = None
        self._previews.forget()
        self.stack_read.emit()
        self.shown.emit(None)
        self.failed.emit(problem)
