"""For whom, in which order, on which layout: only what the chosen kind of print knows of."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.print_records import (
    BatchChoice,
    LayoutChoice,
    Printable,
    PrintWish,
    Reprint,
    StackPiece,
)
from qhsign.ui.prints.one_of_them import Find, OneOfThem
from qhsign.ui.prints.print_words import group_word, layout_words
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.providers import ORDERS
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.words import category_word, order_word
from qhsign.ui.theme import Look

OWN_FILE = "own-file"
_AGAIN = "again"
_USUAL_BADGE = "badge-90x130"
_ASK_AFTER_MS = 400


class Part(Enum):
    """A line of the form."""

    CATEGORY = "category"
    ACTIVITY = "activity"
    SLATE = "slate"
    BATCH = "batch"
    AGAIN = "again"
    GROUP = "group"
    ORDER = "order"
    ONE = "one"
    PURPOSE = "purpose"
    VIEWPOINT = "viewpoint"
    LAYOUT = "layout"


_PARTS = {
    Printable.BADGES: {
        Part.CATEGORY, Part.AGAIN, Part.GROUP, Part.ORDER, Part.ONE, Part.LAYOUT,
    },
    Printable.PLACE_CARDS: {
        Part.CATEGORY, Part.ACTIVITY, Part.BATCH, Part.ORDER, Part.ONE, Part.LAYOUT,
    },
    Printable.CERTIFICATES: {Part.SLATE, Part.AGAIN, Part.ONE, Part.LAYOUT},
    Printable.SIGN_IN_SHEET: {Part.CATEGORY, Part.ACTIVITY, Part.ORDER},
    Printable.BADGE_COLLECTION: {Part.CATEGORY, Part.GROUP, Part.ORDER},
    Printable.ADDRESS_LIST: {Part.CATEGORY, Part.GROUP, Part.ORDER, Part.PURPOSE},
    Printable.CONTRACT_LIST: {Part.SLATE},
    Printable.STATISTICS_BRIEF: set(),
    Printable.STAGE_PLAN: {Part.SLATE, Part.BATCH, Part.VIEWPOINT},
    Printable.CALL_LIST: {Part.SLATE, Part.BATCH},
    Printable.RUN_OF_SHOW: {Part.SLATE},
    Printable.FLOOR_MARKS: {Part.SLATE, Part.BATCH},
    Printable.CHANGE_SLIP: {Part.SLATE, Part.BATCH},
}  # fmt: skip
_GROUPS = {
    Printable.BADGES: ("", "delegation", "liaison"),
    Printable.BADGE_COLLECTION: ("delegation", "liaison"),
    Printable.ADDRESS_LIST: ("delegation", "organization"),
}
_PIECES = {
    Printable.BADGES: "badge",
    Printable.PLACE_CARDS: "place-card",
    Printable.CERTIFICATES: "certificate",
}


class WishForm(QWidget):
    """``changed`` tells that another run is wished for; ``own_asked`` asks for a layout's file."""

    changed = Signal()
    own_asked = Signal(str)

    def __init__(self, look: Look, find: Find) -> None:
        super().__init__()
        self._look = look
        self._what = Printable.BADGES
        self._layouts: list[LayoutChoice] = []
        self._activities: Sequence[ActivityRow] = ()
        self._slates: Sequence[str] = ()
        self._batches: Sequence[BatchChoice] = ()
        self._activity = ""
        self._chosen_layouts: dict[str, str] = {"badge": _USUAL_BADGE}
        self._choosers: dict[Part, WideChooser] = {}
        for part in Part:
            if part not in {Part.ONE, Part.PURPOSE}:
                self._choosers[part] = WideChooser(look)
        self.one = OneOfThem(look, find)
        self.purpose = QLineEdit()
        self.purpose.setMaxLength(100)
        self._captions = {part: label("second") for part in Part}
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_ASK_AFTER_MS)
        self._late.timeout.connect(self.changed)
        self._lay_out()
        self._connect()
        self._set_words()

    def chooser(self, part: Part) -> WideChooser:
        """Return the chooser of a line."""
        return self._choosers[part]

    def wish(self, reason: str = "") -> PrintWish:
        """Return what is wished for now."""
        has = _PARTS[self._what]

        def of(part: Part) -> str:
            return self._choosers[part].current if part in has else ""

        category, order = of(Part.CATEGORY), of(Part.ORDER)
        only = self.one.pieces if Part.ONE in has else ()
        return PrintWish(
            what=self._what,
            layout=self._layout(),
            category=Category(category) if category else None,
            numbers=tuple(piece.number for piece in only),
            again=of(Part.AGAIN) == _AGAIN,
            reason=reason,
            order=Order(order) if order else None,
            group=of(Part.GROUP),
            activity=of(Part.ACTIVITY),
            slate=of(Part.SLATE),
            purpose=self.purpose.text().strip() if Part.PURPOSE in has else "",
            language=self._look.language,
            batch=of(Part.BATCH),
            viewpoint=of(Part.VIEWPOINT),
        )

    def _layout(self) -> str:
        piece = _PIECES.get(self._what)
        return self._chosen_layouts.get(piece, "") if piece else ""

    def show_what(self, what: Printable) -> None:
        """Show the lines a kind of print knows of."""
        was_of_contracts = self._what is Printable.CERTIFICATES
        self._what = what
        if was_of_contracts is not (what is Printable.CERTIFICATES):
            self.one.put_back()
        self._fill()

    def show_layouts(self, layouts: Sequence[LayoutChoice]) -> None:
        """Offer these layouts."""
        self._layouts = [*layouts, *(each for each in self._layouts if "own" in each.traits)]
        self._fill()

    def take_own(self, layout: LayoutChoice) -> None:
        """Offer the office's own layout too, and choose it."""
        self._layouts = [each for each in self._layouts if each.name != layout.name] + [layout]
        self._chosen_layouts[layout.piece] = layout.name
        self._fill()
        self.changed.emit()

    def show_activities(self, activities: Sequence[ActivityRow]) -> None:
        """Offer these activities."""
        self._activities = activities
        self._fill()

    def show_activity(self, activity: str) -> None:
        """Take the activity of the top bar over for the sign-in sheet."""
        self._activity = activity
        if self._what is Printable.SIGN_IN_SHEET:
            self._choosers[Part.ACTIVITY].put(activity)

    def show_slates(self, slates: Sequence[str]) -> None:
        """Offer these slates."""
        self._slates = slates
        self._fill()

    def show_batches(self, batches: Sequence[BatchChoice]) -> None:
        """Offer these batches, and for the papers of the ceremony their slates."""
        self._batches = batches
        self._fill()

    def take_reprint(self, again: Reprint) -> None:
        """Wish for what a change slip names; its kind is shown already."""
        self._choosers[Part.AGAIN].put(_AGAIN)
        self._choosers[Part.SLATE].put(again.slate)
        self._choosers[Part.BATCH].put(again.batch)
        self._fill()
        if again.piece is not None:
            self.one.put(again.piece)
        self.changed.emit()

    def take_some(self, pieces: Sequence[StackPiece]) -> None:
        """Wish for these alone, printed ones too; the kind of print is shown already."""
        self._choosers[Part.CATEGORY].put("")
        self._choosers[Part.AGAIN].put(_AGAIN)
        self._fill()
        self.one.put(*pieces)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, part in enumerate(Part):
            caption = self._captions[part]
            caption.setMinimumHeight(32)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._field(part), row, 1)

    def _field(self, part: Part) -> QWidget:
        if part is Part.ONE:
            return self.one
        return self.purpose if part is Part.PURPOSE else self._choosers[part]

    def _connect(self) -> None:
        # The batches to choose from are those of the slate.
        self._choosers[Part.SLATE].chosen.connect(lambda _: self._fill())
        for part, chooser in self._choosers.items():
            if part is not Part.LAYOUT:
                chooser.chosen.connect(self.changed)
        self._choosers[Part.LAYOUT].chosen.connect(self._take_layout)
        self.one.chosen.connect(self.changed)
        self.purpose.textEdited.connect(lambda _: self._late.start())

    def _take_layout(self, name: str) -> None:
        piece = _PIECES[self._what]
        if name == OWN_FILE:
            self._choosers[Part.LAYOUT].put(self._chosen_layouts.get(piece, ""))
            self.own_asked.emit(piece)
            return
        self._chosen_layouts[piece] = name
        self.changed.emit()

    def _fill(self) -> None:
        """Show the lines of this kind with their choices, what is chosen kept where it can be."""
        has = _PARTS[self._what]
        for part in Part:
            self._captions[part].setVisible(part in has)
            self._field(part).setVisible(part in has)
        for part in has & self._choosers.keys():
            kept = self._choosers[part].current
            self._choosers[part].set_choices(self._choices(part), self._kept(part, kept))

    def _kept(self, part: Part, kept: str) -> str:
        if part is Part.LAYOUT:
            return self._chosen_layouts.get(_PIECES[self._what], "")
        if part is Part.ACTIVITY and self._what is Printable.SIGN_IN_SHEET and not kept:
            return self._activity
        return kept

    def _choices(self, part: Part) -> list[tuple[str, str]]:
        made = {
            Part.SLATE: self._slate_choices,
            Part.BATCH: self._batch_choices,
            Part.VIEWPOINT: self._viewpoint_choices,
        }
        if part in made:
            return made[part]()
        match part:
            case Part.CATEGORY:
                every = [(str(each), category_word(each)) for each in Category]
                return [("", self.tr("All categories")), *every]
            case Part.ACTIVITY:
                named = [(each.id, each.name) for each in self._activities]
                if self._what is Printable.SIGN_IN_SHEET:
                    return named
                return [("", self.tr("All activities")), *named]
            case Part.AGAIN:
                return [
                    ("", self.tr("Not printed yet")),
                    (_AGAIN, self.tr("All, printed ones too")),
                ]
            case Part.GROUP:
                return [(group, group_word(group)) for group in _GROUPS[self._what]]
            case Part.ORDER:
                return [(order, order_word(order)) for order in ORDERS]
            case _:
                return self._layout_choices()

    def _viewpoint_choices(self) -> list[tuple[str, str]]:
        return [("", self.tr("From the hall")), ("stage", self.tr("From the stage"))]

    def _slate_choices(self) -> list[tuple[str, str]]:
        if not self._what.on_stage:
            return [("", self.tr("All contracts")), *((name, name) for name in self._slates)]
        held = dict.fromkeys(each.slate for each in self._batches if each.slate)
        named = [(name, name) for name in held]
        if self._what is Printable.RUN_OF_SHOW:
            return named
        return [*named, ("", self.tr("All slates"))]

    def _batch_choices(self) -> list[tuple[str, str]]:
        slate = self._choosers[Part.SLATE].current if self._what.on_stage else ""
        named = [
            (str(each.number), each.name)
            for each in self._batches
            if not slate or each.slate == slate
        ]
        if self._what is Printable.FLOOR_MARKS:
            return named
        whole = self.tr("All batches") if self._what.on_stage else self.tr("Everybody")
        return [("", whole), *named]

    def _layout_choices(self) -> list[tuple[str, str]]:
        piece = _PIECES[self._what]
        usual = {
            "place-card": self.tr("What suits each guest"),
            "certificate": self.tr("A4, in the contract's languages"),
        }
        first = [("", usual[piece])] if piece in usual else []
        named = [(each.name, layout_words(each)) for each in self._layouts if each.piece == piece]
        return [*first, *named, (OWN_FILE, self.tr("A layout of one's own…"))]

    def _set_words(self) -> None:
        words = {
            Part.CATEGORY: self.tr("Category"),
            Part.ACTIVITY: self.tr("Activity"),
            Part.SLATE: self.tr("Slate"),
            Part.BATCH: self.tr("Batch"),
            Part.VIEWPOINT: self.tr("Seen"),
            Part.AGAIN: self.tr("Which"),
            Part.GROUP: self.tr("Stacks"),
            Part.ORDER: self.tr("Order"),
            Part.ONE: self.tr("Only"),
            Part.PURPOSE: self.tr("Purpose"),
            Part.LAYOUT: self.tr("Layout"),
        }
        for part, word in words.items():
            self._captions[part].setText(word)
            if part in self._choosers:
                self._choosers[part].set_caption(word)
        self.purpose.setPlaceholderText(self.tr("Whole phone numbers only for a purpose"))
        self.purpose.setAccessibleName(self.tr("Purpose of whole phone numbers"))
        self._fill()
