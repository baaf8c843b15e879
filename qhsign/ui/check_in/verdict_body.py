"""The person of the verdict: chips, name as large as it fits, post, organization, the reason."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qhsign.domain.check_in import Verdict
from qhsign.services.check_in_records import ScannedGuest, ScanResult
from qhsign.ui.check_in.verdict_faces import is_refusal
from qhsign.ui.check_in.verdict_photo import VerdictPhoto
from qhsign.ui.shared.category_shapes import vip_shape
from qhsign.ui.shared.chip import LARGE, Chip, ChipKind
from qhsign.ui.shared.fitted_name import FittedName, verdict_steps
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look, restyle_with
from qhsign.wording import Language

_SAYS_ENOUGH = {Verdict.ADMITTED, Verdict.RE_ENTERED, Verdict.EXITED}


class VerdictBody(QWidget):
    """Whatever is too much for a low window shrinks; the name is never cut."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._low, self._very_low = False, False
        self._guest: ScannedGuest | None = None
        self._refused = False
        self._primary = ""
        self._vip, self._category = Chip(look, LARGE), Chip(look, LARGE)
        self._name = FittedName(look, 240)
        self._second_name = ElidedLabel()
        self._second_name.setObjectName("verdict-latin")
        self._title, self._organization = ElidedLabel(), ElidedLabel()
        self._title.setObjectName("verdict-title")
        self._organization.setObjectName("verdict-organization")
        self._message = label(wrap=True, name="verdict-message")
        self._strip = _VipStrip(look)
        self._photo = VerdictPhoto()
        self._lay_out()
        self._set_words()

    def show_result(self, result: ScanResult, sentence: str) -> None:
        """Show whom the scan found, and the sentence where the word alone is not enough."""
        guest = self._guest = result.guest
        self._photo.expect(guest.photo if guest else "")
        self._refused = is_refusal(result)
        for each in (self._name, self._title, self._organization, self._chips):
            each.setVisible(guest is not None)
        if guest is None:
            self._show_nobody(sentence)
            return
        foreign = self._look.language is Language.ENGLISH and bool(guest.latin_name)
        self._primary = guest.latin_name if foreign else guest.full_name
        second = guest.full_name if foreign else guest.latin_name
        self._second_name.setText(second)
        self._second_name.setVisible(bool(second) and not self._very_low)
        self._vip.setVisible(guest.vip)
        self._vip.show_kind(ChipKind(guest.category, vip=True))
        self._category.show_kind(ChipKind(guest.category))
        self._title.setText(guest.title)
        self._title.setVisible(bool(guest.title))
        self._organization.setText(guest.organization)
        self._organization.setVisible(bool(guest.organization))
        plain = result.verdict in _SAYS_ENOUGH or result.overridden
        self._message.setText("" if plain else sentence)
        self._message.setVisible(not plain)
        restyle_with(self._message, f"font-size: {16 if self._very_low else 18}px")
        self._strip.setVisible(guest.vip and not self._refused)
        self._say_vip()
        self._fit()

    def show_photo(self, digest: str, jpeg: bytes) -> None:
        """Show the person's photo, if it is the one expected."""
        self._photo.show_jpeg(digest, jpeg)

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence alone, large."""
        self._guest = None
        self._photo.expect("")
        for each in (self._name, self._title, self._organization, self._chips):
            each.hide()
        self._show_nobody(sentence)

    def be_low(self, *, low: bool, very_low: bool) -> None:
        """Start names one step smaller below 720 px, and save room below 600."""
        self._low, self._very_low = low, very_low
        side = (28, 10, 28, 8) if very_low else (28, 20, 28, 16)
        self._whole.setContentsMargins(*side)
        self._whole.setSpacing(2 if very_low else 6)
        self._column.setSpacing(2 if very_low else 6)
        self._beside.setSpacing(14 if very_low else 24)
        restyle_with(self._title, f"font-size: {20 if very_low else 26}px")
        direction = QBoxLayout.Direction
        # In a very low window the chips stand beside the name and the post beside the house.
        self._head.setDirection(direction.RightToLeft if very_low else direction.TopToBottom)
        self._post.setDirection(direction.LeftToRight if very_low else direction.TopToBottom)
        self._strip.setFixedHeight(28 if very_low else 36)
        self._post.setSpacing(14 if very_low else 6)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the name into the height that the other lines leave."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Take what the panel has."""
        return QSize(200, 80)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_nobody(self, sentence: str) -> None:
        self._second_name.hide()
        self._strip.hide()
        self._message.setText(sentence)
        restyle_with(self._message, "font-size: 24px")
        self._message.show()

    def _fit(self) -> None:
        """Give the name the height left over by everything else that shows."""
        if self._guest is None:
            return
        margins = self._whole.contentsMargins()
        left = self.height() - margins.top() - margins.bottom()
        width = self.width() - margins.left() - margins.right()
        strip = 0
        if not self._strip.isHidden():
            strip = self._strip.height() + self._whole.spacing()
        if not self._photo.isHidden():
            width -= self._photo.fit(left - strip, width) + self._beside.spacing()
        parts: list[QWidget] = [self._second_name, self._title, self._message, self._strip]
        if not self._very_low:
            parts += [self._chips, self._organization]
        elif self._title.isHidden():
            parts.append(self._organization)
        for each in parts:
            if not each.isHidden():
                tall = each.heightForWidth(width) if each.hasHeightForWidth() else -1
                left -= max(tall, each.sizeHint().height()) + self._column.spacing()
        self._name.allow_height(max(left, 36))
        steps = verdict_steps(self._primary, smaller=self._refused or self._low)
        self._name.show_name(self._primary, steps)

    def _lay_out(self) -> None:
        self._chips = QWidget()
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(8)
        chips.addWidget(self._vip)
        chips.addWidget(self._category)
        chips.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.addWidget(self._chips)
        self._head.addWidget(self._name, 1)
        self._post = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._post.setSpacing(6)
        self._post.addWidget(self._title)
        self._post.addWidget(self._organization, 1)
        self._column = QVBoxLayout()
        self._column.addLayout(self._head)
        self._column.addWidget(self._second_name)
        self._column.addLayout(self._post)
        self._column.addWidget(self._message)
        self._column.addStretch(1)
        self._beside = QHBoxLayout()
        self._beside.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addLayout(self._column, 1)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self._beside, 1)
        self._whole.addWidget(self._strip)
        self._message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.be_low(low=False, very_low=False)

    def _say_vip(self) -> None:
        liaison = self._guest.liaison if self._guest else ""
        words = self.tr("VIP arrival; liaison: {name}") if liaison else self.tr("VIP arrival")
        self._strip.say(words.format(name=liaison))

    def _set_words(self) -> None:
        self._say_vip()


class _VipStrip(QFrame):
    """The quiet gold line that tells the desk of a VIP."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("vip-strip")
        self._look = look
        self._words = ElidedLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(36, 0, 12, 0)
        line.addWidget(self._words)

    def say(self, words: str) -> None:
        self._words.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("vip"))
        box = QRectF(12, (self.height() - 16) / 2, 16, 16)
        painter.drawPath(vip_shape(box))
        painter.end()
