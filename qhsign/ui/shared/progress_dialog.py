"""Progress of long work: a count, the time left, a way to cancel; not shown for short work."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from qhsign.background.progress import Progress, Step
from qhsign.ui.shared.plain_parts import label

SHOWN_AFTER_MS = 600
_READ_EVERY_MS = 100
_MINUTE = 60


class ProgressDialog(QDialog):
    """Shows itself after 600 ms unless ``finish`` came first; closing it cancels the work."""

    def __init__(self, title: str, progress: Progress, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._progress = progress
        heading, self._state = label("strong"), label("second")
        heading.setText(title)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._state, 1)
        foot.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self._bar)
        column.addLayout(foot)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.show)
        self._wait.start(SHOWN_AFTER_MS)
        self._read = QTimer(self)
        self._read.timeout.connect(self._look)
        self._read.start(_READ_EVERY_MS)

    def reject(self) -> None:
        """Ask the work to stop and say so."""
        self._progress.cancel()
        self._cancel.setEnabled(False)
        self._state.setText(self.tr("Stopping…"))

    def finish(self) -> None:
        """Go away; the work has ended."""
        self._wait.stop()
        self._read.stop()
        self.hide()
        self.deleteLater()

    def _look(self) -> None:
        step = self._progress.step
        if step is None or self._progress.cancelled:
            return
        self._bar.setRange(0, max(step.total, 1))
        self._bar.setValue(step.done)
        self._state.setText(self._words(step))

    def _words(self, step: Step) -> str:
        count = f"{step.done:,} / {step.total:,}"
        if step.seconds_left is None:
            return count
        if step.seconds_left < _MINUTE:
            left = self.tr("about {count} s left").format(count=round(step.seconds_left) or 1)
        else:
            left = self.tr("about {count} min left").format(
                count=round(step.seconds_left / _MINUTE)
            )
        return self.tr("{count}, {left}").format(count=count, left=left)
