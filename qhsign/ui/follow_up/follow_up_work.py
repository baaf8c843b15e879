"""Changes of the follow-up, each told in the bar with the way back."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from qhsign.domain.problems import ProblemForUser
from qhsign.services.follow_up_records import FollowUpUndone
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider


class Undoable(Protocol):
    """The answer to a change that can be taken back by its operation."""

    @property
    def operation(self) -> str:
        """What is taken back."""


T = TypeVar("T", bound=Undoable)


class FollowUpWork(QObject):
    """Every change runs in its turn with the scans; the screens read again by themselves."""

    def __init__(self, parts: CeremonyParts, provider: FollowUpProvider, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self.provider = parts, provider

    def run(
        self,
        work: Callable[[], T],
        told: Callable[[T], str],
        then: Callable[[], None] | None = None,
        failed: Callable[[ProblemForUser], None] | None = None,
    ) -> None:
        """Change something, say ``told`` of the answer, and do ``then``.

        ``failed`` takes a problem in place of the bar, where the field in question is at hand.
        """

        def done(answer: T) -> None:
            self._parts.bar.show_done(told(answer), lambda: self.undo(answer.operation))
            if then is not None:
                then()

        self._parts.change(self, work, done, failed)

    def undo(self, operation: str) -> None:
        """Take one change back, and say how much of it."""

        def done(answer: FollowUpUndone) -> None:
            words = self.tr("Taken back.")
            if answer.kept:
                words = self.tr("{undone} taken back; {kept} changed since and stay as they are.")
            self._parts.bar.show_done(words.format(undone=answer.undone, kept=answer.kept))

        self._parts.change(self, lambda: self.provider.undo(operation), done)
