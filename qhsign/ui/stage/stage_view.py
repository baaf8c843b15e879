"""The plan on the screen: chosen, carried and exchanged by mouse or keys, moved and enlarged."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView

from qhsign.domain.readiness import Light
from qhsign.domain.seating import Place, PlaceKind
from qhsign.domain.stage_terms import Viewpoint
from qhsign.services.stage_looks import StageLook
from qhsign.ui.stage.card_item import CardItem
from qhsign.ui.stage.presence import Presence
from qhsign.ui.stage.stage_scene import StageScene
from qhsign.ui.theme import Look

_LEAST_SCALE, _MOST_FIT, _MOST_SCALE, _WHOLE = 0.8, 1.35, 4.0, 0.1
_STEP = 1.25
_AROUND = 24
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ASIDE = 3.0


class StageView(QGraphicsView):
    """``place_chosen`` carries the Place the selection went to, ``contract_chosen`` a number.

    ``exchange_asked`` carries two Places; who may stand where is decided by whoever is asked.
    Arrows move the selection, with Ctrl they exchange with the neighbour; Enter lifts a card and
    puts it down at another place, Esc puts it back.
    """

    place_chosen = Signal(object)
    contract_chosen = Signal(int)
    exchange_asked = Signal(object, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("stage-view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self._look = look
        self.stage = StageScene(look)
        self.setScene(self.stage)
        self.current: Place | None = None
        self.lifted: Place | None = None
        self.target: Place | None = None
        self._chosen = 0
        self._pressed: tuple[QPoint, Place | None] | None = None
        self._is_panned = False
        self._ghost: CardItem | None = None
        self._zoom: float | None = None
        self._laid_into = QSize()
        look.changed.connect(self._repaint)

    @property
    def scale_now(self) -> float:
        """How many pixels a unit of the plan takes."""
        return self.transform().m11()

    def show_plan(
        self,
        plan: StageLook | None,
        viewpoint: Viewpoint,
        presence: Presence,
        lights: Mapping[int, Light],
    ) -> None:
        """Show a plan; the selection stays where the place is still there.

        A card that is being carried stays in the hand where nothing but arrivals changed.
        """
        if self.stage.follow(plan, viewpoint, presence, lights):
            self._announce()
            return
        self._let_go()
        before = self.stage.plan
        if plan is None or before is None or plan.batch != before.batch:
            self._zoom = None
        self.stage.take(plan, viewpoint, presence, lights)
        self._lay()
        if self.current is not None and self.current not in self.stage.cards:
            self.current = None
        self._hold()
        self._announce()

    def choose_contract(self, number: int) -> None:
        """Draw the line around a contract and bring it into sight."""
        self._chosen = number
        self.stage.choose(number)
        column = self.stage.column_of(number)
        if not column.isEmpty():
            self.ensureVisible(column, _AROUND, 0)

    def choose_place(self, place: Place) -> None:
        """Move the selection to a place, and bring it into sight."""
        if place in self.stage.cards:
            self.ensureVisible(self.stage.cards[place].rect, _AROUND, _AROUND)
            self._select(place)

    def _select(self, place: Place) -> None:
        self.current = place
        self._hold()
        self._announce()
        self.place_chosen.emit(place)

    def zoom_by(self, steps: int) -> None:
        """Enlarge by so many steps, or make smaller where there are less than none."""
        self._set_zoom(self.scale_now * _STEP**steps)

    def turn_whole(self) -> None:
        """Show the whole plan, however small, or again as large as is legible."""
        if self._zoom is not None:
            self.fit()
            return
        size = self.stage.sceneRect().size()
        if size.isEmpty():
            return
        room = self.viewport().size()
        self._set_zoom(min(room.width() / size.width(), room.height() / size.height()))

    def fit(self) -> None:
        """Show the plan as large as its room, and legible."""
        self._zoom = None
        self._lay()
        self._hold()

    # Laying out

    def _lay(self) -> None:
        self._laid_into = self.maximumViewportSize()
        fit = self._fitting_scale()
        self.stage.lay(self._room() / fit, self._chosen)
        scale = self._zoom or fit
        self.resetTransform()
        self.scale(scale, scale)

    def _room(self) -> QSizeF:
        """Return the room there is, less the bars where the plan is larger than that."""
        room = QSizeF(self.maximumViewportSize()) - QSizeF(_AROUND, _AROUND)
        width = max(room.width() / _LEAST_SCALE, self.stage.needed_width())
        if self.stage.height_at(width) * _LEAST_SCALE > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if self.stage.needed_width() * _LEAST_SCALE > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        return room

    def _fitting_scale(self) -> float:
        needed = self.stage.needed_width()
        if not needed:
            return 1.0
        room = self._room()
        scale = min(room.width() / needed, _MOST_FIT)
        for _ in range(2):  # the height depends on the width there is at a scale
            high = self.stage.height_at(max(room.width() / scale, needed))
            scale = min(scale, room.height() / high)
        return max(scale, _LEAST_SCALE)

    def _set_zoom(self, scale: float) -> None:
        self._zoom = min(max(scale, _WHOLE), _MOST_SCALE)
        self.resetTransform()
        self.scale(self._zoom, self._zoom)
        if self.current in self.stage.cards:
            self.ensureVisible(self.stage.cards[self.current].rect, _AROUND, _AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the floor into the new room; bars that come and go leave it as it is."""
        super().resizeEvent(event)
        if self.maximumViewportSize() == self._laid_into:
            return
        self._let_go()
        self._lay()
        self._hold()
        if self._chosen:
            self.choose_contract(self._chosen)

    def _repaint(self) -> None:
        plan = self.stage.plan
        if plan is not None:
            self._lay()
            self._hold()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card, take it up, or begin to move the plan."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = event.position().toPoint()
        card = self.stage.card_at(self.mapToScene(at))
        self._pressed = (at, card.place if card else None)
        if card is not None:
            self._select(card.place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a card, or move the plan."""
        at = event.position().toPoint()
        if self._pressed is None:
            card = self.stage.card_at(self.mapToScene(at))
            is_person = card is not None and bool(card.shown.standing.name)
            shape = Qt.CursorShape.OpenHandCursor if is_person else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            super().mouseMoveEvent(event)
            return
        begun, place = self._pressed
        if place is None:
            self._pan(begun, at)
        elif self._ghost is not None:
            self._carry(at)
        elif (at - begun).manhattanLength() >= QApplication.startDragDistance():
            self._take_up(place)
            self._carry(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the card down."""
        if self._ghost is None:
            is_click = self._pressed is not None and not self._is_panned
            self._pressed, self._is_panned = None, False
            self.viewport().unsetCursor()
            super().mouseReleaseEvent(event)
            if is_click:
                self._choose_contract_at(event.position().toPoint())
            return
        lifted, target = self.lifted, self.target
        self._let_go()
        if lifted is not None and target is not None:
            self.exchange_asked.emit(lifted, target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge with Ctrl; otherwise move the plan."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _choose_contract_at(self, at: QPoint) -> None:
        """Choose the contract of a click: not before it is one, for what follows moves the plan."""
        point = self.mapToScene(at)
        card = self.stage.card_at(point)
        number = card.shown.standing.contract if card else 0
        number = number or self.stage.contract_at(point)
        if number:
            self.contract_chosen.emit(number)

    def _pan(self, begun: QPoint, at: QPoint) -> None:
        moved = at - begun
        self._is_panned = self._is_panned or bool(moved.manhattanLength())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - moved.x())
        down.setValue(down.value() - moved.y())
        self._pressed = (at, None)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _take_up(self, place: Place) -> None:
        card = self.stage.cards[place]
        if not card.shown.standing.name:
            self._pressed = None
            return
        self.lifted = place
        self._ghost = CardItem(self._look, card.shown, card.rect, card.fit)
        self._ghost.setZValue(9)
        self._ghost.setOpacity(0.9)
        self.stage.addItem(self._ghost)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._hold()

    def _carry(self, at: QPoint) -> None:
        if self._ghost is None:
            return
        self.ensureVisible(QRectF(self.mapToScene(at), QSizeF(1, 1)), _AROUND, _AROUND)
        point = self.mapToScene(at)
        self._ghost.setPos(point - self._ghost.rect.center())
        card = next((each for each in self.stage.cards.values() if each.rect.contains(point)), None)
        target = card.place if card is not None and card.place != self.lifted else None
        if target != self.target:
            self.target = target
            self._hold()

    def _let_go(self) -> None:
        if self._ghost is not None:
            self.stage.removeItem(self._ghost)
            self._ghost = None
        self._pressed = None
        self.lifted = self.target = None
        self.viewport().unsetCursor()
        self._hold()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection, exchange with the neighbour, lift and put down, enlarge."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._go(key, exchange=control)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current is not None:
            self._lift_or_put_down()
        elif key is Qt.Key.Key_Escape and self.lifted is not None:
            self._let_go()
            self._announce()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(1)
        elif key is Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key is Qt.Key.Key_0 and control:  # alone it stands in codes that are scanned
            self.fit()
        else:
            super().keyPressEvent(event)

    def neighbour(self, place: Place, across: int, down: int) -> Place | None:
        """Return the nearest place in a direction, -1, 0 or 1 across and down."""
        begin = self.stage.cards[place].rect.center()
        best: tuple[float, Place] | None = None
        for other, card in self.stage.cards.items():
            way = card.rect.center() - begin
            ahead = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            if other == place or ahead <= 1 or (across and aside > ahead * 2 + 60):
                continue
            distance = ahead + _ASIDE * aside
            if best is None or distance < best[0]:
                best = distance, other
        return None if best is None else best[1]

    def _go(self, key: Qt.Key, *, exchange: bool) -> None:
        if not self.stage.cards:
            return
        if self.current is None:
            self.choose_place(self._first_place())
            return
        found = self.neighbour(self.current, *_ARROWS[key])
        if found is None:
            return
        if exchange:
            self.exchange_asked.emit(self.current, found)
            return
        if self.lifted is not None:
            self.target = found if found != self.lifted else None
        self.choose_place(found)
        card = self.stage.cards[found]
        if card.shown.standing.contract and self.lifted is None:
            self.contract_chosen.emit(card.shown.standing.contract)

    def _lift_or_put_down(self) -> None:
        current = self.current
        if current is None:
            return
        if self.lifted is None:
            if self.stage.cards[current].shown.standing.name:
                self.lifted = current
                self._hold()
                self._announce()
            return
        lifted = self.lifted
        self._let_go()
        if lifted != current:
            self.exchange_asked.emit(lifted, current)

    def _first_place(self) -> Place:
        def order(place: Place) -> tuple[bool, float, float]:
            rect = self.stage.cards[place].rect
            return place.kind is not PlaceKind.SIGNER, rect.y(), rect.x()

        of_chosen = [
            place
            for place, card in self.stage.cards.items()
            if card.shown.standing.contract == self._chosen and self._chosen
        ]
        return min(of_chosen or self.stage.cards, key=order)

    # Held cards, focus, and what a reader of the screen hears

    def _hold(self) -> None:
        for place, card in self.stage.cards.items():
            card.hold(
                is_current=place == self.current,
                has_keys=self.hasFocus(),
                is_target=self.lifted is not None and place == self.target,
                is_lifted=place == self.lifted,
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        if self.current is None and self.stage.cards and event.reason() in {
            Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason,
        }:  # fmt: skip
            self.choose_place(self._first_place())
        self._hold()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self._hold()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._announce()

    def _announce(self) -> None:
        words = self.stage.words_of(self.current) if self.current else ""
        if self.lifted is not None:
            words = self.tr("Carrying {who}. At {place}").format(
                who=self.stage.words_of(self.lifted), place=words
            )
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    def card_centre(self, place: Place) -> QPoint:
        """Return where the middle of a card lies in the viewport."""
        return self.mapFromScene(QPointF(self.stage.cards[place].rect.center()))
