"""What joining two guests shows and takes: frozen rows, safe to pass between threads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """One of the two guests: who remains, or who is joined into that one."""

    REMAINS = "remains"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class GuestBrief:
    """A guest as one tells namesakes apart; ``photo`` is a JPEG, empty for none."""

    id: str
    number: int
    full_name: str
    organization: str
    title: str
    photo: bytes = b""

    @property
    def label(self) -> str:
        """The number as people read it: five digits or more."""
        return f"{self.number:05d}"


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field in which the two differ, masked where it is sensitive.

    ``usual`` is the side to take unless somebody decides otherwise: the one that holds something,
    or what staff entered by hand, else who remains.
    """

    field: str
    remains: str
    joined: str
    usual: Side


@dataclass(frozen=True, slots=True)
class Moves:
    """What becomes the remaining guest's: how many of each, contracts by their numbers.

    ``check_ins`` stay as they are and count for who remains.
    """

    badges: int
    invitations: int
    check_ins: int
    contracts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two guests side by side, before they are joined."""

    remains: GuestBrief
    joined: GuestBrief
    choices: Sequence[FieldChoice]
    moves: Moves


@dataclass(frozen=True, slots=True)
class Joining:
    """Which guest is joined into which, and the side each differing field is taken from.

    A field that is not named takes the usual side.
    """

    remains: str
    joined: str
    taken: Mapping[str, Side]
