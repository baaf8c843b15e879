"""What is wrong with what was typed into a field: one sentence that says how to write it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say

_NUMBER = QT_TRANSLATE_NOOP("PanelProblems", "Write a whole number, such as 3, or nothing.")
_SENTENCES: Mapping[str, str] = {
    "full_name": QT_TRANSLATE_NOOP("PanelProblems", "A guest needs a name: write it."),
    "country": QT_TRANSLATE_NOOP(
        "PanelProblems", "This country is not known: write its usual name, or a code such as CN."
    ),
    "rank_level": _NUMBER,
    "rank_seq": _NUMBER,
    "arranged": _NUMBER,
    "credentials_date": QT_TRANSLATE_NOOP(
        "PanelProblems", "Write the day as 2024-07-11, or nothing."
    ),
    "document_number": QT_TRANSLATE_NOOP(
        "PanelProblems", "This number cannot be right: compare it with the document."
    ),
}


def field_sentence(problem: ProblemForUser, field: str, language: Language) -> str:
    """Return the sentence to show under a field; other problems say their own."""
    source = _SENTENCES.get(field)
    if problem.code == "field-wrong" and source:
        return QCoreApplication.translate("PanelProblems", source)
    return say(problem.code, language, **problem.parameters)
