"""What is wrong with the batch, quietly over its plan; nothing here keeps anybody from working."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout

from qhsign.services.stage_records import StageFinding
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.stage.stage_faces import contract_of
from qhsign.ui.stage.stage_words import finding_words
from qhsign.ui.theme import Look

_MOST_LIST_PX = 132


class FindingsStrip(QFrame):
    """One line, or all of them; ``opened`` carries the contract of the one that was chosen."""

    opened = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._findings: Sequence[StageFinding] = ()
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self._icon, self.sentence = QLabel(), ElidedLabel()
        self.more = QPushButton()
        self.more.setProperty("kind", "small")
        self.more.setCheckable(True)
        self.list = QListWidget()
        self.list.setObjectName("stage-findings")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMaximumHeight(_MOST_LIST_PX)
        self.list.hide()
        self.more.toggled.connect(self._open_list)
        self.list.itemActivated.connect(lambda _: self._tell())
        self.list.itemClicked.connect(lambda _: self._tell())
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 3, 4, 3)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.list)
        look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_findings(self, findings: Sequence[StageFinding]) -> None:
        """Show other findings, or none."""
        if findings != self._findings:
            self._findings = findings
            self.more.setChecked(False)
            self._set_words()
        self.setVisible(bool(findings))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _open_list(self, is_open: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.list.setVisible(is_open)
        self._set_words()

    def _tell(self) -> None:
        number = contract_of(self._findings[self.list.currentRow()])
        if number:
            self.opened.emit(number)

    def _set_words(self) -> None:
        sentences = [finding_words(each, self._look.language) for each in self._findings]
        self.list.clear()
        self.list.addItems(sentences)
        self.list.setAccessibleName(self.tr("What is wrong with the batch"))
        self.sentence.setText(sentences[0] if sentences else "")
        count = self.tr("All {count}").format(count=len(sentences))
        self.more.setText(self.tr("Less") if self.more.isChecked() else count)
        self.more.setVisible(len(sentences) > 1)
        self.setAccessibleName("\n".join(sentences))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap("triangle", "warn", 18, ratio))
