"""Exports (导出): rosters offices can print, without what they do not need to know."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.money import Unit, unit_heading
from qhsign.domain.ordering import Order, order_code
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.delimited_writer import write_delimited
from qhsign.exchange.roster import Column, NotWrittenError, Roster
from qhsign.exchange.workbook_writer import write_roster
from qhsign.services import events, guests
from qhsign.services.desk import Desk
from qhsign.services.export_columns import (
    CHECK_IN_COLUMNS,
    CONTRACT_COLUMNS,
    GUEST_COLUMNS,
    ExportColumn,
)
from qhsign.services.export_rows import check_in_lines, contract_lines, guest_lines
from qhsign.services.guest_order import Unranked, unranked
from qhsign.services.output_file import (
    check_place,
    name_in_records,
    unfinished_beside,
    unwritable,
)
from qhsign.services.paper_files import PaperFinding, write
from qhsign.services.paper_frame import frame
from qhsign.services.roster_paper import roster_paper
from qhsign.store import journal
from qhsign.store.schema import CheckIn, Event
from qhsign.wording import Language

WRITERS: Mapping[str, Callable[[Path, Roster], int]] = {
    ".xlsx": write_roster,
    ".csv": write_delimited,
}
_TOLD_EVERY = 50  # rows between two words of progress
Progress = Callable[[int, int], None]
PAPERS = (".docx", ".pdf")
"""Formats in which an export is laid out as the working papers are."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many rows were written, and the columns in their order."""

    rows: int
    columns: Sequence[str]
    unranked: Sequence[Unranked] = ()
    """Guests a stroke order could not place, in an export of guests."""
    pages: int | None = None
    """Pages, where the format has them."""
    findings: Sequence[PaperFinding] = ()
    """What was wrong with texts that were laid out."""


@dataclass(frozen=True, slots=True)
class _Content:
    rows: Iterable[Any]
    count: int
    order_note: str = ""
    unit: Unit | None = None
    unranked: Sequence[Unranked] = ()


def columns_of(what: str) -> Mapping[str, ExportColumn]:
    """Return the columns that ``guests``, ``contracts`` or ``check-ins`` may have."""
    return {"guests": GUEST_COLUMNS, "contracts": CONTRACT_COLUMNS, "check-ins": CHECK_IN_COLUMNS}[
        what
    ]


def export(
    desk: Desk,
    what: str,
    out: Path,
    *,
    order: Order | None = None,
    columns: Sequence[str] | None = None,
    purpose: str = "",
    language: Language = Language.CHINESE,
    only: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write guests, contracts or check-ins as xlsx, csv, docx or pdf, by the ending of ``out``.

    Sensitive columns are written only when named in ``columns`` and with a ``purpose``, which the
    journal keeps before the file exists. Every export is journaled. ``only`` are the ids of the
    guests to write, None for all. ``progress`` is told rows taken and rows to take, and may stop
    the export by raising: then there is no file. Raises ProblemForUser ``export-format``,
    ``column-unknown``, ``purpose-for-columns`` or what writing a file raises (see
    `qhsign.services.output_file`).
    """
    suffix = out.suffix.lower()
    if suffix not in {*WRITERS, *PAPERS}:
        raise ProblemForUser("export-format", path=out, formats="、".join((*WRITERS, *PAPERS)))
    check_place(out)
    chosen = _chosen(what, columns, purpose)
    unfinished = unfinished_beside(out)

    def say(code: str, /, **parameters: object) -> str:
        return wording.say(code, language, **parameters)

    try:
        with desk.read() as session:
            content = _content(session, what, order, say, only)
            roster = _roster(session, desk, what, chosen, content, say, progress)
            pages: int | None = None
            findings: Sequence[PaperFinding] = ()
            if suffix in WRITERS:
                count = WRITERS[suffix](unfinished, roster)
            else:
                made_with = frame(session, desk.now(), language)
                paper = roster_paper(made_with, what, list(chosen), roster)
                with unfinished.open("wb") as stream:
                    pages, findings = write(stream, paper, suffix)
                count = paper.rows
        with desk.write("export") as session:
            event = session.scalars(select(Event)).one()
            journal.note(
                session, "event", event.id, export=what, columns=list(chosen), rows=count,
                purpose=purpose.strip(), destination=name_in_records(out),
            )  # fmt: skip
        unfinished.replace(out)
    except OSError as error:
        raise unwritable(out, error) from error
    except NotWrittenError as error:
        why = error.__cause__ if isinstance(error.__cause__, OSError) else OSError()
        raise unwritable(out, why) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Exported(count, list(chosen), content.unranked, pages, findings)


def _chosen(what: str, columns: Sequence[str] | None, purpose: str) -> dict[str, ExportColumn]:
    known = columns_of(what)
    if columns is None:
        return {name: column for name, column in known.items() if column.usual}
    for name in columns:
        if name not in known:
            raise ProblemForUser("column-unknown", column=name, columns="、".join(known))
    sensitive = [name for name in columns if known[name].sensitive]
    if sensitive and not purpose.strip():
        raise ProblemForUser("purpose-for-columns", columns="、".join(sensitive))
    return {name: known[name] for name in columns}


def _roster(
    session: Session,
    desk: Desk,
    what: str,
    chosen: Mapping[str, ExportColumn],
    content: _Content,
    say: Callable[..., str],
    progress: Progress | None,
) -> Roster:
    facts = events.facts_in(session)
    today = desk.now().astimezone(facts.zone).date()
    return Roster(
        title=say(f"export-title-{what}", event=facts.title),
        columns=[
            Column(_heading(what, name, content.unit, say), column.width, column.kind)
            for name, column in chosen.items()
        ],
        rows=_values(content, chosen, progress),
        subtitle="　".join(
            (
                say(f"export-count-{what}", count=content.count),
                say("export-date", date=today.isoformat()),
            )
        ),
        order_note=content.order_note,
        footer=facts.short_title or facts.title,
        demo_mark=say("demonstration-mark") if facts.is_demonstration else "",
        sheet_name=say(f"export-sheet-{what}"),
    )


def _content(
    session: Session,
    what: str,
    order: Order | None,
    say: Callable[..., str],
    only: Collection[str] | None,
) -> _Content:
    if what == "guests":
        order = order or Order(events.facts_in(session).guest_order)
        rows = [row for row in guests.rows(session) if only is None or row.id in only]
        lines = guest_lines(session, rows, order, say)
        lacking = unranked(session, rows, order)
        return _Content(lines, len(rows), say(order_code(order)), unranked=lacking)
    if what == "contracts":
        listed, unit = contract_lines(session)
        return _Content(listed, len(listed), say("order-by-number"), unit)
    count = session.scalar(select(func.count()).select_from(CheckIn)) or 0
    return _Content(check_in_lines(session, say), count, say("order-by-time"))


def _heading(what: str, name: str, unit: Unit | None, say: Callable[..., str]) -> str:
    if name == "amount" and unit is not None:
        return say("column-contract-amount-in", unit=unit_heading(unit))
    if name == "funds" and unit is not None:
        return say("column-contract-funds-in", unit=unit_heading(unit))
    return say(f"export-{what}-{name}")


def _values(
    content: _Content, chosen: Mapping[str, ExportColumn], progress: Progress | None
) -> Iterator[list[Any]]:
    for place, row in enumerate(content.rows):
        if progress is not None and place % _TOLD_EVERY == 0:
            progress(place, content.count)
        yield [column.value(row) for column in chosen.values()]
