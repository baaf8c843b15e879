"""What a check of an event file tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name in the message catalogue (``check-…``), the verdict, what was found."""

    name: str
    ok: bool
    found: str
