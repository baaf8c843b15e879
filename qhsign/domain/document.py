"""ID documents on lists: what kind, whether the number holds, and how it is masked.

GB 11643 numbers are checked (domain notes §9); a number a spreadsheet damaged is not kept, any
other is, with a warning where it looks wrong, so that nothing a guest sent is lost.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from qhsign.domain.problems import Problem, Severity


class DocumentKind(StrEnum):
    """Kinds of document the program knows; a list may name others, which are kept as given."""

    IDENTITY_CARD = "identity-card"  # 居民身份证, and residence permits numbered like it
    OLD_IDENTITY_CARD = "old-identity-card"  # 15 digits, before 1999
    HONG_KONG_MACAO_PERMIT = "hong-kong-macao-permit"  # 港澳居民来往内地通行证
    TAIWAN_PERMIT = "taiwan-permit"  # 台湾居民来往大陆通行证
    PASSPORT = "passport"  # 护照


KIND_WORDS = {
    DocumentKind.IDENTITY_CARD: "身份证",
    DocumentKind.OLD_IDENTITY_CARD: "身份证（15位）",
    DocumentKind.HONG_KONG_MACAO_PERMIT: "港澳居民来往内地通行证",
    DocumentKind.TAIWAN_PERMIT: "台湾居民来往大陆通行证",
    DocumentKind.PASSPORT: "护照",
}

_KIND_SIGNS = (
    (DocumentKind.TAIWAN_PERMIT, ("台胞证", "台湾居民来往", "台湾通行证")),
    (DocumentKind.HONG_KONG_MACAO_PERMIT, ("港澳居民来往", "港澳通行证", "回乡证", "港澳台通行证")),
    (DocumentKind.PASSPORT, ("护照", "PASSPORT")),
    (DocumentKind.IDENTITY_CARD, ("身份证", "居住证", "永久居留", "IDENTITY", "ID CARD")),
)

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_PROVINCES = re.compile(  # 81–83 are the residence permits of people from 港澳台
    "1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]"
)
_FOREIGN_RESIDENT = "9"  # the 2023 永久居留证 carries a GB 11643 number that begins with 9

_LABEL = re.compile(r"[^\d:]*(?::|[^\d:\sA-Z]|NO\.?|\s)\s*(?=[A-Z]{0,3}\d)")
_IS_LABEL = re.compile(r":|证|照|号码|编号|PASSPORT|NO\b")
_BLANK = re.compile(r"[-/\\.]*|无|暂无|没有|待补|待定|待提供|未提供|后补|N/?A|NONE", re.IGNORECASE)
_IN_E_NOTATION = re.compile(r"\d(?:\.\d+)?E\+\d{1,2}|\d\.\d+E\d{1,2}")
_FLOAT = re.compile(r"(\d+)\.0+")
_IDENTITY = re.compile(r"\d{17}[\dX]")
_OLD_IDENTITY = re.compile(r"\d{15}")
_HONG_KONG_MACAO = re.compile(r"[HM]\d{8}(?:\d{2})?")
_TAIWAN = re.compile(r"\d{8}")
_PASSPORT = re.compile(r"[A-Z0-9]{5,15}")
_SEPARATORS = re.compile(r"[\s\-‐-―−·.,，]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_OLD_IDENTITY_LENGTH = 15
_EXACT_FLOAT_DIGITS = 15
_ZEROS_OF_A_SPREADSHEET = "000"


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """A document as it may be stored.

    ``kind`` is a DocumentKind, or the words of the list for a type the program does not know, or
    None where nothing tells. ``number`` is None for an empty cell and for a damaged number.
    Problems show the number masked, never in full.
    """

    kind: str | None
    number: str | None
    problems: tuple[Problem, ...] = ()


def check_document(text: str, kind: str | None = None, *, numeric: bool = False) -> DocumentReading:
    """Read a document number; ``kind`` is what the list calls it, ``numeric`` a number cell.

    Raises nothing and refuses nothing but a number damaged by a spreadsheet: one of more than 15
    digits stored as a number or in E-notation, or an 18-digit one that ends in 000 and fails its
    checksum (problem ``document-damaged``, severity ERROR).
    """
    folded, label = _folded(text)
    named = _kind_named(kind) or _kind_named(label)
    if not folded or _BLANK.fullmatch(folded):
        return DocumentReading(named, None)
    number, exact = _as_typed(folded, numeric=numeric)
    if not exact or _was_cut(number):
        masked: dict[str, object] = {"number": mask_document(number)}
        damaged = Problem("document-damaged", Severity.ERROR, masked)
        return DocumentReading(named or DocumentKind.IDENTITY_CARD, None, (damaged,))
    found = _kind_of_form(number, named)
    codes = _findings(number, found)
    shown: dict[str, object] = {"number": mask_document(number)}
    problems = tuple(Problem(code, Severity.WARNING, shown) for code in codes)
    return DocumentReading(found, number, problems)


def mask_document(number: str) -> str:
    """Return the number as screens show it: 630102********1231; short ones show even less."""
    return _masked(number, ((15, 6, 4), (8, 2, 2), (5, 1, 1)))


def mask_phone(phone: str) -> str:
    """Return the phone as screens show it: 138****1234; several numbers are masked one by one."""
    parts = re.split(r"([;；、,，/\s]+)", phone)
    return "".join(
        part if index % 2 else _masked(part, ((11, 3, 4), (7, 2, 2), (5, 1, 1)))
        for index, part in enumerate(parts)
    )


def checksum_holds(number: str) -> bool:
    """Say whether an 18-character number ends in the check character of GB 11643."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return number[17] == _CHECK_CHARACTERS[total % 11]


