"""Search and filters over the followed contracts: slate, state, industry, region."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from qhsign.domain.contract import LifeCycle
from qhsign.ui.follow_up.follow_words import state_word
from qhsign.ui.follow_up.followed_row import ANY, NONE, FollowedFilter, FollowedRow
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

_REST_MS = 60
"""Typing faster than this is searched once."""


class FilterBar(QFrame):
    """``changed`` carries the filter after every choice; ``left_down`` asks for the table."""

    changed = Signal(object)
    left_down = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("audit-bar")
        self._look = look
        self._slates: Sequence[str] = ()
        self._rows: Sequence[FollowedRow] = ()
        self.search = SearchField(look, 32)
        self.search.setMinimumWidth(150)
        self.slate, self.state = WideChooser(look), WideChooser(look)
        self.industry, self.region = WideChooser(look), WideChooser(look)
        self.clear = QPushButton()
        self.clear.setProperty("kind", "text")
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_REST_MS)
        self._clock.timeout.connect(self._tell)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(self.search, 3)
        for chooser in self._choosers:
            chooser.chosen.connect(lambda _: self._tell())
            line.addWidget(chooser, 2)
        line.addWidget(self.clear)
        self.search.searched.connect(lambda _: self._clock.start())
        self.search.left_down.connect(self.left_down)
        self.search.entered.connect(self.left_down)
        self.clear.clicked.connect(self.clear_all)
        self._set_words()

    @property
    def wanted(self) -> FollowedFilter:
        """The filter as it stands."""
        return FollowedFilter(
            self.search.text, self.slate.current, self.state.current,
            self.industry.current, self.region.current,
        )  # fmt: skip

    @property
    def _choosers(self) -> tuple[WideChooser, ...]:
        return (self.slate, self.state, self.industry, self.region)

    def show_rows(self, rows: Sequence[FollowedRow], slates: Sequence[str]) -> None:
        """Offer what the contracts name; a choice that is gone becomes “all”."""
        self._rows, self._slates = rows, slates
        self._fill()

    def show_hits(self, found: int, total: int) -> None:
        """Say how many contracts fit."""
        words = self.tr("{found} of {total}")
        narrowed = not self.wanted.is_empty
        self.search.show_hits(words.format(found=found, total=total) if narrowed else "")
        self.clear.setVisible(narrowed)

    def clear_all(self) -> None:
        """Look for everything again."""
        for chooser in self._choosers:
            chooser.put(ANY)
        self.search.empty()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _tell(self) -> None:
        self._clock.stop()
        self.changed.emit(self.wanted)

    def _fill(self) -> None:
        rows = self._rows
        none = self.tr("(none named)")
        slates = [(name, name) for name in self._slates]
        if any(not row.row.slates for row in rows):
            slates.append((NONE, self.tr("(on no slate)")))
        states = [(one.value, state_word(one, self._look.language)) for one in LifeCycle]
        named = (
            (self.slate, self.tr("All slates"), slates),
            (self.state, self.tr("All states"), states),
            (
                self.industry,
                self.tr("All industries"),
                _named((row.row.industry for row in rows), none),
            ),
            (self.region, self.tr("All regions"), _named((row.row.region for row in rows), none)),
        )
        for chooser, every, choices in named:
            chooser.set_choices([(ANY, every), *choices], chooser.current)

    def _set_words(self) -> None:
        self.search.set_words(
            self.tr("Contract, number, organization"),
            self.tr("Search the contracts"),
            self.tr("Empty the search field"),
        )
        self.slate.set_caption(self.tr("Slate"))
        self.state.set_caption(self.tr("State"))
        self.industry.set_caption(self.tr("Industry"))
        self.region.set_caption(self.tr("Region"))
        self.clear.setText(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Take search and filters away"))
        self._fill()
        self.clear.setVisible(not self.wanted.is_empty)


def _named(words: Iterable[str], none: str) -> list[tuple[str, str]]:
    found = set(words)
    choices = [(word, word) for word in sorted(found - {""})]
    return [*choices, (NONE, none)] if "" in found and choices else choices
