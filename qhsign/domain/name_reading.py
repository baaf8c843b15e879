"""How a name is read: pinyin for search, for sorting and for the host; never an identity.

pypinyin knows the characters; the tables passed in know what it does not: how surnames are read,
which reading a given name takes, and the characters it lacks. A reading staff confirmed wins.
"""

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from qhsign.domain.names import INTERPUNCT, clean_name, is_han

_SURNAME_COUNTRIES = frozenset({None, "", "CN", "HK", "MO", "TW"})
_LONGEST_COMPOUND = 4
# Beyond this a purely Chinese-written name is no Chinese name: 索南多杰 has four characters.
_LONGEST_PLAIN_NAME = 3
_LONGEST_COMPOUND_NAME = 2  # characters of the given name behind a compound surname

_TONE_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_TONES = {number: mark for mark, number in _TONE_MARKS.items()}
_NO_TONE = 5
_NUMBERED = re.compile(r"([a-zü]+)([1-5])")
_SYLLABLE = re.compile(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|iao|ian|ing|ang|eng|ong|uai|uan|uei|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo"
    "|ui|un|üe|üan|ün|ue|a|o|e|i|u|ü)|ng|n|m"
)
_LONGEST_SYLLABLE = 6
_GROUPS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ReadingTables:
    """What is known beyond pypinyin: the reference table of name readings."""

    surnames: Mapping[str, str]
    """Character → reading at the head of a name."""
    compound_surnames: Mapping[str, tuple[str, ...]]
    """复姓 → its readings."""
    characters: Mapping[str, str]
    """Character → reading elsewhere in a name, where pypinyin's first is not the usual one."""
    family_names: frozenset[str]
    """Single characters that are surnames of Chinese names."""
    words_of_other_peoples: tuple[str, ...]
    """Words that show a Tibetan, Mongol, Uyghur … name written in Chinese characters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one name.

    ``syllables`` holds one syllable with its tone mark for every Chinese character, and every run
    of other letters as it stands; the dot between parts is left out. A character nobody knows
    stands for itself.
    """

    syllables: tuple[str, ...]
    confirmed: bool = False

    def __str__(self) -> str:
        """Give the syllables with spaces, as the host reads them: ``zhāng hóng liàng``."""
        return " ".join(self.syllables)


def reading_of(
    full_name: str, country: str | None, tables: ReadingTables, confirmed: str | None = None
) -> Reading:
    """Return how a name is read.

    The surname table counts at the head of the name only, and only where ``country`` is unknown
    or CN, HK, MO, TW: other names are transliterations, as are names with a dot between parts,
    and are read character by character. ``confirmed`` is what staff entered, as ``shàn xióng
    xìn``, ``shan4 xiong2 xin4`` or ``Shàn Xióngxìn``.
    """
    groups = name_groups(full_name)
    if confirmed and confirmed.strip():
        return Reading(_confirmed_syllables(confirmed, len(groups)), confirmed=True)
    head: tuple[str, ...] = ()
    if country in _SURNAME_COUNTRIES and INTERPUNCT not in full_name:
        head = _surname_reading(groups, tables)
    rest = groups[len(head) :]
    return Reading(head + _read_each(rest, tables, groups[len(head) - 1] if head else ""))


def name_groups(full_name: str) -> tuple[str, ...]:
    """Split a name into what is read at once: single Chinese characters, and other words."""
    groups: list[str] = []
    open_word = False
    for char in full_name:
        if char.isspace() or char == INTERPUNCT:
            open_word = False
        elif is_han(char):
            groups.append(char)
            open_word = False
        elif open_word:
            groups[-1] += char
        elif not unicodedata.category(char).startswith(("M", "C")):
            groups.append(char)
            open_word = True
    return tuple(groups)


def _surname_reading(groups: tuple[str, ...], tables: ReadingTables) -> tuple[str, ...]:
    """Read the surname at the head: the compound one first, else the single one, else nothing."""
    if compound := _compound_surname(groups, tables):
        return tables.compound_surnames[compound]
    if groups and (single := tables.surnames.get(groups[0])):
        return (single,)
    return ()


def _compound_surname(groups: tuple[str, ...], tables: ReadingTables) -> str | None:
    for length in range(min(_LONGEST_COMPOUND, len(groups)), 1, -1):
        head = "".join(groups[:length])
        if head in tables.compound_surnames:
            return head
    return None


def _read_each(groups: tuple[str, ...], tables: ReadingTables, before: str) -> tuple[str, ...]:
    """Read character by character; 々 repeats the character before it."""
    syllables = []
    for group in groups:
        read = before if group == "々" and before else group
        syllables.append(tables.characters.get(read) or _first_reading(read))
        before = read
    return tuple(syllables)


def usual_reading(character: str) -> str:
    """Return how a character is read outside of names; anything else reads as it stands."""
    return _first_reading(character)


