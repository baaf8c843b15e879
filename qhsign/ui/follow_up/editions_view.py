"""历届: what was published of the editions, as charts and as a table with sources."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.editions import Figure
from qhsign.domain.roles import Act
from qhsign.services.follow_up_records import Editions, FigureSet, PublishedTaken
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.follow_up.chart_card import ChartCard
from qhsign.ui.follow_up.edition_facts import doubts, edition_charts, figures_table
from qhsign.ui.follow_up.edition_words import figure_word, measure_word, period_word
from qhsign.ui.follow_up.figure_page import FigurePage
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
from qhsign.ui.follow_up.follow_up_work import FollowUpWork
from qhsign.ui.follow_up.narrow_buttons import name_buttons
from qhsign.ui.follow_up.painted_chart import Chart
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.reports.figure_view import FigureView
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.latest import Latest
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.wording import say

CHARTS, TABLE, _EMPTY = range(3)
_TWO_ACROSS = 900


class EditionsView(QWidget):
    """Reads nothing until ``refresh``. ``picture_asked`` asks to keep the charts."""

    picture_asked = Signal()

    def __init__(
        self, parts: CeremonyParts, provider: FollowUpProvider, work: FollowUpWork
    ) -> None:
        super().__init__()
        self._parts, self._provider, self._work = parts, provider, work
        look = parts.look
        self.found: Editions | None = None
        self._asked = Latest[Editions](parts.runner, self._take, parts.bar.show_problem, self)
        self.shape = SegmentedSwitch(look, ("", ""), 32)
        self.enter, self.edit, self.published = QPushButton(), QPushButton(), QPushButton()
        self.copy, self.save = QPushButton(), QPushButton()
        self.cards: list[ChartCard] = []
        self._sheet, self._grid, self._across = QWidget(), QGridLayout(), 0
        self.doubts = WrappedLabel("locked")
        self.table = FigureView(look)
        self.empty = EmptyState(look, "calendar")
        self._pages = QStackedWidget()
        self.page = FigurePage(look, self)
        self._lay_out()
        self._connect()
        self._set_words()

    def refresh(self) -> None:
        """Read the figures again."""
        self._asked.ask(self._provider.editions)

    def focus_first(self) -> None:
        """Be ready for the keyboard."""
        if self._pages.currentIndex() == TABLE:
            self.table.setFocus()
        elif self.cards:
            self.cards[0].chart.setFocus()

    @property
    def charts(self) -> list[Chart]:
        """The charts with their titles, to be kept as a picture."""
        return [card.kept for card in self.cards if card.kept is not None]

    @property
    def current(self) -> Figure | None:
        """The figure of the table the keyboard is at."""
        place = self.table.currentIndex().row()
        if self.found is None or not 0 <= place < len(self.found.figures):
            return None
        return self.found.figures[place]

    def show_shape(self, shape: int) -> None:
        """Show the charts or the table."""
        self.shape.choose(shape)

    def copy_table(self) -> None:
        """Put the figures with their sources on the clipboard."""
        if self.found is None:
            return
        text = self.table.selected_text()
        QGuiApplication.clipboard().setText(text)
        words = self.tr("{count} rows are copied; paste them into a spreadsheet.")
        self._parts.bar.show_done(words.format(count=text.count("\n") + 1))

    def take_published(self) -> None:
        """Enter the figures that come with the program."""
        language = self._parts.look.language

        def told(done: PublishedTaken) -> str:
            return say("edition-figures-added", language, count=done.added)

        self._work.run(self._provider.take_published, told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts beside each other where there is room; buttons show icons where not."""
        super().resizeEvent(event)
        self._set_words()
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show()
        super().changeEvent(event)

    def _take(self, found: Editions) -> None:
        self.found = found
        self._show()

    def _show(self) -> None:
        found, language = self.found, self._parts.look.language
        if found is None:
            return
        charts = edition_charts(found, language)
        while len(self.cards) < len(charts):
            self.cards.append(ChartCard(self._parts.look))
        for card in self.cards[len(charts) :]:
            card.hide()
            self._grid.removeWidget(card)
            card.deleteLater()
        del self.cards[len(charts) :]
        for card, chart in zip(self.cards, charts, strict=True):
            card.show_chart(chart.title, chart.note, chart.painting)
        told = doubts(found, language)
        self.doubts.setText("\n".join(told))
        self.doubts.setVisible(bool(told))
        place = self.table.currentIndex()
        self.table.show_table(figures_table(found, language))
        if place.isValid():
            row = min(place.row(), len(found.figures) - 1)
            self.table.setCurrentIndex(self.table.figures.index(row, 0))
        self._across = 0
        self._place()
        self._turn()

    def _turn(self) -> None:
        has = self.found is not None and bool(self.found.figures)
        shape = self.shape.current
        self._pages.setCurrentIndex(shape if has else _EMPTY)
        for button in (self.copy, self.edit):
            button.setVisible(has and shape == TABLE)
        self.save.setVisible(has and shape == CHARTS)
        self.shape.setVisible(has)

    def _place(self) -> None:
        across = 2 if self.width() >= _TWO_ACROSS else 1
        if across == self._across:
            return
        self._across = across
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // across, place % across)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, across - 1)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("audit-bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(self.shape)
        line.addStretch(1)
        for button in (self.edit, self.enter, self.published, self.copy, self.save):
            line.addWidget(button)
        self._sheet.setObjectName("cards")
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._grid.setSpacing(12)
        column.addWidget(self.doubts)
        column.addLayout(self._grid)
        column.addStretch(1)
        scroll = TallScroll(self._sheet)
        scroll.setObjectName("cards-pane")
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self.table)
        for page in (scroll, held, self.empty):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._pages, 1)

    def _connect(self) -> None:
        look = self._parts.look
        for button, icon in (
            (self.edit, "pencil"), (self.published, "book"),
            (self.copy, "paste"), (self.save, "picture"),
        ):  # fmt: skip
            look.put_icon(button, icon, "text-2", 18)
        self.shape.chosen.connect(lambda _: self._turn())
        self.enter.clicked.connect(lambda: self.page.open_for(None))
        self.edit.clicked.connect(self._edit)
        self.table.activated.connect(lambda _: self._edit())
        self.table.copied.connect(self.copy_table)
        self.published.clicked.connect(self.take_published)
        self.copy.clicked.connect(self.copy_table)
        self.save.clicked.connect(self.picture_asked)
        self.empty.acted.connect(self.take_published)
        self.page.asked.connect(self._set_figure)
        self.page.closed.connect(self.focus_first)
        for button in (self.enter, self.edit, self.published):
            self._parts.rights.keep(button, Act.EDIT)

    def _edit(self) -> None:
        if self.current is not None and self.edit.isEnabled():
            self.page.open_for(self.current)

    def _set_figure(self, values: Mapping[str, str]) -> None:
        language = self._parts.look.language

        def told(done: FigureSet) -> str:
            figure = done.figure
            if figure is None:
                return say("edition-figure-removed", language)
            words = self.tr("{of}: {measure} is {figure} now.")
            return words.format(
                of=period_word(figure.of, language),
                measure=measure_word(figure.measure, language),
                figure=figure_word(figure, language),
            )

        self._work.run(
            lambda: self._provider.set_figure(values),
            told,
            self.page.put_away,
            self.page.show_problem,
        )

    def _set_words(self) -> None:
        self.shape.set_words(self.tr("Charts"), self.tr("Figures and sources"))
        self.shape.setAccessibleName(self.tr("Show the editions as"))
        self.enter.setText(self.tr("Enter a figure"))
        self.edit.setText(self.tr("Correct"))
        self.edit.setToolTip(self.tr("The figure of the current row (Enter)"))
        comes_with = self.tr(
            "Enters the figures that come with the program; yours stay as they are"
        )
        name_buttons(
            self,
            (self.published, self.tr("Take the published ones"), comes_with),
            (self.copy, self.tr("Copy the table"), ""),
            (self.save, self.tr("Save as a picture"), "Alt+G"),
        )
        self.table.setAccessibleName(self.tr("Published figures"))
        self.empty.set_words(
            self.tr(
                "Nothing is entered of earlier editions yet. Take the published figures that come "
                "with the program, or enter your own."
            ),
            self.tr("Take the published ones"),
        )
