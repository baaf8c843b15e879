"""One run of badges in the ledger: begun with its badges issued, then ended or failed."""

from collections.abc import Sequence
from dataclasses import dataclass

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.faces import BadgeFace
from qhsign.printing.layouts.layout import Layout
from qhsign.printing.page_texts import PrintRun
from qhsign.printing.press_sheet import SlugNote, pages_needed
from qhsign.services import badge_groups, events, print_ledger, printed_texts
from qhsign.services.badge_choice import BadgeWish
from qhsign.services.badge_faces import texts_of, with_codes
from qhsign.services.badge_groups import Grouping
from qhsign.services.badge_guests import HeldBadge
from qhsign.services.badge_issuing import issue_missing
from qhsign.services.badge_preflight import CheckedRun, check
from qhsign.services.desk import Desk
from qhsign.services.findings import Finding
from qhsign.services.print_ledger import DONE, LEFT_OUT, Piece, Run
from qhsign.wording import Language, say


@dataclass(frozen=True, slots=True)
class BegunRun:
    """A run begun in the ledger, its badges issued: everything the file needs."""

    run: Run
    checked: CheckedRun
    badges: Sequence[HeldBadge]
    faces: Sequence[BadgeFace]


def something_printable(checked: CheckedRun, printed: Sequence[object]) -> None:
    """Raise ProblemForUser ``badges-none-printable`` where every page was refused."""
    if not printed:
        raise ProblemForUser("badges-none-printable", count=len(checked.choice.guests))


def begin(
    desk: Desk,
    wish: BadgeWish,
    checked: CheckedRun,
    sheet: Layout,
    destination: str,
    reason: str,
) -> BegunRun:
    """Issue what is missing and begin the run, in one transaction."""
    with desk.write("badges print") as session:
        if not checked.still_holds(session):
            # Another desk was quicker: what is printed is what the event says now.
            checked = check(session, wish, sheet)
            something_printable(checked, checked.guests)
        choice = checked.choice
        wanted = [(guest.id, guest.category) for guest in checked.guests]
        badges = issue_missing(session, desk, wanted, choice.held)
        if not reason and any(choice.has_printed(guest.id) for guest in checked.guests):
            reason = say("reprint-named", Language.CHINESE)
        run = print_ledger.begin(
            session,
            kind="badges",
            layout=sheet.name,
            destination=destination,
            at=desk.now(),
            operator=desk.who,
            pieces=len(badges),
            reason=reason,
        )
    faces = [with_codes(face, badge) for face, badge in zip(checked.faces, badges, strict=True)]
    return BegunRun(run, checked, badges, faces)


def end(desk: Desk, begun: BegunRun, sheet: Layout, written: PrintRun) -> None:
    """End a run whose file is whole: the badges in it count as printed from now on."""
    shown = printed_texts.shown_by(sheet)
    printed = frozenset(written.printed)
    refused = {found.subject: found.code for found in written.findings if found.refuses}
    pieces = [Piece(guest.id, LEFT_OUT, code) for guest, code in begun.checked.left_out]
    for guest, badge, face in zip(begun.checked.guests, begun.badges, begun.faces, strict=True):
        if face.guest_number in printed:
            traces = printed_texts.hashed(
                texts_of(face), shown, piece=badge.id, salt=begun.run.salt
            )
            pieces.append(Piece(badge.id, DONE, printed=traces))
        else:
            pieces.append(Piece(guest.id, LEFT_OUT, refused.get(face.guest_number, "")))
    with desk.write("badges print") as session:
        print_ledger.finish(session, begun.run, pieces, at=desk.now(), pages=written.pages)


def findings(begun: BegunRun, written: PrintRun) -> list[Finding]:
    """Return what the check found, and what only showed once the badges had their codes."""
    found = list(begun.checked.findings)
    known = {(each.guest, each.field, each.code) for each in found}
    guests = {face.guest_number for face in begun.faces}
    return found + [
        Finding(each.subject, each.code, each.parameters, each.field)
        for each in written.findings
        if each.subject in guests and (each.subject, each.field, each.code) not in known
    ]


def slug(desk: Desk, sheet: Layout, begun: BegunRun, group: Grouping | None) -> SlugNote | None:
    """Return what stands at the margin of sheets that are cut."""
    if sheet.sheet is None or not sheet.sheet.slug:
        return None
    facts = events.facts(desk)
    sizes = badge_groups.sizes(begun.checked.guests, group)
    return SlugNote(
        event=facts.short_title or facts.title,
        run=begun.run.label,
        pages=pages_needed(sheet, sizes, separated=group is not None),
    )
