"""What the window shows while no event is open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.notices import Notice
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_ICON_PX = 72


class StartPage(QWidget):
    """Two ways in, and the way back to the last event."""

    def __init__(
        self,
        look: Look,
        open_file: Callable[[], None],
        open_demo: Callable[[], None],
        open_last: Callable[[], None],
        last_name: str,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._last_name = last_name
        self.notice = Notice(look)
        mark = QLabel()
        mark.setPixmap(look.pixmap("qhsign", "text", _ICON_PX, 2.0))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title, self._sentence = label("step-title"), label("second", wrap=True)
        self.open_button, self.demo_button = QPushButton(), QPushButton()
        self.last_button = QPushButton()
        for button, icon, act in (
            (self.last_button, "clock", open_last),
            (self.open_button, "folder", open_file),
            (self.demo_button, "play", open_demo),
        ):
            button.setProperty("kind", "large")
            button.clicked.connect(act)
            look.put_icon(button, icon, "text-2", 20)
        first = self.last_button if last_name else self.open_button
        first.setProperty("kind", "primary")
        first.setMinimumHeight(40)
        look.put_icon(first, "clock" if last_name else "folder", "on-accent", 20)
        self.last_button.setVisible(bool(last_name))
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(40, 32, 40, 32)
        inside.setSpacing(12)
        for text in (self._title, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (mark, self._title, self._sentence):
            inside.addWidget(each)
        inside.addSpacing(8)
        for button in (self.last_button, self.open_button, self.demo_button):
            inside.addWidget(button)
        card.setFixedWidth(440)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.notice)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)
        self._set_words()

    def be_busy(self, *, busy: bool) -> None:
        """Take no second wish while a file is being opened."""
        for button in (self.last_button, self.open_button, self.demo_button):
            button.setEnabled(not busy)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._title.setText(self.tr("qhsign"))
        self._sentence.setText(
            self.tr(
                "Guests and check-in for a fair and its signing ceremonies. One event, one file."
            )
        )
        self.last_button.setText(self.tr("Go on with {file}").format(file=self._last_name))
        self.open_button.setText(self.tr("Open an event file…"))
        self.demo_button.setText(self.tr("Open the demo event"))
