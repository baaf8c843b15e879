"""The chosen contract under the plan: what is wrong, who signs, and what can be done about it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.readiness import Lack, Light, Missing
from qhsign.domain.seating import PlaceKind
from qhsign.domain.stage_terms import Viewpoint
from qhsign.services.contract_records import ContractRow
from qhsign.services.stage_looks import StageLook, StageTableLook, Standing
from qhsign.services.stage_records import BatchRow
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.stage.person_cell import PersonCell
from qhsign.ui.stage.presence import Presence
from qhsign.ui.stage.stage_faces import contract_of
from qhsign.ui.stage.stage_words import (
    batch_word,
    contract_words,
    finding_words,
    has_several,
    missing_words,
)
from qhsign.ui.theme import Look, restyle

_ICONS = {
    Light.GREEN: ("ring-tick", "ok"),
    Light.AMBER: ("triangle", "warn"),
    Light.RED: ("ring-cross", "bad"),
}
_ROLE_OF_LIGHT = {Light.GREEN: "ok", Light.AMBER: "warn", Light.RED: "bad"}
_GRAVEST = (
    Lack.SIGNATORY_CANCELLED, Lack.SIGNATORY_UNNAMED, Lack.SIGNATORY_NOT_A_GUEST,
    Lack.SIGNATORY_OFFLINE, Lack.SIGNATORY_ABSENT,
)  # fmt: skip
_MOST_IN_A_ROW = 4


class StageFoot(QFrame):
    """``substitute_asked`` and ``contact_asked`` carry the contract's number and a party's letter.

    ``move_asked`` carries the contract's number and the id of the batch it shall go to.
    """

    substitute_asked = Signal(int, str)
    contact_asked = Signal(int, str)
    move_asked = Signal(int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("stage-foot")
        self._look = look
        self._contract: ContractRow | None = None
        self._table: StageTableLook | None = None
        self._plan: StageLook | None = None
        self._presence = Presence()
        self._standing: Standing | None = None
        self._batches: Sequence[BatchRow] = ()
        self._viewpoint = Viewpoint.AUDIENCE
        self._icon, self.title, self.wrong = QLabel(), ElidedLabel("strong"), ElidedLabel()
        self.substitute, self.contact = QPushButton(), QPushButton()
        self.move_to = QToolButton()
        self._menu = QMenu(self)
        self.cells: list[PersonCell] = []
        self._people = QWidget()
        self._is_low = False
        self._grid = QGridLayout(self._people)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        look.changed.connect(self._draw)
        self._set_words()
        self.hide()

    def show_contract(
        self,
        contract: ContractRow | None,
        plan: StageLook | None,
        viewpoint: Viewpoint,
        batches: Sequence[BatchRow],
    ) -> None:
        """Show another contract of a plan; it can go to the other ones of ``batches``."""
        self._contract, self._plan, self._viewpoint = contract, plan, viewpoint
        self._batches = batches
        self._table = None
        if contract is not None and plan is not None:
            self._table = next(
                (
                    each
                    for each in plan.tables
                    if each.contract is not None and each.contract.number == contract.number
                ),
                None,
            )
        if self._table is None or self._standing not in self._table.standings:
            self._standing = None
        self.setVisible(self._table is not None)
        self._build_cells()
        self._set_words()

    def show_presence(self, presence: Presence) -> None:
        """Show who has arrived."""
        self._presence = presence
        self._set_words()

    def show_place(self, standing: Standing) -> None:
        """Know whom of the contract the person at the screen has chosen."""
        table = self._table
        self._standing = standing if table and standing in table.standings else None

    def offer(self, *, substitute: bool, contact: bool) -> None:
        """Show the buttons of what somebody can do."""
        self.substitute.setVisible(substitute)
        self.contact.setVisible(contact)

    def be_low(self, *, low: bool) -> None:
        """Leave the cells out where the plan needs the height."""
        if low != self._is_low:
            self._is_low = low
            self._people.setVisible(not low)

    @property
    def side(self) -> str:
        """The letter of the party meant: of who is chosen, else of who is missing."""
        table = self._table
        if self._standing is not None and self._standing.party:
            return self._standing.party
        if table is None:
            return ""
        signers = [each for each in table.standings if each.place.kind is PlaceKind.SIGNER]
        missing = [
            each
            for each in signers
            if not each.name or not each.is_coming or self._presence.is_here(each) is False
        ]
        return next((each.party for each in (*missing, *signers) if each.party), "")

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for button in (self.substitute, self.contact):
            button.setProperty("kind", "small")
        self.move_to.setProperty("kind", "small")
        self.move_to.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.move_to.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.substitute.clicked.connect(lambda: self._ask(self.substitute_asked))
        self.contact.clicked.connect(lambda: self._ask(self.contact_asked))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.title, 3)
        line.addWidget(self.wrong, 4)
        for each in (self.substitute, self.contact, self.move_to):
            line.addWidget(each)
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 12)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._people)

    def _ask(self, signal: SignalInstance) -> None:
        if self._contract is not None:
            signal.emit(self._contract.number, self.side)

    def _standings(self) -> list[Standing]:
        """Return who is at the table as seen from the viewpoint."""
        found = list(self._table.standings) if self._table else []
        return found if self._viewpoint is Viewpoint.AUDIENCE else found[::-1]

    def _build_cells(self) -> None:
        count = len(self._standings())
        while len(self.cells) > count:
            cell = self.cells.pop()
            self._grid.removeWidget(cell)
            cell.deleteLater()
        while len(self.cells) < count:
            self.cells.append(PersonCell())
        rows = -(-count // _MOST_IN_A_ROW)
        columns = -(-count // max(rows, 1))
        for place, cell in enumerate(self.cells):
            self._grid.addWidget(cell, *divmod(place, max(columns, 1)))
        for column in range(_MOST_IN_A_ROW + 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _set_words(self) -> None:
        self.substitute.setText(self.tr("Substitute"))
        self.contact.setText(self.tr("Contact"))
        self.move_to.setText(self.tr("Move to…"))
        contract = self._contract
        if contract is None or self._table is None:
            return
        self.title.setText(contract_words(contract))
        self.wrong.setText(self._wrong_words(contract))
        several = has_several(self._table)
        for cell, standing in zip(self.cells, self._standings(), strict=True):
            cell.show_standing(standing, self._presence, several=several)
        self.move_to.setVisible(any(True for _ in self._others()))
        self._draw()
        self.setAccessibleName(f"{self.title.text()} {self.wrong.text()}")

    def _others(self) -> Iterator[BatchRow]:
        own = self._plan.batch if self._plan else ""
        return (each for each in self._batches if each.name != own)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for each in self._others():
            action = self._menu.addAction(batch_word(each).replace("&", "&&"))
            action.triggered.connect(lambda _=False, batch=each.id: self._move(batch))

    def _move(self, batch: str) -> None:
        if self._contract is not None:
            self.move_asked.emit(self._contract.number, batch)

    @property
    def _light(self) -> Light | None:
        number = self._contract.number if self._contract else 0
        known = self._presence.contract(number)
        return known.light if known else None

    def _wrong_words(self, contract: ContractRow) -> str:
        language = self._look.language
        known = self._presence.contract(contract.number)
        if known is not None and known.missing:
            words = missing_words(min(known.missing, key=_gravity), language)
            passed = self._presence.alarms_passed
            if known.light is Light.RED and passed:
                words = self.tr("{missing}, T−{minutes} is past").format(
                    missing=words, minutes=passed[-1]
                )
            return words
        findings = self._plan.findings if self._plan and self._plan.is_latest else ()
        for finding in findings:
            if contract_of(finding) == contract.number:
                return finding_words(finding, language)
        return ""

    def _draw(self) -> None:
        light = self._light
        self._icon.setVisible(light is not None)
        tone = "warn" if self.wrong.text() else ""
        if light is not None:
            icon, colour = _ICONS[light]
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(self._look.pixmap(icon, colour, 18, ratio))
            tone = _ROLE_OF_LIGHT[light]
        restyle(self.wrong, role="toned", tone=tone)


def _gravity(missing: Missing) -> int:
    """Return how early something missing is told: who will not come before who may yet."""
    return _GRAVEST.index(missing.lack) if missing.lack in _GRAVEST else len(_GRAVEST)
