"""The follow-up list (签约项目跟踪表): where each contract stands, its funds, and the rates."""

from collections.abc import Mapping, Sequence

from qhsign.domain.contract import written_rate
from qhsign.domain.currency import HOME
from qhsign.domain.follow_up import Rate, Tally
from qhsign.domain.money import Amount, Unit, unit_for_column, unit_heading, unit_heading_foreign
from qhsign.domain.paper import (
    Cell,
    CellKind,
    Figure,
    Figures,
    Group,
    PaperColumn,
    Row,
    Section,
    Statements,
    Table,
)
from qhsign.services import slates
from qhsign.services.contract_paper import amount_heading, amount_words, figure
from qhsign.services.follow_up_records import FollowedContract, RatesReport
from qhsign.services.life_cycle import followed_in
from qhsign.services.paper_frame import Frame, MadePaper
from qhsign.services.rates import rates_in
from qhsign.wording import Language


def follow_up_list(frame: Frame, slate: str | None, region: str | None = None) -> MadePaper:
    """Return the contracts of a slate in its order, or all by number, with their rates.

    With a ``region``, by the very words of the contracts, it is the list for that region.

    Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    session, say, facts = frame.session, frame.say, frame.facts
    chosen = None if slate is None else slates.find(session, slate)
    name = None if chosen is None else chosen.name
    rows, report = followed_in(session, name, region), rates_in(session, name, region)
    sections: list[Section] = [
        _figures(frame, report.whole.tally),
        _table(frame, rows, report.whole.tally),
        Statements(_notes(frame, report), quiet=True),
    ]
    of_region = say("brief-unknown") if region == "" else region
    order = say("order-by-number" if chosen is None else "contract-list-order-slate")
    paper = frame.paper(
        "document-follow-up-list",
        what_for="　".join(filter(None, (name, of_region))) or say("contract-list-all"),
        particulars=(facts.short_title or facts.title, order),
        figure=say("paper-as-of", moment=frame.day_and_time(frame.moment)),
        sections=sections,
        footer=say("follow-up-footer"),
    )
    subject = chosen.id if chosen else ""
    return MadePaper(paper, subject if region is None else f"{subject}/{region}")


def _figures(frame: Frame, tally: Tally) -> Figures:
    say = frame.say
    funding = written_rate(tally.funding.get(HOME))
    return Figures(
        [
            Figure(
                say("follow-up-signed"), str(tally.signed),
                say("follow-up-of-contracts", count=tally.contracts),
            ),
            Figure(
                say("rate-implementation"), written_rate(tally.implementation),
                say("follow-up-implemented", count=tally.implemented, started=tally.started),
            ),
            Figure(
                say("rate-performance"), written_rate(tally.performance),
                say("follow-up-terminated", count=tally.terminated),
            ),
            Figure(
                say("rate-funding"), funding,
                say(
                    "follow-up-funds-of", funds=_home(frame, tally.funds),
                    amount=_home(frame, tally.amounts),
                ),
            ),
        ]
    )  # fmt: skip


def _home(frame: Frame, sums: Mapping[str, int]) -> str:
    return amount_words(frame, Amount(sums.get(HOME, 0)))


def _table(frame: Frame, rows: Sequence[FollowedContract], tally: Tally) -> Table:
    say = frame.say
    home = [row.amount for row in rows if row.amount and row.amount.currency == HOME]
    unit = unit_for_column([*home, Amount(tally.amounts.get(HOME, 0))])
    paid = [Amount(row.funds[HOME]) for row in rows if HOME in row.funds]
    paid_unit = unit_for_column([*paid, Amount(tally.all_funds.get(HOME, 0))])
    columns = [
        PaperColumn(say("export-contracts-number"), 14, CellKind.ORDINAL),
        PaperColumn(say("export-contracts-title"), 74),
        PaperColumn(amount_heading(frame, unit), 26, CellKind.NUMBER),
        PaperColumn(say("export-contracts-status"), 24),
        PaperColumn(say("export-contracts-signed_on"), 24),
        PaperColumn(say("follow-up-last-step"), 24),
        PaperColumn(_heading(frame, "follow-up-funds-in", paid_unit), 28, CellKind.NUMBER),
        PaperColumn(say("follow-up-funding"), 22, CellKind.NUMBER),
        PaperColumn(say("export-guests-remark"), 33, CellKind.BLANK),
    ]
    listed: list[Row] = [_row(frame, row, unit, paid_unit) for row in rows]
    total: Row = (
        "", say("follow-up-total", contracts=tally.contracts, signed=tally.signed),
        _sum(frame, tally.amounts, unit), "", "", "", _sum(frame, tally.funds, paid_unit),
        written_rate(tally.funding.get(HOME)), "",
    )  # fmt: skip
    return Table(
        columns,
        [Group(listed)],
        totals=[total] if rows else [],
        empty=say("contract-list-none"),
        depth=9.0,
        text_size=9.0,
    )


def _row(frame: Frame, row: FollowedContract, unit: Unit, paid_unit: Unit) -> Row:
    state = frame.say(f"life-cycle-{row.state}")
    if row.agreed_on is not None and not row.steps:
        state = frame.say("follow-up-state-agreed", state=state)
    days = [step.day for step in row.steps if step.day is not None]
    amount: Cell = None
    if row.amount is not None:
        own = row.amount.currency == HOME
        amount = figure(row.amount, unit) if own else amount_words(frame, row.amount)
    return (
        row.label,
        row.title,
        amount,
        state,
        row.signed_on.isoformat() if row.signed_on else "",
        days[-1].isoformat() if days else "",
        _sum(frame, row.funds, paid_unit),
        written_rate(row.rate),
        None,
    )


def _sum(frame: Frame, sums: Mapping[str, int], unit: Unit) -> Cell:
    """Return sums for a cell: a figure where they are in 人民币 only, else words."""
    if set(sums) <= {HOME}:
        return figure(Amount(sums[HOME]), unit) if sums else None
    return "\n".join(amount_words(frame, Amount(fen, code)) for code, fen in sums.items())


def _heading(frame: Frame, code: str, unit: Unit) -> str:
    chinese = frame.language is Language.CHINESE
    return frame.say(code, unit=(unit_heading if chinese else unit_heading_foreign)(unit, HOME))


def _notes(frame: Frame, report: RatesReport) -> list[tuple[str, str]]:
    say = frame.say
    rates = (Rate.IMPLEMENTATION, Rate.PERFORMANCE, Rate.FUNDING)
    labels = [say("follow-up-definitions"), "", ""]
    notes = list(zip(labels, (say(f"rate-{rate}-definition") for rate in rates), strict=True))
    tally = report.whole.tally
    if tally.without_amount or tally.other_funds:
        others = "、".join(
            amount_words(frame, Amount(fen, code)) for code, fen in tally.other_funds.items()
        )
        said = say("follow-up-left-out", count=tally.without_amount, funds=others or "—")
        notes.append((say("contract-list-note"), said))
    if tally.approximate:
        notes.append(("", say("follow-up-approximate", count=tally.approximate)))
    return notes
