"""Shown when the program itself has failed: details to copy, where the log lies, then the end."""

import traceback
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.ui.shared.plain_parts import label


class CrashDialog(QDialog):
    """Nothing recorded is lost: every scan was stored before its verdict was shown."""

    def __init__(self, bug: BaseException, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("qhsign has to close"))
        self.setMinimumSize(560, 380)
        self.details = "".join(traceback.format_exception(bug))
        title, sentence = label("step-title"), label(wrap=True)
        title.setText(self.tr("The program has made a mistake and must close"))
        sentence.setText(
            self.tr(
                "Everything recorded is safe in the event file. Please copy the details and send "
                "them to whoever looks after the program, then open the event again. "
                "The log is here: {path}"
            ).format(path=log)
        )
        text = QPlainTextEdit(self.details)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Details"))
        copy, close = QPushButton(self.tr("Copy the details")), QPushButton(self.tr("Close"))
        close.setProperty("kind", "primary")
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for each in (title, sentence, text):
            column.addWidget(each)
        column.addLayout(buttons)
        close.setFocus()

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QApplication.clipboard().setText(self.details)


def write_log(bug: BaseException, log: Path) -> None:
    """Add the details of a bug to the log; a folder that cannot be written to changes nothing."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(bug)) + "\n")
    except OSError:
        return
