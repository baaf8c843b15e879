"""签约: the stage, the run of show, the words of the host, the follow-up."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from qhsign.domain.roles import Act
from qhsign.ui.ceremony.ceremony_commands import FOLLOW_UP, SHOW, STAGE, WORDS
from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts
from qhsign.ui.ceremony.ceremony_toolbar import CeremonyToolbar
from qhsign.ui.console.console_desk import MANUAL_PAGE, ConsoleDesk
from qhsign.ui.later import Later
from qhsign.ui.lists.list_desk import ListDesk
from qhsign.ui.screen import Screen

if TYPE_CHECKING:
    from qhsign.ui.ceremony.contract_column import ContractColumn
    from qhsign.ui.ceremony.stage_part import StagePart
    from qhsign.ui.readiness.readiness_column import ReadinessColumn
    from qhsign.ui.stage.stage_column import StageColumn


class CeremonyPage(Screen):
    """Each part is built when it is first turned to.

    ``changed`` tells that something else can be asked of it than before.
    """

    changed = Signal()

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._parts = parts
        self._built: dict[int, Later[CeremonyPart]] = {
            STAGE: Later(self._build_stage),
            SHOW: Later(self._build_show),
            WORDS: Later(self._build_words),
            FOLLOW_UP: Later(self._build_follow_up),
        }
        self.toolbar = CeremonyToolbar(parts.look, len(self._built))
        self.switch = self.toolbar.switch
        self.lists = self._list_desk()
        self._pages = QStackedWidget()
        self.console = ConsoleDesk(parts, self, self._to_board)
        self._lay_out()
        self.switch.chosen.connect(self._turn)
        parts.book.failed.connect(parts.bar.show_problem)
        self._connect_toolbar()
        self._turn(STAGE)

    @property
    def current(self) -> CeremonyPart:
        """The part in front."""
        return self._built[self.switch.current]()

    def part(self, which: int) -> CeremonyPart:
        """Return one of the parts, built if it is the first time."""
        return self._built[which]()

    @property
    def manual_page(self) -> str:
        """The page of the manual for what is in front."""
        return MANUAL_PAGE if self.console.is_open else ""

    def readiness(self) -> "ReadinessColumn":
        """Bring the board to the front and return it."""
        self.go_to(STAGE)
        stage = self._stage()
        stage.contracts.sheets.put_away()
        if stage.is_narrow:
            self.toolbar.readiness.setChecked(True)
        return stage.readiness

    def shows_board(self, batch: str) -> bool:
        """Tell whether the board of a batch (by id) is in sight."""
        chosen = self._parts.book.batch
        at_stage = not self.console.is_open and self.switch.current == STAGE
        seen = at_stage and self._stage().readiness.isVisible()
        return seen and chosen is not None and chosen.id == batch

    def show_board(self, batch: str) -> None:
        """Bring the board of a batch (by id) to the front."""
        self._parts.book.choose_batch(batch)
        self.readiness().show_list()

    def stage(self) -> "StageColumn":
        """Bring the plan of the stage to the front and return it."""
        self.console.put_away()
        self.switch.choose(STAGE)
        self._stage().contracts.sheets.put_away()
        return self._stage().stage

    @property
    def has_plan(self) -> bool:
        """Whether a plan of the stage is shown."""
        return self._stage().stage.has_plan

    def go_to(self, part: int) -> None:
        """Bring a part to the front and the keyboard to it."""
        self.console.put_away()
        self.switch.choose(part)
        self.current.be_shown()

    def undo(self) -> None:
        """Take back what was told last, if it still can be."""
        if self.console.is_open:
            self.console.page.undo()
        else:
            self._parts.bar.take_back()

    def be_shown(self) -> None:
        """Be ready for the keyboard."""
        if self.console.is_open:
            self.console.page.be_shown()
        else:
            self.current.be_shown()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        self._parts.book.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave reading until somebody looks again."""
        super().hideEvent(event)
        self._parts.book.watch(watched=False)

    def contracts(self) -> "ContractColumn":
        """Return the column of contracts, in front."""
        self.console.put_away()
        self.switch.choose(STAGE)
        return self._stage().contracts

    def go_to_contract(self, number: int) -> None:
        """Show one contract, with the keyboard on it."""
        self.contracts().go_to_contract(number)

    def new_contract(self) -> None:
        """Ask what a new contract is called."""
        self.contracts().ask_contract()

    def import_contracts(self) -> None:
        """Open the import of lists."""
        if self.lists is not None:
            self.console.put_away()
            self.lists.open_wizard()

    def _turn(self, which: int) -> None:
        part = self.part(which)
        if self._pages.indexOf(part) < 0:
            self._pages.addWidget(part)
        self._pages.setCurrentWidget(part)
        self._show_fold()

    def _stage(self) -> "StagePart":
        return cast("StagePart", self.part(STAGE))

    def _show_fold(self) -> None:
        """Offer readiness where it is folded away."""
        folded = self.switch.current == STAGE and self._stage().is_narrow
        self.toolbar.readiness.setVisible(folded)

    def _list_desk(self) -> ListDesk | None:
        lists = self._parts.providers.lists
        if lists is None:
            return None
        return ListDesk(self._parts.look, self._parts.runner, lists, self, self.be_shown)

    def _connect_toolbar(self) -> None:
        bar = self.toolbar
        bar.take_in.setVisible(self.lists is not None)
        bar.take_in.clicked.connect(self.import_contracts)
        bar.new.clicked.connect(self.new_contract)
        bar.readiness.toggled.connect(lambda on: self._stage().show_readiness(shown=on))
        self._parts.rights.keep(bar.take_in, Act.IMPORT)
        self._parts.rights.keep(bar.new, Act.EDIT)

    def _to_board(self, batch: str) -> None:
        """Go to the stage with a batch chosen."""
        self._parts.book.choose_batch(batch)
        self.go_to(STAGE)

    def _build_stage(self) -> CeremonyPart:
        from qhsign.ui.ceremony.stage_part import StagePart

        made = StagePart(self._parts)
        made.folded.connect(self._show_fold)
        made.stage.planned.connect(self.changed)
        made.contracts.import_asked.connect(self.import_contracts)
        return made

    def _build_show(self) -> CeremonyPart:
        from qhsign.ui.programme.show_part import ShowPart

        return ShowPart(self._parts)

    def _build_words(self) -> CeremonyPart:
        from qhsign.ui.programme.words_part import WordsPart

        return WordsPart(self._parts)

    def _build_follow_up(self) -> CeremonyPart:
        from qhsign.ui.follow_up.follow_up_part import FollowUpPart

        return FollowUpPart(self._parts)

    def _lay_out(self) -> None:
        self.toolbar.add(self.console.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._parts.bar.framed())
        column.addWidget(self._pages, 1)
