"""The photo of the guest, 72 × 96, to be dropped upon, pasted into, chosen or taken away."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from qhsign.ui.theme import Look

WIDTH_PX, HEIGHT_PX = 72, 96
_CORNER = 6


class PhotoFrame(QWidget):
    """``brought`` carries a picture, as bytes or a Path, and its name.

    ``taken_away`` asks for none, ``camera_asked`` for the camera where one is offered. A click,
    Enter or the menu key opens what can be done.
    """

    brought = Signal(object, str)
    taken_away = Signal()
    camera_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._photo = QPixmap()
        self._hovered = False
        self.offers_camera = False
        self.setFixedSize(WIDTH_PX, HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        look.changed.connect(self.update)
        self._set_words()

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown."""
        return not self._photo.isNull()

    def show_photo(self, jpeg: bytes) -> None:
        """Show another photo; empty for none."""
        photo = QPixmap()
        if jpeg:
            photo.loadFromData(jpeg)
        self._photo = photo
        self._set_words()
        self.update()

    def choose_file(self) -> None:
        """Ask for a picture file."""
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Choose a photo"),
            "",
            self.tr("Pictures") + " (*.jpg *.jpeg *.png *.bmp *.webp *.gif)",
        )
        if name:
            self._bring_file(name)

    def paste(self) -> None:
        """Take the picture, or the picture file, from the clipboard."""
        held = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
        if held.hasImage():
            self._bring_image(QGuiApplication.clipboard().image())
        elif len(files) == 1:
            self._bring_file(files[0])

    def menu(self) -> QMenu:
        """Return what can be done with the photo."""
        menu = QMenu(self)
        self.fill(menu)
        return menu

    def fill(self, menu: QMenu) -> None:
        """Put what can be done with the photo into a menu."""
        if self.offers_camera:
            menu.addAction(self.tr("Take a photo…"), self.camera_asked.emit)
        menu.addAction(self.tr("Choose a photo…"), self.choose_file)
        paste = menu.addAction(self.tr("Paste a photo"), self.paste)
        held = QGuiApplication.clipboard().mimeData()
        paste.setEnabled(held is not None and (held.hasImage() or held.hasUrls()))
        away = menu.addAction(self.tr("Take the photo away"), self.taken_away.emit)
        away.setEnabled(self.has_photo)

    @staticmethod
    def is_picture(held: QMimeData) -> bool:
        """Tell whether what is dragged is a picture, or one file that is called like one."""
        from qhsign.domain.photo_matching import PICTURE_ENDINGS

        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        one = len(files) == 1 and files[0].suffix.casefold() in PICTURE_ENDINGS
        return held.hasImage() or one

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one picture file, or a picture."""
        held = event.mimeData()
        if held.hasImage() or len([url for url in held.urls() if url.isLocalFile()]) == 1:
            event.acceptProposedAction()
            self._hover(hovered=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        del event
        self._hover(hovered=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._hover(hovered=False)
        held = event.mimeData()
        files = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(files) == 1:
            self._bring_file(files[0])
        elif held.hasImage():
            image = held.imageData()
            self._bring_image(image if isinstance(image, QImage) else QImage(image))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what can be done."""
        self._open_menu(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what can be done; take the photo away with Delete."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu}:
            self._open_menu(QPoint(WIDTH_PX // 2, HEIGHT_PX // 2))
        elif event.key() == Qt.Key.Key_Delete and self.has_photo:
            self.taken_away.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the photo, or where it would be, with the ring of the keyboard."""
        del event
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(room, _CORNER, _CORNER)
        painter.fillPath(frame, look.colour("sunken"))
        painter.save()
        painter.setClipPath(frame)
        if self.has_photo:
            self._paint_photo(painter)
        else:
            _paint_nobody(painter, look)
        painter.restore()
        focused = self.hasFocus() or self._hovered
        thick = 2 if focused else look.edge
        painter.setPen(QPen(look.colour("focus" if focused else "line"), thick))
        inset = thick / 2
        inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, _CORNER, _CORNER)
        painter.end()

    def _paint_photo(self, painter: QPainter) -> None:
        """Fill the frame; what is cut off is cut at the sides and below: the face stays."""
        size = self._photo.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        left = (WIDTH_PX - size.width()) / 2
        painter.drawPixmap(
            QRectF(left, 0, size.width(), size.height()),
            self._photo,
            QRectF(0, 0, self._photo.width(), self._photo.height()),
        )

    def _hover(self, *, hovered: bool) -> None:
        self._hovered = hovered
        self.update()

    def _bring_file(self, name: str) -> None:
        path = Path(name)
        self.brought.emit(path, path.name)

    def _bring_image(self, image: QImage) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide wants str, its stub bytes
        self.brought.emit(bytes(buffer.data().data()), self.tr("pasted picture"))

    def _open_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(where))

    def sizeHint(self) -> QSize:
        """Return the frame's one size."""
        return QSize(WIDTH_PX, HEIGHT_PX)

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Photo") if self.has_photo else self.tr("No photo"))
        self.setToolTip(self.tr("Click to choose a photo, or drop one here (Ctrl+V pastes)"))


def _paint_nobody(painter: QPainter, look: Look) -> None:
    """Paint head and shoulders of nobody in particular."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("line"))
    painter.drawEllipse(QRectF(WIDTH_PX / 2 - 17, 22, 34, 34))
    painter.drawEllipse(QRectF(WIDTH_PX / 2 - 31, 62, 62, 62))
