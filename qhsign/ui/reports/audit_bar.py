"""Above the audit trail: how many entries, whether the chain holds, and writing them to a file."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.roles import Act
from qhsign.services.verification_records import Check
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look
from qhsign.wording import say

_JOURNAL = "journal"
_HEAD_PX = 48


class AuditBar(QFrame):
    """``verify_asked`` asks for the check, ``turn_asked`` for the filters in a narrow window.

    ``write_asked`` carries the file's ending; the purpose is asked for in a line of its own.
    """

    verify_asked = Signal()
    turn_asked = Signal()
    write_asked = Signal(str)

    def __init__(self, look: Look, rights: Rights) -> None:
        super().__init__()
        self.setObjectName("audit-bar")
        self._look, self._rights = look, rights
        self._is_writing = False
        self._total: int | None = None
        self._is_searching = True
        self._is_narrow = False
        self._checks: Sequence[Check] = ()
        self._checked_at: datetime | None = None
        self._count, self._chain = label("strong"), ElidedLabel("second")
        self._icon = QLabel()
        self.verify, self.export, self.turn = QPushButton(), QPushButton(), QPushButton()
        self.purpose, self.write, self._close = QLineEdit(), QPushButton(), QPushButton()
        self._formats = QButtonGroup(self)
        self.format_buttons = [QPushButton(name) for name in ("xlsx", "csv")]
        self._asking = QWidget()
        self._lay_out()
        self._connect()
        look.changed.connect(self._draw)
        self._set_words()

    @property
    def given_purpose(self) -> str:
        """What the file is for."""
        return self.purpose.text().strip()

    def show_count(self, total: int | None, *, searching: bool) -> None:
        """Say how many entries there are; None while they are being counted."""
        self._total, self._is_searching = total, searching
        self._say()

    def show_checks(self, checks: Sequence[Check], at: datetime) -> None:
        """Say whether the chain held when it was checked."""
        self._checks, self._checked_at = checks, at
        self._say()

    def be_narrow(self, *, narrow: bool) -> None:
        """Offer the filters behind a button in a narrow window, and say less."""
        self._is_narrow = narrow
        self.turn.setVisible(narrow)
        self._chain.setVisible(not narrow)
        self._name_buttons()

    def name_turn(self, word: str) -> None:
        """Say what the button for a narrow window brings up."""
        self.turn.setText(word)

    def be_writing(self, *, writing: bool) -> None:
        """Offer nothing twice."""
        self._is_writing = writing
        self._enable()

    def ask_purpose(self) -> None:
        """Ask what the file is for."""
        self._asking.show()
        self.purpose.setFocus()

    def stop_asking(self) -> None:
        """Put the question away."""
        if not self._asking.isHidden():
            self._asking.hide()
            self.purpose.clear()
            self.export.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the question away with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self._asking.isHidden():
            self.stop_asking()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("pane-head")
        head.setFixedHeight(_HEAD_PX)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self._count)
        line.addSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._chain, 1)
        for button, icon in ((self.verify, "shield"), (self.export, "export"), (self.turn, "")):
            button.setProperty("kind", "small")
            if icon:
                self._look.put_icon(button, icon, "text-2", 16)
            line.addWidget(button)
        self.turn.hide()
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(16, 8, 12, 8)
        asking.setSpacing(8)
        self.purpose.setMaxLength(100)
        asking.addWidget(self.purpose, 1)
        for place, button in enumerate(self.format_buttons):
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            self._formats.addButton(button, place)
            asking.addWidget(button)
        self.format_buttons[0].setChecked(True)
        self.write.setProperty("kind", "primary")
        asking.addWidget(self.write)
        asking.addWidget(self._close)
        self._asking.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._asking)

    def _connect(self) -> None:
        self.verify.clicked.connect(self.verify_asked)
        self.turn.clicked.connect(self.turn_asked)
        self.export.clicked.connect(self.ask_purpose)
        self.write.clicked.connect(self._ask)
        self.purpose.returnPressed.connect(self._ask)
        self.purpose.textChanged.connect(lambda _: self._say())
        self._close.clicked.connect(self.stop_asking)
        self._rights.changed.connect(self._enable)
        for button in (self.export, self.write):
            self._rights.explain(button, Act.EXPORT)
        self._enable()

    def _enable(self) -> None:
        may = self._rights.may(Act.EXPORT) and not self._is_writing
        self.verify.setEnabled(not self._is_writing)
        self.export.setEnabled(may)
        self.write.setEnabled(may and bool(self.given_purpose))

    def _ask(self) -> None:
        if self.write.isEnabled():
            self.write_asked.emit(self.format_buttons[self._formats.checkedId()].text())

    def _say(self) -> None:
        if self._is_searching:
            self._count.setText(self.tr("Searching…"))
        elif self._total is None:
            self._count.setText(self.tr("Counting…"))
        else:
            self._count.setText(self.tr("{count} entries").format(count=f"{self._total:,}"))
        self._chain.setText(self._chain_words())
        self._icon.setToolTip(self._chain.text())
        self._icon.setAccessibleName(self._chain.text())
        self._enable()
        self._draw()

    def _chain_words(self) -> str:
        if self._checked_at is None:
            return self.tr("The chain has not been checked in this window.")
        wrong = [each for each in self._checks if not each.ok]
        at = f"{self._checked_at:%H:%M}"
        journal = next((each for each in self._checks if each.name == _JOURNAL), None)
        if wrong:
            named = "、".join(say(f"check-{each.name}", self._look.language) for each in wrong)
            return self.tr("Checked at {at}; does not hold: {checks}").format(at=at, checks=named)
        count = f"{int(journal.found):,}" if journal and journal.found.isdigit() else ""
        words = self.tr("The chain of {count} entries holds, checked at {at}")
        return words.format(count=count, at=at)

    def _draw(self) -> None:
        wrong = any(not each.ok for each in self._checks)
        icon, colour = ("ring-cross", "bad") if wrong else ("ring-tick", "ok")
        if self._checked_at is None:
            icon, colour = "shield", "text-3"
        picture = self._look.pixmap(icon, colour, 18, self.devicePixelRatioF())
        self._icon.setPixmap(picture)

    def _name_buttons(self) -> None:
        for button, word in (
            (self.verify, self.tr("Verify now")),
            (self.export, self.tr("Export…")),
        ):
            button.setText("" if self._is_narrow else word)
            button.setAccessibleName(word)
            button.setToolTip(word)

    def _set_words(self) -> None:
        self._name_buttons()
        self.purpose.setPlaceholderText(self.tr("What the file is for; the journal keeps it"))
        self.purpose.setAccessibleName(self.tr("Purpose of the export"))
        self.write.setText(self.tr("Write…"))
        self._close.setText(self.tr("Cancel"))
        self._say()
