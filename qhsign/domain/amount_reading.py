"""Amounts as they stand in lists, cell by cell (domain notes §3).

The killer error is the ten-thousand-fold slip, so nothing is guessed: what can be read two ways
is a problem, and what was read but looks wrong carries a warning.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction

from qhsign.domain import currency as currencies
from qhsign.domain.amount import FEN_PER_YUAN, WAN, YI, Amount, Qualifier, Unit
from qhsign.domain.amount_writing import unit_heading, written
from qhsign.domain.problems import Problem, Severity
from qhsign.domain.quantity import Quantity, UnreadableQuantityError, read_quantity

LARGE_FEN = 1000 * YI * FEN_PER_YUAN
"""Above 1000亿 an amount is more likely a slip than a contract."""
SMALL_FEN = 100 * WAN * FEN_PER_YUAN
"""Below 100万 likewise."""
_ABSURD_FEN = 10**6 * YI * FEN_PER_YUAN
_LONGEST_CELL = 200
_LONGEST_SHOWN = 40
_AS_SPREADSHEETS_COUNT = Context(prec=15)

_DASH = re.compile("[\u2010-\u2015\u2212\u2500\u30fc\ufe58\ufe63]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_FIGURE = "零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟"
_ANY_FIGURE = re.compile(rf"\d|[{_FIGURE}][万亿元]")
_NONE = re.compile(
    r"[-/\\._*]+|暂?无|空|N/?A|NONE|NIL|NULL|.*(?:不涉及|未涉及|不适用|无金额|无具体金额|无投资|无资金|暂无).*"
    r"|.*(?:框架|友好|备忘录|意向).*"
)
_UNDECIDED = re.compile(".*(?:面议|待定|待议|待商|另议|未定|保密|不便|待补|待报|待核|TBD|TBC).*")
_BRACKETS = re.compile(r"[(\[【〔{]([^()\[\]【】〔〕{}]*)[)\]】〕}]")
_LABEL = re.compile(
    "^(?:项目|合同|协议|签约|计划|拟|总|累计|投资|人民币)*"
    "(?:金额|总额|额|合计|共计|总计|共|计|达|为|大写|小写)*:?"
)
_CAPPED = re.compile("不超过|不高于|不多于|以内|以下|至多|最多|最高|封顶|上限|[<≤]")
_RANGE = re.compile(rf"[\d元{_FIGURE}万亿] ?(?:-+|~|至|到) ?[$¥€£]?[\d.{_FIGURE}]")
_SEVERAL = re.compile(r"[、;。，]|[\d元亿万] ?[+/&和及] ?[$¥€£\d]|[元亿万],")
_NEGATIVE = re.compile(rf"[^\d{_FIGURE}]{{0,6}}- ?[$¥€£]?[\d.{_FIGURE}].*|负.*|\([\d,.]+\)")
_COUNTERS = re.compile("个(?=[百千万亿多余])")
_CLOSING = re.compile("[整正。.,;、!]+$")
_QUOTES = " '\"\u2018\u2019\u201c\u201d`"

_QUALIFIERS = (
    (
        Qualifier.OVER,
        re.compile(
            "超过|不低于|不少于|不小于|突破|以上|有余|超|逾|余|多|上(?=[百千万亿])|[>≥]|(?<!E)[+]"
        ),
    ),
    (Qualifier.NEAR, re.compile("将近|接近|不足|近")),
    (Qualifier.ABOUT, re.compile("大约|约为|约合|左右|上下|大概|预估|估算|暂估|预计|约|来|[~≈]")),
)
_ISO_OR_SIGN = re.compile(r"[A-Z]{3}|[A-Z]{0,3}[$¥€£₩₽₸₹]")
_CURRENCY = re.compile(
    "|".join(
        rf"(?<![A-Z]){re.escape(word).replace('USDOLLAR', 'US ?DOLLAR')}(?![A-Z])"
        if word.isascii() and word.isalpha()
        else re.escape(word)
        for word in currencies.WORDS_LONGEST_FIRST
    )
)
_BRACKETED_UNIT = re.compile("[十百千]?[万亿]?元?|整|正|余|约")


@dataclass(frozen=True, slots=True)
class AmountReading:
    """What a cell says about an amount.

    ``amount`` is None where the cell is empty, names none (``declared_none``), or could not be
    read (then a problem of severity ERROR says why). Warnings come with an amount that was read.
    """

    amount: Amount | None
    problems: tuple[Problem, ...] = ()
    declared_none: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    """A folded cell, its qualifier and currency taken out."""

    quantity: Quantity
    qualifier: Qualifier
    currency: str | None
    remark: str


class _NotOneAmountError(ValueError):
    """Carries the code of the problem."""


def fold(text: str) -> str:
    """Return text with half-width forms, upper case, plain dashes and single blanks."""
    # ① and ² would fold to digits that belong to no amount.
    text = "".join("?" if unicodedata.category(char) == "No" else char for char in text)
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).upper()
    text = _DASH.sub("-", text).replace("\u2019", "'").replace("億", "亿").replace("萬", "万")
    return " ".join(text.split())


def read_amount(text: str, header_unit: Unit | None = None) -> AmountReading:
    """Read one cell of an amount column; ``header_unit`` scales bare numbers.

    Every form of the domain notes is understood: 10亿5千万, 536,000万元, 近3000万元, ５３６亿,
    USD 120 million, 伍佰叁拾陆亿元整, and — or 不涉及 for none. An empty cell has no amount, no
    problem, and is not ``declared_none``. Raises nothing.
    """
    folded = fold(text[: _LONGEST_CELL + 1])
    shown = text.strip()[:_LONGEST_SHOWN]
    if not folded:
        return AmountReading(None)
    if not _ANY_FIGURE.search(folded):
        if _NONE.fullmatch(folded):
            return AmountReading(None, declared_none=True)
        if _UNDECIDED.fullmatch(folded):
            note = Problem("amount-undecided", Severity.NOTE, {"text": shown})
            return AmountReading(None, (note,), declared_none=True)
    try:
        cell = _in_plain_yuan(_take_apart(folded), header_unit)
        fen = _fen(cell, header_unit)
    except _NotOneAmountError as reason:
        return AmountReading(None, (Problem(str(reason), Severity.ERROR, {"text": shown}),))
    currency = cell.currency or (header_unit and header_unit.currency) or currencies.HOME
    amount = Amount(fen, currency, cell.qualifier)
    return AmountReading(amount, tuple(_warnings(amount, cell, header_unit, shown)))


def _take_apart(text: str) -> _Cell:
    if len(text) > _LONGEST_CELL:
        raise _NotOneAmountError("amount-unreadable")
    text = _CLOSING.sub("", text.strip(_QUOTES)).strip(_QUOTES)
    if _RANGE.search(text):
        raise _NotOneAmountError("amount-range")
    if _NEGATIVE.fullmatch(text):
        raise _NotOneAmountError("amount-negative")
    text, remark = _without_remarks(text)
    if _CAPPED.search(text):
        raise _NotOneAmountError("amount-capped")
    if _SEVERAL.search(text):
        raise _NotOneAmountError("amount-several")
    qualifier, text = _qualifier(text)
    currency, text = _currency(text)
    text = _CLOSING.sub("", _LABEL.sub("", _COUNTERS.sub("", text).strip()).strip()).strip()
    if qualifier is not Qualifier.EXACT and text.startswith(("万", "亿")):
        text = "1" + text  # 近亿元 is nearly one
    if currency is None and "元" in text:
        currency = currencies.HOME
    try:
        quantity = read_quantity(text)
    except UnreadableQuantityError:
        raise _NotOneAmountError("amount-unreadable") from None
    return _Cell(_as_spreadsheets_show(text, quantity), qualifier, currency, remark)


def _without_remarks(text: str) -> tuple[str, str]:
    """Unwrap brackets around a unit or currency; set others aside, and return what had figures."""
    remarks: list[str] = []

    def unwrap(match: re.Match[str]) -> str:
        inside = match[1].strip()
        if _BRACKETED_UNIT.fullmatch(inside) or _CURRENCY.fullmatch(inside):
            return inside
        if match[0] == text:
            return inside
        if _ANY_FIGURE.search(inside):
            remarks.append(inside)
        return ""

    return _BRACKETS.sub(unwrap, text), "; ".join(remarks)


def _qualifier(text: str) -> tuple[Qualifier, str]:
    found: list[Qualifier] = []
    for qualifier, words in _QUALIFIERS:
        text, count = words.subn("", text)
        if count:
            found.append(qualifier)
    if len(found) > 1 and found[-1] is Qualifier.ABOUT:
        found.pop()  # 预计超10亿元: the estimate adds nothing to the bound
    if len(found) > 1:
        raise _NotOneAmountError("amount-unreadable")
    return (found[0] if found else Qualifier.EXACT), text


def _currency(text: str) -> tuple[str | None, str]:
    """Return the currency named, and the text with 元 in its place where it closes a figure."""
    codes: set[str] = set()

    def take(match: re.Match[str]) -> str:
        codes.add(currencies.CODE_OF_WORD[match[0].replace(" ", "")])
        closes = _ANY_FIGURE.search(match.string[: match.start()] + "元")
        return "元" if closes and not _ISO_OR_SIGN.fullmatch(match[0]) else ""

    text = re.sub("元+", "元", _CURRENCY.sub(take, text))
    if len(codes) > 1:
        raise _NotOneAmountError("amount-several")
    return (codes.pop() if codes else None), text.strip()


def _as_spreadsheets_show(text: str, quantity: Quantity) -> Quantity:
    """Drop the digits past the fifteenth of a calculated cell (10.500000000000002)."""
    digits = text.replace(".", "", 1)
    if not digits.isdecimal() or len(digits.lstrip("0")) <= _AS_SPREADSHEETS_COUNT.prec:
        return quantity
    if quantity.value.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100):
        return quantity
    return Quantity(Fraction(_AS_SPREADSHEETS_COUNT.create_decimal(Decimal(text))), quantity.unit)


def _in_plain_yuan(cell: _Cell, header_unit: Unit | None) -> _Cell:
    """Take a bare number for 元 where its heading's unit makes it impossible (53,600,000,000)."""
    scale = _scale(cell, header_unit)
    fen = cell.quantity.value * FEN_PER_YUAN
    if scale > 1 and fen * scale >= _ABSURD_FEN > fen and not cell.quantity.rounded:
        return replace(cell, quantity=Quantity(cell.quantity.value, 1))
    return cell


