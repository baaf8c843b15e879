"""One event file in several programs at once: nobody loses SQLite's lock on it by the way."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.services.list_source import digest_of, read_source
from qhsign.services.output_file import check_place
from qhsign.store.event_file import EventFile
from qhsign.store.open_files import is_open_here
from support.event_files import make_event_file

# SQLite's shared lock: 510 bytes from 2 after 1 GiB, https://www.sqlite.org/lockingv3.html.
TRY_TO_LOCK = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 2**30 + 2)
    except OSError:
        print("held")
"""


def is_held(path: Path) -> bool:
    """Ask another program whether SQLite's lock on the file is held."""
    done = subprocess.run(
        [sys.executable, "-c", TRY_TO_LOCK, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip() == "held"


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """An event file that SQLite has open, with a name outputs may have too."""
    if sys.platform == "win32":
        pytest.skip("locks are not lost there")
    path = tmp_path / "event.pdf"
    with make_event_file(path):
        assert is_held(path)
        yield path


def test_a_second_opening_keeps_the_lock(path: Path) -> None:
    with EventFile.open(path):
        assert is_held(path)
    assert is_held(path)


def test_no_output_looks_into_an_open_file(path: Path) -> None:
    with pytest.raises(ProblemForUser) as caught:
        check_place(path, ".pdf")
    assert caught.value.code == "out-is-event"
    assert is_held(path)


def test_an_open_file_is_no_list(path: Path) -> None:
    for look in (digest_of, read_source):
        with pytest.raises(ProblemForUser) as caught:
            look(path)
        assert caught.value.code == "list-unreadable"
    assert is_held(path)


def test_a_closed_file_is_looked_into_again(tmp_path: Path) -> None:
    path = tmp_path / "e.qhsign"
    with make_event_file(path), EventFile.open(path):
        assert is_open_here(path)
    assert not is_open_here(path)
    assert not is_open_here(tmp_path / "none.qhsign")
