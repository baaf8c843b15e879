"""One place on the scene of the plan."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from qhsign.domain.seating import Place
from qhsign.ui.shared.fitted_name import Fit
from qhsign.ui.stage.stage_card import CardState, paint_card
from qhsign.ui.stage.stage_faces import PlaceShown
from qhsign.ui.theme import Look

_ROUND = 4.0


class CardItem(QGraphicsItem):
    """Paints a card; the view decides how it is held."""

    def __init__(self, look: Look, shown: PlaceShown, rect: QRectF, fit: Fit) -> None:
        """Take how the name is set in a card of this size."""
        super().__init__()
        self._look = look
        self.shown, self.rect, self.state = shown, rect, CardState()
        self.fit = fit
        self.setToolTip(shown.words)

    @property
    def place(self) -> Place:
        """Which place it is."""
        return self.shown.standing.place

    def boundingRect(self) -> QRectF:
        """Return the card with the ring around it."""
        return self.rect.adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the card as it is held."""
        del option, widget
        paint_card(painter, self._look, self.shown.face, self.fit, self.rect, self.state)

    def show_person(self, shown: PlaceShown) -> None:
        """Paint the same person of whom more is known now."""
        self.shown = shown
        self.setToolTip(shown.words)
        self.update()

    def hold(self, **state: bool) -> None:
        """Paint it held otherwise."""
        changed = CardState(**state)
        if changed != self.state:
            self.state = changed
            self.update()
