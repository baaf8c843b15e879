"""What open questions about guests are called, and what is to be done about each."""

from PySide6.QtCore import QCoreApplication

from qhsign.domain.open_questions import OpenQuestion
from qhsign.ui.translation import QT_TRANSLATE_NOOP

_WORDS = {
    OpenQuestion.NO_PHOTO: QT_TRANSLATE_NOOP("Problems", "No photo"),
    OpenQuestion.NO_ORGANIZATION: QT_TRANSLATE_NOOP("Problems", "No organization"),
    OpenQuestion.NO_TITLE: QT_TRANSLATE_NOOP("Problems", "No title"),
    OpenQuestion.TWICE: QT_TRANSLATE_NOOP("Problems", "Perhaps twice"),
    OpenQuestion.NAMESAKE: QT_TRANSLATE_NOOP("Problems", "Namesakes"),
    OpenQuestion.READING: QT_TRANSLATE_NOOP("Problems", "Reading open"),
    OpenQuestion.NO_STROKES: QT_TRANSLATE_NOOP("Problems", "Strokes open"),
    OpenQuestion.ACTIVITY: QT_TRANSLATE_NOOP("Problems", "Activity open"),
}
_ADVICE = {
    OpenQuestion.NO_PHOTO: QT_TRANSLATE_NOOP(
        "Problems", "Import a folder of photos, or take them at the desk."
    ),
    OpenQuestion.NO_ORGANIZATION: QT_TRANSLATE_NOOP(
        "Problems", "Fill in the organization: badges and place cards print it."
    ),
    OpenQuestion.NO_TITLE: QT_TRANSLATE_NOOP(
        "Problems", "Fill in the title: badges and place cards print it."
    ),
    OpenQuestion.TWICE: QT_TRANSLATE_NOOP(
        "Problems", "Same name, and document, phone or organization agree: keep one entry."
    ),
    OpenQuestion.NAMESAKE: QT_TRANSLATE_NOOP(
        "Problems", "Different people of one name: look at the organization before handing out."
    ),
    OpenQuestion.READING: QT_TRANSLATE_NOOP(
        "Problems", "The surname is read in an unusual way: ask, and enter the reading."
    ),
    OpenQuestion.NO_STROKES: QT_TRANSLATE_NOOP(
        "Problems", "A character has no place in stroke order: enter a stand-in for it."
    ),
    OpenQuestion.ACTIVITY: QT_TRANSLATE_NOOP(
        "Problems", "The list named an activity the event does not have: add it, or correct it."
    ),
}


def problem_word(problem: OpenQuestion) -> str:
    """Return the short word of a filter (缺照片)."""
    return QCoreApplication.translate("Problems", _WORDS[problem])


def problem_advice(problem: OpenQuestion) -> str:
    """Return what to do about it, in one sentence."""
    return QCoreApplication.translate("Problems", _ADVICE[problem])
