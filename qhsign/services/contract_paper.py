"""The list of contracts for the seal (签约项目清单), with totals per currency and declared ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase

from sqlalchemy import select

from qhsign.domain import money_words, names
from qhsign.domain.contract import totals
from qhsign.domain.contract_entry import SIDES
from qhsign.domain.currency import HOME, chinese_name
from qhsign.domain.money import (
    Amount,
    Qualifier,
    Unit,
    unit_for_column,
    unit_heading,
    unit_heading_foreign,
    written,
    written_foreign,
    written_in,
)
from qhsign.domain.paper import (
    Cell,
    CellKind,
    Group,
    PaperColumn,
    Row,
    Seal,
    Section,
    Statements,
    Table,
)
from qhsign.services import contracts, slates
from qhsign.services.contract_records import ContractRow, SlateRow
from qhsign.services.paper_frame import Frame, MadePaper
from qhsign.store.schema import Contract, Slate
from qhsign.wording import Language

_AMOUNT_COLUMNS = 2
"""Currencies that get a column of their own; the others share one."""
_AMOUNT_WIDTH, _REST_WIDTH = 24, 30


def contract_list(frame: Frame, slate: str | None) -> MadePaper:
    """Return the contracts of a slate in its order, or all by number, ready for the seal.

    Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    session, say = frame.session, frame.say
    chosen = None if slate is None else slates.find(session, slate)
    if chosen is None:
        found = list(session.scalars(select(Contract).order_by(Contract.number)))
    else:
        found = contracts.on_slate(session, chosen.id)
    rows = contracts.rows(session, found)
    statements = _statements(frame, rows, None if chosen is None else slates.row(session, chosen))
    sections: list[Section] = [_table(frame, rows)]
    if statements:
        sections.append(Statements(statements))
    sections.append(_seal(frame))
    paper = frame.paper(
        "document-contract-list",
        what_for=say("contract-list-all") if chosen is None else chosen.name,
        particulars=(*_when_and_where(frame, chosen), _order(frame, chosen)),
        figure=say("paper-count-contracts", count=len(rows)),
        sections=sections,
        footer=say("contract-list-footer"),
    )
    return MadePaper(paper, chosen.id if chosen else "")


def _when_and_where(frame: Frame, slate: Slate | None) -> list[str]:
    facts = frame.facts
    day = (slate.day if slate else None) or facts.start
    return [frame.day(day) if day else "", facts.short_title or facts.title, facts.venue]


def _order(frame: Frame, slate: Slate | None) -> str:
    return frame.say("order-by-number" if slate is None else "contract-list-order-slate")


@dataclass(frozen=True, slots=True)
class _Amounts:
    """How amounts stand in columns: currencies with their unit, and whether others follow."""

    units: Sequence[tuple[str, Unit]]
    others: bool

    def cells(self, frame: Frame, amount: Amount | None) -> list[Cell]:
        """Return the cells of one amount."""
        cells: list[Cell] = []
        own = False
        for currency, unit in self.units:
            if amount is None or amount.currency != currency:
                cells.append(None)
                continue
            own = True
            cells.append(figure(amount, unit))
        if self.others:
            cells.append(None if own or amount is None else amount_words(frame, amount))
        return cells

    @property
    def width(self) -> float:
        """The width of all these columns in millimetres."""
        return len(self.units) * _AMOUNT_WIDTH + (_REST_WIDTH if self.others else 0)


def figure(amount: Amount, unit: Unit) -> Decimal | str:
    """Return a bare figure for a column: a number where it is exact, else words (近0.3)."""
    text = written_in(amount, unit, bare=True)
    return Decimal(text) if amount.qualifier is Qualifier.EXACT else text


def amount_words(frame: Frame, amount: Amount) -> str:
    """Return an amount in the running words of the paper's language."""
    return written(amount) if frame.language is Language.CHINESE else written_foreign(amount)


def amount_heading(frame: Frame, unit: Unit, currency: str = HOME) -> str:
    """Return the heading of a column of bare figures: 金额（亿元）."""
    if frame.language is Language.CHINESE:
        words = unit_heading(unit, currency)
    else:
        words = unit_heading_foreign(unit, currency)
    return frame.say("contract-list-amount", unit=words)


def summed(rows: Iterable[ContractRow]) -> dict[str, Amount]:
    """Return the total of distinct contracts per currency, home first.

    A sum of exact figures is exact; one qualifier among them holds for the sum, several make it 约.
    """
    listed = list(rows)
    found = totals(listed).amounts
    result = {}
    for currency in sorted(found, key=lambda code: (code != HOME, code)):
        kinds = {
            row.amount.qualifier for row in listed if row.amount and row.amount.currency == currency
        } - {Qualifier.EXACT}
        qualifier = Qualifier.EXACT if not kinds else Qualifier.ABOUT
        if len(kinds) == 1:
            (qualifier,) = kinds
        result[currency] = Amount(found[currency], currency, qualifier)
    return result


def _amounts(rows: Sequence[ContractRow]) -> _Amounts:
    sums = summed(rows)
    own = list(sums)[:_AMOUNT_COLUMNS] or [HOME]
    units = []
    for currency in own:
        of = [row.amount for row in rows if row.amount and row.amount.currency == currency]
        total = sums.get(currency)
        units.append((currency, unit_for_column([*of, total])))
    return _Amounts(units, others=len(sums) > len(own))


