"""The foot of the wizard: what is ticked, back, and the one step forward."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from qhsign.services.list_records import RowKind
from qhsign.ui.lists.preview_page import PreviewPage
from qhsign.ui.lists.tick_box import TickBox
from qhsign.ui.shared.plain_parts import ElidedLabel, pressed_by_enter
from qhsign.ui.theme import Look

_COLUMNS, _PREVIEW = 1, 2
_KINDS = (RowKind.NEW, RowKind.CHANGED, RowKind.SUSPECTED)
_WIDE = 1100


class WizardFoot(QFrame):
    """Ticks whole kinds of rows at once; the button forward says how many guests it imports."""

    def __init__(self, look: Look, preview: PreviewPage) -> None:
        super().__init__()
        self.setObjectName("wizard-foot")
        self.setFixedHeight(64)
        self._preview = preview
        self._step = 0
        self.boxes = {kind: TickBox(look) for kind in _KINDS}
        self.gone = TickBox(look)
        self._rest, self._undo = ElidedLabel("quiet"), ElidedLabel("second")
        self.back, self.forward = QPushButton(), QPushButton()
        self.back.setProperty("kind", "large")
        self.forward.setProperty("kind", "primary")
        self.forward.setMinimumHeight(40)
        pressed_by_enter(self.back, self.forward)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(16)
        for kind, box in self.boxes.items():
            box.setTristate(True)
            box.clicked.connect(lambda _=False, kind=kind: self._tick(kind))
            line.addWidget(box)
        self.gone.setTristate(True)
        self.gone.clicked.connect(self._tick_gone)
        line.addWidget(self.gone)
        line.addWidget(self._rest, 1)
        line.addWidget(self._undo)
        line.addWidget(self.back)
        line.addWidget(self.forward)
        preview.ticks.changed.connect(self._say)
        preview.gone.changed.connect(self._say)
        self._say()

    def refresh(self, step: int) -> None:
        """Show what belongs to a page of the wizard."""
        self._step = step
        self.setVisible(step > 0)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in a narrow window."""
        super().resizeEvent(event)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _tick(self, kind: RowKind) -> None:
        ticked = self.boxes[kind].checkState() is Qt.CheckState.Checked
        self._preview.ticks.tick(self._preview.rows_of(kind), ticked=ticked)

    def _tick_gone(self) -> None:
        ticked = self.gone.checkState() is Qt.CheckState.Checked
        self._preview.gone.tick(self._preview.may_cancel, ticked=ticked)

    def _say_gone(self, *, previewing: bool) -> int:
        """Say how many missing guests are set to cancelled; return it."""
        count, ticked = len(self._preview.may_cancel), len(self._preview.gone.ticked)
        # In a narrow window the tab's own ticks must do.
        self.gone.setVisible(previewing and count > 0 and self.window().width() >= _WIDE)
        shown = f"{ticked:,}/{count:,}" if 0 < ticked < count else f"{count:,}"
        self.gone.setText(self.tr("{count} missing to cancelled").format(count=shown))
        self.gone.setAccessibleName(self.gone.text())
        some = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.gone.setCheckState(Qt.CheckState.Checked if ticked and ticked == count else some)
        self.gone.updateGeometry()
        return ticked

    def _say(self) -> None:
        previewing = self._step == _PREVIEW
        words = {
            RowKind.NEW: self.tr("{count} new"),
            RowKind.CHANGED: self.tr("{count} changed"),
            RowKind.SUSPECTED: self.tr("{count} doubles"),
        }
        total = self._say_gone(previewing=previewing)
        for kind, box in self.boxes.items():
            count, taken = self._preview.count(kind), self._preview.taken(kind)
            total += taken
            box.setVisible(previewing and count > 0)
            shown = f"{taken:,}" if taken == count else f"{taken:,}/{count:,}"
            box.setText(words[kind].format(count=shown))
            box.setAccessibleName(box.text())
            some = Qt.CheckState.PartiallyChecked if taken else Qt.CheckState.Unchecked
            box.setCheckState(Qt.CheckState.Checked if taken == count else some)
            box.updateGeometry()
        wide = self.window().width() >= _WIDE
        self._rest.setText(self.tr("The rest stays as it is") if previewing and wide else "")
        self._undo.setText(self.tr("One undo takes it back") if previewing and wide else "")
        self._undo.setVisible(previewing and wide)
        self.back.setText(self.tr("Back"))
        self.forward.setToolTip(self.tr("Ctrl+Enter"))
        if previewing:
            self.forward.setText(self.tr("Import {count}").format(count=f"{total:,}"))
        else:
            self.forward.setText(self.tr("Preview"))
        self.forward.setEnabled(total > 0 if previewing else self._step == _COLUMNS)
