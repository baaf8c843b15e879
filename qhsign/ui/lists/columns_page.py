"""The wizard's second page: the sheet, and what each of its columns holds."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qhsign.services.list_records import CONTRACTS, GUESTS, ListColumn, ListLook
from qhsign.ui.lists.list_words import field_word, fields_in_order
from qhsign.ui.lists.mapping_strip import SURE, Card
from qhsign.ui.lists.slate_line import SlateLine
from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.theme import Look, restyle

_KINDS = (GUESTS, CONTRACTS)


class ColumnsPage(QWidget):
    """``sheet_chosen`` asks for another sheet of the same file, ``kind_chosen`` for the same list
    read as guests or contracts."""  # noqa: D205, D209 - two signals, one sentence

    sheet_chosen = Signal(str)
    kind_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._seen: ListLook | None = None
        self._combos: list[tuple[ListColumn, QComboBox, QFrame]] = []
        self._name, self._sheet_word = ElidedLabel("strong"), label("second")
        self._found = ElidedLabel("second")
        self.sheets = ChoiceBox(look)
        self.sheets.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.sheets.setMinimumContentsLength(12)
        self.sheets.textActivated.connect(self.sheet_chosen)
        self.kinds = SegmentedSwitch(look, ("guests", "contract"), 32)
        self.kinds.chosen.connect(lambda place: self.kind_chosen.emit(_KINDS[place]))
        self.slate = SlateLine(look)
        self.slate.hide()
        self._grid_host = QWidget()
        self._grid = QVBoxLayout(self._grid_host)
        self._grid.setContentsMargins(16, 8, 16, 16)
        self._grid.setSpacing(6)
        self._lay_out()
        self._set_words()

    @property
    def kind(self) -> str:
        """What the list is read as."""
        return self._seen.kind if self._seen else GUESTS

    def show_look(self, seen: ListLook) -> None:
        """Show a sheet's columns with the fields they seem to hold."""
        self._seen = seen
        self.kinds.blockSignals(True)
        self.kinds.choose(_KINDS.index(seen.kind))
        self.kinds.blockSignals(False)
        self.slate.setVisible(seen.kind == CONTRACTS)
        self._name.setText(seen.name)
        self.sheets.clear()
        self.sheets.addItems(list(seen.sheets))
        self.sheets.setCurrentText(seen.sheet)
        self.sheets.setEnabled(len(seen.sheets) > 1)
        self._fill()
        self._say_found()

    def mapping(self) -> dict[str, str]:
        """Return the column letters of the fields a person chose otherwise than was found."""
        named = self._seen is not None and self._seen.header_row > 0
        return {
            combo.currentData(): f"{column.letter}列"
            for column, combo, _ in self._combos
            if combo.currentData() and (not named or combo.currentData() != column.field)
        }

    def passed_over(self) -> frozenset[int]:
        """Return the columns a person does not want read."""
        return frozenset(
            column.position
            for column, combo, _ in self._combos
            if column.field and not combo.currentData()
        )

    @property
    def asks_slate(self) -> bool:
        """Whether no column says on which slate the contracts go."""
        is_told = any(combo.currentData() == "slate" for _, combo, _ in self._combos)
        return self.kind == CONTRACTS and not is_told

    @property
    def digest(self) -> str:
        """By what the list is known again."""
        return self._seen.digest if self._seen else ""

    def cards(self) -> list[Card]:
        """Return the columns that are read, for the strip above the preview."""
        return [
            Card(
                column.letter,
                column.heading,
                combo.currentData(),
                column.samples[0] if column.samples else "",
                column.confidence if combo.currentData() == column.field else 1.0,
                self.kind,
            )
            for column, combo, _ in self._combos
            if combo.currentData()
        ]

    def focus_first(self) -> None:
        """Put the keyboard where the first doubt is."""
        first = next((c for col, c, _ in self._combos if col.field and col.confidence < SURE), None)
        combo = first or (self._combos[0][1] if self._combos else self.sheets)
        combo.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language, keeping what was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            for _, combo, _ in self._combos:
                for place in range(combo.count()):
                    combo.setItemText(place, self._word(combo.itemData(place)))
        super().changeEvent(event)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("list-source")
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(8)
        line.addWidget(self._name, 2)
        line.addWidget(self._sheet_word)
        line.addWidget(self.sheets)
        line.addWidget(self._found, 3)
        line.addWidget(self.kinds)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._grid_host)
        self._scroll = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.slate)
        column.addWidget(scroll, 1)

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._combos = []
        before: QWidget = self.slate.amount
        for column in self._seen.columns if self._seen else ():
            self._grid.addWidget(self._row(column))
            # They are younger than the buttons at the foot, which they come before.
            combo = self._combos[-1][1]
            self.setTabOrder(before, combo)
            before = combo
        self._grid.addStretch(1)

    def _row(self, column: ListColumn) -> QFrame:
        """Return one column's line: letter, heading, samples, and the field it fills."""
        frame = QFrame()
        frame.setProperty("role", "column")
        letter, heading, samples = label("key"), ElidedLabel("strong"), ElidedLabel("second")
        letter.setText(column.letter)
        letter.setMinimumWidth(32)
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading.setText(column.heading or "—")
        samples.setText("　".join(text.replace("\n", " ") for text in column.samples))
        combo = ChoiceBox(self._look)
        combo.setMinimumSize(QSize(180, 32))
        combo.setMaxVisibleItems(16)
        fields = list(self._seen.fields) if self._seen else []
        for name in ("", *fields_in_order(fields, self.kind)):
            combo.addItem(self._word(name), name)
        combo.setCurrentIndex(max(combo.findData(column.field), 0))
        combo.setAccessibleName(
            self.tr("What column {letter} {heading} holds").format(
                letter=column.letter, heading=column.heading
            )
        )
        combo.activated.connect(lambda _=0, combo=combo: self._settle(combo))
        line = QGridLayout(frame)
        line.setContentsMargins(12, 6, 8, 6)
        line.setHorizontalSpacing(12)
        line.addWidget(letter, 0, 0)
        line.addWidget(heading, 0, 1)
        line.addWidget(samples, 0, 2)
        line.addWidget(combo, 0, 3)
        line.setColumnStretch(1, 3)
        line.setColumnStretch(2, 4)
        self._combos.append((column, combo, frame))
        self._mark(column, combo, frame)
        return frame

    def _settle(self, chosen: QComboBox) -> None:
        """Let one column at most fill a field: the one just chosen."""
        for column, combo, frame in self._combos:
            if combo is not chosen and combo.currentData() == chosen.currentData():
                combo.setCurrentIndex(0)
            self._mark(column, combo, frame)

    @staticmethod
    def _mark(column: ListColumn, combo: QComboBox, frame: QFrame) -> None:
        doubtful = combo.currentData() == column.field and 0 < column.confidence < SURE
        tone = "warn" if doubtful else "plain" if combo.currentData() else "off"
        restyle(frame, tone=tone)

    def _word(self, name: str) -> str:
        return field_word(name, self.kind) if name else self.tr("Not read")

    def _say_found(self) -> None:
        if self._seen is None:
            return
        rows = f"{self._seen.rows:,}"
        if self._seen.header_row:
            words = self.tr("Headings in row {row}, {rows} rows below")
            self._found.setText(words.format(row=self._seen.header_row, rows=rows))
        else:
            words = self.tr("No headings found in {rows} rows: say what each column holds")
            self._found.setText(words.format(rows=rows))

    def _set_words(self) -> None:
        self._sheet_word.setText(self.tr("Sheet"))
        self.kinds.set_words(self.tr("Guests"), self.tr("Contracts"))
        self.kinds.setAccessibleName(self.tr("What the list holds"))
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self._say_found()
