"""The history of one guest: the journal's entries, operation by operation, newest first."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.services.guest_detail_records import FieldChange, HistoryLine
from qhsign.services.guest_fields import FIELDS
from qhsign.services.guest_values import as_text
from qhsign.store.schema import (
    Activity,
    Delegation,
    Guest,
    Invited,
    JournalEntry,
    JournalValue,
    ListImport,
    ListRow,
)

MOST = 100
"""Operations that are shown of one guest."""
_ENTRIES = 4 * MOST
_BY_ATTRIBUTE = {known.attribute: name for name, known in FIELDS.items() if name != "activities"}
_INTERNAL = frozenset({"id", "number", "organization_id", "joined_into"})
"""Attributes that say nothing to a clerk, or are told in other words."""
_JOINED = "joined_into"


def history(
    session: Session, records: Sequence[str], zone: tzinfo
) -> tuple[Sequence[HistoryLine], int]:
    """Return the latest operations on a person's records, and how many there are in all."""
    ours = JournalEntry.entity_id.in_(records)
    total = session.scalar(select(func.count(JournalEntry.operation.distinct())).where(ours)) or 0
    entries = session.execute(
        select(JournalEntry, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id, isouter=True)
        .where(ours)
        .order_by(JournalEntry.clock.desc(), JournalEntry.sequence.desc())
        .limit(_ENTRIES)
    ).all()
    operations: dict[str, list[tuple[JournalEntry, _Values]]] = {}
    for entry, content in entries:
        operations.setdefault(entry.operation, []).append((entry, _values(content)))
    teller = _Teller(session, records, zone, list(operations))
    return [teller.line(each) for each in list(operations.values())[:MOST]], total


@dataclass(frozen=True, slots=True)
class _Values:
    old: Mapping[str, Any] = field(default_factory=dict)
    new: Mapping[str, Any] = field(default_factory=dict)


def _values(content: str | None) -> _Values:
    return _Values(**json.loads(content)) if content else _Values()


class _Teller:
    """Tells operations in the words of fields; what they need is read once."""

    def __init__(
        self, session: Session, records: Sequence[str], zone: tzinfo, operations: Sequence[str]
    ) -> None:
        self._session, self._zone, self._remains = session, zone, records[0]
        self._guests = {
            guest.id: guest for guest in session.scalars(select(Guest).where(Guest.id.in_(records)))
        }
        self._invited = set(
            session.scalars(select(Invited.activity_id).where(Invited.guest_id.in_(records)))
        )
        found = select(ListImport.operation, ListImport.file_name, func.min(ListRow.row)).join(
            ListRow,
            (ListRow.import_id == ListImport.id) & ListRow.entity_id.in_(records),
            isouter=True,
        )
        self._lists = {
            operation: (name, row or 0)
            for operation, name, row in session.execute(
                found.where(ListImport.operation.in_(operations)).group_by(ListImport.operation)
            )
        }

    def line(self, entries: Sequence[tuple[JournalEntry, _Values]]) -> HistoryLine:
        """Tell one operation."""
        last = entries[0][0]
        note, row = self._lists.get(last.operation, ("", 0))
        return HistoryLine(
            operation=last.operation,
            at=datetime.fromtimestamp(int(last.clock[:15]) / 1000, UTC).astimezone(self._zone),
            operator=last.operator,
            desk=last.desk,
            action=last.action,
            changes=[each for one in reversed(entries) for each in self._told(*one)],
            note=note or next(filter(None, (_said(held) for _, held in entries)), ""),
            row=row,
            can_undo=self._can_undo(entries),
        )

    def _told(self, entry: JournalEntry, held: _Values) -> list[FieldChange]:
        if entry.change == "view":
            return self._noted(held.new)
        if entry.change == "insert":
            name = as_text(held.new.get("full_name"))
            return [FieldChange("full_name", "", name)] if name else []
        told = [
            FieldChange(
                _BY_ATTRIBUTE.get(name, name),
                self._text(name, held.old.get(name)),
                self._text(name, value),
            )
            for name, value in held.new.items()
            if name not in _INTERNAL
        ]
        if _JOINED in held.new and entry.entity_id == self._remains:
            # Of records that are joined the note beside who remains tells.
            told.append(self._joining(held))
        return told

    def _noted(self, said: Mapping[str, Any]) -> list[FieldChange]:
        """Tell what was noted beside the fields: a view of a field, invitations."""
        if "invited" in said:
            gone, come = (self._activities(said[key]) for key in ("uninvited", "invited"))
            return [FieldChange("activities", gone, come)]
        if "joined" in said or "parted" in said:
            return [FieldChange(_JOINED, str(said.get("parted", "")), str(said.get("joined", "")))]
        if "purpose" in said and "field" in said:
            return [FieldChange(str(said["field"]), "", "")]
        return []

    def _joining(self, held: _Values) -> FieldChange:
        """Tell into whom a guest was joined, who is a person of their own again."""
        labels = []
        for values in (held.old, held.new):
            into = values.get(_JOINED)
            guest = self._session.get(Guest, into) if into else None
            labels.append(f"{guest.number:05d} {guest.full_name}" if guest else "")
        return FieldChange(_JOINED, *labels)

    def _activities(self, ids: Sequence[str]) -> str:
        query = select(Activity.name).where(Activity.id.in_(ids)).order_by(Activity.number)
        return "、".join(self._session.scalars(query))

    def _text(self, name: str, value: Any) -> str:
        text = as_text(value)
        if name == "delegation_id":
            found = self._session.get(Delegation, text) if text else None
            return found.name if found else ""
        known = FIELDS.get(_BY_ATTRIBUTE.get(name, ""))
        return known.masked(text) if known and known.masked and text else text

    def _can_undo(self, entries: Sequence[tuple[JournalEntry, _Values]]) -> bool:
        """Tell whether something the operation changed still is as it left it."""
        if any(entry.change == "insert" for entry, _ in entries):
            return False
        return any(self._stands(entry, held) for entry, held in entries)

    def _stands(self, entry: JournalEntry, held: _Values) -> bool:
        if entry.change == "view":
            come, gone = (set(held.new.get(key, ())) for key in ("invited", "uninvited"))
            return bool(come & self._invited or gone - self._invited)
        guest = self._guests.get(entry.entity_id)
        return guest is not None and any(
            held.old.get(name) != value and as_text(getattr(guest, name)) == as_text(value)
            for name, value in held.new.items()
            if name == _JOINED or entry.entity_id == self._remains
        )


def _said(held: _Values) -> str:
    return str(held.new.get("purpose") or held.new.get("reason") or "")
