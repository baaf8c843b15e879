"""Finding guests by whatever the desk types: name, pinyin, initials, a mix, number, phone tail.

Every guest has one search text, built once and kept; a term of a query is found by a plain
substring test, so that thousands of guests are searched while somebody types. Two marks inside
the text make the plain test exact enough:

- ``START`` before everything Latin letters may begin to match: a syllable, a word. A term of
  Latin letters is looked for with the mark before it, so ``an`` finds 安立佳 and not 张.
- ``NUMBER`` around every number that counts as a whole: the guest's number, the tail of the
  phone, a number inside an organization's name. A term of digits is looked for with the mark on
  both sides, so ``12`` is guest 12 and not everybody with 12 in the phone.

Search texts hold pieces of phone numbers: keep them where phone numbers may be kept.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from qhsign.domain.name_reading import Reading, name_groups, tone_of
from qhsign.domain.names import INTERPUNCT, is_han

START = "\x01"
NUMBER = "\x02"

_SHORT_NAME = 4
"""Names up to this length are found by every mix; longer ones by mixes of their beginning."""
_LONGEST_RUN = 8
"""Syllables of a long name typed from its middle that are still found."""
_SHORTEST_TAIL = 3
"""Digits of a phone number that count as its tail; fewer would find half the hall."""

_WIDEST_NUMBER = 6
"""Figures of a guest number with all the leading zeros somebody may type."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_DOTS = re.compile(f"[{INTERPUNCT}\u2022\u30fb\u2027\u2219\u22c5]")
_LETTER_WORD = re.compile(r"[^\W\d_][\w.@+&-]*")
_LATIN_TERM = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_NUMBER_TERM = re.compile(r"\+?\d[\d()-]*")
_NOT_DIGIT = re.compile(r"\D")
_PINYIN_U = re.compile("(?<=[ln])(?:ü|u:)")
# Letters that are no base letter with an accent on it.
_LETTERS = str.maketrans(
    {"ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ł": "l", "ı": "i", "đ": "d"}
)


@lru_cache(maxsize=8_192)
def _folded(text: str, *, pinyin: bool) -> str:
    """Fold width, case and accents; ``pinyin`` writes lü as lv, else ü is u as any accent."""
    lower = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    if pinyin:
        bare = unicodedata.normalize("NFD", lower)
        untoned = re.sub("[\u0300\u0301\u0304\u030c]", "", bare)
        lower = _PINYIN_U.sub("v", unicodedata.normalize("NFC", untoned))
    if not lower.isascii():
        split = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
        lower = "".join(char for char in split if not unicodedata.combining(char))
    return _DOTS.sub("", _APOSTROPHES.sub("", lower))


def normalized_query(term: str) -> str:
    """Return what to look for in a search text for one term of a query (see ``matcher``).

    ``normalized_query(term) in text`` is the whole test. Full-width letters, case, tone marks,
    ``lü``, ``lu:`` and ``lv``, apostrophes and the dot between parts of a name do not matter.
    """
    folded = "".join(_folded(term, pinyin=True).split())
    if _NUMBER_TERM.fullmatch(folded):
        return f"{NUMBER}{_NOT_DIGIT.sub('', folded)}{NUMBER}"
    if _LATIN_TERM.match(folded) and not any(map(is_han, folded)):
        return START + folded
    return folded


def query_terms(query: str) -> tuple[str, ...]:
    """Split a query into its terms, ready for the substring test; spaces mean “and”."""
    return tuple(filter(None, map(normalized_query, re.split(r"[\s,，、;；]+", query))))


def matcher(query: str) -> Callable[[str], bool]:
    """Return the test whether a search text meets every term; an empty query meets all."""
    terms = query_terms(query)

    def meets(text: str) -> bool:
        # A loop: half the time of all() with a generator, and this runs for every guest.
        for term in terms:  # noqa: SIM110
            if term not in text:
                return False
        return True

    return meets


