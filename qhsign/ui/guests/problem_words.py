"""What open questions about guests are called, and what is to be done about each."""

from PySide6.QtCore import QCoreApplication

from qhsign.domain.guest_problems import GuestProblem
from qhsign.ui.translation import QT_TRANSLATE_NOOP

_WORDS = {
    GuestProblem.NO_PHOTO: QT_TRANSLATE_NOOP("Problems", "No photo"),
    GuestProblem.NO_ORGANIZATION: QT_TRANSLATE_NOOP("Problems", "No organization"),
    GuestProblem.NO_TITLE: QT_TRANSLATE_NOOP("Problems", "No title"),
    GuestProblem.TWICE: QT_TRANSLATE_NOOP("Problems", "Perhaps twice"),
    GuestProblem.NAMESAKE: QT_TRANSLATE_NOOP("Problems", "Namesakes"),
    GuestProblem.READING: QT_TRANSLATE_NOOP("Problems", "Reading open"),
    GuestProblem.NO_STROKES: QT_TRANSLATE_NOOP("Problems", "Strokes open"),
    GuestProblem.ACTIVITY: QT_TRANSLATE_NOOP("Problems", "Activity open"),
}
_ADVICE = {
    GuestProblem.NO_PHOTO: QT_TRANSLATE_NOOP(
        "Problems", "Import a folder of photos, or take them at the desk."
    ),
    GuestProblem.NO_ORGANIZATION: QT_TRANSLATE_NOOP(
        "Problems", "Fill in the organization: badges and place cards print it."
    ),
    GuestProblem.NO_TITLE: QT_TRANSLATE_NOOP(
        "Problems", "Fill in the title: badges and place cards print it."
    ),
    GuestProblem.TWICE: QT_TRANSLATE_NOOP(
        "Problems", "Same name, and document, phone or organization agree: keep one entry."
    ),
    GuestProblem.NAMESAKE: QT_TRANSLATE_NOOP(
        "Problems", "Different people of one name: look at the organization before handing out."
    ),
    GuestProblem.READING: QT_TRANSLATE_NOOP(
        "Problems", "The surname is read in an unusual way: ask, and enter the reading."
    ),
    GuestProblem.NO_STROKES: QT_TRANSLATE_NOOP(
        "Problems", "A character has no place in stroke order: enter a stand-in for it."
    ),
    GuestProblem.ACTIVITY: QT_TRANSLATE_NOOP(
        "Problems", "The list named an activity the event does not have: add it, or correct it."
    ),
}


def problem_word(problem: GuestProblem) -> str:
    """Return the short word of a filter (缺照片)."""
    return QCoreApplication.translate("Problems", _WORDS[problem])


def problem_advice(problem: GuestProblem) -> str:
    """Return what to do about it, in one sentence."""
    return QCoreApplication.translate("Problems", _ADVICE[problem])
