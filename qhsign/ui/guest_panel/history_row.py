"""One operation of a guest's history: when, what, how and by whom, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qhsign.services.guest_detail_records import HistoryLine
from qhsign.ui.guest_panel.panel_words import change_words, day_word, done_words
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import label
from qhsign.wording import Language

_WHEN_PX = 62


class HistoryRow(QWidget):
    """``undo_asked`` carries the operation."""

    undo_asked = Signal(str)

    def __init__(self, line: HistoryLine, language: Language) -> None:
        super().__init__()
        when = label("caption", wrap=True)
        when.setText(f"{day_word(line.at)}\n{line.at:%H:%M}")
        when.setFixedWidth(_WHEN_PX)
        what, how = WrappedLabel("fact-text"), WrappedLabel("caption")
        said = [change_words(change, language) for change in line.changes]
        what.setText("\n".join(said))
        if not said:
            what.hide()
        how.setText(done_words(line))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(what)
        texts.addWidget(how)
        self.button = QPushButton()
        self.button.setProperty("kind", "text")
        self.button.setProperty("small", "true")
        self.button.setText(self.tr("Redo") if line.action == "undo" else self.tr("Undo"))
        self.button.setAccessibleName(f"{self.button.text()} {what.text()}")
        if not line.can_undo:
            self.button.hide()
        self.button.clicked.connect(lambda: self.undo_asked.emit(line.operation))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(6)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{when.text()} {what.text()} {how.text()}")
