"""The list at the left: choosing, ticking, dragging contracts and batches, figures in place."""

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from qhsign.domain.money import Amount, written
from qhsign.ui.ceremony.column_delegate import ColumnDelegate
from qhsign.ui.ceremony.column_lines import Line, LineKind
from qhsign.ui.ceremony.column_model import ColumnModel, Index, batch_of, numbers_of
from qhsign.ui.ceremony.column_moves import batch_place
from qhsign.ui.ceremony.drop_places import BatchPlace, DropPlace
from qhsign.ui.guest_panel.fact_editor import FactEditor
from qhsign.ui.theme import Look

_DROP_PX = 2
_EDITOR_LEAST_PX = {"declared_contracts": 72, "declared_amount": 132}


class ColumnList(QListView):
    """``chosen`` carries a line that was chosen, ``opened`` one to be opened.

    ``dropped`` carries contracts and a `DropPlace`, ``batch_dropped`` a batch's id and that of the
    one it goes before, "" for behind the last; ``written`` the slate's name, the key of a
    figure or ``name``, and what was typed; ``findings_asked`` the slate's name; ``menu_asked`` a
    line and where.
    """

    chosen = Signal(object)
    opened = Signal(object)
    dropped = Signal(object, object)
    batch_dropped = Signal(str, str)
    written = Signal(str, str, str)
    findings_asked = Signal(str)
    menu_asked = Signal(object, object)

    def __init__(self, look: Look, model: ColumnModel) -> None:
        super().__init__()
        self.setObjectName("contract-list")
        self._look, self._model = look, model
        self.setModel(model)
        self.delegate = ColumnDelegate(look, self, model)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.may_drop = True
        self._drop: DropPlace | BatchPlace | None = None
        self._drop_y = -1
        self._anchor = -1
        self._is_led = False
        self._editor: FactEditor | None = None
        self._edited: tuple[Line, str] | None = None
        look.changed.connect(self.viewport().update)
        model.modelReset.connect(self._keep_editor)
        model.redrawn.connect(self.viewport().update)
        self.entered.connect(self._hover)

    @property
    def line(self) -> Line | None:
        """The line the keyboard is on."""
        return self._model.line_at(self.currentIndex().row())

    @property
    def is_editing(self) -> bool:
        """Whether a figure is being typed."""
        return self._editor is not None

    def go_to(self, row: int) -> None:
        """Choose the line of a row."""
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))

    def keep(self, row: int, *, follow: bool) -> None:
        """Have the keyboard on a row without choosing it: it is chosen already, or only kept."""
        index = self._model.index(row)
        self._is_led = True
        if row >= 0 and index != self.currentIndex():
            self.setCurrentIndex(index)
        self._is_led = False
        if follow and row >= 0:
            self.scrollTo(index)

    def edit_figure(self, line: Line, key: str, text: str, name: str) -> None:
        """Type another declared figure, or another name, where it stands."""
        self.close_editor()
        row = self._model.row_of(line)
        if line.slate is None or row < 0:
            return
        editor = FactEditor(self._look, name, text)
        editor.setParent(self.viewport())
        slate = line.slate.name
        self._edited = line, key
        editor.committed.connect(lambda typed: self._typed(slate, key, typed))
        editor.left.connect(self.close_editor)
        editor.setGeometry(self._editor_box(row, key))
        self._editor = editor
        editor.show()
        editor.open()

    def close_editor(self) -> None:
        """Put what is being typed away."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
            self.setFocus()

    def _editor_box(self, row: int, key: str) -> QRect:
        rect = self.visualRect(self._model.index(row))
        cell = rect.adjusted(8, 4, -8, 0)
        if key != "name":
            cell = self.delegate.face.declared_cell(rect, key)
            cell.setLeft(max(8, cell.right() - max(cell.width(), _EDITOR_LEAST_PX[key])))
        return QRect(cell.left(), cell.top() - 5, cell.width() + 8, 34)

    def _keep_editor(self) -> None:
        """Leave alone what is being typed while others work; half a figure is none."""
        if self._editor is None or self._edited is None:
            return
        line, key = self._edited
        row = self._model.row_of(line)
        if row < 0:
            self._editor.blockSignals(True)
            self.close_editor()
        else:
            self._editor.setGeometry(self._editor_box(row, key))

    def _typed(self, slate: str, key: str, text: str) -> None:
        self.close_editor()
        self.written.emit(slate, key, text)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Choose with the keyboard as with the pointer."""
        super().currentChanged(current, previous)
        line = self._model.line_at(current.row())
        if line is not None and not self._is_led:
            self.chosen.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, tick with the space bar, go to the next heading with the page keys."""
        line = self.line
        if line is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(line)
        elif line is not None and event.key() == Qt.Key.Key_Space:
            self._toggle(line)
        elif event.key() == Qt.Key.Key_Escape and self._model.ticked:
            self._model.tick(frozenset())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick with Ctrl or Shift; edit a declared figure that is clicked on."""
        index = self.indexAt(event.position().toPoint())
        line = self._model.line_at(index.row())
        modifiers = event.modifiers()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if line.contract is not None and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._tick_range(index.row())
            return
        self._anchor = index.row()
        rect = self.visualRect(index)
        on_box = self.delegate.is_on_tick(rect, event.position().toPoint().x())
        if line.contract is not None and (
            on_box or modifiers & Qt.KeyboardModifier.ControlModifier
        ):
            self._toggle(line)
            return
        was_chosen = self._model.chosen.is_line(line)
        super().mousePressEvent(event)
        self.chosen.emit(line)
        if line.slate is not None and was_chosen:
            self._press_slate(line, index, event)

    def _press_slate(self, line: Line, index: QModelIndex, event: QMouseEvent) -> None:
        rect = self.visualRect(index)
        face = self.delegate.face
        slate = line.slate
        key = face.declared_at(line, rect, event.position())
        if slate is not None and key:
            self.opened_figure(line, key)
        elif slate is not None and face.notes_at(line, rect, event.position()):
            self.findings_asked.emit(slate.name)

    def opened_figure(self, line: Line, key: str) -> None:
        """Edit one of the declared figures of the chosen slate, or its name."""
        slate = line.slate
        if slate is None:
            return
        texts = {
            "name": (slate.name, self.tr("Name of the slate")),
            "declared_contracts": (
                "" if slate.declared_contracts is None else str(slate.declared_contracts),
                self.tr("Declared number of contracts"),
            ),
            "declared_amount": (_amount_text(slate.declared_amount), self.tr("Declared amount")),
        }
        text, name = texts[key]
        self.edit_figure(line, key, text, name)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a contract or a batch."""
        line = self._model.line_at(self.indexAt(event.position().toPoint()).row())
        if line is not None and line.slate is None:
            self.opened.emit(line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a line; the menu key takes the current one."""
        index = self.indexAt(event.pos())
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        line = self._model.line_at(index.row())
        if line is not None and line.kind is not LineKind.NOTHING:
            self.menu_asked.emit(line, at)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the line under the pointer."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move an editor along with its place."""
        super().resizeEvent(event)
        self._keep_editor()

    def verticalScrollbarValueChanged(self, value: int) -> None:
        """Move an editor along with its place."""
        super().verticalScrollbarValueChanged(value)
        self._keep_editor()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take contracts and batches of this list."""
        if self.may_drop and _is_ours(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go, and scroll near the edges."""
        if not _is_ours(event.mimeData()):
            event.ignore()
            return
        super().dragMoveEvent(event)
        self._show_drop(event.mimeData(), event.position().toPoint().y())
        if self._drop is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        super().dragLeaveEvent(event)
        self._clear_drop()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them there."""
        data = event.mimeData()
        self._show_drop(data, event.position().toPoint().y())
        place = self._drop
        self._clear_drop()
        self.setState(QAbstractItemView.State.NoState)
        if place is None or not _is_ours(data):
            event.ignore()
            return
        event.acceptProposedAction()
        if isinstance(place, BatchPlace):
            self.batch_dropped.emit(batch_of(data), place.before)
        else:
            self.dropped.emit(numbers_of(data), place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and over them where contracts or a batch would go."""
        super().paintEvent(event)
        if self._drop is not None and self._drop_y >= 0:
            painter = QPainter(self.viewport())
            top = max(self._drop_y - _DROP_PX, 0)
            painter.fillRect(0, top, self.width(), _DROP_PX, self._look.colour("focus"))
            painter.end()

    def place_at(self, y: int) -> tuple[DropPlace | None, int]:
        """Return where contracts dropped at a height go, and where the mark for it stands."""
        index = self.indexAt(QPoint(4, y))
        row = index.row() if index.isValid() else self._model.rowCount() - 1
        line = self._model.line_at(row)
        if line is None:
            return None, -1
        rect = self.visualRect(self._model.index(row))
        if line.is_heading:
            return DropPlace(line.batch_id), rect.bottom() + 1
        if line.contract is None:
            return None, -1
        if y >= rect.center().y():
            return DropPlace(line.batch_id, line.contract.number), rect.bottom() + 1
        above = self._model.line_at(row - 1)
        after = above.contract.number if above is not None and above.contract is not None else 0
        return DropPlace(line.batch_id, after), rect.top()

    def batch_place_at(self, batch_id: str, y: int) -> tuple[BatchPlace | None, int]:
        """Return where a batch dropped at a height goes, and where the mark for it stands."""
        index = self.indexAt(QPoint(4, y))
        row = index.row() if index.isValid() else self._model.rowCount() - 1
        below = y >= self.visualRect(self._model.index(row)).center().y()
        place = batch_place(self._model, batch_id, row, below=below)
        if place is None:
            return None, -1
        rect = self.visualRect(self._model.index(place.row))
        return place, rect.top() if place.is_over else rect.bottom() + 1

    def _show_drop(self, data: QMimeData, y: int) -> None:
        batch = batch_of(data)
        self._drop, self._drop_y = self.batch_place_at(batch, y) if batch else self.place_at(y)
        self.viewport().update()

    def _clear_drop(self) -> None:
        self._drop, self._drop_y = None, -1
        self.viewport().update()

    def _hover(self, index: QModelIndex) -> None:
        self.delegate.hovered = index.row()
        self.viewport().update()

    def _toggle(self, line: Line) -> None:
        if line.contract is not None:
            self._model.tick(self._model.ticked ^ {line.contract.number})

    def _tick_range(self, row: int) -> None:
        first = self._anchor if self._anchor >= 0 else row
        between = self._model.lines[min(first, row) : max(first, row) + 1]
        numbers = {each.contract.number for each in between if each.contract is not None}
        self._model.tick(self._model.ticked | numbers)


def _is_ours(data: QMimeData) -> bool:
    return bool(numbers_of(data) or batch_of(data))


def _amount_text(fen: int | None) -> str:
    return "" if fen is None else written(Amount(fen))
