"""Finds settings by what is asked and explained, in every section."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qhsign.ui.settings.section import Section
from qhsign.ui.shared.form_row import FormRow
from qhsign.ui.shared.plain_parts import label

Named = Sequence[tuple[str, Section]]
_ROW_ROLE = Qt.ItemDataRole.UserRole


class SettingFinder(QWidget):
    """``found`` carries the section and the row a person went to.

    ``sections`` gives the sections with their names in the window's language.
    """

    found = Signal(object, object)

    def __init__(self, sections: Callable[[], Named]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._sections = sections
        self._text = ""
        self.list = QListWidget()
        self.list.setObjectName("settings-found")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.nothing = label("second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self._set_words()

    def search(self, text: str) -> int:
        """Show the rows that hold every word of the text; return how many there are."""
        self._text = text
        self.list.clear()
        words = text.casefold().split()
        for name, section in self._sections():
            for row in section.form_rows:
                looked_in = f"{name} {row.caption} {row.why}".casefold()
                if row.caption and all(word in looked_in for word in words):
                    self._add(name, section, row)
        self.list.setCurrentRow(0)
        nothing = self.tr("No setting for “{text}”: try a shorter word.").format(text=text)
        self.nothing.setText(nothing)
        self.nothing.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        return self.list.count()

    def go_to_first(self) -> None:
        """Go to the row that is chosen, the first where nobody chose."""
        item = self.list.currentItem()
        if item is not None:
            self._go(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the chosen row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_to_first()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Find again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.list.setAccessibleName(self.tr("Settings found"))
        if self._text:
            self.search(self._text)

    def _add(self, name: str, section: Section, row: FormRow) -> None:
        words = f"{name} › {row.caption}"
        item = QListWidgetItem(f"{words} — {row.why}" if row.why else words)
        item.setData(_ROW_ROLE, (section, row))
        item.setToolTip(row.why)
        self.list.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        section, row = item.data(_ROW_ROLE)
        self.found.emit(section, row)
