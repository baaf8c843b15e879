"""The white foot of the verdict: seat and number tag, or the supervisor's way to let in."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qhsign.domain.number_tag import TagRule, may_have_tag
from qhsign.services.check_in_records import ScanResult
from qhsign.ui.check_in.override_bar import OverrideBar
from qhsign.ui.check_in.tag_cell import TagCell
from qhsign.ui.check_in.verdict_faces import may_be_overridden
from qhsign.ui.shared.plain_parts import ElidedLabel, divider, label
from qhsign.ui.theme import Look


class VerdictFoot(QFrame):
    """Shows only where there is something to show."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._seat_caption, self._seat = label("caption"), ElidedLabel()
        self._seat.setObjectName("seat")
        self.tag = TagCell(look)
        self.override_bar = OverrideBar(look)
        self._seat_cell, self._divider, self._row = QWidget(), divider(), QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._seat_cell)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._seat_caption)
        self._line.addWidget(self._seat, 1)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._seat_cell, 1)
        row.addWidget(self._divider)
        row.addWidget(self.tag, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 6, 28, 6)
        whole.addWidget(self._row)
        whole.addWidget(self.override_bar)
        self._set_words()

    def show_result(self, result: ScanResult, rule: TagRule) -> None:
        """Show what stands under this answer at an activity that gives tags by ``rule``."""
        seat = result.guest.seat if result.guest else ""
        overridable = may_be_overridden(result)
        may_type = rule is TagRule.TYPED and may_have_tag(
            result.verdict,
            overridden=result.overridden,
            leaving=result.leaving,
            rehearsal=result.rehearsal,
        )
        has_tag = bool(result.tag) or may_type
        self._seat.setText(seat)
        self._seat_cell.setVisible(bool(seat))
        self.tag.show_tag(result.tag, may_type=may_type)
        self.tag.setVisible(has_tag)
        self._divider.setVisible(bool(seat) and has_tag)
        # A repeated scan shows the tag the guest has; letting in again is then a key away.
        shows_row = (bool(seat) and not overridable) or has_tag
        self._row.setVisible(shows_row)
        self.override_bar.offer(offered=overridable)
        self.override_bar.setVisible(overridable and not shows_row)
        self.setVisible(overridable or shows_row)

    def show_nothing(self) -> None:
        """Be away under a sentence about nobody."""
        self.tag.show_tag("", may_type=False)
        self.override_bar.offer(offered=False)
        self.hide()

    def open_override(self) -> None:
        """Ask for the reason in the foot's place."""
        self._row.hide()
        self.override_bar.show()
        self.override_bar.open()

    def be_low(self, *, low: bool) -> None:
        """Be one line high in a very low window."""
        self.setFixedHeight(52 if low else 88)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if low else direction.TopToBottom)
        self._line.setSpacing(12 if low else 0)
        self._seat.setStyleSheet(f"font-size: {24 if low else 34}px")
        self.tag.be_low(low=low)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._seat_caption.setText(self.tr("Seat"))
