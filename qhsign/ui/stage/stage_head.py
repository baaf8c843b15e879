"""The head of the plan: batch, viewpoint, version, and what can be done with it."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from qhsign.domain.roles import Act
from qhsign.domain.stage_terms import Viewpoint
from qhsign.services.stage_looks import StageLook
from qhsign.services.stage_records import BatchRow
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.shift.rights import Rights
from qhsign.ui.stage.batch_switch import BatchSwitch
from qhsign.ui.stage.stage_words import viewpoint_word
from qhsign.ui.stage.version_menu import VersionMenu
from qhsign.ui.theme import Look

PLAN, MARKS, CALLS = "plan", "marks", "calls"
"""What can be printed here: the plan, the marks on the floor, the call list."""
_VIEWPOINTS = (Viewpoint.AUDIENCE, Viewpoint.STAGE)
_ROW, _SIDE, _GAP = 48, 12, 8


class StageHead(QFrame):
    """``print_asked`` carries PLAN, MARKS or CALLS; ``compare_asked`` whether to compare."""

    viewpoint_chosen = Signal(object)
    compare_asked = Signal(bool)
    freeze_asked = Signal()
    print_asked = Signal(str)

    def __init__(self, look: Look, rights: Rights, zone: tzinfo | None) -> None:
        super().__init__()
        self.setObjectName("pane-head")
        self._look, self._rights = look, rights
        self._plan: StageLook | None = None
        self.batches = BatchSwitch(look)
        self.viewpoint = SegmentedSwitch(look, ("", ""), 32)
        self.versions = VersionMenu(look, zone)
        self.compare, self.freeze = QPushButton(), QPushButton()
        self.compare.setCheckable(True)
        self.compare.setProperty("kind", "choice")
        self.print_button = QToolButton()
        self._print_menu = QMenu(self)
        self._build_buttons()
        rights.explain(self.freeze, Act.EDIT)
        rights.explain(self.print_button, Act.PRINT)
        rights.changed.connect(self._enable)
        self._lay_out()
        self._set_words()

    def show_batches(self, batches: Sequence[BatchRow], current: str) -> None:
        """Offer other batches."""
        self.batches.show_batches(batches, current)
        self._arrange()

    def show_plan(self, plan: StageLook | None) -> None:
        """Offer what can be done with another plan."""
        self._plan = plan
        self.versions.show_plan(plan)
        self._enable()
        self._set_words()

    def _enable(self) -> None:
        plan, may = self._plan, self._rights.may
        has_tables = plan is not None and bool(plan.tables)
        self.compare.setEnabled(plan is not None and len(plan.versions) > 0)
        self.freeze.setEnabled(plan is not None and plan.is_latest and may(Act.EDIT))
        self.print_button.setEnabled(has_tables and may(Act.PRINT))

    def show_comparing(self, *, comparing: bool) -> None:
        """Show whether the plan is compared now."""
        self.compare.setChecked(comparing)

    def turn(self) -> None:
        """Take the other viewpoint."""
        self.viewpoint.choose(1 - self.viewpoint.current)

    @property
    def chosen_viewpoint(self) -> Viewpoint:
        """From where the plan is seen."""
        return _VIEWPOINTS[self.viewpoint.current]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _build_buttons(self) -> None:
        look = self._look
        look.put_icon(self.compare, "columns", "text-2", 18)
        look.put_icon(self.freeze, "lock", "text-2", 18)
        look.put_icon(self.print_button, "print", "text-2", 18)
        self.print_button.setProperty("kind", "bar-edge")
        self.print_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.print_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print_button.setMenu(self._print_menu)
        self.compare.toggled.connect(self.compare_asked)
        self.freeze.clicked.connect(self.freeze_asked)
        self.viewpoint.chosen.connect(lambda place: self.viewpoint_chosen.emit(_VIEWPOINTS[place]))

    def _lay_out(self) -> None:
        self.left, self.right = QWidget(), QWidget()
        left, right = QHBoxLayout(self.left), QHBoxLayout(self.right)
        for line in (left, right):
            line.setContentsMargins(0, 6, 0, 6)
            line.setSpacing(_GAP)
        for widget in (self.batches, self.viewpoint):
            left.addWidget(widget)
        left.addStretch(1)
        right.addStretch(1)
        for each in (self.versions, self.compare, self.freeze, self.print_button):
            right.addWidget(each)
        for side in (self.left, self.right):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            side.setFixedHeight(_ROW)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.left, 1)
        self._box.addWidget(self.right, 1)

    def _arrange(self) -> None:
        """Take the fullest arrangement that fits: words go before a second row does."""
        room = self.width() - 2 * _SIDE
        self._name_viewpoints(short=False)
        for narrow, wordless in ((False, False), (False, True), (True, True)):
            self.batches.be_narrow(narrow=narrow)
            self._show_button_words(shown=not wordless)
            left, right = self._widths()
            if left + right + _GAP <= room:
                self._set_rows(1, left, right)
                return
        self.batches.be_narrow(narrow=self._left_with_segments() > room)
        self._name_viewpoints(short=self._widths()[0] > room)
        self._show_button_words(shown=True)
        if self._widths()[1] > room:
            self._show_button_words(shown=False)
        self._set_rows(2, *self._widths())

    def _widths(self) -> tuple[int, int]:
        left = self.batches.sizeHint().width() + _GAP + self.viewpoint.sizeHint().width()
        buttons = (self.versions, self.compare, self.freeze, self.print_button)
        right = sum(each.sizeHint().width() for each in buttons) + _GAP * (len(buttons) - 1)
        return left, right

    def _left_with_segments(self) -> int:
        self.batches.be_narrow(narrow=False)
        return self._widths()[0]

    def _set_rows(self, rows: int, left: int, right: int) -> None:
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if rows == 1 else direction.TopToBottom)
        self._box.setStretch(0, left if rows == 1 else 0)
        self._box.setStretch(1, right if rows == 1 else 0)
        self.setFixedHeight(rows * _ROW + 1)

    def _name_viewpoints(self, *, short: bool) -> None:
        self.viewpoint.set_words(*(viewpoint_word(each, short=short) for each in _VIEWPOINTS))

    def _show_button_words(self, *, shown: bool) -> None:
        for button, word in ((self.compare, self._compare_word), (self.freeze, self._freeze_word)):
            button.setText(word if shown else "")
            button.setToolTip("" if shown else word)

    def _set_words(self) -> None:
        self._compare_word = self.tr("Compare")
        is_frozen = self._plan is not None and self._plan.frozen
        self._freeze_word = self.tr("Unfreeze") if is_frozen else self.tr("Freeze")
        self.compare.setAccessibleName(self._compare_word)
        self.freeze.setAccessibleName(self._freeze_word)
        self.print_button.setToolTip(self.tr("Print"))
        self.print_button.setAccessibleName(self.tr("Print"))
        self.batches.set_name(self.tr("Batch"))
        self.viewpoint.setAccessibleName(self.tr("Viewpoint"))
        self._print_menu.clear()
        for what, word in (
            (PLAN, self.tr("Plan of the stage…")),
            (MARKS, self.tr("Marks on the floor…")),
            (CALLS, self.tr("Call list…")),
        ):
            action = self._print_menu.addAction(word)
            action.triggered.connect(lambda _=False, what=what: self.print_asked.emit(what))
        self._arrange()
