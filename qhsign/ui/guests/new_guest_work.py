"""Adding one guest by hand: namesakes told while the name is written, then the new guest shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_adding import AddedGuest, NewGuestEntry
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_table_provider import GuestTableProvider
from qhsign.ui.guests.namesakes import MOST, namesakes
from qhsign.ui.guests.new_guest_bar import NewGuestBar
from qhsign.ui.guests.undo_bar import UndoBar
from qhsign.ui.guests.undo_work import CHANGED, UndoWork
from qhsign.ui.theme import Look
from qhsign.wording import say

if TYPE_CHECKING:
    from qhsign.services.guest_records import GuestRow
    from qhsign.ui.guests.guest_parts import GuestParts
    from qhsign.ui.guests.list_pane import ListPane


class NewGuestWork(QObject):
    """Given the bars it speaks through; ``show_guest`` goes to a guest by id."""

    def __init__(
        self,
        provider: GuestTableProvider,
        runner: Runner,
        book: GuestBook,
        bars: tuple[NewGuestBar, UndoBar],
        show_guest: Callable[[str], None],
        look: Look,
    ) -> None:
        super().__init__(bars[0])
        self._provider, self._runner, self._book = provider, runner, book
        self.bar, self._undo = bars
        self._show_guest, self._look = show_guest, look
        self._undoing = UndoWork(provider.take_back, runner, self._undo)
        self._known: GuestRow | None = None
        self._awaited = ""
        self.bar.named.connect(self._look_for_namesakes)
        self.bar.agreed.connect(self._add)
        self.bar.known_asked.connect(self._show_known)
        book.loaded.connect(self._show_awaited)

    def open(self) -> None:
        """Ask who is to be added; what was begun stays."""
        self._undo.put_away()
        self.bar.ask(sorted({row.organization for row in self._book.rows if row.organization}))
        self._look_for_namesakes(self.bar.name.text())

    def _look_for_namesakes(self, name: str) -> None:
        """Say who of that name is on the list already: adding goes on all the same."""
        found = namesakes(self._book.rows, name, MOST)
        self._known = found[0] if found else None
        if self._known is None:
            self.bar.tell("")
            return
        words = self.tr("On the list already: {guest}")
        if len(found) > 1:
            words = self.tr("On the list already: {guest} and {more} more")
        parts = (self._known.label, self._known.full_name, self._known.organization)
        guest = " ".join(filter(None, parts))
        self.bar.tell(words.format(guest=guest, more=len(found) - 1), self.tr("Show"))

    def _show_known(self) -> None:
        known = self._known
        if known is not None:
            self.bar.close_bar()
            self._show_guest(known.id)

    def _add(self, entry: NewGuestEntry) -> None:
        add = self._provider.add

        def done(added: AddedGuest) -> None:
            self.bar.close_bar()
            self._awaited = added.id
            words = self.tr("{name} is added as number {number}.")
            sentence = words.format(name=added.full_name, number=f"{added.number:05d}")
            self._undoing.tell_done(sentence, added.operation)

        def fail(problem: ProblemForUser) -> None:
            self.bar.be_busy(busy=False)
            self.bar.tell(say(problem.code, self._look.language, **problem.parameters))
            self.bar.name.setFocus()

        self._runner.start(Operation(lambda: add(entry), done, self, fail, changes=CHANGED))

    def _show_awaited(self) -> None:
        """Go to who was just added, once the list has come with that guest in it."""
        awaited = self._awaited
        there = any(row.id == awaited for row in reversed(self._book.rows)) if awaited else False
        if there and self.bar.isHidden():
            self._awaited = ""
            self._show_guest(awaited)


def new_guest_work(
    parts: "GuestParts",
    middle: "ListPane",
    show_guest: Callable[[str], None],
    gone_back: Callable[[], None],
) -> NewGuestWork:
    """Build the form over the footer; ``gone_back`` is called when nobody is to be added."""
    if parts.table is None:
        raise LookupError("this event cannot be changed")
    bar = NewGuestBar(parts.look)
    middle.add_bar(bar)
    bar.given_up.connect(gone_back)
    bars = (bar, middle.undo_bar)
    return NewGuestWork(parts.table, parts.runner, parts.book, bars, show_guest, parts.look)
