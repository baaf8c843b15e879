"""What the use cases of late sign-ins (补签) hand out, and the mark of their records."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LATE = "late-sign-in"
"""Code of the sentence that marks a record as entered from a paper sheet."""


class LineState(StrEnum):
    """What one line of the sheet came to."""

    FOUND = "found"
    HERE = "here"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    TWICE = "twice"
    TIME_WRONG = "time-wrong"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line that has something written on it; ``place`` counts from 1, empty lines included.

    A time that cannot be, or has not come yet, is wrong. ``guest`` is the id of whom it means, ""
    where nobody can be told. ``at`` is the time written, or the time given for the whole sheet. Of
    an ambiguous line ``detail`` names the candidates.
    """

    place: int
    text: str
    state: LineState
    at: datetime
    guest: str = ""
    number: int = 0
    full_name: str = ""
    organization: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was entered: its id, by which it is taken back, and how many it checked in."""

    id: str
    entered: int


def is_late(message: str) -> bool:
    """Say whether a record's stored sentence marks it as a late sign-in."""
    return message.startswith(f'["{LATE}"')
