"""The event files opened last at this desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qhsign.preferences.kept_file import read_kept, write_kept

RECENT_CHOICES = ("4", "8", "12", "20")
"""How many events a desk may want to have remembered."""
_USUAL, _KEPT = 8, int(RECENT_CHOICES[-1])


@dataclass(frozen=True, slots=True)
class RecentEvent:
    """One event file, what it was called, and when it was last opened (UTC)."""

    path: Path
    title: str
    opened: datetime


class RecentEvents:
    """The last ones, the newest first; kept in a file of its own beside the settings.

    ``most`` tells how many are offered; as many as may be wanted are kept.
    """

    def __init__(self, path: Path, most: Callable[[], int] = lambda: _USUAL) -> None:
        self._path, self._most = path, most
        kept = read_kept(path)
        rows = kept if isinstance(kept, list) else []
        found = [event for row in rows if (event := _read(row)) is not None]
        self._events = tuple(found[:_KEPT])

    @property
    def events(self) -> Sequence[RecentEvent]:
        """The events, the newest first."""
        return self._events[: self._most()]

    def note(self, path: Path, title: str, opened: datetime) -> None:
        """Put an event at the head."""
        whole = path.absolute()
        others = [event for event in self._events if event.path != whole]
        self._keep((RecentEvent(whole, title, opened), *others))

    def forget(self, path: Path) -> None:
        """Take an event from the list; the file is not touched."""
        self._keep(tuple(event for event in self._events if event.path != path))

    def _keep(self, events: tuple[RecentEvent, ...]) -> None:
        self._events = events[:_KEPT]
        write_kept(
            self._path,
            [
                {"path": str(each.path), "title": each.title, "opened": each.opened.isoformat()}
                for each in self._events
            ],
        )


def _read(row: Any) -> RecentEvent | None:
    if not isinstance(row, dict):
        return None
    path, title, opened = (row.get(key) for key in ("path", "title", "opened"))
    if not (isinstance(path, str) and isinstance(title, str) and isinstance(opened, str)):
        return None
    try:
        moment = datetime.fromisoformat(opened)
    except ValueError:
        return None
    return RecentEvent(Path(path), title, moment if moment.tzinfo else moment.replace(tzinfo=UTC))