def _scale(cell: _Cell, header_unit: Unit | None) -> int:
    bare = cell.quantity.unit is None
    return header_unit.scale or 1 if bare and header_unit is not None else 1


def _fen(cell: _Cell, header_unit: Unit | None) -> int:
    fen = cell.quantity.value * FEN_PER_YUAN * _scale(cell, header_unit)
    if fen >= _ABSURD_FEN:
        raise _NotOneAmountError("amount-too-large")
    if fen.denominator != 1:
        raise _NotOneAmountError("amount-below-fen")
    return fen.numerator


def _warnings(amount: Amount, cell: _Cell, header_unit: Unit | None, shown: str) -> list[Problem]:
    read = written(amount)
    codes: dict[str, dict[str, object]] = {}
    if header_unit is not None and _contradicts(cell, header_unit):
        codes["amount-unit-differs"] = {"unit": unit_heading(header_unit)}
    if amount.fen > LARGE_FEN:
        codes["amount-large"] = {}
    if amount.fen < SMALL_FEN:
        codes["amount-small"] = {}
    if cell.quantity.rounded:
        codes["amount-rounded"] = {}
    if cell.remark:
        codes["amount-remark"] = {"remark": cell.remark}
    return [
        Problem(code, Severity.WARNING, {"text": shown, "amount": read, **more})
        for code, more in codes.items()
    ]


def _contradicts(cell: _Cell, header: Unit) -> bool:
    unit = cell.quantity.unit
    if unit is not None and header.scale is not None and unit != header.scale:
        return True
    return None not in (cell.currency, header.currency) and cell.currency != header.currency
