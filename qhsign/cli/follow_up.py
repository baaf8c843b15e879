"""Commands for the time after the fair: steps and funds of contracts, rates, targets."""

from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.guests import choice_of, number_of
from qhsign.cli.output import table
from qhsign.domain.contract import LifeCycle

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from qhsign.services.follow_up_records import (
        FollowedContract,
        Moved,
        PaymentRow,
        RateRow,
        RatesReport,
    )

_STATE = "|".join(LifeCycle)


def add_contract_commands(one: "argparse._SubParsersAction[Parser]") -> None:
    """Add what is done with one contract, or with several at once, after the fair."""
    move = _of_contracts(one, "move", _move)
    move.add_argument("--to", required=True, type=state_of, metavar=_STATE, help=help_of("move-to"))
    move.add_argument("--on", default="", metavar="DATE", help=help_of("move-on"))
    move.add_argument("--by", default="", metavar="NAME", help=help_of("move-by"))
    move.add_argument("--reason", default="", metavar="REASON", help=help_of("option-reason"))
    agree = _of_contracts(one, "agree", _agree)
    agree.add_argument("--by", required=True, metavar="NAME", help=help_of("contract-by"))
    agree.add_argument("--on", default="", metavar="DATE", help=help_of("move-on"))
    for name, run in (("disagree", _disagree), ("step-back", _step_back)):
        back = _of_contracts(one, name, run)
        back.add_argument(
            "--reason", required=True, metavar="REASON", help=help_of("option-reason")
        )
    undo = add(one, "undo", _undo)
    undo.add_argument("operation", metavar="OPERATION", help=help_of("contract-operation"))
    history = add(one, "history", _history)
    history.add_argument("number", metavar="NUMBER", help=help_of("contract-number"))
    pay = add(one, "pay", _pay)
    pay.add_argument("number", metavar="NUMBER", help=help_of("contract-number"))
    pay.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("payment-values"))


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    payment = group(commands, "payment")
    change = add(payment, "set", _payment_set)
    change.add_argument("number", metavar="PAYMENT", help=help_of("payment-number"))
    change.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("payment-values"))
    remove = add(payment, "remove", _payment_remove)
    remove.add_argument("number", metavar="PAYMENT", help=help_of("payment-number"))
    remove.add_argument("--reason", required=True, metavar="REASON", help=help_of("option-reason"))
    rated = add(commands, "rates", _rates)
    rated.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    target = add(group(commands, "target"), "set", _target_set)
    target.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("target-values"))
    whom = target.add_mutually_exclusive_group()
    for name in ("slate", "industry", "region"):
        whom.add_argument(f"--{name}", metavar=name.upper(), help=help_of(f"target-{name}"))


def state_of(word: str) -> LifeCycle:
    """Read a state of the life cycle by its code or its word: ``started``, 开工."""
    return choice_of(LifeCycle, "life-cycle", word)


def _of_contracts(one: "argparse._SubParsersAction[Parser]", name: str, run: Any) -> Parser:
    command = add(one, name, run)
    command.add_argument("numbers", nargs="+", metavar="NUMBER", help=help_of("contract-number"))
    return command


def _numbers(run: Run) -> list[int]:
    return [number_of(number) for number in run.arguments.numbers]


def _move(run: Run) -> None:
    from qhsign.services import life_cycle

    arguments = run.arguments
    with run.desk() as desk:
        done = life_cycle.move(
            desk, _numbers(run), arguments.to,
            day=arguments.on, who=arguments.by, reason=arguments.reason,
        )  # fmt: skip
    _tell_moved(run, done, "contracts-moved", state=run.output.say(f"life-cycle-{arguments.to}"))


def _agree(run: Run) -> None:
    from qhsign.services import life_cycle

    with run.desk() as desk:
        done = life_cycle.agree(desk, _numbers(run), run.arguments.by, day=run.arguments.on)
    _tell_moved(run, done, "contracts-agreed")


def _disagree(run: Run) -> None:
    from qhsign.services import life_cycle

    with run.desk() as desk:
        done = life_cycle.withdraw_agreement(desk, _numbers(run), run.arguments.reason)
    _tell_moved(run, done, "contracts-disagreed")


def _step_back(run: Run) -> None:
    from qhsign.services import life_cycle

    with run.desk() as desk:
        done = life_cycle.step_back(desk, _numbers(run), run.arguments.reason)
    _tell_moved(run, done, "contracts-stepped-back")


def _tell_moved(run: Run, done: "Moved", code: str, **said: object) -> None:
    run.output.document(
        {
            "moved": [f"{number:04d}" for number in done.moved],
            "unchanged": [f"{number:04d}" for number in done.unchanged],
            "operation": done.operation,
        },
        [
            run.output.say(code, count=len(done.moved), unchanged=len(done.unchanged), **said),
            run.output.say("operation-undo", operation=done.operation),
        ],
    )


