"""The published figures: a table, and a form for the one that is chosen or new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.services.setting_records import QUALIFIERS, FigureRow
from qhsign.ui.settings.figure_model import Column, FigureModel
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.saving import Saver, Saving
from qhsign.ui.settings.section import Section
from qhsign.ui.settings.settings_provider import FigureProvider
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.theme import Look

_TABLE_PX, _ROW_PX = 212, 32
_KEYS = ("subject", "measure", "value", "unit", "source")
Rows = Sequence[FigureRow]


class FigureSection(Section):
    """Each field of an entered figure is saved when it is left; a new one when it is entered."""

    def __init__(
        self, look: Look, runner: Runner, provider: FigureProvider, notice: SavedNotice
    ) -> None:
        super().__init__()
        self._runner, self._provider = runner, provider
        self._saver = Saver(look, runner, notice)
        self._saver.setParent(self)
        self._current = ""
        self.model, self.table = FigureModel(), QTableView()
        self.model.setParent(self)
        self.new, self.remove, self.enter = QPushButton(), QPushButton(), QPushButton()
        self.enter.setProperty("kind", "primary")
        self.texts = {key: QLineEdit() for key in _KEYS}
        for field in self.texts.values():
            field.setMaxLength(120)
        self.qualifier = Chooser(look)
        self.qualifier.set_choices([(each, each) for each in QUALIFIERS])
        self._heading = self.add_heading()
        self.add_explanation()
        self.column.addWidget(self.table)
        self.column.addWidget(_in_a_line(self.new, self.remove))
        self._form_heading = self.add_heading()
        self.fields = {key: self.add_row(self.texts[key]) for key in _KEYS[:3]}
        self.fields["qualifier"] = self.add_row(self.qualifier)
        self.fields |= {key: self.add_row(self.texts[key]) for key in _KEYS[3:]}
        self.column.addWidget(_in_a_line(self.enter))
        self.close_column()
        self._prepare_table()
        self._connect()
        self._set_words()
        self._show_current()

    @property
    def current(self) -> FigureRow | None:
        """The figure in the form; None while a new one is written."""
        return next((row for row in self.model.rows if row.id == self._current), None)

    def load(self) -> None:
        """Read the figures again."""
        self._runner.start(Operation(self._provider.read, self._show_rows, self))

    def begin_new(self) -> None:
        """Empty the form for another figure."""
        self.table.clearSelection()
        self._current = ""
        self._show_current()
        self.texts["subject"].setFocus()

    def lockable(self) -> Sequence[QWidget]:
        """Return what changes something; the table can always be read."""
        return (self.new, self.enter, *self.fields.values())

    def lock(self, why: str) -> None:
        """Let people only look, the button that takes away included."""
        super().lock(why)
        self.remove.setEnabled(self.current is not None and not why)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._saver.say_again()
        super().changeEvent(event)

    def _prepare_table(self) -> None:
        self.table.setObjectName("figures")
        self.table.setModel(self.model)
        self.table.setFixedHeight(_TABLE_PX)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.VALUE, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(
            lambda now, _: self._choose(now.row())
        )
        self.new.clicked.connect(self.begin_new)
        self.remove.clicked.connect(self._remove)
        self.enter.clicked.connect(self._enter)
        self.qualifier.chosen.connect(lambda value: self._written("qualifier", value))
        for key, field in self.texts.items():
            field.editingFinished.connect(self._leaving(key, field))

    def _show_rows(self, rows: Rows) -> None:
        current = self._current
        self.model.show_rows(rows)
        self._current = current
        for place, row in enumerate(rows):
            if row.id == current:
                self.table.selectRow(place)
        self._show_current()

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self._current = self.model.rows[place].id
            self._show_current()

    def _show_current(self) -> None:
        row = self.current
        for each in self.fields.values():
            self._saver.clear(each)
        for key, field in self.texts.items():
            field.setText(getattr(row, key) if row else "")
            field.setCursorPosition(0)
        self.qualifier.choose(row.qualifier if row else QUALIFIERS[0])
        self.remove.setEnabled(row is not None and not self.is_locked)
        self.enter.setVisible(row is None)
        self._name_form()

    def _leaving(self, key: str, field: QLineEdit) -> Callable[[], None]:
        return lambda: self._written(key, field.text().strip())

    def _written(self, key: str, text: str) -> None:
        row = self.current
        if row is None:
            return
        before = str(getattr(row, key))
        if text == before:
            self._saver.clear(self.fields[key])
            return
        self._saver.save(
            Saving(
                self.fields[key],
                f"{row.subject} · {row.measure}",
                lambda: self._after(self._provider.write(row.id, {key: text})),
                self._take,
                lambda _: lambda: self._after(self._provider.write(row.id, {key: before})),
                failed=lambda: self.qualifier.choose(row.qualifier),
            )
        )

    def _enter(self) -> None:
        values = {key: field.text().strip() for key, field in self.texts.items()}
        values["qualifier"] = self.qualifier.value

        def undo(entered: tuple[str, Rows]) -> Callable[[], tuple[str, Rows]]:
            return lambda: self._without(entered[0])

        self._saver.save(
            Saving(
                self.fields["value"],
                f"{values['subject']} · {values['measure']}",
                lambda: self._after(self._provider.add(values)),
                self._take,
                undo,
            )
        )

    def _remove(self) -> None:
        row = self.current
        if row is None:
            return
        values = {key: str(getattr(row, key)) for key in (*_KEYS, "qualifier")}
        self._saver.save(
            Saving(
                self.fields["subject"],
                self.tr("{name} was taken away").format(name=f"{row.subject} · {row.measure}"),
                lambda: self._without(row.id),
                self._take,
                lambda _: lambda: self._after(self._provider.add(values)),
            )
        )

    def _after(self, row: FigureRow) -> tuple[str, Rows]:
        """Run on the worker: return what to show after a change, and which figure of it."""
        return row.id, self._provider.read()

    def _without(self, figure: str) -> tuple[str, Rows]:
        self._provider.remove(figure)
        return "", self._provider.read()

    def _take(self, found: tuple[str, Rows]) -> None:
        self._current = found[0]
        self._show_rows(found[1])

    def _name_form(self) -> None:
        new = self.current is None
        self._form_heading.setText(self.tr("New figure") if new else self.tr("Chosen figure"))

    def _set_words(self) -> None:
        self._heading.setText(self.tr("Published figures"))
        self.explain(
            self.tr(
                "What was announced, as it was announced. The reconciliation table shows guests, "
                "activities and the contracts of slates beside the records; the brief lists the "
                "rest."
            )
        )
        self.table.setAccessibleName(self.tr("Published figures"))
        self.model.words_changed()
        self.new.setText(self.tr("New figure"))
        self.remove.setText(self.tr("Take away"))
        self.enter.setText(self.tr("Enter figure"))
        self._name_form()
        words = {
            "subject": (
                self.tr("Whose figure"),
                self.tr("The event's short name or the slate's name, else anything."),
            ),
            "measure": (
                self.tr("What it counts"),
                self.tr("Such as 嘉宾, 活动, 签约项目, 签约额."),
            ),
            "value": (self.tr("Figure"), self.tr("Digits alone, such as 536 or 3.5.")),
            "qualifier": (
                self.tr("Qualifier"),
                self.tr("整 exact, 余 and 超 more, 近 less, 约 about."),
            ),
            "unit": (self.tr("Unit"), self.tr("Such as 人, 个, 亿元.")),
            "source": (self.tr("Source"), self.tr("Where and when it was published.")),
        }
        for key, (caption, why) in words.items():
            self.fields[key].set_words(caption, why)


def _in_a_line(*parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return whole
