"""What changing many guests at once is asked and tells: frozen, and cheap to import."""

from dataclasses import dataclass
from enum import StrEnum


class Bulk(StrEnum):
    """What can be changed for many guests; the first six are fields of ``guest set``."""

    CATEGORY = "category"
    VIP = "vip"
    STATUS = "status"
    VETTING = "vetting"
    DELEGATION = "delegation"
    LIAISON = "liaison"
    INVITE = "invite"
    UNINVITE = "uninvite"
    REVOKE = "revoke"


@dataclass(frozen=True, slots=True)
class BulkChange:
    """One change for many: a field's text, an activity (by id or name), or why badges end."""

    what: Bulk
    value: str


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """How many guests would change, and how many are left as they are.

    ``alike`` already are as wished; for badges to be revoked they have none.
    """

    changing: int
    alike: int


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What was done: the operation an undo takes back, "" where nothing changed."""

    operation: str
    changed: int


@dataclass(frozen=True, slots=True)
class OperationTakenBack:
    """How many records are as before, and how many were left for what was changed since."""

    undone: int
    kept: int
