"""录入 → 核对 → 签批 of the run of show: who, when, the next step, and what changed since."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qhsign.domain.roles import Act
from qhsign.services.audit_records import AuditEntry
from qhsign.services.show_records import ShowTable
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.reports.audit_model import said_words, subject_words
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look

_SHOWN = 6
_ICON_PX = 18


class SignOff(QWidget):
    """``asked`` carries the step and the name of who does it."""

    asked = Signal(object, str)

    def __init__(self, look: Look, rights: Rights, zone: tzinfo | None) -> None:
        super().__init__()
        self._look, self._rights, self._zone = look, rights, zone
        self._table: ShowTable | None = None
        self._heading = label("card-title")
        self._icons = [label() for _ in ApprovalStep]
        self._words = [label("second") for _ in ApprovalStep]
        self._who = [WrappedLabel("fact-text") for _ in ApprovalStep]
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.button = QPushButton()
        self._asking = QWidget()
        self._before, self._changes = WrappedLabel("locked"), WrappedLabel("fact-second")
        self._lay_out()
        self.button.clicked.connect(self._ask)
        self.name.returnPressed.connect(self._ask)
        self.name.textChanged.connect(self._show_button)
        rights.changed.connect(self._set_words)
        rights.explain(self.button, Act.APPROVE)
        look.changed.connect(self._set_words)
        self._set_words()

    @property
    def following(self) -> ApprovalStep | None:
        """The step that is to be done next, None where all are done."""
        done = self._table.approval.steps if self._table else {}
        return next((step for step in ApprovalStep if step not in done), None)

    @property
    def said(self) -> str:
        """What is said of an earlier sign-off and of what changed since."""
        shown = (self._before, self._changes)
        return "\n".join(each.text() for each in shown if not each.isHidden())

    def show_table(self, table: ShowTable | None) -> None:
        """Show how far a run of show has come."""
        self._table = table
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _ask(self) -> None:
        step = self.following
        if step is not None and self.button.isEnabled():
            self.asked.emit(step, self.name.text().strip())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row in range(len(ApprovalStep)):
            self._icons[row].setFixedWidth(_ICON_PX)
            for place, each in enumerate((self._icons[row], self._words[row], self._who[row])):
                grid.addWidget(each, row, place)
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 4, 0, 0)
        asking.setSpacing(8)
        asking.addWidget(self.name, 1)
        asking.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._before)
        column.addWidget(self._changes)
        column.addLayout(grid)
        column.addWidget(self._asking)

    def _set_words(self) -> None:
        self._heading.setText(self.tr("Sign-off"))
        words = self._step_words()
        approval = self._table.approval if self._table else None
        for row, step in enumerate(ApprovalStep):
            signed = approval.steps.get(step) if approval else None
            icon, colour = ("ring-tick", "ok") if signed else ("clock", "text-3")
            ratio = self.devicePixelRatioF()
            self._icons[row].setPixmap(self._look.pixmap(icon, colour, _ICON_PX, ratio))
            self._words[row].setText(words[row])
            shown = f"{signed.by}  {signed.at.astimezone(self._zone):%m-%d %H:%M}" if signed else ""
            self._who[row].setText(shown or self.tr("not yet"))
        following = self.following
        self._asking.setVisible(self._table is not None and following is not None)
        if following is not None:
            self.button.setText(self._button_words()[list(ApprovalStep).index(following)])
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of who does the next step"))
        if not self.name.text():
            self.name.setText(self._rights.working.name)
        self._say_before(words)
        self._show_button()

    def _step_words(self) -> Sequence[str]:
        return (self.tr("Entered"), self.tr("Checked"), self.tr("Approved"))

    def _button_words(self) -> Sequence[str]:
        return (self.tr("Enter"), self.tr("Check"), self.tr("Approve"))

    def _show_button(self) -> None:
        may = self.following is not ApprovalStep.APPROVED or self._rights.may(Act.APPROVE)
        self.button.setEnabled(may and bool(self.name.text().strip()))

    def _say_before(self, words: Sequence[str]) -> None:
        before = self._table.before if self._table else None
        self._before.setVisible(before is not None)
        self._changes.setVisible(before is not None and bool(before.changes))
        if before is None:
            return
        step = words[list(ApprovalStep).index(ApprovalStep(before.step))]
        said = self.tr("{step} by {name} on {when}, but what it says has changed since.")
        when = f"{before.signed.at.astimezone(self._zone):%m-%d %H:%M}"
        self._before.setText(said.format(step=step, name=before.signed.by, when=when))
        shown = [_change(entry) for entry in before.changes[:_SHOWN]]
        more = len(before.changes) - len(shown)
        if more:
            shown.append(self.tr("and {count} more").format(count=more))
        self._changes.setText("\n".join(shown))


def _change(entry: AuditEntry) -> str:
    """Say one change in a line: when, who, of what, from what to what."""
    head = f"{entry.at:%m-%d %H:%M} {entry.operator} {entry.change_word} {subject_words(entry)}"
    if entry.change != "update":
        return head
    return f"{head}  {said_words([c for c in entry.changes if not c.field.endswith('_id')])}"