def search_text(
    *,
    full_name: str,
    reading: Reading,
    latin_name: str | None = None,
    organization: str | None = None,
    aliases: Sequence[str] = (),
    title: str | None = None,
    number: str | None = None,
    phone: str | None = None,
) -> str:
    """Return the text one guest is found by; lines joined with line feeds.

    Its size is bounded: about 150 characters for the pinyin of a name of three characters, and
    growing only with the length of a longer name, not with the number of its mixes.
    """
    words = [text for text in (full_name, latin_name, organization, title, *aliases) if text]
    pieces = dict.fromkeys(_written_forms(words))
    pieces.update(dict.fromkeys(_name_mixes(full_name, reading)))
    pieces.update(dict.fromkeys(_number_forms(number or "")))
    pieces.update(dict.fromkeys(_phone_forms(phone or "")))
    return "\n".join(pieces)


def _written_forms(texts: Iterable[str]) -> Iterator[str]:
    """Give every text as written, its Latin words with their mark, and the numbers in it."""
    for text in texts:
        yield from _forms_of(text)


@lru_cache(maxsize=8_192)
def _forms_of(text: str) -> tuple[str, ...]:
    """Give the forms of one text; organizations and titles come back for guest after guest."""
    forms: dict[str, None] = {}
    for folded in (_folded(text, pinyin=True), _folded(text, pinyin=False)):
        joined = "".join(folded.split())
        forms[joined] = None
        if joined[:1].isalpha() and not any(map(is_han, joined)):
            forms[START + joined] = None
        forms.update(dict.fromkeys(START + word for word in _latin_words(folded)))
        forms.update(dict.fromkeys(f"{NUMBER}{run}{NUMBER}" for run in _DIGITS.findall(folded)))
    return tuple(forms)


def _latin_words(folded: str) -> Iterator[str]:
    """Give each word of letters, of any alphabet but Chinese."""
    apart = "".join(" " if is_han(char) else char for char in folded)
    return iter(_LETTER_WORD.findall(apart))


def _name_mixes(full_name: str, reading: Reading) -> Iterator[str]:
    """Give every way the name may be typed in Latin letters."""
    groups = name_groups(full_name)
    spoken = [letters for letters in map(_letters, reading.syllables) if letters]
    if not any(map(is_han, full_name)):
        return
    for start in range(len(spoken)):
        rest = spoken[start:]
        if start == 0 or len(spoken) <= _SHORT_NAME:
            yield from _all_mixes(rest[:_SHORT_NAME], rest[_SHORT_NAME:])
        run = rest if start == 0 else rest[:_LONGEST_RUN]
        yield START + "".join(run)
        yield START + "".join(syllable[0] for syllable in run)
    if len(spoken) <= _SHORT_NAME:
        yield from _numbered(reading.syllables)
    yield from _half_written(groups, spoken)


def _all_mixes(head: Sequence[str], tail: Sequence[str]) -> Iterator[str]:
    """Give every mix of full syllables and initials of ``head``; the tail follows either way.

    The last syllable is always full: what is typed may stop anywhere in it.
    """
    *before, last = head
    for mix in product(*map(_shortened, before)):
        typed = START + "".join(mix) + last
        yield typed
        if tail:
            yield START + "".join(mix) + last[0] + "".join(syllable[0] for syllable in tail)


def _shortened(syllable: str) -> tuple[str, ...]:
    """Give the full syllable, its first letter, and zh, ch, sh for who types two letters."""
    forms = {syllable: None, syllable[0]: None}
    if syllable[:2] in {"zh", "ch", "sh"}:
        forms[syllable[:2]] = None
    return tuple(forms)


def _letters(syllable: str) -> str:
    """Return a syllable as typed: no tone, ü as v; empty for a character nobody can read."""
    return "" if any(map(is_han, syllable)) else _folded(syllable, pinyin=True)


def _numbered(syllables: Sequence[str]) -> Iterator[str]:
    """Give the reading with tones as figures, zhang1hong2liang4, from every syllable on."""
    typed = [f"{_letters(syllable)}{tone_of(syllable)}" for syllable in syllables]
    for start in range(len(typed)):
        yield START + "".join(typed[start:])


def _half_written(groups: Sequence[str], spoken: Sequence[str]) -> Iterator[str]:
    """Give 张hongliang and 张hl: Chinese characters first, the rest in letters."""
    if len(groups) != len(spoken):
        return
    for end in range(1, min(len(groups), _SHORT_NAME)):
        written, rest = "".join(groups[:end]), spoken[end:]
        yield written + "".join(rest)
        yield written + "".join(syllable[0] for syllable in rest)


