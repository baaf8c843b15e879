"""The manual: its pages at the left, the one being read at the right, over the page until Esc."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.ui.manual.manual_pages import ManualPage, found, manual_pages
from qhsign.ui.manual.manual_text import ManualText
from qhsign.ui.shared.cover import Cover
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

_PAGES_PX = 232
_ID = Qt.ItemDataRole.UserRole


class Manual(Cover):
    """Opens at the page of the screen in front; searches the words of all pages."""

    def __init__(self, look: Look, frame: QWidget) -> None:
        super().__init__(frame, "manual")
        self._look = look
        self._pages: dict[str, ManualPage] = {}
        self._title = label("page-title")
        self._hint = label("second")
        self.search = SearchField(look, 32)
        self.list = QListWidget()
        self.list.setObjectName("manual-pages")
        self.text = ManualText(look)
        self._none = label("quiet", wrap=True)
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "bar")
        look.put_icon(self.close_button, "close", "text-2", 20)
        self._lay_out()
        self.close_button.clicked.connect(self.hide)
        self.search.searched.connect(self._search)
        self.search.left_down.connect(self.list.setFocus)
        self.search.entered.connect(self.text.setFocus)
        self.list.currentItemChanged.connect(self._show_current)
        self.text.page_asked.connect(self.open_at)
        self._set_words()

    @property
    def page(self) -> str:
        """The id of the page shown."""
        return self.text.page.id if self.text.page is not None else ""

    def turn_over(self, page: str) -> None:
        """Open at ``page``, or close."""
        if self.isVisible():
            self.hide()
        else:
            self.open_at(page)

    def open_at(self, page: str) -> None:
        """Open at a page; one the manual does not have opens the first."""
        if not self._pages:
            self._read()
        if self.search.text:
            self.search.input.clear()
        self.lay_over()
        rows = [row for row in range(self.list.count()) if self._id(row) == page]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self._pages:
                page = self.page
                self._read()
                self._go_to(page)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("toolbar")
        head.setFixedHeight(56)
        line = QHBoxLayout(head)
        line.setContentsMargins(24, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(self._title)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(320)
        line.addWidget(self.search, 1)
        line.addStretch(1)
        line.addWidget(self._hint)
        line.addWidget(self.close_button)
        self.list.setFixedWidth(_PAGES_PX)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self._none.setContentsMargins(16, 12, 16, 12)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self._none)
        side.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(row, 1)
        self._none.hide()
        self._none.setFixedWidth(_PAGES_PX)

    def _read(self) -> None:
        self._pages = {page.id: page for page in manual_pages(self._look.language)}
        self._fill("")

    def _fill(self, query: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for page in self._pages.values():
            if found(page, query):
                item = QListWidgetItem(page.title)
                item.setData(_ID, page.id)
                self.list.addItem(item)
        self.list.blockSignals(False)
        self._none.setVisible(not self.list.count())

    def _search(self, query: str) -> None:
        """Keep the pages that have the words, and show the one being read if it is among them."""
        page = self.page
        self._fill(query)
        self._go_to(page)

    def _go_to(self, page: str) -> None:
        rows = [row for row in range(self.list.count()) if self._id(row) == page]
        if self.list.count():
            self.list.setCurrentRow(-1)
            self.list.setCurrentRow(rows[0] if rows else 0)

    def _show_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.show_page(self._pages[item.data(_ID)], self.search.text)

    def _id(self, row: int) -> str:
        return str(self.list.item(row).data(_ID))

    def _set_words(self) -> None:
        self._title.setText(self.tr("Manual"))
        self._hint.setText(self.tr("Esc goes back to work"))
        self.search.set_words(
            self.tr("Search the manual"),
            self.tr("Search the manual"),
            self.tr("Empty the search field"),
        )
        self._none.setText(self.tr("No page has these words."))
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the manual"))
        self.list.setAccessibleName(self.tr("Pages"))
        self.text.setAccessibleName(self.tr("Page of the manual"))
        self.setAccessibleName(self.tr("Manual"))
