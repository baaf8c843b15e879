"""Event files for tests: a plain one, with nothing but the event."""

from datetime import UTC, datetime
from pathlib import Path

from qhsign.store.event_file import EventFile
from qhsign.store.schema import Event

NOW = datetime(2024, 7, 11, 1, 0, tzinfo=UTC)


def make_event_file(path: Path) -> EventFile:
    """Make an event file and leave it open."""
    return EventFile.create(
        path, lambda: Event(code="25X", edition=25, title="第25届青洽会"), now=NOW
    )
