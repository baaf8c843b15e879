"""What the side panel shows of a guest, from the photo down to the history."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qhsign.services.guest_detail_records import GuestDetails
from qhsign.ui.guest_panel.activity_section import ActivitySection
from qhsign.ui.guest_panel.facts_pane import FactsPane
from qhsign.ui.guest_panel.history_section import HistorySection
from qhsign.ui.guest_panel.namesake_section import NamesakeSection
from qhsign.ui.guest_panel.panel_head import PanelHead
from qhsign.ui.guest_panel.papers_section import PapersSection
from qhsign.ui.guest_panel.problem_section import ProblemSection
from qhsign.ui.shared.plain_parts import rule
from qhsign.ui.theme import Look


class GuestSheet(QWidget):
    """The sections one below the other; each tells by its own signals what is asked there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.head = PanelHead(look)
        self.problems = ProblemSection(look)
        self.facts = FactsPane(look)
        self.activities = ActivitySection(look)
        self.papers = PapersSection(look)
        self.namesakes = NamesakeSection(look)
        self.history = HistorySection(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(0)
        for part in (
            self.head,
            self.problems,
            rule(),
            self.facts,
            self.activities,
            self.papers,
            self.namesakes,
            self.history,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def show_details(self, details: GuestDetails) -> None:
        """Show another guest, or the same one as it is now."""
        self.head.show_details(details)
        self.problems.show_problems(details.problems)
        self.facts.show_details(details)
        self.activities.show_activities(details.activities)
        self.papers.show_details(details)
        self.namesakes.show_guests(details.namesakes)
        self.history.show_details(details)
