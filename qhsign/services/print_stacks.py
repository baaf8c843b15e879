"""What a run on layouts is for, piece by piece, what was found of it, and how it is printed."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from qhsign.domain import names
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.layouts import layout_file
from qhsign.services import (
    badge_choice,
    badge_preflight,
    badges,
    certificate_preflight,
    certificate_versions,
    certificates,
    guests,
    place_cards,
    previews,
    stage_wishes,
)
from qhsign.services.badge_choice import BadgeWish
from qhsign.services.badge_groups import Grouping
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.findings import Finding
from qhsign.services.papers import Progress
from qhsign.services.place_cards import CardWish
from qhsign.services.print_records import (
    PreflightLine,
    Printable,
    Printed,
    PrintWish,
    Stack,
    StackPiece,
)
from qhsign.store.schema import Contract, Guest

USUAL_BADGE = "badge-90x130"
_BEFORE = "printed-before"
_FEW_BEFORE = 5


def stack(desk: Desk, wish: PrintWish) -> Stack:
    """Return the pieces of a run in their order; an event without any says so.

    Raises ProblemForUser ``guest-unknown``, ``contract-unknown``, ``slate-unknown``,
    ``activity-unknown`` and what choosing them raises.
    """
    match wish.what:
        case Printable.BADGES:
            with desk.read() as session:
                choice = badge_choice.choose(session, _badges(wish))
                empty = _has_none(session, Guest)
            return Stack(
                [
                    StackPiece(
                        each.number,
                        each.label,
                        names.display_name(each.full_name),
                        each.organization,
                    )
                    for each in choice.guests
                ],
                sum(choice.has_printed(each.id) for each in choice.guests),
                empty,
            )
        case Printable.PLACE_CARDS:
            rows = place_cards.chosen_guests(desk, _cards(desk, wish))
            with desk.read() as session:
                empty = _has_none(session, Guest)
            pieces = [
                StackPiece(
                    row.number, row.label, names.display_name(row.full_name), row.organization
                )
                for row in rows
            ]
            return Stack(pieces, is_empty_event=empty)
        case _:
            with desk.read() as session:
                chosen = _contracts(session, wish)
                printed = certificate_versions.last_printed(session)
                empty = _has_none(session, Contract)
            before = sum(row.id in printed and row.approved for row in chosen)
            return Stack([_contract(row) for row in chosen], before, empty)


def check(desk: Desk, wish: PrintWish) -> list[PreflightLine]:
    """Return everything a run would meet, named, in its order; nothing is issued or printed.

    Raises ProblemForUser as `stack` and what a wrong layout raises.
    """
    match wish.what:
        case Printable.BADGES:
            return _check_badges(desk, wish)
        case Printable.PLACE_CARDS:
            checked = place_cards.check(desk, _cards(desk, wish))
            return _lines(desk, checked.findings, checked.refused)
        case _:
            return _check_certificates(desk, wish)


def preview(desk: Desk, wish: PrintWish, number: int) -> bytes:
    """Return one piece of the run as a PDF. Raises as the functions of `previews`."""
    match wish.what:
        case Printable.BADGES:
            return previews.badge(desk, number, wish.layout or USUAL_BADGE)
        case Printable.PLACE_CARDS:
            return previews.place_card(desk, number, wish.layout)
        case _:
            return previews.certificate(desk, number, wish.layout or None)


def print_stack(
    desk: Desk, out: Path, wish: PrintWish, progress: Progress | None = None
) -> Printed:
    """Print the run into one PDF, and enter it in the ledger.

    Raises ProblemForUser ``reason-missing`` where something was printed before and no reason is
    given, and what printing raises; ``progress`` may raise to stop.
    """
    pieces = stack(desk, wish)
    is_again = bool(pieces.printed_before)
    if is_again and not wish.reason.strip():
        raise ProblemForUser("reason-missing")
    reason = wish.reason.strip() if is_again else ""
    match wish.what:
        case Printable.BADGES:
            done = badges.print_badges(
                desk,
                out,
                layout=wish.layout or USUAL_BADGE,
                category=wish.category,
                guest_numbers=wish.numbers,
                order=wish.order,
                reprint=reason,
                group=Grouping(wish.group) if wish.group else None,
                progress=progress,
            )
            return Printed(done.badges, done.pages, run=done.run)
        case Printable.PLACE_CARDS:
            cards = place_cards.print_place_cards(
                desk,
                out,
                layout=wish.layout,
                activity=wish.activity or None,
                category=wish.category,
                guest_numbers=_cards(desk, wish).guest_numbers,
                order=wish.order,
                progress=progress,
            )
            return Printed(cards.cards, cards.pages)
        case _:
            if not pieces.pieces:
                raise ProblemForUser("contracts-none")
            made = certificates.print_certificates(
                desk,
                out,
                slate=wish.slate or None,
                contract_numbers=[piece.number for piece in pieces.pieces],
                layout=wish.layout or None,
                reason=reason,
                progress=progress,
            )
            return Printed(made.certificates, made.pages, run=made.run)


def _badges(wish: PrintWish) -> BadgeWish:
    return BadgeWish(
        category=wish.category,
        numbers=wish.numbers,
        order=wish.order,
        again=wish.again,
        group=Grouping(wish.group) if wish.group else None,
    )


def _cards(desk: Desk, wish: PrintWish) -> CardWish:
    """Return the cards wished for; a batch means the guests who are on stage in it."""
    of_batch = wish.batch and not wish.numbers
    return CardWish(
        layout=wish.layout,
        activity=wish.activity or None,
        category=wish.category,
        guest_numbers=stage_wishes.guest_numbers(desk, wish.batch) if of_batch else wish.numbers,
        order=wish.order,
    )


def _contracts(session: Session, wish: PrintWish) -> list[ContractRow]:
    """Return the contracts of a wish: those named, else the slate's that have no certificate yet.

    What was not approved prints as 样张 and never counts as printed.
    """
    rows = certificate_versions.chosen(session, wish.slate or None, wish.numbers)
    if wish.numbers or wish.again:
        return rows
    printed = certificate_versions.last_printed(session)
    return [row for row in rows if row.id not in printed]


def _contract(row: ContractRow) -> StackPiece:
    parties = "、".join(party.organization for party in row.parties)
    return StackPiece(row.number, row.label, row.title, parties)


def _check_badges(desk: Desk, wish: PrintWish) -> list[PreflightLine]:
    sheet = layout_file.load_layout(wish.layout or USUAL_BADGE, "badge")
    with desk.read() as session:
        checked = badge_preflight.check(session, _badges(wish), sheet)
    refused = {guest.label for guest, _ in checked.left_out}
    refused |= {each.guest for each in checked.choice.findings if each.code != _BEFORE}
    known = {guest.label: guest.full_name for guest in checked.choice.listed}
    numbers = {guest.label: guest.number for guest in checked.choice.listed}
    before = len(checked.choice.printed_before)
    are_many = before > _FEW_BEFORE
    lines = [
        PreflightLine(
            numbers.get(each.guest),
            each.guest,
            names.display_name(known.get(each.guest, "")),
            each.code,
            each.parameters,
            each.guest in refused,
        )
        for each in checked.findings
        if not (are_many and each.code == _BEFORE)
    ]
    if are_many:
        # One line in place of thousands that only repeat what was asked: who was not printed yet.
        lines.append(PreflightLine(None, "", "", "printed-before-many", {"count": f"{before:,}"}))
    return lines


def _lines(desk: Desk, findings: Sequence[Finding], refused: frozenset[str]) -> list[PreflightLine]:
    if not findings:
        return []
    with desk.read() as session:
        rows = {row.label: row for row in guests.rows(session)}
    return [
        PreflightLine(
            rows[each.guest].number if each.guest in rows else None,
            each.guest,
            names.display_name(rows[each.guest].full_name) if each.guest in rows else "",
            each.code,
            each.parameters,
            each.guest in refused,
        )
        for each in findings
    ]


def _check_certificates(desk: Desk, wish: PrintWish) -> list[PreflightLine]:
    with desk.read() as session:
        known = {row.label: row for row in _contracts(session, wish)}
    if not known:
        return []
    findings = certificate_preflight.preflight(
        desk,
        contract_numbers=[row.number for row in known.values()],
        layout=wish.layout or None,
    )
    return [
        PreflightLine(
            known[each.contract].number if each.contract in known else None,
            each.contract,
            known[each.contract].title if each.contract in known else "",
            each.code,
            each.parameters,
            each.refuses,
        )
        for each in findings
    ]


def _has_none(session: Session, kind: type[Guest] | type[Contract]) -> bool:
    return not session.scalar(select(exists(select(kind.id))))
