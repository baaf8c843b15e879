"""A sheet over the stage with one card of facts, edited in place."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.fact_group import FactGroup
from qhsign.ui.guest_panel.fact_row import FactRow
from qhsign.ui.shared.page_over import PageOver
from qhsign.wording import say

_WIDEST_PX = 640
_SETTING_WRONG = "setting-wrong"


class FactSheet(PageOver):
    """Shows what is chosen in the book, and says it anew when it changed there.

    A kind of sheet says what ``show_row`` and ``set_words`` show, and connects the choosing with
    ``turn_over``. ``also`` stands below the card.
    """

    def __init__(self, parts: CeremonyParts, under: QWidget, *also: QWidget) -> None:
        super().__init__(parts.look, under)
        self._parts = parts
        self.facts = FactGroup(parts.look)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        for part in (self.facts, *also):
            part.setMaximumWidth(_WIDEST_PX)
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("form-ground")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)
        parts.book.read.connect(self.look_again)

    def show_row(self) -> None:
        """Show what is chosen as it stands; without anything the sheet closes."""
        raise NotImplementedError

    def set_words(self) -> None:
        """Say what does not depend on what is chosen."""
        raise NotImplementedError

    def wrong(self, field: str) -> str:
        """Return how to write a field that was not understood, or ""."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Show it anew if anybody sees it."""
        if self.is_open:
            self.show_row()

    def turn_over(self) -> None:
        """Show what is chosen now; nothing of what was being typed belongs to it."""
        if self.is_open:
            for row in self.facts.rows.values():
                row.close_editor()
            self.show_row()

    def refused(self, editor: FactRow, problem: ProblemForUser) -> None:
        """Say below the field why what was typed there was not taken."""
        sentence = self.wrong(editor.field) if problem.code == _SETTING_WRONG else ""
        language = self._parts.look.language
        editor.show_error(sentence or say(problem.code, language, **problem.parameters))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words()
            self.look_again()
        super().changeEvent(event)
