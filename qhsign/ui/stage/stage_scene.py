"""The scene of one plan: made anew whenever what it shows, or its room, changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene

from qhsign.domain.flag_drawing import CountryFlag
from qhsign.domain.readiness import Light
from qhsign.domain.seating import Place, PlaceKind
from qhsign.domain.stage_terms import Side, Viewpoint
from qhsign.services.stage_looks import StageLook, StageTableLook
from qhsign.ui.shared.fitted_name import Fit
from qhsign.ui.stage import stage_words
from qhsign.ui.stage.card_item import CardItem
from qhsign.ui.stage.flag_painting import flags_width
from qhsign.ui.stage.floor_item import FloorItem, FloorWords, TableWords, set_lines
from qhsign.ui.stage.presence import Presence
from qhsign.ui.stage.stage_card import fits, has_room_for_mark, name_fit
from qhsign.ui.stage.stage_faces import (
    PlaceShown,
    places_changed,
    places_shown,
    wrong_contracts,
)
from qhsign.ui.stage.stage_floor import (
    ASSISTANT_DEPTH,
    LEAST_SIGNER,
    LEAST_WITNESS,
    MOST_CARD,
    SIGNER_DEPTH,
    WITNESS_DEPTH,
    Floor,
    Sizes,
    TableBox,
    lay_floor,
    least_height,
    least_width,
)
from qhsign.ui.theme import Look

_STEP = 6.0
_MOST_TITLE_LINES = 3
_TITLE_PX, _NOTE_PX = 12, 13
_FRINGE = 8.0


class StageScene(QGraphicsScene):
    """Holds the floor, an unseen item for each table and a card for each place."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._plan: StageLook | None = None
        self._viewpoint = Viewpoint.AUDIENCE
        self._shown: Mapping[Place, PlaceShown] = {}
        self._words: FloorWords | None = None
        self._sizes = Sizes()
        self._presence, self._language = Presence(), look.language
        self._fits: dict[object, Fit] = {}
        look.changed.connect(self._fits.clear)
        self._floor_item: FloorItem | None = None
        self.cards: dict[Place, CardItem] = {}
        self.floor = Floor()

    @property
    def plan(self) -> StageLook | None:
        """The plan shown."""
        return self._plan

    def take(
        self,
        plan: StageLook | None,
        viewpoint: Viewpoint,
        presence: Presence,
        lights: Mapping[int, Light],
    ) -> None:
        """Take what is to be shown; `lay` puts it on the floor."""
        if plan is None or self._plan is None or plan.batch != self._plan.batch:
            self._fits.clear()
        self._plan, self._viewpoint = plan, viewpoint
        self._presence, self._language = presence, self._look.language
        if plan is None:
            self._shown, self._words = {}, None
            return
        self._shown = places_shown(plan, presence, self._look.language)
        self._words = self._floor_words(plan, lights if plan.is_latest else {})
        self._sizes = self._needed_sizes(plan)

    def follow(
        self,
        plan: StageLook | None,
        viewpoint: Viewpoint,
        presence: Presence,
        lights: Mapping[int, Light],
    ) -> bool:
        """Show only who has come and what light changed, where all else stands as it did.

        Tells whether that was enough: otherwise `take` it and `lay` it.
        """
        held, item = self._plan, self._floor_item
        if held is None or item is None or viewpoint is not self._viewpoint:
            return False
        if self._look.language is not self._language or plan != held:
            return False
        words = self._floor_words(held, lights if held.is_latest else {})
        if self._words is None or _has_lights(words) != _has_lights(self._words):
            return False  # the floor is as high as its lights need
        changed = places_changed(held, presence, self._presence, self._language)
        self._words, self._presence = words, presence
        self._shown = {**self._shown, **changed}
        item.show_words(words)
        for place, shown in changed.items():
            card = self.cards[place]
            mark = card.shown.face.mark
            card.show_person(replace(shown, face=replace(shown.face, mark=mark)))
        return True

    def needed_width(self) -> float:
        """Return how wide the floor is at least."""
        return 0.0 if self._plan is None else least_width(self._plan, self._sizes)

    def height_at(self, width: float) -> float:
        """Return how high the floor is at a width at least."""
        if self._plan is None:
            return 0.0
        return least_height(self._plan, width, self._sizes, self._viewpoint)

    def lay(self, room: QSizeF, chosen: int) -> None:
        """Put everything in its place in a room."""
        self.clear()
        self.cards, self.floor, self._floor_item = {}, Floor(), None
        if self._plan is None or self._words is None:
            return
        self.floor = lay_floor(self._plan, room, self._sizes, self._viewpoint)
        self._floor_item = FloorItem(self._look, self.floor, self._words)
        self._floor_item.chosen = chosen
        self.addItem(self._floor_item)
        for box in self.floor.tables:
            self.addItem(_TableItem(box, self._words.tables[box.number]))
        has_marks = self._has_room_for_marks()
        for place, rect in self.floor.cards.items():
            shown = self._shown[place]
            if place.kind is PlaceKind.ASSISTANT and not has_marks:
                shown = replace(shown, face=replace(shown.face, mark=""))
            card = CardItem(self._look, shown, rect, self._fit_of(shown, rect))
            self.cards[place] = card
            self.addItem(card)
        whole = QRectF(QPointF(0, 0), self.floor.size)
        self.setSceneRect(whole.adjusted(-_FRINGE, -_FRINGE, _FRINGE, _FRINGE))

    def choose(self, contract: int) -> None:
        """Draw the line around another contract."""
        if self._floor_item is not None and self._floor_item.chosen != contract:
            self._floor_item.choose(contract)

    def contract_at(self, point: QPointF) -> int:
        """Return the contract of the table at a point, 0 for none."""
        for item in self.items(point):
            if isinstance(item, _TableItem):
                return item.contract
        return 0

    def column_of(self, contract: int) -> QRectF:
        """Return the column of a contract's table, empty where it is on none."""
        if self._words is None:
            return QRectF()
        for box in self.floor.tables:
            if self._words.tables[box.number].contract == contract:
                return box.whole
        return QRectF()

    def card_at(self, point: QPointF) -> CardItem | None:
        """Return the card at a point."""
        for item in self.items(point):
            if isinstance(item, CardItem) and item.rect.contains(point):
                return item
        return None

    def words_of(self, place: Place) -> str:
        """Return a place and who is there, "" where there is none."""
        shown = self._shown.get(place)
        return "" if shown is None else shown.words

    def _fit_of(self, shown: PlaceShown, rect: QRectF) -> Fit:
        """Return how a name is set: measured once, however often the floor is laid anew."""
        face = shown.face
        key = face.kind, face.mark, face.name or face.free, bool(face.name), rect.size().toTuple()
        if key not in self._fits:
            self._fits[key] = name_fit(self._look, face, rect.width(), rect.height())
        return self._fits[key]

    def _needed_sizes(self, plan: StageLook) -> Sizes:
        tables = [] if self._words is None else list(self._words.tables.values())
        signers: dict[int, float] = {}
        witness = LEAST_WITNESS
        for place, shown in self._shown.items():
            if place.kind is PlaceKind.WITNESS:
                witness = self._wide_enough(shown, witness, WITNESS_DEPTH)
            else:
                least = signers.get(place.table, LEAST_SIGNER)
                depth = SIGNER_DEPTH if place.kind is PlaceKind.SIGNER else ASSISTANT_DEPTH
                signers[place.table] = self._wide_enough(shown, least, depth)
        for table in plan.tables:
            if table.flags:
                least = signers.get(table.number, LEAST_SIGNER)
                signers[table.number] = max(least, self._flags_need(table))
        lines = max((self._title_lines(table, signers) for table in plan.tables), default=1)
        return Sizes(
            signers,
            witness,
            lines,
            self._note_lines,
            flags=any(table.flags for table in tables),
            lights=self._words is not None and _has_lights(self._words),
        )

    def _flags_need(self, table: StageTableLook) -> float:
        """Return how wide a card is at least for each side's flags and their names."""
        seats = [each.place for each in table.standings if each.place.kind is PlaceKind.SIGNER]
        return max(
            flags_width(self._look, flags) / max(sum(place.side is side for place in seats), 1)
            for side, flags in table.flags.items()
        )

    def _has_room_for_marks(self) -> bool:
        """Tell whether every assistant's sign stands beside the name: all have theirs, or none."""
        return all(
            has_room_for_mark(self._look, self._shown[place].face, rect.width())
            for place, rect in self.floor.cards.items()
            if place.kind is PlaceKind.ASSISTANT
        )

    def _wide_enough(self, shown: PlaceShown, width: float, depth: float) -> float:
        """Return the least width from ``width`` on at which a name is wholly legible."""
        while width < MOST_CARD and not fits(self._look, shown.face, width, depth):
            width += _STEP
        return width

    def _title_lines(self, table: StageTableLook, signers: Mapping[int, float]) -> int:
        if self._words is None:
            return 1
        seats = sum(each.place.kind is PlaceKind.SIGNER for each in table.standings)
        width = max(seats, 2) * (signers.get(table.number, LEAST_SIGNER) + 3)
        title = self._words.tables[table.number].title
        return len(set_lines(self._look, title, width, _MOST_TITLE_LINES, _TITLE_PX))

    def _note_lines(self, width: float) -> int:
        words = self._words
        if words is None:
            return 1
        return max(len(set_lines(self._look, words.note, width, 9, _NOTE_PX)), 1)

    def _floor_words(self, plan: StageLook, lights: Mapping[int, Light]) -> FloorWords:
        wrong = wrong_contracts(plan)
        from_stage = self._viewpoint is Viewpoint.STAGE
        if from_stage:
            note = self.tr("As the signers see it: hosts at the left, guests at the right.")
        else:
            note = self.tr(
                "Signers see hosts at their left, so the audience sees guests left and hosts right."
            )
        return FloorWords(
            backdrop=self.tr("Backdrop"),
            witnesses=self.tr("Witnesses behind"),
            witnesses_order=self.tr("each side by rank from the centre outward"),
            signing=self.tr("Signing table"),
            signing_order=self.tr("signers face the audience"),
            audience=self.tr("Audience"),
            note=note,
            tables={table.number: self._table_words(table, lights, wrong) for table in plan.tables},
            audience_is_first=from_stage,
        )

    def _table_words(
        self, table: StageTableLook, lights: Mapping[int, Light], wrong: frozenset[int]
    ) -> TableWords:
        contract = table.contract
        if contract is None:
            return TableWords(0, self.tr("no contract now"))
        light = lights.get(contract.number)
        return TableWords(
            contract.number,
            contract.title,
            {side: self._from_left(side, flags) for side, flags in table.flags.items()},
            light,
            stage_words.light_word(light) if light else "",
            contract.number in wrong,
        )

    def _from_left(self, side: Side, flags: Sequence[CountryFlag]) -> Sequence[CountryFlag]:
        """Return a side's flags from left to right: the first party sits next to the centre."""
        is_turned = self._viewpoint is Viewpoint.STAGE
        return flags if (side is Side.HOST) is not is_turned else flags[::-1]


def _has_lights(words: FloorWords) -> bool:
    return any(table.light is not None for table in words.tables.values())


class _TableItem(QGraphicsRectItem):
    """Unseen under a table's cards: it is what is clicked and what tells the whole title."""

    def __init__(self, box: TableBox, words: TableWords) -> None:
        super().__init__(box.whole)
        self.contract = words.contract
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(-0.5)
        flags = [stage_words.flags_words(words.flags.get(side, ())) for side in words.flags]
        self.setToolTip("\n".join((f"{box.number}  {words.title}", *flags)))
