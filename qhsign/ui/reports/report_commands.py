"""What a person can ask of the report screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qhsign.ui.commands.command import Command, always
from qhsign.ui.translation import QT_TRANSLATE_NOOP

REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class ReportActs:
    """What these commands ask of the screen."""

    exports: Callable[[], None]
    trail: Callable[[], None]
    figures: Callable[[], None]
    write: Callable[[], None]
    search: Callable[[], None]
    again: Callable[[], None]


def report_commands(acts: ReportActs) -> Sequence[Command]:
    """Return the commands of the report screen."""
    return (
        Command(
            "report-exports", QT_TRANSLATE_NOOP("Commands", "Exports"), "Alt+1", "export",
            REPORTS, always, acts.exports,
        ),
        Command(
            "report-trail", QT_TRANSLATE_NOOP("Commands", "Audit trail"), "Alt+2", "shield",
            REPORTS, always, acts.trail,
        ),
        Command(
            "report-figures", QT_TRANSLATE_NOOP("Commands", "Statistics"), "Alt+3", "overview",
            REPORTS, always, acts.figures,
        ),
        Command(
            "report-write", QT_TRANSLATE_NOOP("Commands", "Write the report to a file"), "Ctrl+E",
            "export", REPORTS, always, acts.write,
        ),
        Command(
            "report-search", QT_TRANSLATE_NOOP("Commands", "Search the audit trail"), "Ctrl+F",
            "search", REPORTS, always, acts.search,
        ),
        Command(
            "report-again", QT_TRANSLATE_NOOP("Commands", "Read again"), "F5", "refresh",
            REPORTS, always, acts.again,
        ),
    )  # fmt: skip
