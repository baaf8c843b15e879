"""What a file dialog is told of event files: it knows them by their names and opens none."""

import os
import subprocess
import sys

import pytest

from qhsign.ui.known_files import make_event_files_known

LOOK = """
import sys
from PySide6.QtCore import QCoreApplication, QMimeDatabase
from qhsign.ui.known_files import make_event_files_known
make_event_files_known()
application = QCoreApplication(sys.argv)
for name in sys.argv[1:]:
    found = QMimeDatabase().mimeTypesForFileName(name)
    print(*(each.name() for each in found))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the names are known another way elsewhere")
def test_dialogs_know_event_files_by_name() -> None:
    names = ["第25届.qhsign", "第25届.qhsign-wal", "第25届.qhsign-shm", "list.xlsx"]
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *names], capture_output=True, text=True, check=True
    )
    *ours, other = done.stdout.splitlines()
    assert ours == ["application/x-qhsign"] * 3
    assert "x-qhsign" not in other


def test_the_places_that_were_there_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", "/opt/share")
    make_event_files_known()
    make_event_files_known()
    ours, *others = os.environ["XDG_DATA_DIRS"].split(":")
    assert ours.endswith("desktop")
    assert others == ["/opt/share"]
