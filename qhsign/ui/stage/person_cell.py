"""One of those who sign or assist for the chosen contract, and whether they are here."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from qhsign.domain.seating import PlaceKind
from qhsign.services.stage_looks import Standing
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.stage.presence import Presence
from qhsign.ui.stage.stage_words import cancelled_word, free_word, presence_word, role_word
from qhsign.ui.theme import restyle

_AROUND = 26


class PersonCell(QFrame):
    """Role, name, and arrived or not where that is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "cell")
        self._has_state = False
        self.role_line, self.name = ElidedLabel("caption"), ElidedLabel()
        self.state = label("toned")
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.name)
        below.addWidget(self.state)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 8, 5)
        column.setSpacing(0)
        column.addWidget(self.role_line)
        column.addLayout(below)

    def show_standing(self, standing: Standing, presence: Presence, *, several: bool) -> None:
        """Show somebody else, or the same person as they are now."""
        is_here = presence.is_here(standing)
        is_missed = presence.is_missed(standing)
        state, tone = presence_word(is_here=is_here), "ok" if is_here else "quiet"
        if standing.name and not standing.is_coming:
            state, tone, is_missed = cancelled_word(), "bad", True
        elif is_missed:
            tone = "bad"
        self.role_line.setText(role_word(standing, several=several))
        self.name.setText(standing.name or free_word())
        self.state.setText(state)
        self._has_state = bool(state) and bool(standing.name)
        is_signer = standing.place.kind is PlaceKind.SIGNER
        restyle(self.state, tone=tone)
        restyle(self.name, role="cell-name", strong=is_signer, tone="bad" if is_missed else "")
        restyle(self, tone="bad" if is_missed else "")
        words = f"{self.role_line.text()} {self.name.text()} {state}".strip()
        self.setAccessibleName(words)
        self.setToolTip("\n".join(
            each for each in (standing.name, standing.organization, standing.title, state) if each
        ))  # fmt: skip
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the state to the colour where there is room for the name alone."""
        super().resizeEvent(event)
        self._show_state()

    def _show_state(self) -> None:
        room = self.contentsRect().width() - _AROUND
        needed = self.name.sizeHint().width() + self.state.sizeHint().width()
        self.state.setVisible(self._has_state and needed <= room)
