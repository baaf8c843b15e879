"""The rates as they are shown: shares with what they are made of, or words where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from qhsign.domain.currency import HOME
from qhsign.domain.follow_up import Rate, Tally, TargetMeasure
from qhsign.domain.money import Amount
from qhsign.services.follow_up_records import RateGroup, RateRow, RatesReport
from qhsign.ui.follow_up.follow_words import NOTHING, amount_word, percent_word, sums_word
from qhsign.ui.reports.figure_tables import ShownTable
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say

COUNTS = frozenset({TargetMeasure.CONTRACTS, TargetMeasure.IMPLEMENTED})
"""Targets that count contracts; the others are money."""
_NO_SIGNED = QT_TRANSLATE_NOOP("Rates", "no contract signed yet")
_NO_AMOUNT = QT_TRANSLATE_NOOP("Rates", "no amount signed yet")
_NO_TARGET = QT_TRANSLATE_NOOP("Rates", "no target set")


@dataclass(frozen=True, slots=True)
class Share:
    """One rate: ``label`` is what is written, ``of`` what it is made of, ``part`` from 0, or None.

    Without a denominator ``label`` says so in words. ``gap`` is what a target still lacks or was
    passed by, with its sign; ``what`` names the measure of a target.
    """

    label: str
    of: str = ""
    part: float | None = None
    gap: str = ""
    what: str = ""

    @property
    def said(self) -> str:
        """All of it in one line."""
        return " ".join(filter(None, (self.what, self.label, self.of, self.gap)))


@dataclass(frozen=True, slots=True)
class RateCard:
    """One rate of all contracts, with its definition; 完成率 has a share for each target."""

    name: str
    definition: str
    shares: Sequence[Share]


@dataclass(frozen=True, slots=True)
class RateLine:
    """The rates of one group: 落实率, 履约率, 资金到位率, and the targets."""

    name: str
    about: str
    shares: Sequence[Share] = field(default=())


def rate_cards(report: RatesReport, language: Language) -> list[RateCard]:
    """Return the four rates of all contracts."""
    shares = _shares(report.whole, language)
    targets = target_shares(report.whole, language) or [Share(_word(_NO_TARGET))]
    funding = [shares[2], *_other_currencies(report.whole.tally, language)]
    each = ([shares[0]], [shares[1]], funding, targets)
    return [
        RateCard(say(f"rate-{rate}", language), say(f"rate-{rate}-definition", language), made)
        for rate, made in zip(Rate, each, strict=True)
    ]


def rate_lines(group: RateGroup, language: Language) -> list[RateLine]:
    """Return the rates of each row of a group."""
    lines = []
    for row in group.rows:
        about = _word(QT_TRANSLATE_NOOP("Rates", "{count} contracts, {signed} signed")).format(
            count=row.tally.contracts, signed=row.tally.signed
        )
        targets = target_shares(row, language)
        # The target that is furthest away is the one to look at.
        last = min(targets, key=lambda share: share.part or 0.0, default=Share(_word(_NO_TARGET)))
        lines.append(
            RateLine(group_name(group.by, row.name), about, [*_shares(row, language), last])
        )
    return lines


def group_name(by: str, name: str) -> str:
    """Return what a row of a group is called."""
    if name:
        return name
    on_none = by == "slate"
    return _word(
        QT_TRANSLATE_NOOP("Rates", "On no slate")
        if on_none
        else QT_TRANSLATE_NOOP("Rates", "None named")
    )


def target_shares(row: RateRow, language: Language) -> list[Share]:
    """Return how far each target is reached, with the gap to it."""
    shares = []
    for measure, target in row.targets.items():
        actual = row.tally.actual(measure)
        rate = row.completion.get(measure)
        gap = actual - target
        sign = "+" if gap > 0 else "−" if gap < 0 else "±"
        shares.append(
            Share(
                percent_word(rate) if rate is not None else _word(_NO_TARGET),
                f"{_figure(measure, actual, language)} / {_figure(measure, target, language)}",
                None if rate is None else float(rate) / 100,
                f"{sign}{_figure(measure, abs(gap), language)}",
                say(f"target-measure-{measure}", language),
            )
        )
    return shares


def tally_notes(tally: Tally, language: Language) -> list[str]:
    """Say what is left out of 资金到位率, and how many amounts are not exact."""
    notes = []
    if tally.without_amount and not tally.other_funds:
        words = QT_TRANSLATE_NOOP("Rates", "{count} signed contracts have no amount.")
        notes.append(_word(words).format(count=tally.without_amount))
    elif tally.other_funds:
        funds = sums_word(tally.other_funds, language)
        notes.append(say("follow-up-left-out", language, count=tally.without_amount, funds=funds))
    if tally.approximate:
        notes.append(say("follow-up-approximate", language, count=tally.approximate))
    return notes


def left_out_words(report: RatesReport, language: Language) -> list[str]:
    """Name the contracts that are left out of 资金到位率, or whose funds are, and why."""
    join = "；" if language is Language.CHINESE else "; "
    return [
        say(
            "rates-left-out", language, number=f"{out.number:04d}", title=out.title,
            why=join.join(say(f"left-out-{reason}", language) for reason in out.reasons),
        )
        for out in report.left_out
    ]  # fmt: skip


def rates_table(report: RatesReport, group: RateGroup, language: Language) -> ShownTable:
    """Return the whole and the rows of a group as a table to be copied."""
    names = ("name", "contracts", "signed", "implemented", "implementation", "terminated",
             "performance", "amount", "funds", "funding")  # fmt: skip
    completion = say("rate-completion", language)
    headings = [say(f"column-rates-{name}", language) for name in names]
    headings += [
        f"{completion}（{say(f'target-measure-{measure}', language)}）" for measure in TargetMeasure
    ]
    rows = [_table_row(say("rates-whole", language), report.whole, language)]
    rows += [_table_row(group_name(group.by, row.name), row, language) for row in group.rows]
    return ShownTable(headings, rows, 1, frozenset({0}))


def _table_row(name: str, row: RateRow, language: Language) -> list[str]:
    tally = row.tally
    return [
        name,
        f"{tally.contracts:,}",
        f"{tally.signed:,}",
        f"{tally.implemented:,}",
        percent_word(tally.implementation),
        f"{tally.terminated:,}",
        percent_word(tally.performance),
        sums_word(tally.amounts, language),
        sums_word(tally.funds, language),
        "、".join(map(percent_word, tally.funding.values())) or NOTHING,
        *(percent_word(row.completion.get(measure)) for measure in TargetMeasure),
    ]


def _shares(row: RateRow, language: Language) -> list[Share]:
    tally = row.tally
    kept = tally.signed - tally.terminated
    return [
        _share(tally.implementation, f"{tally.implemented:,} / {tally.signed:,}", _NO_SIGNED),
        _share(tally.performance, f"{kept:,} / {tally.signed:,}", _NO_SIGNED),
        _share(tally.funding.get(HOME), _funds_of(tally, HOME, language), _NO_AMOUNT),
    ]


def _other_currencies(tally: Tally, language: Language) -> list[Share]:
    return [
        _share(rate, _funds_of(tally, currency, language), _NO_AMOUNT)
        for currency, rate in tally.funding.items()
        if currency != HOME
    ]


def _share(rate: Decimal | None, of: str, without: str) -> Share:
    if rate is None:
        return Share(_word(without))
    return Share(percent_word(rate), of, float(rate) / 100)


def _funds_of(tally: Tally, currency: str, language: Language) -> str:
    funds = amount_word(Amount(tally.funds.get(currency, 0), currency), language)
    return f"{funds} / {amount_word(Amount(tally.amounts.get(currency, 0), currency), language)}"


def _figure(measure: TargetMeasure, value: int, language: Language) -> str:
    return f"{value:,}" if measure in COUNTS else amount_word(Amount(value), language)


def _word(source: str) -> str:
    return QCoreApplication.translate("Rates", source)
