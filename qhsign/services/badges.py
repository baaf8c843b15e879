"""Badges (证件): issuing, printing, reissuing, revoking."""

import hashlib
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token
from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.printing import layout_file
from qhsign.printing.badge_sheet import render_badges
from qhsign.services import badge_faces, events, print_ledger
from qhsign.services.desk import Desk
from qhsign.services.document_information import document_information
from qhsign.services.event_keys import signing_key
from qhsign.services.guests import by_number, list_guests
from qhsign.services.output_file import name_in_records, writing
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.many_records import add_many
from qhsign.store.schema import Badge, Event, Guest, PrintItem


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing preflight found: which guest, and the code and parameters of the sentence."""

    guest: str
    code: str
    parameters: dict[str, object]


@dataclass(frozen=True, slots=True)
class BadgeRun:
    """What a print run did; ``seconds`` from choosing the guests to the file on disk."""

    badges: int
    pages: int
    seconds: float
    preflight: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Reissue:
    """A new badge's serial and the serial it replaces; ``serial`` is None after a revocation."""

    serial: int | None
    replaces: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Guests to print for, in printing order, and what keeps others out."""

    guests: Sequence[str]
    findings: Sequence[Finding]


def print_badges(
    desk: Desk,
    out: Path,
    *,
    layout: str = "badge-90x130",
    category: Category | None = None,
    guest_numbers: Sequence[int] = (),
    order: Order | None = None,
    limit: int | None = None,
    reprint: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> BadgeRun:
    """Issue badges where there are none and print them into one PDF, one a page.

    Without ``guest_numbers`` every confirmed guest without a printed badge gets one. Naming
    guests, or giving ``reprint`` a reason, prints again; else a guest printed before is a finding,
    as is one whose badge no font can set: that badge is left out. A guest whose badge was revoked
    gets a new one only when named.

    Badges are issued and committed before the first page, and the ledger is written after the
    file lies on disk: a crash between leaves badges that the next run prints.
    """
    began = time.perf_counter()
    sheet = layout_file.load_layout(layout, "badge")
    wanted = _wanted(
        desk,
        category=category,
        guest_numbers=guest_numbers,
        order=order,
        limit=limit,
        again=bool(reprint),
    )
    if not wanted.guests:
        return BadgeRun(0, 0, time.perf_counter() - began, wanted.findings)
    with writing(out) as file:
        issued = issue(desk, wanted.guests)
        faces, event = badge_faces.faces(desk, issued)
        run = render_badges(
            file,
            faces,
            sheet,
            event,
            information=document_information(desk, "document-badges"),
            progress=_of_total(progress, len(faces)),
        )
        if not run.printed:
            raise ProblemForUser("badges-none-printable", count=len(faces))
    badge_of = {face.guest_number: badge.id for face, badge in zip(faces, issued, strict=True)}
    with desk.write("badges print") as session:
        print_ledger.enter(
            session,
            kind="badges",
            layout=sheet.name,
            destination=name_in_records(out),
            at=desk.now(),
            operator=desk.operator,
            entities=[badge_of[number] for number in run.printed],
            reason=reprint,
        )
    found = (Finding(finding.subject, finding.code, finding.parameters) for finding in run.findings)
    return BadgeRun(
        len(run.printed), run.pages, time.perf_counter() - began, [*wanted.findings, *found]
    )


def _of_total(
    progress: Callable[[int, int], None] | None, total: int
) -> Callable[[int], None] | None:
    return None if progress is None else lambda done: progress(done, total)


def reissue(desk: Desk, number: int, reason: str) -> Reissue:
    """Give a guest a new badge; the old one is refused from now on and names the new.

    Raises ProblemForUser ``reason-missing``, ``guest-unknown`` or ``badge-none``.
    """
    with desk.write("badges reissue") as session:
        old = _active(session, number, reason)
        guest = session.get_one(Guest, old.guest_id)
        new = Badge(**_new_badges(session, desk, [guest])[0])
        session.add(new)
        old.status, old.replaced_by = "replaced", new.id
        old.ended_at, old.end_reason = desk.now(), reason
        return Reissue(new.serial, old.serial)


def revoke(desk: Desk, number: int, reason: str) -> Reissue:
    """End a guest's badge without a new one. Raises as ``reissue``."""
    with desk.write("badges revoke") as session:
        old = _active(session, number, reason)
        old.status, old.ended_at, old.end_reason = "revoked", desk.now(), reason
        return Reissue(None, old.serial)


