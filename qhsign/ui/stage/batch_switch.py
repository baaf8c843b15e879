"""Which batch is shown: a choice for each side by side, or a chooser where there are too many."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qhsign.services.stage_records import BatchRow
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.stage.stage_words import batch_word
from qhsign.ui.theme import Look

_MOST_SEGMENTS = 6
_HEIGHT = 32


class BatchSwitch(QWidget):
    """``chosen`` carries a batch's id when a person takes another."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._batches: Sequence[BatchRow] = ()
        self._is_narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chooser = Chooser(look)
        self.chooser.set_choices(())
        self.chooser.chosen.connect(self.chosen)
        self.segments: SegmentedSwitch | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.chooser)

    def show_batches(self, batches: Sequence[BatchRow], current: str) -> None:
        """Offer the batches of a slate, with the current one by its id."""
        names = [(each.id, batch_word(each)) for each in batches]
        if names != [(each.id, batch_word(each)) for each in self._batches]:
            self._batches = batches
            self._build(names)
        self._batches = batches
        ids = [each.id for each in batches]
        self.chooser.choose(current)
        if self.segments is not None and current in ids:
            self.segments.choose_quietly(ids.index(current))
        self._show_one()

    def be_narrow(self, *, narrow: bool) -> None:
        """Show the chooser instead of the choices side by side."""
        self._is_narrow = narrow
        self._show_one()

    def set_name(self, name: str) -> None:
        """Name it for a reader of the screen."""
        self.chooser.setAccessibleName(name)
        if self.segments is not None:
            self.segments.setAccessibleName(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return the size of the one shown."""
        shown = self.chooser if self._shows_chooser or self.segments is None else self.segments
        return QSize(shown.sizeHint().width(), max(shown.sizeHint().height(), _HEIGHT))

    @property
    def _shows_chooser(self) -> bool:
        return self._is_narrow or self.segments is None

    def _build(self, names: Sequence[tuple[str, str]]) -> None:
        if self.segments is not None:
            self._line.removeWidget(self.segments)
            self.segments.deleteLater()
            self.segments = None
        self.chooser.set_choices(names)
        if 1 < len(names) <= _MOST_SEGMENTS:
            self.segments = SegmentedSwitch(self._look, ("",) * len(names), _HEIGHT)
            self.segments.set_words(*(word for _, word in names))
            self.segments.setAccessibleName(self.accessibleName())
            self.segments.chosen.connect(lambda place: self.chosen.emit(self._batches[place].id))
            self._line.addWidget(self.segments)

    def _show_one(self) -> None:
        self.chooser.setVisible(self._shows_chooser and bool(self._batches))
        if self.segments is not None:
            self.segments.setVisible(not self._shows_chooser)
        self.updateGeometry()
