"""The run of show beside the console: planned and actual times, at the step that runs."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from qhsign.services.console import ConsoleState, ConsoleStep
from qhsign.ui.console.console_words import span_words
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look

_ROW_PX = 41
_SIDE, _CLOCK_PX, _ICON_PX, _GAP = 16, 46, 18, 10
_BAR_PX = 3
_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class ShowSteps(QAbstractListModel):
    """The steps of a ceremony, and where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[ConsoleStep] = []
        self.place = 0
        self.now: datetime | None = None

    def show_state(self, state: ConsoleState | None) -> None:
        """Show another state; the view keeps its place where the steps are the same."""
        steps = list(state.steps) if state is not None else []
        place = state.place if state is not None else 0
        if len(steps) != len(self.steps):
            self.beginResetModel()
            self.steps, self.place = steps, place
            self.endResetModel()
        elif (steps, place) != (self.steps, self.place):
            self.steps, self.place = steps, place
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))

    def show_time(self, now: datetime | None) -> None:
        """Let the current step tell how long it has taken."""
        self.now = now
        if self.place:
            current = self.index(self.place - 1)
            self.dataChanged.emit(current, current)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many steps there are."""
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a step, or how a screen reader says it."""
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == _ROLE:
            return step
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return step.title
        return None


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, steps: ShowSteps, zone: tzinfo | None, view: QListView) -> None:
        super().__init__(view)
        self._look, self._steps, self._zone = look, steps, zone

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(100, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint planned time, mark, title and actual time."""
        step = index.data(_ROLE)
        area: QRect = option.rect
        if not isinstance(step, ConsoleStep):
            return
        place = self._steps.place
        is_current, is_next = index.row() == place - 1, index.row() == place and place > 0
        painter.save()
        if is_current:
            painter.fillRect(area, self._look.colour("selected"))
        if is_next:
            bar = QRect(area.left(), area.top(), _BAR_PX, area.height())
            painter.fillRect(bar, self._look.colour("accent"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._look.colour("line"))
        self._paint_words(painter, area, step, is_current=is_current)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, area: QRect, step: ConsoleStep, *, is_current: bool
    ) -> None:
        is_done = step.ended is not None
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self._look.font(14, bold=is_current))
        painter.setPen(self._look.colour("text-2" if is_done else "text"))
        painter.drawText(inner, left, f"{step.planned.astimezone(self._zone):%H:%M}")
        mark = ("play", "accent-text") if is_current else ("tick", "ok") if is_done else None
        begins = inner.left() + _CLOCK_PX + _GAP
        if mark is not None:
            ratio = painter.device().devicePixelRatioF()
            icon = self._look.pixmap(*mark, _ICON_PX, ratio)
            painter.drawPixmap(begins, area.top() + (_ROW_PX - _ICON_PX) // 2, icon)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text-2"))
        said = self._right(step, is_current=is_current)
        wide = painter.fontMetrics().horizontalAdvance(said)
        painter.drawText(inner, right, said)
        begins += _ICON_PX + _GAP
        room = inner.right() - wide - _GAP - begins
        painter.setFont(self._look.font(14, bold=is_current))
        painter.setPen(self._look.colour("text-2" if is_done else "text"))
        title = painter.fontMetrics().elidedText(step.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(begins, area.top(), room, _ROW_PX), left, title)

    def _right(self, step: ConsoleStep, *, is_current: bool) -> str:
        """Return when a step began, how long the current one has taken, or what is planned."""
        if is_current and step.began is not None and self._steps.now is not None:
            return span_words(max(self._steps.now - step.began, timedelta()))
        if step.began is not None:
            return f"{step.began.astimezone(self._zone):%H:%M}"
        return span_words(timedelta(minutes=step.minutes))


class ShowCard(QFrame):
    """The list with its title; it is scrolled so that the current step is the second row."""

    def __init__(self, look: Look, zone: tzinfo | None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._state: ConsoleState | None = None
        self._title, self._hint = ElidedLabel("card-title"), ElidedLabel("caption")
        self.place = label("caption")
        self.steps, self.view = ShowSteps(), QListView()
        self.view.setModel(self.steps)
        self.view.setItemDelegate(_StepDelegate(look, self.steps, zone, self.view))
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(8)
        head.addWidget(self._title)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.addWidget(self._hint, 1)
        head.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        look.changed.connect(self.view.viewport().update)
        self._set_words()

    def show_state(self, state: ConsoleState | None) -> None:
        """Show another state, with the current step in sight."""
        self._state = state
        before = self.steps.place
        self.steps.show_state(state)
        self._say_place()
        if self.steps.place != before:
            self.scroll_to_current()

    def scroll_to_current(self) -> None:
        """Have the step before the current one as the first row."""
        first = self.steps.index(max(self.steps.place - 2, 0))
        self.view.scrollTo(first, QListView.ScrollHint.PositionAtTop)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _say_place(self) -> None:
        state = self._state
        if state is None or not state.place:
            self.place.setText("")
            return
        said = self.tr("Step {place} of {count}").format(place=state.place, count=len(state.steps))
        self.place.setText(said)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Run of show"))
        self._hint.setText(self.tr("Planned time, and when it really began"))
        self.view.setAccessibleName(self.tr("Run of show"))
        self._say_place()
