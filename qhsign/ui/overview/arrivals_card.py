"""The arrivals of the activity: three figures, the day, the chart, a way to keep it."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)

from qhsign.services.overview_records import Overview
from qhsign.ui.overview.arrivals_axis import clock
from qhsign.ui.overview.arrivals_chart import ArrivalsChart, PictureWords, arrivals_png
from qhsign.ui.overview.arrivals_picture import ArrivalsFacts, ArrivalsWords
from qhsign.ui.overview.figures_words import day_word, share_word
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_PACE_STEP, _PACE_LEAST = 30, 10


class ArrivalsCard(QFrame):
    """``save_asked`` asks to keep the chart as a picture."""

    save_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._overview: Overview | None = None
        self._day: date | None = None
        self.setProperty("role", "card")
        self._captions = [label("second") for _ in range(3)]
        self._numbers = [label("figure") for _ in range(3)]
        self._pace = label("second", wrap=True)
        self._pace.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.day_chooser = QToolButton()
        self.day_chooser.setProperty("kind", "chooser")
        self.day_chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        look.put_icon(self.day_chooser, "calendar", "text-2", 16)
        self.day_chooser.setToolButtonStyle(_BESIDE)
        self.save = QPushButton()
        look.put_icon(self.save, "picture", "text-2", 18)
        self.save.clicked.connect(self.save_asked)
        self.chart = ArrivalsChart(look)
        self.chart.day_asked.connect(self._step)
        self._nobody = EmptyState(look, "check-in")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self._nobody)
        self._lay_out()
        self._set_words()

    @property
    def may_save(self) -> bool:
        """Whether there is a chart to keep."""
        return self._stack.currentWidget() is self.chart and self.chart.facts is not None

    def show_overview(self, overview: Overview) -> None:
        """Show other figures; the day stays while there is one."""
        self._overview = overview
        known = [each.day for each in overview.days]
        if self._day not in known:
            today = overview.as_of.date()
            self._day = today if today in known else known[-1] if known else None
        self._fill()

    def picture(self, event: str, mark: str) -> bytes:
        """Return the chart as a PNG, under the event's name; ``mark`` tells of demonstration."""
        overview, facts = self._overview, self.chart.facts
        if overview is None or facts is None:
            raise ValueError("there is no chart yet")
        parts = (event, overview.activity, day_word(facts.day.day))
        named = zip(self._captions, self._numbers, strict=True)
        figures = "　".join(f"{caption.text()} {number.text()}" for caption, number in named)
        as_of = self.tr("as of {moment}").format(moment=f"{overview.as_of:%Y-%m-%d %H:%M}")
        words = PictureWords(" · ".join(filter(None, parts)), f"{figures}　{as_of}", mark)
        return arrivals_png(self._look, facts, words)

    def picture_name(self) -> str:
        """Return what the picture's file is called unless a person says otherwise."""
        overview = self._overview
        activity = overview.activity if overview else ""
        return "-".join(filter(None, (self.tr("arrivals"), activity, f"{self._day or ''}")))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(28)
        figures.setVerticalSpacing(0)
        for place, (caption, number) in enumerate(zip(self._captions, self._numbers, strict=True)):
            figures.addWidget(caption, 0, place)
            figures.addWidget(number, 1, place)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(figures)
        head.addSpacing(12)
        head.addWidget(self._pace, 1)
        head.addWidget(self.day_chooser)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _fill(self) -> None:
        overview = self._overview
        if overview is None:
            return
        figures = overview.figures
        texts = (f"{figures.expected:,}", f"{figures.arrived:,}", share_word(figures))
        for number, text in zip(self._numbers, texts, strict=True):
            number.setText(text)
        self._pace.setText(self._pace_words(overview))
        self._fill_days(overview)
        came = any(day.by_span for day in overview.days)
        self._stack.setCurrentWidget(self.chart if came else self._nobody)
        self.save.setEnabled(came)
        if came:
            facts = self._facts(overview)
            self.chart.show_facts(facts)
            self.chart.setAccessibleName(
                self.tr("Arrivals: {day}, {words}").format(
                    day=facts.words.days[facts.current], words=facts.words.expected
                )
            )

    def _facts(self, overview: Overview) -> ArrivalsFacts:
        current = [day.day for day in overview.days].index(self._day)  # type: ignore[arg-type]  # chosen from these days
        moment, today = overview.as_of, overview.as_of.date() == self._day
        now = moment.hour * 60 + moment.minute if today else None
        expected = f"{overview.figures.expected:,}"
        words = ArrivalsWords(
            curve=self.tr("Arrived so far"),
            bars=self.tr("Arrivals every 5 minutes"),
            expected=self.tr("{count} expected").format(count=expected),
            now=self.tr("now {time}").format(time=f"{moment:%H:%M}"),
            days=tuple(
                self.tr("{day}: {count}").format(day=day_word(day.day), count=f"{day.total:,}")
                for day in overview.days
            ),
        )
        return ArrivalsFacts(overview.days, current, overview.figures.expected, now, words)

    def _pace_words(self, overview: Overview) -> str:
        """Say how many came just now, and how many will be here if it goes on like that."""
        figures, recent = overview.figures, overview.recent
        if not recent:
            return ""
        minute = overview.as_of.hour * 60 + overview.as_of.minute
        until = -(-(minute + _PACE_LEAST) // _PACE_STEP) * _PACE_STEP
        coming = figures.arrived + recent * (until - minute) // 5
        just_now = self.tr("{count} in the last 5 minutes").format(count=f"{recent:,}")
        if until >= 24 * 60 or coming >= figures.expected:
            return just_now
        pace = self.tr("at this pace {count} by {time}")
        told = pace.format(count=f"{coming:,}", time=clock(until))
        return self.tr("{recent}, {pace}").format(recent=just_now, pace=told)

    def _fill_days(self, overview: Overview) -> None:
        self.day_chooser.setVisible(len(overview.days) > 1)
        menu = QMenu(self.day_chooser)
        group = QActionGroup(menu)
        for each in overview.days:
            word = day_word(each.day)
            action = menu.addAction(
                self.tr("{day}: {count}").format(day=word, count=f"{each.total:,}")
            )
            action.setCheckable(True)
            action.setChecked(each.day == self._day)
            action.triggered.connect(lambda _=False, day=each.day: self._choose(day))
            group.addAction(action)
            if each.day == self._day:
                self.day_chooser.setText(word)
                self.day_chooser.setAccessibleName(self.tr("Day: {day}").format(day=word))
        earlier = self.day_chooser.menu()
        self.day_chooser.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()

    def _choose(self, day: date) -> None:
        self._day = day
        self._fill()

    def _step(self, by: int) -> None:
        if self._overview is None or self._day is None:
            return
        days = [each.day for each in self._overview.days]
        place = days.index(self._day) + by
        if 0 <= place < len(days):
            self._choose(days[place])

    def _set_words(self) -> None:
        words = (self.tr("Expected"), self.tr("Arrived"), self.tr("Rate"))
        for caption, word in zip(self._captions, words, strict=True):
            caption.setText(word)
        # The blank parts the icon from the word.
        self.save.setText(f" {self.tr('Save picture')}")
        self.save.setAccessibleName(self.tr("Save picture"))
        self.save.setToolTip(self.tr("Save the arrivals as a picture (Ctrl+S)"))
        self._nobody.set_words(
            self.tr("Nobody has checked in yet. The first arrivals will be drawn here.")
        )
        self._fill()
