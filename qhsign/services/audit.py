"""The audit trail: what the journal says, newest first."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from qhsign.services.desk import Desk
from qhsign.services.guest_fields import FIELDS, SENSITIVE
from qhsign.services.guests import by_number
from qhsign.services.one_person import records_of
from qhsign.store.schema import JournalEntry, JournalValue

_MASKED = {FIELDS[name].attribute: FIELDS[name].masked for name in SENSITIVE}


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One entry: who did what to which record, with the values unless they were purged.

    Sensitive values are masked: the trail tells that they changed, not what they are.
    """

    id: str
    at: datetime
    operator: str
    desk: str
    action: str
    kind: str
    entity: str
    change: str
    old: dict[str, Any]
    new: dict[str, Any]


def trail(desk: Desk, *, guest: int | None = None, limit: int = 50) -> list[AuditLine]:
    """Return the latest entries, of everything or of one guest with the records joined into it.

    Raises ProblemForUser ``guest-unknown``.
    """
    query = (
        select(JournalEntry, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id, isouter=True)
        .order_by(JournalEntry.clock.desc(), JournalEntry.sequence.desc())
        .limit(max(limit, 0))
    )
    with desk.read() as session:
        if guest is not None:
            records = records_of(session, by_number(session, guest).id)
            query = query.where(JournalEntry.entity_id.in_(records))
        return [_line(entry, content) for entry, content in session.execute(query)]


def _line(entry: JournalEntry, content: str | None) -> AuditLine:
    values: dict[str, dict[str, Any]] = json.loads(content) if content else {"old": {}, "new": {}}
    return AuditLine(
        id=entry.id,
        at=datetime.fromtimestamp(int(entry.clock[:15]) / 1000, UTC),
        operator=entry.operator,
        desk=entry.desk,
        action=entry.action,
        kind=entry.entity_kind,
        entity=entry.entity_id,
        change=entry.change,
        old={name: _shown(name, value) for name, value in values["old"].items()},
        new={name: _shown(name, value) for name, value in values["new"].items()},
    )


def _shown(name: str, value: Any) -> Any:
    mask = _MASKED.get(name)
    return mask(value) if mask and isinstance(value, str) and value else value
