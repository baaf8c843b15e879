"""Entering a published figure of an edition, correcting it, or taking it away."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from qhsign.domain.editions import QUALIFIERS, Figure
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.lists.tick_box import TickBox
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.form_row import FormRow
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.theme import Look

_KEYS = ("edition", "year", "place", "measure", "part")
_ORDER = ("edition", "year", "through", "place", "measure", "part", "value", "unit",
          "qualifier", "source")  # fmt: skip
_MOST = 120


class FigurePage(PageOver):
    """``asked`` carries the figure as the use case takes it, without a value to take it away."""

    asked = Signal(object)

    def __init__(self, look: Look, under: QWidget) -> None:
        super().__init__(look, under)
        self._look = look
        self.figure: Figure | None = None
        self.through, self.qualifier = TickBox(look), WideChooser(look)
        self.fields = {name: QLineEdit() for name in _ORDER if name not in {"through", "qualifier"}}
        self.rows = {name: FormRow(self._control(name)) for name in _ORDER}
        self.save, self.remove, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self.save.setProperty("kind", "primary")
        self._lay_fields()
        self.save.clicked.connect(self._ask)
        self.remove.clicked.connect(self._take_away)
        self.cancel.clicked.connect(self.put_away)
        for field in self.fields.values():
            field.setMaxLength(_MOST)
            field.returnPressed.connect(self._ask)
        self._set_words()

    @property
    def values(self) -> Mapping[str, str]:
        """What the fields say."""
        said = {name: field.text().strip() for name, field in self.fields.items()}
        said["through"] = "yes" if self.through.isChecked() else ""
        said["qualifier"] = self.qualifier.current
        return said

    def open_for(self, figure: Figure | None) -> None:
        """Ask for a new figure, or show one; what tells figures apart is then fixed."""
        self.figure = figure
        held = dict.fromkeys(self.fields, "")
        if figure is not None:
            of = figure.of
            held = {
                "edition": str(of.edition or ""), "year": str(of.year or ""), "place": of.place,
                "measure": figure.measure, "part": figure.part, "value": f"{figure.value:f}",
                "unit": figure.unit, "source": figure.source,
            }  # fmt: skip
        for name, field in self.fields.items():
            field.setText(held[name])
            field.setEnabled(figure is None or name not in _KEYS)
        self.through.setChecked(figure is not None and figure.of.through)
        self.through.setEnabled(figure is None)
        self.qualifier.put(figure.qualifier if figure is not None else QUALIFIERS[0])
        self.remove.setVisible(figure is not None)
        self._set_words()
        self.open_over()
        first = self.fields["edition" if figure is None else "value"]
        first.setFocus()
        self.pane.ensureWidgetVisible(first, 0, 120)

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why it was not taken; what was typed stays."""
        self.notice.show_problem(problem)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _control(self, name: str) -> QWidget:
        if name == "through":
            return self.through
        return self.qualifier if name == "qualifier" else self.fields[name]

    def _ask(self) -> None:
        self.notice.put_away()
        if not self.fields["value"].text().strip():
            # An empty value would take the figure away: that has a button of its own.
            self.notice.show_sentence(self.tr("Write the published figure first."), "bad")
            self.fields["value"].setFocus()
            return
        self.asked.emit(self._given())

    def _take_away(self) -> None:
        self.notice.put_away()
        self.asked.emit({**self._given(), "value": ""})

    def _given(self) -> Mapping[str, str]:
        """Leave out what is empty, but for texts that may be emptied."""
        kept = {"place", "part", "unit", "source", "value"}
        return {name: said for name, said in self.values.items() if said or name in kept}

    def _lay_fields(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        self.pane = TallScroll(sheet)
        self.body.addWidget(self.pane, 1)
        self.foot.addWidget(self.remove)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)

    def _set_words(self) -> None:
        title = self.tr("A published figure")
        if self.figure is None:
            title = self.tr("Enter a published figure")
        self.set_heading(
            title,
            self.tr("A claim with its qualifier and source; nothing is computed from it silently"),
            self.tr("Close without saving (Esc)"),
        )
        words = {
            "edition": (self.tr("Edition"), self.tr("Such as 24; or give the year instead")),
            "year": (self.tr("Year"), ""),
            "through": (self.tr("All editions"), ""),
            "place": (self.tr("Place"), self.tr("Empty for the whole fair")),
            "measure": (
                self.tr("Measure"),
                self.tr("In the words of the source: 签约额 is not 到位资金 and not 成交额"),
            ),
            "part": (self.tr("Part"), self.tr("Only for one part of a whole figure")),
            "value": (self.tr("Figure"), ""),
            "unit": (self.tr("Unit"), self.tr("个, 亿元, 万元, %")),
            "qualifier": (self.tr("Qualifier"), self.tr("整 is exact")),
            "source": (self.tr("Source"), self.tr("Where it was published")),
        }
        for name, (caption, why) in words.items():
            self.rows[name].set_words(caption, why)
        self.through.setText(self.tr("All editions up to this one together"))
        self.through.setAccessibleName(self.through.text())
        self.qualifier.set_choices([(each, each) for each in QUALIFIERS], self.qualifier.current)
        self.qualifier.set_caption(self.tr("Qualifier"))
        self.save.setText(self.tr("Save"))
        self.remove.setText(self.tr("Take the figure away"))
        self.cancel.setText(self.tr("Cancel"))
