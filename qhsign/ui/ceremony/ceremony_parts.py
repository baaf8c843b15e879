"""What the parts of the screen of the ceremony are built from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.ceremony.ceremony_book import CeremonyBook
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.undo_bar import UndoBar
from qhsign.ui.providers import WindowProviders
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look

T = TypeVar("T")
CHANGED = frozenset({Changed.CONTRACTS})
"""What a change of contracts, batches or the stage changes."""


@dataclass(frozen=True, slots=True)
class CeremonyParts:
    """Each part takes only what it needs.

    ``bar`` tells for ten seconds what was done, with the way back, and problems until read.
    ``show_page`` brings another screen of the window to the front by its id. ``scans`` tells what
    is scanned at this desk, and what the desk is called.
    """

    look: Look
    runner: Runner
    providers: WindowProviders
    preferences: DeskPreferences
    book: CeremonyBook
    guests: GuestBook
    rights: Rights
    bar: UndoBar
    show_page: Callable[[str], None]
    scans: DeskWork

    def change(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ProblemForUser], None] | None = None,
        changes: frozenset[Changed] = CHANGED,
    ) -> None:
        """Change something in its turn on the data worker; problems are told in the bar."""
        fail = failed or self.bar.show_problem
        self.runner.start(Operation(work, done, owner, fail, changes=changes))

    def tell(
        self,
        owner: QObject,
        sentence: str,
        operation: str,
        undo: Callable[[str], int],
        changes: frozenset[Changed] = CHANGED,
        before: Callable[[], None] | None = None,
    ) -> None:
        """Say what was done, with the way back where there is an operation.

        ``undo`` takes the operation back and gives how many records stay changed; ``before`` is
        called on the window's thread first.
        """

        def take_back() -> None:
            if before is not None:
                before()
            self.change(
                owner,
                lambda: undo(operation),
                lambda kept: self.bar.show_done(back_words(kept)),
                changes=changes,
            )

        self.bar.show_done(sentence, take_back if operation else None)


def back_words(kept: int) -> str:
    """Say that something was taken back, and how many records stay for what was changed since."""
    if not kept:
        return QCoreApplication.translate("CeremonyParts", "Everything is as before.")
    words = QCoreApplication.translate(
        "CeremonyParts", "Taken back, but for {count} changed since."
    )
    return words.format(count=kept)


class CeremonyPart(QWidget):
    """One of the parts the switch turns to."""

    def be_shown(self) -> None:
        """Be ready for the keyboard: the part has come to the front."""
        self.setFocus()
