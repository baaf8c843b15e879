"""The six orders people are listed in (礼宾次序), and what a title suggests about a rank.

Strokes follow GB 13000.1's order of characters: the number of strokes first, then the types of
the strokes in writing order, 横 1 竖 2 撇 3 点 4 折 5.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Protocol, TypeVar

from qhsign.domain.name_reading import ReadingTables, name_groups, reading_of, tone_of, toneless
from qhsign.domain.names import INTERPUNCT, is_han

SortKey = tuple[Any, ...]
"""Keys of one order compare with each other; keys of two orders do not."""

_HAN_CHARACTER, _OTHER_LETTER, _UNRANKED_CHARACTER = range(3)
_BLANK = (-1, 0, "")
_TWO_CHARACTERS = 2
_LAST = math.inf
_PAIR = re.compile(r"(?P<char>\S)\s*[=＝→:：]\s*(?P<stand_in>\S)")
_FIGURES = re.compile(r"(\d+)")


class Order(StrEnum):
    """An order of people; the value is the word commands and settings use."""

    PRECEDENCE = "precedence"  # 礼宾次序
    SURNAME_STROKES = "surname-strokes"  # 姓氏笔画
    FULL_NAME_STROKES = "full-name-strokes"  # 姓名笔画
    PINYIN = "pinyin"  # 拼音
    COUNTRY = "country"  # 国别
    ARRANGED = "arranged"  # 按排定次序


class Sortable(Protocol):
    """What a person must show to be put in order; None stands for what is not known."""

    @property
    def full_name(self) -> str:
        """The name as it stands."""

    @property
    def syllables(self) -> tuple[str, ...]:
        """The syllables of the reading, with tone marks (``Reading.syllables``)."""

    @property
    def rank_level(self) -> int | None:
        """Rank set by staff; 1 is the highest."""

    @property
    def rank_seq(self) -> int | None:
        """Place among those of equal rank, set by staff."""

    @property
    def credentials_date(self) -> date | None:
        """The day an ambassador presented credentials; earlier goes first."""

    @property
    def arranged(self) -> int | None:
        """Place arranged by hand."""

    @property
    def country(self) -> str | None:
        """ISO 3166 code."""

    @property
    def number(self) -> str:
        """The guest number; it decides where nothing else does."""

    @property
    def stand_in(self) -> str | None:
        """Characters whose strokes stand in for unranked ones (see ``stand_ins``)."""


PersonT = TypeVar("PersonT", bound=Sortable)


@dataclass(frozen=True)
class StrokeTable:
    """The rank of every character in stroke order."""

    ranks: Mapping[str, int]
    """Character → place; a smaller place goes first."""
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    """Character without a rank → ranked character that lends it its place, for a whole event."""

    def unranked(self, name: str, stand_in: str | None = None) -> list[str]:
        """Return the Chinese characters of a name that have no place and no stand-in.

        They sort last; whoever prints a list in stroke order names them to the staff.
        """
        lent = stand_ins(name, stand_in, self)
        return [char for char in name if self.key(char, lent)[0] == _UNRANKED_CHARACTER]

    def key(self, char: str, lent: Mapping[str, str]) -> tuple[int, float, str]:
        """Return what one character sorts by: ranked ones, then other letters, then unranked."""
        if lent:
            return self._key(char, lent)
        known = self._keys.get(char)
        if known is None:
            known = self._keys[char] = self._key(char, lent)
        return known

    @cached_property
    def _keys(self) -> dict[str, tuple[int, float, str]]:
        """What characters without a stand-in of their own sort by: a list has few different."""
        return {}

    def _key(self, char: str, lent: Mapping[str, str]) -> tuple[int, float, str]:
        place = self._place(char, lent)
        if place is not None:
            return (_HAN_CHARACTER, place, char)
        if is_han(char):
            return (_UNRANKED_CHARACTER, ord(char), char)
        return (_OTHER_LETTER, 0, char.casefold())

    def _place(self, char: str, lent: Mapping[str, str]) -> int | None:
        # A compatibility ideograph (U+F900 …) has the strokes of the character it stands for.
        for known in (char, unicodedata.normalize("NFC", char)):
            if known in self.ranks:
                return self.ranks[known]
        return self.ranks.get(lent.get(char) or self.stand_ins.get(char, ""))


@dataclass(frozen=True)
class CountryTable:
    """Countries and regions by ISO 3166 code, with what they are called."""

    chinese: Mapping[str, str]
    english: Mapping[str, str]
    codes: Mapping[str, str]
    """Every known name, folded as ``code_of`` folds it → code."""

    def code_of(self, text: str) -> str | None:
        """Return the code for a name as lists write it (中国香港, 冰岛, UK, ISL), or None."""
        folded = country_key(text)
        found = self.codes.get(folded)
        # 来自、籍 and the like are not names; （中国）香港 is.
        return found or self.codes.get(folded.removeprefix("中国").removesuffix("籍"))


def country_key(text: str) -> str:
    """Fold a country's name for looking it up: letters and characters only, small letters."""
    return "".join(char for char in text.casefold() if char.isalnum())


@dataclass(frozen=True)
class OrderTables:
    """The tables the orders need."""

    strokes: StrokeTable
    countries: CountryTable
    readings: ReadingTables

    @cached_property
    def country_places(self) -> Mapping[str, SortKey]:
        """Code → place of the country among all by the pinyin of its Chinese name."""
        return {
            code: _pinyin_key(name, reading_of(name, "", _plain(self.readings)).syllables, self, {})
            for code, name in self.countries.chinese.items()
        }


