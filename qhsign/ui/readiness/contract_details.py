"""One contract of the board in full, in the place of the list: people, texts, certificate."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from qhsign.domain.readiness import CertificateState
from qhsign.domain.roles import Act
from qhsign.services.waiting_contracts import TextState, WaitingContract, WaitingPerson
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.lists.tick_box import TickBox
from qhsign.ui.readiness.board_words import TONES, light_word, short_line
from qhsign.ui.readiness.person_block import PersonBlock
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look, restyle
from qhsign.wording import say

if TYPE_CHECKING:
    from qhsign.domain.stage_terms import TextStep

_COLUMNS = 3


class ContractDetails(QFrame):
    """``left`` asks for the list again; ``ticked`` carries a step and whether it is done.

    What is asked of a person goes on from their block (see ``PersonBlock``); ``rebuilt`` tells that
    there are other blocks.
    """

    left = Signal()
    ticked = Signal(object, bool)
    reveal_asked = Signal(object, str, str)
    online_asked = Signal(object)
    annul_asked = Signal(object, str)
    substitute_asked = Signal(object)

    def __init__(self, look: Look, rights: Rights, zone: tzinfo | None) -> None:
        super().__init__()
        self._look, self._rights, self._zone = look, rights, zone
        self.contract: WaitingContract | None = None
        self.people: list[PersonBlock] = []
        self.ticks: dict[TextStep, TickBox] = {}
        self.back = QToolButton()
        self.back.setProperty("kind", "bar")
        look.put_icon(self.back, "previous", "text-2", 18)
        self.back.clicked.connect(self.left)
        self._title = ElidedLabel("strong")
        self._missing = WrappedLabel()
        self._people_title, self._texts_title, self._paper_title = (
            label("section") for _ in range(3)
        )
        self.certificate = WrappedLabel("fact-text")
        self._blocks, self._steps = QVBoxLayout(), QGridLayout()
        self._lay_out()
        rights.changed.connect(self._show_rights)
        self._set_words()

    def show_contract(self, contract: WaitingContract) -> None:
        """Show a contract as it stands; the same people keep their blocks."""
        self.contract = contract
        keys = [(each.role, each.side, each.key) for each in contract.people]
        held = [(each.person.role, each.person.side, each.person.key) for each in self.people]
        if keys != held:
            self._build_people(contract.people)
        for block, person in zip(self.people, contract.people, strict=True):
            block.show_person(person)
        self._show_texts(contract.texts)
        self._fill()

    def focus_contact(self, side: str) -> None:
        """Bring the signatory of a side into sight, the keyboard at the phone to call."""
        block = next((each for each in self.people if each.person.side == side), None)
        if block is None:
            self.back.setFocus()
            return
        self._scroll.ensureWidgetVisible(block)
        rows = (row for row in block.masked.values() if row.has_value)
        reached = next((row.button for row in rows), block.substitute)
        reached.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("pane-head")
        head.setFixedHeight(40)
        line = QHBoxLayout(head)
        line.setContentsMargins(6, 0, 16, 0)
        line.setSpacing(4)
        line.addWidget(self.back)
        line.addWidget(self._title, 1)
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 10, 0, 12)
        inside.setSpacing(6)
        self._blocks.setSpacing(0)
        self._steps.setContentsMargins(16, 0, 12, 0)
        self._steps.setHorizontalSpacing(4)
        self._steps.setVerticalSpacing(2)
        for part, margin in (
            (self._missing, 16), (self._people_title, 16), (self._blocks, 0),
            (self._texts_title, 16), (self._steps, 0), (self._paper_title, 16),
            (self.certificate, 16),
        ):  # fmt: skip
            if isinstance(part, QWidget):
                framed = QVBoxLayout()
                framed.setContentsMargins(margin, 4, 12, 0)
                framed.addWidget(part)
                inside.addLayout(framed)
            else:
                inside.addLayout(part)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        self._scroll = TallScroll(sheet)
        column.addWidget(self._scroll, 1)

    def _build_people(self, people: Sequence[WaitingPerson]) -> None:
        for block in self.people:
            self._blocks.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.people = [PersonBlock(self._look, self._rights, each) for each in people]
        for block in self.people:
            self._blocks.addWidget(block)
            block.reveal_asked.connect(self.reveal_asked)
            block.online_asked.connect(self.online_asked)
            block.annul_asked.connect(self.annul_asked)
            block.substitute_asked.connect(self.substitute_asked)

    def _show_texts(self, texts: Sequence[TextState]) -> None:
        if [each.step for each in texts] != list(self.ticks):
            for box in self.ticks.values():
                self._steps.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.ticks = {}
            for place, each in enumerate(texts):
                box = self.ticks[each.step] = TickBox(self._look)
                box.clicked.connect(lambda on, step=each.step: self.ticked.emit(step, on))
                self._steps.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        for each in texts:
            box = self.ticks[each.step]
            box.setChecked(each.done)
            box.setText(say(f"text-step-{each.step}", self._look.language))
            at = each.at.astimezone(self._zone) if each.at else None
            who = f"{each.by} {at:%m-%d %H:%M}".strip() if at else ""
            box.setToolTip(who)
            box.setAccessibleDescription(who)
        self._show_rights()

    def _show_rights(self) -> None:
        for block in self.people:
            block.show_rights()
        why_not = self._rights.why_not(Act.EDIT)
        for box in self.ticks.values():
            box.setEnabled(not why_not)
            if why_not:
                box.setToolTip(why_not)

    def _fill(self) -> None:
        contract = self.contract
        if contract is None:
            return
        language = self._look.language
        self._title.setText(f"{contract.row.number}  {contract.row.title}")
        light, missing = contract.light, short_line(contract.missing, language)
        parts = [light_word(light, language), *([missing] if missing else [])]
        self._missing.setText(say("stage-list-semicolon", language).join(parts))
        restyle(self._missing, said=TONES[contract.light])
        self.certificate.setText(self._certificate_words(contract))
        state = contract.certificate
        tone = {CertificateState.PRINTED: "ok", CertificateState.CHANGED: "bad"}.get(state, "warn")
        restyle(self.certificate, said=tone)

    def _certificate_words(self, contract: WaitingContract) -> str:
        number = contract.row.certificate_number or ""
        if contract.certificate is CertificateState.NONE:
            return self.tr("Not printed yet")
        words = (
            self.tr("{number} version {version} lies printed")
            if contract.certificate is CertificateState.PRINTED
            else self.tr("{number} version {version} is outdated: the contract changed since")
        )
        return words.format(number=number, version=contract.version).strip()

    def _set_words(self) -> None:
        self.back.setToolTip(self.tr("Back to the board"))
        self.back.setAccessibleName(self.tr("Back to the board"))
        self._people_title.setText(self.tr("People"))
        self._texts_title.setText(self.tr("Texts"))
        self._paper_title.setText(self.tr("Certificate"))
        if self.contract is not None:
            self._show_texts(self.contract.texts)
        self._fill()
