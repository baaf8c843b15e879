"""What the papers of the stage share: pages, the head, the marks of the two sides."""

from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING

from qhsign.domain.paper import GAP, PaperHead
from qhsign.domain.stage_papers import StageFacts
from qhsign.domain.stage_terms import Side
from qhsign.printing.papers.paper_head import draw_head, width_of, without_repeats
from qhsign.printing.papers.paper_page import (
    HOST,
    INK,
    LAKE,
    RED,
    SOFT,
    WATERMARK,
    WHITE,
    PaperPage,
)
from qhsign.printing.papers.paper_sheet import PaperRun
from qhsign.printing.pdf_file import POINTS_PER_MM, DocumentInformation, PdfFile
from qhsign.printing.text.text_fit import TextStyle, shared_typesetter
from qhsign.wording import Language, say

if TYPE_CHECKING:
    from qhsign.printing.page_texts import PreflightFinding

A4, A4_WIDE = (210.0, 297.0), (297.0, 210.0)
TAG = 4.0
"""The side of the box that tells whose side a party is on, in millimetres."""

_LANGUAGE_TAGS = {Language.CHINESE: "zh-CN", Language.ENGLISH: "en"}
_TAG_SIZE, _TAG_OUTLINE = 6.8, 0.6
_TRACKING_OF_LETTERS = 0.06
_NUMBER_WIDTH, _DEMO_WIDTH, _DEMO_GAP = 40.0, 60.0, 2.5
_WATERMARK_DEPTH = 112.0


class StageSheets:
    """The pages of one paper of the stage; ``kind`` is its code, as ``stage-plan``."""

    def __init__(
        self,
        stream: IO[bytes],
        kind: str,
        facts: StageFacts,
        language: Language,
        size: tuple[float, float],
        margin: float,
    ) -> None:
        self.facts = facts
        self.language = language
        self._size = size
        self._margin = margin
        self._kind = say(kind, language)
        information = DocumentInformation(
            title=f"{self._kind}　{facts.what_for}",
            author=facts.author,
            subject=self._kind,
            language=_LANGUAGE_TAGS[language],
            made=facts.made,
        )
        self._file = PdfFile(stream, information)
        self._typesetter = shared_typesetter()
        self._findings: list[PreflightFinding] = []

    def say(self, code: str, /, **parameters: object) -> str:
        """Return a sentence of the catalogue in the paper's language."""
        return say(code, self.language, **parameters)

    def tracking(self, of_chinese: float) -> float:
        """Return how far spaced words stand apart, in em: letters less than characters."""
        return of_chinese if self.language is Language.CHINESE else _TRACKING_OF_LETTERS

    def go_on_with(self, facts: StageFacts) -> None:
        """Go on with the next paper in the same file."""
        self.facts = facts

    def new_page(self) -> PaperPage:
        """Return an empty page; it is thrown away unless it is added."""
        return PaperPage(self._file, self._typesetter, self._size, self._margin, self._kind)

    def add(self, page: PaperPage, bookmarks: Iterable[tuple[int, str]] = ()) -> None:
        """Write a page, with what was wrong on it; a draft bears the watermark of certificates."""
        if self.facts.is_draft:
            self._mark_draft(page)
        size = (self._size[0] * POINTS_PER_MM, self._size[1] * POINTS_PER_MM)
        self._file.add_page(page.page(), size, bookmarks=bookmarks)
        self._findings += page.findings

    def _mark_draft(self, page: PaperPage) -> None:
        """Lay the watermark over a page: cards and grounds on it would cover one drawn first."""
        style = TextStyle("song", 190.0, 60.0, page.measure, _WATERMARK_DEPTH)
        fitted = page.fit(self.say("stage-draft-watermark"), style)
        top = (page.size[1] - _WATERMARK_DEPTH) / 2
        page.place_over(fitted, style, page.margin, top, colour=WATERMARK)

    def save(self) -> PaperRun:
        """End the file."""
        self._file.save()
        return PaperRun(self._file.pages, tuple(without_repeats(self._findings)))

    def head(
        self,
        page: PaperPage,
        particulars: Sequence[str],
        *,
        top: float,
        rule: float,
        right: float | None = None,
        made: str = "{made}",
    ) -> None:
        """Draw the head; ``made`` holds ``{made}``, the moment the version was made."""
        facts = self.facts
        version = self.say("paper-version", version=facts.version)
        if facts.frozen:
            version = self.say("stage-frozen", version=version)
        moment = made.format(made=f"{facts.made:%Y-%m-%d %H:%M}")
        head = PaperHead(self._kind, facts.what_for, particulars, figure=version, made=moment)
        draw_head(page, head, top=top, rule=rule, right=right)

    def day(self) -> str:
        """Return the day of the ceremony, empty where it is not known."""
        day = self.facts.day
        if day is None:
            return ""
        chinese = self.language is Language.CHINESE
        return f"{day.month}月{day.day}日" if chinese else day.isoformat()

    def day_and_times(self) -> str:
        """Return the day with the time it begins and ends: 7月11日 15:20—15:32."""
        begins, ends = self.facts.begins, self.facts.ends
        times = "—".join(f"{each:%H:%M}" for each in (begins, ends) if each is not None)
        return " ".join(filter(None, (self.day(), times)))

    def page_number(self, page: PaperPage, number: int, total: int, y: float) -> None:
        """Set which page this is at the right, and mark drafts and demonstration data before it."""
        style = one_size("sans", 7.1, _NUMBER_WIDTH)
        fitted = page.fit(self.say("paper-page", page=number, pages=total), style)
        page.place(fitted, style, page.right - style.width, y, colour=SOFT, align="r")
        words = GAP.join(map(self.say, self.facts.marks))
        if words:
            right = page.right - width_of(fitted) - _DEMO_GAP
            style = one_size("bold", 7.1, _DEMO_WIDTH)
            page.text(words, style, right - style.width, y, colour=RED, align="r")

    def tag(self, page: PaperPage, side: Side, x: float, y: float, label: str = "") -> None:
        """Draw the box of a side: guests outlined, hosts filled, so that grey copies tell them."""
        host = side is Side.HOST
        page.rectangle(
            x, y, TAG, TAG,
            fill=HOST if host else WHITE, stroke=LAKE if host else INK, width=_TAG_OUTLINE,
        )  # fmt: skip
        style = TextStyle("bold", _TAG_SIZE, _TAG_SIZE - 2, TAG - 0.4, TAG)
        words = label or self.say(f"stage-side-{side}")
        page.text(words, style, x + 0.2, y, align="c", valign="m")


def one_size(role: str, size: float, width: float, *, tracking: float = 0.0) -> TextStyle:
    """Return the style of a word that stands on one line as it is."""
    return TextStyle(
        role, size, size - 2.0, width, size * 1.4 / POINTS_PER_MM, tracking=tracking, tabular=True
    )
