"""统计: tables counted from the records, to be copied into a spreadsheet, and the brief."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.figure_records import ReportFigures
from qhsign.services.report_records import Report
from qhsign.ui.notices import Notice
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.reports.brief_pane import BriefPane
from qhsign.ui.reports.figure_tables import FigureTable, shown_table, table_note, table_title
from qhsign.ui.reports.figure_view import FigureView
from qhsign.ui.reports.report_provider import ReportProvider
from qhsign.ui.reports.report_words import report_word
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.latest import Latest
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look

_WIDE = 1100
_LIST_PX, _LIST_NARROW_PX, _SIDES_PX = 232, 196, 46
_BRIEF = len(FigureTable)
_TABLE, _EMPTY, _BRIEF_PAGE = range(3)


class FiguresPart(QWidget):
    """Reads nothing until ``refresh`` is called."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: ReportProvider,
        notice: Notice,
        rights: Rights,
    ) -> None:
        super().__init__()
        self._look, self._provider, self.notice = look, provider, notice
        self.figures: ReportFigures | None = None
        self._activities: Sequence[ActivityRow] = ()
        self._asked = Latest[ReportFigures](runner, self._take, self._fail, self)
        self._group = QButtonGroup(self)
        self.choices = [QPushButton() for _ in range(_BRIEF + 1)]
        self._title, self._note = label("strong"), ElidedLabel("second")
        self._of, self.activity = label("second"), WideChooser(look)
        self.copy = QPushButton()
        self.view = FigureView(look)
        self.brief = BriefPane(look, runner, provider, notice, rights)
        self.empty = EmptyState(look, "overview")
        self._head, self._list = QFrame(), QFrame()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._set_words()

    @property
    def table(self) -> FigureTable | None:
        """The table that is shown; None for the brief."""
        place = self._group.checkedId()
        return None if place == _BRIEF else tuple(FigureTable)[place]

    def refresh(self) -> None:
        """Count again."""
        if self.table is None:
            self.brief.refresh()
        activity = self.activity.current
        self._asked.ask(lambda: self._provider.figures(activity))

    def show_activities(self, activities: Sequence[ActivityRow]) -> None:
        """Offer these activities."""
        self._activities = activities
        self._fill()

    def choose(self, place: int) -> None:
        """Go to a table, or with the last place to the brief."""
        self._group.button(place).setChecked(True)

    def focus_first(self) -> None:
        """Be ready to choose a table."""
        self._group.button(self._group.checkedId()).setFocus()

    def copy_table(self) -> None:
        """Put the table on the clipboard as text."""
        if self.table is None or not self.view.figures.rowCount():
            return
        text = self.view.selected_text()
        QGuiApplication.clipboard().setText(text)
        rows = f"{text.count(chr(10)):,}"
        self.notice.show_sentence(
            self.tr("{count} rows are copied; paste them into a spreadsheet.").format(count=rows)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list of tables less room in a narrow window."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _place(self) -> None:
        narrow = self.window().width() < _WIDE
        bold = QFontMetrics(self._look.font(14, bold=True))  # as the current one is set
        needed = max(bold.horizontalAdvance(each.text()) for each in self.choices) + _SIDES_PX
        self._list.setFixedWidth(max(_LIST_NARROW_PX if narrow else _LIST_PX, needed))
        self._note.setVisible(not narrow)

    def _lay_out(self) -> None:
        self._list.setObjectName("choices-pane")
        left = QVBoxLayout(self._list)
        left.setContentsMargins(8, 12, 9, 12)
        left.setSpacing(4)
        for place, button in enumerate(self.choices):
            button.setCheckable(True)
            button.setProperty("kind", "nav")
            self._group.addButton(button, place)
            left.addWidget(button)
        self.choices[0].setChecked(True)
        left.addSpacing(12)
        left.addWidget(self._of)
        left.addWidget(self.activity)
        left.addStretch(1)
        self._head.setObjectName("pane-head")
        self._head.setFixedHeight(48)
        line = QHBoxLayout(self._head)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self._title)
        line.addWidget(self._note, 1)
        line.addStretch(0)
        self.copy.setProperty("kind", "small")
        self._look.put_icon(self.copy, "paste", "text-2", 16)
        line.addWidget(self.copy)
        for page in (self.view, self.empty, self.brief):
            self._pages.addWidget(page)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._head)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._group.idToggled.connect(lambda _, on: self._turn() if on else None)
        self.activity.chosen.connect(lambda _: self.refresh())
        self.copy.clicked.connect(self.copy_table)
        self.view.copied.connect(self.copy_table)

    def _turn(self) -> None:
        self.notice.put_away()
        if self.table is None and self.brief.work.preview is None:
            self.brief.refresh()
        self._show()

    def _take(self, figures: ReportFigures) -> None:
        self.figures = figures
        self._show()

    def _fail(self, problem: ProblemForUser) -> None:
        self.notice.show_problem(problem)

    def _show(self) -> None:
        table = self.table
        self._head.setVisible(table is not None)
        for each in (self._of, self.activity):
            each.setVisible(table is not None and table.of_one_activity)
        if table is None:
            self._pages.setCurrentIndex(_BRIEF_PAGE)
            return
        self._title.setText(table_title(table))
        self._note.setText(table_note(table))
        rows = 0
        if self.figures is not None:
            shown = shown_table(table, self.figures, self._look.language)
            self.view.show_table(shown)
            rows = len(shown.rows)
            moment = self.tr("as of {moment}").format(moment=f"{self.figures.as_of:%m-%d %H:%M}")
            self._note.setText(f"{table_note(table)}  {moment}")
        self.copy.setEnabled(rows > 0)
        self._pages.setCurrentIndex(_TABLE if rows or self.figures is None else _EMPTY)
        self.empty.set_words(self._nothing(table))

    def _nothing(self, table: FigureTable) -> str:
        if table is FigureTable.DAYS:
            return self.tr("Nobody has come yet.")
        return self.tr("There is nothing to count yet. Import a list first.")

    def _fill(self) -> None:
        named = [(each.id, each.name) for each in self._activities]
        self.activity.set_choices([("", self.tr("All activities")), *named], self.activity.current)

    def _set_words(self) -> None:
        for table, button in zip(FigureTable, self.choices, strict=False):
            button.setText(table_title(table))
        self.choices[_BRIEF].setText(report_word(Report.BRIEF))
        self._of.setText(self.tr("Of the activity"))
        self.activity.set_caption(self.tr("Of the activity"))
        self.copy.setText(self.tr("Copy the table"))
        self.copy.setToolTip(self.tr("As text, to paste into a spreadsheet (Ctrl+C)"))
        self.view.setAccessibleName(self.tr("The table"))
        self._fill()
        self._show()
        self._place()
