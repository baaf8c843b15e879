"""The program's own window on a screen of its own, with a keyboard: Xvfb and xdotool."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from support.needed_tools import need
from support.program import command, surroundings

PATIENCE_S = 60
"""How long a busy machine may take to do one thing."""
_TURNS = 5
_LOOK_S = 0.1
"""Between two looks at another process, which sends no signal."""


@contextmanager
def real_screen() -> Iterator[dict[str, str]]:
    """Give the environment of a program whose windows are shown on a new screen."""
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
    try:
        yield {**surroundings(), "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def until(condition: Callable[[], bool], what: str = "the window did not do it in time") -> None:
    """Wait until another process has done something."""
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends, what
        time.sleep(_LOOK_S)


class RealWindow:
    """A program with its window open; keys go to whatever of it has the keyboard."""

    def __init__(self, event: Path, screen: dict[str, str]) -> None:
        self._screen = screen
        self.process = subprocess.Popen(command("--event", event), env=screen)
        until(lambda: bool(self._windows(".")), "no window came up")
        self._xdotool("windowfocus", "--sync", self._windows(".")[0])

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as ``ctrl+3`` or ``Return``."""
        self._xdotool("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type as fast as a scanner does."""
        self._xdotool("type", "--delay", "1", text)

    def scan(self, lines: Sequence[str]) -> None:
        """Scan line after line, as a scanner that sends Enter after each."""
        for line in lines:
            self._xdotool("type", "--delay", "1", line)
            self._xdotool("key", "Return")

    def has(self, title: str) -> bool:
        """Tell whether a window of this title is shown."""
        return bool(self._windows(title))

    def turn_to(self, title: str) -> None:
        """Wait for a dialog and give it the keyboard, as a window manager would."""
        until(lambda: self.has(title), f"no dialog {title} came up")
        self._xdotool("windowfocus", "--sync", self._windows(title)[0])

    def answer_file_dialog(self, title: str, path: Path) -> None:
        """Wait for a file dialog, type a path into it and accept."""
        self.turn_to(title)

        def answer() -> None:
            self._xdotool("key", "ctrl+a")  # over what was typed while it came up
            self._xdotool("type", "--delay", "1", str(path))
            self._xdotool("key", "Return")

        # The list of suggestions may take the Enter for itself.
        self.in_turn_until(answer, lambda: not self.has(title))
        self._xdotool("windowfocus", "--sync", self._windows("qhsign")[0])

    def again_until(self, act: Callable[[], None], done: Callable[[], bool]) -> None:
        """Do something again and again until it shows: the window may not be ready for it yet."""
        ends = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < ends, "the window did not do it in time"
            act()
            time.sleep(_LOOK_S * 5)

    def in_turn_until(self, act: Callable[[], None], done: Callable[[], bool]) -> None:
        """Do something, wait long for it to show, and only then do it again.

        For what must not be done twice: the window may have swallowed it, but more often is busy.
        """
        for _ in range(_TURNS):
            act()
            ends = time.monotonic() + PATIENCE_S / 3
            while time.monotonic() < ends:
                if done():
                    return
                time.sleep(_LOOK_S)
        raise AssertionError("the window did not do it in time")

    def close(self) -> int:
        """Leave by the keyboard and return the program's exit status."""
        self.press("ctrl+q")
        return self.process.wait(PATIENCE_S)

    def kill(self) -> None:
        """End the program if it still runs."""
        self.process.kill()
        self.process.wait()

    def _windows(self, title: str) -> list[str]:
        return self._xdotool("search", "--onlyvisible", "--name", title).splitlines()

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._screen, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()
