"""The words for reports, what each is for, and what was exported, in the window's language."""

from PySide6.QtCore import QCoreApplication

from qhsign.services.report_records import Report
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, catalogue, say

_NAMES = {
    Report.ROSTER: QT_TRANSLATE_NOOP("Reports", "Roster"),
    Report.ATTENDANCE: QT_TRANSLATE_NOOP("Reports", "Attendance"),
    Report.CHECK_INS: QT_TRANSLATE_NOOP("Reports", "Check-in records"),
    Report.ADDRESS_LIST: QT_TRANSLATE_NOOP("Reports", "Address list"),
    Report.SEATING: QT_TRANSLATE_NOOP("Reports", "Seating list"),
    Report.CONTRACT_LIST: QT_TRANSLATE_NOOP("Reports", "Contract list"),
    Report.CONTRACTS: QT_TRANSLATE_NOOP("Reports", "Contract details"),
    Report.BRIEF: QT_TRANSLATE_NOOP("Reports", "Statistics brief"),
}
_PURPOSES = {
    Report.ROSTER: QT_TRANSLATE_NOOP("Reports", "Who is on file, for offices"),
    Report.ATTENDANCE: QT_TRANSLATE_NOOP("Reports", "Who came and who is missing"),
    Report.CHECK_INS: QT_TRANSLATE_NOOP("Reports", "Every scan with its verdict"),
    Report.ADDRESS_LIST: QT_TRANSLATE_NOOP("Reports", "Phones and titles, by delegation"),
    Report.SEATING: QT_TRANSLATE_NOOP("Reports", "Seat by seat, for the hall"),
    Report.CONTRACT_LIST: QT_TRANSLATE_NOOP("Reports", "With totals, for the seal"),
    Report.CONTRACTS: QT_TRANSLATE_NOOP("Reports", "Columns as you choose them"),
    Report.BRIEF: QT_TRANSLATE_NOOP("Reports", "One or two pages for the leaders"),
}
_ICONS = {
    Report.ROSTER: "guests",
    Report.ATTENDANCE: "check-in",
    Report.CHECK_INS: "clock",
    Report.ADDRESS_LIST: "desk",
    Report.SEATING: "list",
    Report.CONTRACT_LIST: "contract",
    Report.CONTRACTS: "file",
    Report.BRIEF: "overview",
}


def report_word(report: Report) -> str:
    """Return what a report is called (名册)."""
    return QCoreApplication.translate("Reports", _NAMES[report])


def report_purpose(report: Report) -> str:
    """Return in a few words what a report is for."""
    return QCoreApplication.translate("Reports", _PURPOSES[report])


def report_icon(report: Report) -> str:
    """Return the icon beside a report's name."""
    return _ICONS[report]


def exported_word(what: str, language: Language) -> str:
    """Return what was exported, by the code records keep; one nobody knows stays as it is."""
    if what in set(Report):
        return report_word(Report(what))
    for code in (f"export-sheet-{what}", f"document-{what}"):
        if code in catalogue():
            return say(code, language)
    return what
