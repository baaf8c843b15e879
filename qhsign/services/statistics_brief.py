"""The statistics brief (统计简报): who came, what was signed, and the 对账表, on a page or two."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from qhsign.domain.contract import completion_rate, totals, written_rate
from qhsign.domain.currency import HOME
from qhsign.domain.guest import Category
from qhsign.domain.money import Amount, unit_for_column
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
from qhsign.services import contracts, slates
from qhsign.services.check_in_records import Attendance
from qhsign.services.contract_paper import (
    amount_heading,
    amount_words,
    figure,
    signed_amount,
    summed,
)
from qhsign.services.contract_records import ContractRow
from qhsign.services.paper_frame import Frame, MadePaper
from qhsign.services.reconciliation import reconciled, unmatched, with_unit
from qhsign.services.statistics import attendance_in
from qhsign.store.schema import Activity, Contract, Slate

_DEPTH, _TEXT = 6.2, 9.0


def statistics_brief(frame: Frame) -> MadePaper:
    """Return the brief as of the frame's moment."""
    session = frame.session
    everybody = attendance_in(session, None, now=frame.moment)
    found = list(session.scalars(select(Contract).order_by(Contract.number)))
    rows = contracts.rows(session, found)
    sections: list[Section] = [
        _figures(frame, everybody, rows),
        _by_activity(frame),
        _by_category(frame, everybody),
        _reconciliation(frame, everybody),
        _by_slate(frame),
    ]
    sections.append(_by(frame, rows, "brief-by-industry", "export-contracts-industry",
                        lambda row: row.industry))  # fmt: skip
    if any(row.region for row in rows):
        sections.append(_by(frame, rows, "brief-by-region", "export-contracts-region",
                            lambda row: row.region))  # fmt: skip
    published = _published(frame)
    if published.rows:
        sections.append(published)
    note = (frame.say("brief-note"), frame.say("brief-note-words"))
    sections.append(Statements([note], quiet=True))
    facts = frame.facts
    days = [frame.day(day) for day in (facts.start, facts.end) if day]
    paper = frame.paper(
        "document-statistics-brief",
        what_for=facts.short_title or facts.title,
        particulars=("—".join(days), facts.venue),
        figure=frame.say("paper-as-of", moment=frame.day_and_time(frame.moment)),
        sections=sections,
        footer=frame.say("brief-footer"),
        wide=False,
    )
    return MadePaper(paper)


def _figures(frame: Frame, everybody: Attendance, rows: Sequence[ContractRow]) -> Figures:
    say = frame.say
    declared = frame.facts.declared_guests
    counted = totals(rows)
    home = summed(rows).get(HOME)
    priced = counted.contracts - counted.without_amount
    return Figures(
        [
            Figure(
                say("brief-expected"),
                str(everybody.expected),
                say("brief-people")
                if declared is None
                else say("brief-declared-people", count=declared),
            ),
            Figure(say("brief-arrived"), str(everybody.arrived), say("brief-people-once")),
            Figure(say("brief-rate"), _rate(everybody), say("brief-of-expected")),
            Figure(
                say("brief-contracts"),
                str(counted.contracts),
                say("brief-with-amount", count=priced),
            ),
            Figure(
                say("brief-amount"),
                amount_words(frame, home) if home else say("brief-no-amount"),
                say("brief-distinct"),
            ),
        ]
    )


def _rate(attendance: Attendance) -> str:
    return written_rate(completion_rate(attendance.arrived, attendance.expected))


def _came(frame: Frame, first: str, width: float, *more: PaperColumn) -> list[PaperColumn]:
    say = frame.say
    return [
        PaperColumn(say(first), width),
        *more,
        PaperColumn(say("brief-expected"), 17, CellKind.NUMBER),
        PaperColumn(say("brief-arrived"), 17, CellKind.NUMBER),
        PaperColumn(say("brief-rate"), 22, CellKind.NUMBER),
        PaperColumn("", 38, CellKind.BAR),
    ]


def _came_cells(attendance: Attendance) -> list[Cell]:
    return [
        attendance.expected,
        attendance.arrived,
        _rate(attendance),
        _share(attendance.arrived, attendance.expected),
    ]


def _share(part: int, whole: int) -> Decimal:
    return min(Decimal(part) / Decimal(whole), Decimal(1)) if whole else Decimal(0)


def _by_activity(frame: Frame) -> Table:
    when = PaperColumn(frame.say("brief-when"), 26)
    rows: list[Row] = []
    for activity in frame.session.scalars(select(Activity).order_by(Activity.number)):
        came = attendance_in(frame.session, activity, now=frame.moment)
        opens = frame.day_and_time(activity.opens) if activity.opens else ""
        cells = _came_cells(came)
        if activity.opens and activity.opens > frame.moment and not came.arrived:
            cells = [came.expected, None, frame.say("brief-not-yet"), None]
        rows.append((activity.name, opens, *cells))
    columns = _came(frame, "brief-activity", 62, when)
    return _brief_table(frame, "brief-by-activity", columns, rows)


def _by_category(frame: Frame, everybody: Attendance) -> Table:
    rows: list[Row] = []
    for category in Category:
        due, here = everybody.by_category[category]
        if due or here:
            each = Attendance(due, here, {}, 0)
            rows.append((frame.mark(category, vip=False), *_came_cells(each)))
    columns = _came(frame, "export-guests-category", 88)
    columns[0] = PaperColumn(columns[0].heading, 88, CellKind.MARK)
    total: Row = (frame.say("brief-all"), *_came_cells(everybody))
    return _brief_table(frame, "brief-by-category", columns, rows, total)


