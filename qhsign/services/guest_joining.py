"""Joining two guests who turn out to be one person; the second becomes a name of the first.

Nothing is deleted: the joined record keeps its number and its check-ins, which count for the
guest who remains from then on. Its badges, invitations and signatures go over to that guest, so
that both badges open the same door once. One undo takes it all back.
"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Vetting
from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.services.guest_edit_records import Edited
from qhsign.services.guest_fields import FIELDS
from qhsign.services.guest_joining_records import (
    Comparison,
    FieldChoice,
    GuestBrief,
    Joining,
    Moves,
    Side,
)
from qhsign.services.guest_values import as_text, edited_by_hand, shown_value
from qhsign.services.one_person import records_of
from qhsign.services.photos import read_jpeg
from qhsign.store import journal
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import (
    Badge,
    CheckIn,
    Contract,
    Guest,
    Invited,
    Journaled,
    Party,
    PendingActivity,
)

_TOGETHER = {
    "organization": ("organization_id",),
    "document_number": ("document_kind",),
}
"""Attributes that belong to a field and are taken from the same side."""
_NOT_DECIDED = Vetting.PENDING.value
"""Says as little as an empty field."""
_COMPARED = (
    *(name for name in FIELDS if name not in {"activities", "document_kind"}),
    "photo",
)


def compare(desk: Desk, remains: str, joined: str) -> Comparison:
    """Return two guests (by id) side by side, and what would move.

    Raises ProblemForUser as ``join``.
    """
    with desk.read() as session:
        first, second = _both(session, remains, joined)
        return Comparison(
            brief(session, first),
            brief(session, second),
            _choices(session, first, second),
            _moves(session, first, second),
        )


def join(desk: Desk, joining: Joining) -> Edited:
    """Make two guests one; one undo takes it back.

    Raises ProblemForUser ``join-itself``, ``join-gone`` where one of them was joined before,
    ``join-both-sign`` where both sign the same contract; then nothing is changed.
    """
    with desk.write("guest join") as session:
        first, second = _both(session, joining.remains, joining.joined)
        for choice in _choices(session, first, second):
            if joining.taken.get(choice.field, choice.usual) is Side.JOINED:
                _take(first, second, choice.field)
        _move(session, first, second)
        for record in session.scalars(select(Guest).where(Guest.joined_into == second.id)):
            record.joined_into = first.id
        second.joined_into = first.id
        # Whom it was joined into may not change by it, and is found by other words all the same.
        journal.note(session, "guest", first.id, joined=f"{second.number:05d} {second.full_name}")
        return Edited(session.pen.operation, second.full_name)


def brief(session: Session, guest: Guest) -> GuestBrief:
    """Return a guest as one tells namesakes apart."""
    photo = read_jpeg(session, guest.photo) if guest.photo else b""
    return GuestBrief(
        guest.id, guest.number, guest.full_name, guest.organization, guest.title, photo
    )


def _both(session: Session, remains: str, joined: str) -> tuple[Guest, Guest]:
    if remains == joined:
        raise ProblemForUser("join-itself")
    first, second = session.get(Guest, remains), session.get(Guest, joined)
    if first is None or second is None or first.joined_into or second.joined_into:
        raise ProblemForUser("join-gone")
    ours = set(_signed(session, remains))
    both = [contract for contract in _signed(session, joined) if contract in ours]
    if both:
        found = session.get_one(Contract, both[0])
        raise ProblemForUser("join-both-sign", number=f"{found.number:04d}", title=found.title)
    return first, second


def _signed(session: Session, guest: str) -> Sequence[str]:
    return session.scalars(select(Party.contract_id).where(Party.signatory_id == guest)).all()


def _choices(session: Session, first: Guest, second: Guest) -> list[FieldChoice]:
    by_hand = {
        guest.id: edited_by_hand(session, records_of(session, guest.id))
        for guest in (first, second)
    }
    choices = []
    for field in _COMPARED:
        ours, theirs = _value(first, field), _value(second, field)
        if ours == theirs:
            continue
        sides = [
            (bool(value) and value != _NOT_DECIDED, _attribute(field) in by_hand[guest.id])
            for guest, value in ((first, ours), (second, theirs))
        ]
        usual = Side.REMAINS if sides[0] >= sides[1] else Side.JOINED
        shown = [shown_value(session, guest, field) for guest in (first, second)]
        choices.append(FieldChoice(field, shown[0], shown[1], usual))
    return choices


def _attribute(field: str) -> str:
    return FIELDS[field].attribute if field in FIELDS else field


def _value(guest: Guest, field: str) -> str:
    return as_text(getattr(guest, _attribute(field)))


def _take(first: Guest, second: Guest, field: str) -> None:
    for attribute in (_attribute(field), *_TOGETHER.get(field, ())):
        setattr(first, attribute, getattr(second, attribute))


def _moves(session: Session, first: Guest, second: Guest) -> Moves:
    def count(model: type[Journaled], *conditions: object) -> int:
        query = select(func.count()).select_from(model).where(*conditions)  # type: ignore[arg-type] # column expressions
        return session.scalar(query) or 0

    numbers = session.scalars(
        select(Contract.number)
        .join(Party, Party.contract_id == Contract.id)
        .where(Party.signatory_id == second.id)
        .order_by(Contract.number)
    )
    return Moves(
        badges=count(Badge, Badge.guest_id == second.id, Badge.status == "active"),
        invitations=len(_new_invitations(session, first, second)),
        check_ins=count(
            CheckIn,
            CheckIn.guest_id.in_(records_of(session, second.id)),
            CheckIn.rehearsal.is_(False),
        ),
        contracts=[f"{number:04d}" for number in numbers],
    )


def _new_invitations(session: Session, first: Guest, second: Guest) -> Sequence[Invited]:
    """Return the invitations of the second that the first has not; the others say the same."""
    held = select(Invited.activity_id).where(Invited.guest_id == first.id)
    query = select(Invited).where(Invited.guest_id == second.id, Invited.activity_id.not_in(held))
    return session.scalars(query).all()


def _move(session: JournaledSession, first: Guest, second: Guest) -> None:
    for invited in _new_invitations(session, first, second):
        invited.guest_id = first.id
    for badge in session.scalars(select(Badge).where(Badge.guest_id == second.id)):
        badge.guest_id = first.id
    for party in session.scalars(select(Party).where(Party.signatory_id == second.id)):
        party.signatory_id = first.id
    held = set(
        session.scalars(select(PendingActivity.name).where(PendingActivity.guest_id == first.id))
    )
    query = select(PendingActivity).where(PendingActivity.guest_id == second.id)
    for pending in session.scalars(query):
        if pending.name not in held:
            pending.guest_id = first.id
