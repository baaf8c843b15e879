"""签约: the stage, the run of show, the words of the host, the follow-up."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from qhsign.ui.ceremony.ceremony_commands import FOLLOW_UP, SHOW, STAGE, WORDS
from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts
from qhsign.ui.later import Later
from qhsign.ui.screen import Screen
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch

if TYPE_CHECKING:
    from qhsign.ui.ceremony.stage_part import StagePart
    from qhsign.ui.stage.stage_column import StageColumn


class CeremonyPage(Screen):
    """Each part is built when it is first turned to."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._parts = parts
        self._built: dict[int, Later[CeremonyPart]] = {
            STAGE: Later(self._build_stage),
            SHOW: Later(self._build_show),
            WORDS: Later(self._build_words),
            FOLLOW_UP: Later(self._build_follow_up),
        }
        self._title = label("page-title")
        self.switch = SegmentedSwitch(parts.look, ("",) * len(self._built), 32)
        self.toolbar = QFrame()
        self._pages = QStackedWidget()
        self._lay_out()
        self.switch.chosen.connect(self._turn)
        parts.book.failed.connect(parts.bar.show_problem)
        self._turn(STAGE)
        self._set_words()

    @property
    def current(self) -> CeremonyPart:
        """The part in front."""
        return self._built[self.switch.current]()

    def part(self, which: int) -> CeremonyPart:
        """Return one of the parts, built if it is the first time."""
        return self._built[which]()

    def stage(self) -> "StageColumn":
        """Bring the plan of the stage to the front and return it."""
        self.switch.choose(STAGE)
        return cast("StagePart", self.part(STAGE)).stage

    @property
    def has_plan(self) -> bool:
        """Whether a plan of the stage is shown."""
        return cast("StagePart", self.part(STAGE)).stage.has_plan

    def go_to(self, part: int) -> None:
        """Bring a part to the front and the keyboard to it."""
        self.switch.choose(part)
        self.current.be_shown()

    def undo(self) -> None:
        """Take back what was told last, if it still can be."""
        self._parts.bar.take_back()

    def be_shown(self) -> None:
        """Be ready for the keyboard."""
        self.current.be_shown()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        self._parts.book.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave reading until somebody looks again."""
        super().hideEvent(event)
        self._parts.book.watch(watched=False)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _turn(self, which: int) -> None:
        part = self.part(which)
        if self._pages.indexOf(part) < 0:
            self._pages.addWidget(part)
        self._pages.setCurrentWidget(part)

    def _build_stage(self) -> CeremonyPart:
        from qhsign.ui.ceremony.stage_part import StagePart

        return StagePart(self._parts)

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
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setFixedHeight(56)
        bar = QHBoxLayout(self.toolbar)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(12)
        bar.addWidget(self._title)
        bar.addWidget(self.switch)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._parts.bar.framed())
        column.addWidget(self._pages, 1)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Ceremony"))
        self.switch.set_words(
            self.tr("Stage"), self.tr("Run of show"), self.tr("Host's words"), self.tr("Follow-up")
        )
        self.switch.setAccessibleName(self.tr("Parts of the ceremony"))
