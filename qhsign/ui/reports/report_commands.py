"""What a person can ask of the report screen."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

REPORTS = "reports"
EXPORTS, TRAIL, FIGURES = range(3)
"""The parts of the screen."""


class ReportScreen(Protocol):
    """What these commands ask of the screen."""

    def go_to(self, part: int) -> None:
        """Bring a part to the front and the keyboard to it."""

    def write_out(self) -> None:
        """Ask where what is in front shall be written."""

    def search_trail(self) -> None:
        """Put the cursor into the search of the audit trail."""

    def read_again(self) -> None:
        """Read the part in front again."""


def report_commands(screen: Later[ReportScreen]) -> Sequence[Command]:
    """Return the commands of the report screen."""
    return (
        Command(
            "report-exports", QT_TRANSLATE_NOOP("Commands", "Exports"), "Alt+1", "export",
            REPORTS, always, lambda: screen().go_to(EXPORTS),
        ),
        Command(
            "report-trail", QT_TRANSLATE_NOOP("Commands", "Audit trail"), "Alt+2", "shield",
            REPORTS, always, lambda: screen().go_to(TRAIL),
        ),
        Command(
            "report-figures", QT_TRANSLATE_NOOP("Commands", "Statistics"), "Alt+3", "overview",
            REPORTS, always, lambda: screen().go_to(FIGURES),
        ),
        Command(
            "report-write", QT_TRANSLATE_NOOP("Commands", "Write the report to a file"), "Ctrl+E",
            "export", REPORTS, always, lambda: screen().write_out(),
        ),
        Command(
            "report-search", QT_TRANSLATE_NOOP("Commands", "Search the audit trail"), "Ctrl+F",
            "search", REPORTS, always, lambda: screen().search_trail(),
        ),
        Command(
            "report-again", QT_TRANSLATE_NOOP("Commands", "Read again"), "F5", "refresh",
            REPORTS, always, lambda: screen().read_again(),
        ),
    )  # fmt: skip
