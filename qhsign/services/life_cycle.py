"""The life of contracts after the fair (签约项目跟踪): steps, screening and their history."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.contract import LifeCycle, funding_rate, may_change, next_states
from qhsign.domain.follow_up import Followed
from qhsign.domain.problems import ProblemForUser
from qhsign.services import contract_steps, contracts
from qhsign.services.desk import Desk
from qhsign.services.follow_up_records import (
    FollowedContract,
    Moved,
    PaymentRow,
    StepRow,
)
from qhsign.services.payments import payments_of
from qhsign.services.slates import find as find_slate
from qhsign.store import journal
from qhsign.store.schema import Contract, ContractStep

_SHOWN = 6  # contracts a sentence names


def move(
    desk: Desk,
    numbers: Sequence[int],
    to: LifeCycle,
    *,
    day: str = "",
    who: str = "",
    reason: str = "",
) -> Moved:
    """Take contracts one step further, or end them (终止): all of them or none.

    ``day`` is when it happened, today unless given; ``who`` the operator unless given. Contracts
    that stand there already are left alone. Raises ProblemForUser ``contract-unknown``,
    ``day-to-come``, ``field-wrong``, or for a state that does not follow ``life-cycle-jump``,
    ``life-cycle-last``, ``life-cycle-ended`` or, for several contracts, ``life-cycle-jumps``.
    """
    with desk.write("contract move") as session:
        found = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
        _refuse_jumps(found, to)
        when = contract_steps.past_day(session, desk, day)
        taken = [
            contract
            for contract in found
            if contract_steps.step(session, desk, contract, to, day=when, who=who, reason=reason)
        ]
        return _moved(session, taken, found)


def agree(desk: Desk, numbers: Sequence[int], who: str, *, day: str = "") -> Moved:
    """Record that contracts to be signed (拟签约) were screened and agreed to (同意签约).

    Raises ProblemForUser ``agreer-missing``, ``contract-unknown``, ``agree-not-to-sign``,
    ``day-to-come`` or ``field-wrong``; then none is recorded.
    """
    if not who.strip():
        raise ProblemForUser("agreer-missing")
    with desk.write("contract agree") as session:
        found = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
        when = contract_steps.past_day(session, desk, day)
        for contract in found:
            if contract.status is not LifeCycle.TO_SIGN:
                raise ProblemForUser(
                    "agree-not-to-sign", number=f"{contract.number:04d}",
                    state=contract_steps.word(contract.status),
                )  # fmt: skip
            contract.agreed_on, contract.agreed_by = when, who.strip()
        return _moved(session, found, found)


def withdraw_agreement(desk: Desk, numbers: Sequence[int], reason: str) -> Moved:
    """Take 同意签约 back from contracts, for a reason the journal keeps.

    Raises ProblemForUser ``reason-missing`` or ``contract-unknown``.
    """
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    with desk.write("contract agree") as session:
        found = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
        agreed = [contract for contract in found if contract.agreed_on is not None]
        for contract in agreed:
            contract.agreed_on, contract.agreed_by = None, ""
            journal.note(session, "contract", contract.id, reason=reason.strip())
        return _moved(session, agreed, found)


def step_back(desk: Desk, numbers: Sequence[int], reason: str) -> Moved:
    """Take back the last step of contracts, for a reason the journal keeps: all or none.

    Raises ProblemForUser ``reason-missing``, ``contract-unknown`` or ``no-step-before``.
    """
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    with desk.write("contract step-back") as session:
        found = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
        for contract in found:
            contract_steps.take_last_back(session, contract)
            journal.note(session, "contract", contract.id, reason=reason.strip())
        return _moved(session, found, found)


def followed(desk: Desk, number: int) -> FollowedContract:
    """Return how a contract stands, with its steps and payments. Raises ``contract-unknown``."""
    with desk.read() as session:
        return _followed(session, [contracts.by_number(session, number)])[0]


def list_followed(desk: Desk, slate: str | None = None) -> Sequence[FollowedContract]:
    """Return how the contracts of a slate stand, in its order, or all by number.

    Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    with desk.read() as session:
        return followed_in(session, slate)


def followed_in(
    session: Session, slate: str | None = None, region: str | None = None
) -> list[FollowedContract]:
    """Return the same inside a session that is already open, of one ``region`` where it is given.

    A region is meant by the very words of the contracts; "" are those that name none.
    """
    if slate is None:
        found = list(session.scalars(select(Contract).order_by(Contract.number)))
    else:
        found = contracts.on_slate(session, find_slate(session, slate).id)
    return _followed(session, [one for one in found if region in {None, one.region}])


def _refuse_jumps(found: Sequence[Contract], to: LifeCycle) -> None:
    wrong = [
        contract
        for contract in found
        if contract.status is not to and not may_change(contract.status, to)
    ]
    if not wrong:
        return
    if len(found) == 1:
        raise contract_steps.refusal(wrong[0], to)
    named = "、".join(f"{contract.number:04d}" for contract in wrong[:_SHOWN])
    raise ProblemForUser(
        "life-cycle-jumps", count=len(wrong), after=contract_steps.word(to),
        contracts=named + ("…" if len(wrong) > _SHOWN else ""),
    )  # fmt: skip


def _moved(
    session: journal.JournaledSession, taken: Sequence[Contract], found: Sequence[Contract]
) -> Moved:
    session.flush()
    moved = [contract.number for contract in taken]
    rest = [contract.number for contract in found if contract.number not in set(moved)]
    return Moved(moved, rest, session.pen.operation)


def _followed(session: Session, found: Sequence[Contract]) -> list[FollowedContract]:
    steps = contract_steps.by_contract(session, [contract.id for contract in found])
    paid = payments_of(session, found)
    return [
        _one(contract, steps.get(contract.id, ()), paid.get(contract.id, ())) for contract in found
    ]


def _one(
    contract: Contract, steps: Sequence[ContractStep], paid: Sequence[PaymentRow]
) -> FollowedContract:
    amount = contracts.amount_of(contract)
    funds: dict[str, int] = {}
    for each in paid:
        funds[each.amount.currency] = funds.get(each.amount.currency, 0) + each.amount.fen
    ended = [step.left for step in steps if step.reached is LifeCycle.TERMINATED]
    before_end = ended[-1] if ended else None
    counted = Followed(contract.id, amount, contract.status, before_end, funds).counted_funds
    own = funds.get(amount.currency, 0) if amount else 0
    return FollowedContract(
        number=contract.number,
        title=contract.title,
        amount=amount,
        state=contract.status,
        next_states=next_states(contract.status),
        agreed_on=contract.agreed_on,
        agreed_by=contract.agreed_by,
        signed_on=contract.signed_on,
        steps=[
            StepRow(step.left, step.reached, step.day, step.who, step.reason, step.at)
            for step in steps
        ],
        payments=paid,
        funds=funds,
        rate=None if counted is None or amount is None else funding_rate(counted, amount.fen),
        funds_pass_amount=own > amount.fen if amount else None,
    )
