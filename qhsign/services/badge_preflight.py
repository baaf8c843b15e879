"""Checking a whole run of badges before anything is issued or its first page is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session, aliased

from qhsign.domain.guest import Category
from qhsign.domain.names import looks_mistyped
from qhsign.domain.ordering import Order
from qhsign.printing.faces import BadgeFace, EventFace
from qhsign.printing.layouts import layout_file
from qhsign.printing.layouts.layout import Image, Layout
from qhsign.printing.page_texts import PreflightFinding
from qhsign.printing.preflight import check_badges
from qhsign.printing.qr_room import qr_problems
from qhsign.services import print_ledger, printed_texts
from qhsign.services.badge_choice import BadgeWish, Choice, choose
from qhsign.services.badge_faces import BadgeFaces, texts_of
from qhsign.services.badge_groups import Grouping
from qhsign.services.badge_guests import BadgeGuest
from qhsign.services.desk import Desk
from qhsign.services.findings import Finding
from qhsign.store import journal
from qhsign.store.schema import Badge, JournalEntry, PrintItem, PrintRun
from qhsign.wording import Word

_PHOTO_DOTS = 200 / 25.4  # a millimetre, for a print in which nobody sees them
_SHOWN_BY_BADGES = (
    "guest", "badge", "delegation", "event", "category_look", "zone", "print_run",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckedRun:
    """A run as it was found: the guests that can be printed with their faces, still without codes.

    ``left_out`` are guests whose page must not be printed, with the code of why. ``place`` is how
    far the journal had come: what was found holds until something badges show is changed.
    """

    choice: Choice
    guests: Sequence[BadgeGuest]
    faces: Sequence[BadgeFace]
    event: EventFace
    left_out: Sequence[tuple[BadgeGuest, str]]
    findings: Sequence[Finding]
    place: int

    def still_holds(self, session: Session) -> bool:
        """Tell whether nothing was changed since that would change the badges."""
        return not journal.changed_since(session, self.place, _SHOWN_BY_BADGES)


def preflight(
    desk: Desk,
    *,
    layout: str = "badge-90x130",
    category: Category | None = None,
    guest_numbers: Sequence[int] = (),
    order: Order | None = None,
    group: Grouping | None = None,
) -> Sequence[Finding]:
    """Return what a run would meet, guest by guest, in the order it would print them.

    Nothing is issued, printed or entered. Raises ProblemForUser as printing does.
    """
    sheet = layout_file.load_layout(layout, "badge")
    wish = BadgeWish(category=category, numbers=guest_numbers, order=order, group=group)
    with desk.read() as session:
        return check(session, wish, sheet).findings


def check(session: Session, wish: BadgeWish, sheet: Layout) -> CheckedRun:
    """Choose the guests of a run and check every one of their pages."""
    place = journal.place(session)
    choice = choose(session, wish)
    maker = BadgeFaces(session, photos="photo" in sheet.fields)
    faces = [maker.of(guest) for guest in choice.guests]
    pages = check_badges(faces, sheet, maker.event, issued=False)
    refused = _refused(pages)
    findings = [
        *choice.findings,
        *_changed(session, choice, maker, faces),
        *(Finding(each.subject, each.code, each.parameters, each.field) for each in pages),
        *_doubtful(choice.guests, sheet),
        *_photos(choice.guests, faces, sheet),
    ]
    printable = [
        (guest, face)
        for guest, face in zip(choice.guests, faces, strict=True)
        if face.guest_number not in refused
    ]
    return CheckedRun(
        choice=choice,
        guests=[guest for guest, _ in printable],
        faces=[face for _, face in printable],
        event=maker.event,
        left_out=[
            (guest, refused[guest.label]) for guest in choice.guests if guest.label in refused
        ],
        findings=[*_of_layout(sheet), *_by_guest(choice, findings)],
        place=place,
    )


def _refused(pages: Iterable[PreflightFinding]) -> dict[str, str]:
    refused: dict[str, str] = {}
    for finding in pages:
        if finding.refuses:
            refused.setdefault(finding.subject, finding.code)
    return refused


def _by_guest(choice: Choice, findings: Iterable[Finding]) -> list[Finding]:
    """Put what was found of one guest together, in the order of the printing."""
    place = {guest.label: place for place, guest in enumerate(choice.listed)}
    return sorted(findings, key=lambda finding: place[finding.guest])


def _of_layout(sheet: Layout) -> list[Finding]:
    """Find codes too small or too crowded for the scanners at the doors."""
    return [Finding("", each.code, each.parameters, each.field) for each in qr_problems(sheet)]


def _doubtful(guests: Iterable[BadgeGuest], sheet: Layout) -> list[Finding]:
    """Find data that can be printed but hardly is meant so."""
    shows_organization = "org" in sheet.fields
    found = []
    for guest in guests:
        name: dict[str, object] = {"name": guest.full_name}
        if looks_mistyped(guest.full_name):
            found.append(Finding(guest.label, "name-doubtful", name, "name"))
        if shows_organization and not guest.organization.strip():
            found.append(Finding(guest.label, "organization-missing", name, "org"))
    return found


def _photos(
    guests: Iterable[BadgeGuest], faces: Iterable[BadgeFace], sheet: Layout
) -> list[Finding]:
    """Find photographs that are missing or too small for the place the layout prints them in."""
    pictures = [each for each in sheet.elements if isinstance(each, Image)]
    places = [(each.w, each.h) for each in pictures if each.picture == "photo"]
    if not places:
        return []
    wide, high = (round(max(sides) * _PHOTO_DOTS) for sides in zip(*places, strict=True))
    found = []
    for guest, face in zip(guests, faces, strict=True):
        name: dict[str, object] = {"name": guest.full_name}
        photo = face.photo
        if photo is None:
            found.append(Finding(guest.label, "print-photo-missing", name, "photo"))
        elif photo.width < wide or photo.height < high:
            sizes = {"size": f"{photo.width}×{photo.height}", "least": f"{wide}×{high}"}
            found.append(
                Finding(guest.label, "print-photo-low-resolution", {**name, **sizes}, "photo")
            )
    return found


def _changed(
    session: Session, choice: Choice, maker: BadgeFaces, faces: Sequence[BadgeFace]
) -> list[Finding]:
    """Find guests whose card says something else than the list does now."""
    face_of = dict(zip((guest.id for guest in choice.guests), faces, strict=True))
    holders = [
        guest for guest in (*choice.guests, *choice.printed_before) if guest.id in choice.held
    ]
    traces = _traces(session) if choice.printed else {}
    untraced = [guest for guest in holders if choice.held[guest.id].id not in traces]
    renamed = _renamed_since_issue(session) if untraced else set()
    found = []
    for guest in holders:
        badge = choice.held[guest.id]
        trace = traces.get(badge.id)
        if trace is None:
            code, fields = "changed-since-issue", []
            if badge.id in renamed:
                fields.append("name")
            if badge.category is not guest.category:
                fields.append("category")
        else:
            code = "changed-since-print"
            texts = texts_of(face_of.get(guest.id) or maker.of(guest))
            fields = printed_texts.changed(trace[0], texts, piece=badge.id, salt=trace[1])
        found += [
            Finding(
                guest.label,
                code,
                {"name": guest.full_name, "field": Word(printed_texts.NAMES[field])},
                field,
            )
            for field in fields
        ]
    return found


def _traces(session: Session) -> dict[str, tuple[Mapping[str, str], bytes]]:
    """Return the hashes of what each active badge showed when it was printed last."""
    query = (
        select(PrintItem.entity_id, PrintItem.printed, PrintRun.salt)
        .join(PrintRun, PrintRun.id == PrintItem.run_id)
        .join(Badge, Badge.id == PrintItem.entity_id)
        .where(Badge.status == "active", PrintItem.outcome == print_ledger.DONE)
        .order_by(PrintItem.version, PrintRun.at)
    )
    last = {badge: (printed, salt) for badge, printed, salt in session.execute(query)}
    return {badge: (printed, salt) for badge, (printed, salt) in last.items() if printed and salt}


def _renamed_since_issue(session: Session) -> set[str]:
    """Return the active badges whose guest got another name after they were issued."""
    issued, renamed = aliased(JournalEntry), aliased(JournalEntry)
    query = (
        select(Badge.id)
        .join(issued, (issued.entity_id == Badge.id) & (issued.change == "insert"))
        .join(renamed, (renamed.entity_id == Badge.guest_id) & (renamed.change == "update"))
        .where(
            Badge.status == "active",
            renamed.clock > issued.clock,
            type_coerce(renamed.fields, String).contains('"full_name"'),
        )
    )
    return set(session.scalars(query))
