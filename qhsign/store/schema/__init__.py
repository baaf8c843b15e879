"""Typed models, one module per noun.

A module is loaded when one of its models is first asked for: making a model costs milliseconds,
and a window that opens needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES = {
    "base": ("Base", "Instant", "Journaled", "new_id"),
    "check_in": ("CheckIn", "CheckInAnnulment", "CheckInOverride", "NumberTag"),
    "contract": (
        "Batch",
        "Certificate",
        "Contract",
        "ContractText",
        "Party",
        "Slate",
        "SlateEntry",
    ),
    "event": (
        "Activity",
        "CategoryLook",
        "DeclaredFigure",
        "Event",
        "EventKey",
        "Invited",
        "NumberBlock",
        "PendingActivity",
        "Zone",
    ),
    "follow_up": ("ContractStep", "EditionFigure", "Payment", "Target"),
    "guest": ("Badge", "Delegation", "Guest", "GuestSearch", "Organization"),
    "journal": ("JournalEntry", "JournalValue"),
    "lists": ("ListImport", "ListRow"),
    "operator": ("Operator",),
    "photo": ("Photo",),
    "prints": ("PrintItem", "PrintRun"),
    "stage": (
        "Ceremony",
        "CeremonyStep",
        "Presidium",
        "RemoteCheckIn",
        "ShowStep",
        "StageApproval",
        "StagePlace",
        "StagePlan",
        "Substitution",
        "TextCheck",
    ),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found


def whole_schema() -> "type[Base]":
    """Return the base of all models once every one of them is made."""
    for module in _MODULES:
        import_module(f"{__name__}.{module}")
    from qhsign.store.schema.base import Base  # noqa: PLC0415 - as all others

    return Base
