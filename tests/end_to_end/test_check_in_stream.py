"""``check-in --stdin`` as a scanner desk uses it: endless, careless, and killed at any moment."""

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign.services import badges
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import CheckIn, Guest
from support.desks import add_guest, make_desk
from support.program import command, run, scan_all, surroundings

GUESTS = 40
AT = ("--activity", "开幕式", "--at", "2024-07-11T09:10")


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return tmp_path / "25.qhsign"


@pytest.fixture
def codes(event: Path) -> list[str]:
    with make_desk(event) as desk:
        for number in range(GUESTS):
            add_guest(desk, f"李刚{chr(0x4E00 + number)}")
        with desk.read() as session:
            guests = list(session.scalars(select(Guest.id)))
        return [badge.code for badge in badges.issue(desk, guests)]


def recorded(event: Path) -> dict[str, str]:
    """Return what the file holds: the verdict of every scan by its id."""
    with Desk(EventFile.open(event)) as desk, desk.read() as session:
        return {scan.id: scan.verdict for scan in session.scalars(select(CheckIn))}


def rubbish(count: int) -> Iterator[bytes]:
    random_ = random.Random(7)
    kinds = [
        b"",
        b"   ",
        b"\x00\x01\x02",
        "李刚".encode(),
        b"QH1",
        b"QH1QY5" + b"0" * 32,
        b"https://example.com/?q=1",
        b"Z" * 100_000,
        b'{"code": "1"}',
        "\u202e🙂".encode(),
    ]
    for number in range(count):
        if number % 2:
            yield kinds[number // 2 % len(kinds)]
        else:
            yield bytes(random_.randrange(256) for _ in range(60)).replace(b"\n", b"")


def test_garbage_between_five_hundred_codes_costs_no_guest_the_way_in(
    event: Path, codes: list[str]
) -> None:
    lines: list[bytes] = []
    for number, junk in enumerate(rubbish(500)):
        lines.append(junk)
        if number % 12 == 0 and number // 12 < GUESTS:
            lines.append(codes[number // 12].encode())
    answer = run(
        *("--event", event, "check-in", "--stdin", "--json", *AT), given=b"\n".join(lines) + b"\n"
    )
    assert answer.status == 0
    answers = answer.lines
    assert len(answers) == len(lines)
    for line, said in zip(lines, answers, strict=True):
        admitted = line.decode("utf-8", "replace") in codes
        assert (said["verdict"] == "admitted") is admitted, (line[:60], said)
        assert said["message"]
    assert recorded(event).keys() == {said["scan"] for said in answers}


def test_a_last_line_without_its_end_is_a_scan_too(event: Path, codes: list[str]) -> None:
    answer = run(
        *("--event", event, "check-in", "--stdin", "--json", *AT),
        given=f"{codes[0]}\r\n{codes[1]}".encode(),
    )
    assert [said["verdict"] for said in answer.lines] == ["admitted", "admitted"]


def test_what_was_answered_survives_a_kill(event: Path, codes: list[str]) -> None:
    answered: dict[str, str] = {}
    for stop_after in (1, 7, 19):
        with subprocess.Popen(
            command("--event", event, "check-in", "--stdin", "--json", *AT),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=surroundings(),
        ) as desk:
            assert desk.stdin is not None
            assert desk.stdout is not None
            desk.stdin.write("".join(f"{code}\n" for code in codes).encode())
            desk.stdin.flush()
            for _ in range(stop_after):
                said = json.loads(desk.stdout.readline())
                answered[said["scan"]] = said["verdict"]
            desk.kill()
            # Whole answers that were on their way when the kill came count as given.
            for line in desk.stdout.read().splitlines(keepends=True):
                if line.endswith(b"\n"):
                    said = json.loads(line)
                    answered[said["scan"]] = said["verdict"]
    assert answered.items() <= recorded(event).items()
    checked = run("--event", event, "verify", "--json").json
    assert checked["ok"], checked
    entered = scan_all(event, codes, *AT)
    assert {said["verdict"] for said in entered} <= {"admitted", "already"}
    counts = run("--event", event, "statistics", "--activity", "开幕式", "--json").json
    assert counts["arrived"] == GUESTS


def test_two_desks_at_one_file_admit_each_guest_once(event: Path, codes: list[str]) -> None:
    desks = [
        subprocess.Popen(
            command("--event", event, "check-in", "--stdin", "--json", *AT, "--desk", name),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=surroundings(),
        )
        for name in ("东门", "西门")
    ]
    for desk, order in zip(desks, (codes, codes[::-1]), strict=True):
        assert desk.stdin is not None
        desk.stdin.write("".join(f"{code}\n" for code in order).encode())
        desk.stdin.flush()
    answers = [
        json.loads(line) for desk in desks for line in desk.communicate(timeout=120)[0].splitlines()
    ]
    assert [desk.returncode for desk in desks] == [0, 0]
    assert len(answers) == 2 * GUESTS
    verdicts = [said["verdict"] for said in answers]
    assert verdicts.count("admitted") == GUESTS
    assert verdicts.count("already") == GUESTS


def test_a_reader_that_goes_away_ends_the_stream_quietly(event: Path, codes: list[str]) -> None:
    with subprocess.Popen(
        command("--event", event, "check-in", "--stdin", "--json", *AT),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    ) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        assert desk.stderr is not None
        desk.stdin.write(f"{codes[0]}\n".encode())
        desk.stdin.flush()
        assert json.loads(desk.stdout.readline())["verdict"] == "admitted"
        desk.stdout.close()
        desk.stdin.write(f"{codes[1]}\n".encode())
        desk.stdin.close()
        said = desk.stderr.read()
        assert desk.wait(timeout=120) == 1
    assert b"Traceback" not in said
    assert b"Exception" not in said
