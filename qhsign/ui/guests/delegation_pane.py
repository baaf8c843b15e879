"""The list of delegations over the guest screen: put counts and names right, merge, filter by."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.delegations import DelegationRow
from qhsign.services.guest_bulk_records import BulkDone
from qhsign.ui.guests.delegation_model import DelegationColumn, DelegationModel
from qhsign.ui.guests.delegation_provider import DelegationProvider
from qhsign.ui.guests.delegation_table import DelegationTable, SortedDelegations
from qhsign.ui.guests.undo_bar import UndoBar
from qhsign.ui.guests.undo_work import UndoWork
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import ElidedLabel, label, pressed_by_enter
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

_BAR_PX = 56
_COUNTS = frozenset({Changed.GUESTS, Changed.CHECK_INS})


class DelegationPane(QFrame):
    """``chosen`` carries the name of a delegation to show the guests of; ``closed`` goes back."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, runner: Runner, provider: DelegationProvider) -> None:
        super().__init__()
        self.setObjectName("page-over")
        self._runner, self._provider = runner, provider
        self._activity = ""
        self._asked = 0
        self._is_old = True
        self.model = DelegationModel(self)
        self.proxy = SortedDelegations(self.model)
        self.table = DelegationTable(look, self.proxy)
        self.search = SearchField(look, 32)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(360)
        self.back, self.show_guests = QPushButton(), QPushButton()
        look.put_icon(self.back, "previous", "text-2", 18)
        self.merge, self.remove = QPushButton(), QPushButton()
        self.title, self.total = label("page-title"), ElidedLabel("second")
        self.empty = EmptyState(look, "guests")
        self.stack = QStackedWidget()
        self.undo_bar = UndoBar(look)
        self.undoing = UndoWork(provider.take_back, runner, self.undo_bar)
        self.merge_line, self.merge_now, self.merge_not = QLineEdit(), QPushButton(), QPushButton()
        pressed_by_enter(self.back, self.show_guests, self.merge, self.remove)
        pressed_by_enter(self.merge_now, self.merge_not)
        self.merge_words = ElidedLabel()
        self.merge_bar = QFrame()
        self._lay_out()
        self._connect()
        self._set_words()

    def show_activity(self, activity: str) -> None:
        """Count who arrived at another activity (by id)."""
        self._activity = activity
        self._is_old = True
        self._look_again()

    def open(self) -> None:
        """Bring the list up to date and the keyboard to it."""
        self._read()
        self.table.setFocus()

    @property
    def current(self) -> DelegationRow | None:
        """The delegation the keyboard is at."""
        index = self.proxy.mapToSource(self.table.currentIndex())
        return self.model.rows[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            if self.merge_bar.isVisible():
                self._end_merge()
            else:
                self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("toolbar")
        head.setFixedHeight(_BAR_PX)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        for each in (self.back, self.title, self.total):
            line.addWidget(each)
        line.addWidget(self.search, 2)
        line.addStretch(1)
        foot = QFrame()
        foot.setObjectName("list-footer")
        foot.setFixedHeight(42)
        acts = QHBoxLayout(foot)
        acts.setContentsMargins(16, 0, 16, 0)
        acts.setSpacing(8)
        for button in (self.show_guests, self.merge, self.remove):
            button.setProperty("kind", "small")
            acts.addWidget(button)
        acts.addStretch(1)
        self.hint = ElidedLabel("quiet")
        acts.addWidget(self.hint)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, self.stack, self._merge_line(), self.undo_bar.framed(), foot):
            column.addWidget(widget, 1 if widget is self.stack else 0)

    def _merge_line(self) -> QWidget:
        self.merge_bar.setObjectName("bulk-bar")
        line = QHBoxLayout(self.merge_bar)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(8)
        self.merge_now.setProperty("kind", "primary")
        line.addWidget(self.merge_words, 2)
        line.addWidget(self.merge_line, 2)
        line.addWidget(self.merge_now)
        line.addWidget(self.merge_not)
        self.merge_bar.hide()
        return self.merge_bar

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.search.searched.connect(self._filter)
        self.search.left_down.connect(self.table.setFocus)
        self.table.opened.connect(self._choose)
        self.show_guests.clicked.connect(self._choose)
        self.merge.clicked.connect(self.begin_merge)
        self.remove.clicked.connect(self._remove)
        self.merge_line.textChanged.connect(self._merge_typed)
        self.merge_line.returnPressed.connect(self._merge)
        self.merge_now.clicked.connect(self._merge)
        self.merge_not.clicked.connect(self._end_merge)
        self.model.written.connect(self._write)
        self.table.selectionModel().currentRowChanged.connect(self._offer_acts)
        # Later, and without the editor, which is gone by then.
        self.table.itemDelegate().closeEditor.connect(
            self._look_again, Qt.ConnectionType.QueuedConnection
        )
        self._runner.changed.connect(self._grow_old)

    def _grow_old(self, changes: frozenset[Changed]) -> None:
        if changes & _COUNTS:
            self._is_old = True
            self._look_again()

    def _look_again(self) -> None:
        if self._is_old and self.isVisible() and not self.table.is_editing:
            self._read()

    def _read(self) -> None:
        self._asked += 1
        self._is_old = False
        number, activity = self._asked, self._activity

        def take(rows: Sequence[DelegationRow]) -> None:
            if number == self._asked:
                self._take(rows)

        self._runner.start(
            Operation(lambda: self._provider.rows(activity), take, self, self.undo_bar.show_problem)
        )

    def _take(self, rows: Sequence[DelegationRow]) -> None:
        current = self.current
        column = max(self.table.currentIndex().column(), 0)
        self.model.show_rows(rows)
        place = next((at for at, row in enumerate(rows) if current and row.id == current.id), 0)
        index = self.proxy.mapFromSource(self.model.index(place, column))
        self.table.setCurrentIndex(index if index.isValid() else self.proxy.index(0, column))
        self._say_total()
        self._offer_acts()

    def _filter(self, text: str) -> None:
        self.proxy.setFilterFixedString(text.strip())
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.proxy.index(0, 0))
        self._say_total()

    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current.name)

    def _write(self, row: DelegationRow, column: DelegationColumn, text: str) -> None:
        named = column is DelegationColumn.NAME
        work = self._provider.rename if named else self._provider.declare
        told = self.tr("{name}: {column} changed").format(
            name=row.name, column=self.model.heading(column)
        )

        def failed(problem: ProblemForUser) -> None:
            self.undo_bar.show_problem(problem)
            self._edit_again(row.id, column, text)

        self.undoing.run(lambda: work(row.id, text), lambda _: told, failed)

    def _edit_again(self, delegation: str, column: DelegationColumn, text: str) -> None:
        """Open the cell again with what could not be taken."""
        place = next((at for at, row in enumerate(self.model.rows) if row.id == delegation), -1)
        index = self.proxy.mapFromSource(self.model.index(place, column))
        if not index.isValid() or self.table.is_editing:
            return
        self.table.setCurrentIndex(index)
        self.table.edit(index)
        editor = self.table.indexWidget(index) or self.table.viewport().focusWidget()
        if isinstance(editor, QLineEdit):
            editor.setText(text)

    def begin_merge(self) -> None:
        """Ask into which delegation the current one goes."""
        current = self.current
        if current is None:
            return
        others = [row.name for row in self.model.rows if row.id != current.id]
        completer = QCompleter(others, self.merge_line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.merge_line.setCompleter(completer)
        self.merge_line.clear()
        self.merge_bar.show()
        self._merge_typed()
        self.merge_line.setFocus()

    def _target(self) -> DelegationRow | None:
        name = self.merge_line.text().strip()
        return next((row for row in self.model.rows if row.name == name), None)

    def _merge_typed(self) -> None:
        current, target = self.current, self._target()
        if current is None:
            self._end_merge()
            return
        fits = target is not None and target.id != current.id
        self.merge_now.setEnabled(fits)
        words = self.tr("Merge “{name}” ({count} guests) into:")
        self.merge_words.setText(words.format(name=current.name, count=current.entered))

    def _merge(self) -> None:
        current, target = self.current, self._target()
        if current is None or target is None or target.id == current.id:
            return
        one, into = current.id, target.id

        def told(made: BulkDone) -> str:
            words = self.tr("“{name}” merged into “{into}”: {count} guests moved")
            return words.format(name=current.name, into=target.name, count=made.changed)

        self._end_merge()
        self.undoing.run(lambda: self._provider.merge(one, into), told)

    def _end_merge(self) -> None:
        self.merge_bar.hide()
        self.table.setFocus()

    def _remove(self) -> None:
        current = self.current
        if current is None:
            return
        told = self.tr("“{name}” was taken away").format(name=current.name)
        one = current.id
        self.undoing.run(lambda: self._provider.remove(one), lambda _: told)

    def _offer_acts(self, *_: object) -> None:
        current = self.current
        self.show_guests.setEnabled(current is not None)
        self.merge.setEnabled(current is not None and len(self.model.rows) > 1)
        self.remove.setEnabled(current is not None and not current.entered)
        if self.merge_bar.isVisible():
            self._merge_typed()

    def _say_total(self) -> None:
        found, total = self.proxy.rowCount(), len(self.model.rows)
        self.total.setText(self.tr("{count} delegations").format(count=f"{total:,}"))
        self.search.show_hits(
            self.tr("{count} found").format(count=f"{found:,}") if self.search.text else ""
        )
        searched = bool(total)
        self.empty.set_words(
            self.tr("No delegation of this name.")
            if searched
            else self.tr("There are no delegations yet: lists and guests bring them.")
        )
        self.stack.setCurrentIndex(0 if found else 1)

    def _set_words(self) -> None:
        self.back.setText(self.tr("Guests"))
        self.back.setToolTip(self.tr("Back to the guests (Esc)"))
        self.title.setText(self.tr("Delegations"))
        self.search.set_words(
            self.tr("Name of a delegation"),
            self.tr("Search delegations"),
            self.tr("Empty the search field"),
        )
        self.show_guests.setText(self.tr("Show its guests"))
        self.merge.setText(self.tr("Merge into…"))
        self.remove.setText(self.tr("Take away"))
        self.remove.setToolTip(self.tr("Only a delegation without guests can be taken away"))
        self.merge_line.setPlaceholderText(self.tr("Name of the other delegation"))
        self.merge_line.setAccessibleName(self.tr("Name of the other delegation"))
        self.merge_now.setText(self.tr("Merge"))
        self.merge_not.setText(self.tr("Cancel"))
        self.hint.setText(
            self.tr("F2 edits the name or the declared count, Enter shows the guests")
        )
        self.table.setAccessibleName(self.tr("Delegations"))
        self.model.words_changed()
        self._say_total()
        if self.merge_bar.isVisible():
            self._merge_typed()
