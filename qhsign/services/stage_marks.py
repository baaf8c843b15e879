"""Floor marks (站位地贴): one for each place of a batch's plan, printed through the ledger."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.seating import Place, PlaceKind
from qhsign.domain.stage_arranging import Arranged
from qhsign.domain.stage_terms import Side
from qhsign.printing.faces import FloorMarkFace
from qhsign.printing.floor_mark import render_floor_marks
from qhsign.printing.layouts import layout_file
from qhsign.services import badge_faces, batches, print_ledger, stage_plans, stage_sheets
from qhsign.services.desk import Desk
from qhsign.services.document_information import document_information
from qhsign.services.findings import Finding
from qhsign.services.output_file import name_in_records, writing
from qhsign.services.print_ledger import Piece
from qhsign.services.stage_prints import MARKS, identity_of
from qhsign.store.schema import Batch
from qhsign.wording import Language

_LAYOUT = "floor-mark-a4"


@dataclass(frozen=True, slots=True)
class MarksPrinted:
    """What a run did; marks that could not be set are left out and found."""

    marks: int
    pages: int
    findings: list[Finding]
    run: str


def print_floor_marks(
    desk: Desk, out: Path, *, batch: str | None = None, layout: str = _LAYOUT
) -> MarksPrinted:
    """Print a mark for every place of a batch's plan as it is now.

    Raises ProblemForUser ``floor-marks-none``, what finding the batch and the layout raises, and
    what writing a file raises.
    """
    sheet = layout_file.load_layout(layout, "floor-mark")
    with desk.write("stage plan make") as session:
        found = batches.chosen(session, batch)
        plan = stage_plans.kept(session, desk, found)
        now = stage_plans.arranged_of(session, plan)
        event = badge_faces.event_face(session)
        marks = _marks(session, found, now, plan.version)
        identity = identity_of(MARKS, found.id)
    if not marks:
        raise ProblemForUser("floor-marks-none", batch=found.name)
    with print_ledger.watched(desk) as watch, writing(out, ".pdf") as stream:
        with desk.write("floor-marks print") as session:
            entered = print_ledger.begin(
                session,
                kind=MARKS,
                layout=sheet.name,
                destination=name_in_records(out),
                at=desk.now(),
                operator=desk.who,
                pieces=1,
            )
        watch.begun(entered, [identity])
        run = render_floor_marks(
            stream,
            marks,
            sheet,
            event,
            information=document_information(desk, "document-floor-marks"),
        )
        if not run.printed:
            raise ProblemForUser("floor-marks-none", batch=found.name)
    with desk.write("floor-marks print") as session:
        print_ledger.finish(session, entered, [Piece(identity)], at=desk.now(), pages=run.pages)
    findings = [Finding(f.subject, f.code, f.parameters, f.field) for f in run.findings]
    return MarksPrinted(len(run.printed), run.pages, findings, entered.label)


def preview(desk: Desk, batch: str | None = None, layout: str = _LAYOUT) -> bytes:
    """Return the marks of a batch as they would print now; nothing is entered or kept.

    Raises ProblemForUser as `print_floor_marks`, but for the file.
    """
    sheet = layout_file.load_layout(layout, "floor-mark")
    with desk.read() as session:
        found = batches.chosen(session, batch)
        now, version, _ = stage_plans.made_now(session, found)
        event = badge_faces.event_face(session)
        marks = _marks(session, found, now, version)
    stream = BytesIO()
    if not marks or not render_floor_marks(stream, marks, sheet, event).printed:
        raise ProblemForUser("floor-marks-none", batch=found.name)
    return stream.getvalue()


def _marks(session: Session, batch: Batch, now: Arranged, version: int) -> list[FloorMarkFace]:
    cast = stage_plans.cast_of(session, batch, now)
    return [
        FloorMarkFace(
            mark=_mark(place),
            position=stage_sheets.place_words(place, Language.CHINESE),
            side="host" if place.side is Side.HOST else "guest",
            full_name=cast.named(who).shown,
            organization=cast.named(who).organization,
            note=wording.say("stage-paper-version", of=batch.name, version=version),
        )
        for place, who in sorted(now.seats.items())
    ]


def _mark(place: Place) -> str:
    """Return what is seen from far: the table's number, or a witness's side and rank."""
    if place.kind is PlaceKind.WITNESS:
        return f"{wording.say(f'stage-side-{place.side}')}{place.rank}"
    return str(place.table)
