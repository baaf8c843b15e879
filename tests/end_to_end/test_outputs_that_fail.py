"""Places that cannot be written: one sentence, status 1, and nothing half-made left behind."""

import json
import resource
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import CheckIn
from support.desks import add_guest, make_desk
from support.program import command, run, surroundings

ROOM_LEFT = 600_000
"""Bytes a file may grow to before the disk counts as full."""


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "25.qhsign"
    with make_desk(path) as desk:
        for number in range(12):
            add_guest(desk, f"李刚{chr(0x4E00 + number)}")
    return path


def print_badges(event: Path, out: Path) -> tuple[int, str]:
    answer = run("--event", event, "badges", "print", "--out", out, "--json")
    if answer.status:
        assert answer.json["problem"]["code"] in {"out-folder-missing", "out-unwritable"}
    return answer.status, answer.err


def test_a_folder_that_is_not_there_is_named(event: Path, tmp_path: Path) -> None:
    status, said = print_badges(event, tmp_path / "nowhere" / "b.pdf")
    assert status == 1
    assert "nowhere" in said


def test_a_folder_in_place_of_the_file_is_refused(event: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("b.pdf").mkdir()
    assert print_badges(event, tmp_path / "b.pdf")[0] == 1


def test_a_file_in_place_of_the_folder_is_refused(event: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("folder").write_text("")
    assert print_badges(event, tmp_path / "folder" / "b.pdf")[0] == 1


def test_a_full_disk_leaves_the_old_file_and_no_half_one(event: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.pdf"
    out.write_bytes(b"the old one")
    done = subprocess.run(
        command("--event", event, "guests", "--json"), env=surroundings(), check=True,
        capture_output=True,
    )  # fmt: skip
    assert done.stdout
    full = subprocess.run(
        command("--event", event, "badges", "print", "--out", out, "--json"),
        env=surroundings(),
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20)),
        check=False,
    )
    assert full.returncode in {0, 1}
    assert "Traceback" not in full.stderr.decode()
    left = {path.name for path in tmp_path.iterdir() if path.name.startswith(".")}
    assert not left


def test_a_disk_that_fills_up_at_the_door_is_told_in_one_sentence(event: Path) -> None:
    full = subprocess.run(
        command("--event", event, "check-in", "--stdin", "--activity", "开幕式", "--json"),
        input=b"nobody\n" * 200,
        env=surroundings(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_LEFT, ROOM_LEFT)),
        check=False,
    )
    said = full.stderr.decode()
    assert full.returncode == 1, full.stdout.decode()
    assert len(said.strip().splitlines()) == 1, said
    assert "磁盘" in said
    *answers, problem = [json.loads(line) for line in full.stdout.splitlines()]
    assert problem["problem"]["code"] == "disk-full"
    assert answers
    assert run("--event", event, "verify", "--json").json["ok"]
    with Desk(EventFile.open(event)) as desk, desk.read() as session:
        kept = set(session.scalars(select(CheckIn.id)))
    assert {answer["scan"] for answer in answers} == kept
