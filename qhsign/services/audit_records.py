"""What the audit trail is asked and what it answers: frozen, safe to pass between threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries of the journal are wanted; everything empty is all of them.

    ``begin`` and ``end`` carry their zone, ``end`` itself is left out. ``kinds`` are the names of
    tables. ``guest`` and ``contract`` are ids: their own entries, and those of what belongs to
    them. ``text`` is looked for in the values. ``operation`` is what one use case did together.
    """

    begin: datetime | None = None
    end: datetime | None = None
    operator: str | None = None
    desk: str | None = None
    action: str | None = None
    kinds: tuple[str, ...] = ()
    guest: str = ""
    contract: str = ""
    text: str = ""
    operation: str = ""

    @property
    def wants_all(self) -> bool:
        """Whether nothing is left out."""
        return self == AuditFilter()


@dataclass(frozen=True, slots=True)
class AuditChange:
    """One field, as words: what it was and what it is; both "" where nothing is told."""

    field: str
    word: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry as people read it, sensitive values masked, in the event's own time.

    ``kind`` is the name of the table, ``entity`` the record's id, ``change`` insert, update, delete
    or view. ``subject`` names the record; ``is_purged`` tells that its values were emptied for
    good.
    """

    id: str
    at: datetime
    operator: str
    desk: str
    action: str
    action_word: str
    kind: str
    kind_word: str
    change: str
    change_word: str
    subject: str
    changes: Sequence[AuditChange]
    operation: str
    sequence: int
    hash: str
    is_purged: bool = False
    entity: str = ""


@dataclass(frozen=True, slots=True)
class AuditPlace:
    """Where an entry stands in the trail; the next page begins after it."""

    clock: str
    replica: str
    sequence: int


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Entries, newest first; ``following`` is where the next page begins, None at the end."""

    entries: Sequence[AuditEntry]
    following: AuditPlace | None


@dataclass(frozen=True, slots=True)
class AuditChoices:
    """Who has written into the journal, where, and doing what, to choose among.

    ``actions`` and ``kinds`` come with their words.
    """

    operators: Sequence[str]
    desks: Sequence[str]
    actions: Sequence[tuple[str, str]]
    kinds: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class AuditExported:
    """How many entries were written."""

    rows: int