def _undo(run: Run) -> None:
    from qhsign.services import follow_up_undo

    with run.desk() as desk:
        done = follow_up_undo.undo(desk, run.arguments.operation.strip())
    run.output.document(
        {"undone": done.undone, "kept": done.kept},
        [run.output.say("operation-undone", undone=done.undone, kept=done.kept)],
    )


def _history(run: Run) -> None:
    from qhsign.services import life_cycle

    with run.desk() as desk:
        contract = life_cycle.followed(desk, number_of(run.arguments.number))
    _show(run, contract)


def _pay(run: Run) -> None:
    from qhsign.services import life_cycle, payments

    number = number_of(run.arguments.number)
    with run.desk() as desk:
        payment = payments.add_payment(desk, number, pairs(run.arguments.values))
        contract = life_cycle.followed(desk, number)
    _show(run, contract, payment)


def _payment_set(run: Run) -> None:
    from qhsign.services import life_cycle, payments

    with run.desk() as desk:
        payment = payments.set_payment(
            desk, number_of(run.arguments.number), pairs(run.arguments.values)
        )
        contract = life_cycle.followed(desk, payment.contract)
    _show(run, contract, payment)


def _payment_remove(run: Run) -> None:
    from qhsign.services import life_cycle, payments

    with run.desk() as desk:
        payment = payments.remove_payment(
            desk, number_of(run.arguments.number), run.arguments.reason
        )
        contract = life_cycle.followed(desk, payment.contract)
    _show(run, contract, payment)


def _show(run: Run, contract: "FollowedContract", payment: "PaymentRow | None" = None) -> None:
    """Answer with a contract as it stands; ``payment`` is the one the command was about."""
    from qhsign.domain.contract import written_rate
    from qhsign.domain.money import written

    say = run.output.say
    answer = _answer(contract)
    if payment is not None:
        answer = {"payment": _payment(payment), "operation": payment.operation, **answer}
    lines = [
        f"{contract.label}　{contract.title}",
        say(
            "follow-up-stands", state=say(f"life-cycle-{contract.state}"),
            amount=written(contract.amount) if contract.amount else "—",
            funds=_money(contract.funds), rate=written_rate(contract.rate),
        ),
    ]  # fmt: skip
    if contract.funds_pass_amount:
        lines.append(say("follow-up-funds-pass"))
    if contract.agreed_on:
        lines.append(say("follow-up-agreed", day=contract.agreed_on, who=contract.agreed_by))
    for step in contract.steps:
        state = say(f"life-cycle-{step.reached}")
        lines.append(f"{step.day or '—'}　{state}　{step.who}　{step.reason}".rstrip("　"))
    for each in contract.payments:
        said = f"{each.day}　{written(each.amount)}　{each.source}　{each.remark}".rstrip("　")
        lines.append(say("follow-up-payment", number=each.number, said=said))
    if payment is not None:
        lines.append(say("operation-undo", operation=payment.operation))
    run.output.document(answer, lines)


def _answer(contract: "FollowedContract") -> dict[str, Any]:
    from qhsign.domain.money import decimal_string

    return {
        "number": contract.label,
        "title": contract.title,
        "status": contract.state.value,
        "next": [state.value for state in contract.next_states],
        "amount": decimal_string(contract.amount.fen) if contract.amount else None,
        "currency": contract.amount.currency if contract.amount else None,
        "agreed_on": contract.agreed_on,
        "agreed_by": contract.agreed_by,
        "signed_on": contract.signed_on,
        "funds": _decimals(contract.funds),
        "funding_rate": _percent(contract.rate),
        "funds_pass_amount": contract.funds_pass_amount,
        "steps": [
            {
                "from": step.left.value if step.left else None,
                "to": step.reached.value,
                "on": step.day,
                "by": step.who,
                "reason": step.reason,
                "at": step.at,
            }
            for step in contract.steps
        ],
        "payments": [_payment(payment) for payment in contract.payments],
    }


def _payment(payment: "PaymentRow") -> dict[str, Any]:
    from qhsign.domain.money import decimal_string

    return {
        "payment": payment.number,
        "date": payment.day,
        "amount": decimal_string(payment.amount.fen),
        "currency": payment.amount.currency,
        "source": payment.source,
        "remark": payment.remark,
    }


def _rates(run: Run) -> None:
    from qhsign.services import rates

    with run.desk() as desk:
        report = rates.rates(desk, run.arguments.slate)
    _show_rates(run, report)


