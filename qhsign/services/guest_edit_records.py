"""What changing and undoing hand out: frozen, and cheap to import."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edited:
    """What a change did: the operation that an undo takes back, "" where nothing changed."""

    operation: str
    full_name: str


@dataclass(frozen=True, slots=True)
class ReadyPhoto:
    """A picture made into a photo, ready to be kept: its JPEG, digest, and size in pixels."""

    digest: str
    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class UndoneOperation:
    """What an undo did; ``some_kept`` where something changed again since stays as it is.

    ``operation`` is that of the undo itself, which can be taken back in its turn.
    """

    operation: str
    some_kept: bool
