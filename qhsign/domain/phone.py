"""Phone numbers on lists: cleaned where the form is known, kept as they are where it is not."""

import re
import unicodedata
from decimal import Decimal

from qhsign.domain.document import mask_phone
from qhsign.domain.problems import Problem, Severity

_BLANK = re.compile(r"[-/\\.]*|无|暂无|没有|保密|N/?A|NONE", re.IGNORECASE)
_BETWEEN = re.compile(r"[;、,，/|\n\r]+|(?<=\d)\s*(?:或|和|及|&)\s*(?=[\d+])")
_E_NOTATION = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d{1,2}")
_FLOAT = re.compile(r"(\d{7,})\.0+")
_LABEL = re.compile(r"^[^\d+():]*[:\s](?=[\d+(])|^[^\d+(]{1,8}(?=[+(]?\d)")
_DASHES = re.compile("[\u2010-\u2015\u2212\u30fc_~]")
_EXTENSION = re.compile(r"(?:转|分机|EXT\.?|#|X)\s*(\d{1,6})$", re.IGNORECASE)
_CHINA = re.compile(
    r"^(?:\+|00)\s*\(?86\)?[\s-]*(?=\(?[1-9]|\(?0\d)|^\(86\)|^\(\+86\)|^86[\s-]*(?=1[3-9][\d\s-]{9,}$)"
)
_MOBILE = re.compile(r"1[3-9]\d{9}")
_MOBILE_INSIDE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})")
_SERVICE = re.compile(r"[48]00\d{7}|95\d{3,6}|1\d{4}|12\d{3}")
_LOCAL = re.compile(r"[2-9]\d{6,7}")
_FOREIGN = re.compile(r"\+[1-9]\d{5,14}")
_MARKS = re.compile(r"[\s\-.()]")
_TWO_MOBILES = re.compile(r"(1[3-9]\d{9})(1[3-9]\d{9})")
_AMONG_WORDS = re.compile(r"(?:\+|00)?\(?\d[\d\s\-()]{5,}\d")
_FEWEST_DIGITS = 7


def clean_phone(text: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the first phone number of a cell in one spelling, and what was odd about the cell.

    13812345678, 0971-1234567, 0971-1234567-801, +996555123456. An empty cell gives None; text
    that is no number is kept as it is with a warning. Several numbers in a cell give the first
    and the warning ``phone-several``; ``phones_in`` gives all of them.
    """
    numbers, codes = _read(text)
    if not numbers:
        return None, ()
    if len(numbers) > 1:
        codes = [*codes, "phone-several"]
    found: dict[str, object] = {"count": len(numbers)}
    return numbers[0], tuple(Problem(code, Severity.WARNING, found) for code in codes)


def phones_in(text: str) -> tuple[str, ...]:
    """Return every phone number of a cell, cleaned, in the order given."""
    return tuple(_read(text)[0])


def numbers_among_words(text: str) -> list[str]:
    """Return the phone numbers that stand among other words, each as it is written there.

    "韩雪（电话：138 1234 5678）" has "138 1234 5678"; what has under seven digits is none.
    """
    found = (each.group() for each in _AMONG_WORDS.finditer(text))
    return [each for each in found if sum(c.isdigit() for c in each) >= _FEWEST_DIGITS]


def mask_among_words(text: str) -> str:
    """Return words with the phone numbers among them masked: "韩雪 138****5678"."""
    for number in numbers_among_words(text):
        text = text.replace(number, "、".join(map(mask_phone, phones_in(number))))
    return text


def _read(text: str) -> tuple[list[str], list[str]]:
    # ① would fold to a digit that belongs to no number.
    folded = "".join(" " if unicodedata.category(c) == "No" else c for c in text)
    folded = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    folded = unicodedata.normalize("NFKC", folded)
    folded = _DASHES.sub("-", folded).strip(" \t'`\u2018\u2019\"")
    numbers: list[str] = []
    codes: list[str] = []
    for part in _parts(folded):
        number, code = _one(part)
        if number not in numbers:
            numbers.append(number)
        if code is not None and code not in codes:
            codes.append(code)
    return numbers, codes


def _parts(text: str) -> list[str]:
    parts = []
    for part in _BETWEEN.split(text):
        compact = _MARKS.sub("", part)
        if two := _TWO_MOBILES.fullmatch(compact):
            parts += [two[1], two[2]]
        elif not _BLANK.fullmatch(part.strip()):
            parts.append(part.strip())
    return parts


def _one(text: str) -> tuple[str, str | None]:
    """Return one number and the code of what is odd about it."""
    if _E_NOTATION.fullmatch(text):
        return _from_e_notation(text)
    if match := _FLOAT.fullmatch(text):
        text = match[1]
    given = text
    text = _LABEL.sub("", text)
    extension = ""
    if match := _EXTENSION.search(text):
        extension = "-" + match[1]
        text = text[: match.start()].strip()
    number = _known_form(text)
    if number is not None:
        return number + extension, None
    inside = _MOBILE_INSIDE.findall(re.sub(r"(?<=\d)[\s-](?=\d)", "", given))
    inside = inside or _MOBILE_INSIDE.findall(given)
    if len(inside) == 1:
        return inside[0], "phone-with-words"
    return given, "phone-form"


def _from_e_notation(text: str) -> tuple[str, str | None]:
    mantissa, _, exponent = text.upper().partition("E")
    value = Decimal(text)
    number = format(value, "f").partition(".")[0]
    exact = len(mantissa.partition(".")[2]) >= int(exponent)
    return number, None if exact else "phone-rounded"


def _known_form(text: str) -> str | None:
    at_home = _CHINA.sub("", text)
    from_abroad = at_home != text
    digits = _MARKS.sub("", at_home)
    if _MOBILE.fullmatch(digits.removeprefix("0")):  # dialled with 0 from another city
        return digits.removeprefix("0")
    if from_abroad and digits[:1] not in {"0", "1", "4", "8"}:
        digits = "0" + digits
    if match := _LANDLINE.fullmatch(digits):
        return f"{match[1]}-{match[2]}"
    if digits[:1] == "0" and (match := re.fullmatch(r"([\d]+-\d{7,8})-(\d{1,6})", at_home)):
        return match[0]
    if _SERVICE.fullmatch(digits) or _LOCAL.fullmatch(digits):
        return digits
    abroad = re.sub("^00", "+", _MARKS.sub("", text))
    return abroad if _FOREIGN.fullmatch(abroad) else None
