"""The bar above the run of show and the host's words: which slate, a line about it, buttons."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.shared.plain_parts import ElidedLabel

_CHOOSER_PX = 220
_NARROW_CHOOSER_PX = 150


class SlateBar(QFrame):
    """Chooses the slate for the whole screen; further widgets stand at the right."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._book = parts.book
        self.setObjectName("toolbar")
        self.setFixedHeight(48)
        self.chooser = WideChooser(parts.look)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.summary = ElidedLabel("second")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 0, 16, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self.chooser)
        self._line.addWidget(self.summary, 1)
        self._line.addStretch(0)
        self.chooser.chosen.connect(parts.book.choose_slate)
        parts.book.read.connect(self._fill)
        parts.book.slate_chosen.connect(self._fill)
        self._fill()
        self.be_narrow(narrow=False)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._line.addWidget(widget)

    def put_first(self, widget: QWidget) -> None:
        """Put a widget behind the slate."""
        self._line.insertWidget(1, widget)

    def be_narrow(self, *, narrow: bool) -> None:
        """Take less room in a narrow window."""
        self.chooser.setFixedWidth(_NARROW_CHOOSER_PX if narrow else _CHOOSER_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        chosen = self._book.slate
        names = [row.name for row in self._book.rows.slates]
        choices = [(name, name) for name in names] or [("", self.tr("No slate yet"))]
        self.chooser.set_choices(choices, chosen.name if chosen else "")
        self.chooser.set_caption(self.tr("Slate"))
        self.chooser.setEnabled(bool(names))
