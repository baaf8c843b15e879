"""履约情况: the four rates with their definitions, by slate, industry and region, and targets."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qhsign.domain.follow_up import Rate
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services.follow_up_records import RateGroup, RateRow, RatesReport
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.follow_up.chart_card import ChartCard
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
from qhsign.ui.follow_up.follow_up_work import FollowUpWork
from qhsign.ui.follow_up.narrow_buttons import name_buttons
from qhsign.ui.follow_up.painted_chart import Chart
from qhsign.ui.follow_up.rate_facts import (
    left_out_words,
    rate_cards,
    rate_lines,
    rates_table,
    tally_notes,
)
from qhsign.ui.follow_up.rate_paintings import RateBars, RateCards
from qhsign.ui.follow_up.target_form import TargetForm
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.latest import Latest
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.wording import say

_CARDS, _EMPTY = range(2)
_NAMED = 12


class RatesView(QWidget):
    """Reads nothing until ``refresh``. ``contracts_asked`` goes to the table of contracts.

    ``picture_asked`` asks to keep the charts.
    """

    contracts_asked = Signal()
    picture_asked = Signal()

    def __init__(
        self, parts: CeremonyParts, provider: FollowUpProvider, work: FollowUpWork
    ) -> None:
        super().__init__()
        self._parts, self._provider, self._work = parts, provider, work
        look = parts.look
        self.report: RatesReport | None = None
        self._asked = Latest[RatesReport](parts.runner, self._take, parts.bar.show_problem, self)
        self.by = SegmentedSwitch(look, ("", "", ""), 32)
        self.targets, self.copy, self.save = QPushButton(), QPushButton(), QPushButton()
        self.whole, self.groups = ChartCard(look), ChartCard(look)
        self.form = TargetForm(look)
        self._out = QFrame()
        self._out_title, self.left_out = label("card-title"), WrappedLabel("fact-second")
        self.empty = EmptyState(look, "overview")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._set_words()

    def refresh(self) -> None:
        """Count again."""
        self._asked.ask(self._provider.rates)

    def focus_first(self) -> None:
        """Be ready for the keyboard."""
        self.whole.chart.setFocus()

    @property
    def group(self) -> RateGroup | None:
        """The group that is shown: by slate, industry or region."""
        return self.report.groups[self.by.current] if self.report is not None else None

    @property
    def charts(self) -> list[Chart]:
        """The charts in front with their titles, to be kept as a picture."""
        if self._pages.currentIndex() == _EMPTY:
            return []
        return [card.kept for card in (self.whole, self.groups) if card.kept is not None]

    def open_targets(self) -> None:
        """Show the form of the targets, at the top."""
        self.form.open()
        self.pane.verticalScrollBar().setValue(0)

    def copy_table(self) -> None:
        """Put the rates on the clipboard as a table."""
        if self.report is None or self.group is None:
            return
        table = rates_table(self.report, self.group, self._parts.look.language)
        QGuiApplication.clipboard().setText(table.as_text())
        words = self.tr("{count} rows are copied; paste them into a spreadsheet.")
        self._parts.bar.show_done(words.format(count=len(table.rows) + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where the window is narrow."""
        super().resizeEvent(event)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show()
        super().changeEvent(event)

    def _take(self, report: RatesReport) -> None:
        self.report = report
        self._show()

    def _show(self) -> None:
        report, group, language = self.report, self.group, self._parts.look.language
        if report is None or group is None:
            return
        self._pages.setCurrentIndex(_CARDS if report.whole.tally.contracts else _EMPTY)
        cards = RateCards(rate_cards(report, language))
        tally = report.whole.tally
        words = self.tr("{count} contracts, {signed} signed, {ended} of them terminated")
        note = words.format(count=tally.contracts, signed=tally.signed, ended=tally.terminated)
        if not tally.signed:
            note = self.tr("Nothing is signed yet: bring contracts to “Signed”, and rates follow.")
        notes = [note, *tally_notes(tally, language)]
        self.whole.show_chart(self.tr("All contracts"), "\n".join(notes), cards)
        headings = [say(f"rate-{rate}", language) for rate in Rate]
        bars = RateBars(headings, rate_lines(group, language))
        self.groups.show_chart(say(f"rates-by-{group.by}", language), self._reading(), bars)
        self.form.show_rates(report, group)
        self._show_left_out(report)
        self.copy.setEnabled(bool(report.whole.tally.contracts))

    def _reading(self) -> str:
        return self.tr("Bars run from 0 to 100%; what passes it is amber. Money in CNY.")

    def _show_left_out(self, report: RatesReport) -> None:
        out = left_out_words(report, self._parts.look.language)
        more = len(out) - _NAMED
        lines = out[:_NAMED]
        if more > 0:
            lines.append(self.tr("and {count} more").format(count=more))
        self._out.setVisible(bool(out))
        self.left_out.setText("\n".join(lines))

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("audit-bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(self.by)
        line.addStretch(1)
        for button in (self.targets, self.copy, self.save):
            line.addWidget(button)
        out = QVBoxLayout(self._out)
        self._out.setProperty("role", "card")
        out.setContentsMargins(16, 12, 16, 12)
        out.setSpacing(6)
        out.addWidget(self._out_title)
        out.addWidget(self.left_out)
        sheet = QWidget()
        sheet.setObjectName("cards")
        cards = QVBoxLayout(sheet)
        cards.setContentsMargins(16, 16, 16, 16)
        cards.setSpacing(12)
        for card in (self.form, self.whole, self.groups, self._out):
            cards.addWidget(card)
        cards.addStretch(1)
        self.pane = TallScroll(sheet)
        self.pane.setObjectName("cards-pane")
        self._pages.addWidget(self.pane)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        look = self._parts.look
        for button, icon in (
            (self.targets, "pencil"),
            (self.copy, "paste"),
            (self.save, "picture"),
        ):
            look.put_icon(button, icon, "text-2", 18)
        self.by.chosen.connect(lambda _: self._show())
        self.targets.clicked.connect(self.open_targets)
        self.copy.clicked.connect(self.copy_table)
        self.save.clicked.connect(self.picture_asked)
        self.empty.acted.connect(self.contracts_asked)
        self.form.asked.connect(self._set_target)
        self.form.closed.connect(self._close_form)
        self._parts.rights.keep(self.targets, Act.EDIT)

    def _close_form(self) -> None:
        self.form.hide()
        self.targets.setFocus()

    def _set_target(self, values: Mapping[str, str], name: str) -> None:
        group = self.group
        if group is None:
            return
        grouping = group.by if name else "whole"
        language = self._parts.look.language

        def told(row: RateRow) -> str:
            of = row.name or say("rates-whole", language)
            return self.tr("The targets of “{name}” are set.").format(name=of)

        def failed(problem: ProblemForUser) -> None:
            self.form.show_problem(problem)

        self._work.run(
            lambda: self._provider.set_target(values, grouping, name),
            told,
            self._close_form,
            failed,
        )

    def _set_words(self) -> None:
        self.by.set_words(self.tr("By slate"), self.tr("By industry"), self.tr("By region"))
        self.by.setAccessibleName(self.tr("Rates by"))
        self.targets.setText(self.tr("Set targets"))
        name_buttons(
            self,
            (self.copy, self.tr("Copy the table"), ""),
            (self.save, self.tr("Save as a picture"), "Alt+G"),
        )
        self._out_title.setText(self.tr("Left out of the funding rate"))
        self.empty.set_words(
            self.tr("There are no contracts to count yet. Import the list of contracts first."),
            self.tr("Go to the contracts"),
        )
