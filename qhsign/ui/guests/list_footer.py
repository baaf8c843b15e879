"""The line under the guest list: how many are shown, and in which order."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from qhsign.ui.shared.plain_parts import ElidedLabel

_FOOTER_PX = 42


class ListFooter(QFrame):
    """Two sentences, the left one about the guests, the right one about their order."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list-footer")
        self.setFixedHeight(_FOOTER_PX)
        self.found, self.hint = ElidedLabel("second"), ElidedLabel("quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.addWidget(self.found)
        line.addStretch(1)
        line.addWidget(self.hint)
