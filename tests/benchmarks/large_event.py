"""The demonstration at several sizes, each made once in a run of the benchmarks and then copied."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHARED = "QHSIGN_BENCH_SHARED"
"""The environment variable that names the folder all parts of one run share."""


def many(guests: int) -> int:
    """Return the large number of guests that belongs to a usual one: 100,000 to 6,096."""
    return guests * 100_000 // 6096


def event_with(guests: int, folder: Path) -> Path:
    """Return an event file of ``folder``'s own with so many guests."""
    shared = Path(os.environ.get(SHARED, folder)) / f"demonstration-{guests}.qhsign"
    if not shared.exists():
        subprocess.run(
            [sys.executable, "-m", "qhsign", "--event", shared, "demo", "--guests", str(guests)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return Path(shutil.copy(shared, folder / f"event-{guests}.qhsign"))