def _active(session: Session, number: int, reason: str) -> Badge:
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    guest = by_number(session, number)
    badge = session.scalars(
        select(Badge).where(Badge.guest_id == guest.id, Badge.status == "active")
    ).one_or_none()
    if badge is None:
        raise ProblemForUser("badge-none", number=f"{number:05d}", name=guest.full_name)
    return badge


def _wanted(
    desk: Desk,
    *,
    category: Category | None,
    guest_numbers: Sequence[int],
    order: Order | None,
    limit: int | None,
    again: bool,
) -> _Wanted:
    named = set(guest_numbers)
    listed = list_guests(desk, order=order, category=category)
    with desk.read() as session:
        for number in guest_numbers:
            by_number(session, number)
        vetting = events.facts_in(session).vetting_required
        printed = _printed_guests(session)
        revoked = _revoked_guests(session)
    chosen: list[str] = []
    findings: list[Finding] = []
    for row in listed.guests:
        if named and row.number not in named:
            continue
        if row.status is not Invitation.CONFIRMED:
            if named:
                findings.append(Finding(row.label, "not-confirmed", {"name": row.full_name}))
        elif vetting and row.vetting is not Vetting.PASSED:
            findings.append(Finding(row.label, "not-vetted", {"name": row.full_name}))
        elif row.id in printed and not (named or again):
            findings.append(Finding(row.label, "printed-before", {"name": row.full_name}))
        elif row.id in revoked and not named:
            findings.append(Finding(row.label, "badge-taken-away", {"name": row.full_name}))
        elif limit is None or len(chosen) < limit:
            chosen.append(row.id)
    return _Wanted(chosen, findings)


def _printed_guests(session: Session) -> set[str]:
    return set(
        session.scalars(
            select(Badge.guest_id)
            .join(PrintItem, PrintItem.entity_id == Badge.id)
            .where(Badge.status == "active")
        )
    )


def _revoked_guests(session: Session) -> set[str]:
    """Return the guests whose badge was taken away and who got no other since."""
    held = set(session.scalars(select(Badge.guest_id).where(Badge.status == "active")))
    return set(session.scalars(select(Badge.guest_id).where(Badge.status == "revoked"))) - held


def issue(desk: Desk, guests: Sequence[str]) -> list[Badge]:
    """Return the active badge of each guest (by id), issuing those that are missing."""
    with desk.write("badges issue") as session:
        holders = set(session.scalars(select(Badge.guest_id).where(Badge.status == "active")))
        missing = {guest for guest in guests if guest not in holders}
        without = [guest for guest in session.scalars(select(Guest)) if guest.id in missing]
        add_many(session, Badge, _new_badges(session, desk, without))
        active = {
            badge.guest_id: badge
            for badge in session.scalars(select(Badge).where(Badge.status == "active"))
        }
    return [active[guest] for guest in guests]


def _new_badges(
    session: JournaledSession, desk: Desk, guests: Sequence[Guest]
) -> list[dict[str, Any]]:
    """Return the fields of a new badge for each guest, numbered and signed."""
    event = session.scalars(select(Event)).one()
    key = signing_key(session)
    salt = short_code_salt(event.id)
    now = desk.now()
    badges = []
    for guest, serial in zip(guests, numbers.take(session, "badge", len(guests)), strict=True):
        code = badge_token.issue(event.code, key, secrets.token_bytes(badge_token.ID_BYTES))
        badges.append(
            {
                "guest_id": guest.id,
                "serial": serial,
                "token": badge_token.read(code).badge_id,
                "code": code,
                "short_code": badge_token.short_code(serial, salt),
                "category": guest.category,
                "issued_at": now,
            }
        )
    return badges


def short_code_salt(event: str) -> int:
    """Return the number that scrambles this event's short codes; every desk gets the same."""
    return int.from_bytes(hashlib.sha256(event.encode()).digest()[:8], "big")
