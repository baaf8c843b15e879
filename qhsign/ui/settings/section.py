"""One section of the settings screen: headings and form rows that scroll."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from qhsign.ui.shared.form_row import FormRow
from qhsign.ui.shared.plain_parts import label

_WIDEST = 720
_MARGIN = 24


class Section(QScrollArea):
    """Rows are added from the top."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        self._inside = inside
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(14)
        self._locked = False
        self._lock_line = label("locked", wrap=True)
        self._lock_line.hide()
        self.column.addWidget(self._lock_line)
        self.setWidget(inside)

    @property
    def is_locked(self) -> bool:
        """Whether who works here may only look."""
        return self._locked

    def lockable(self) -> Sequence[QWidget]:
        """Return what is greyed where who works here may only look."""
        return self.form_rows

    def lock(self, why: str) -> None:
        """Let people only look, saying who may change something; "" lets them change it."""
        self._locked = bool(why)
        self._lock_line.setText(why)
        self._lock_line.setVisible(self._locked)
        for part in self.lockable():
            part.setEnabled(not why)
            part.setToolTip(why)

    def add_heading(self) -> QLabel:
        """Add a heading; its words are set by the section."""
        heading = label("strong")
        if self.column.count() > 1:
            self.column.addSpacing(10)
        self.column.addWidget(heading)
        return heading

    def add_explanation(self) -> None:
        """Add a line of explanation under the heading; its words are set by ``explain``."""
        self._explanation = label("caption", wrap=True)
        self.column.addWidget(self._explanation)

    def explain(self, words: str) -> None:
        """Say what the section is about."""
        self._explanation.setText(words)

    @property
    def form_rows(self) -> Sequence[FormRow]:
        """The rows there are, from the top."""
        return self._inside.findChildren(FormRow)

    def load(self) -> None:
        """Read what is shown again, where it is kept in the event."""

    def go_to(self, row: FormRow) -> None:
        """Bring a row into view and its control to the keyboard."""
        self.ensureWidgetVisible(row, 0, _MARGIN)
        row.control.setFocus()

    def add_row(self, control: QWidget) -> FormRow:
        """Add a control with room for its caption and explanation."""
        row = FormRow(control)
        self.column.addWidget(row)
        return row

    def close_column(self) -> None:
        """Keep the rows at the top."""
        self.column.addStretch(1)
