"""录入 → 核对 → 签批 of the plan shown: who did which step and when, and the step that is next."""

from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from qhsign.domain.roles import Act
from qhsign.services.stage_approvals import Approval, ApprovalStep
from qhsign.services.stage_looks import StageLook
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.stage.stage_words import moment_words, step_word
from qhsign.ui.theme import Look

_NAME_PX = 260


class SignPanel(QFrame):
    """``signed`` carries the step and the name of who does it; ``closed`` that it is put away."""

    signed = Signal(object, str)
    closed = Signal()

    def __init__(self, look: Look, rights: Rights, zone: tzinfo | None) -> None:
        super().__init__()
        self.setObjectName("stage-panel")
        self._rights, self._zone = rights, zone
        self._plan: StageLook | None = None
        self._steps = {step: label("strong") for step in ApprovalStep}
        self._who = {step: ElidedLabel("second") for step in ApprovalStep}
        self.changed_since = ElidedLabel("error")
        self.name, self.sign = QLineEdit(), QPushButton()
        self.name.setMaxLength(40)
        self.name.setMaximumWidth(_NAME_PX)
        self.name.returnPressed.connect(self._sign)
        self.sign.clicked.connect(self._sign)
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "bare")
        look.put_icon(self.close_button, "close", "text-2", 18)
        self.close_button.clicked.connect(self.closed)
        rights.changed.connect(self._show)
        self._lay_out()
        self._set_words()
        self.hide()

    @property
    def next_step(self) -> ApprovalStep | None:
        """The step that is next; None when all are done, or nothing can be signed."""
        plan = self._plan
        if plan is None or not plan.is_latest:
            return None
        return next((each for each in ApprovalStep if each not in plan.approval.steps), None)

    def show_plan(self, plan: StageLook | None) -> None:
        """Show how far another plan has come."""
        self._plan = plan
        self._show()

    def be_ready(self) -> None:
        """Take the keyboard, with who works here as the name."""
        if not self.name.text():
            self.name.setText(self._rights.working.name)
        self.name.setFocus()
        self.name.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _sign(self) -> None:
        step = self.next_step
        if step is not None and self.sign.isEnabled():
            self.signed.emit(step, self.name.text().strip())
            self.name.clear()

    def _lay_out(self) -> None:
        steps = QGridLayout()
        steps.setHorizontalSpacing(16)
        steps.setVerticalSpacing(0)
        for column, step in enumerate(ApprovalStep):
            steps.addWidget(self._steps[step], 0, column)
            steps.addWidget(self._who[step], 1, column)
            steps.setColumnStretch(column, 1)
        above = QHBoxLayout()
        above.addLayout(steps, 1)
        above.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.name, 1)
        below.addWidget(self.sign)
        below.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 6, 12, 6)
        lines.setSpacing(4)
        lines.addLayout(above)
        lines.addWidget(self.changed_since)
        lines.addLayout(below)
        for each in (self.name, self.sign):
            each.setFixedHeight(32)

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        for each, who in self._who.items():
            signed = plan.approval.steps.get(each)
            who.setText(self._words(plan.approval, each) if signed else "—")
        step = self.next_step
        for control in (self.name, self.sign):
            control.setVisible(step is not None)
        if step is not None:
            self.sign.setText(self.tr("Sign: {step}").format(step=step_word(step)))
            self.name.setAccessibleName(self.tr("Who signs: {step}").format(step=step_word(step)))
            act = Act.APPROVE if step is ApprovalStep.APPROVED else Act.EDIT
            self.sign.setEnabled(self._rights.may(act))
            self.sign.setToolTip(self._rights.why_not(act))
        self.changed_since.setText(changed_words(plan, self._zone))
        self.changed_since.setVisible(bool(self.changed_since.text()))

    def _words(self, approval: Approval, step: ApprovalStep) -> str:
        signed = approval.steps[step]
        return self.tr("{who}  {when}").format(
            who=signed.by, when=moment_words(signed.at, self._zone)
        )

    def _set_words(self) -> None:
        for step, name in self._steps.items():
            name.setText(step_word(step))
        self.name.setPlaceholderText(self.tr("Name"))
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the sign-off"))
        self.setAccessibleName(self.tr("Sign-off of the plan"))
        self._show()


def changed_words(plan: StageLook, zone: tzinfo | None) -> str:
    """Return that the plan changed after it was signed, "" where it did not."""
    signed = plan.signed_otherwise
    if signed is None or plan.approval.steps or not signed.steps:
        return ""
    step, last = list(signed.steps.items())[-1]
    words = QCoreApplication.translate(
        "Stage", "Changed after {who} signed ({step}, {when}): sign it anew."
    )
    return words.format(who=last.by, step=step_word(step), when=moment_words(last.at, zone))
