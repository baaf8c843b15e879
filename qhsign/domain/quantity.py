"""Numbers as Chinese lists write them: 10亿5千万, 五亿三千万, 536,000万, 1.2 billion.

Exact: everything is read into fractions of integers, never into floats.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from qhsign.domain.amount import WAN, YI

_DIGITS = {digit: index for index, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
# Capital, traditional and colloquial characters, folded to the plain ones before reading.
_PLAIN = str.maketrans(
    "〇壹贰叁肆伍陆柒捌玖兩貳弍參叄陸拾佰仟萬億圆圓块毛W",
    "零一二三四五六七八九两二二三三六十百千万亿元元元角万",
)
_ENGLISH = {
    **dict.fromkeys(("THOUSAND", "K"), 10**3),
    **dict.fromkeys(("MILLION", "MILLIONS", "MLN", "MN", "M"), 10**6),
    **dict.fromkeys(("BILLION", "BILLIONS", "BN", "B"), 10**9),
    **dict.fromkeys(("TRILLION", "TRILLIONS", "TN"), 10**12),
}

# Thousands by commas, blanks or apostrophes, or groups of four as some Chinese books keep them.
_GROUPED = (
    r"\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+|\d{1,4}(?:,\d{4})+|\d+",
    r"(?:\.\d+)?",
)
_NUMBER = rf"(?:(?:{_GROUPED[0]}){_GROUPED[1]}|\.\d+)"
_ARABIC = re.compile(_NUMBER)
_EXPONENT = re.compile(r"(\d(?:\.\d+)?)E\+?(\d{1,2})")
_IN_ENGLISH = re.compile(rf"({_NUMBER}) ?([A-Z]+)")
_CHINESE_DIGIT = f"[{''.join(_DIGITS)}]"
_DECIMAL_POINT = re.compile(rf"([{''.join(_DIGITS)}十百千]+)点({_CHINESE_DIGIT}+)")
_ONE = rf"(?:{_NUMBER}|{_CHINESE_DIGIT})"
_UNDER_WAN = re.compile(
    rf"(?:({_ONE})?(千))?(?:零?({_ONE})?(百))?(?:零?({_ONE})?(十))?(?:(零)?({_ONE}))?"
)
_SMALL = {"千": 1000, "百": 100, "十": 10}
_COINS = re.compile(rf"零?(?:(\d|{_CHINESE_DIGIT})角)?零?(?:(\d|{_CHINESE_DIGIT})分)?")
_TEN = 10


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read from text.

    ``unit`` is the largest of 亿, 万 and 元 it was written in, as 10**8, 10**4 or 1 (an English
    word by its own value); None for a bare number. ``rounded`` says that a spreadsheet's
    E-notation may have dropped digits.
    """

    value: Fraction
    unit: int | None
    rounded: bool = False


class UnreadableQuantityError(ValueError):
    """The text is no single number; nothing is guessed."""


def read_quantity(text: str) -> Quantity:
    """Read one number from folded text: half-width, upper case, no currency but 元.

    Raises UnreadableQuantityError for anything else, and for short forms that could mean two
    numbers: 三亿五, 二三亿, 3亿5.
    """
    text = text.strip()
    if exponent := _EXPONENT.fullmatch(text):
        value = Fraction(exponent[1]) * 10 ** int(exponent[2])
        digits_shown = len(exponent[1].partition(".")[2])
        return Quantity(value, None, rounded=digits_shown < int(exponent[2]))
    in_english = _IN_ENGLISH.fullmatch(text.removesuffix("元").rstrip())
    if in_english and in_english[2] in _ENGLISH:
        scale = _ENGLISH[in_english[2]]
        return Quantity(_arabic(in_english[1]) * scale, scale)
    text = _spell_point(re.sub(r"(?<!\d) | (?!\d)", "", text).translate(_PLAIN))
    whole, yuan, coins = text.partition("元")
    if not whole:
        raise UnreadableQuantityError
    return _in_chinese(whole, coins, explicit=bool(yuan))


