"""The statistics as tables of words, ready to be shown, copied and pasted into a spreadsheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QCoreApplication

from qhsign.domain.contract import completion_rate, written_rate
from qhsign.domain.currency import HOME
from qhsign.domain.money import Amount, written, written_foreign
from qhsign.services.figure_records import ReportFigures
from qhsign.services.overview_records import Figures
from qhsign.ui.shared.words import category_word
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language


class FigureTable(Enum):
    """A table of the statistics."""

    ACTIVITIES = "activities"
    DELEGATIONS = "delegations"
    DAYS = "days"
    ORGANIZATIONS = "organizations"
    SLATES = "slates"

    @property
    def of_one_activity(self) -> bool:
        """Whether it can be of one activity alone."""
        return self not in {FigureTable.ACTIVITIES, FigureTable.SLATES}


_TITLES = {
    FigureTable.ACTIVITIES: QT_TRANSLATE_NOOP("Figures", "Activities and categories"),
    FigureTable.DELEGATIONS: QT_TRANSLATE_NOOP("Figures", "Delegations"),
    FigureTable.DAYS: QT_TRANSLATE_NOOP("Figures", "Days"),
    FigureTable.ORGANIZATIONS: QT_TRANSLATE_NOOP("Figures", "Organizations and people"),
    FigureTable.SLATES: QT_TRANSLATE_NOOP("Figures", "Contracts by slate"),
}
_NOTES = {
    FigureTable.ACTIVITIES: QT_TRANSLATE_NOOP(
        "Figures", "Every person counts once at an activity, and once in all"
    ),
    FigureTable.DELEGATIONS: QT_TRANSLATE_NOOP(
        "Figures", "Declared is the number a list gave, kept beside the names"
    ),
    FigureTable.DAYS: QT_TRANSLATE_NOOP("Figures", "Days of the event's own calendar"),
    FigureTable.ORGANIZATIONS: QT_TRANSLATE_NOOP(
        "Figures", "An organization is here when one of its people is"
    ),
    FigureTable.SLATES: QT_TRANSLATE_NOOP(
        "Figures", "The last line counts every contract once; declared figures stay as declared"
    ),
}


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of words: the first ``words`` columns are texts, the others figures.

    ``strong`` are the rows that sum others up; ``gaps`` are cells that show a difference.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: int = 1
    strong: frozenset[int] = frozenset()
    gaps: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    def as_text(self) -> str:
        """Return headings and rows as spreadsheets take them: tabs between, no marks in figures."""
        lines = [self.headings, *self.rows]
        return "\n".join(
            "\t".join(_plain(cell, is_figure=at >= self.words) for at, cell in enumerate(line))
            for line in lines
        )


def table_title(table: FigureTable) -> str:
    """Return what a table is called."""
    return _word(_TITLES[table])


def table_note(table: FigureTable) -> str:
    """Return how a table counts."""
    return _word(_NOTES[table])


def shown_table(table: FigureTable, figures: ReportFigures, language: Language) -> ShownTable:
    """Return a table in the window's language."""
    return _TABLES[table](figures, language)


def _activities(figures: ReportFigures, _language: Language) -> ShownTable:
    rows: list[list[str]] = []
    strong = set()
    for line in figures.by_activity:
        strong.add(len(rows))
        name = line.name or _word(QT_TRANSLATE_NOOP("Figures", "All activities"))
        opens = f"{line.opens:%m-%d %H:%M}" if line.opens else ""
        every = _word(QT_TRANSLATE_NOOP("Figures", "All categories"))
        rows.append([name, opens, every, *_came(line.figures)])
        rows += [
            [name, opens, category_word(category), *_came(each)]
            for category, each in line.by_category.items()
            if each.expected or each.arrived
        ]
        if line.unknown:
            unknown = _word(QT_TRANSLATE_NOOP("Figures", "Badges without a guest here"))
            rows.append([name, opens, unknown, "", f"{line.unknown:,}", ""])
    headings = [
        _word(QT_TRANSLATE_NOOP("Figures", "Activity")),
        _word(QT_TRANSLATE_NOOP("Figures", "Opens")),
        _word(QT_TRANSLATE_NOOP("Figures", "Category")),
        *_came_headings(),
    ]
    return ShownTable(headings, rows, 3, frozenset(strong))


def _delegations(figures: ReportFigures, _language: Language) -> ShownTable:
    rows: list[list[str]] = []
    gaps = set()
    for line in figures.by_delegation:
        name = line.name or _word(QT_TRANSLATE_NOOP("Figures", "Without a delegation"))
        if line.declared is not None and line.declared != line.named:
            gaps.add((len(rows), 3))
        gap = "" if line.declared is None else _signed(line.named - line.declared)
        declared = "" if line.declared is None else f"{line.declared:,}"
        rows.append([name, declared, f"{line.named:,}", gap, *_came(line.figures)])
    headings = [
        _word(QT_TRANSLATE_NOOP("Figures", "Delegation")),
        _word(QT_TRANSLATE_NOOP("Figures", "Declared")),
        _word(QT_TRANSLATE_NOOP("Figures", "Named")),
        _word(QT_TRANSLATE_NOOP("Figures", "Gap")),
        *_came_headings(),
    ]
    return ShownTable(headings, rows, 1, gaps=frozenset(gaps))


