"""A real window on a real screen: a scanner types, and the event file holds what it scanned."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.needed_tools import need
from support.printed import codes
from support.program import ask, command, surroundings

PATIENCE_S = 60
"""How long a busy machine may take to show a window."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    need("Xvfb", "xdotool")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield {**surroundings(), "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    server.terminate()
    server.wait()


def until(condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends, "the window did not do it in time"
        time.sleep(0.1)  # between two looks at another process, which sends no signal


def test_scans_typed_into_the_window_are_in_the_file(
    tmp_path: Path, screen: dict[str, str]
) -> None:
    event = tmp_path / "e.qhsign"
    ask(event, "demo", "--guests", "200", "--start", "2024-07-11")
    ask(event, "activity", "set", "开幕式", "opens=", "closes=")
    ask(event, "badges", "print", "--limit", "4", "--out", tmp_path / "b.pdf")
    badges = codes(tmp_path / "b.pdf")
    assert len(badges) == 4

    def xdotool(*words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=screen, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def scanned() -> list[str]:
        entries = ask(event, "journal", "--limit", "1000")["entries"]
        found = [e["new"]["verdict"] for e in entries if e["kind"] == "check_in"]
        return found[::-1]

    program = subprocess.Popen(command("--event", event), env=screen)
    try:
        until(lambda: bool(xdotool("search", "--onlyvisible", "--name", ".")))
        window = xdotool("search", "--onlyvisible", "--name", ".").splitlines()[0]
        xdotool("windowfocus", "--sync", window)

        def on_the_check_in_page() -> bool:
            # The guests load first; the key is pressed until the page is there and a scan counts.
            xdotool("key", "ctrl+3")
            xdotool("type", "--delay", "1", "probe")
            xdotool("key", "Return")
            time.sleep(0.5)  # the probe is stored on a thread of the other process
            return bool(scanned())

        until(on_the_check_in_page)
        before = len(scanned())
        for line in (*badges, "rubbish", badges[0]):
            xdotool("type", "--delay", "1", line)
            xdotool("key", "Return")
        until(lambda: len(scanned()) == before + 6)
        assert scanned()[before:] == ["admitted"] * 4 + ["unknown", "already"]
        assert ask(event, "statistics", "--activity", "开幕式")["arrived"] == 4
        xdotool("key", "ctrl+q")
        assert program.wait(PATIENCE_S) == 0
    finally:
        program.kill()
        program.wait()
    assert ask(event, "verify")["ok"]
