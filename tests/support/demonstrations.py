"""Demonstration events for tests, with a first day and a clock that stand still."""

from datetime import date
from pathlib import Path
from typing import Any

from qhsign.services import demonstration
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from support.desks import Clock

FIRST_DAY = date(2024, 7, 11)


def make(path: Path, **choices: Any) -> tuple[Desk, dict[str, object]]:
    """Make a demonstration event and return a desk at it, and what making it told."""
    clock = Clock()
    counts = demonstration.make(
        path, lambda file: Desk(file, now=clock), **{"start": FIRST_DAY, **choices}
    )
    return Desk(EventFile.open(path), now=clock), counts
