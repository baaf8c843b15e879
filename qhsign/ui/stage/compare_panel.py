"""Which cards moved between two versions: name, from where, to where."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
)

from qhsign.services.stage_looks import StageLook, VersionRow
from qhsign.ui.shared.chooser import Chooser
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.stage.stage_words import moment_words, place_words
from qhsign.ui.theme import Look

_ROW_PX, _MOST_ROWS, _HEADER_PX = 30, 3, 35


class ComparePanel(QFrame):
    """``against_chosen`` carries the version to compare with, ``place_chosen`` a moved card's."""

    against_chosen = Signal(int)
    place_chosen = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, zone: tzinfo | None) -> None:
        super().__init__()
        self.setObjectName("stage-panel")
        self._look, self._zone = look, zone
        self._plan: StageLook | None = None
        self.against = Chooser(look)
        self.against.chosen.connect(lambda value: self.against_chosen.emit(int(value)))
        self.sentence = ElidedLabel("second")
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "bare")
        look.put_icon(self.close_button, "close", "text-2", 18)
        self.close_button.clicked.connect(self.closed)
        self.table = QTableWidget(0, 3)
        self._set_up_table()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.against)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.table)
        self.hide()

    def show_plan(self, plan: StageLook | None) -> None:
        """Show what moved in another plan, or in the same one against another version."""
        self._plan = plan
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_up_table(self) -> None:
        table = self.table
        table.setObjectName("stage-moved")
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        table.itemSelectionChanged.connect(self._tell)

    def _tell(self) -> None:
        row = self.table.currentRow()
        if self._plan is None or not 0 <= row < len(self._plan.moved):
            return
        now = self._plan.moved[row].now
        if now is not None:
            self.place_chosen.emit(now)

    def _set_words(self) -> None:
        plan, language = self._plan, self._look.language
        self.close_button.setAccessibleName(self.tr("Stop comparing"))
        self.close_button.setToolTip(self.tr("Stop comparing"))
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("From"), self.tr("To")])
        self.table.setAccessibleName(self.tr("Cards that moved"))
        self.against.setAccessibleName(self.tr("Compare with"))
        if plan is None:
            return
        others = [row for row in plan.versions if row.version != plan.version]
        self.against.set_choices([(str(row.version), self._against_words(row)) for row in others])
        self.against.choose("" if plan.since is None else str(plan.since))
        self.against.setVisible(bool(others))
        self.sentence.setText(self._sentence(plan))
        self.table.blockSignals(True)
        self.table.setRowCount(len(plan.moved))
        for row, card in enumerate(plan.moved):
            words = (card.name, place_words(card.was, language), place_words(card.now, language))
            self._fill(row, words)
        self.table.clearSelection()
        self.table.blockSignals(False)
        self.table.setVisible(bool(plan.moved))
        rows = min(len(plan.moved), _MOST_ROWS)
        self.table.setFixedHeight(_HEADER_PX + rows * _ROW_PX + 2)

    def _fill(self, row: int, words: Sequence[str]) -> None:
        for column, word in enumerate(words):
            item = QTableWidgetItem(word)
            item.setToolTip(word)
            self.table.setItem(row, column, item)

    def _sentence(self, plan: StageLook) -> str:
        if plan.since is None:
            return self.tr("No version was printed yet: choose one to compare with.")
        if not plan.moved:
            return self.tr("Nobody stands elsewhere than in version {since}.").format(
                since=plan.since
            )
        return self.tr("{count} cards lie elsewhere than in version {since}.").format(
            count=len(plan.moved), since=plan.since
        )

    def _against_words(self, row: VersionRow) -> str:
        words = self.tr("With version {version}, {made}").format(
            version=row.version, made=moment_words(row.made_at, self._zone)
        )
        if row.is_printed:
            words = self.tr("{version}, printed").format(version=words)
        return words
