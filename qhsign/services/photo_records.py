"""What an import of photos tells: frozen, and cheap to import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuestLabel:
    """A guest named so that staff find the person: number, name, organization."""

    number: str
    full_name: str
    organization: str

    def __str__(self) -> str:
        """Say it in one line."""
        place = f"（{self.organization}）" if self.organization else ""
        return f"{self.number} {self.full_name}{place}"


@dataclass(frozen=True, slots=True)
class PhotoFinding:
    """What is to say of one file, as a code with parameters, and the guests it concerns."""

    file: str
    code: str
    parameters: Mapping[str, object]
    guests: Sequence[GuestLabel] = ()


@dataclass(frozen=True, slots=True)
class PhotoReport:
    """What an import of photos did, or would do on a dry run.

    ``number`` is the import's, for an undo; None when nothing changed. ``matched`` counts the
    guests whose photo was among the files; of these, ``replaced`` had another photo before and
    ``unchanged`` the same. ``refused`` are files that are no photo, ``unmatched`` nobody's.
    """

    number: int | None
    matched: int
    replaced: int
    unchanged: int
    refused: Sequence[PhotoFinding]
    unmatched: Sequence[PhotoFinding]
    low_resolution: Sequence[PhotoFinding]
