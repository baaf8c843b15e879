"""A guest's values as text: as they are typed, as they are shown, and who entered them."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.services.guest_detail_records import YES
from qhsign.services.guest_fields import FIELDS
from qhsign.store.schema import Delegation, Guest, JournalEntry

BY_LISTS = ("import guests", "import photos", "undo import")
"""Actions that write what a list or a folder says, not what somebody typed."""


def as_text(value: object) -> str:
    """Return a field's value as it is typed into the field; "" for an empty one."""
    match value:
        case None | False:
            return ""
        case True:
            return YES
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return str(value)


def shown_value(session: Session, guest: Guest, field: str) -> str:
    """Return a field as screens show it: what is sensitive masked, a delegation by its name.

    A choice of a closed list is given by its code.
    """
    known = FIELDS.get(field)
    text = as_text(getattr(guest, known.attribute if known else field))
    if field == "delegation":
        found = session.get(Delegation, text) if text else None
        return found.name if found else ""
    return known.masked(text) if known and known.masked and text else text


def edited_by_hand(session: Session, records: Sequence[str]) -> set[str]:
    """Return the attributes of a guest that staff entered or changed themselves."""
    query = select(JournalEntry.fields).where(
        JournalEntry.entity_id.in_(records),
        JournalEntry.change.in_(("insert", "update")),
        JournalEntry.action.not_in(BY_LISTS),
    )
    return {name for fields in session.scalars(query) for name in fields}
