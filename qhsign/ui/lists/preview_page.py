"""The wizard's third page: everything the import would do, to be ticked row by row."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.problems import Severity
from qhsign.services.list_records import CONTRACTS, GUESTS, ImportPreview, PreviewRow, RowKind
from qhsign.ui.lists import preview_tabs
from qhsign.ui.lists.list_words import fields_in_order
from qhsign.ui.lists.mapping_strip import Card, MappingStrip
from qhsign.ui.lists.missing_rows import missing_rows
from qhsign.ui.lists.preview_model import ALWAYS, GoneTicks, PreviewModel, Ticks
from qhsign.ui.lists.preview_table import PreviewTable
from qhsign.ui.lists.preview_tabs import PreviewTabs, TabWords
from qhsign.ui.lists.problem_list import ProblemList, ProblemModel
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look

_WIDE, _HIGH = 1100, 620
_SOURCE_PX, _PANEL_PX = 212, 340
_KINDS = {
    preview_tabs.NEW: RowKind.NEW,
    preview_tabs.CHANGED: RowKind.CHANGED,
    preview_tabs.UNCHANGED: RowKind.UNCHANGED,
    preview_tabs.SUSPECTED: RowKind.SUSPECTED,
}
_TICKED = (RowKind.NEW, RowKind.CHANGED, RowKind.SUSPECTED)
_TABLE, _PROBLEMS, _EMPTY = range(3)


class PreviewPage(QWidget):
    """``columns_asked`` goes back to the mapping, ``marks_asked`` writes the marked workbook."""

    columns_asked = Signal()
    marks_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.preview: ImportPreview | None = None
        self._rows: dict[RowKind, list[PreviewRow]] = {kind: [] for kind in RowKind}
        self._missing: Sequence[PreviewRow] = ()
        self.ticks, self.gone = Ticks(self), GoneTicks(self)
        self.may_cancel: frozenset[int] = frozenset()
        self.model = PreviewModel(self.ticks, self)
        self.table = PreviewTable(look, self.model)
        self.problems = ProblemModel(self)
        self.tabs = PreviewTabs(look)
        self.side, self.all_problems = (ProblemList(look, self.problems) for _ in range(2))
        self._empty = EmptyState(look, "tick")
        self.strip = MappingStrip(look)
        self._name, self._sheet, self._counts = (
            ElidedLabel("strong"), ElidedLabel("caption"), ElidedLabel("caption"),
        )  # fmt: skip
        self._columns, self.marks = QPushButton(), QPushButton()
        self._problem_title, self._problem_count = label("strong"), ElidedLabel("second")
        self._hint = ElidedLabel("quiet")
        self._stack = QStackedWidget()
        self._source, self._panel = QFrame(), QFrame()
        self._lay_out()
        self.tabs.chosen.connect(self._show_tab)
        self.side.opened.connect(self.go_to_row)
        self.all_problems.opened.connect(self.go_to_row)
        self._columns.clicked.connect(self.columns_asked)
        self.marks.clicked.connect(self.marks_asked)
        self._set_words()

    def show_preview(self, preview: ImportPreview, cards: Sequence[Card], *, name: str) -> None:
        """Show what an import would do, on the tab with the most to decide."""
        self.preview = preview
        self.model.language = self.problems.language = self._look.language
        self._rows = {kind: [] for kind in RowKind}
        for row in preview.rows:
            self._rows[row.kind].append(row)
        self.model.kind = preview.kind
        self._missing = missing_rows(preview)
        self.may_cancel = frozenset(each.number for each in preview.missing if each.may_cancel)
        self.gone.offer([each.number for each in preview.missing], self.may_cancel)
        self.ticks.clear()
        self._name.setText(name)
        self.strip.show_cards(cards)
        self.problems.show_problems(preview.report.problems, preview.letters)
        self._say()
        counts = {tab: len(self._rows[kind]) for tab, kind in _KINDS.items()}
        order = (preview_tabs.CHANGED, preview_tabs.NEW, preview_tabs.SUSPECTED)
        first = next((tab for tab in order if counts[tab]), preview_tabs.UNCHANGED)
        self.tabs.choose(first)
        self.table.setFocus()

    def rows_of(self, kind: RowKind) -> Collection[int]:
        """Return the file's rows of one kind."""
        return [row.row for row in self._rows[kind]]

    def taken(self, kind: RowKind) -> int:
        """Count the guests of a kind whose rows are ticked."""
        return sum(self.ticks.is_ticked(row.row) for row in self._rows[kind])

    def count(self, kind: RowKind) -> int:
        """Count the guests of a kind."""
        return len(self._rows[kind])

    def go_to_row(self, file_row: int) -> None:
        """Show the guest of a row of the file, on whichever tab it is."""
        for tab, kind in _KINDS.items():
            if any(row.row == file_row for row in self._rows[kind]):
                self.tabs.choose(tab)
                self.table.go_to(file_row)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out in a small window what the tabs also show."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        source = self._source
        source.setObjectName("list-source")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for each in (self._name, self._sheet, self._counts):
            texts.addWidget(each)
        about = QWidget()
        about.setFixedWidth(_SOURCE_PX)
        about.setLayout(texts)
        texts.setContentsMargins(0, 0, 0, 0)
        self._look.put_icon(self.marks, "export", "text-2", 16)
        line = QHBoxLayout(source)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(12)
        line.addWidget(about)
        line.addWidget(self.strip, 100)
        line.addStretch(1)
        for button in (self.marks, self._columns):
            button.setProperty("kind", "small")
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            line.addWidget(button)
        bar = QFrame()
        bar.setObjectName("toolbar")
        tabs = QHBoxLayout(bar)
        tabs.setContentsMargins(0, 0, 16, 0)
        tabs.setSpacing(8)
        tabs.addWidget(self.tabs)
        tabs.addWidget(self._hint, 1)
        for page in (self.table, self.all_problems, self._empty):
            self._stack.addWidget(page)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._problem_panel())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(source)
        column.addWidget(bar)
        column.addLayout(middle, 1)

    def _problem_panel(self) -> QFrame:
        panel = self._panel
        panel.setObjectName("side-panel")
        panel.setFixedWidth(_PANEL_PX)
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._problem_title)
        head.addWidget(self._problem_count, 1)
        self._panel_head = QWidget()
        self._panel_head.setFixedHeight(44)
        self._panel_head.setLayout(head)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._panel_head)
        column.addWidget(self.side, 1)
        return panel

    def _place(self) -> None:
        window = self.window()
        beside = self.tabs.current != preview_tabs.PROBLEMS and self.problems.rowCount() > 0
        self._panel.setVisible(window.width() >= _WIDE and beside)
        self.strip.setVisible(window.height() >= _HIGH)
        self._sheet.setVisible(window.height() >= _HIGH)
        self._counts.setVisible(window.height() >= _HIGH)
        self._hint.setVisible(window.width() >= _WIDE)

    def _show_tab(self, tab: int) -> None:
        self._place()
        self._hint.setText(
            self.tr("Old value above, new value below") if tab == preview_tabs.CHANGED else ""
        )
        if tab == preview_tabs.PROBLEMS:
            self._stack.setCurrentIndex(_PROBLEMS if self.problems.rowCount() else _EMPTY)
            self._empty.set_words(self.tr("Nothing is wrong with this list."))
            return
        missing = tab == preview_tabs.MISSING
        if missing and self.may_cancel:
            self._hint.setText(self.tr("Ticked: set to cancelled; the others stay"))
        rows = self._missing if missing else self._rows[_KINDS[tab]]
        self._stack.setCurrentIndex(_TABLE if rows else _EMPTY)
        self._empty.set_words(self._nothing(tab))
        self.table.show_rows(
            rows,
            self._fields(rows),
            with_ticks=bool(self.may_cancel) if missing else _KINDS[tab] in _TICKED,
            numbers_guests=missing,
            ticks=self.gone if missing else None,
        )

    def _nothing(self, tab: int) -> str:
        if self.model.kind == CONTRACTS:
            return {
                preview_tabs.NEW: self.tr("No contract on this list is new."),
                preview_tabs.CHANGED: self.tr("This list changes no contract."),
                preview_tabs.UNCHANGED: self.tr("No contract stays as before."),
                preview_tabs.SUSPECTED: self.tr("No new contract bears the title of another."),
                preview_tabs.MISSING: self.tr("No contract of the list before is missing."),
            }[tab]
        return {
            preview_tabs.NEW: self.tr("No guest on this list is new."),
            preview_tabs.CHANGED: self.tr("This list changes no guest."),
            preview_tabs.UNCHANGED: self.tr("No guest stays as before."),
            preview_tabs.SUSPECTED: self.tr("No new guest bears the name of one who is there."),
            preview_tabs.MISSING: self.tr("Nobody of the list before is missing."),
        }[tab]

    def _fields(self, rows: Sequence[PreviewRow]) -> list[str]:
        """Return the fields worth a column: where guests change, only what changes beside them."""
        changed = {name for row in rows for name in row.changes}
        held = {name for row in rows for name in row.values}
        said = fields_in_order([*(changed | held)], self.model.kind)
        always = ALWAYS if self.model.kind == GUESTS else ("parties", "amount")
        first = [name for name in always if name in said]
        changing = [name for name in said if name in changed and name not in first]
        if changed:
            return [*first, *changing]
        return [*first, *(name for name in said if name not in first)]

    def _say(self) -> None:
        """Say the counts of the preview in the window's language."""
        preview = self.preview
        problems = preview.report.problems if preview else ()
        shown = [each for each in problems if each.severity is not Severity.NOTE]
        errors = sum(each.severity is Severity.ERROR for each in shown)
        worst = Severity.ERROR if errors else Severity.WARNING
        rows = self._rows
        self.tabs.set_words(
            (
                TabWords(self.tr("New"), len(rows[RowKind.NEW])),
                TabWords(self.tr("Changed"), len(rows[RowKind.CHANGED])),
                TabWords(self.tr("Unchanged"), len(rows[RowKind.UNCHANGED])),
                TabWords(self.tr("Doubles"), len(rows[RowKind.SUSPECTED]), Severity.WARNING),
                TabWords(self.tr("Missing"), len(self._missing)),
                TabWords(self.tr("Problems"), len(shown), worst),
            )
        )
        counts = self.tr("{count} found, {errors} not taken")
        self._problem_count.setText(counts.format(count=f"{len(shown):,}", errors=errors))
        self.marks.setEnabled(bool(shown))
        if preview is not None:
            sheet = self.tr("Sheet “{sheet}”, headings in row {row}")
            report = preview.report
            self._sheet.setText(sheet.format(sheet=report.sheet, row=report.header_row))
            self._counts.setText(self.tr("{rows} rows read").format(rows=f"{report.rows:,}"))

    def _set_words(self) -> None:
        self.model.language = self.problems.language = self._look.language
        self._columns.setText(self.tr("Change columns"))
        self.marks.setText(self.tr("Marked list…"))
        self.marks.setToolTip(self.tr("Write the list with its problems marked, to send back"))
        self._problem_title.setText(self.tr("Problems"))
        self.table.setAccessibleName(self.tr("What the import would do"))
        for each in (self.side, self.all_problems):
            each.setAccessibleName(self.tr("Problems of the list"))
        self.model.words_changed()
        self.problems.words_changed()
        self._say()
        if self.preview is not None:
            self._show_tab(self.tabs.current)
