"""What the window is told about printing: frozen rows, safe to pass between threads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.wording import Language


class Printable(StrEnum):
    """What can be printed, by the word the ledger keeps of it."""

    BADGES = "badges"
    PLACE_CARDS = "place-cards"
    CERTIFICATES = "certificates"
    SIGN_IN_SHEET = "sign-in-sheet"
    BADGE_COLLECTION = "badge-collection"
    ADDRESS_LIST = "address-list"
    CONTRACT_LIST = "contract-list"
    STATISTICS_BRIEF = "statistics-brief"
    STAGE_PLAN = "stage-plan"
    CALL_LIST = "call-list"
    RUN_OF_SHOW = "run-of-show"
    FLOOR_MARKS = "floor-marks"
    CHANGE_SLIP = "change-slip"

    @property
    def on_layouts(self) -> bool:
        """Whether it is printed piece by piece on a layout, not as one paper."""
        return self in {Printable.BADGES, Printable.PLACE_CARDS, Printable.CERTIFICATES}

    @property
    def on_stage(self) -> bool:
        """Whether it is a paper of the ceremony, of a batch or of a slate."""
        return self in {
            Printable.STAGE_PLAN, Printable.CALL_LIST, Printable.RUN_OF_SHOW, Printable.FLOOR_MARKS,
            Printable.CHANGE_SLIP,
        }  # fmt: skip

    @property
    def is_checked(self) -> bool:
        """Whether there is something to find before it is printed."""
        return self.on_layouts or self.on_stage

    @property
    def formats(self) -> tuple[str, ...]:
        """The endings of the files it can be written to, the usual one first."""
        drawn = {Printable.STAGE_PLAN, Printable.FLOOR_MARKS, Printable.CHANGE_SLIP}
        if self.on_layouts or self in drawn:
            return (".pdf",)
        if self in {Printable.STATISTICS_BRIEF, Printable.RUN_OF_SHOW}:
            return (".pdf", ".docx")
        return (".pdf", ".docx", ".xlsx")

    @property
    def document(self) -> str:
        """The code of the sentence that names it."""
        return f"document-{self}"


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What is to be printed; what a kind of print does not know of is passed over.

    ``layout`` is a shipped layout's name, the path of one's own, or "" for what suits each piece.
    ``numbers`` are guests', of certificates contracts'. ``again`` takes what was printed before,
    too, for a ``reason``. ``order`` is the event's own when None; ``group`` is delegation, liaison
    or organization, and "" for none. ``activity`` is one's id, "" for all; ``slate`` a name, "" for
    all contracts. An address list shows whole phone numbers only for a ``purpose``. ``batch`` is a
    batch's number, "" for all of the slate, and of place cards for everybody; ``viewpoint`` is that
    of a plan of the stage, "" for the audience's.
    """

    what: Printable = Printable.BADGES
    layout: str = ""
    category: Category | None = None
    numbers: tuple[int, ...] = ()
    again: bool = False
    reason: str = ""
    order: Order | None = None
    group: str = ""
    activity: str = ""
    slate: str = ""
    purpose: str = ""
    language: Language = Language.CHINESE
    batch: str = ""
    viewpoint: str = ""


@dataclass(frozen=True, slots=True)
class StackPiece:
    """One piece of a stack: whose it is, by number and by name, and what stands beside it."""

    number: int
    label: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """The pieces a run would print, in their order, before they are checked.

    ``printed_before`` counts those that were printed once already; ``is_empty_event`` tells that
    there is nobody and nothing to print for at all, whatever is asked. ``standings`` tell how far
    the papers of the ceremony have come that have to be signed off.
    """

    pieces: Sequence[StackPiece] = ()
    printed_before: int = 0
    is_empty_event: bool = False
    standings: "Sequence[PaperStanding]" = ()


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """How far a paper of a batch or slate has come as it is now.

    ``step`` is the last one done, such as ``checked``, and "" for none; ``lapsed`` that of the
    paper as it was before something changed.
    """

    of: str
    step: str = ""
    by: str = ""
    lapsed: str = ""


@dataclass(frozen=True, slots=True)
class BatchChoice:
    """A batch to choose, by its number."""

    number: int
    name: str
    slate: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """What a 变更单 names and nobody has printed again since; ``of`` is what it was printed of.

    ``version`` is the wrong one. Set is what has to be wished for: a ``batch``'s number, a
    ``slate``'s name, or the ``piece`` of one guest or contract.
    """

    what: Printable
    of: str
    version: int
    batch: str = ""
    slate: str = ""
    piece: StackPiece | None = None


@dataclass(frozen=True, slots=True)
class PreflightLine:
    """One thing found before printing: whose piece, and the code and parameters of the sentence.

    ``number`` is None where the layout or the event is meant. What ``refuses`` is not printed.
    """

    number: int | None
    label: str
    name: str
    code: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What a run did; ``pages`` is None where the format has none of its own."""

    pieces: int
    pages: int | None
    left_out: int = 0
    run: str = ""


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """A layout to choose: its piece, its trimmed size in millimetres, and what it has.

    ``traits`` are words such as photo, bilingual, sheet (several on one sheet) or folded.
    """

    name: str
    piece: str
    size: tuple[float, float]
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPiece:
    """What a run did with one piece; ``code`` tells why it was left out.

    ``version`` counts how often the badge was printed (0: not by this run); of a certificate it is
    the certificate's own. ``serial`` is the badge's.
    """

    version: int
    outcome: str
    code: str
    serial: int | None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One run; ``outcome`` is done, failed, or begun while it goes on or after it died.

    ``items`` are there only where the pieces of one guest or contract were asked for.
    """

    run: str
    at: datetime
    operator: str
    desk: str
    kind: str
    layout: str
    destination: str
    pieces: int
    left_out: int
    pages: int | None
    reason: str
    outcome: str
    items: Sequence[PrintedPiece] | None


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it looks: RGB pixels line by line, its size in millimetres, its place in the file.

    ``stride`` is how many bytes one line takes; ``page`` counts from 1 to ``pages``.
    """

    width: int
    height: int
    stride: int
    pixels: bytes
    size: tuple[float, float]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class FolderPrint:
    """What was printed where; ``code`` is the first thing found wrong with it, "" for nothing."""

    path: Path
    code: str = ""
    parameters: Mapping[str, object] | None = None
