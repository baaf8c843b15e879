"""A print run killed at any moment loses nobody and prints nobody's badge under two codes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.desks import add_guest, make_desk
from support.printed import codes
from support.program import ask, scan_all, surroundings

GUESTS = 54
PRINTED_BEFORE = 3

KILLED = """
import os, signal, sys
from pathlib import Path
from qhsign.services import badge_runs, badges
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

event, out, moment = sys.argv[1:]
if moment != "page":
    setattr(badge_runs, moment, die)
with Desk(EventFile.open(Path(event)), operator="韩秋月") as desk:
    badges.print_badges(desk, Path(out), progress=die if moment == "page" else None)
"""


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "25.qhsign"
    with make_desk(path) as desk:
        for number in range(GUESTS):
            add_guest(desk, f"李刚{chr(0x4E00 + number)}")
    return path


@pytest.mark.parametrize(
    ("moment", "begun"), [("begin", False), ("page", True), ("end", True)]
)  # before issuing, at the fiftieth page, and with the file on the disk
def test_the_next_run_prints_whom_a_killed_one_did_not(
    event: Path, tmp_path: Path, moment: str, *, begun: bool
) -> None:
    first, cut, rest = (tmp_path / f"{name}.pdf" for name in ("first", "cut", "rest"))
    assert ask(event, "badges", "print", "--out", first, "--limit", str(PRINTED_BEFORE))["badges"]
    died = subprocess.run(
        [sys.executable, "-c", KILLED, str(event), str(cut), moment],
        env=surroundings(),
        capture_output=True,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert cut.exists() == (moment == "end")
    assert ask(event, "verify")["ok"]
    died_runs = [run for run in ask(event, "prints")["prints"] if run["outcome"] == "begun"]
    assert [run["pieces"] for run in died_runs] == [GUESTS - PRINTED_BEFORE] * begun
    run = ask(event, "badges", "print", "--out", rest)
    assert run["badges"] == GUESTS - PRINTED_BEFORE
    assert {found["code"] for found in run["preflight"]} == {"printed-before"}
    assert len(run["preflight"]) == PRINTED_BEFORE
    printed = [*codes(first), *codes(rest)]
    assert len(set(printed)) == GUESTS
    if moment == "end":
        assert codes(cut) == codes(rest)
    entered = scan_all(event, printed, "--activity", "开幕式")
    assert {answer["verdict"] for answer in entered} == {"admitted"}
    everybody = ask(event, "badges", "print", "--out", tmp_path / "none.pdf")
    assert (everybody["badges"], len(everybody["preflight"])) == (0, GUESTS)