def _masked(text: str, steps: tuple[tuple[int, int, int], ...]) -> str:
    for length, head, tail in steps:
        if len(text) >= length:
            return text[:head] + "*" * (len(text) - head - tail) + text[-tail:]
    return "*" * len(text)


def _folded(text: str) -> tuple[str, str | None]:
    """Return the number in half-width capitals without marks, and a label that stood before."""
    text = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cc", "No"})
    text = unicodedata.normalize("NFKC", text)
    text = _DASHES.sub("-", text).upper().strip(" '`\u2018\u2019\"")
    label = None
    if (match := _LABEL.match(text)) and _IS_LABEL.search(match[0]):
        label = match[0].strip(" :")
        text = text[match.end() :].strip()
    if text[-1:] in {"×", "Х", "*", "χ"}:  # what people type for X
        text = text[:-1] + "X"
    compact = _SEPARATORS.sub("", text)
    if _IDENTITY.fullmatch(compact) or _PASSPORT.fullmatch(compact):
        looks_like_number = _FLOAT.fullmatch(text) or _IN_E_NOTATION.fullmatch(text)
        text = text if looks_like_number else compact
    return text, label


def _kind_named(words: str | None) -> str | None:
    folded = unicodedata.normalize("NFKC", words or "").upper().strip()
    if not folded:
        return None
    for kind, signs in _KIND_SIGNS:
        if folded == kind.value.upper() or any(sign in folded for sign in signs):
            return kind
    return (words or "").strip()


def _as_typed(text: str, *, numeric: bool) -> tuple[str, bool]:
    """Undo a spreadsheet's spelling of a number; the second is False where digits were lost."""
    if _IN_E_NOTATION.fullmatch(text):
        mantissa, _, exponent = text.partition("E")
        digits_shown = len(mantissa.partition(".")[2])
        number = format(Decimal(text), "f").partition(".")[0]
        return number, int(exponent) < _EXACT_FLOAT_DIGITS and digits_shown >= int(exponent)
    if match := _FLOAT.fullmatch(text):
        text, numeric = match[1], True
    too_long = text.isdecimal() and len(text) > _EXACT_FLOAT_DIGITS
    return text, not (numeric and too_long)


def _was_cut(number: str) -> bool:
    return (
        _IDENTITY.fullmatch(number) is not None
        and number.endswith(_ZEROS_OF_A_SPREADSHEET)
        and not checksum_holds(number)
    )


def _kind_of_form(number: str, named: str | None) -> str | None:
    """Return the kind the list named, made precise; without one, what the form suggests."""
    known = named in set(DocumentKind)
    if _IDENTITY.fullmatch(number) and (named is None or (known and checksum_holds(number))):
        return DocumentKind.IDENTITY_CARD
    if named is not None and named != DocumentKind.IDENTITY_CARD:
        return named
    if _OLD_IDENTITY.fullmatch(number) and _birth_date(f"19{number[6:12]}") is not None:
        return DocumentKind.OLD_IDENTITY_CARD
    if named is None or not number.isdecimal():
        # A column headed 身份证号 often carries the permits and passports of a few guests too.
        if _HONG_KONG_MACAO.fullmatch(number):
            return DocumentKind.HONG_KONG_MACAO_PERMIT
        if _TAIWAN.fullmatch(number):
            return DocumentKind.TAIWAN_PERMIT
        if _PASSPORT.fullmatch(number) and not _almost_something_else(number):
            return DocumentKind.PASSPORT
    return named


def _almost_something_else(number: str) -> bool:
    """Keep words without digits, and 居民身份证 numbers that lack some, from being passports."""
    nearly_identity = len(number) >= _OLD_IDENTITY_LENGTH - 1 and number[:-1].isdecimal()
    return nearly_identity or not any(char.isdecimal() for char in number)


def _findings(number: str, kind: str | None) -> list[str]:
    if _IDENTITY.fullmatch(number) and kind in {DocumentKind.IDENTITY_CARD, None}:
        return _identity_findings(number)
    if kind == DocumentKind.OLD_IDENTITY_CARD:
        return ["document-15-digits"]
    forms: dict[str | None, re.Pattern[str]] = {
        DocumentKind.IDENTITY_CARD: _IDENTITY,
        DocumentKind.HONG_KONG_MACAO_PERMIT: _HONG_KONG_MACAO,
        DocumentKind.TAIWAN_PERMIT: _TAIWAN,
        DocumentKind.PASSPORT: _PASSPORT,
    }
    if kind in forms:
        return [] if forms[kind].fullmatch(number) else ["document-form"]
    return ["document-form"] if kind is None else []


def _identity_findings(number: str) -> list[str]:
    findings = []
    if not checksum_holds(number):
        findings.append("document-checksum")
    elif number.endswith(_ZEROS_OF_A_SPREADSHEET):
        findings.append("document-ends-000")
    if not number.startswith(_FOREIGN_RESIDENT) and not _PROVINCES.match(number):
        findings.append("document-region")
    if _birth_date(number[6:14]) is None:
        findings.append("document-birth-date")
    return findings


def _birth_date(text: str) -> date | None:
    """Return a date between 1900 and 2099; no clock is asked whether it has come yet."""
    try:
        born = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None
    return born if 1900 <= born.year <= 2099 else None  # noqa: PLR2004 - the bounds just named
