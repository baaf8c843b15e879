"""What certificates in two languages say beside their data: labels, sentences, dates, amounts.

The words lie in ``resources/translations/certificate_words.json``. The catalogue of `wording` holds
the program's own two languages; a certificate speaks whatever the other side speaks.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.amount import Qualifier
from qhsign.domain.amount_writing import ForeignWords
from qhsign.domain.contract import SigningMode
from qhsign.domain.contract_entry import SIDES
from qhsign.shipped_files import shipped

CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class SideWords:
    """What one language calls the sides: 中方 by country, 甲方 by letter; and whose a copy is.

    ``leads`` are the opening sentences by signing mode.
    """

    leads: Mapping[str, str]
    side: str
    letters: str
    sides: Mapping[str, str]
    copy: str
    copies: Mapping[str, str]

    def lead(self, mode: SigningMode) -> str:
        """Return the sentence the title completes."""
        return self.leads[mode.value]

    def label(self, side: str, country: str | None) -> str:
        """Return what a party is called: by its country where one is given, else by its letter."""
        if country is not None:
            return self.sides[country]
        return self.side.format(letter=self.letters[SIDES.index(side)])

    def copy_label(self, side: str, country: str | None) -> str:
        """Return the words that say whose copy it is: 中方存执."""
        if country is not None and country in self.copies:
            return self.copies[country]
        letter = self.letters[SIDES.index(side)]
        return self.copy.format(side=self.label(side, country), letter=letter)


@dataclass(frozen=True, slots=True)
class OtherWords:
    """The fixed words of the language beside Chinese."""

    slip: str
    number: str
    version: str
    equal: str
    signer: str
    at: str
    seal: str
    scan: str
    amount: str
    demo_note: str
    draft: str
    draft_note: str
    draft_code: str
    date: str
    months: Sequence[str]
    units: Sequence[str]
    decimal: str
    thousands: str
    qualifiers: Mapping[str, str]

    def written_date(self, day: dt.date) -> str:
        """Return a date as the language writes it: 2024-жылдын 11-июлу, 11 июля 2024 г."""
        return self.date.format(year=day.year, month=self.months[day.month - 1], day=day.day)

    @property
    def amounts(self) -> ForeignWords:
        """How amounts are written."""
        trillion, billion, million = self.units
        return ForeignWords(
            units=(trillion, billion, million),
            qualifiers={Qualifier(code): words for code, words in self.qualifiers.items()},
            decimal=self.decimal,
            thousands=self.thousands,
        )


@cache
def side_words(language: str) -> SideWords:
    """Return what ``language`` (zh, ky, ru, en) calls the sides of an agreement."""
    return SideWords(**_of(language, SideWords))


@cache
def other_words(language: OtherLanguage) -> OtherWords:
    """Return the fixed words of a language beside Chinese."""
    return OtherWords(**_of(language.value, OtherWords))


def named_by_country(language: OtherLanguage, countries: Sequence[str | None]) -> bool:
    """Tell whether the sides can be called by their countries in Chinese and in ``language``.

    Each country needs a name in both, and two sides of one country are told apart by letters.
    """
    known = side_words(CHINESE).sides.keys() & side_words(language.value).sides.keys()
    return set(countries) <= known and len(set(countries)) == len(countries)


def _of(language: str, kind: type[SideWords | OtherWords]) -> dict[str, Any]:
    words = _shipped_words()[language]
    return {field.name: words[field.name] for field in fields(kind)}


@cache
def _shipped_words() -> Mapping[str, Mapping[str, Any]]:
    path = shipped("resources", "translations", "certificate_words.json")
    words: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return words
