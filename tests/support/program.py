"""The program as somebody starts it: another process, real files, its exit status and answers."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.copied_events import copied
from support.ready_program import CAN_FORK, ready_program

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
"""Seconds after which a command counts as hung."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document it must be."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def command(*words: str | Path) -> list[str]:
    """Return the command line that starts the program."""
    return [sys.executable, "-m", "qhsign", *map(str, words)]


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment of the program: this checkout, from whatever folder it is started."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def run(
    *words: str | Path,
    given: bytes = b"",
    folder: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Answer:
    """Run a command to its end; a traceback fails the test whatever else happened."""
    around = surroundings(**(env or {}))
    if CAN_FORK and not given and ready_program().fits(around):
        told = ready_program().run([*map(str, words)], around, folder, PATIENCE)
    else:
        told = _started(command(*words), around, folder, given)
    answer = Answer(told[0], told[1].decode(), told[2].decode())
    assert "Traceback" not in answer.err, answer.err
    return answer


def _started(
    line: list[str], env: Mapping[str, str], folder: Path | None, given: bytes
) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        line, input=given, capture_output=True, cwd=folder, env=env, timeout=PATIENCE, check=False
    )
    return done.returncode, done.stdout, done.stderr


def ask(event: Path, *words: str | Path, given: bytes = b"") -> Any:
    """Run a command that must succeed and return its JSON."""
    answer = run("--event", event, *words, "--json", given=given)
    assert answer.status == 0, (words, answer.err, answer.out)
    return answer.json


def demonstration(path: Path, *words: str) -> Path:
    """Have ``demo`` make an event file; the same words give copies of one."""
    return copied(path, ("demo", words), lambda there: ask(there, "demo", *words))


def scan_all(event: Path, codes: Sequence[str], *words: str) -> list[Any]:
    """Scan codes through one ``check-in --stdin`` and return the answers."""
    scans = "".join(f"{code}\n" for code in codes).encode()
    answer = run("--event", event, "check-in", "--stdin", "--json", *words, given=scans)
    assert answer.status == 0, answer.err
    return answer.lines
