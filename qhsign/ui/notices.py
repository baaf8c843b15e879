"""Sentences shown in place: what happened and what to do next, never a dialog over the work."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look, restyle
from qhsign.wording import say

_ICONS = {"bad": ("ring-cross", "bad"), "warn": ("triangle", "warn"), "ok": ("ring-tick", "ok")}


class Notice(QFrame):
    """One sentence with an icon, at most one action, and a way to put it away.

    ``closed`` tells that a person did, or took the action.
    """

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._problem: ProblemForUser | None = None
        self._action: Callable[[], None] | None = None
        self._tone = "bad"
        self.setProperty("role", "notice")
        self._icon = QLabel()
        self._sentence = label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setProperty("kind", "bare")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self._close, "close", "text-2", 18)
        self._close.clicked.connect(self._be_closed)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 8, 8)
        line.setSpacing(10)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._button)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._draw_icon)
        self._set_words()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the notice says now."""
        return self._sentence.text()

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say what went wrong and what to do."""
        self._problem = problem
        sentence = say(problem.code, self._look.language, **problem.parameters)
        self._show(sentence, "bad", "", None)

    def show_sentence(
        self,
        sentence: str,
        tone: str = "ok",
        word: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Say a sentence, with one action called ``word``."""
        self._problem = None
        self._show(sentence, tone, word, action)

    def put_away(self) -> None:
        """Take the notice from the screen."""
        self._problem = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self._problem is not None:
                self.show_problem(self._problem)
        super().changeEvent(event)

    def _show(self, sentence: str, tone: str, word: str, action: Callable[[], None] | None) -> None:
        self._tone, self._action = tone, action
        self._sentence.setText(sentence)
        self._button.setText(word)
        self._button.setVisible(bool(word))
        self.setAccessibleName(sentence)
        restyle(self, tone=tone)
        self._draw_icon()
        self.show()

    def _draw_icon(self) -> None:
        icon, colour = _ICONS[self._tone]
        self._icon.setPixmap(self._look.pixmap(icon, colour, 20, self.devicePixelRatioF()))

    def _be_closed(self) -> None:
        self.put_away()
        self.closed.emit()

    def _act(self) -> None:
        action = self._action
        self._be_closed()
        if action is not None:
            action()

    def _set_words(self) -> None:
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this notice"))
