"""How the open event names and colours its categories, read again when somebody changes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.services.setting_records import CategoryLookRow

ReadLooks = Callable[[], Sequence[CategoryLookRow]]


class CategoryFaces(QObject):
    """``chosen`` carries the looks whenever they were read again and differ."""

    chosen = Signal(object)

    def __init__(
        self, runner: Runner, read: ReadLooks, known: Sequence[CategoryLookRow], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner, self._read, self._known = runner, read, tuple(known)
        runner.changed.connect(self._look_again)

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if Changed.SETTINGS in changes:
            self._runner.start(Operation(self._read, self._take, self))

    def _take(self, looks: Sequence[CategoryLookRow]) -> None:
        if tuple(looks) != self._known:
            self._known = tuple(looks)
            self.chosen.emit(self._known)
