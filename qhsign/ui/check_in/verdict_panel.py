"""The answer to the last scan, to be read from two metres."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.number_tag import TagRule
from qhsign.domain.problems import ProblemForUser
from qhsign.services.check_in_records import ScanResult
from qhsign.ui.check_in.idle_prompt import IdlePrompt
from qhsign.ui.check_in.verdict_band import VerdictBand
from qhsign.ui.check_in.verdict_body import VerdictBody
from qhsign.ui.check_in.verdict_faces import (
    Face,
    face_of,
    not_recorded_face,
)
from qhsign.ui.check_in.verdict_foot import VerdictFoot
from qhsign.ui.theme import Look, restyle
from qhsign.wording import say

IDLE_AFTER_MS = 20_000
_LOW = 720
_VERY_LOW = 600


class VerdictPanel(QFrame):
    """Band, body and foot of one verdict; goes back to the idle prompt by itself.

    ``overridden`` carries the reason a supervisor gave for letting the person in. ``tag_rule`` says
    how the activity gives number tags.
    """

    overridden = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._look = look
        self._result: ScanResult | None = None
        self._problem: ProblemForUser | None = None
        self._band, self._body = VerdictBand(look), VerdictBody(look)
        self._idle = IdlePrompt(look)
        self.foot = VerdictFoot(look)
        self.override_bar = self.foot.override_bar
        self.tag_rule = TagRule.NONE
        # In no layout: another verdict changes nothing outside the panel, and asking the whole
        # window again for its places took as long as painting the verdict.
        self._pages = QStackedWidget(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_AFTER_MS)
        self._timer.timeout.connect(self.be_idle)
        self.override_bar.recorded.connect(self.overridden)
        self.override_bar.opened.connect(self._hold)
        self._lay_out()
        self.be_idle()

    @property
    def result(self) -> ScanResult | None:
        """The answer on the screen, or None when idle."""
        return self._result if self._pages.currentIndex() == 1 else None

    @property
    def is_idle(self) -> bool:
        """Whether the idle prompt shows."""
        return self._pages.currentIndex() == 0

    def show_result(self, result: ScanResult) -> None:
        """Show the answer to a scan until the next one, or for twenty seconds."""
        self._result, self._problem = result, None
        face = face_of(result, self._look.language)
        sentence = say(result.message_code, self._look.language, **result.message_parameters)
        self._band.show_face(face, result)
        self._body.show_result(result, sentence)
        self.foot.show_result(result, self.tag_rule)
        name = result.guest.full_name if result.guest else ""
        self._show(face, " ".join(part for part in (face.word, name, sentence) if part))

    def show_not_recorded(self, problem: ProblemForUser) -> None:
        """Say that a scan was not stored, and why."""
        self._result, self._problem = None, problem
        face = not_recorded_face()
        sentence = say(problem.code, self._look.language, **problem.parameters)
        self._band.show_face(face, None)
        self._body.show_sentence(sentence)
        self.foot.show_nothing()
        self._show(face, f"{face.word} {sentence}")

    def show_tag(self, scan: str, tag: str) -> None:
        """Show the tag that was noted, if the answer of that scan is still here."""
        if self._result is not None and self._result.scan == scan:
            self._result = replace(self._result, tag=tag)
            self.foot.show_result(self._result, self.tag_rule)

    def show_photo(self, digest: str, jpeg: bytes) -> None:
        """Show a photo that was read, if its person is still here."""
        if self._result is not None and self._result.guest is not None:
            self._body.show_photo(digest, jpeg)

    def show_no_activity(self, *, missing: bool) -> None:
        """Say in the idle prompt that there is nothing to check in to."""
        self._idle.say_no_activity(missing=missing)

    def be_idle(self) -> None:
        """Go back to the prompt, with the last name and verdict small."""
        if self.override_bar.is_open or self.foot.tag.is_typing:
            self._hold()
            return
        if self.foot.tag.has_focus:
            self.foot.tag.left.emit()
        self._timer.stop()
        self._idle.show_last(self._result)
        self._pages.setCurrentIndex(0)
        restyle(self, tone="idle")
        self.setAccessibleName(self.tr("Waiting for a scan"))

    def forget(self) -> None:
        """Go back to the prompt and forget the last answer."""
        self._result, self._problem = None, None
        self.override_bar.offer(offered=False)
        self.be_idle()

    def fit_window(self, height: int) -> None:
        """Take smaller sizes in a low window."""
        low, very_low = height < _LOW, height < _VERY_LOW
        self._band.be_low(low=low, very_low=very_low)
        self._body.be_low(low=low, very_low=very_low)
        self.foot.be_low(low=very_low)

    def sizeHint(self) -> QSize:
        """Take what the page has."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give way to the window: the body fits itself."""
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the frame."""
        super().resizeEvent(event)
        self._pages.setGeometry(self.contentsRect())

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_again()
        super().changeEvent(event)

    def _say_again(self) -> None:
        if self.is_idle:
            self._idle.show_last(self._result)
        elif self._result is not None:
            self.show_result(self._result)
        elif self._problem is not None:
            self.show_not_recorded(self._problem)

    def _show(self, face: Face, sentence: str) -> None:
        restyle(self, tone=face.tone)
        self._pages.setCurrentIndex(1)
        self._settle()
        self.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self._timer.start()

    def _settle(self) -> None:
        """Have every line in its place before it is painted, not a moment later."""
        self._pages.setGeometry(self.contentsRect())
        for part in (self._verdict, self._band, self._body, self.foot):
            layout = part.layout()
            if layout is not None:
                layout.activate()

    def _hold(self) -> None:
        """Stay while somebody writes a reason."""
        self._timer.start()

    def _lay_out(self) -> None:
        self._verdict = QWidget()
        column = QVBoxLayout(self._verdict)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)
        self._pages.addWidget(self._idle)
        self._pages.addWidget(self._verdict)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
