"""One entry of the audit trail in full: every field, old and new, and its place in the chain."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QTextBrowser, QVBoxLayout

from qhsign.services.audit_records import AuditChange, AuditEntry
from qhsign.ui.reports.audit_model import subject_words
from qhsign.ui.theme import Look

_HASH_SHOWN = 16
_MARGIN_PX = 16


class AuditDetails(QFrame):
    """``operation_asked`` carries the operation whose other entries somebody wants to see."""

    operation_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("side-panel")
        self._look = look
        self._entry: AuditEntry | None = None
        self.text = QTextBrowser()
        self.text.setObjectName("audit-text")
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(_MARGIN_PX)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.together = QPushButton()
        self.together.setProperty("kind", "small")
        self.together.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.text, 1)
        column.addWidget(self.together, 0, Qt.AlignmentFlag.AlignHCenter)
        look.changed.connect(self._show)
        self._set_words()

    def show_entry(self, entry: AuditEntry | None) -> None:
        """Show another entry, or that none is chosen."""
        self._entry = entry
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _ask(self) -> None:
        if self._entry is not None:
            self.operation_asked.emit(self._entry.operation)

    def _show(self) -> None:
        entry = self._entry
        self.together.setVisible(entry is not None)
        colour = self._look.colour
        if entry is None:
            said = escape(self.tr("Choose an entry to see all of it."))
            self.text.setHtml(f'<p style="color:{colour("text-2").name()}">{said}</p>')
            return
        quiet, text = colour("text-2").name(), colour("text").name()
        lines = [
            self._title(entry.action_word),
            f'<p style="color:{text};margin:0 0 8px 0">{escape(subject_words(entry))}</p>',
            *(self._fact(word, value) for word, value in self._facts(entry) if value),
            '<p style="margin:0 0 6px 0">&nbsp;</p>',
            *map(self._change, entry.changes),
        ]
        if entry.is_purged:
            said = escape(self.tr("The values were purged; the chain still holds."))
            lines.append(f'<p style="color:{quiet}">{said}</p>')
        self.text.setHtml("".join(lines))

    def _facts(self, entry: AuditEntry) -> list[tuple[str, str]]:
        return [
            (self.tr("Time"), f"{entry.at:%Y-%m-%d %H:%M:%S}"),
            (self.tr("Operator"), entry.operator),
            (self.tr("Desk"), entry.desk),
            (self.tr("Change"), entry.change_word),
            (self.tr("Entry"), f"{entry.sequence:,}"),
            (self.tr("Hash"), entry.hash[:_HASH_SHOWN]),
        ]

    def _title(self, word: str) -> str:
        text = self._look.colour("text").name()
        style = f"font-size:16px;font-weight:700;color:{text};margin:0 0 4px 0"
        return f'<p style="{style}">{escape(word)}</p>'

    def _fact(self, word: str, value: str) -> str:
        quiet, text = self._look.colour("text-2").name(), self._look.colour("text").name()
        return (
            f'<p style="margin:0 0 2px 0"><span style="color:{quiet}">{escape(word)}</span>&nbsp; '
            f'<span style="color:{text}">{escape(value)}</span></p>'
        )

    def _change(self, change: AuditChange) -> str:
        colour = self._look.colour
        quiet, text, faint = (colour(name).name() for name in ("text-2", "text", "text-3"))
        old = ""
        if change.old:
            old = f'<br><span style="color:{faint}"><s>{_shown(change.old)}</s></span>'
        new = _shown(change.new) if change.new else escape(self.tr("empty"))
        return (
            f'<p style="margin:0 0 8px 0"><span style="color:{quiet}">{escape(change.word)}</span>'
            f'{old}<br><span style="color:{text};font-weight:700">{new}</span></p>'
        )

    def _set_words(self) -> None:
        self.text.setAccessibleName(self.tr("The entry in full"))
        self.together.setText(self.tr("All of this operation"))
        self._show()


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>")
