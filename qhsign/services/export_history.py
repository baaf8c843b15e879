"""The last exports, as the journal and the ledger of prints keep them."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.services import events
from qhsign.services.desk import Desk
from qhsign.services.print_ledger import DONE
from qhsign.services.report_records import PastExport, Report
from qhsign.store.schema import Event, JournalEntry, JournalValue, PrintRun

_PAPERS = [each.value for each in Report if each.is_paper]


def last_exports(desk: Desk, limit: int = 30) -> Sequence[PastExport]:
    """Return the latest exports and reports printed, the newest first, in the event's time."""
    with desk.read() as session:
        found = [*_from_journal(session, limit), *_from_ledger(session, limit)]
        zone = events.facts_in(session).zone
    found.sort(key=lambda each: each.at, reverse=True)
    return [replace(each, at=each.at.astimezone(zone)) for each in found[:limit]]


def _from_journal(session: Session, limit: int) -> list[PastExport]:
    # By the event's own entries, which are few: of other records there may be hundreds of
    # thousands.
    query = (
        select(JournalEntry, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id)
        .where(
            JournalEntry.entity_id == select(Event.id).scalar_subquery(),
            JournalEntry.change == "view",
            JournalEntry.action == "export",
        )
        .order_by(JournalEntry.clock.desc(), JournalEntry.sequence.desc())
        .limit(limit)
    )
    found = []
    for entry, content in session.execute(query):
        said = json.loads(content)["new"] if content else {}
        found.append(
            PastExport(
                at=datetime.fromtimestamp(int(entry.clock[:15]) / 1000, UTC),
                operator=entry.operator,
                desk=entry.desk,
                what=str(said.get("export", "")),
                destination=str(said.get("destination", "")),
                rows=said.get("rows"),
                pages=None,
                purpose=str(said.get("purpose", "")),
                outcome=DONE,
            )
        )
    return found


def _from_ledger(session: Session, limit: int) -> list[PastExport]:
    query = (
        select(PrintRun)
        .where(PrintRun.kind.in_(_PAPERS))
        .order_by(PrintRun.at.desc(), PrintRun.number.desc())
        .limit(limit)
    )
    return [
        PastExport(
            at=run.at,
            operator=run.operator,
            desk=run.desk,
            what=run.kind,
            destination=run.destination,
            rows=None,
            pages=run.pages,
            purpose=run.reason,
            outcome=run.outcome,
        )
        for run in session.scalars(query)
    ]
