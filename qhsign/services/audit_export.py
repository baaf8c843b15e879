"""Writing the audit trail, or the part that was asked for, as xlsx or csv."""

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.roster import Column, NotWrittenError, Roster, Value
from qhsign.services import events
from qhsign.services.audit_records import AuditEntry, AuditExported, AuditFilter, AuditPlace
from qhsign.services.audit_search import page_in
from qhsign.services.desk import Desk
from qhsign.services.exports import WRITERS
from qhsign.services.output_file import (
    check_place,
    name_in_records,
    unfinished_beside,
    unwritable,
)
from qhsign.store import journal
from qhsign.store.schema import Event
from qhsign.wording import Language

FORMATS = ("xlsx", "csv")
_AT_ONCE = 1_000
_COLUMNS = (
    ("at", 20), ("operator", 12), ("desk", 14), ("action", 16), ("kind", 14), ("record", 28),
    ("change", 8), ("said", 60), ("hash", 16),
)  # fmt: skip
_HASH_SHOWN = 16
Progress = Callable[[int, int], None]


def export_trail(
    desk: Desk,
    wanted: AuditFilter,
    out: Path,
    *,
    purpose: str,
    total: int = 0,
    language: Language = Language.CHINESE,
    progress: Progress | None = None,
) -> AuditExported:
    """Write the entries a filter lets through, newest first, sensitive values masked.

    The export is itself journaled with its purpose before the file exists. ``progress`` is told
    entries written and ``total``, and may stop it by raising: then there is no file. Raises
    ProblemForUser ``audit-purpose-missing``, ``export-format``, or what writing a file raises (see
    `qhsign.services.output_file`).
    """
    if not purpose.strip():
        raise ProblemForUser("audit-purpose-missing")
    writer = WRITERS.get(out.suffix.lower())
    if writer is None:
        raise ProblemForUser("export-format", path=out, formats="、".join(WRITERS))
    check_place(out)
    unfinished = unfinished_beside(out)
    try:
        with desk.read() as session:
            entries = _every(session, wanted, language, total, progress)
            count = writer(unfinished, _roster(session, entries, total, language))
        with desk.write("export") as session:
            event = session.scalars(select(Event)).one()
            journal.note(
                session, "event", event.id, export="audit", rows=count, purpose=purpose.strip(),
                destination=name_in_records(out),
            )  # fmt: skip
        unfinished.replace(out)
    except OSError as error:
        raise unwritable(out, error) from error
    except NotWrittenError as error:
        why = error.__cause__ if isinstance(error.__cause__, OSError) else OSError()
        raise unwritable(out, why) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return AuditExported(count)


def _every(
    session: Session,
    wanted: AuditFilter,
    language: Language,
    total: int,
    progress: Progress | None,
) -> Iterator[AuditEntry]:
    place: AuditPlace | None = None
    done = 0
    while True:
        page = page_in(session, wanted, after=place, limit=_AT_ONCE, language=language)
        yield from page.entries
        done += len(page.entries)
        if progress is not None:
            progress(done, max(total, done))
        # A record read for its words would be kept for as long as the session is open.
        session.expunge_all()
        place = page.following
        if place is None:
            return


def _roster(
    session: Session, entries: Iterator[AuditEntry], total: int, language: Language
) -> Roster:
    facts = events.facts_in(session)

    def say(code: str, /, **parameters: object) -> str:
        return wording.say(code, language, **parameters)

    return Roster(
        title=say("export-title-audit", event=facts.title),
        columns=[Column(say(f"export-audit-{name}"), width) for name, width in _COLUMNS],
        rows=map(_row, entries),
        subtitle=say("export-count-audit", count=total) if total else "",
        order_note=say("order-newest-first"),
        footer=facts.short_title or facts.title,
        demo_mark=say("demonstration-mark") if facts.is_demonstration else "",
        sheet_name=say("export-sheet-audit"),
    )


def _row(entry: AuditEntry) -> list[Value]:
    return [
        f"{entry.at:%Y-%m-%d %H:%M:%S}",
        entry.operator,
        entry.desk,
        entry.action_word,
        entry.kind_word,
        entry.subject,
        entry.change_word,
        "\n".join(
            f"{each.word}：{each.old} → {each.new}" if each.old else f"{each.word}：{each.new}"
            for each in entry.changes
        ),
        entry.hash[:_HASH_SHOWN],
    ]
