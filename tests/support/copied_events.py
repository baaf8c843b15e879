"""Event files that many tests begin with are made once in a process and copied from then on."""

from collections.abc import Callable, Hashable
from pathlib import Path

_MADE: dict[Hashable, bytes] = {}


def copied(path: Path, kind: Hashable, make: Callable[[Path], None]) -> Path:
    """Write an event file of a kind to ``path``; ``make`` makes the first one there and closes it.

    Making an event through the services takes longer than most tests.
    """
    if kind not in _MADE:
        make(path)
        _MADE[kind] = path.read_bytes()
    path.write_bytes(_MADE[kind])
    return path
