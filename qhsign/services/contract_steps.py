"""Steps of a contract's life inside an open session: the one way a contract's state changes."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.contract import LifeCycle, may_change, next_states, way
from qhsign.domain.list_moments import read_moment
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events
from qhsign.services.desk import Desk
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Contract, ContractStep, JournalEntry, Payment
from qhsign.wording import Word


def today(session: Session, desk: Desk) -> date:
    """Return the day it is at the event."""
    return desk.now().astimezone(events.facts_in(session).zone).date()


def past_day(session: Session, desk: Desk, text: str) -> date:
    """Read the day something happened: today where nothing is given, never one to come.

    Raises ProblemForUser ``field-wrong`` or ``day-to-come``.
    """
    now = today(session, desk)
    if not text.strip():
        return now
    read, _ = read_moment(text.strip(), now.year)
    try:
        day = date.fromisoformat(read[:10])
    except ValueError:
        raise ProblemForUser("field-wrong", field="date", value=text) from None
    not_to_come(day, now)
    return day


def not_to_come(day: date, now: date) -> None:
    """Refuse a day after today: what is reported has happened. Raises ``day-to-come``."""
    if day > now:
        raise ProblemForUser("day-to-come", day=day.isoformat())


def refusal(contract: Contract, wanted: LifeCycle) -> ProblemForUser:
    """Return the sentence that says where a contract may go instead."""
    said = {
        "number": f"{contract.number:04d}",
        "before": word(contract.status),
        "after": word(wanted),
    }
    allowed = next_states(contract.status)
    if not allowed:
        return ProblemForUser("life-cycle-ended", **said)
    if len(allowed) == 1:
        return ProblemForUser("life-cycle-last", **said)
    return ProblemForUser("life-cycle-jump", **said, next=word(allowed[0]))


def word(state: LifeCycle) -> Word:
    """Return a state as a word of the catalogue."""
    return Word(f"life-cycle-{state}")


def step(
    session: JournaledSession,
    desk: Desk,
    contract: Contract,
    to: LifeCycle,
    *,
    day: date | None,
    who: str = "",
    reason: str = "",
) -> bool:
    """Take one step, or none where the contract stands there already; tell whether it was taken.

    ``who`` is the operator unless given. Raises ProblemForUser ``life-cycle-jump``,
    ``life-cycle-last`` or ``life-cycle-ended`` where the state does not follow.
    """
    if contract.status is to:
        return False
    if not may_change(contract.status, to):
        raise refusal(contract, to)
    _enter(session, desk, contract, contract.status, to, day, who, reason)
    return True


def begin(
    session: JournaledSession,
    desk: Desk,
    contract: Contract,
    state: LifeCycle,
    *,
    day: date | None = None,
    reason: str = "",
) -> None:
    """Give a new contract the state a list says it has."""
    _enter(session, desk, contract, None, state, day, "", reason)


def follow(
    session: JournaledSession,
    desk: Desk,
    contract: Contract,
    to: LifeCycle,
    *,
    days: Mapping[LifeCycle, date] | None = None,
    reason: str = "",
) -> tuple[LifeCycle, ...]:
    """Bring a contract to the state a list says it has by now, through all states before it.

    ``days`` are those the list gives. Returns the states reached; none where the contract stands
    there, or no way leads there: then nothing is changed.
    """
    reached = way(contract.status, to)
    for state in reached:
        day = (days or {}).get(state)
        _enter(session, desk, contract, contract.status, state, day, "", reason)
    return reached


def _enter(
    session: JournaledSession,
    desk: Desk,
    contract: Contract,
    left: LifeCycle | None,
    reached: LifeCycle,
    day: date | None,
    who: str,
    reason: str,
) -> None:
    session.add(
        ContractStep(
            contract_id=contract.id, left=left, reached=reached, day=day,
            who=who.strip() or desk.operator, reason=reason.strip(), at=desk.now(),
        )
    )  # fmt: skip
    contract.status = reached
    if reached is LifeCycle.SIGNED and day is not None:
        contract.signed_on = day


def last_step(session: Session, contract: Contract) -> ContractStep | None:
    """Return the step that brought a contract where it stands; None where none is known."""
    last = next(reversed(steps_of(session, contract.id)), None)
    return last if last is not None and last.reached is contract.status else None


def take_last_back(session: JournaledSession, contract: Contract) -> None:
    """Bring a contract back to where it stood before its last step.

    Raises ProblemForUser ``no-step-before``.
    """
    last = last_step(session, contract)
    if last is None or last.left is None:
        raise ProblemForUser("no-step-before", number=f"{contract.number:04d}")
    contract.status = last.left
    if last.reached is LifeCycle.SIGNED:
        contract.signed_on = None
    session.delete(last)


def steps_of(session: Session, contract: str) -> list[ContractStep]:
    """Return the steps of a contract (by id) in their order."""
    query = select(ContractStep).where(ContractStep.contract_id == contract)
    return list(session.scalars(query.order_by(ContractStep.id)))


def by_contract(session: Session, contracts: Sequence[str]) -> dict[str, list[ContractStep]]:
    """Return the steps of contracts (by id) in their order."""
    wanted = set(contracts)
    found: dict[str, list[ContractStep]] = {}
    query = select(ContractStep).order_by(ContractStep.id)
    if len(wanted) == 1:
        query = query.where(ContractStep.contract_id.in_(wanted))
    for step in session.scalars(query):
        if step.contract_id in wanted:
            found.setdefault(step.contract_id, []).append(step)
    return found


def before_end(session: Session) -> dict[str, LifeCycle]:
    """Return the state each contract had before it was last ended, where that is known."""
    query = (
        select(ContractStep.contract_id, ContractStep.left)
        .where(ContractStep.reached == LifeCycle.TERMINATED, ContractStep.left.is_not(None))
        .order_by(ContractStep.id)
    )
    return {contract: left for contract, left in session.execute(query) if left is not None}


def funds(session: Session) -> dict[str, dict[str, int]]:
    """Return what was paid for each contract (by id), in 分 by currency."""
    found: dict[str, dict[str, int]] = {}
    query = select(Payment.contract_id, Payment.currency, func.sum(Payment.amount)).group_by(
        Payment.contract_id, Payment.currency
    )
    for contract, currency, fen in session.execute(query.order_by(Payment.currency)):
        found.setdefault(contract, {})[currency] = fen
    return found


def stepped_on_since(session: Session, operation: str) -> set[str]:
    """Return the contracts, and their steps of this operation, that took a later step since.

    Such a step cannot be taken away from under the ones that follow it.
    """
    ids = select(JournalEntry.entity_id).where(
        JournalEntry.operation == operation, JournalEntry.entity_kind == "contract_step"
    )
    own = list(session.scalars(select(ContractStep).where(ContractStep.id.in_(ids))))
    held: set[str] = set()
    for contract in dict.fromkeys(one.contract_id for one in own):
        mine = {one.id for one in own if one.contract_id == contract}
        last = steps_of(session, contract)[-1]
        if last.id not in mine:
            held |= {contract, *mine}
    return held
