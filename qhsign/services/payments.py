"""Funds in place (到位资金): a dated series of payments for each contract."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.currency import chinese_name
from qhsign.domain.money import Amount, Qualifier, Unit, read_amount
from qhsign.domain.problems import ProblemForUser
from qhsign.services import contract_steps, contracts
from qhsign.services.desk import Desk
from qhsign.services.follow_up_records import PaymentRow
from qhsign.store import journal, numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Contract, Payment

_FIELDS = ("amount", "date", "source", "remark")


def add_payment(desk: Desk, contract: int, values: Mapping[str, str]) -> PaymentRow:
    """Enter funds put in place for a contract, in the currency of its amount.

    ``values`` are ``amount`` (a bare number is in 元), ``date`` (today unless given), ``source``
    and ``remark``. A contract without an amount takes any currency. Raises ProblemForUser
    ``contract-unknown``, ``payment-amount-missing``, ``payment-currency``, ``field-unknown``,
    ``field-wrong`` or ``day-to-come``; then nothing is entered.
    """
    with desk.write("payment add") as session:
        of = contracts.by_number(session, contract)
        read = _read(session, desk, of, {"date": "", **values})
        if "amount" not in read:
            raise ProblemForUser("payment-amount-missing")
        made = enter(
            session, of, read["amount"], read["date"],
            source=read.get("source", ""), remark=read.get("remark", ""),
        )  # fmt: skip
        session.flush()
        return _row(made, of, session.pen.operation)


def set_payment(desk: Desk, number: int, values: Mapping[str, str]) -> PaymentRow:
    """Correct a payment; the journal keeps what it was.

    Raises as `add_payment` does, and ``payment-unknown``.
    """
    with desk.write("payment set") as session:
        payment = _by_number(session, number)
        of = session.get_one(Contract, payment.contract_id)
        for name, value in _read(session, desk, of, values).items():
            if name == "amount":
                payment.amount, payment.currency = value.fen, value.currency
            else:
                setattr(payment, "day" if name == "date" else name, value)
        session.flush()
        return _row(payment, of, session.pen.operation)


def remove_payment(desk: Desk, number: int, reason: str) -> PaymentRow:
    """Take a payment back, for a reason the journal keeps; return what it was.

    Raises ProblemForUser ``payment-unknown`` or ``reason-missing``.
    """
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    with desk.write("payment remove") as session:
        payment = _by_number(session, number)
        of = session.get_one(Contract, payment.contract_id)
        was = _row(payment, of, session.pen.operation)
        session.delete(payment)
        journal.note(session, "contract", of.id, payment=number, reason=reason.strip())
        return was


def payments_of(session: Session, contracts: Sequence[Contract]) -> dict[str, list[PaymentRow]]:
    """Return the payments of contracts (by id) by their day."""
    wanted = {contract.id: contract for contract in contracts}
    found: dict[str, list[PaymentRow]] = {}
    query = select(Payment).order_by(Payment.day, Payment.number)
    if len(wanted) == 1:
        query = query.where(Payment.contract_id.in_(wanted))
    for payment in session.scalars(query):
        if payment.contract_id in wanted:
            row = _row(payment, wanted[payment.contract_id])
            found.setdefault(payment.contract_id, []).append(row)
    return found


def enter(
    session: JournaledSession,
    contract: Contract,
    amount: Amount,
    day: date,
    *,
    source: str = "",
    remark: str = "",
) -> Payment:
    """Enter a payment inside an open session."""
    (number,) = numbers.take(session, "payment")
    made = Payment(
        number=number, contract_id=contract.id, day=day, amount=amount.fen,
        currency=amount.currency, source=source, remark=remark,
    )  # fmt: skip
    session.add(made)
    return made


def _read(
    session: Session, desk: Desk, contract: Contract, values: Mapping[str, str]
) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, text in values.items():
        if name not in _FIELDS:
            raise ProblemForUser("field-unknown", field=name, fields="、".join(_FIELDS))
        if name == "amount":
            read[name] = _amount(contract, text)
        elif name == "date":
            read[name] = contract_steps.past_day(session, desk, text)
        else:
            read[name] = text.strip()
    return read


def _amount(contract: Contract, text: str) -> Amount:
    own = None if contract.amount is None else contract.currency
    amount = read_amount(text.strip(), Unit(None, "", own)).amount
    if amount is None or not amount.fen or amount.qualifier is not Qualifier.EXACT:
        raise ProblemForUser("field-wrong", field="amount", value=text)
    if own is not None and amount.currency != own:
        raise ProblemForUser(
            "payment-currency", number=f"{contract.number:04d}",
            currency=chinese_name(own), given=text,
        )  # fmt: skip
    return amount


def _by_number(session: Session, number: int) -> Payment:
    payment = session.scalars(select(Payment).where(Payment.number == number)).one_or_none()
    if payment is None:
        raise ProblemForUser("payment-unknown", number=number)
    return payment


def _row(payment: Payment, contract: Contract, operation: str = "") -> PaymentRow:
    return PaymentRow(
        payment.number, contract.number, payment.day, Amount(payment.amount, payment.currency),
        payment.source, payment.remark, operation,
    )  # fmt: skip
