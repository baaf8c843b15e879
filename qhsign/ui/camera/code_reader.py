"""Reads the code in a picture of the camera, off the window's thread, at most one at a time."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from qhsign.domain.problems import ProblemForUser

QUIET_SECONDS = 1.0
"""How long a code must have been out of the picture before it is read again."""

Read = Callable[[QImage], str]


def find_reader() -> Read:
    """Return the function that reads the code nearest to a picture's middle; "" where none is.

    Raises ProblemForUser ``camera-reader-missing`` where zxing-cpp is not installed.
    """
    try:
        zxing = import_module("zxingcpp")
    except ImportError as missing:
        raise ProblemForUser("camera-reader-missing") from missing

    def read(picture: QImage) -> str:
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        wide, high = grey.bytesPerLine(), grey.height()
        if not wide or not high:
            return ""
        dots = memoryview(bytes(grey.constBits())).cast("B", (high, wide))
        found = zxing.read_barcodes(dots, formats=zxing.BarcodeFormat.QRCode)
        # Whoever waits behind with a badge round the neck is in the picture too.
        middle = (grey.width() / 2, high / 2)
        codes = sorted(found, key=lambda code: _distance(code.position, middle))
        return str(codes[0].text) if codes else ""

    return read


class CodeReader(QObject):
    """``read`` carries the text of a code that came into the picture.

    A picture offered while the one before is looked at is dropped. A code is given again only
    when it was out of the picture for a second.
    """

    read = Signal(str)
    _looked = Signal(str)

    def __init__(
        self, reader: Read, clock: Callable[[], float] = monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reader, self._clock = reader, clock
        self._worker = ThreadPoolExecutor(1, "camera-codes")
        self._busy = False
        self._seen: dict[str, float] = {}
        self._looked.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether a picture is being looked at; another one would be dropped."""
        return self._busy

    def offer(self, picture: QImage) -> None:
        """Look at a picture unless one is being looked at."""
        if self._busy:
            return
        self._busy = True
        self._worker.submit(self._reader, picture).add_done_callback(self._hand_back)

    def forget(self) -> None:
        """Read every code anew, the last one too."""
        self._seen.clear()

    def close(self) -> None:
        """Wait for the picture being looked at, and look at no more."""
        self._worker.shutdown(wait=True)

    def _hand_back(self, future: "Future[str]") -> None:
        """Run on the worker: a picture nothing can be made of is a picture without a code."""
        self._looked.emit("" if future.exception() is not None else future.result())

    def _take(self, code: str) -> None:
        self._busy = False
        now = self._clock()
        self._seen = {each: at for each, at in self._seen.items() if now - at < QUIET_SECONDS}
        if not code:
            return
        known = code in self._seen
        self._seen[code] = now
        if not known:
            self.read.emit(code)


def _distance(position: Any, middle: tuple[float, float]) -> float:
    corners = (
        position.top_left, position.top_right, position.bottom_left, position.bottom_right
    )  # fmt: skip
    x = sum(corner.x for corner in corners) / len(corners)
    y = sum(corner.y for corner in corners) / len(corners)
    return float((x - middle[0]) ** 2 + (y - middle[1]) ** 2)
