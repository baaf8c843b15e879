"""The run of show that a part looks at: read off the data worker, and again after changes."""

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.domain.problems import ProblemForUser
from qhsign.services.show_records import ShowLine, ShowTable
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.programme.programme_provider import ProgrammeProvider
from qhsign.wording import Language

_READ_AGAIN = frozenset({Changed.CONTRACTS, Changed.GUESTS, Changed.ACTIVITIES, Changed.SETTINGS})


class ProgrammeBook(QObject):
    """Follows the slate that is chosen on the screen; reads only while somebody looks.

    ``read`` follows every answer: ``table`` is what was read, or None with the ``problem`` that
    kept it from being read, which is none where there is no slate at all.
    """

    read = Signal()

    def __init__(self, parts: CeremonyParts, provider: ProgrammeProvider, parent: QObject) -> None:
        super().__init__(parent)
        self.provider = provider
        self._parts = parts
        self.table: ShowTable | None = None
        self.problem: ProblemForUser | None = None
        self.is_read = False
        self._is_watched, self._is_stale, self._is_reading = False, True, False
        parts.book.slate_chosen.connect(self.look_again)
        parts.book.read.connect(self._rows_read)
        parts.runner.changed.connect(self._follow)

    @property
    def slate(self) -> str:
        """The name of the slate that is looked at, "" for none."""
        chosen = self._parts.book.slate
        return chosen.name if chosen else ""

    @property
    def shown(self) -> str:
        """The name of the slate whose run of show is seen: what is changed is changed there."""
        return self.table.slate if self.table else ""

    def line(self, key: str) -> ShowLine | None:
        """Return a step by its key."""
        lines = self.table.lines if self.table else ()
        return next((line for line in lines if line.key == key), None)

    def watch(self, *, watched: bool) -> None:
        """Read when somebody looks."""
        self._is_watched = watched
        self._read_if_wanted()

    def look_again(self) -> None:
        """Read again, now or at the next look."""
        self._is_stale = True
        self._read_if_wanted()

    def _follow(self, changes: frozenset[Changed]) -> None:
        if changes & _READ_AGAIN:
            self.look_again()

    def _rows_read(self) -> None:
        """Read what could not be read before the slates were there."""
        if self.table is None or self.table.slate != self.slate:
            self.look_again()

    def _read_if_wanted(self) -> None:
        if not (self._is_watched and self._is_stale) or self._is_reading:
            return
        slate, language = self.slate, self._parts.look.language
        if not slate:
            if self._parts.book.is_loaded:
                self._take(None, None)
            return
        self._is_stale, self._is_reading = False, True
        self._parts.runner.start(
            Operation(
                lambda: self.provider.read(slate, language),
                lambda table: self._answer(slate, language, table, None),
                self,
                lambda problem: self._answer(slate, language, None, problem),
                pool=Pool.FILES,
            )
        )

    def _answer(
        self,
        slate: str,
        language: Language,
        table: ShowTable | None,
        problem: ProblemForUser | None,
    ) -> None:
        self._is_reading = False
        if (slate, language) != (self.slate, self._parts.look.language):
            self._is_stale = True
        elif not self._is_stale:
            self._take(table, problem)
        self._read_if_wanted()

    def _take(self, table: ShowTable | None, problem: ProblemForUser | None) -> None:
        self.table, self.problem, self.is_read = table, problem, True
        self.read.emit()