@lru_cache(maxsize=16_384)
def _first_reading(group: str) -> str:
    """Return pypinyin's first reading of a character; anything else reads as it stands."""
    if len(group) != 1 or not is_han(group):
        return group
    return _dictionary().get(ord(group), group).partition(",")[0]


@cache
def _dictionary() -> Mapping[int, str]:
    # Importing pypinyin takes time, which a desk that only scans must not wait for; its phrases,
    # three quarters of that time, say nothing about names and are left out.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

    return pinyin_dict


def _confirmed_syllables(text: str, wanted: int) -> tuple[str, ...]:
    """Split what staff typed into one syllable a character where that can be done."""
    words = _GROUPS.split(_NUMBERED.sub(_marked, _plain_marks(text)).strip())
    if len(words) == wanted:
        return tuple(words)
    split = _fit(tuple("'".join(words).replace("’", "'").split("'")), wanted)
    return split or tuple(words)


def _plain_marks(text: str) -> str:
    lower = unicodedata.normalize("NFC", text).lower().replace("u:", "ü")
    return re.sub("(?<=[ln])v", "ü", lower).replace(INTERPUNCT, " ").replace("-", " ")


def _marked(found: re.Match[str]) -> str:
    """Turn ``zhang1`` into ``zhāng`` with a space behind it."""
    letters, tone = found[1], int(found[2])
    return tone_marked(letters, tone) + " "


def tone_marked(letters: str, tone: int) -> str:
    """Set the mark of tone 1 to 4 on a toneless syllable where the spelling rules want it."""
    mark = _TONES.get(tone)
    vowels = [place for place, letter in enumerate(letters) if letter in "aeiouü"]
    if mark is None or not vowels:
        return letters
    place = next((letters.index(vowel) for vowel in "aeo" if vowel in letters), vowels[-1])
    return unicodedata.normalize("NFC", letters[: place + 1] + mark + letters[place + 1 :])


def _fit(words: tuple[str, ...], wanted: int) -> tuple[str, ...] | None:
    """Split words written together into exactly ``wanted`` syllables, or give None."""
    if not words or wanted < len(words):
        return () if not words and wanted == 0 else None
    word, rest = words[0], words[1:]
    for end in range(min(len(word), _LONGEST_SYLLABLE), 0, -1):
        if not _SYLLABLE.fullmatch(toneless(word[:end])):
            continue
        others = (word[end:], *rest) if word[end:] else rest
        if (tail := _fit(others, wanted - 1)) is not None:
            return (word[:end], *tail)
    return None


@lru_cache(maxsize=4_096)
def toneless(syllable: str) -> str:
    """Return a syllable without its tone mark; ü stays ü."""
    bare = "".join(
        char for char in unicodedata.normalize("NFD", syllable) if char not in _TONE_MARKS
    )
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=4_096)
def tone_of(syllable: str) -> int:
    """Return the tone of a syllable, 1 to 4, and 5 for the neutral one."""
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONE_MARKS:
            return _TONE_MARKS[char]
    return _NO_TONE


def romanised(
    full_name: str, country: str | None, tables: ReadingTables, confirmed: str | None = None
) -> str | None:
    """Return ``Ouyang Wen`` for 欧阳文: surname first, given name joined, Xi'an with its mark.

    None for every name that is not plainly a Chinese one — another country, a dot between parts,
    other letters, no known surname, a word of another people's names, too many characters: such a
    name is written as its bearer writes it, and never generated. HK, MO and TW bearers often have
    a spelling of their own; what was given for them goes first in any case.
    """
    name = clean_name(full_name)
    if country not in _SURNAME_COUNTRIES or not name or not all(map(is_han, name)):
        return None
    surname_length = _surname_length(name, tables)
    syllables = reading_of(name, country, tables, confirmed).syllables
    if not surname_length or len(syllables) != len(name):
        return None
    parts = [toneless(syllable) for syllable in syllables]
    if not all(map(_SYLLABLE.fullmatch, parts)):
        return None
    surname, given = _joined(parts[:surname_length]), _joined(parts[surname_length:])
    return f"{surname} {given}".strip()


def _surname_length(name: str, tables: ReadingTables) -> int:
    """Return how many characters are the surname; 0 for a name that is no plain Chinese one."""
    if compound := _compound_surname(tuple(name), tables):
        fits = len(name) <= len(compound) + _LONGEST_COMPOUND_NAME
        return len(compound) if fits else 0
    if name[0] not in tables.family_names or len(name) > _LONGEST_PLAIN_NAME:
        return 0
    # Only at the head: 李南杰 is a Chinese name though 南杰 is a Tibetan word.
    return 0 if name.startswith(tables.words_of_other_peoples) else 1


def _joined(parts: list[str]) -> str:
    """Join syllables to one capitalised word, with 隔音 marks before a, o and e."""
    word = "".join(
        f"'{part}" if place and part[0] in "aoe" else part for place, part in enumerate(parts)
    )
    return word.capitalize()
