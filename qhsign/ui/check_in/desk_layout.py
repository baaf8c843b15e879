"""Where the parts of the check-in screen stand: side by side, or in a narrow window in turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from qhsign.ui.camera.camera_panel import CameraPanel
from qhsign.ui.check_in.key_row import KeyRow
from qhsign.ui.check_in.more_menu import MoreMenu
from qhsign.ui.check_in.scan_field import ScanField
from qhsign.ui.check_in.side_column import SideColumn
from qhsign.ui.check_in.verdict_panel import VerdictPanel
from qhsign.ui.shared.segmented_switch import SegmentedSwitch

NARROW = 1100
_LOW, _VERY_LOW = 720, 600
_SIDE_PX = 372
_CAMERA_PX, _LOW_CAMERA_PX, _CAMERA_WIDE_PX = 262, 206, 290
_NO_LIMIT_PX = 16_777_215


@dataclass(frozen=True, slots=True)
class DeskWidgets:
    """What is to be arranged: ``below`` stands under the verdict, ``when_narrow`` as it says."""

    field: ScanField
    direction: SegmentedSwitch
    verdict: VerdictPanel
    side: SideColumn
    camera: CameraPanel
    below: Sequence[QWidget]
    keys: KeyRow
    more: MoreMenu
    when_narrow: Sequence[QWidget]


class DeskLayout:
    """``focus_scan`` is called where the focus would be lost with what goes."""

    def __init__(self, page: QWidget, widgets: DeskWidgets, focus_scan: Callable[[], None]) -> None:
        self._page, self._widgets, self._focus_scan = page, widgets, focus_scan
        self.side_is_open = False
        self.is_narrow = False
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(widgets.field, 1)
        top.addWidget(widgets.direction)
        self._grid = QGridLayout(page)
        self._grid.setHorizontalSpacing(16)
        self._grid.addLayout(top, 0, 0)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(12)
        self._middle.addWidget(widgets.verdict, 1)
        self._grid.addLayout(self._middle, 1, 0)
        for place, each in enumerate((*widgets.below, widgets.keys), start=2):
            self._grid.addWidget(each, place, 0)
        self._rows = 3 + len(widgets.below)
        self._grid.addWidget(widgets.side, 0, 1, self._rows, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
        widgets.side.setFixedWidth(_SIDE_PX)
        self.arrange()

    def arrange(self) -> None:
        """Arrange for the window's size."""
        window, widgets = self._page.window(), self._widgets
        self.is_narrow = window.width() < NARROW
        low = window.height() < _VERY_LOW
        margin = 10 if low else 16
        self._grid.setContentsMargins(margin, margin, margin, margin)
        self._grid.setVerticalSpacing(8 if low else 12)
        widgets.field.be_low(low=low)
        widgets.direction.set_height(48 if low else 56)
        widgets.verdict.fit_window(window.height())
        widgets.side.be_narrow(narrow=self.is_narrow)
        for each in widgets.when_narrow:
            each.setVisible(self.is_narrow)
        widgets.more.be_narrow(narrow=self.is_narrow)
        widgets.keys.fit()
        self._place_side()
        self.place_camera()

    def show_side(self, *, shown: bool) -> None:
        """Show the side column or put it away; where there is room it always shows."""
        if shown != self.side_is_open:
            if not shown and self.is_narrow and self._focus_is_in_side():
                self._focus_scan()
            self.side_is_open = shown
            self._place_side()

    def place_camera(self) -> None:
        """Put the open camera on top of the side column, in a narrow window beside the verdict."""
        camera, side = self._widgets.camera, self._widgets.side
        if self.is_narrow:
            camera.setMinimumHeight(0)
            camera.setMaximumHeight(_NO_LIMIT_PX)
            camera.setFixedWidth(_CAMERA_WIDE_PX)
            self._middle.addWidget(camera)
        else:
            camera.setMinimumWidth(0)
            camera.setMaximumWidth(_NO_LIMIT_PX)
            low = self._page.window().height() < _LOW
            camera.setFixedHeight(_LOW_CAMERA_PX if low else _CAMERA_PX)
            side.hold(camera)
        camera.be_small(small=self.is_narrow)
        camera.setVisible(camera.is_open)

    def _place_side(self) -> None:
        """Beside the verdict; in a narrow window in its place, while it is open."""
        side, verdict = self._widgets.side, self._widgets.verdict
        for layout in (self._grid, self._middle):
            layout.removeWidget(side)
        if self.is_narrow:
            side.setMaximumWidth(_NO_LIMIT_PX)
            side.setMinimumWidth(0)
            self._middle.insertWidget(1, side, 1)
        else:
            side.setFixedWidth(_SIDE_PX)
            self._grid.addWidget(side, 0, 1, self._rows, 1)
        side.setVisible(not self.is_narrow or self.side_is_open)
        verdict.setVisible(not self.is_narrow or not self.side_is_open)

    def _focus_is_in_side(self) -> bool:
        focused = self._page.focusWidget()
        return isinstance(focused, QLineEdit) and self._widgets.side.isAncestorOf(focused)
