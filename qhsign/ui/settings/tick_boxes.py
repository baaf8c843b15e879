"""Several boxes to tick, where all ticked means “all”."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

_IN_A_ROW = 3


class TickBoxes(QWidget):
    """``changed`` follows every tick of a person."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(_IN_A_ROW, 1)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer values with their words; what was ticked stays ticked."""
        ticked = self.ticked
        if tuple(value for value, _ in choices) != tuple(self.boxes):
            for box in self.boxes.values():
                self._grid.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.boxes = {}
            for place, (value, _) in enumerate(choices):
                box = QCheckBox()
                box.setChecked(value in ticked)
                box.clicked.connect(self.changed)
                self._grid.addWidget(box, place // _IN_A_ROW, place % _IN_A_ROW)
                self.boxes[value] = box
        for value, word in choices:
            self.boxes[value].setText(word)

    @property
    def ticked(self) -> Sequence[str]:
        """The values that are ticked."""
        return [value for value, box in self.boxes.items() if box.isChecked()]

    def tick(self, values: Collection[str] | None) -> None:
        """Tick these and no others; None ticks all."""
        for value, box in self.boxes.items():
            box.setChecked(values is None or value in values)

    @property
    def text(self) -> str:
        """What ``activity set`` takes: ``all``, or the values with commas; empty for none."""
        ticked = self.ticked
        return "all" if len(ticked) == len(self.boxes) else ",".join(ticked)
