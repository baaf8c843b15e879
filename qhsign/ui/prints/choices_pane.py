"""The left pane: what to print, for whom and how, and the button that prints at its foot."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from qhsign.ui.prints.one_of_them import Find
from qhsign.ui.prints.run_foot import RunFoot
from qhsign.ui.prints.slip_pane import SlipPane
from qhsign.ui.prints.what_chooser import WhatChooser
from qhsign.ui.prints.wish_form import WishForm
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_LEAST_PX = 296


class ChoicesPane(QFrame):
    """Holds the choices, which scroll, and the foot, which stays."""

    def __init__(self, look: Look, find: Find) -> None:
        super().__init__()
        self.setObjectName("choices-pane")
        self.setMinimumWidth(_LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.what = WhatChooser()
        self.form = WishForm(look, find)
        self.foot = RunFoot(look)
        self.slip = SlipPane(look)
        self._what_title, self._whom_title = label("strong"), label("strong")
        self._count = label("second")
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self.slip)
        inside.addWidget(self._what_title)
        inside.addWidget(self.what)
        inside.addSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._whom_title)
        head.addStretch(1)
        head.addWidget(self._count)
        inside.addLayout(head)
        inside.addWidget(self.form)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(_Scroll(sheet), 1)
        column.addWidget(self.foot)
        self._set_words()

    def show_count(self, count: str) -> None:
        """Say how many are meant."""
        self._count.setText(count)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._what_title.setText(self.tr("What to print"))
        self._whom_title.setText(self.tr("For whom and how"))


class _Scroll(QScrollArea):
    """Scrolls up and down only: it is always as wide as what lies in it."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)
        self._sheet = sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the width of what lies inside."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._sheet.minimumSizeHint().width() + bar)
        super().resizeEvent(event)
