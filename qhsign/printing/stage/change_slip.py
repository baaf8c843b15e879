"""The change slip (变更单): who signs instead of whom, and a box for each thing to print again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import IO

from qhsign.domain.paper import GAP, MARGIN
from qhsign.domain.stage_papers import ChangeSlip, SlipPerson, SlipState, SlipThing
from qhsign.printing.papers.paper_breaks import Piece, break_pages
from qhsign.printing.papers.paper_page import (
    DEEP,
    HAIR,
    HOST,
    INK,
    LAKE,
    SOFT,
    WHITE,
    PaperPage,
)
from qhsign.printing.papers.paper_sheet import PaperRun
from qhsign.printing.pen import depth_of
from qhsign.printing.stage.stage_parts import A4, TAG, StageSheets, one_size
from qhsign.printing.text.text_fit import TextStyle
from qhsign.wording import Language

_HEAD_TOP, _HEAD_RULE = 12.05, 26.4
_BODY_Y, _BODY_END, _FOOT_Y = 29.4, 279.0, 283.3
_LABEL, _FACT_AIR, _TAG_GAP = 24.0, 1.5, 1.6
_ARROW, _PANEL_PAD, _PANEL_GAP, _AFTER_PANELS = 14.0, 4.0, 1.6, 3.0
_TITLE, _HEADINGS = 12.0, 6.4
_ROW, _ROW_AIR, _BOX = 11.0, 1.9, 4.6
_NOTE_DOWN, _SIGN_DOWN, _CLOSING = 3.2, 18.0, 26.0
_SIGN_STEP, _SIGN_LINE = 63.0, (20.0, 36.0)
_COLUMNS = (
    ("done", 14.0, 14.0),
    ("thing", 28.0, 42.0),
    ("of", 72.0, 68.0),
    ("void", 142.0, 22.0),
    ("state", 166.0, 30.0),
)
_SIGNATURES = ("handled", "checked", "time")


def render_change_slip(
    stream: IO[bytes], slip: ChangeSlip, language: Language = Language.CHINESE
) -> PaperRun:
    """Write a change slip as PDF into ``stream``; the same slip gives the same bytes.

    It takes a page, and more where the list is long; long names and titles take more lines. What
    is too long for its place and what no font has is found, with the person or thing named.
    """
    return render_change_slips(stream, [slip], language)


def render_change_slips(
    stream: IO[bytes], slips: Sequence[ChangeSlip], language: Language = Language.CHINESE
) -> PaperRun:
    """Write several slips into one PDF, each on pages of its own; at least one has to be given."""
    sheets = StageSheets(stream, "change-slip", slips[0].facts, language, A4, MARGIN)
    for slip in slips:
        sheets.go_on_with(slip.facts)
        _Slip(sheets, slip).write()
    return sheets.save()


@dataclass(frozen=True, slots=True)
class _Words:
    """One text of a panel or a row, and what stands between it and the next."""

    text: str
    style: TextStyle
    colour: str
    field: str
    gap: float = _PANEL_GAP


class _Slip:
    """One slip being written."""

    def __init__(self, sheets: StageSheets, slip: ChangeSlip) -> None:
        self._sheets = sheets
        self._slip = slip
        self._measuring = sheets.new_page()

    def write(self) -> None:
        """Write every page."""
        slip, sheets = self._slip, self._sheets
        pages = break_pages(list(self._pieces()), _BODY_END - _BODY_Y)
        for number, on_page in enumerate(pages, start=1):
            page = sheets.new_page()
            particulars = (slip.facts.activity, sheets.day_and_times(), slip.facts.place)
            sheets.head(page, particulars, top=_HEAD_TOP, rule=_HEAD_RULE)
            y = _BODY_Y
            for piece in (*on_page[0].opening, *on_page):
                piece.draw(page, y)
                y += piece.depth
            style = one_size("sans", 7.0, 110.0)
            page.text(sheets.say("call-footer"), style, page.margin, _FOOT_Y, colour=SOFT)
            sheets.page_number(page, number, len(pages), _FOOT_Y)
            marks = [(0, f"{slip.contract}{GAP}{slip.title}")] if number == 1 else []
            sheets.add(page, marks)

    def _pieces(self) -> Iterator[Piece]:
        slip, say = self._slip, self._sheets.say
        yield self._fact("event", slip.event)
        yield self._fact("contract", f"{slip.contract}{GAP}{slip.title}", "bold")
        yield self._fact("party", slip.organization, tagged=True)
        yield self._people()
        authorised = say("slip-authorised", approver=slip.approver)
        yield self._fact("authorised", authorised)
        yield self._fact("entered", self._entered())
        yield from self._list()
        yield Piece(_CLOSING, self._draw_closing)

    # Who signs instead of whom

    def _fact(self, name: str, text: str, role: str = "sans", *, tagged: bool = False) -> Piece:
        label = self._sheets.say(f"slip-fact-{name}")
        indent = TAG + _TAG_GAP if tagged else 0.0
        width = self._measuring.measure - _LABEL - indent
        style = TextStyle(
            role, 10.0, 8.0, width, 14.0, lines=3, line_height=1.3, last_lines=5, last_min=7.0
        )
        depth = depth_of(self._measuring.trial(text, style), style.line_height)

        def draw(page: PaperPage, y: float) -> None:
            top, left = y + _FACT_AIR, page.margin + _LABEL
            name_style = one_size("sans", 8.5, _LABEL - 2.0)
            page.text(label, name_style, page.margin, top + 0.3, colour=SOFT)
            if tagged:
                self._sheets.tag(page, self._slip.side, left, top - 0.2, self._slip.label)
            page.text(text, style, left + indent, top, subject=label, field=name)

        return Piece(depth + 2 * _FACT_AIR, draw, keeps=True)

    def _entered(self) -> str:
        at, by = f"{self._slip.entered:%Y-%m-%d %H:%M}", self._slip.entered_by
        return self._sheets.say("slip-entered-by", at=at, by=by) if by else at

    def _people(self) -> Piece:
        width = (self._measuring.measure - _ARROW) / 2
        inner = width - 2 * _PANEL_PAD
        panels = [
            self._person(person, caption, inner)
            for person, caption in (
                (self._slip.replaced, "slip-replaced"),
                (self._slip.substitute, "slip-substitute"),
            )
        ]
        depth = max(_deep(self._measuring, panel) for panel in panels) + 2 * _PANEL_PAD - 1.2

        def draw(page: PaperPage, y: float) -> None:
            top, right = y + _FACT_AIR, page.margin + width + _ARROW
            page.rectangle(page.margin, top, width, depth, fill=WHITE, stroke=INK, width=0.7)
            page.rectangle(right, top, width, depth, fill=HOST, stroke=LAKE, width=0.7)
            for x, panel in ((page.margin, panels[0]), (right, panels[1])):
                _draw_stack(page, panel, x + _PANEL_PAD, top + _PANEL_PAD - 1.2)
            _draw_arrow(page, page.margin + width + 2.6, top + depth / 2, _ARROW - 5.2)

        return Piece(depth + _FACT_AIR + _AFTER_PANELS, draw, keeps=True)

    def _person(self, person: SlipPerson, caption: str, width: float) -> list[_Words]:
        number = self._sheets.say("slip-number", number=person.number) if person.number else ""
        plain = TextStyle(
            "sans", 10.0, 8.0, width, 14.0, lines=3, line_height=1.25, last_lines=5, last_min=7.0
        )
        name = TextStyle(
            "bold", 21.0, 9.0, width, 18.0, lines=2, line_height=1.12, one_line_floor=13.0,
            last_lines=3, last_min=8.0,
        )  # fmt: skip
        said = [
            _Words(self._sheets.say(caption), one_size("sans", 8.0, width), SOFT, ""),
            _Words(person.name, name, INK, "name", gap=2.2),
            _Words(person.title, plain, INK, "title"),
            _Words(person.organization, plain, INK, "organization"),
            _Words(number, one_size("sans", 8.0, width), SOFT, ""),
        ]
        return [words for words in said if words.text]

    # What was printed wrong

    def _list(self) -> Iterator[Piece]:
        slip, say = self._slip, self._sheets.say
        still_open = sum(thing.state is SlipState.OPEN for thing in slip.things)
        title = say("slip-things", count=len(slip.things), open=still_open)
        if not slip.things:
            title = say("slip-things-none")
        yield Piece(_TITLE, partial(_draw_title, title), keeps=True)
        headings = Piece(_HEADINGS, self._draw_headings, keeps=True)
        named = say("call-continued", title=f"{slip.contract}{GAP}{slip.title}")
        again = (Piece(_TITLE, partial(_draw_title, named)), headings)
        if slip.things:
            yield headings
        last = len(slip.things) - 1
        for place, thing in enumerate(slip.things):
            row = self._row(thing, is_last=place == last)
            yield replace(row, opening=again, keeps=place in {0, last})

    def _draw_headings(self, page: PaperPage, y: float) -> None:
        for name, x, width in _COLUMNS:
            words = self._sheets.say(f"slip-column-{name}")
            page.text(words, one_size("sans", 7.5, width), x, y + 1.0, colour=SOFT)
        end = y + _HEADINGS
        page.line(page.margin, end, page.right, end, colour=INK, width=0.7)

    def _row(self, thing: SlipThing, *, is_last: bool) -> Piece:
        say = self._sheets.say
        void = say("slip-void", version=thing.version) if thing.version is not None else "—"
        widths = {name: width for name, _, width in _COLUMNS}
        still_open = thing.state is SlipState.OPEN
        stacks = {
            "thing": [_Words(thing.kind, _cell("bold", 10.5, widths["thing"]), INK, "")],
            "of": [
                _Words(thing.of, _cell("sans", 9.5, widths["of"]), INK, "of", gap=0.6),
                _Words(thing.instead, _cell("sans", 8.5, widths["of"]), LAKE, "instead"),
            ],
            "void": [_Words(void, one_size("sans", 9.5, widths["void"]), INK, "")],
            "state": [
                _Words(
                    say(f"slip-state-{thing.state}"),
                    one_size("bold" if still_open else "sans", 9.0, widths["state"]),
                    INK if still_open else SOFT,
                    "",
                )
            ],
        }
        stacks = {name: [each for each in stack if each.text] for name, stack in stacks.items()}
        deepest = max(_deep(self._measuring, stack) for stack in stacks.values())
        depth = max(_ROW, deepest + 2 * _ROW_AIR)

        def draw(page: PaperPage, y: float) -> None:
            subject = f"{thing.kind} {thing.of}"
            middle = y + depth / 2
            is_done = thing.state is SlipState.DONE
            page.tick_box(_COLUMNS[0][1], middle - _BOX / 2, _BOX, ticked=is_done)
            for name, x, _ in _COLUMNS[1:]:
                stack = stacks[name]
                _draw_stack(page, stack, x, middle - _deep(page, stack) / 2, subject)
            colour, width = (INK, 0.7) if is_last else (HAIR, 0.5)
            page.line(page.margin, y + depth, page.right, y + depth, colour=colour, width=width)

        return Piece(depth, draw)

    def _draw_closing(self, page: PaperPage, y: float) -> None:
        say = self._sheets.say
        if self._slip.things:
            style = one_size("sans", 8.0, page.measure)
            page.text(say("slip-note"), style, page.margin, y + _NOTE_DOWN)
        away, length = _SIGN_LINE
        label = TextStyle("sans", 8.5, 5.0, away - 1.0, 4.2)
        for place, name in enumerate(_SIGNATURES):
            x, rule = page.margin + place * _SIGN_STEP, y + _SIGN_DOWN + 4.0
            page.text(say(f"slip-sign-{name}"), label, x, y + _SIGN_DOWN, colour=SOFT)
            page.line(x + away, rule, x + away + length, rule, colour=INK, width=0.7)


def _cell(role: str, size: float, width: float) -> TextStyle:
    return TextStyle(
        role, size, size - 2.0, width, 14.0, lines=2, line_height=1.25, last_lines=4, last_min=6.0
    )


def _deep(page: PaperPage, stack: Sequence[_Words]) -> float:
    """Return how deep texts are, one below the other."""
    depths = [
        depth_of(page.trial(words.text, words.style), words.style.line_height) for words in stack
    ]
    return sum(depths) + sum(words.gap for words in stack[:-1])


def _draw_stack(
    page: PaperPage, stack: Sequence[_Words], x: float, y: float, subject: str = ""
) -> None:
    """Draw texts one below the other; who a panel is of is named by its name."""
    whose = subject or next((words.text for words in stack if words.field == "name"), "")
    for words in stack:
        end = page.text(
            words.text, words.style, x, y, colour=words.colour, subject=whose, field=words.field
        )
        y = end + words.gap


def _draw_title(title: str, page: PaperPage, y: float) -> None:
    style = TextStyle("bold", 11.0, 8.0, page.measure, 9.4, lines=2, line_height=1.2)
    page.text(title, style, page.margin, y + 1.4, colour=DEEP, valign="b")


def _draw_arrow(page: PaperPage, x: float, y: float, length: float) -> None:
    """Draw an arrow to the right."""
    head = 3.0
    page.line(x, y, x + length - head, y, colour=INK, width=1.4)
    tip = x + length
    page.draw(page.pen.polygon((tip - head, y - 1.9), (tip, y), (tip - head, y + 1.9), fill=INK))
