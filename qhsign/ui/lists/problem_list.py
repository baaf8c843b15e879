"""The problems of a list, worst first: where each stands, what is wrong, what to do."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qhsign.domain.list_sheet import ListProblem
from qhsign.domain.problems import Severity
from qhsign.ui.theme import Look
from qhsign.wording import Language, say

Index = QModelIndex | QPersistentModelIndex
PROBLEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ICONS = {
    Severity.ERROR: ("ring-cross", "bad"),
    Severity.WARNING: ("triangle", "warn"),
    Severity.NOTE: ("minus", "text-3"),
}
_ICON_PX = 18
_LEFT, _TOP, _GAP = 16, 9, 10
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ProblemModel(QAbstractListModel):
    """Gives each problem its place and its sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: Sequence[ListProblem] = ()
        self._letters: Mapping[str, str] = {}
        self.language = Language.CHINESE

    def show_problems(self, problems: Sequence[ListProblem], letters: Mapping[str, str]) -> None:
        """Show other problems; ``letters`` gives the column of each heading."""
        self.beginResetModel()
        self._problems = sorted(problems, key=lambda each: (_ORDER[each.severity], each.row))
        self._letters = letters
        self.endResetModel()

    def problem(self, index: Index) -> ListProblem:
        """Return the problem of a row."""
        return self._problems[index.row()]

    def place(self, problem: ListProblem) -> str:
        """Say where a problem stands."""
        if not problem.row:
            return self.tr("The whole list")
        letter = self._letters.get(problem.column, "")
        if letter:
            words = self.tr("Row {row}, column {letter} {heading}")
            return words.format(row=problem.row, letter=letter, heading=problem.column)
        return self.tr("Row {row}").format(row=problem.row)

    def sentence(self, problem: ListProblem) -> str:
        """Say what is wrong."""
        return say(problem.code, self.language, **problem.parameters)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the problems."""
        return 0 if parent.isValid() else len(self._problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return place and sentence for a screen reader."""
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        if role == PROBLEM_ROLE:
            return problem
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.place(problem)} {self.sentence(problem)}"
        return None

    def words_changed(self) -> None:
        """Say it in the new language."""
        self.beginResetModel()
        self.endResetModel()


class ProblemDelegate(QStyledItemDelegate):
    """An icon, the place in bold, the sentence below it over as many lines as it takes."""

    def __init__(self, look: Look, model: ProblemModel, view: QListView) -> None:
        super().__init__(view)
        self._look, self._model, self._view = look, model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped sentence."""
        del option
        width = self._view.viewport().width()
        return QSize(width, 2 * _TOP + 20 + self._sentence_height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one problem."""
        look, rect, problem = self._look, option.rect, self._model.problem(index)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("selected"))
            if self._view.hasFocus():
                painter.setPen(QPen(look.colour("focus"), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        icon, colour = _ICONS[problem.severity]
        picture = look.pixmap(icon, colour, _ICON_PX, self._view.devicePixelRatioF())
        painter.drawPixmap(rect.left() + _LEFT, rect.top() + _TOP + 1, picture)
        left = rect.left() + _LEFT + _ICON_PX + _GAP
        room = QRect(left, rect.top() + _TOP, rect.right() - _LEFT - left, 20)
        bold = look.font(13, bold=True)
        painter.setFont(bold)
        painter.setPen(look.colour("text"))
        place = QFontMetrics(bold).elidedText(
            self._model.place(problem), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), place)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("text-2"))
        below = QRect(left, room.bottom() + 1, room.width(), rect.bottom() - room.bottom() - _TOP)
        painter.drawText(below, _WRAP, self._model.sentence(problem))
        painter.restore()

    def _sentence_height(self, index: Index, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * _LEFT - _ICON_PX - _GAP, 60), 10_000)
        sentence = self._model.sentence(self._model.problem(index))
        return QFontMetrics(self._look.font(13)).boundingRect(room, _WRAP, sentence).height()


class ProblemList(QListView):
    """``opened`` gives the file's row of a problem somebody wants to see."""

    opened = Signal(int)

    def __init__(self, look: Look, model: ProblemModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ProblemDelegate(look, model, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.problem(index).row)
