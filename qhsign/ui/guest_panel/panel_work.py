"""What the side panel asks of the event, off the window's thread; stale answers are dropped."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_detail_records import GuestDetails
from qhsign.services.guest_edit_records import Edited, ReadyPhoto, UndoneOperation
from qhsign.services.guest_joining_records import Joining
from qhsign.ui.guest_panel.guest_panel_provider import GuestPanelProvider

WAITS_MS = 80
"""Rows run through with the arrow keys are not looked up: only where somebody stays."""
TYPING_MS = 200
"""Between two letters of a search nothing is looked up either: the next letter would wait."""
_GUESTS = frozenset({Changed.GUESTS})
_SHOWN = frozenset(Changed)


class GuestPanelWork(QObject):
    """Asks for one guest at a time, the one wanted last.

    ``loaded`` carries GuestDetails, ``edited`` a field and Edited, ``revealed`` a field and its
    full value, ``undone`` UndoneOperation, ``refused`` a field ("" for none) and a ProblemForUser.
    ``guest`` is wanted, ``shown`` is whom the panel still shows: what is edited is that one's.
    """

    loaded = Signal(object)
    edited = Signal(str, object)
    revealed = Signal(str, str)
    undone = Signal(object)
    refused = Signal(str, object)

    def __init__(
        self,
        runner: Runner,
        provider: GuestPanelProvider | None,
        desk: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._provider, self._desk = runner, provider, desk
        self.guest = self.shown = ""
        self._is_loading = self._is_stale = False
        self._is_watched = True
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._load)
        runner.changed.connect(self._look_again)

    @property
    def can_show(self) -> bool:
        """Whether there is an event to ask."""
        return self._provider is not None

    def show(self, guest: str) -> None:
        """Ask for a guest (by id) once nobody goes on to the next; "" for nobody."""
        if guest != self.guest:
            self.guest = guest
            self._is_stale = True
            self._wait.start(WAITS_MS)

    def let_type(self) -> None:
        """Ask for nothing before whoever types has paused."""
        if self._wait.isActive():
            self._wait.start(TYPING_MS)

    def be_watched(self, *, watched: bool) -> None:
        """Ask for nothing while nobody looks, and catch up when somebody does."""
        self._is_watched = watched
        if watched and self._is_stale:
            self._wait.start(WAITS_MS)

    def edit(self, field: str, text: str) -> None:
        """Set a field of the guest."""
        if self._provider is not None:
            work = partial(self._provider.edit, self.shown, field, text, self._desk())
            self._change(field, work)

    def put_photo(self, picture: bytes | Path, name: str) -> None:
        """Give the guest a photo; the picture is read while the event goes on with other work."""
        provider, guest = self._provider, self.shown
        if provider is None:
            return

        def keep(photo: ReadyPhoto) -> None:
            self._change("photo", partial(provider.put_photo, guest, photo, self._desk()))

        work = partial(provider.read_photo, picture, name)
        failed = partial(self._refuse, "photo", guest)
        self._runner.start(Operation(work, keep, self, failed, pool=Pool.FILES))

    def take_photo_away(self) -> None:
        """Take the guest's photo away."""
        if self._provider is not None:
            work = partial(self._provider.take_photo_away, self.shown, self._desk())
            self._change("photo", work)

    def join(self, joining: Joining) -> None:
        """Make two guests one."""
        if self._provider is not None:
            work = partial(self._provider.joining.join, joining, self._desk())
            self._change("joined_into", work)

    def reveal(self, field: str, purpose: str) -> None:
        """Ask for the full value of a masked field."""
        if self._provider is None:
            return
        guest = self.shown

        def done(value: str) -> None:
            if guest == self.shown:
                self.revealed.emit(field, value)

        work = partial(self._provider.reveal, guest, field, purpose, self._desk())
        self._runner.start(Operation(work, done, self, partial(self._refuse, field, guest)))

    def undo(self, operation: str, guest: str = "") -> None:
        """Take an operation on the guest back, or on one who is not shown any more."""
        if self._provider is None:
            return

        def done(undone: UndoneOperation) -> None:
            self.undone.emit(undone)
            self._reload()

        whose = guest or self.shown
        work = partial(self._provider.undo, operation, whose, self._desk())
        failed = partial(self._refuse, "", whose)
        self._runner.start(Operation(work, done, self, failed, changes=_GUESTS))

    def _change(self, field: str, work: Callable[[], Edited]) -> None:
        guest = self.shown

        def done(edited: Edited) -> None:
            self.edited.emit(field, edited)
            self._reload()

        failed = partial(self._refuse, field, guest)
        self._runner.start(Operation(work, done, self, failed, changes=_GUESTS))

    def _refuse(self, field: str, guest: str, problem: ProblemForUser) -> None:
        """Tell a problem in its place, or for the whole panel where another guest is shown now."""
        self.refused.emit(field if guest == self.shown else "", problem)

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & _SHOWN and self.guest:
            self._reload()

    def _reload(self) -> None:
        self._is_stale = True
        if self._is_watched and not self._wait.isActive():
            self._wait.start(WAITS_MS)

    def _load(self) -> None:
        if self._provider is None or self._is_loading or not self.guest or not self._is_watched:
            return
        guest, self._is_loading, self._is_stale = self.guest, True, False

        def done(details: GuestDetails) -> None:
            self._loaded()
            if guest == self.guest:
                self.shown = details.id
                self.loaded.emit(details)

        def failed(problem: ProblemForUser) -> None:
            self._loaded()
            self._refuse("", guest, problem)

        work = partial(self._provider.details, guest)
        self._runner.start(Operation(work, done, self, failed))

    def _loaded(self) -> None:
        self._is_loading = False
        if self._is_stale and not self._wait.isActive():
            self._load()
