"""Which field a heading means: the shipped words for it, and the words nobody listed."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from qhsign.domain.list_sheet import heading_key
from qhsign.shipped_files import shipped

_BRACKETS = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]")
_IN_LATIN = re.compile(
    r"[(（\[【](?:英文|英语|外文|拼音|汉语拼音|English|EN|Pinyin)[)）\]】]", re.IGNORECASE
)
_GROUP_TITLE = re.compile(r"\s*[（(]?[一二三四五六七八九十]{1,3}[）)、.．]")
_UNIT_BEHIND = re.compile("(?:单位|人民币|[十百千]?[万亿]?(?:元|美元|欧元|港元)|万|亿)+$")
_LATIN = re.compile(r"[\x00-\x7f]+")
_QUESTION = ("是否", "有无", "需", "请")
_LONGEST_HEADING = 40
_SHORTEST_LATIN_ENDING = 5

THE_WORD = 1.0
WITHOUT_BRACKETS = 0.95
BY_ENDING = 0.7
BY_GROUP = 0.6


class Meaning(NamedTuple):
    """A field, how sure the reading is, and the word's place in the field's list (best first)."""

    field: str
    confidence: float
    preference: int


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """The words of one kind of list (``guests``, ``contracts`` or ``follow-up``)."""

    meanings: Mapping[str, Meaning]
    endings: Mapping[str, Meaning]

    def read(self, heading: str) -> Meaning | None:
        """Return what a heading means, or None.

        The very word first; then the word without brackets (姓名（必填）), then the Chinese half
        of a bilingual heading, then the longest listed ending (参会嘉宾姓名): in a Chinese
        compound the end says what it is.
        """
        if len(heading) > _LONGEST_HEADING or _GROUP_TITLE.match(heading):
            return None
        key = heading_key(heading)
        if found := self.meanings.get(key):
            return found
        outside = heading_key(_BRACKETS.sub("", heading))
        if _IN_LATIN.search(heading):
            return self._in_latin(outside)
        chinese = heading_key(_LATIN.sub("", heading))
        without_unit = _UNIT_BEHIND.sub("", key)
        for reduced in (outside, chinese, without_unit):
            if found := self.meanings.get(reduced):
                return found._replace(confidence=WITHOUT_BRACKETS)
        return self._by_ending(outside)

    def _in_latin(self, outside: str) -> Meaning | None:
        """Read 嘉宾姓名（英文）; 单位（英文） only stands in for a Chinese column there is not."""
        found = self.meanings.get(outside) or self._by_ending(outside)
        if found is None:
            return None
        if found.field == "full_name":
            return Meaning("latin_name", WITHOUT_BRACKETS, found.preference)
        return found._replace(confidence=BY_ENDING)

    def exactly(self, heading: str) -> Meaning | None:
        """Return what a heading means when it is one of the listed words."""
        return self.meanings.get(heading_key(heading))

    def _by_ending(self, key: str) -> Meaning | None:
        if key.startswith(_QUESTION):
            return None
        for start in range(1, len(key) - 1):
            if found := self.endings.get(key[start:]):
                return found._replace(confidence=BY_ENDING)
        return None


@cache
def heading_words(kind: str) -> HeadingWords:
    """Return the shipped words for ``guests``, ``contracts`` or ``follow-up``."""
    table = json.loads(shipped("resources", "reference", "headings.json").read_text("utf-8"))
    meanings: dict[str, Meaning] = {}
    for field, words in table[kind].items():
        for preference, word in enumerate(words):
            meanings.setdefault(heading_key(word), Meaning(field, THE_WORD, preference))
    if kind == "contracts":
        meanings |= _words_of_sides(table["sides"])
    endings = {
        key: meanings[key]
        for key in map(heading_key, table["suffixes"])
        if key in meanings and (not key.isascii() or len(key) >= _SHORTEST_LATIN_ENDING)
    }
    return HeadingWords(meanings, endings)


def _words_of_sides(table: Mapping[str, list[str] | str]) -> dict[str, Meaning]:
    """Return 甲方, 甲方单位名称, 甲方签约代表, 签约代表（甲方） … for every side."""
    fields = {
        "organization": "party",
        "signatory": "signatory",
        "signatory_title": "signatory_title",
    }
    meanings: dict[str, Meaning] = {}
    for place, letter in enumerate(table["letters"]):
        side = "abcdefgh"[place]
        number = "一二三四五六七八"[place]
        for words, field in fields.items():
            for preference, word in enumerate(table[words]):
                meaning = Meaning(f"{field}_{side}", THE_WORD, preference)
                for name in (
                    f"{letter}方",
                    f"签约方{number}",
                    f"签约方{place + 1}",
                    f"合作方{number}",
                ):
                    meanings.setdefault(heading_key(name + word), meaning)
                if word:
                    meanings.setdefault(heading_key(f"{word}{letter}方"), meaning)
    return meanings


def fields_of(kind: str) -> tuple[str, ...]:
    """Return every field a column of such a list may be mapped to."""
    fields = {meaning.field for meaning in heading_words(kind).meanings.values()}
    return tuple(sorted(fields - {"not_kept"}))
