"""The pane of filters beside the guest list, with a way to take all of them away."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.guests.facet_list import FacetList
from qhsign.ui.guests.facet_model import FacetModel
from qhsign.ui.guests.found_guests import FoundGuests
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_PANE_PX = 188
_HEAD_PX = 34


class FacetPane(QFrame):
    """``cleared`` asks for every guest again."""

    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("facet-pane")
        self.setFixedWidth(_PANE_PX)
        self.model = FacetModel(self)
        self.facets = FacetList(look, self.model)
        self._title, self.clear = label("strong"), QPushButton()
        self.clear.setProperty("kind", "text")
        self.clear.clicked.connect(self.cleared)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 10, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.clear)
        strip = QWidget()
        strip.setFixedHeight(_HEAD_PX)
        strip.setLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self.facets, 1)
        self._set_words()

    def show_found(self, finding: FoundGuests) -> None:
        """Offer the filters of these guests, with their counts."""
        self.model.name_activities(finding.activities)
        self.model.offer(finding.offered())
        self.model.show_counts(finding.wanted, finding.found.counts)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Filters"))
        self.clear.setText(self.tr("Clear"))
        self.facets.setAccessibleName(self.tr("Filters"))
        self.model.words_changed()
