"""What a change of many guests is called, before it and afterwards."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services.guest_bulk_records import Bulk, BulkChange, BulkPreview
from qhsign.ui.shared.words import category_word, invitation_word, vetting_word
from qhsign.ui.translation import QT_TRANSLATE_NOOP

_FIELDS = {
    Bulk.CATEGORY: QT_TRANSLATE_NOOP("Bulk", "Category"),
    Bulk.VIP: QT_TRANSLATE_NOOP("Bulk", "VIP"),
    Bulk.STATUS: QT_TRANSLATE_NOOP("Bulk", "Invitation"),
    Bulk.VETTING: QT_TRANSLATE_NOOP("Bulk", "Vetting"),
    Bulk.DELEGATION: QT_TRANSLATE_NOOP("Bulk", "Delegation…"),
    Bulk.LIAISON: QT_TRANSLATE_NOOP("Bulk", "Liaison…"),
    Bulk.INVITE: QT_TRANSLATE_NOOP("Bulk", "Invite to"),
    Bulk.UNINVITE: QT_TRANSLATE_NOOP("Bulk", "Take off the list of"),
    Bulk.REVOKE: QT_TRANSLATE_NOOP("Bulk", "Revoke badges…"),
}
_WILL = {
    Bulk.CATEGORY: QT_TRANSLATE_NOOP("Bulk", "The category of {count} becomes “{value}”."),
    Bulk.STATUS: QT_TRANSLATE_NOOP("Bulk", "The invitation of {count} becomes “{value}”."),
    Bulk.VETTING: QT_TRANSLATE_NOOP("Bulk", "The vetting of {count} becomes “{value}”."),
    Bulk.DELEGATION: QT_TRANSLATE_NOOP("Bulk", "The delegation of {count} becomes “{value}”."),
    Bulk.LIAISON: QT_TRANSLATE_NOOP("Bulk", "The liaison of {count} becomes “{value}”."),
    Bulk.INVITE: QT_TRANSLATE_NOOP("Bulk", "{count} will be invited to “{value}”."),
    Bulk.UNINVITE: QT_TRANSLATE_NOOP("Bulk", "{count} will be taken off the list of “{value}”."),
    Bulk.REVOKE: QT_TRANSLATE_NOOP("Bulk", "The badges of {count} will be revoked."),
}
_EMPTIED = {
    Bulk.DELEGATION: QT_TRANSLATE_NOOP("Bulk", "{count} will have no delegation."),
    Bulk.LIAISON: QT_TRANSLATE_NOOP("Bulk", "{count} will have no liaison."),
}
YES, NO = "yes", "no"


def what_word(what: Bulk) -> str:
    """Return what kind of change it is, as the menu says it."""
    return _word(_FIELDS[what])


def value_word(change: BulkChange, activities: Mapping[str, str]) -> str:
    """Return what the change sets: a category's word, an activity's name."""
    value = change.value
    if change.what is Bulk.CATEGORY:
        return category_word(Category(value))
    if change.what is Bulk.STATUS:
        return invitation_word(Invitation(value))
    if change.what is Bulk.VETTING:
        return vetting_word(Vetting(value))
    if change.what is Bulk.VIP:
        return _word("Mark as VIP") if value == YES else _word("Take the VIP mark away")
    return activities.get(value, value)


def will_happen(change: BulkChange, told: BulkPreview, activities: Mapping[str, str]) -> str:
    """Return one sentence on what the change would do, and to how many it would do nothing."""
    if not told.changing:
        return _nobody(change)
    count = _people(told.changing)
    sentence = _will(change).format(count=count, value=value_word(change, activities))
    if not told.alike:
        return sentence
    if change.what is Bulk.REVOKE:
        rest = _word("{count} have no badge.")
    else:
        rest = _word("{count} stay as they are.")
    return _word("{one} {other}").format(one=sentence, other=rest.format(count=_people(told.alike)))


def has_happened(changed: int) -> str:
    """Return what was done, in one sentence."""
    return _word("{count} changed").format(count=_people(changed))


def _nobody(change: BulkChange) -> str:
    if change.what is Bulk.REVOKE:
        return _word("None of the ticked guests has a badge.")
    return _word("All ticked guests are so already.")


def _will(change: BulkChange) -> str:
    if change.what is Bulk.VIP:
        if change.value == YES:
            return _word("{count} will be marked as VIP.")
        return _word("{count} will no longer be VIP.")
    if change.what in _EMPTIED and not change.value.strip():
        return _word(_EMPTIED[change.what])
    return _word(_WILL[change.what])


def _people(count: int) -> str:
    return _word("{count} guests").format(count=f"{count:,}")


def _word(source: str) -> str:
    return QCoreApplication.translate("Bulk", source)


_OTHERS = (
    QT_TRANSLATE_NOOP("Bulk", "Mark as VIP"),
    QT_TRANSLATE_NOOP("Bulk", "Take the VIP mark away"),
    QT_TRANSLATE_NOOP("Bulk", "{count} have no badge."),
    QT_TRANSLATE_NOOP("Bulk", "{count} stay as they are."),
    QT_TRANSLATE_NOOP("Bulk", "{one} {other}"),
    QT_TRANSLATE_NOOP("Bulk", "{count} changed"),
    QT_TRANSLATE_NOOP("Bulk", "None of the ticked guests has a badge."),
    QT_TRANSLATE_NOOP("Bulk", "All ticked guests are so already."),
    QT_TRANSLATE_NOOP("Bulk", "{count} will be marked as VIP."),
    QT_TRANSLATE_NOOP("Bulk", "{count} will no longer be VIP."),
    QT_TRANSLATE_NOOP("Bulk", "{count} guests"),
)