def _target_set(run: Run) -> None:
    from qhsign.services import rates

    arguments = run.arguments
    named = [
        (name, given)
        for name in ("slate", "industry", "region")
        if (given := getattr(arguments, name)) is not None
    ]
    grouping, name = named[0] if named else ("whole", "")
    with run.desk() as desk:
        row = rates.set_target(desk, pairs(arguments.values), grouping=grouping, name=name)
    answer = {"by": grouping, **_rate_answer(row)}
    run.output.document(answer, _rate_lines(run, [row]) + _completion_lines(run, [row]))


def _show_rates(run: Run, report: "RatesReport") -> None:
    from qhsign.domain.follow_up import Rate

    say = run.output.say
    definitions = {
        rate.value: {"name": say(f"rate-{rate}"), "definition": say(f"rate-{rate}-definition")}
        for rate in Rate
    }
    left_out = [
        {
            "number": f"{each.number:04d}",
            "title": each.title,
            "reasons": [
                {"code": reason.value, "message": say(f"left-out-{reason}")}
                for reason in each.reasons
            ],
        }
        for each in report.left_out
    ]
    answer = {
        "slate": report.slate,
        "definitions": definitions,
        "whole": _rate_answer(report.whole),
        "by": {
            each.by: {
                "overlapping": each.overlapping,
                "rows": [_rate_answer(row) for row in each.rows],
            }
            for each in report.groups
        },
        "left_out": left_out,
    }
    lines = _rate_lines(run, [report.whole]) + _completion_lines(run, [report.whole])
    for each in report.groups:
        lines += ["", say(f"rates-by-{each.by}"), *_rate_lines(run, each.rows)]
        lines += _completion_lines(run, each.rows)
    lines += ["", *(say(f"rate-{rate}-definition") for rate in Rate)]
    for out in report.left_out:
        reasons = "；".join(say(f"left-out-{reason}") for reason in out.reasons)
        lines.append(
            say("rates-left-out", number=f"{out.number:04d}", title=out.title, why=reasons)
        )
    run.output.document(answer, lines)


def _rate_answer(row: "RateRow") -> dict[str, Any]:
    from qhsign.domain.follow_up import TargetMeasure
    from qhsign.domain.money import decimal_string

    counts = {TargetMeasure.CONTRACTS, TargetMeasure.IMPLEMENTED}
    tally = row.tally
    return {
        "name": row.name,
        "contracts": tally.contracts,
        "signed": tally.signed,
        "implemented": tally.implemented,
        "started": tally.started,
        "operating": tally.operating,
        "terminated": tally.terminated,
        "without_amount": tally.without_amount,
        "approximate": tally.approximate,
        "amounts": _decimals(tally.amounts),
        "funds": _decimals(tally.funds),
        "other_funds": _decimals(tally.other_funds),
        "rates": {
            "implementation": _percent(tally.implementation),
            "performance": _percent(tally.performance),
            "funding": {code: _percent(rate) for code, rate in tally.funding.items()},
        },
        "targets": {
            measure.value: value if measure in counts else decimal_string(value)
            for measure, value in row.targets.items()
        },
        "completion": {measure.value: str(rate) for measure, rate in row.completion.items()},
    }


def _rate_lines(run: Run, rows: "Sequence[RateRow]") -> list[str]:
    from qhsign.domain.contract import written_rate

    names = ("name", "contracts", "signed", "implemented", "implementation", "terminated",
             "performance", "amount", "funds", "funding")  # fmt: skip
    return table(
        [run.output.say(f"column-rates-{name}") for name in names],
        [
            [
                row.name or run.output.say("rates-whole" if len(rows) == 1 else "brief-unknown"),
                row.tally.contracts,
                row.tally.signed,
                row.tally.implemented,
                written_rate(row.tally.implementation),
                row.tally.terminated,
                written_rate(row.tally.performance),
                _money(row.tally.amounts),
                _money(row.tally.funds),
                "、".join(map(written_rate, row.tally.funding.values())) or "—",
            ]
            for row in rows
        ],
    )


def _completion_lines(run: Run, rows: "Sequence[RateRow]") -> list[str]:
    say = run.output.say
    return [
        say(
            "rates-completion", name=row.name or say("rates-whole"),
            measure=say(f"target-measure-{measure}"), rate=f"{rate}%",
        )
        for row in rows
        for measure, rate in row.completion.items()
    ]  # fmt: skip


def _decimals(sums: "Mapping[str, int]") -> dict[str, str]:
    from qhsign.domain.money import decimal_string

    return {currency: decimal_string(fen) for currency, fen in sums.items()}


def _money(sums: "Mapping[str, int]") -> str:
    from qhsign.domain.money import Amount, written

    return "、".join(written(Amount(fen, code)) for code, fen in sums.items()) or "—"


def _percent(rate: object) -> str | None:
    return None if rate is None else str(rate)
