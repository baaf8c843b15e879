"""Badges (证件): issuing, printing, reissuing, revoking."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.badge_sheet import render_badges
from qhsign.printing.layouts import layout_file
from qhsign.services import badge_groups, badge_runs, print_ledger
from qhsign.services.badge_choice import BadgeWish
from qhsign.services.badge_faces import read_in
from qhsign.services.badge_groups import Grouping
from qhsign.services.badge_guests import HeldBadge, held_badges
from qhsign.services.badge_issuing import issue_missing, new_badges
from qhsign.services.badge_preflight import check
from qhsign.services.desk import Desk
from qhsign.services.document_information import document_information
from qhsign.services.findings import Finding
from qhsign.services.guests import by_number
from qhsign.services.one_person import records_of
from qhsign.services.output_file import name_in_records, writing
from qhsign.store.schema import Badge, Guest


@dataclass(frozen=True, slots=True)
class BadgeRun:
    """What a print run did; ``seconds`` from choosing the guests to the file on disk.

    ``run`` is its number in the ledger (P-0042), "" where there was nobody to print for.
    """

    badges: int
    pages: int
    seconds: float
    preflight: Sequence[Finding]
    run: str = ""


@dataclass(frozen=True, slots=True)
class Reissue:
    """A new badge's serial and the serial it replaces; ``serial`` is None after a revocation."""

    serial: int | None
    replaces: int


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
    group: Grouping | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> BadgeRun:
    """Check a run of badges, issue those that are missing and print it into one PDF, one a page.

    Without ``guest_numbers`` every confirmed guest without a printed badge gets one. Naming
    guests, or giving ``reprint`` a reason, prints again; else a guest printed before is a finding,
    as is one whose badge no font can set: that badge is left out and none is issued for it. A
    guest whose badge was revoked gets a new one only when named. With ``group`` each delegation
    or liaison follows a sheet that names it.

    Badges are issued and the run begun in the ledger, both committed, before the first page; the
    run is ended after the file lies on disk: a crash between leaves a run that is not finished,
    and badges that the next run prints.
    """
    began = time.perf_counter()
    sheet = layout_file.load_layout(layout, "badge")
    wish = BadgeWish(
        category=category,
        numbers=guest_numbers,
        order=order,
        limit=limit,
        again=bool(reprint),
        group=group,
    )
    with desk.read() as session:
        checked = check(session, wish, sheet)
    if not checked.choice.guests:
        return BadgeRun(0, 0, time.perf_counter() - began, checked.findings)
    badge_runs.something_printable(checked, checked.guests)
    with print_ledger.watched(desk) as watch, writing(out, ".pdf") as file, desk.read() as session:
        # A second look into the file, open while the pages are written: photographs lie in it.
        begun = badge_runs.begin(desk, wish, checked, sheet, name_in_records(out), reprint)
        watch.begun(begun.run, [badge.id for badge in begun.badges])
        checked = begun.checked
        written = render_badges(
            file,
            badge_groups.with_separators(
                checked.guests, (read_in(session, face) for face in begun.faces), group
            ),
            sheet,
            checked.event,
            information=document_information(desk, "document-badges"),
            note=badge_runs.slug(desk, sheet, begun, group),
            progress=_of_total(progress, len(begun.faces)),
        )
        badge_runs.something_printable(checked, written.printed)
    badge_runs.end(desk, begun, sheet, written)
    return BadgeRun(
        len(written.printed),
        written.pages,
        time.perf_counter() - began,
        badge_runs.findings(begun, written),
        begun.run.label,
    )


def _of_total(
    progress: Callable[[int, int], None] | None, total: int
) -> Callable[[int], None] | None:
    return None if progress is None else lambda done: progress(done, total)


def reissue(desk: Desk, number: int, reason: str) -> Reissue:
    """Give a guest a new badge; the old one is refused from now on and names the new.

    Who was registered twice and joined may hold two: both end. Raises ProblemForUser
    ``reason-missing``, ``guest-unknown`` or ``badge-none``.
    """
    with desk.write("badges reissue") as session:
        held = _active(session, number, reason)
        guest = by_number(session, number)
        new = Badge(**new_badges(session, desk, [(guest.id, guest.category)])[0])
        session.add(new)
        for old in held:
            old.status, old.replaced_by = "replaced", new.id
            old.ended_at, old.end_reason = desk.now(), reason
        return Reissue(new.serial, held[-1].serial)


def revoke(desk: Desk, number: int, reason: str) -> Reissue:
    """End a guest's badge without a new one. Raises as ``reissue``."""
    with desk.write("badges revoke") as session:
        held = _active(session, number, reason)
        for old in held:
            old.status, old.ended_at, old.end_reason = "revoked", desk.now(), reason
        return Reissue(None, held[-1].serial)


def _active(session: Session, number: int, reason: str) -> Sequence[Badge]:
    """Return the badges a guest holds, the last issued last: hardly ever more than one."""
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    guest = by_number(session, number)
    held = session.scalars(
        select(Badge)
        .where(Badge.guest_id.in_(records_of(session, guest.id)), Badge.status == "active")
        .order_by(Badge.serial)
    ).all()
    if not held:
        raise ProblemForUser("badge-none", number=f"{number:05d}", name=guest.full_name)
    return held


def issue(desk: Desk, guests: Sequence[str]) -> list[HeldBadge]:
    """Return the active badge of each guest (by id), issuing those that are missing."""
    with desk.write("badges issue") as session:
        found = session.execute(select(Guest.id, Guest.category))
        categories = {row.id: row.category for row in found}
        wanted = [(guest, categories[guest]) for guest in guests]
        return issue_missing(session, desk, wanted, held_badges(session))
