"""The line under the guest list: how many are shown or ticked, and what can be done with them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from qhsign.ui.shared.plain_parts import ElidedLabel, label, pressed_by_enter

_FOOTER_PX = 42


class ListFooter(QFrame):
    """``change_asked`` opens the menu of changes, ``cleared`` takes the ticks away.

    ``badges_asked`` asks for the badges of those ticked, where that was offered.
    """

    change_asked = Signal()
    badges_asked = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list-footer")
        self.setFixedHeight(_FOOTER_PX)
        self.found, self.hint = ElidedLabel("second"), ElidedLabel("quiet")
        self.ticked = label("strong")
        self.change, self.badges, self.clear = QPushButton(), QPushButton(), QPushButton()
        self.change.setProperty("kind", "small")
        self.badges.setProperty("kind", "small")
        self._offers_badges = False
        self.badges.hide()
        self.badges.clicked.connect(self.badges_asked)
        self.clear.setProperty("kind", "text")
        self.change.clicked.connect(self.change_asked)
        self.clear.clicked.connect(self.cleared)
        pressed_by_enter(self.change, self.badges, self.clear)
        self._ticked = self._out_of_sight = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        for each in (self.ticked, self.change, self.badges, self.clear, self.found):
            line.addWidget(each)
        line.addStretch(1)
        line.addWidget(self.hint)
        self._set_words()

    def offer_badges(self) -> None:
        """Offer to print the badges of those ticked."""
        self._offers_badges = True

    def show_ticked(self, count: int, out_of_sight: int, *, can_change: bool) -> None:
        """Say how many are ticked, and how many of them the filters hide."""
        self._ticked, self._out_of_sight = count, out_of_sight
        self.change.setVisible(bool(count) and can_change)
        self.badges.setVisible(bool(count) and self._offers_badges)
        self.clear.setVisible(bool(count))
        self.ticked.setVisible(bool(count))
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        words = self.tr("{count} ticked").format(count=f"{self._ticked:,}")
        if self._out_of_sight:
            words = self.tr("{count} ticked, {hidden} hidden").format(
                count=f"{self._ticked:,}", hidden=f"{self._out_of_sight:,}"
            )
        self.ticked.setText(words)
        self.change.setText(self.tr("Change…"))
        self.change.setToolTip(self.tr("Change all ticked guests at once (Ctrl+Shift+E)"))
        self.badges.setText(self.tr("Badges…"))
        self.badges.setToolTip(self.tr("Prepare the badges of the ticked guests"))
        self.clear.setText(self.tr("Untick"))