def _days(figures: ReportFigures, _language: Language) -> ShownTable:
    rows = [
        [f"{line.day:%Y-%m-%d}", f"{line.people:,}", f"{line.first_time:,}", f"{line.entries:,}"]
        for line in figures.by_day
    ]
    headings = [
        _word(QT_TRANSLATE_NOOP("Figures", "Day")),
        _word(QT_TRANSLATE_NOOP("Figures", "People")),
        _word(QT_TRANSLATE_NOOP("Figures", "For the first time")),
        _word(QT_TRANSLATE_NOOP("Figures", "Entries")),
    ]
    return ShownTable(headings, rows)


def _organizations(figures: ReportFigures, _language: Language) -> ShownTable:
    rows = []
    for line in figures.by_organization:
        every = _word(QT_TRANSLATE_NOOP("Figures", "All categories"))
        name = category_word(line.category) if line.category else every
        rows.append([name, *_came(line.people), *_came(line.organizations)])
    people = _word(QT_TRANSLATE_NOOP("Figures", "People: {what}"))
    places = _word(QT_TRANSLATE_NOOP("Figures", "Organizations: {what}"))
    headings = [
        _word(QT_TRANSLATE_NOOP("Figures", "Category")),
        *(people.format(what=word) for word in _came_headings()),
        *(places.format(what=word) for word in _came_headings()),
    ]
    return ShownTable(headings, rows, 1, frozenset({0} if rows else ()))


def _slates(figures: ReportFigures, language: Language) -> ShownTable:
    rows: list[list[str]] = []
    gaps = set()
    for line in figures.slates:
        name = line.name or _word(QT_TRANSLATE_NOOP("Figures", "All distinct contracts"))
        if line.contract_gap:
            gaps.add((len(rows), 3))
        if line.gap:
            gaps.add((len(rows), 7))
        rows.append(
            [
                name,
                f"{line.contracts:,}",
                "" if line.declared_contracts is None else f"{line.declared_contracts:,}",
                "" if line.contract_gap is None else _signed(line.contract_gap),
                f"{line.without_amount:,}",
                _amounts(line.amounts, language),
                "" if line.declared_amount is None else _money(line.declared_amount, language),
                "" if line.gap is None else _signed_money(line.gap, language),
            ]
        )
    headings = [
        _word(QT_TRANSLATE_NOOP("Figures", "Slate")),
        _word(QT_TRANSLATE_NOOP("Figures", "Contracts")),
        _word(QT_TRANSLATE_NOOP("Figures", "Declared")),
        _word(QT_TRANSLATE_NOOP("Figures", "Gap")),
        _word(QT_TRANSLATE_NOOP("Figures", "Without amount")),
        _word(QT_TRANSLATE_NOOP("Figures", "Amount on file")),
        _word(QT_TRANSLATE_NOOP("Figures", "Amount declared")),
        _word(QT_TRANSLATE_NOOP("Figures", "Gap in amount")),
    ]
    return ShownTable(headings, rows, 1, frozenset({len(rows) - 1}), frozenset(gaps))


_TABLES: Mapping[FigureTable, Callable[[ReportFigures, Language], ShownTable]] = {
    FigureTable.ACTIVITIES: _activities,
    FigureTable.DELEGATIONS: _delegations,
    FigureTable.DAYS: _days,
    FigureTable.ORGANIZATIONS: _organizations,
    FigureTable.SLATES: _slates,
}


def _came(figures: Figures) -> list[str]:
    rate = written_rate(completion_rate(figures.arrived, figures.expected))
    return [f"{figures.expected:,}", f"{figures.arrived:,}", rate]


def _came_headings() -> list[str]:
    return [
        _word(QT_TRANSLATE_NOOP("Figures", "Expected")),
        _word(QT_TRANSLATE_NOOP("Figures", "Arrived")),
        _word(QT_TRANSLATE_NOOP("Figures", "Rate")),
    ]


def _signed(count: int) -> str:
    return f"+{count:,}" if count > 0 else f"−{-count:,}" if count < 0 else "0"


def _money(fen: int, language: Language, currency: str = HOME) -> str:
    amount = Amount(fen, currency)
    return written(amount) if language is Language.CHINESE else written_foreign(amount)


def _signed_money(fen: int, language: Language) -> str:
    if not fen:
        return "0"
    return f"{'+' if fen > 0 else '−'}{_money(abs(fen), language)}"


def _amounts(amounts: Mapping[str, int], language: Language) -> str:
    order = sorted(amounts, key=lambda code: (code != HOME, code))
    return "  ".join(_money(amounts[code], language, code) for code in order)


def _plain(cell: str, *, is_figure: bool) -> str:
    text = cell.replace("\t", " ").replace("\n", " ")
    # A spreadsheet must read a figure as one.
    return text.replace(",", "").replace("−", "-") if is_figure else text


def _word(source: str) -> str:
    return QCoreApplication.translate("Figures", source)
