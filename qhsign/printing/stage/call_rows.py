"""The rows of a call list: a contract with its parties, their boxes and the state of its papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from qhsign.domain.paper import GAP
from qhsign.domain.stage_papers import CallContract, CallParty, CallTick
from qhsign.domain.stage_terms import Side, TextStep
from qhsign.printing.papers.paper_head import width_of
from qhsign.printing.papers.paper_page import DEEP, FAINT, HAIR, INK, LAKE, SOFT, PaperPage
from qhsign.printing.stage.stage_parts import TAG, StageSheets, one_size
from qhsign.printing.text.text_fit import TextStyle

COLUMNS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "table": (14.0, 13.0),
        "party": (28.0, 60.0),
        "signatory": (91.0, 25.0),
        "post": (117.0, 19.0),
        "assistant": (137.0, 18.5),
    }
)
"""The left edge and width of each column in millimetres."""

TICKS_X, TICK_COLUMN = 156.0, 10.0
ROW_OF_TWO = 33.6
"""How deep a contract of two parties is."""

_PARTY_STEP, _DEEP_STEP, _SECOND_LINE = 8.3, 10.2, 3.6
_USUAL_LINES = 2
_WITHOUT_PARTIES = ROW_OF_TWO - 2 * _PARTY_STEP
_PARTIES_DOWN = 8.25  # from the top of the row to the first party
_TICK, _PAPER_TICK = 4.6, 3.0
_ORGANIZATION_X, _ORGANIZATION_WIDTH = 33.5, 55.5
_PARTED = "#DCE3E5"
_NUMBER_GAP = 4.0
_PAPERS_UP = 6.4  # from the end of the row to the boxes of its papers
_STEPS_X, _STEP_WIDTH, _AFTER_BOX = 38.2, 13.4, 3.95
_CERTIFICATE_X, _SUBSTITUTE_X = 125.0, 147.0
_WORD = 7.6
_TEXT_DEPTH = 8.9  # of three lines; two take less than a party is deep
_FIGURES = TextStyle("sans", 8.1, 6.0, 70.0, 4.2, tabular=True)


@dataclass(frozen=True, slots=True)
class CallRow:
    """A contract, or a part of one with more parties than a page holds.

    ``steps`` are how deep its parties are in millimetres, ``second_line`` what a title on two lines
    takes more.
    """

    contract: CallContract
    parties: Sequence[CallParty]
    steps: Sequence[float]
    second_line: float = 0.0
    begins: bool = True
    ends: bool = True

    @property
    def depth(self) -> float:
        """How deep it is in millimetres."""
        return _WITHOUT_PARTIES + self.second_line + sum(self.steps)


def rows_of(sheets: StageSheets, contract: CallContract, room: float) -> list[CallRow]:
    """Return a contract as the one row it is, or as several where it is deeper than ``room``."""
    measuring = sheets.new_page()
    continued = sheets.say("call-continued", title=contract.title)
    row = CallRow(contract, (), (), _second_line(measuring, contract, contract.title))
    rows = []
    for party in contract.parties:
        step = _step(measuring, party)
        if row.depth + step > room and row.parties:
            rows.append(replace(row, ends=False))
            row = CallRow(
                contract, (), (), _second_line(measuring, contract, continued), begins=False
            )
        row = replace(row, parties=(*row.parties, party), steps=(*row.steps, step))
    return [*rows, row]


def _second_line(page: PaperPage, contract: CallContract, title: str) -> float:
    """Return what a title that takes two lines makes a row deeper."""
    lines = page.trial(title, _title_style(page, contract)).lines
    return _SECOND_LINE if len(lines) > 1 else 0.0


def _step(page: PaperPage, party: CallParty) -> float:
    """Return how deep a party is: more where one of its texts takes three lines."""
    most = max(len(page.trial(words, style).lines) for _, words, style, _ in _texts(party))
    return _PARTY_STEP if most <= _USUAL_LINES else _DEEP_STEP


def draw_row(page: PaperPage, sheets: StageSheets, row: CallRow, y: float) -> None:
    """Draw a contract from ``y`` downwards."""
    contract = row.contract
    table = sheets.say("stage-table", number=contract.table)
    subject = f"{table} {contract.number}".rstrip()
    x, width = COLUMNS["table"]
    page.text(str(contract.table), TextStyle("bold", 25.0, 14.0, width, 9.0), x, y + 2.9,
              colour=DEEP)  # fmt: skip
    page.text(sheets.say("call-table"), one_size("sans", 7.4, width), x, y + 13.65, colour=SOFT)
    _draw_title(page, sheets, row, y, subject)
    several = len(contract.parties) > len(Side)
    top = y + _PARTIES_DOWN + row.second_line
    for place, (party, step) in enumerate(zip(row.parties, row.steps, strict=True)):
        if place:
            line = top + 0.35
            page.line(COLUMNS["party"][0], line, page.right, line, colour=_PARTED, width=0.5)
        label = party.label if several else ""
        _draw_party(page, sheets, party, top + step / 2, subject, label=label)
        top += step
    if row.ends:
        _draw_papers(page, sheets, contract, y + row.depth - _PAPERS_UP)


def _figures(contract: CallContract) -> str:
    return GAP.join(filter(None, (contract.amount, contract.number)))


def _title_style(page: PaperPage, contract: CallContract) -> TextStyle:
    room = page.right - COLUMNS["party"][0] - _NUMBER_GAP
    room -= width_of(page.trial(_figures(contract), _FIGURES))
    return TextStyle("bold", 9.6, 7.6, room, 7.8, lines=2, line_height=1.2)


def _draw_title(page: PaperPage, sheets: StageSheets, row: CallRow, y: float, subject: str) -> None:
    contract = row.contract
    middle = y + 4.9 + row.second_line / 2
    page.text(
        _figures(contract), _FIGURES, page.right - _FIGURES.width, middle - _FIGURES.height / 2,
        colour=SOFT, align="r", valign="m", subject=subject, field="number",
    )  # fmt: skip
    title = _title_style(page, contract)
    words = contract.title
    if not row.begins:
        words = sheets.say("call-continued", title=contract.title)
    page.text(
        words, title, COLUMNS["party"][0], middle - title.height / 2,
        valign="m", subject=subject, field="title",
    )  # fmt: skip


def _texts(party: CallParty) -> list[tuple[str, str, TextStyle, float]]:
    """Return the texts of a party: field, words, style and left edge."""
    x, width = COLUMNS["signatory"]
    name = TextStyle(
        "bold", 11.5, 7.0, width - 1.0, _TEXT_DEPTH, lines=2, line_height=1.08,
        one_line_floor=9.0, last_lines=3, last_min=6.0,
    )  # fmt: skip
    organization = TextStyle(
        "sans", 9.0, 7.0, _ORGANIZATION_WIDTH, _TEXT_DEPTH, lines=2, line_height=1.2,
        last_lines=3, last_min=6.5,
    )  # fmt: skip
    texts = [
        ("organization", party.organization, organization, _ORGANIZATION_X),
        ("signatory", party.signatory, name, x),
    ]
    for field, words in (("post", party.post), ("assistant", party.assistant)):
        x, width = COLUMNS[field]
        style = TextStyle(
            "sans", 8.4, 6.0, width - 1.0, _TEXT_DEPTH, lines=2, line_height=1.15,
            last_lines=4, last_min=5.0,
        )  # fmt: skip
        texts.append((field, words, style, x))
    return texts


def _draw_party(
    page: PaperPage,
    sheets: StageSheets,
    party: CallParty,
    middle: float,
    subject: str,
    *,
    label: str,
) -> None:
    side = label or sheets.say(f"stage-side-{party.side}")
    sheets.tag(page, party.side, COLUMNS["party"][0], middle - TAG / 2, label)
    for field, words, style, x in _texts(party):
        page.text(
            words, style, x, middle - style.height / 2,
            valign="m", subject=f"{subject} {side}", field=field,
        )  # fmt: skip
    if not party.signatory:
        x, width = COLUMNS["signatory"]
        line = middle + 2.3
        page.line(x, line, x + width - 2.0, line, colour=HAIR, width=0.5)
    for place, tick in enumerate(CallTick):
        x = TICKS_X + place * TICK_COLUMN + (TICK_COLUMN - _TICK) / 2
        page.tick_box(x, middle - _TICK / 2, _TICK, ticked=tick in party.ticked)


def _draw_papers(page: PaperPage, sheets: StageSheets, contract: CallContract, y: float) -> None:
    say = sheets.say
    word = one_size("sans", _WORD, _STEP_WIDTH - _AFTER_BOX - 1.0)
    down = y + _PAPER_TICK / 2 - word.height / 2
    label = one_size("bold", _WORD, 9.5)
    page.text(say("call-texts"), label, COLUMNS["party"][0], down, colour=LAKE, valign="m")
    for place, step in enumerate(TextStep):
        x = _STEPS_X + place * _STEP_WIDTH
        words = say(f"call-text-{step}")
        if step in contract.needless:
            style = one_size("sans", _WORD, _STEP_WIDTH)
            words = say("call-needless", step=words)
            page.text(words, style, x, down, colour=FAINT, valign="m")
            continue
        page.tick_box(x, y, _PAPER_TICK, ticked=step in contract.done)
        page.text(words, word, x + _AFTER_BOX, down, valign="m")
    x = _CERTIFICATE_X
    page.tick_box(x, y, _PAPER_TICK, ticked=contract.certificate_printed)
    style = one_size("sans", _WORD, _SUBSTITUTE_X - x - _AFTER_BOX - 1.0)
    page.text(say("call-certificate"), style, x + _AFTER_BOX, down, valign="m")
    if contract.authorised is not None:
        x = _SUBSTITUTE_X
        page.tick_box(x, y, _PAPER_TICK, ticked=contract.authorised)
        style = one_size("bold", _WORD, page.right - x - _AFTER_BOX)
        page.text(say("call-substitute"), style, x + _AFTER_BOX, down, colour=INK, valign="m")
