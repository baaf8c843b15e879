"""Typed models, one module per noun."""

from qhsign.store.schema.base import Base, Instant, Journaled, new_id
from qhsign.store.schema.check_in import CheckIn, CheckInAnnulment, CheckInOverride, NumberTag
from qhsign.store.schema.contract import (
    Batch,
    Certificate,
    Contract,
    ContractText,
    Party,
    Slate,
    SlateEntry,
)
from qhsign.store.schema.event import (
    Activity,
    CategoryLook,
    DeclaredFigure,
    Event,
    EventKey,
    Invited,
    NumberBlock,
    PendingActivity,
    Zone,
)
from qhsign.store.schema.follow_up import ContractStep, EditionFigure, Payment, Target
from qhsign.store.schema.guest import Badge, Delegation, Guest, GuestSearch, Organization
from qhsign.store.schema.journal import JournalEntry, JournalValue
from qhsign.store.schema.lists import ListImport, ListRow
from qhsign.store.schema.operator import Operator
from qhsign.store.schema.photo import Photo
from qhsign.store.schema.prints import PrintItem, PrintRun
from qhsign.store.schema.stage import (
    Ceremony,
    CeremonyStep,
    Presidium,
    RemoteCheckIn,
    ShowStep,
    StageApproval,
    StagePlace,
    StagePlan,
    Substitution,
    TextCheck,
)

__all__ = [
    "Activity",
    "Badge",
    "Base",
    "Batch",
    "CategoryLook",
    "Ceremony",
    "CeremonyStep",
    "Certificate",
    "CheckIn",
    "CheckInAnnulment",
    "CheckInOverride",
    "Contract",
    "ContractStep",
    "ContractText",
    "DeclaredFigure",
    "Delegation",
    "EditionFigure",
    "Event",
    "EventKey",
    "Guest",
    "GuestSearch",
    "Instant",
    "Invited",
    "JournalEntry",
    "JournalValue",
    "Journaled",
    "ListImport",
    "ListRow",
    "NumberBlock",
    "NumberTag",
    "Operator",
    "Organization",
    "Party",
    "Payment",
    "PendingActivity",
    "Photo",
    "Presidium",
    "PrintItem",
    "PrintRun",
    "RemoteCheckIn",
    "ShowStep",
    "Slate",
    "SlateEntry",
    "StageApproval",
    "StagePlace",
    "StagePlan",
    "Substitution",
    "Target",
    "TextCheck",
    "Zone",
    "new_id",
]
