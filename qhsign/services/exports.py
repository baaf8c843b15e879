"""Exports (导出): rosters offices can print, without what they do not need to know."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from qhsign import wording
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.delimited_writer import write_delimited
from qhsign.exchange.roster import NotWrittenError, Roster
from qhsign.exchange.workbook_writer import write_roster
from qhsign.services.desk import Desk
from qhsign.services.export_content import (
    EXPORTS,
    Progress,
    chosen_columns,
    columns_of,
    content,
    roster,
)
from qhsign.services.guest_order import Unranked
from qhsign.services.guest_selection import GuestSelection
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
from qhsign.store.schema import Event
from qhsign.wording import Language

WRITERS: Mapping[str, Callable[[Path, Roster], int]] = {
    ".xlsx": write_roster,
    ".csv": write_delimited,
}
PAPERS = (".docx", ".pdf")
"""Formats in which an export is laid out as the working papers are."""

__all__ = ["EXPORTS", "PAPERS", "WRITERS", "Exported", "columns_of", "export"]


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
    selection: GuestSelection | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write one of EXPORTS as xlsx, csv, docx or pdf, by the ending of ``out``.

    Sensitive columns are written only when named in ``columns`` and with a ``purpose``, which the
    journal keeps before the file exists. Every export is journaled. ``only`` are the ids of the
    guests to write, None for all; ``selection`` chooses among them, and of check-ins the activity.
    ``progress`` is told rows taken and rows to take, and may stop the export by raising: then there
    is no file. Raises ProblemForUser ``export-format``, ``column-unknown``,
    ``purpose-for-columns``, what the selection raises, or what writing a file raises (see
    `qhsign.services.output_file`).
    """
    suffix = out.suffix.lower()
    if suffix not in {*WRITERS, *PAPERS}:
        raise ProblemForUser("export-format", path=out, formats="、".join((*WRITERS, *PAPERS)))
    check_place(out)
    chosen = chosen_columns(what, columns, purpose)
    unfinished = unfinished_beside(out)

    def say(code: str, /, **parameters: object) -> str:
        return wording.say(code, language, **parameters)

    try:
        with desk.read() as session:
            held = content(session, what, say, order=order, only=only, selection=selection)
            listed = roster(session, desk, what, chosen, held, say, progress)
            pages: int | None = None
            findings: Sequence[PaperFinding] = ()
            if suffix in WRITERS:
                count = WRITERS[suffix](unfinished, listed)
            else:
                made_with = frame(session, desk.now(), language)
                paper = roster_paper(made_with, what, list(chosen), listed, held.notes)
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
    return Exported(count, list(chosen), held.unranked, pages, findings)
