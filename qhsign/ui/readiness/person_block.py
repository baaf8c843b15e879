"""Somebody wanted on stage: whether they have come, and how to reach them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qhsign.domain.readiness import Role
from qhsign.domain.roles import Act
from qhsign.services.waiting_contracts import WaitingPerson
from qhsign.ui.guest_panel.fact_editor import FactEditor
from qhsign.ui.guest_panel.fact_row import FactShown
from qhsign.ui.guest_panel.masked_row import MaskedRow
from qhsign.ui.readiness.board_words import role_words
from qhsign.ui.shared.plain_parts import ElidedLabel, label, rule
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look, restyle

PHONE, LIAISON = "phone", "liaison"
_ICON_PX, _ROW_AIR = 18, 8


class PersonBlock(QWidget):
    """Carries the person shown with what is asked of it.

    ``reveal_asked`` the phone wanted (PHONE or LIAISON) and the purpose too, ``annul_asked`` the
    reason; ``online_asked`` marks as seen online, ``substitute_asked`` looks for somebody else.
    """

    reveal_asked = Signal(object, str, str)
    online_asked = Signal(object)
    annul_asked = Signal(object, str)
    substitute_asked = Signal(object)

    def __init__(self, look: Look, rights: Rights, person: WaitingPerson) -> None:
        super().__init__()
        self._look, self._rights = look, rights
        self.person = person
        self._icon, self.name, self.state = QLabel(), ElidedLabel("strong"), label()
        self._role, self._post = ElidedLabel("caption"), ElidedLabel("caption")
        self.masked = {name: MaskedRow(look, name) for name in (PHONE, LIAISON)}
        self.phone, self.liaison_phone = self.masked[PHONE], self.masked[LIAISON]
        for row in self.masked.values():
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.reveal_asked.connect(
                lambda field, why: self.reveal_asked.emit(self.person, field, why)
            )
        self._liaison = ElidedLabel("second")
        self.online, self.substitute = _small(), _small()
        look.put_icon(self.substitute, "exchange", "accent-text", 16)
        self._reason: FactEditor | None = None
        self._lay_out()
        self.online.clicked.connect(self._turn_online)
        self.substitute.clicked.connect(lambda: self.substitute_asked.emit(self.person))
        look.changed.connect(self._draw)
        self._fill()

    @property
    def asking(self) -> FactEditor | None:
        """What asks why somebody is not online after all; None while nobody is asked."""
        return self._reason

    def show_person(self, person: WaitingPerson) -> None:
        """Show the same person as they stand now; what is being typed stays."""
        if person != self.person:
            self.person = person
            self._fill()

    def show_rights(self) -> None:
        """Grey what who works here may not do."""
        online = Act.ANNUL if self.person.online else Act.CHECK_IN
        for button, act in (
            (self.online, online), (self.substitute, Act.APPROVE),
            *((row.button, Act.REVEAL) for row in self.masked.values()),
        ):  # fmt: skip
            why_not = self._rights.why_not(act)
            button.setEnabled(not why_not)
            if why_not or act is not Act.REVEAL:
                button.setToolTip(why_not)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._icon)
        first.addWidget(self.name, 1)
        first.addWidget(self.state)
        self._acts = QHBoxLayout()
        self._acts.setContentsMargins(0, 4, 0, 2)
        self._acts.setSpacing(8)
        self._acts.addWidget(self.online)
        self._acts.addWidget(self.substitute)
        self._acts.addStretch(1)
        facts = self._facts = QVBoxLayout()
        facts.setContentsMargins(_ICON_PX + 6, 0, 0, 0)
        facts.setSpacing(2)
        facts.addLayout(self._acts)
        names = QVBoxLayout()
        names.setContentsMargins(_ICON_PX + 6, 0, 0, 0)
        names.setSpacing(2)
        for each in (self._role, self._post):
            names.addWidget(each)
        whom = QHBoxLayout()
        whom.setContentsMargins(_ICON_PX + 6, 0, 0, 0)
        whom.addWidget(self._liaison)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(names)
        column.addLayout(_indented(self.phone))
        column.addLayout(whom)
        column.addLayout(_indented(self.liaison_phone))
        column.addLayout(facts)
        column.addSpacing(6)
        column.addWidget(rule())

    def _fill(self) -> None:
        person = self.person
        self.name.setText(person.name)
        self.state.setText(self._state_word())
        restyle(self.state, said=self._tone())
        self._role.setText(role_words(person.role, person.side, self._look.language))
        post = " ".join(part for part in (person.organization, person.title) if part)
        self._post.setText(post)
        self._post.setVisible(bool(post))
        _show_phone(self.phone, self.tr("Phone"), person.phone)
        _show_phone(self.liaison_phone, self.tr("Liaison's phone"), person.liaison_phone)
        liaison = self.tr("Liaison: {name}").format(name=person.liaison)
        self._liaison.setText(liaison)
        self._liaison.setVisible(bool(person.liaison))
        self.online.setVisible(person.remote and (bool(person.online) or not person.present))
        word = self.tr("Not online after all") if person.online else self.tr("Seen online")
        self.online.setText(word)
        self.substitute.setVisible(person.role is Role.SIGNATORY)
        self.substitute.setText(self.tr("Substitute"))
        for button in (self.online, self.substitute):
            button.setAccessibleName(f"{button.text()} {person.name}")
        self.setAccessibleName(f"{person.name} {self._role.text()} {self.state.text()}")
        self.show_rights()
        self._draw()

    def _state_word(self) -> str:
        person = self.person
        if person.online:
            return self.tr("Online")
        if person.present:
            return self.tr("Here")
        if not person.coming:
            return self.tr("Cancelled")
        if not person.guest and not person.remote:
            return self.tr("No guest")
        return self.tr("Not online") if person.remote else self.tr("Not here")

    def _tone(self) -> str:
        if self.person.present:
            return "ok"
        return "bad" if self.person.role is Role.SIGNATORY else "warn"

    def _draw(self) -> None:
        icon = {"ok": "ring-tick", "warn": "triangle", "bad": "ring-cross"}[self._tone()]
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap(icon, self._tone(), _ICON_PX, ratio))

    def _turn_online(self) -> None:
        if not self.person.online:
            self.online_asked.emit(self.person)
        elif self._reason is None:
            self._ask_reason()

    def _ask_reason(self) -> None:
        asking = self._reason = FactEditor(
            self._look,
            self.tr("Why not online"),
            "",
            prompt=self.tr("Why not? Enter takes it back"),
            keeps=False,
        )
        asking.committed.connect(self._give_reason)
        asking.left.connect(self._stop_asking)
        self._facts.addWidget(asking)
        asking.open()

    def _give_reason(self, reason: str) -> None:
        self._stop_asking()
        if reason:
            self.annul_asked.emit(self.person, reason)

    def _stop_asking(self) -> None:
        asking, self._reason = self._reason, None
        if asking is not None:
            self._facts.removeWidget(asking)
            asking.hide()
            asking.deleteLater()
            self.online.setFocus()


def _show_phone(row: MaskedRow, caption: str, phone: str) -> None:
    """Show a masked phone where there is one; what is asked or shown in full now stays."""
    revealing = row.purpose is not None or row.is_full
    if row.accessibleName() != f"{caption} {phone}" and not revealing:
        row.show_fact(caption, FactShown(phone, phone))
    row.setVisible(bool(phone))


def _indented(row: MaskedRow) -> QHBoxLayout:
    line = QHBoxLayout()
    # The row's own edge and air come on top.
    line.setContentsMargins(_ICON_PX + 6 - _ROW_AIR, 0, 0, 0)
    line.addWidget(row)
    return line


def _small() -> QPushButton:
    made = QPushButton()
    made.setProperty("kind", "small")
    return made
