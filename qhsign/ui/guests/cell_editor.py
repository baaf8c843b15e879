"""Editing a guest in a cell of the table: what is editable, and with which field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services.guest_records import GuestRow
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.words import category_word, invitation_word, vetting_word
from qhsign.ui.theme import Look

FIELDS = {
    Column.NAME: "full_name",
    Column.ORGANIZATION: "organization",
    Column.TITLE: "title",
    Column.DELEGATION: "delegation",
    Column.CATEGORY: "category",
    Column.STATUS: "status",
    Column.READING: "reading",
    Column.LATIN_NAME: "latin_name",
    Column.VETTING: "vetting",
    Column.SEAT: "seat",
    Column.LIAISON: "liaison",
    Column.REMARK: "remark",
    Column.RANK: "rank",
    Column.COUNTRY: "country",
}
"""The columns that can be written to, by the field of ``guest set``. A phone is masked, so it
cannot."""
_LONGEST = 500


def choices_of(column: Column) -> Sequence[tuple[str, str]]:
    """Return the values a column may have with their words; empty where anything may stand."""
    if column is Column.CATEGORY:
        return [(str(each), category_word(each)) for each in Category]
    if column is Column.STATUS:
        return [(str(each), invitation_word(each)) for each in Invitation]
    if column is Column.VETTING:
        return [(str(each), vetting_word(each)) for each in Vetting]
    return ()


def value_of(row: GuestRow, column: Column) -> str:
    """Return the value of a column with choices."""
    return str({Column.CATEGORY: row.category, Column.STATUS: row.status}.get(column, row.vetting))


def make_editor(
    look: Look,
    parent: QWidget,
    column: Column,
    name: str,
    known: Sequence[str],
    finished: Callable[[QWidget], None],
) -> QWidget:
    """Return the editor of a column: a box of choices, or a line that completes to ``known``.

    ``finished`` is called when a choice was taken. ``name`` is what a screen reader says.
    """
    choices = choices_of(column)
    if choices:
        box = ChoiceBox(look)
        box.setParent(parent)
        box.setProperty("kind", "cell")
        for value, word in choices:
            box.addItem(word, value)
        box.activated.connect(lambda _: finished(box))
        box.setAccessibleName(name)
        return box
    line = QLineEdit(parent)
    line.setProperty("kind", "cell")
    line.setMaxLength(_LONGEST)
    line.setAccessibleName(name)
    if known:
        completer = QCompleter(list(known), line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
    return line


def typed(editor: QWidget) -> str:
    """Return what an editor holds: a choice's value, or the text."""
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    return editor.text() if isinstance(editor, QLineEdit) else ""


def fill(editor: QWidget, value: str) -> None:
    """Put a value into an editor, the text selected so that typing replaces it."""
    if isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findData(value))
    elif isinstance(editor, QLineEdit):
        editor.setText(value)
        editor.selectAll()