def _plain(tables: ReadingTables) -> ReadingTables:
    """Give the tables without surnames: no country has one."""
    return ReadingTables({}, {}, tables.characters, frozenset(), ())


def stand_ins(name: str, text: str | None, table: StrokeTable) -> dict[str, str]:
    """Read what staff entered as stand-ins for the characters of one name.

    ``𬱖=颐`` names the character; a bare ``颐`` (or several) stands for the unranked characters in
    the order they have in the name.
    """
    if not text:
        return {}
    pairs = {found["char"]: found["stand_in"] for found in _PAIR.finditer(text)}
    if pairs:
        return pairs
    wanting = [char for char in name if is_han(char) and char not in table.ranks]
    return dict(zip(dict.fromkeys(wanting), filter(is_han, text), strict=False))


def sort_key(
    order: Order, tables: OrderTables, *, english_countries: bool = False
) -> Callable[[Sortable], SortKey]:
    """Return the key function for one order; who lacks what it asks for goes last.

    Every key ends with the number and the name, so that equal people keep one order everywhere.
    """

    def strokes(person: Sortable, *, blank: bool) -> SortKey:
        lent = stand_ins(person.full_name, person.stand_in, tables.strokes)
        return (stroke_key(person.full_name, tables.strokes, lent, blank=blank), _tie(person))

    def pinyin(person: Sortable) -> SortKey:
        lent = stand_ins(person.full_name, person.stand_in, tables.strokes)
        return (_pinyin_key(person.full_name, person.syllables, tables, lent), _tie(person))

    def country(person: Sortable) -> SortKey:
        place = _country_place(person.country, tables, english=english_countries)
        return (place, _precedence_key(person), strokes(person, blank=True))

    keys: dict[Order, Callable[[Sortable], SortKey]] = {
        Order.PRECEDENCE: lambda person: (_precedence_key(person), _tie(person)),
        Order.SURNAME_STROKES: lambda person: strokes(person, blank=True),
        Order.FULL_NAME_STROKES: lambda person: strokes(person, blank=False),
        Order.PINYIN: pinyin,
        Order.COUNTRY: country,
        Order.ARRANGED: lambda person: (_known(person.arranged), _tie(person)),
    }
    return keys[order]


def in_order(
    people: Iterable[PersonT], order: Order, tables: OrderTables, *, english_countries: bool = False
) -> list[PersonT]:
    """Return the people in an order; however they came, it is the same list."""
    return sorted(people, key=sort_key(order, tables, english_countries=english_countries))


def order_code(order: Order, *, english_countries: bool = False) -> str:
    """Return the code of the sentence a print names its order with (以姓氏笔画为序)."""
    if order is Order.COUNTRY and english_countries:
        return "order-country-english"
    return f"order-{order.value}"


def stroke_key(
    name: str, table: StrokeTable, lent: Mapping[str, str] | None = None, *, blank: bool
) -> SortKey:
    """Return the stroke key of a name: character by character, the dot left out.

    With ``blank`` a name of two characters is surname, blank, given name, and the blank goes
    first (田富 before 田大利); without it the given names compare directly.
    """
    characters = [char for char in name if char != INTERPUNCT and not char.isspace()]
    keys = [table.key(char, lent or {}) for char in characters]
    if blank and len(keys) == _TWO_CHARACTERS and all(map(is_han, characters)):
        keys.insert(1, _BLANK)
    return tuple(keys)


def _pinyin_key(
    name: str, syllables: tuple[str, ...], tables: OrderTables, lent: Mapping[str, str]
) -> SortKey:
    """Compare letters, then lu before lü, then the tone, then the strokes of the character."""
    groups = name_groups(name)
    if len(groups) != len(syllables):
        groups = syllables
    return tuple(
        _syllable_key(syllable, group, tables.strokes, lent)
        for group, syllable in zip(groups, syllables, strict=True)
    )


def _syllable_key(
    syllable: str, group: str, strokes: StrokeTable, lent: Mapping[str, str]
) -> SortKey:
    bare = toneless(syllable).casefold()
    unread = any(map(is_han, bare))
    place = strokes.key(group, lent) if len(group) == 1 else (_OTHER_LETTER, 0, group)
    return (unread, bare.replace("ü", "u"), "ü" in bare, tone_of(syllable), place)


def _precedence_key(person: Sortable) -> SortKey:
    credentials = person.credentials_date
    return (
        _known(person.rank_level),
        _known(person.rank_seq),
        credentials.toordinal() if credentials else _LAST,
        _known(person.arranged),
    )


def _country_place(code: str | None, tables: OrderTables, *, english: bool) -> SortKey:
    names = tables.countries.english if english else tables.countries.chinese
    if not code or code not in names:
        return (1, code or "~")
    return (0, names[code].casefold() if english else tables.country_places[code], code)


def _known(value: int | None) -> float:
    return _LAST if value is None else value


def _tie(person: Sortable) -> SortKey:
    """Compare numbers as numbers: guest 9 before guest 10."""
    number = person.number
    # Nearly every number is nothing but figures.
    parts = ["", number, ""] if number.isdecimal() else _FIGURES.split(number)
    figures = tuple(
        [(part, 0) if place % 2 == 0 else ("", int(part)) for place, part in enumerate(parts)]
    )
    return (figures, number, person.full_name)
