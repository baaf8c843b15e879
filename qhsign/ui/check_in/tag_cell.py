"""The number tag (号码牌) in the verdict's foot: shown large, or typed where tags are things."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look
from qhsign.wording import say

_LONGEST = 24


class TagCell(QWidget):
    """``given`` carries what was typed; ``left`` says that the field was left without."""

    given = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._problem: ProblemForUser | None = None
        self._may_type, self._low = False, False
        self._caption, self._tag = label("caption"), label(name="tag-number")
        self._key, self._error = label("key"), label("error", wrap=True)
        self._key.setText("F5")
        self.field = QLineEdit()
        self.field.setObjectName("tag-field")
        self.field.setMaxLength(_LONGEST)
        self.field.setFixedWidth(190)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.field.returnPressed.connect(self._entered)
        self.field.textEdited.connect(lambda _: self._say(None))
        self._error.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._tag)
        row.addWidget(self.field)
        row.addWidget(self._key)
        row.addWidget(self._error, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._caption)
        self._line.addLayout(row, 1)
        self._set_words()

    @property
    def has_focus(self) -> bool:
        """Whether the next key lands in the field."""
        return self.field.hasFocus()

    @property
    def is_typing(self) -> bool:
        """Whether somebody has begun to type."""
        return self.has_focus and bool(self.field.text())

    @property
    def may_type(self) -> bool:
        """Whether a tag may be typed for the person on the screen."""
        return self._may_type

    def show_tag(self, tag: str, *, may_type: bool) -> None:
        """Show a tag, or the field for one that is still to be typed."""
        self._may_type = may_type
        self._say(None)
        self.field.clear()
        self._tag.setText(tag)
        self._open(opened=may_type and not tag)

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why the typed tag was not taken; it is still there to be mended."""
        self._open(opened=True)
        self._say(problem)
        self.ask()

    def ask(self) -> None:
        """Have the tag typed; one that was misread can be mended."""
        if not self._may_type:
            return
        if self.field.isHidden():
            self.field.setText(self._tag.text())
            self._open(opened=True)
        self.field.setFocus()
        self.field.selectAll()

    def be_low(self, *, low: bool) -> None:
        """Stand in one line where the foot is low."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if low else direction.TopToBottom)
        self._line.setSpacing(12 if low else 0)
        self._low = low
        self.field.setFixedWidth(140 if low else 190)
        size = 24 if low else 34
        self._tag.setStyleSheet(f"font-size: {size}px")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.field.isHidden():
            self._say(None)
            self.field.clear()
            self._open(opened=not self._tag.text())
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._say(self._problem)
        super().changeEvent(event)

    def _entered(self) -> None:
        text = self.field.text().strip()
        if text:
            self.given.emit(text)
        else:
            self.left.emit()

    def _open(self, *, opened: bool) -> None:
        self.field.setVisible(opened)
        self._key.setVisible(opened)
        self._tag.setVisible(not opened)

    def _say(self, problem: ProblemForUser | None) -> None:
        self._problem = problem
        text = say(problem.code, self._look.language, **problem.parameters) if problem else ""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        # The sentence needs the room, and says by itself what the field is for.
        self._key.setVisible(not text and not self.field.isHidden())
        self._caption.setVisible(not (text and self._low))
        self.field.setAccessibleDescription(text)

    def _set_words(self) -> None:
        self._caption.setText(self.tr("Number tag"))
        self.field.setPlaceholderText(self.tr("Number on the tag"))
        self.field.setAccessibleName(self.tr("Number on the tag"))
