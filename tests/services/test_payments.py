"""Funds in place: entered, corrected, taken back; shown beside the amount and never forced."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qhsign.domain.contract import LifeCycle
from qhsign.domain.money import Amount
from qhsign.domain.problems import ProblemForUser
from qhsign.services import audit, contracts, follow_up_undo, life_cycle, payments
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract
from support.desks import Clock, fresh_desk
from support.tables import dump

YI = 10**8 * 100
WAN = 10**4 * 100


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", Clock()) as desk:
        with desk.write("test") as session:
            session.add(
                Contract(number=1, title="光伏项目", amount=2 * YI, status=LifeCycle.SIGNED)
            )
            session.add(Contract(number=2, title="合资项目", amount=YI, currency="USD"))
            session.add(Contract(number=3, title="框架协议"))
        yield desk


def test_a_dated_series_and_its_rate(desk: Desk) -> None:
    payments.add_payment(
        desk, 1, {"amount": "1亿元", "date": "2024-07-01", "source": "海西州", "remark": "首期"}
    )
    first = payments.add_payment(desk, 1, {"amount": "5000万元", "date": "6月1日"})
    seen = life_cycle.followed(desk, 1)
    assert [each.day for each in seen.payments] == [date(2024, 6, 1), date(2024, 7, 1)]
    assert (seen.payments[1].source, seen.payments[1].remark) == ("海西州", "首期")
    assert (seen.funds, seen.rate) == ({"CNY": 15000 * WAN}, Decimal("75.00"))
    assert seen.funds_pass_amount is False
    assert (first.number, first.contract) == (2, 1)
    row = contracts.list_contracts(desk)[0]
    assert row.funds == {"CNY": 15000 * WAN}


def test_a_contract_to_be_signed_has_funds_but_no_rate(desk: Desk) -> None:
    payments.add_payment(desk, 2, {"amount": "500万"})
    seen = life_cycle.followed(desk, 2)
    assert (seen.funds, seen.rate, seen.funds_pass_amount) == ({"USD": 500 * WAN}, None, False)


def test_more_than_the_amount_is_shown_not_forced(desk: Desk) -> None:
    payments.add_payment(desk, 1, {"amount": "3亿"})
    seen = life_cycle.followed(desk, 1)
    assert (seen.funds_pass_amount, seen.rate) == (True, Decimal("150.00"))
    assert seen.amount == Amount(2 * YI)


def test_a_bare_figure_is_in_the_currency_of_the_amount(desk: Desk) -> None:
    assert payments.add_payment(desk, 2, {"amount": "500万"}).amount == Amount(500 * WAN, "USD")
    assert payments.add_payment(desk, 2, {"amount": "12.34"}).amount == Amount(1234, "USD")
    assert payments.add_payment(desk, 3, {"amount": "$5"}).amount == Amount(500, "USD")
    assert payments.add_payment(desk, 3, {"amount": "5"}).amount == Amount(500)
    without = life_cycle.followed(desk, 3)
    assert without.funds == {"CNY": 500, "USD": 500}
    assert (without.rate, without.funds_pass_amount) == (None, None)


@pytest.mark.parametrize(
    ("contract", "values", "code"),
    [
        (1, {}, "payment-amount-missing"),
        (1, {"amount": "$5"}, "payment-currency"),
        (2, {"amount": "5元"}, "payment-currency"),
        (1, {"amount": "很多"}, "field-wrong"),
        (1, {"amount": "近5亿"}, "field-wrong"),
        (1, {"amount": "-5"}, "field-wrong"),
        (1, {"amount": "0"}, "field-wrong"),
        (1, {"amount": ""}, "field-wrong"),
        (1, {"amount": "0.001"}, "field-wrong"),
        (1, {"amount": "5", "date": "2024-07-12"}, "day-to-come"),
        (1, {"amount": "5", "date": "13月1日"}, "field-wrong"),
        (1, {"amount": "5", "colour": "red"}, "field-unknown"),
        (9, {"amount": "5"}, "contract-unknown"),
    ],
)
def test_a_wrong_payment_is_not_entered(
    desk: Desk, contract: int, values: dict[str, str], code: str
) -> None:
    before = dump(desk)
    with pytest.raises(ProblemForUser, match=code):
        payments.add_payment(desk, contract, values)
    assert dump(desk) == before


def test_a_correction_is_on_the_trail(desk: Desk) -> None:
    payments.add_payment(desk, 1, {"amount": "1亿", "source": "海西州"})
    payments.set_payment(desk, 1, {"amount": "1000万", "date": "2024-07-01"})
    (payment,) = life_cycle.followed(desk, 1).payments
    assert (payment.amount, payment.day, payment.source) == (
        Amount(1000 * WAN), date(2024, 7, 1), "海西州",
    )  # fmt: skip
    line = next(line for line in audit.trail(desk) if line.action == "payment set")
    assert (line.old["amount"], line.new["amount"]) == (YI, 1000 * WAN)
    with pytest.raises(ProblemForUser, match="payment-unknown"):
        payments.set_payment(desk, 2, {"amount": "1"})


def test_taken_back_for_a_reason_and_brought_back(desk: Desk) -> None:
    added = payments.add_payment(desk, 1, {"amount": "1亿", "remark": "首期"})
    before = dump(desk, "payment")
    with pytest.raises(ProblemForUser, match="reason-missing"):
        payments.remove_payment(desk, 1, " ")
    was = payments.remove_payment(desk, 1, "记错项目")
    assert was.amount == Amount(YI)
    assert not life_cycle.followed(desk, 1).payments
    assert any(line.new.get("reason") == "记错项目" for line in audit.trail(desk))
    follow_up_undo.undo(desk, was.operation)
    assert dump(desk, "payment") == before
    follow_up_undo.undo(desk, added.operation)
    assert life_cycle.followed(desk, 1).funds == {}
    assert payments.add_payment(desk, 1, {"amount": "1"}).number == 2, "numbers are not used again"


def test_a_correction_is_undone(desk: Desk) -> None:
    payments.add_payment(desk, 1, {"amount": "1亿"})
    before = dump(desk, "payment")
    changed = payments.set_payment(desk, 1, {"amount": "2亿", "remark": "二期"})
    follow_up_undo.undo(desk, changed.operation)
    assert dump(desk, "payment") == before


def test_another_currency_of_the_amount_does_not_change_what_was_paid(desk: Desk) -> None:
    payments.add_payment(desk, 1, {"amount": "1亿"})
    contracts.set_contract(desk, 1, {"amount": "$2亿"})
    seen = life_cycle.followed(desk, 1)
    assert (seen.funds, seen.rate) == ({"CNY": YI}, Decimal("0.00"))
