"""What a report holds: for whom, in which order, with which columns, and in which format."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.report_records import Report, ReportWish
from qhsign.ui.export.column_list import ColumnList
from qhsign.ui.export.export_provider import ColumnChoice
from qhsign.ui.prints.print_words import group_word
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.providers import ORDERS
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shared.words import category_word, order_word
from qhsign.ui.theme import Look

_ASK_AFTER_MS = 400
_COLUMNS_LEAST_PX = 168
_HERE, _MISSING = "here", "missing"
_ARRIVED = {"": None, _HERE: True, _MISSING: False}


class Part(Enum):
    """A line of the form."""

    SLATE = "slate"
    ACTIVITY = "activity"
    ARRIVED = "arrived"
    CATEGORY = "category"
    DELEGATION = "delegation"
    GROUP = "group"
    ORDER = "order"


def _parts(report: Report) -> set[Part]:
    if report is Report.CONTRACT_LIST:
        return {Part.SLATE}
    if not report.is_of_guests:
        return set()
    parts = {Part.ACTIVITY, Part.CATEGORY, Part.DELEGATION}
    if report.knows_arrivals:
        parts.add(Part.ARRIVED)
    if report.has_order:
        parts.add(Part.ORDER)
    if report is Report.ADDRESS_LIST:
        parts.add(Part.GROUP)
    return parts


class ExportForm(QWidget):
    """``changed`` follows every choice that changes the report, ``settled`` every other one."""

    changed = Signal()
    settled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._report = Report.ROSTER
        self._activities: Sequence[ActivityRow] = ()
        self._slates: Sequence[str] = ()
        self._delegations: Sequence[str] = ()
        self.choosers = {part: WideChooser(look) for part in Part}
        self._captions = {part: label("second") for part in Part}
        self._format_title, self._columns_title = label("second"), label("strong")
        self._formats, self._format_group = QWidget(), QButtonGroup(self)
        self.format_buttons = [QPushButton(name) for name in ("xlsx", "docx", "pdf", "csv")]
        self.columns = ColumnList(look)
        self.columns.setMinimumHeight(_COLUMNS_LEAST_PX)
        self.columns.setProperty("role", "framed")
        self.up, self.down = QPushButton(), QPushButton()
        self._column_head = QWidget()
        self.purpose, self._purpose_title = QLineEdit(), label("strong")
        self.purpose.setMaxLength(100)
        self._why = ElidedLabel("caption")
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_ASK_AFTER_MS)
        self._late.timeout.connect(self.changed)
        self._lay_out()
        self._connect()
        self._set_words()

    @property
    def format(self) -> str:
        """The ending of the file's name."""
        return self.format_buttons[self._format_group.checkedId()].text()

    @property
    def lacks_purpose(self) -> bool:
        """Whether sensitive columns are ticked and nobody said what for."""
        return bool(self.columns_of_report()) and bool(self.columns.sensitive()) and not self._said

    @property
    def lacks_columns(self) -> bool:
        """Whether no column at all is ticked."""
        return self.columns_of_report() and not self.columns.chosen()

    @property
    def _said(self) -> str:
        return self.purpose.text().strip()

    def columns_of_report(self) -> bool:
        """Tell whether the report's columns can be chosen."""
        return not self._report.is_paper

    def show_report(self, report: Report) -> None:
        """Show the choices of another report."""
        self._report = report
        self.purpose.clear()
        if self.format not in report.formats:
            self.format_buttons[1].setChecked(True)
        self._fill()

    def show_columns(self, columns: Sequence[ColumnChoice]) -> None:
        """Offer the columns of the report, the usual ones ticked."""
        self.columns.show_columns(self._report.value, columns)
        self._settle()

    def show_activities(self, activities: Sequence[ActivityRow]) -> None:
        """Offer these activities."""
        self._activities = activities
        self._fill()

    def show_choices(self, delegations: Sequence[str], slates: Sequence[str]) -> None:
        """Offer these delegations and slates."""
        self._delegations, self._slates = delegations, slates
        self._fill()

    def wish(self) -> ReportWish:
        """Return what is wished for now."""
        has = _parts(self._report)

        def of(part: Part) -> str:
            return self.choosers[part].current if part in has else ""

        category, order = of(Part.CATEGORY), of(Part.ORDER)
        columns = self.columns.chosen() if self.columns_of_report() else None
        return ReportWish(
            what=self._report,
            columns=None if columns is None else tuple(columns),
            order=Order(order) if order else None,
            group=of(Part.GROUP) or "delegation",
            category=Category(category) if category else None,
            delegation=of(Part.DELEGATION),
            activity=of(Part.ACTIVITY),
            arrived=_ARRIVED[of(Part.ARRIVED)],
            slate=of(Part.SLATE),
            purpose=self._said if self.purpose.isEnabled() else "",
            language=self._look.language,
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, part in enumerate(Part):
            self._captions[part].setMinimumHeight(32)
            grid.addWidget(self._captions[part], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.choosers[part], row, 1)
        self._format_title.setMinimumHeight(32)
        grid.addWidget(self._format_title, len(Part), 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._formats, len(Part), 1)
        formats = QHBoxLayout(self._formats)
        formats.setContentsMargins(0, 0, 0, 0)
        formats.setSpacing(4)
        for place, button in enumerate(self.format_buttons):
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            self._format_group.addButton(button, place)
            formats.addWidget(button)
        formats.addStretch(1)
        self.format_buttons[0].setChecked(True)
        head = QHBoxLayout(self._column_head)
        head.setContentsMargins(0, 4, 0, 0)
        head.setSpacing(6)
        head.addWidget(self._columns_title, 1)
        for button in (self.up, self.down):
            button.setProperty("kind", "small")
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(self._column_head)
        column.addWidget(self.columns, 1)
        column.addWidget(self._purpose_title)
        column.addWidget(self.purpose)
        column.addWidget(self._why)
        column.addStretch(0)

    def _connect(self) -> None:
        for chooser in self.choosers.values():
            chooser.chosen.connect(self.changed)
        self._format_group.idToggled.connect(lambda _, on: self.settled.emit() if on else None)
        self.up.clicked.connect(lambda: self.columns.move_current(-1))
        self.down.clicked.connect(lambda: self.columns.move_current(1))
        self.columns.changed.connect(self._columns_changed)
        self.purpose.textChanged.connect(lambda _: self.settled.emit())

    def _columns_changed(self) -> None:
        self._settle()
        self._late.start()

    def _settle(self) -> None:
        """Ask for a purpose where something sensitive would be written."""
        of_phones = self._report is Report.ADDRESS_LIST
        sensitive = self.columns.sensitive() if self.columns_of_report() else []
        asks = of_phones or self.columns_of_report()
        for each in (self._purpose_title, self.purpose, self._why):
            each.setVisible(asks)
        self.purpose.setEnabled(of_phones or bool(sensitive))
        if of_phones:
            self._why.setText(self.tr("Whole phone numbers only for a purpose."))
        elif sensitive:
            words = self.tr("Asked for: {columns}. The journal keeps it.")
            self._why.setText(words.format(columns="、".join(sensitive)))
        else:
            self._why.setText(self.tr("Needed only for columns with a lock."))
        self.settled.emit()

    def _fill(self) -> None:
        """Show the lines of this report with their choices, what is chosen kept where it can be."""
        has = _parts(self._report)
        for part in Part:
            self._captions[part].setVisible(part in has)
            self.choosers[part].setVisible(part in has)
        for part in has:
            kept = self.choosers[part].current
            self.choosers[part].set_choices(self._choices(part), kept)
        for each in (self._column_head, self.columns):
            each.setVisible(self.columns_of_report())
        for button in self.format_buttons:
            button.setVisible(button.text() in self._report.formats)
        self._settle()

    def _choices(self, part: Part) -> list[tuple[str, str]]:
        match part:
            case Part.SLATE:
                return [("", self.tr("All contracts")), *((name, name) for name in self._slates)]
            case Part.ACTIVITY:
                named = [(each.id, each.name) for each in self._activities]
                return [("", self.tr("All activities")), *named]
            case Part.ARRIVED:
                return [
                    ("", self.tr("Here or missing")),
                    (_HERE, self.tr("Those who came")),
                    (_MISSING, self.tr("Those who are missing")),
                ]
            case Part.CATEGORY:
                every = [(str(each), category_word(each)) for each in Category]
                return [("", self.tr("All categories")), *every]
            case Part.DELEGATION:
                named = [(name, name) for name in self._delegations]
                return [("", self.tr("All delegations")), *named]
            case Part.GROUP:
                return [(group, group_word(group)) for group in ("delegation", "organization")]
            case _:
                return [(order, order_word(order)) for order in ORDERS]

    def _set_words(self) -> None:
        words = {
            Part.SLATE: self.tr("Slate"),
            Part.ACTIVITY: self.tr("Activity"),
            Part.ARRIVED: self.tr("Arrival"),
            Part.CATEGORY: self.tr("Category"),
            Part.DELEGATION: self.tr("Delegation"),
            Part.GROUP: self.tr("Groups"),
            Part.ORDER: self.tr("Order"),
        }
        for part, word in words.items():
            self._captions[part].setText(word)
            self.choosers[part].set_caption(word)
        self._format_title.setText(self.tr("Format"))
        self._formats.setAccessibleName(self.tr("Format"))
        self._columns_title.setText(self.tr("Columns"))
        self.columns.setAccessibleName(self.tr("Columns"))
        self.columns.setToolTip(self.tr("Space ticks; drag or Alt+arrow moves."))
        self.up.setText(self.tr("Up"))
        self.down.setText(self.tr("Down"))
        self._purpose_title.setText(self.tr("Purpose"))
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.purpose.setPlaceholderText(self.tr("What the file is for"))
        self.columns.words_changed()
        self._fill()
