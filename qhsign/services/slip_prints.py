"""Printing a change slip and what it names again, and a call list, into the desk's print folder."""

from pathlib import Path

from sqlalchemy import select

from qhsign import wording
from qhsign.domain.file_names import file_name
from qhsign.domain.problems import ProblemForUser
from qhsign.services import certificates, place_cards, slip_papers, stage_marks, stage_prints
from qhsign.services.change_slip import CARDS, CERTIFICATES, SlipLine
from qhsign.services.desk import Desk
from qhsign.services.output_file import free_name, made_folder
from qhsign.services.print_records import FolderPrint
from qhsign.services.slip_papers import SlipWish
from qhsign.services.stage_prints import CALLS, MARKS, PLANS, SHOW
from qhsign.store.schema import Contract
from qhsign.wording import Language

_ENDING = ".pdf"


def print_again(
    desk: Desk,
    line: SlipLine,
    folder: Path,
    *,
    reason: str,
    language: Language = Language.CHINESE,
) -> FolderPrint:
    """Print what a line of a change slip names as things are now, into a file of its own.

    The line is done with it. The folder is made where it is missing, and no earlier file is written
    over. Raises ProblemForUser ``slip-nothing-to-print`` for the big screen, and what printing such
    a thing raises; a card or certificate that may not be printed raises why.
    """
    if line.version is None:
        raise ProblemForUser("slip-nothing-to-print")
    out = _free(folder, line.print, line.now or line.of)
    match line.print:
        case kind if kind == CARDS:
            return _card(desk, out, line)
        case kind if kind == CERTIFICATES:
            return _certificate(desk, out, line, reason)
        case kind if kind == SHOW:
            return _stage(
                out, stage_prints.print_run_of_show(desk, out, slate=line.of, language=language)
            )
        case kind if kind == PLANS:
            return _stage(
                out, stage_prints.print_stage_plans(desk, out, batch=line.of, language=language)
            )
        case kind if kind == CALLS:
            return print_call_list(desk, line.of, folder, language=language)
        case kind if kind == MARKS:
            marks = stage_marks.print_floor_marks(desk, out, batch=line.of)
            found = marks.findings[0] if marks.findings else None
            return FolderPrint(out, found.code, found.parameters) if found else FolderPrint(out)
        case other:
            raise ValueError(f"a change slip names no {other}")


def print_call_list(
    desk: Desk, batch: str, folder: Path, *, language: Language = Language.CHINESE
) -> FolderPrint:
    """Print the call list (候场清单) of a batch as of now. Raises as `stage_prints`."""
    out = _free(folder, CALLS, batch)
    return _stage(out, stage_prints.print_call_lists(desk, out, batch=batch, language=language))


def print_slip(
    desk: Desk,
    substitution: str,
    named: str,
    folder: Path,
    *,
    language: Language = Language.CHINESE,
) -> FolderPrint:
    """Print the change slip (变更单) of a substitution by id; ``named`` goes into the file's name.

    Raises as `slip_papers.print_change_slips`.
    """
    out = _free(folder, slip_papers.SLIP, named)
    wish = SlipWish(substitution=substitution)
    return _stage(out, slip_papers.print_change_slips(desk, out, wish, language=language))


def _card(desk: Desk, out: Path, line: SlipLine) -> FolderPrint:
    run = place_cards.print_place_cards(desk, out, guest_numbers=[int(line.now)])
    found = run.preflight[0] if run.preflight else None
    if not run.cards and found is not None:
        raise ProblemForUser(found.code, **found.parameters)
    return FolderPrint(out, found.code, found.parameters) if found else FolderPrint(out)


def _certificate(desk: Desk, out: Path, line: SlipLine, reason: str) -> FolderPrint:
    with desk.read() as session:
        query = select(Contract.number).where(Contract.certificate_number == line.of)
        number = session.scalars(query).one_or_none()
    if number is None:
        raise ProblemForUser("slip-nothing-to-print")
    run = certificates.print_certificates(desk, out, contract_numbers=[number], reason=reason)
    found = run.preflight[0] if run.preflight else None
    return FolderPrint(out, found.code, found.parameters) if found else FolderPrint(out)


def _stage(out: Path, done: stage_prints.StagePrinted) -> FolderPrint:
    for setting in done.findings:
        return FolderPrint(out, setting.code, setting.parameters)
    for problem in done.problems:
        return FolderPrint(out, problem.code, problem.parameters)
    return FolderPrint(out)


def _free(folder: Path, kind: str, of: str) -> Path:
    """Return a name in the folder that no file has yet, such as ``候场清单 第一批.pdf``."""
    named = wording.say(f"document-{kind}", Language.CHINESE)
    return free_name(made_folder(folder), file_name(f"{named} {of}", ""), _ENDING)
