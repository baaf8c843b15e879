"""A card with the camera's picture: it reads codes, or holds still for a photo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.camera.camera import Camera, CameraDevice
from qhsign.ui.camera.camera_picture import CameraPicture
from qhsign.ui.camera.code_reader import CodeReader, Read, find_reader
from qhsign.ui.camera.qt_camera import find_camera
from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.plain_parts import label, rule
from qhsign.ui.theme import Look
from qhsign.wording import say

_WORDS, _PICTURE = range(2)


@dataclass(frozen=True, slots=True)
class CameraParts:
    """What a panel is given: the last camera's id and where to keep it, and how both are found.

    ``find_reader`` is None where no code is to be read: the camera then serves for photos alone.
    """

    last: Callable[[], str]
    keep: Callable[[str], None]
    find_camera: Callable[[], Camera] = find_camera
    find_reader: Callable[[], Read] | None = find_reader


class CameraPanel(QFrame):
    """``read`` carries a code, ``closed`` says that the camera was released.

    ``open`` takes the camera and ``close_camera`` releases it. A problem is said in the picture's
    place, with a button to try again.
    """

    read = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parts: CameraParts) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look, self._parts = look, parts
        self._camera: Camera | None = None
        self._reader: CodeReader | None = None
        self._problem: ProblemForUser | None = None
        self._devices: Sequence[CameraDevice] = ()
        self.is_open = False
        self._small, self._plain = False, False
        self._head, self._rule = QWidget(), rule()
        self._title, self._hint = label("strong"), label("caption", wrap=True)
        self.chooser = ChoiceBox(look)
        self.chooser.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._close = QToolButton()
        self._close.setProperty("kind", "bare")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self._close, "close", "text-2", 18)
        self.picture = CameraPicture(look, aims=parts.find_reader is not None)
        self._sentence = label("second", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = QPushButton()
        self.again.setProperty("kind", "small")
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stack = QStackedWidget()
        self._lay_out()
        self._close.clicked.connect(self.close_camera)
        self.again.clicked.connect(self.open)
        self.chooser.activated.connect(self._choose)
        self._set_words()

    @property
    def problem(self) -> ProblemForUser | None:
        """Why there is no picture, or None."""
        return self._problem

    def open(self) -> None:
        """Take the camera used last, or the first there is; a problem is said in place."""
        self.is_open = True
        self._say(None)
        try:
            self._prepare()
        except ProblemForUser as problem:
            self._say(problem)
            return
        self._list()
        self._start()

    def pause(self) -> None:
        """Release the camera while nobody looks; ``open`` goes on."""
        if self._camera is not None:
            self._camera.stop()
        self.picture.show_picture(QImage())
        self._stack.setCurrentIndex(_WORDS)

    def close_camera(self) -> None:
        """Release the camera and its reader."""
        if not self.is_open:
            return
        self.is_open = False
        self.pause()
        if self._reader is not None:
            self._reader.close()
            self._reader.deleteLater()
            self._reader = None
        if self._camera is not None:
            self._camera.deleteLater()
            self._camera = None
        self.closed.emit()

    def take_picture(self) -> QImage:
        """Return the picture that shows now, not mirrored; null where none does."""
        return self.picture.picture.copy()

    def be_plain(self) -> None:
        """Show the picture alone: who looks at it has nothing to choose or to close."""
        self._plain = True
        for each in (self._head, self._rule, self._hint):
            each.hide()

    def be_small(self, *, small: bool) -> None:
        """Leave the line of help out where there is little room."""
        self._small = small
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _prepare(self) -> None:
        if self._camera is None:
            camera = self._parts.find_camera()
            camera.setParent(self)
            camera.frames.connect(self._show)
            camera.troubled.connect(self._say)
            camera.cameras_changed.connect(self._cameras_changed)
            self._camera = camera
        if self._reader is None and self._parts.find_reader is not None:
            self._reader = CodeReader(self._parts.find_reader(), parent=self)
            self._reader.read.connect(self._read)

    def _list(self) -> None:
        self._devices = self._camera.list_cameras() if self._camera is not None else ()
        self.chooser.clear()
        for device in self._devices:
            self.chooser.addItem(device.name, device.id)
        last = self.chooser.findData(self._parts.last())
        self.chooser.setCurrentIndex(max(last, 0) if self._devices else -1)
        self.chooser.setVisible(len(self._devices) > 1)

    def _start(self) -> None:
        if self._camera is None:
            return
        if not self._devices:
            self._say(ProblemForUser("camera-none"))
            return
        self._say(None)
        if self._reader is not None:
            self._reader.forget()
        self._camera.start(str(self.chooser.currentData()))

    def _choose(self, _: int) -> None:
        self._parts.keep(str(self.chooser.currentData()))
        self._start()

    def _cameras_changed(self) -> None:
        """Offer what is plugged in now; a desk without a picture gets one by itself."""
        chosen = self.chooser.currentData()
        self._list()
        place = self.chooser.findData(chosen)
        if place >= 0:
            self.chooser.setCurrentIndex(place)
        if self._problem is not None and self._devices:
            self._start()

    def _show(self, picture: QImage) -> None:
        self.picture.show_picture(picture)
        if self._stack.currentIndex() != _PICTURE:
            self._say(None)
            self._stack.setCurrentIndex(_PICTURE)
        if self._reader is not None:
            self._reader.offer(picture)

    def _read(self, code: str) -> None:
        if self.is_open:
            self.picture.flash()
            self.read.emit(code)

    def _say(self, problem: ProblemForUser | None) -> None:
        """Say why there is no picture; without a problem, that it is being opened."""
        self._problem = problem
        self.picture.show_picture(self.picture.picture if problem is None else QImage())
        self._stack.setCurrentIndex(_WORDS)
        self.again.setVisible(problem is not None)
        self._set_words()

    def _show_hint(self) -> None:
        """Say how to hold a badge, where codes are read and there is a picture to aim in."""
        aims = self._parts.find_reader is not None
        self._hint.setVisible(aims and self._problem is None and not (self._small or self._plain))

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(14, 6, 8, 6)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self.chooser, 1)
        head.addStretch(0)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(12, 6, 12, 6)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._stack.addWidget(words)
        self._stack.addWidget(self.picture)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._rule)
        whole.addWidget(self._stack, 1)
        self._hint.setContentsMargins(14, 5, 14, 6)
        whole.addWidget(self._hint)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Camera"))
        self.chooser.setAccessibleName(self.tr("Which camera"))
        self._close.setToolTip(self.tr("Close the camera"))
        self._close.setAccessibleName(self.tr("Close the camera"))
        self.again.setText(self.tr("Try again"))
        self._hint.setText(self.tr("Hold the code of the badge into the frame"))
        self._show_hint()
        problem = self._problem
        if problem is None:
            self._sentence.setText(self.tr("Opening the camera…"))
        else:
            self._sentence.setText(say(problem.code, self._look.language, **problem.parameters))
        self.setAccessibleName(self._sentence.text() if problem else self.tr("Camera"))
        self.picture.setAccessibleName(self.tr("Picture of the camera"))
