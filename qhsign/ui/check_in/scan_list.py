"""The list of the last scans; a check-in is taken back in its own row, with a reason."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from qhsign.domain.roles import Act
from qhsign.services.check_in_records import ScanResult
from qhsign.ui.check_in.scan_list_model import RESULT_ROLE, ScanListModel
from qhsign.ui.check_in.verdict_faces import Face, face_of, may_be_annulled
from qhsign.ui.shared.chip import ChipKind, chip_width, paint_chip
from qhsign.ui.shared.row_pictures import RowPictures
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look
from qhsign.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 54
_PAD, _ICON, _GAP = 16, 20, 10
_ENTERED = "entered"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class ScanList(QListView):
    """``annulled`` carries the answer taken back and the reason."""

    annulled = Signal(object, str)

    def __init__(self, look: Look, model: ScanListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = ScanDelegate(look, self)
        self._delegate.annulled.connect(self.annulled)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self.viewport().update)

    def ask_rights(self, rights: Rights) -> None:
        """Grey the word that annuls from now on where who works here may not."""
        self._delegate.why_not = lambda: rights.why_not(Act.ANNUL)
        rights.changed.connect(self.viewport().update)

    def ask_reason(self, index: Index) -> None:
        """Ask inside the row why its check-in is taken back; nothing where there is none.

        Where who works here may not annul, say who may.
        """
        result = index.data(RESULT_ROLE)
        if isinstance(result, ScanResult) and may_be_annulled(result):
            why_not = self._delegate.why_not()
            if why_not:
                box = self._delegate.link_box(self.visualRect(index))
                QToolTip.showText(self.viewport().mapToGlobal(box.bottomLeft()), why_not, self)
                return
            where = self.model().index(index.row(), 0)
            self.setCurrentIndex(where)
            self.edit(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Annul the current row with the Delete key."""
        if event.key() == Qt.Key.Key_Delete:
            self.ask_reason(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Annul where the word at the right end of a row is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        link = self._delegate.link_box(self.visualRect(index))
        if link.contains(event.position().toPoint()):
            self.ask_reason(index)


class ScanDelegate(QStyledItemDelegate):
    """Paints icon, name, reason or organization, word, time and the word that annuls."""

    annulled = Signal(object, str)

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._pictures = RowPictures(look)
        self.why_not: Callable[[], str] = str

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say over the greyed word who may annul."""
        rect: QRect = option.rect
        result = index.data(RESULT_ROLE)
        offered = isinstance(result, ScanResult) and may_be_annulled(result)
        why_not = self.why_not()
        if offered and why_not and self.link_box(rect).contains(event.pos()):
            QToolTip.showText(event.globalPos(), why_not, view)
            return True
        return super().helpEvent(event, view, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the fixed height of a row."""
        del option, index
        return QSize(200, ROW_PX)

    def link_box(self, row: QRect) -> QRect:
        """Return where the word that annuls stands in a row."""
        wide = self._link_width()
        return QRect(row.right() - wide - _PAD, row.top(), wide + _PAD, row.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        result: ScanResult = index.data(RESULT_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = index == self._view.currentIndex() and self._view.hasFocus()
        ground = "surface"
        if current or index.row() == 0:
            ground = "selected"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        greyed, language = bool(self.why_not()), self._look.language

        def draw(pen: QPainter, box: QRect) -> None:
            pen.save()
            pen.fillRect(box.left(), box.bottom(), box.width(), 1, self._look.colour("line"))
            if current:
                pen.fillRect(box.left(), box.top(), 3, box.height(), self._look.colour("focus"))
            face = face_of(result, language)
            self._icon(pen, box, result, face)
            right = self._right_end(pen, box, result, face, greyed=greyed)
            self._person(pen, box, right, result)
            pen.restore()

        self._pictures.paint(
            painter, rect, result, (current, greyed, language), self._look.colour(ground), draw
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field for the reason."""
        del option, index
        editor = QLineEdit(parent)
        editor.setMaxLength(200)
        editor.setPlaceholderText(self.tr("Reason for annulling, then Enter"))
        editor.setAccessibleName(self.tr("Reason for annulling"))
        editor.returnPressed.connect(lambda: editor.setProperty(_ENTERED, True))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field over the row."""
        del index
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(8, 10, -8, -11))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with an empty reason."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Annul if a reason was entered; leaving the field otherwise changes nothing."""
        del model
        if isinstance(editor, QLineEdit) and editor.property(_ENTERED) and editor.text().strip():
            self.annulled.emit(index.data(RESULT_ROLE), editor.text().strip())

    def _icon(self, painter: QPainter, rect: QRect, result: ScanResult, face: Face) -> None:
        name, colour = ("undo", "text-3") if result.annulled else (face.icon, face.colour)
        ratio = painter.device().devicePixelRatio()
        corner = QPointF(rect.left() + _PAD, rect.center().y() - _ICON / 2 + 1)
        painter.drawPixmap(corner, self._look.pixmap(name, colour, _ICON, ratio))

    def _right_end(
        self, painter: QPainter, rect: QRect, result: ScanResult, face: Face, *, greyed: bool
    ) -> int:
        """Paint word, time and link; return where the person's text must end."""
        end = rect.right() - _PAD
        if may_be_annulled(result):
            painter.setFont(self._look.font(13))
            painter.setPen(self._look.colour("disabled" if greyed else "accent-text"))
            painter.drawText(
                QRect(rect.left(), rect.top(), end - rect.left(), ROW_PX), _RIGHT, self._link()
            )
        end -= self._link_width() + _GAP
        word = self.tr("Annulled") if result.annulled else face.word
        painter.setFont(self._look.font(13))
        metrics = painter.fontMetrics()
        most = rect.width() // 3
        wide = min(metrics.horizontalAdvance(word), most)
        painter.setPen(self._look.colour("text-2" if result.annulled else face.colour))
        upper = QRect(end - most, rect.top() + 7, most, 20)
        painter.drawText(upper, _RIGHT, metrics.elidedText(word, _ELIDE, most))
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text-3"))
        time = f"{result.tag} · {result.at:%H:%M:%S}" if result.tag else f"{result.at:%H:%M:%S}"
        wide = max(wide, min(painter.fontMetrics().horizontalAdvance(time), most))
        shown = painter.fontMetrics().elidedText(time, Qt.TextElideMode.ElideLeft, most)
        painter.drawText(QRect(end - most, rect.top() + 27, most, 18), _RIGHT, shown)
        return end - wide - _GAP

    def _person(self, painter: QPainter, rect: QRect, right: int, result: ScanResult) -> None:
        left = rect.left() + _PAD + _ICON + _GAP
        room = max(right - left, 20)
        guest = result.guest
        font = QFont(self._look.font(14, bold=True))
        font.setStrikeOut(result.annulled)
        painter.setFont(font)
        painter.setPen(self._look.colour("text-2" if result.annulled else "text"))
        name = guest.full_name if guest else self.tr("No guest")
        chip = ChipKind(guest.category, vip=True) if guest and guest.vip else None
        chip_room = int(chip_width(self._look, chip)) + 8 if chip else 0
        shown = painter.fontMetrics().elidedText(name, _ELIDE, room - chip_room)
        painter.drawText(QRect(left, rect.top() + 7, room, 20), _LEFT, shown)
        if chip:
            after = left + painter.fontMetrics().horizontalAdvance(shown) + 8
            paint_chip(painter, self._look, chip, QPointF(after, rect.top() + 7))
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text-2"))
        second = painter.fontMetrics().elidedText(self._second_line(result), _ELIDE, room)
        painter.drawText(QRect(left, rect.top() + 28, room, 18), _LEFT, second)

    def _second_line(self, result: ScanResult) -> str:
        """Return what explains the row: an earlier scan, else the organization, else the reason."""
        if result.first is not None:
            return f"{result.first.at:%H:%M} {result.first.desk}".strip()
        if result.guest is not None and result.guest.organization:
            return result.guest.organization
        return say(result.message_code, self._look.language, **result.message_parameters)

    def _link(self) -> str:
        return self.tr("Annul")

    def _link_width(self) -> int:
        return max(self._view.fontMetrics().horizontalAdvance(self._link()), 28)