def _number_forms(number: str) -> Iterator[str]:
    """Give a guest's number as it stands and its figures with and without leading zeros."""
    folded = "".join(_folded(number, pinyin=False).split())
    if not folded:
        return
    yield folded
    if folded[0].isalpha():
        yield START + folded
        yield START + folded.replace("-", "")
    runs = _DIGITS.findall(folded)
    for digits in dict.fromkeys(("".join(runs), *runs[-1:])):
        yield f"{NUMBER}{digits}{NUMBER}"
        bare = digits.lstrip("0")
        for width in range(len(bare), _WIDEST_NUMBER + 1):
            yield f"{NUMBER}{bare.rjust(width, '0')}{NUMBER}"


def _phone_forms(phone: str) -> Iterator[str]:
    """Give every tail of a phone number, from the shortest to the whole of it."""
    for one in re.split(r"[/,，、;；\n]+", phone):
        digits = _NOT_DIGIT.sub("", unicodedata.normalize("NFKC", one))
        for length in range(_SHORTEST_TAIL, len(digits) + 1):
            yield f"{NUMBER}{digits[-length:]}{NUMBER}"


def hit_spans(query: str, full_name: str, reading: Reading) -> list[tuple[int, int]]:
    """Return which characters of the name a query matched, as (start, end), joined and in order.

    Terms that match by anything but the name give no span.
    """
    spans: list[tuple[int, int]] = []
    is_chinese = all(map(is_han, full_name))
    for raw in re.split(r"[\s,，、;；]+", query):
        term = normalized_query(raw).strip(START + NUMBER)
        if term:
            # Letters are not written in a name of Chinese characters: no need to look.
            written = [] if is_chinese and term.isascii() else _written_spans(term, full_name)
            spans += written or _spoken_spans(term, full_name, reading)
    return _merged(spans)


def plain_hit_spans(query: str, text: str) -> list[tuple[int, int]]:
    """Return which characters of an organization or a title a query matched as written."""
    terms = (normalized_query(raw).strip(START + NUMBER) for raw in re.split(r"\s+", query))
    return _merged([span for term in terms if term for span in _written_spans(term, text)])


def _written_spans(term: str, text: str) -> list[tuple[int, int]]:
    """Find a folded term in a text, counting in characters of the text as it stands."""
    for pinyin in (True, False):
        folded, places = "", []
        for place, char in enumerate(text):
            letters = "".join(_folded(char, pinyin=pinyin).split())
            folded += letters
            places += [place] * len(letters)
        starts = [found.start() for found in re.finditer(re.escape(term), folded)]
        if starts:
            return [(places[start], places[start + len(term) - 1] + 1) for start in starts]
    return []


def _spoken_spans(term: str, full_name: str, reading: Reading) -> list[tuple[int, int]]:
    """Find a term in the pinyin of a name: the first run of characters it can stand for."""
    groups = name_groups(full_name)
    spoken = [_letters(syllable) for syllable in reading.syllables]
    if len(spoken) != len(groups):
        return []
    bare = re.sub(r"(?<=[a-z])[1-5]", "", term)
    for start in range(len(groups)):
        count = _syllables_used(bare, spoken[start:], groups[start:])
        if count:
            first = _place(full_name, groups, start)
            last = _place(full_name, groups, start + count - 1)
            return [(first, last + len(groups[start + count - 1]))]
    return []


def _place(full_name: str, groups: Sequence[str], wanted: int) -> int:
    place = 0
    for index, group in enumerate(groups):
        place = full_name.index(group, place)
        if index == wanted:
            return place
        place += len(group)
    raise IndexError(wanted)


def _syllables_used(term: str, spoken: Sequence[str], groups: Sequence[str]) -> int:
    """Count the syllables a term stands for, each whole or shortened; 0 when it does not fit."""
    if not term:
        return 0
    if not spoken:
        return 0
    syllable = spoken[0]
    if syllable and syllable.startswith(term):
        return 1
    for form in (groups[0], *(_shortened(syllable) if syllable else ())):
        if term.startswith(form):
            if len(term) == len(form):
                return 1
            if used := _syllables_used(term[len(form) :], spoken[1:], groups[1:]):
                return used + 1
    return 0


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
