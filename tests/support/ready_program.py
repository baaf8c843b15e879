"""Commands that wait for no library: the process they fork from has loaded them.

They are processes of their own all the same, with their own environment, files and exit status.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

CAN_FORK = sys.platform == "linux"
_READ_LATER = ("LOCALAPPDATA", "PYPINYIN_", "PYTEST_", "QHSIGN_", "QT_QPA_PLATFORM", "XDG_")
"""Variables Python and the libraries do not look at while they are loaded."""


class ReadyProgram:
    """The process that forks; one command runs at a time."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._loaded_with = _looked_at(env)
        self._channel, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            self._process = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("forked_commands.py"), str(its.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[its.fileno()],
                env=env,
            )

    def fits(self, env: Mapping[str, str]) -> bool:
        """Tell whether a command with this environment would have loaded the libraries alike."""
        return _looked_at(env) == self._loaded_with

    def run(
        self, words: Sequence[str], env: Mapping[str, str], folder: Path | None, patience: float
    ) -> tuple[int, bytes, bytes]:
        """Run a command to its end; return its exit status, output and errors.

        Raises TimeoutError after ``patience`` seconds; the command is killed then.
        """
        folder = folder or Path.cwd()
        asked = json.dumps({"words": words, "env": dict(env), "folder": str(folder)})
        with (
            Path(os.devnull).open("rb") as given,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            files = [each.fileno() for each in (given, out, err)]
            socket.send_fds(self._channel, [asked.encode()], files)
            process = self._told()
            self._channel.settimeout(patience)
            try:
                status = self._told()
            except TimeoutError:
                os.kill(process, signal.SIGKILL)
                self._channel.settimeout(None)
                self._told()
                raise
            self._channel.settimeout(None)
            for each in (out, err):
                each.seek(0)
            return status, out.read(), err.read()

    def close(self) -> None:
        """End the process."""
        self._channel.close()
        self._process.wait()

    def _told(self) -> int:
        return int(self._channel.recv(100))


@cache
def ready_program() -> ReadyProgram:
    """Return the process of this test session, begun when it is first asked for."""
    made = ReadyProgram({**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])})
    atexit.register(made.close)
    return made


def _looked_at(env: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if not name.startswith(_READ_LATER)}
