"""Garbage is collected on the window's thread, between events, and on no other.

Python looks for garbage on whichever thread happens to make an object. What it finds on a worker
may be widgets, which Qt must not lose there; a look in the middle of painting holds the paint up.
"""

import gc

from PySide6.QtCore import QObject, QTimerEvent

_EVERY_MS = 2_000
_YOUNG = 20_000
"""So many objects more than before make a round worth it."""
_OLD = 20
"""Every so many rounds look at everything; the others only at what is new."""


class GarbageRounds(QObject):
    """Stands in for Python's own collecting as long as it lives.

    What was loaded by the first round lasts and is never looked at again: looking at it once takes
    longer than anybody waits for a letter. ``look_at_all`` takes that back.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_settled = False
        gc.disable()
        self.destroyed.connect(_as_python_does)
        self.startTimer(_EVERY_MS)

    def timerEvent(self, _: QTimerEvent) -> None:
        """Make a round if it is due."""
        if not self._is_settled:
            self._is_settled = True
            gc.freeze()
        collect_if_due()


def look_at_all() -> None:
    """Look at everything again: an event was left, and its screens are garbage."""
    gc.unfreeze()


def collect_if_due() -> None:
    """Collect what Python itself would have by now."""
    young, _, old = gc.get_count()
    if young >= _YOUNG:
        gc.collect(2 if old >= _OLD else 1)


def _as_python_does() -> None:
    gc.unfreeze()
    gc.enable()
