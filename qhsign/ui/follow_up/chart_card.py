"""A card with a title, a note and a painted chart."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from qhsign.ui.follow_up.painted_chart import Chart, PaintedChart, Painting
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look


class ChartCard(QFrame):
    """Shows one painting under its title; the note says how it is to be read.

    ``kept`` is all of it, for a picture.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title, self._note = ElidedLabel("card-title"), WrappedLabel("caption")
        self.chart = PaintedChart(look)
        self.kept: Chart | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 6)
        column.setSpacing(2)
        for words in (self._title, self._note):
            words.setContentsMargins(8, 0, 8, 2)
            column.addWidget(words)
        column.addWidget(self.chart)

    def show_chart(self, title: str, note: str, painting: Painting) -> None:
        """Show another chart."""
        self.kept = Chart(title, note, painting)
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.chart.show_painting(painting, title)
