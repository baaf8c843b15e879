"""Opening the window costs no reading of sources."""

import subprocess
import sys

from support.program import surroundings

PROGRAM = """
import linecache
import qhsign.ui
import sqlalchemy.orm
import qhsign.ui.main_window
kept = [name for name in linecache.cache if name.endswith(".py")]
print([name for name in kept if "sqlalchemy" in name or "main_window" in name])
"""


def test_what_is_loaded_after_pyside_is_not_read() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
