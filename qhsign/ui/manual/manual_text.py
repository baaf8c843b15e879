"""A page of the manual set to be read: sizes, spaces, pictures as wide as the column."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from qhsign.ui.manual.manual_pages import ManualPage, picture
from qhsign.ui.theme import Look

_WIDEST_PX = 860
_SIDE_PX, _INDENT_PX = 32, 20
_LINE_HEIGHT = 150.0
_PICTURE = "\ufffc"
"""The character Qt puts in place of a picture."""
_HEADINGS = {1: 28, 2: 20, 3: 16}
_ABOVE = {1: 8, 2: 28, 3: 20}


class ManualText(QTextBrowser):
    """``page_asked`` carries the id of a page whose link was followed."""

    page_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("manual-text")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look = look
        self._page: ManualPage | None = None
        self._query = ""
        self._wide = 0
        self.anchorClicked.connect(lambda url: self.page_asked.emit(url.toString()[:-3]))
        look.changed.connect(self._set_again)

    @property
    def page(self) -> ManualPage | None:
        """The page shown."""
        return self._page

    def show_page(self, page: ManualPage, query: str = "") -> None:
        """Show a page from its top, or at the first word searched for."""
        self._page, self._query = page, query
        self._set()
        self.verticalScrollBar().setValue(0)
        self._show_marks()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give pictures at the size they are shown in, sharp on every screen."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        try:
            image = QImage(str(picture(name if isinstance(name, str) else name.toString())))
        except FileNotFoundError:
            # An incomplete installation shall still be read: the words matter more.
            return QImage(1, 1, QImage.Format.Format_Mono)
        ratio = self.devicePixelRatioF()
        width = min(self._column(), image.width())
        scaled = image.scaledToWidth(
            round(width * ratio), Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page anew where the column has another width."""
        super().resizeEvent(event)
        if self._page is not None and self._column() != self._wide:
            self._set()

    def minimumSizeHint(self) -> QSize:
        """Leave the width to the window."""
        return QSize(200, 100)

    def _column(self) -> int:
        return min(_WIDEST_PX, self.viewport().width() - 2 * _SIDE_PX)

    def _set_again(self) -> None:
        if self._page is not None:
            self._set()

    def _set(self) -> None:
        if self._page is None:
            return
        self._wide = self._column()
        document = self.document()
        document.clear()
        document.setDefaultFont(self._look.font(14))
        document.setDocumentMargin(_SIDE_PX)
        document.setIndentWidth(_INDENT_PX)
        document.setMarkdown(self._page.text)
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()
        self._colour_links(document)
        self._dress_tables(document)

    def _dress(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        style = QTextBlockFormat(block.blockFormat())
        level = style.headingLevel()
        in_list = block.textList() is not None
        style.setTopMargin(_ABOVE.get(level, 2 if in_list else 6))
        style.setBottomMargin(8 if level else 2 if in_list else 6)
        has_picture = "￼" in block.text()
        if not has_picture:
            style.setLineHeight(
                _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
        cursor.setBlockFormat(style)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            words = QTextCharFormat()
            words.setFont(self._look.font(_HEADINGS.get(level, 14), bold=True))
            cursor.mergeCharFormat(words)

    def _dress_tables(self, document: QTextDocument) -> None:
        """Give tables hair lines and room, with their heads on quiet ground."""
        for frame in document.rootFrame().childFrames():
            if not isinstance(frame, QTextTable):
                continue
            style = frame.format().toTableFormat()
            style.setBorder(1)
            style.setBorderBrush(self._look.colour("line"))
            style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            style.setBorderCollapse(True)
            style.setCellPadding(8)
            style.setCellSpacing(0)
            style.setTopMargin(8)
            style.setBottomMargin(12)
            style.setWidth(QTextLength(QTextLength.Type.FixedLength, self._wide))
            frame.setFormat(style)
            for column in range(frame.columns()):
                head = frame.cellAt(0, column)
                ground = head.format()
                ground.setBackground(self._look.colour("sunken"))
                head.setFormat(ground)

    def _colour_links(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            for each in block:  # type: ignore[attr-defined] # the stub lacks __next__
                piece = each.fragment()
                style = piece.charFormat()
                code = style.fontFixedPitch()
                if not (style.isAnchor() or code):
                    continue
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(
                    piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor
                )
                words = QTextCharFormat()
                if code:
                    words.setFont(self._key_font(style))
                    words.setBackground(self._look.colour("sunken"))
                else:
                    words.setForeground(self._look.colour("accent-text"))
                cursor.mergeCharFormat(words)
            block = block.next()

    def _key_font(self, style: QTextCharFormat) -> QFont:
        return self._look.font(13, bold=style.fontWeight() > QFont.Weight.Normal)

    def _show_marks(self) -> None:
        marks = []
        first: QTextCursor | None = None
        for word in self._query.split():
            place = self.document().find(word)
            while not place.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = place
                mark.format.setBackground(QColor(self._look.colour("mark")))
                marks.append(mark)
                first = place if first is None or place < first else first
                place = self.document().find(word, place)
        self.setExtraSelections(marks)
        if first is not None:
            shown = QTextCursor(first)
            shown.clearSelection()
            self.setTextCursor(shown)
            self.ensureCursorVisible()
