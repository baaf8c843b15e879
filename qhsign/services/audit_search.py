"""Reading the journal page by page, however long it is, by whatever is asked of it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_, union_all
from sqlalchemy.orm import Session

from qhsign.services import events
from qhsign.services.audit_names import Names
from qhsign.services.audit_records import (
    AuditChange,
    AuditChoices,
    AuditEntry,
    AuditFilter,
    AuditPage,
    AuditPlace,
)
from qhsign.services.audit_words import (
    WORD_SUBJECTS,
    Values,
    action_word,
    change_word,
    field_word,
    is_told,
    kind_word,
    read_values,
    references,
    subject,
)
from qhsign.services.desk import Desk
from qhsign.store.schema import (
    Badge,
    Certificate,
    CheckIn,
    CheckInAnnulment,
    CheckInOverride,
    Contract,
    ContractText,
    Guest,
    Invited,
    JournalEntry,
    JournalValue,
    Party,
    PendingActivity,
    SlateEntry,
    whole_schema,
)
from qhsign.wording import Language, catalogue, say

_PLACE = (JournalEntry.clock, JournalEntry.replica, JournalEntry.sequence)
_MOST_AFTER = 2_000
_SECRETS = frozenset(
    column.name
    for mapper in whole_schema().registry.mappers
    for column in mapper.class_.__table__.columns
    if column.info.get("secret") and column.name != "salt"
)
"""Fields the journal notes as changed and keeps no value of; salts say nothing to a person."""
_FIRST = frozenset({"verdict", "reason", "purpose", "outcome"})
"""What a reader looks for: a line that is cut shall not lose it."""


def read_page(
    desk: Desk,
    wanted: AuditFilter,
    *,
    after: AuditPlace | None = None,
    limit: int = 200,
    language: Language = Language.CHINESE,
) -> AuditPage:
    """Return the entries that follow ``after``, or the newest, in words of one language."""
    with desk.read() as session:
        return page_in(session, wanted, after=after, limit=limit, language=language)


def page_in(
    session: Session,
    wanted: AuditFilter,
    *,
    after: AuditPlace | None,
    limit: int,
    language: Language,
) -> AuditPage:
    """Read a page inside a session that is already open."""
    query = _filtered(
        select(JournalEntry, JournalValue.content).join(
            JournalValue, JournalValue.entry_id == JournalEntry.id, isouter=True
        ),
        wanted,
    )
    if after is not None:
        place = (after.clock, after.replica, after.sequence)
        query = query.where(JournalEntry.clock <= after.clock, tuple_(*_PLACE) < place)
    query = query.order_by(*(column.desc() for column in _PLACE)).limit(limit)
    rows = [(entry, content) for entry, content in session.execute(query)]
    entries = list(_entries(session, rows, language))
    if len(rows) < limit:
        return AuditPage(entries, None)
    last = rows[-1][0]
    return AuditPage(entries, AuditPlace(last.clock, last.replica, last.sequence))


def after_record(
    session: Session,
    record: tuple[str, str],
    kinds: frozenset[str],
    language: Language = Language.CHINESE,
) -> list[AuditEntry]:
    """Return the entries about these kinds that came after a record (kind, id) was made.

    The newest come first. Nothing is returned of a record the journal does not know.
    """
    kind, entity = record
    made = session.scalar(
        select(func.min(JournalEntry.clock)).where(
            JournalEntry.entity_kind == kind, JournalEntry.entity_id == entity
        )
    )
    if made is None:
        return []
    query = (
        select(JournalEntry, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id, isouter=True)
        .where(
            JournalEntry.clock > made,
            JournalEntry.entity_kind.in_(kinds),
            JournalEntry.change.in_(("insert", "update", "delete")),
        )
        .order_by(*(column.desc() for column in _PLACE))
        .limit(_MOST_AFTER)
    )
    rows = [(entry, content) for entry, content in session.execute(query)]
    return list(_entries(session, rows, language))


def count_entries(desk: Desk, wanted: AuditFilter) -> int:
    """Count the entries a filter lets through."""
    with desk.read() as session:
        query = select(func.count()).select_from(JournalEntry)
        if wanted.text.strip():
            query = query.join(JournalValue, JournalValue.entry_id == JournalEntry.id)
        return session.scalar(_filtered(query, wanted)) or 0


def audit_choices(desk: Desk, language: Language = Language.CHINESE) -> AuditChoices:
    """Return what the journal holds to choose among, in one walk along it."""
    query = select(
        JournalEntry.operator, JournalEntry.desk, JournalEntry.action, JournalEntry.entity_kind
    ).distinct()
    with desk.read() as session:
        rows = session.execute(query).all()
    actions = {row.action: action_word(row.action, language) for row in rows}
    kinds = {row.entity_kind: kind_word(row.entity_kind, language) for row in rows}
    return AuditChoices(
        operators=sorted({row.operator for row in rows}),
        desks=sorted({row.desk for row in rows}),
        actions=sorted(actions.items(), key=lambda each: each[1]),
        kinds=sorted(kinds.items(), key=lambda each: each[1]),
    )


def _filtered(query: Any, wanted: AuditFilter) -> Any:
    conditions: list[ColumnElement[bool]] = []
    if wanted.begin is not None:
        conditions.append(JournalEntry.clock >= _clock(wanted.begin))
    if wanted.end is not None:
        conditions.append(JournalEntry.clock < _clock(wanted.end))
    for column, value in (
        (JournalEntry.operator, wanted.operator),
        (JournalEntry.desk, wanted.desk),
        (JournalEntry.action, wanted.action),
        (JournalEntry.operation, wanted.operation or None),
    ):
        if value is not None:
            conditions.append(column == value)
    if wanted.kinds:
        conditions.append(JournalEntry.entity_kind.in_(wanted.kinds))
    if wanted.guest:
        conditions.append(JournalEntry.entity_id.in_(_of_guest(wanted.guest)))
    if wanted.contract:
        conditions.append(JournalEntry.entity_id.in_(_of_contract(wanted.contract)))
    if wanted.text.strip():
        conditions.append(_says(wanted.text.strip()))
    return query.where(*conditions)


def _clock(moment: datetime) -> str:
    return f"{int(moment.timestamp() * 1000):015d}"


def _of_guest(guest: str) -> Select[Any]:
    """Return the ids of a guest, of records joined into it, and of what belongs to them."""
    person = select(Guest.id).where((Guest.id == guest) | (Guest.joined_into == guest))
    scans = select(CheckIn.id).where(CheckIn.guest_id.in_(person))
    return _together(
        person,
        select(Badge.id).where(Badge.guest_id.in_(person)),
        scans,
        select(CheckInAnnulment.id).where(CheckInAnnulment.check_in_id.in_(scans)),
        select(CheckInOverride.id).where(CheckInOverride.check_in_id.in_(scans)),
        select(Invited.id).where(Invited.guest_id.in_(person)),
        select(PendingActivity.id).where(PendingActivity.guest_id.in_(person)),
    )


def _of_contract(contract: str) -> Select[Any]:
    """Return the ids of a contract and of what belongs to it."""
    return _together(
        select(Contract.id).where(Contract.id == contract),
        *(
            select(model.id).where(model.contract_id == contract)
            for model in (Party, ContractText, SlateEntry, Certificate)
        ),
    )


def _together(*queries: Select[Any]) -> Select[Any]:
    found = union_all(*queries).subquery()
    return select(found.c[0])


def _says(text: str) -> ColumnElement[bool]:
    """Look for a text in the values, and for the codes it is the word of."""
    content = JournalValue.content
    inside = content.contains(text.replace("\\", "\\\\").replace('"', '\\"'), autoescape=True)
    codes = [
        code.removeprefix(f"{named}-")
        for named in WORD_SUBJECTS
        for code, words in catalogue().items()
        if code.startswith(f"{named}-") and text in words.values()
    ]
    return or_(inside, *(content.contains(f'"{code}"', autoescape=True) for code in codes))


def _entries(
    session: Session, rows: Sequence[tuple[JournalEntry, str | None]], language: Language
) -> Iterator[AuditEntry]:
    zone = events.facts_in(session).zone
    names = Names(session)
    read = [(entry, content, *read_values(content)) for entry, content in rows]
    names.read(
        each
        for entry, _, old, new in read
        for values in (old, new)
        for each in references(entry.entity_kind, entry.entity_id, values)
    )
    values = Values(names, zone, language)
    for entry, content, old, new in read:
        yield AuditEntry(
            id=entry.id,
            at=datetime.fromtimestamp(int(entry.clock[:15]) / 1000, UTC).astimezone(zone),
            operator=entry.operator,
            desk=entry.desk,
            action=entry.action,
            action_word=action_word(entry.action, language),
            kind=entry.entity_kind,
            entity=entry.entity_id,
            kind_word=kind_word(entry.entity_kind, language),
            change=entry.change,
            change_word=change_word(entry.change, language),
            subject=subject(entry.entity_kind, entry.entity_id, {**old, **new}, names),
            changes=_changes(entry, old, new, values, language),
            operation=entry.operation,
            sequence=entry.sequence,
            hash=entry.hash,
            is_purged=content is None,
        )


def _changes(
    entry: JournalEntry,
    old: dict[str, Any],
    new: dict[str, Any],
    values: Values,
    language: Language,
) -> list[AuditChange]:
    kind, found = entry.entity_kind, []
    every = dict.fromkeys((*new, *old, *entry.fields))
    for field in sorted(every, key=lambda each: each not in _FIRST):
        if not is_told(field):
            continue
        before = values.word(kind, field, old.get(field), old)
        after = values.word(kind, field, new.get(field), new)
        if field in _SECRETS:
            after = say("audit-secret", language)
        if before or after:
            found.append(AuditChange(field, field_word(field, language, kind), before, after))
    return found
