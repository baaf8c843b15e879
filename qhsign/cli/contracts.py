"""Commands about contracts: slates, slate set, contracts, contract set, contract approve."""

from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.follow_up import add_contract_commands
from qhsign.cli.guests import number_of
from qhsign.cli.output import table

if TYPE_CHECKING:
    import argparse

    from qhsign.services.contract_records import ContractRow, SlateRow


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    add(commands, "slates", _slates)
    slate = group(commands, "slate")
    declare = add(slate, "set", _slate_set)
    declare.add_argument("name", metavar="NAME", help=help_of("slate-name"))
    declare.add_argument("values", nargs="*", metavar="KEY=VALUE", help=help_of("slate-values"))
    listed = add(commands, "contracts", _contracts)
    listed.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    one = group(commands, "contract")
    change = add(one, "set", _set)
    change.add_argument("number", metavar="NUMBER", help=help_of("contract-number"))
    change.add_argument("values", nargs="+", metavar="FIELD=VALUE", help=help_of("contract-values"))
    sign_off = add(one, "approve", _approve)
    sign_off.add_argument("numbers", nargs="+", metavar="NUMBER", help=help_of("contract-number"))
    sign_off.add_argument("--by", required=True, metavar="NAME", help=help_of("contract-by"))
    add_contract_commands(one)


def _slates(run: Run) -> None:
    from qhsign.services import slates

    with run.desk() as desk:
        rows = slates.list_slates(desk)
    _show_slates(run, rows)


def _slate_set(run: Run) -> None:
    from qhsign.services import slates

    with run.desk() as desk:
        row = slates.set_slate(desk, run.arguments.name, pairs(run.arguments.values))
    _show_slates(run, [row])


def _show_slates(run: Run, rows: "list[SlateRow]") -> None:
    from qhsign.domain.money import Amount, decimal_string, written

    answers = [
        {
            "name": row.name,
            "contracts": row.contracts,
            "amounts": {currency: decimal_string(fen) for currency, fen in row.amounts.items()},
            "without_amount": row.without_amount,
            "declared_contracts": row.declared_contracts,
            "declared_amount": None
            if row.declared_amount is None
            else decimal_string(row.declared_amount),
            "gap": None if row.gap is None else decimal_string(row.gap),
        }
        for row in rows
    ]
    lines = table(
        [
            run.output.say(f"column-slate-{c}")
            for c in ("name", "contracts", "amounts", "without", "declared", "gap")
        ],
        [
            [
                row.name,
                row.contracts,
                "、".join(written(Amount(fen, currency)) for currency, fen in row.amounts.items())
                or "—",
                row.without_amount,
                "—" if row.declared_amount is None else written(Amount(row.declared_amount)),
                "—" if row.gap is None else _signed(row.gap),
            ]
            for row in rows
        ],
    )
    run.output.document({"slates": answers}, lines)


def _signed(fen: int) -> str:
    from qhsign.domain.money import Amount, written

    return f"{'−' if fen < 0 else ''}{written(Amount(abs(fen)))}"


def _contracts(run: Run) -> None:
    from qhsign.services import contracts

    with run.desk() as desk:
        rows = contracts.list_contracts(desk, run.arguments.slate)
    _show(run, rows)


def _set(run: Run) -> None:
    from qhsign.services import contracts

    with run.desk() as desk:
        row = contracts.set_contract(
            desk, number_of(run.arguments.number), pairs(run.arguments.values)
        )
    _show(run, [row])


def _approve(run: Run) -> None:
    from qhsign.services import contracts

    numbers = [number_of(number) for number in run.arguments.numbers]
    with run.desk() as desk:
        rows = contracts.approve(desk, numbers, run.arguments.by)
    _show(run, rows)


def _show(run: Run, rows: "list[ContractRow]") -> None:
    from qhsign.domain.money import written

    headings = [
        run.output.say(f"column-contract-{c}")
        for c in ("number", "title", "parties", "amount", "approved")
    ]
    lines = table(
        headings,
        [
            [
                row.label,
                row.title,
                " / ".join(party.organization for party in row.parties),
                written(row.amount) if row.amount else "—",
                row.certificate_number if row.approved else "",
            ]
            for row in rows
        ],
    )
    run.output.document({"contracts": [contract_answer(row) for row in rows]}, lines)


def contract_answer(row: "ContractRow") -> dict[str, Any]:
    """Return the JSON of one contract."""
    from qhsign.domain.money import decimal_string

    return {
        "number": row.label,
        "title": row.title,
        "kind": row.kind.value,
        "amount": decimal_string(row.amount.fen) if row.amount else None,
        "currency": row.amount.currency if row.amount else None,
        "qualifier": row.amount.qualifier.value if row.amount else None,
        "parties": [
            {
                "side": party.side,
                "organization": party.organization,
                "signatory": party.signatory,
                "title": party.signatory_title,
                "host": party.is_host,
                "country": party.country,
            }
            for party in row.parties
        ],
        "slates": list(row.slates),
        "industry": row.industry,
        "region": row.region,
        "mode": row.mode.value,
        "batch": row.batch,
        "status": row.status.value,
        "agreed_on": row.agreed_on,
        "agreed_by": row.agreed_by,
        "signed_on": row.signed_on,
        "funds": {currency: decimal_string(fen) for currency, fen in row.funds.items()},
        "approved": row.approved,
        "certificate": row.certificate_number,
        "language": row.language.value if row.language else None,
        "texts": dict(row.texts),
    }