def _brief_table(
    frame: Frame,
    title: str,
    columns: Sequence[PaperColumn],
    rows: Sequence[Row],
    total: Row | None = None,
) -> Table:
    return Table(
        columns,
        [Group(rows)],
        title=frame.say(title),
        totals=[total] if total is not None and rows else [],
        empty=frame.say("brief-none"),
        whole=True,
        depth=_DEPTH,
        text_size=_TEXT,
    )


def _reconciliation(frame: Frame, everybody: Attendance) -> Table:
    say = frame.say
    columns = [
        PaperColumn(say("brief-subject"), 50),
        PaperColumn(say("brief-measure"), 34),
        PaperColumn(say("brief-qualifier"), 13),
        PaperColumn(say("brief-declared"), 23, CellKind.NUMBER),
        PaperColumn(say("brief-entered"), 23, CellKind.NUMBER),
        PaperColumn(say("brief-checked-in"), 18, CellKind.NUMBER),
        PaperColumn(say("brief-gap"), 21, CellKind.NUMBER),
    ]
    rows = [
        (
            line.subject,
            line.measure,
            line.qualifier,
            line.declared,
            line.entered,
            line.checked_in,
            line.gap,
        )
        for line in reconciled(frame, everybody)
    ]
    return _brief_table(frame, "brief-reconciliation", columns, rows)


def _by_slate(frame: Frame) -> Table:
    say = frame.say
    found = [
        slates.row(frame.session, slate)
        for slate in frame.session.scalars(select(Slate).order_by(Slate.id))
    ]
    most = max((slate.amounts.get(HOME, 0) for slate in found), default=0)
    columns = [
        PaperColumn(say("brief-slate"), 46),
        PaperColumn(say("brief-count"), 18, CellKind.NUMBER),
        PaperColumn(say("brief-declared"), 18, CellKind.NUMBER),
        PaperColumn(say("brief-amount"), 24, CellKind.NUMBER),
        PaperColumn(say("brief-declared-amount"), 24, CellKind.NUMBER),
        PaperColumn(say("brief-amount-gap"), 24, CellKind.NUMBER),
        PaperColumn("", 28, CellKind.BAR),
    ]
    rows: list[Row] = []
    for slate in found:
        declared, gap = slate.declared_amount, slate.gap
        rows.append(
            (
                slate.name,
                slate.contracts,
                slate.declared_contracts,
                _all_amounts(frame, slate.amounts),
                None if declared is None else amount_words(frame, Amount(declared)),
                None if gap is None else signed_amount(frame, gap),
                _share(slate.amounts.get(HOME, 0), most),
            )
        )
    return _brief_table(frame, "brief-by-slate", columns, rows)


def _all_amounts(frame: Frame, amounts: Mapping[str, int]) -> str:
    """Return totals in words, one for each currency."""
    return "\n".join(
        amount_words(frame, Amount(fen, currency)) for currency, fen in sorted(amounts.items())
    )


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The contracts of one industry or region."""

    name: str
    rows: Sequence[ContractRow]

    @property
    def home(self) -> int:
        """Their amounts in 人民币, in 分."""
        return totals(self.rows).amounts.get(HOME, 0)


def _by(
    frame: Frame,
    rows: Iterable[ContractRow],
    title: str,
    heading: str,
    of: Callable[[ContractRow], str],
) -> Table:
    """Return contracts by what ``of`` gives, the largest amounts first."""
    say = frame.say
    sorted_rows: dict[str, list[ContractRow]] = {}
    for row in rows:
        sorted_rows.setdefault(of(row) or say("brief-unknown"), []).append(row)
    parts = [_Sorted(name, found) for name, found in sorted_rows.items()]
    parts.sort(key=lambda part: (-part.home, -len(part.rows), part.name))
    foreign = any(set(totals(part.rows).amounts) - {HOME} for part in parts)
    unit = unit_for_column(summed(part.rows).get(HOME) for part in parts)
    most = max((part.home for part in parts), default=0)
    columns = [
        PaperColumn(say(heading), 62 if foreign else 92),
        PaperColumn(say("brief-count"), 20, CellKind.NUMBER),
        PaperColumn(amount_heading(frame, unit), 32, CellKind.NUMBER),
        *([PaperColumn(say("contract-list-amounts"), 30)] if foreign else []),
        PaperColumn("", 38, CellKind.BAR),
    ]
    lines: list[Row] = []
    for part in parts:
        sums = summed(part.rows)
        home = sums.pop(HOME, None)
        others = "\n".join(amount_words(frame, amount) for amount in sums.values())
        lines.append(
            (
                part.name,
                len(part.rows),
                figure(home, unit) if home else None,
                *([others] if foreign else []),
                _share(part.home, most),
            )
        )
    return _brief_table(frame, title, columns, lines)


def _published(frame: Frame) -> Table:
    say = frame.say
    columns = [
        PaperColumn(say("brief-measure"), 62),
        PaperColumn(say("brief-qualifier"), 20),
        PaperColumn(say("brief-value"), 40, CellKind.NUMBER),
        PaperColumn(say("brief-source"), 60),
    ]
    rows = [
        (line.measure, line.qualifier, with_unit(line.value, line.unit), line.source)
        for line in unmatched(frame)
    ]
    return _brief_table(frame, "brief-published", columns, rows)
