"""Changing contracts and slates from a screen: one undo takes each change back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import contracts, life_cycle, slates
from qhsign.services.desk import Desk
from qhsign.services.follow_up_undo import undo as undo_follow_up
from qhsign.services.guest_bulk import take_back_operation
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import (
    Contract,
    ContractText,
    Party,
    RemoteCheckIn,
    Slate,
    Substitution,
)


@dataclass(frozen=True, slots=True)
class ContractEdited:
    """What was done; ``operation`` is what `undo` takes back, "" where nothing changed.

    ``withdrawn`` are the labels of contracts that lost their approval by it.
    """

    operation: str
    number: int = 0
    withdrawn: Sequence[str] = ()


def change(desk: Desk, number: int, values: Mapping[str, str]) -> ContractEdited:
    """Change a contract as `contracts.set_contract` does, and raise what that raises."""
    with desk.write("contract set") as session:
        was_approved = contracts.by_number(session, number).approved_at is not None
        row = contracts.set_in(session, desk, number, values)
        return _edited(
            session, row.number, [row.label] if was_approved and not row.approved else ()
        )


def put_on_slates(desk: Desk, number: int, names: Sequence[str]) -> ContractEdited:
    """Put a contract on exactly these slates. Raises ProblemForUser ``slate-unknown``."""
    with desk.write("contract set") as session:
        contracts.put_on_slates(session, contracts.by_number(session, number), names)
        return _edited(session, number)


def add(desk: Desk, title: str, slate: str = "") -> ContractEdited:
    """Make a contract to be signed, at the end of a slate unless none is named.

    Raises ProblemForUser ``contract-title-missing`` or ``slate-unknown``.
    """
    if not title.strip():
        raise ProblemForUser("contract-title-missing")
    with desk.write("contract set") as session:
        number = _free_number(session)
        made = Contract(number=number, title=title.strip())
        session.add(made)
        session.flush()
        if slate:
            contracts.put_on_slates(session, made, [slate])
        return _edited(session, number)


def remove_party(desk: Desk, number: int, side: str) -> ContractEdited:
    """Take a party off a contract, with its texts.

    Raises ProblemForUser ``party-missing``, or ``party-has-history`` where somebody was seen or
    substituted for it: that is kept.
    """
    with desk.write("contract set") as session:
        contract = contracts.by_number(session, number)
        before = contracts.rows(session, [contract])
        party = session.scalars(
            select(Party).where(Party.contract_id == contract.id, Party.side == side)
        ).one_or_none()
        if party is None:
            raise ProblemForUser("party-missing", side=side)
        for kept in (RemoteCheckIn, Substitution):
            if session.scalar(select(kept.id).where(kept.party_id == party.id).limit(1)):
                raise ProblemForUser("party-has-history", side=side)
        texts = select(ContractText).where(
            ContractText.contract_id == contract.id, ContractText.side == side
        )
        for text in session.scalars(texts):
            session.delete(text)
        session.delete(party)
        session.flush()
        lost = contracts.withdraw_where_changed(session, before)
        return _edited(session, number, [row.label for row in lost])


def approve(desk: Desk, chosen: Sequence[int], by: str) -> ContractEdited:
    """Approve contracts as `contracts.approve` does, and raise what that raises."""
    with desk.write("contract approve") as session:
        contracts.approve_in(session, desk, chosen, by)
        return _edited(session)


def withdraw_approval(desk: Desk, number: int) -> ContractEdited:
    """Withdraw the approval (签批) of a contract; it keeps the number of its certificate.

    Raises ProblemForUser ``contract-unknown``.
    """
    with desk.write("contract approve") as session:
        contract = contracts.by_number(session, number)
        contract.approved_at, contract.approved_by = None, ""
        return _edited(session, number)


def agree(desk: Desk, chosen: Sequence[int], who: str) -> ContractEdited:
    """Record 同意签约 as `life_cycle.agree` does, today, and raise what that raises."""
    return ContractEdited(life_cycle.agree(desk, chosen, who).operation)


def disagree(desk: Desk, chosen: Sequence[int], reason: str) -> ContractEdited:
    """Take 同意签约 back as `life_cycle.withdraw_agreement` does, and raise what that raises."""
    return ContractEdited(life_cycle.withdraw_agreement(desk, chosen, reason).operation)


def add_slate(desk: Desk, name: str) -> ContractEdited:
    """Make a slate. Raises ProblemForUser ``slate-name-missing`` or ``slate-name-taken``."""
    with desk.write("slate set") as session:
        session.add(Slate(name=_free_name(session, name)))
        return _edited(session)


def set_slate(desk: Desk, named: str, values: Mapping[str, str]) -> ContractEdited:
    """Set a slate as `slates.set_slate` does; ``name`` gives it another name.

    Raises ProblemForUser ``slate-unknown``, ``slate-name-missing``, ``slate-name-taken`` or as
    `slates.set_slate`.
    """
    with desk.write("slate set") as session:
        slate = slates.find(session, named)
        wanted = values.get("name")
        if wanted is not None and wanted.strip() != slate.name:
            slate.name = _free_name(session, wanted)
        slates.set_in(session, slate, {k: text for k, text in values.items() if k != "name"})
        return _edited(session)


def undo(desk: Desk, operation: str) -> int:
    """Take a change of contracts, slates or batches back; return how many records stay changed.

    Raises ProblemForUser ``operation-changed-since`` where nothing of it is as it left it.
    """
    return take_back_operation(desk, operation).kept


def undo_screening(desk: Desk, operation: str) -> int:
    """Take `agree` or `disagree` back; return how many contracts stay as they are.

    Raises ProblemForUser ``undo-nothing-left``.
    """
    return undo_follow_up(desk, operation).kept


def _free_number(session: JournaledSession) -> int:
    """Return the next number; one that a contract has some other way is passed over."""
    while True:
        (number,) = numbers.take(session, "contract")
        if session.scalar(select(Contract.id).where(Contract.number == number)) is None:
            return number


def _free_name(session: JournaledSession, name: str) -> str:
    wanted = name.strip()
    if not wanted:
        raise ProblemForUser("slate-name-missing")
    if session.scalar(select(Slate.id).where(Slate.name == wanted)) is not None:
        raise ProblemForUser("slate-name-taken", name=wanted)
    return wanted


def _edited(
    session: JournaledSession, number: int = 0, withdrawn: Sequence[str] = ()
) -> ContractEdited:
    session.flush()
    operation = session.pen.operation if session.pen.started else ""
    return ContractEdited(operation, number, withdrawn)
