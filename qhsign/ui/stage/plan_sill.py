"""The line under the plan: viewpoint, version, how far it is signed, how large it is shown."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from qhsign.domain.stage_terms import Viewpoint
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.services.stage_looks import StageLook
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.stage.sign_panel import changed_words
from qhsign.ui.stage.stage_words import moment_words, step_word, viewpoint_word
from qhsign.ui.theme import Look, restyle

_NARROW_PX = 440
_ZOOMS = ("minus", "whole", "larger")


class PlanSill(QFrame):
    """``sign_asked`` opens the sign-off; ``zoomed`` carries 1 or -1 step."""

    sign_asked = Signal()
    zoomed = Signal(int)
    whole_asked = Signal()
    presidium_asked = Signal()

    def __init__(self, look: Look, zone: tzinfo | None) -> None:
        super().__init__()
        self.setObjectName("stage-sill")
        self._zone = zone
        self._plan: StageLook | None = None
        self._viewpoint = Viewpoint.AUDIENCE
        self.tag, self.version = label("viewpoint"), ElidedLabel("second")
        self.sign, self.presidium = QPushButton(), QPushButton()
        for button in (self.sign, self.presidium):
            button.setProperty("kind", "small")
        self.sign.clicked.connect(self.sign_asked)
        self.presidium.clicked.connect(self.presidium_asked)
        self.smaller, self.whole, self.larger = (self._small(look, each) for each in _ZOOMS)
        self.smaller.clicked.connect(lambda: self.zoomed.emit(-1))
        self.larger.clicked.connect(lambda: self.zoomed.emit(1))
        self.whole.clicked.connect(self.whole_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 8)
        line.setSpacing(6)
        line.addWidget(self.tag)
        line.addWidget(self.version, 1)
        line.addWidget(self.presidium)
        line.addWidget(self.sign)
        for each in (self.smaller, self.whole, self.larger):
            line.addWidget(each)
        self._set_words()

    def show_plan(self, plan: StageLook | None, viewpoint: Viewpoint) -> None:
        """Say what another plan is."""
        self._plan, self._viewpoint = plan, viewpoint
        self.setVisible(plan is not None)
        self._set_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the viewpoint to the head, the presidium to its key, where there is little room."""
        super().resizeEvent(event)
        for each in (self.tag, self.presidium):
            each.setVisible(self.width() >= _NARROW_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    @staticmethod
    def _small(look: Look, icon: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "bare")
        made.setFixedSize(26, 26)
        look.put_icon(made, icon, "text-2", 18)
        return made

    def _set_words(self) -> None:
        self.tag.setText(viewpoint_word(self._viewpoint))
        for button, words in (
            (self.smaller, self.tr("Smaller")),
            (self.whole, self.tr("The whole plan")),
            (self.larger, self.tr("Larger")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.presidium.setText(self.tr("Presidium"))
        plan = self._plan
        if plan is None:
            return
        self.version.setText(self._version_words(plan))
        self.sign.setText(self._signed_words(plan))
        told = "\n".join(self._step_lines(plan))
        self.sign.setToolTip(told)
        self.sign.setAccessibleDescription(told)
        is_warned = bool(changed_words(plan, self._zone))
        restyle(self.sign, tone="warn" if is_warned else "")

    def _version_words(self, plan: StageLook) -> str:
        if plan.made_at is None:
            return self.tr("Version {version}, not made yet").format(version=plan.version)
        words = self.tr("Version {version}, {made} {by}").format(
            version=plan.version, made=moment_words(plan.made_at, self._zone), by=plan.made_by
        )
        if plan.is_printed:
            words = self.tr("{version}, printed").format(version=words)
        if plan.frozen:
            words = self.tr("{version}, frozen").format(version=words)
        return words

    def _signed_words(self, plan: StageLook) -> str:
        if changed_words(plan, self._zone):
            return self.tr("Changed after signing")
        if not plan.approval.steps:
            return self.tr("Not signed")
        step, signed = list(plan.approval.steps.items())[-1]
        return self.tr("{step}: {who}").format(step=step_word(step), who=signed.by)

    def _step_lines(self, plan: StageLook) -> list[str]:
        lines = [words] if (words := changed_words(plan, self._zone)) else []
        for step in ApprovalStep:
            signed = plan.approval.steps.get(step)
            if signed is not None:
                when = moment_words(signed.at, self._zone)
                lines.append(f"{step_word(step)} {signed.by} {when}")
        return lines
