"""Desks at event files of their own, with a clock the test sets."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from qhsign.services import events, guests
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from support.copied_events import copied

OPENING = datetime(2024, 7, 11, 1, 0, tzinfo=UTC)
"""09:00 in Xining on the first day."""


class Clock:
    """A clock that stands still until told to go on."""

    def __init__(self, now: datetime = OPENING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the moment it shows."""
        return self.now

    def forward(self, **by: float) -> datetime:
        """Go on by a timedelta's arguments and return the new moment."""
        self.now += timedelta(**by)
        return self.now


def make_desk(path: Path, now: Callable[[], datetime] | None = None) -> Desk:
    """Make an event of the 25th fair and return a desk at it."""
    clock = now or Clock()
    return events.new_event(
        path,
        lambda file: Desk(file, name="东门1号台", operator="韩秋月", now=clock),
        title="第25届中国·青海绿色发展投资贸易洽谈会",
        edition=25,
        start=date(2024, 7, 11),
        end=date(2024, 7, 15),
    )


def fresh_desk(path: Path, now: Callable[[], datetime] | None = None) -> Desk:
    """Return a desk at an event as ``make_desk`` makes it; all of them are copies of one."""
    copied(path, "fresh", lambda there: make_desk(there).file.close())
    return Desk(EventFile.open(path), name="东门1号台", operator="韩秋月", now=now or Clock())


def add_guest(desk: Desk, name: str, organization: str = "青海省商务厅", **fields: str) -> int:
    """Register a guest and return the number."""
    number = int(str(guests.walk_in(desk, name=name, organization=organization)["number"]))
    if fields:
        guests.set_guest(desk, number, fields)
    return number