def _in_chinese(whole: str, coins: str, *, explicit: bool) -> Quantity:
    small_change = Fraction(0)
    if not explicit and re.search("[角分]", whole):
        whole, coins, explicit = "零", whole, True
    if coins:
        small_change = _small_change(coins)
    value = _any_size(whole, explicit=explicit)
    if small_change and value.denominator != 1:
        raise UnreadableQuantityError
    unit = YI if "亿" in whole else WAN if "万" in whole else 1 if explicit else None
    return Quantity(value + small_change, unit)


def _arabic(text: str) -> Fraction:
    return Fraction(re.sub("[, ']", "", text))


def _spell_point(text: str) -> str:
    """Turn 十点五亿 into 10.5亿."""
    match = _DECIMAL_POINT.match(text)
    if match is None:
        return text
    whole = _under_wan(match[1], explicit=True)
    decimals = "".join(str(_DIGITS[digit]) for digit in match[2])
    return f"{whole}.{decimals}{text[match.end() :]}"


def _small_change(text: str) -> Fraction:
    match = _COINS.fullmatch(text)
    if match is None or not (match[1] or match[2]):
        raise UnreadableQuantityError
    jiao, fen = (_digit(part) if part else Fraction(0) for part in match.groups())
    return jiao / 10 + fen / 100


def _digit(text: str) -> Fraction:
    return Fraction(_DIGITS[text]) if text in _DIGITS else _arabic(text)


def _any_size(text: str, *, explicit: bool) -> Fraction:
    """Read the part before 元; ``explicit`` when 元 or a larger unit closes it."""
    head, yi, tail = text.rpartition("亿")
    if not yi:
        return _under_yi(text, explicit=explicit)
    return _joined(_under_yi(head, explicit=False), YI, _tail(tail, YI, explicit=explicit))


def _under_yi(text: str, *, explicit: bool) -> Fraction:
    head, wan, tail = text.rpartition("万")
    if not wan:
        return _under_wan(text, explicit=explicit)
    return _joined(_under_wan(head, explicit=True), WAN, _tail(tail, WAN, explicit=explicit))


def _tail(text: str, scale: int, *, explicit: bool) -> Fraction:
    """Read what follows 亿 or 万; without a unit of its own it must spell out every digit."""
    if not text:
        return Fraction(0)
    bare = _ARABIC.fullmatch(text)
    if not explicit and bare and len(text.partition(".")[0]) != len(str(scale)) - 1:
        raise UnreadableQuantityError
    if text in _DIGITS:
        raise UnreadableQuantityError
    text = text.removeprefix("零")
    value = _under_yi(text, explicit=explicit) if scale == YI else _under_wan(text, explicit=True)
    if value >= scale:
        raise UnreadableQuantityError
    return value


def _joined(head: Fraction, scale: int, tail: Fraction) -> Fraction:
    if tail and (not head or head.denominator != 1):
        raise UnreadableQuantityError
    return head * scale + tail


def _under_wan(text: str, *, explicit: bool) -> Fraction:
    """Read 千, 百, 十 and single digits, or one figure in Arabic digits.

    百, 千 and 十 without a digit mean one of them: 近百亿元, 十五.
    """
    if not text:
        raise UnreadableQuantityError
    if _ARABIC.fullmatch(text):
        return _arabic(text)
    match = _UNDER_WAN.fullmatch(text)
    if match is None:
        raise UnreadableQuantityError
    total = Fraction(0)
    last = 0
    for count, place in zip(match.groups()[0:6:2], match.groups()[1:6:2], strict=True):
        if place:
            total = _added(total, last, _digit(count) if count else Fraction(1), _SMALL[place])
            last = _SMALL[place]
    zero, ones = match[7], match[8]
    if ones:
        if last > _TEN and not zero and (ones in _DIGITS or not explicit):
            raise UnreadableQuantityError
        total = _added(total, last, _digit(ones), 1)
    return total


def _added(total: Fraction, last: int, count: Fraction, place: int) -> Fraction:
    """Add ``count`` of a smaller place; the smaller may not reach the larger one before it."""
    if last and (count * place >= last or total.denominator != 1):
        raise UnreadableQuantityError
    return total + count * place
