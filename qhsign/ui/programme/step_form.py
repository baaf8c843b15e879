"""One step of the run of show, to be changed: when, how long, what, and who sees to it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.ceremony import StepKind
from qhsign.services.show_records import ShowLine
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import label

STARTS, MINUTES, TITLE = "starts", "minutes", "title"
FIELDS = (STARTS, MINUTES, TITLE, "content", "screen", "sound", "responsible")


class StepForm(QWidget):
    """``changed`` carries a field and what was typed, when it was left with something else.

    A field that is empty shows what is usual. ``moved`` carries -1 or 1, ``removed`` nothing.
    """

    changed = Signal(str, str)
    moved = Signal(int)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: ShowLine | None = None
        self._may_edit = True
        self._heading = WrappedLabel("card-title")
        self._kind = WrappedLabel("caption")
        self.fields = {name: QLineEdit() for name in FIELDS}
        self._captions = {name: label("second") for name in FIELDS}
        self._starts_why = WrappedLabel("caption")
        self.back = QPushButton()
        self.back.setProperty("kind", "text")
        self.back.setProperty("small", "true")
        self.up, self.down = QToolButton(), QToolButton()
        self.remove = QPushButton()
        self.remove.setProperty("kind", "small")
        self._own = QWidget()
        for button, arrow in ((self.up, "↑"), (self.down, "↓")):
            button.setProperty("kind", "step")
            button.setFixedSize(32, 32)
            button.setText(arrow)
        self._lay_out()
        self._connect()
        self._set_words()

    def show_line(self, line: ShowLine | None, *, may_edit: bool) -> None:
        """Show a step; what is being typed is left alone while it is the same step."""
        same = line is not None and self._line is not None and line.key == self._line.key
        self._line, self._may_edit = line, may_edit
        self.setEnabled(line is not None)
        if line is None:
            return
        values = {**line.written, STARTS: f"{line.begins:%H:%M}" if line.is_planned else ""}
        for name, field in self.fields.items():
            if not (same and field.hasFocus() and field.isModified()):
                field.setText(str(values.get(name, "")).replace("\n", "\\n"))
                field.setCursorPosition(0)
            field.setReadOnly(not may_edit)
        self._set_words()

    def keep_typed(self) -> None:
        """Have what is being typed changed now: another run of show is about to come."""
        for name in self.fields:
            self._left(name)

    def focus_first(self) -> None:
        """Go to the first field."""
        first = STARTS if self.fields[STARTS].isVisibleTo(self) else MINUTES
        self.fields[first].setFocus()
        self.fields[first].selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _left(self, name: str) -> None:
        field, line = self.fields[name], self._line
        if line is None or not field.isModified():
            return
        field.setModified(False)
        was = {**line.written, STARTS: f"{line.begins:%H:%M}" if line.is_planned else ""}
        typed = field.text().strip()
        if typed != str(was.get(name, "")).replace("\n", "\\n"):
            self.changed.emit(name, typed)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.editingFinished.connect(lambda name=name: self._left(name))
        self.back.clicked.connect(lambda: self.changed.emit(STARTS, ""))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        row = 0
        for name, field in self.fields.items():
            caption = self._captions[name]
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
            row += 1
            if name == STARTS:
                below = QHBoxLayout()
                below.setSpacing(6)
                below.addWidget(self._starts_why, 1)
                below.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
                grid.addLayout(below, row, 1)
                row += 1
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 4, 0, 0)
        own.setSpacing(8)
        for each in (self.up, self.down, self.remove):
            own.addWidget(each)
        own.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._kind)
        column.addSpacing(6)
        column.addLayout(grid)
        column.addWidget(self._own)

    def _set_words(self) -> None:
        captions = {
            STARTS: self.tr("On stage at"),
            MINUTES: self.tr("Minutes"),
            TITLE: self.tr("Step"),
            "content": self.tr("What happens"),
            "screen": self.tr("Big screen"),
            "sound": self.tr("Sound and light"),
            "responsible": self.tr("Sees to it"),
        }
        for name, caption in captions.items():
            self._captions[name].setText(caption)
            self.fields[name].setAccessibleName(caption)
        self.back.setText(self.tr("Estimate again"))
        self.up.setToolTip(self.tr("Earlier in the run of show"))
        self.up.setAccessibleName(self.tr("Earlier in the run of show"))
        self.down.setToolTip(self.tr("Later in the run of show"))
        self.down.setAccessibleName(self.tr("Later in the run of show"))
        self.remove.setText(self.tr("Take the step out"))
        self._set_line_words()

    def _set_line_words(self) -> None:
        line = self._line
        if line is None:
            self._heading.setText(self.tr("No step is chosen"))
            self._kind.setText("")
            return
        goes_on = line.kind is StepKind.ENTER
        self._heading.setText(line.title)
        own, usual = self.tr("A step of your own"), self.tr("Empty fields say what is usual")
        self._kind.setText(own if line.is_own else usual)
        for each in (self._captions[STARTS], self.fields[STARTS], self._starts_why):
            each.setVisible(goes_on)
        self.back.setVisible(goes_on and line.is_planned and self._may_edit)
        estimated = self.tr("Estimated from the steps before; hh:mm sets it")
        planned = self.tr("Set by hand; waits for the steps before")
        self._starts_why.setText(planned if line.is_planned else estimated)
        self.fields[STARTS].setPlaceholderText(f"{line.begins:%H:%M}")
        for name in FIELDS[1:]:
            self.fields[name].setPlaceholderText(line.usual.get(name, "").replace("\n", " "))
        self._own.setVisible(line.is_own and self._may_edit)