def _table(frame: Frame, rows: Sequence[ContractRow]) -> Table:
    say = frame.say
    amounts = _amounts(rows)
    columns = [
        PaperColumn(say("export-contracts-number"), 14, CellKind.ORDINAL),
        PaperColumn(say("export-contracts-title"), 85 - amounts.width / 2),
        PaperColumn(say("export-contracts-parties"), 84 - amounts.width / 2),
        *(
            PaperColumn(amount_heading(frame, unit, currency), _AMOUNT_WIDTH, CellKind.NUMBER)
            for currency, unit in amounts.units
        ),
    ]
    if amounts.others:
        columns.append(PaperColumn(say("contract-list-amounts"), _REST_WIDTH))
    columns += [
        PaperColumn(say("export-contracts-kind"), 26),
        PaperColumn(say("export-contracts-industry"), 20),
        PaperColumn(say("export-contracts-signatories"), 40),
    ]
    listed = [
        (
            row.label,
            row.title,
            _of_parties(frame, row, [party.organization for party in row.parties]),
            *amounts.cells(frame, row.amount),
            say(f"contract-kind-{row.kind}"),
            row.industry,
            _of_parties(frame, row, [names.display_name(party.signatory) for party in row.parties]),
        )
        for row in rows
    ]
    return Table(
        columns,
        [Group(listed)],
        totals=[_total(frame, rows, amounts, len(columns))] if rows else [],
        empty=say("contract-list-none"),
        depth=11.0,
        text_size=9.0,
    )


def _of_parties(frame: Frame, row: ContractRow, texts: Sequence[str]) -> str:
    """Return one line for each party that has a text: 甲方：海西州人民政府."""
    lines = []
    for party, text in zip(row.parties, texts, strict=True):
        if text:
            side = party.side
            if frame.language is not Language.CHINESE:
                side = ascii_uppercase[SIDES.index(side)]
            lines.append(frame.say("contract-list-party", side=side) + text)
    return "\n".join(lines)


def _total(frame: Frame, rows: Sequence[ContractRow], amounts: _Amounts, columns: int) -> Row:
    counted = totals(rows)
    said = frame.say(
        "contract-list-total",
        contracts=counted.contracts,
        priced=counted.contracts - counted.without_amount,
    )
    sums = summed(rows)
    cells: list[Cell] = ["", said, ""]
    cells += [
        figure(sums[currency], unit) if currency in sums else None
        for currency, unit in amounts.units
    ]
    return [*cells, *[None] * (columns - len(cells))]


def _statements(
    frame: Frame, rows: Sequence[ContractRow], slate: SlateRow | None
) -> list[tuple[str, str]]:
    say = frame.say
    sums = summed(rows)
    lines = []
    for currency, total in sums.items():
        named = chinese_name(currency) if frame.language is Language.CHINESE else currency
        words = money_words.in_capitals(total, jiao_with_whole=frame.facts.jiao_with_whole)
        lines.append(
            (
                say("contract-list-total-of", currency=named),
                say("contract-list-words", amount=amount_words(frame, total), words=words),
            )
        )
    if slate is not None:
        lines += _declared(frame, slate)
    if len(sums) > 1 or any(total.qualifier is not Qualifier.EXACT for total in sums.values()):
        lines.append((say("contract-list-note"), say("contract-list-note-words")))
    return lines


def _declared(frame: Frame, slate: SlateRow) -> list[tuple[str, str]]:
    """Return the declared figures of a slate beside the computed ones, never forced to agree."""
    say = frame.say
    compared = []
    if slate.declared_contracts is not None:
        gap = slate.contracts - slate.declared_contracts
        compared.append(
            say(
                "contract-list-compared",
                declared=say("paper-count-contracts", count=slate.declared_contracts),
                listed=say("paper-count-contracts", count=slate.contracts),
                gap=say("paper-count-contracts", count=signed(gap)),
            )
        )
    if slate.declared_amount is not None and slate.gap is not None:
        compared.append(
            say(
                "contract-list-compared",
                declared=amount_words(frame, Amount(slate.declared_amount)),
                listed=amount_words(frame, Amount(slate.amounts.get(HOME, 0))),
                gap=signed_amount(frame, slate.gap),
            )
        )
    labels = [say("contract-list-declared"), *[""] * len(compared)]
    return list(zip(labels, compared, strict=False))


def signed(count: int) -> str:
    """Return a gap with its sign, 0 without one."""
    return f"+{count}" if count > 0 else f"−{-count}" if count < 0 else "0"


def signed_amount(frame: Frame, fen: int) -> str:
    """Return a gap in 人民币 with its sign."""
    words = amount_words(frame, Amount(abs(fen)))
    return f"{'+' if fen > 0 else '−'}{words}" if fen else words


def _seal(frame: Frame) -> Seal:
    facts = frame.facts
    sealer = facts.sealer or facts.organizer.split("\n")[0] or frame.say("contract-list-sealer")
    return Seal((sealer,), frame.say("contract-list-seal"), frame.say("contract-list-seal-date"))
