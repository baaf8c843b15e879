"""Printing the presidium (主席台) from what is stored: its plan, and a card for each seat."""

from pathlib import Path

from qhsign import wording
from qhsign.domain import names
from qhsign.domain.file_names import file_name
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_papers import PresidiumPlace, PresidiumPlan
from qhsign.services import batches, place_cards, presidium, stage_heads, stage_prints
from qhsign.services.desk import Desk
from qhsign.services.output_file import free_name, made_folder
from qhsign.services.presidium_records import PresidiumLook
from qhsign.services.print_records import FolderPrint
from qhsign.services.stage_files import PRESIDIUM_FORMATS, write_presidium
from qhsign.services.stage_prints import PrintedPaper, StagePrinted
from qhsign.wording import Language

PRESIDIUM = "presidium"


def print_presidium(
    desk: Desk, out: Path, batch: str, *, language: Language = Language.CHINESE
) -> StagePrinted:
    """Print the plan of the presidium of a batch's ceremony; what is not stored yet is stored.

    Raises ProblemForUser ``presidium-empty``, what finding the batch raises, and as `stage_prints`.
    """
    stage_prints.check_format(PRESIDIUM, out, PRESIDIUM_FORMATS, language)
    found = _kept(desk, batch)
    with desk.read() as session:
        of_batch = batches.find(session, batch)
        held = presidium.latest(session, of_batch)
        if held is None:
            raise ProblemForUser("presidium-empty")
        facts = stage_heads.of_ceremony(session, of_batch, made=held.made_at, version=held.version)
        identity = held.id
    plan = PresidiumPlan(
        facts=facts,
        places=[
            PresidiumPlace(
                seat.rank,
                names.display_name(seat.guest.full_name),
                seat.guest.organization,
                seat.guest.title,
            )
            for seat in found.seats
        ],
        international=found.international,
    )
    return stage_prints.through_ledger(
        desk,
        PRESIDIUM,
        out,
        [(identity, PrintedPaper(found.of, found.version))],
        lambda stream: write_presidium(stream, plan, out.suffix, language),
        (),
    )


def plan_into(
    desk: Desk, batch: str, folder: Path, *, language: Language = Language.CHINESE
) -> FolderPrint:
    """Print the plan into a file of its own in the desk's print folder.

    Raises as `print_presidium`.
    """
    out = _free(folder, "document-presidium", presidium.look(desk, batch).of)
    done = print_presidium(desk, out, batch, language=language)
    for found in done.findings:
        return FolderPrint(out, found.code, found.parameters)
    return FolderPrint(out)


def cards_into(desk: Desk, batch: str, folder: Path) -> FolderPrint:
    """Print a place card (席卡) for everybody who sits there, into the desk's print folder.

    Raises ProblemForUser ``presidium-empty`` and what printing place cards raises.
    """
    found = _kept(desk, batch)
    out = _free(folder, "document-place-cards", found.of)
    run = place_cards.print_place_cards(desk, out, guest_numbers=found.numbers)
    wrong = run.preflight[0] if run.preflight else None
    if not run.cards and wrong is not None:
        raise ProblemForUser(wrong.code, **wrong.parameters)
    return FolderPrint(out, wrong.code, wrong.parameters) if wrong else FolderPrint(out)


def _kept(desk: Desk, batch: str) -> PresidiumLook:
    found = presidium.kept(desk, batch)
    if not found.seats:
        raise ProblemForUser("presidium-empty")
    return found


def _free(folder: Path, kind: str, of: str) -> Path:
    named = wording.say(kind, Language.CHINESE)
    return free_name(made_folder(folder), file_name(f"{named} {of}", ""), ".pdf")
