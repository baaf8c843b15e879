"""The words for categories, states, orders and verdicts, in the window's language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services.setting_records import CategoryLookRow
from qhsign.ui.translation import QT_TRANSLATE_NOOP, Texts
from qhsign.wording import Language

_CATEGORIES = {
    Category.GUEST: QT_TRANSLATE_NOOP("Words", "Guest"),
    Category.DELEGATE: QT_TRANSLATE_NOOP("Words", "Delegate"),
    Category.EXHIBITOR: QT_TRANSLATE_NOOP("Words", "Exhibitor"),
    Category.MEDIA: QT_TRANSLATE_NOOP("Words", "Media"),
    Category.SIGNATORY: QT_TRANSLATE_NOOP("Words", "Signatory"),
    Category.STAFF: QT_TRANSLATE_NOOP("Words", "Staff"),
}
_INVITATIONS = {
    Invitation.PROPOSED: QT_TRANSLATE_NOOP("Words", "Proposed"),
    Invitation.INVITED: QT_TRANSLATE_NOOP("Words", "Invited"),
    Invitation.CONFIRMED: QT_TRANSLATE_NOOP("Words", "Confirmed"),
    Invitation.DECLINED: QT_TRANSLATE_NOOP("Words", "Declined"),
    Invitation.CANCELLED: QT_TRANSLATE_NOOP("Words", "Cancelled"),
}
_VETTINGS = {
    Vetting.PENDING: QT_TRANSLATE_NOOP("Words", "Waiting"),
    Vetting.PASSED: QT_TRANSLATE_NOOP("Words", "Passed"),
    Vetting.FAILED: QT_TRANSLATE_NOOP("Words", "Failed"),
}
_ORDERS = {
    "surname-strokes": QT_TRANSLATE_NOOP("Words", "Surname strokes"),
    "full-name-strokes": QT_TRANSLATE_NOOP("Words", "Full-name strokes"),
    "pinyin": QT_TRANSLATE_NOOP("Words", "Pinyin"),
    "precedence": QT_TRANSLATE_NOOP("Words", "Precedence"),
    "country": QT_TRANSLATE_NOOP("Words", "Country"),
    "arranged": QT_TRANSLATE_NOOP("Words", "As arranged"),
}


def category_word(category: Category) -> str:
    """Return the word on the chip (嘉宾)."""
    return _word(_CATEGORIES[category])


def own_words(looks: Sequence[CategoryLookRow], language: Language) -> Texts:
    """Return the words an event chose for its categories, for the window's translator."""
    key = "word" if language is Language.CHINESE else "word_en"
    return {
        ("Words", _CATEGORIES[look.category]): getattr(look, key)
        for look in looks
        if key in look.chosen
    }


def vip_word() -> str:
    """Return the word for the VIP mark (贵宾)."""
    return QCoreApplication.translate("Words", "VIP")


def empty_word() -> str:
    """Return the word for a field that holds nothing (空)."""
    return QCoreApplication.translate("Words", "empty")


def invitation_word(status: Invitation) -> str:
    """Return the word for an invitation's state (已确认)."""
    return _word(_INVITATIONS[status])


def vetting_word(vetting: Vetting) -> str:
    """Return the word for a vetting's state (通过)."""
    return _word(_VETTINGS[vetting])


def order_word(order: str) -> str:
    """Return the name of one of ``providers.ORDERS`` (姓氏笔画)."""
    return _word(_ORDERS[order])


def _word(source: str) -> str:
    return QCoreApplication.translate("Words", source)
