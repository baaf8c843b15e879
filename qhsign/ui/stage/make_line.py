"""That the plan shown is not stored as it is, and the button that stores it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from qhsign.services.stage_looks import StageLook
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look


class MakeLine(QFrame):
    """``asked`` is emitted by its button. Looking at a plan writes nothing; this does."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        del look
        self._plan: StageLook | None = None
        self.setProperty("role", "notice")
        self.sentence, self.button = ElidedLabel(), QPushButton()
        self.button.setProperty("kind", "small")
        self.button.clicked.connect(self.asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 3, 4, 3)
        line.setSpacing(8)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.button)
        self.hide()

    def show_plan(self, plan: StageLook | None) -> None:
        """Say whether another plan is stored as it is shown."""
        self._plan = plan
        self.setVisible(plan is not None and not plan.is_kept)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        plan = self._plan
        if plan is not None and plan.versions:
            self.sentence.setText(self.tr("Contracts or people changed since the plan was made."))
            self.button.setText(self.tr("Bring the plan up to date"))
        else:
            self.sentence.setText(self.tr("Not made yet: this is how it would be made now."))
            self.button.setText(self.tr("Make the plan"))
