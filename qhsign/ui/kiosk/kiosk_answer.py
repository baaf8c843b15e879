"""What a guest sees after a scan: welcome, name, organization and title, or where to go."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qhsign.domain import check_in
from qhsign.services.check_in_records import ScannedGuest, ScanResult
from qhsign.ui.kiosk.both_languages import BothLanguages
from qhsign.ui.shared.fitted_name import FittedName, verdict_steps
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look, restyle

_DRAWN_HIGH = 768
_HEAD_SHARE, _NAME_SHARE = 0.32, 0.36
_ICON, _WORD = 120, 84
_STEPS = (1.0, 0.88, 0.76, 0.64, 0.52, 0.42)
_SIDE_PX, _EDGE_PX, _GAP_PX, _BESIDE_PX, _BAND_EDGE_PX = 36, 16, 8, 28, 8


class KioskAnswer(QFrame):
    """Nothing of a refusal is told here: why is between the guest and the desk."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._look = look
        self._guest: ScannedGuest | None = None
        self._icon_name = ""
        self._icon = QLabel()
        self._word = BothLanguages("kiosk-word")
        self._name = FittedName(look, 240)
        self._title, self._organization = label(wrap=True), label(wrap=True)
        self._tag = label(name="kiosk-tag", wrap=True)
        self._help = BothLanguages("kiosk-help", bold=False)
        self._lay_out()

    @property
    def words(self) -> str:
        """All that shows, as a screen reader says it."""
        guest = self._guest
        person = (guest.full_name, guest.title, guest.organization) if guest else ()
        return " ".join(each for each in (self._word.text, *person, self._help.text) if each)

    def show_result(self, result: ScanResult) -> None:
        """Welcome whoever was let in; send everybody else to the desk."""
        passed = check_in.passes(result.verdict, overridden=result.overridden)
        if not passed:
            self.show_refusal()
            return
        self._guest = result.guest
        known = result.guest is not None
        self._word.say("kiosk-goodbye" if result.leaving else "kiosk-welcome")
        self._help.say("" if known else "kiosk-enjoy")
        self._tag.setText(result.tag)
        self._tag.setVisible(bool(result.tag) and not result.leaving)
        self._dress("ok", "ring-tick")

    def show_refusal(self) -> None:
        """Send a guest to the desk."""
        self._guest = None
        self._word.say("kiosk-go-to-desk")
        self._help.say("kiosk-desk-helps")
        self._tag.hide()
        self._dress("warn", "triangle")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything into the new size."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self, tone: str, icon: str) -> None:
        self._icon_name = icon
        restyle(self, tone=tone)
        guest = self._guest
        self._name.setVisible(guest is not None)
        texts = (guest.title, guest.organization) if guest else ("", "")
        for shown, text in zip((self._title, self._organization), texts, strict=True):
            shown.setText(text)
            shown.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        """Take the largest sizes at which everything has room."""
        share = self.height() / _DRAWN_HIGH
        if self._icon_name:
            icon = max(round(_ICON * share), 44)
            picture = self._look.pixmap(self._icon_name, "on-fill", icon, self.devicePixelRatioF())
            self._icon.setPixmap(picture)
        band = round(self.height() * _HEAD_SHARE)
        self._band.setFixedHeight(band)
        wide = self.width() - 2 * _SIDE_PX
        for smaller in _STEPS:
            self._word.set_size(max(round(_WORD * share * smaller), 20))
            beside_icon = wide - self._icon.sizeHint().width() - _BESIDE_PX
            if self._word.heightForWidth(beside_icon) <= band - 2 * _BAND_EDGE_PX:
                break
        for smaller in _STEPS:
            if self._set_sizes(share * smaller, wide) <= self.height() - band - 2 * _EDGE_PX:
                break

    def _set_sizes(self, share: float, wide: int) -> int:
        """Set the sizes under the band, and return the height that takes."""
        self._help.set_size(max(round(56 * share), 18))
        sizes = ((self._title, 46, "700"), (self._organization, 40, "400"), (self._tag, 88, "700"))
        for shown, size, weight in sizes:
            shown.setStyleSheet(
                f"font-size: {max(round(size * share), 15)}px; font-weight: {weight}"
            )
        tall = 0
        if self._guest is not None:
            self._name.allow_height(round(self.height() * _NAME_SHARE * share))
            steps = verdict_steps(self._guest.full_name, smaller=False)
            sizes_of_name = [max(round(step * share * 1.5), 24) for step in steps]
            self._name.show_name(self._guest.full_name, sizes_of_name)
            tall = self._name.sizeHint().height() + _GAP_PX
        for each in (self._title, self._organization, self._tag, self._help):
            if not each.isHidden():
                tall += each.heightForWidth(wide) + _GAP_PX
        return tall

    def _lay_out(self) -> None:
        self._band = QFrame()
        self._band.setObjectName("band")
        line = QHBoxLayout(self._band)
        line.setContentsMargins(_SIDE_PX, _BAND_EDGE_PX, _SIDE_PX, _BAND_EDGE_PX)
        line.setSpacing(_BESIDE_PX)
        line.addWidget(self._icon)
        line.addWidget(self._word, 1)
        self._word.align(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE_PX, _EDGE_PX, _SIDE_PX, _EDGE_PX)
        column.setSpacing(_GAP_PX)
        column.addStretch(1)
        for each in (self._name, self._title, self._organization, self._tag, self._help):
            column.addWidget(each)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._band)
        whole.addWidget(body, 1)
