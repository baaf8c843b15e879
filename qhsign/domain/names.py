"""Names as lists bring them: cleaning, what stands in brackets behind them, and comparing.

A name is kept as the person writes it. It is never normalised to NFC or NFKC: both replace
compatibility ideographs (U+F900 and following) by other characters, and a name would change.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from qhsign.domain.guest import Gender

INTERPUNCT = "\u00b7"
"""间隔号, the dot between the parts of a name: U+00B7 and nothing else in our records."""

_WIDE_SPACE = "\u3000"
# • ・ ･ ‧ ∙ ⋅ ． are typed for the dot; in a Latin name they may mean something else.
_DOTS = "\u2022\u30fb\uff65\u2027\u2219\u22c5\uff0e\u00b7"
_HAN_RANGES = (
    (0x2E80, 0x2FD5),  # radicals, which some input methods give for whole characters
    (0x3005, 0x3005),  # 々
    (0x3007, 0x3007),  # 〇
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x3FFFD),  # extensions B to J
)
_HAN = "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _HAN_RANGES) + "]"
# A variation selector belongs to the character before it.
_HAN_BEFORE = f"(?<={_HAN})(?P<selector>[\ufe00-\ufe0f\U000e0100-\U000e01ef]?)"


def _with_han(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Compile a pattern when it is first asked for: with the ranges above each takes 3 ms."""
    return cache(lambda: re.compile(pattern, flags))


_TWO_HAN = _with_han(f"({_HAN}[\ufe00-\ufe0f\U000e0100-\U000e01ef]?)" * 2)
_HAN_RUNS = _with_han(f"({_HAN}+)")
# Controls (a bell, an escape) come from damaged files; tabs and line ends count as spaces.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\u00ad]"
)
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_DOT_BETWEEN_HAN = _with_han(f"{_HAN_BEFORE} ?[{_DOTS}] ?(?={_HAN})")
_SPACE_BETWEEN_HAN = _with_han(f"{_HAN_BEFORE} (?={_HAN})")

_BRACKETS = re.compile(r"^(?P<name>.+?)\s*[（(〔\[【](?P<inside>[^（()）]*)[）)〕\]】]$", re.DOTALL)
# A digit or bracket, or Latin letters beside Chinese ones: rather a slip than a name.
_SLIP = re.compile(r"[\d()（）\[\]［］【】〔〕{}｛｝<>＜＞《》〈〉]")
_LATIN_BESIDE_HAN = _with_han(f"[A-Za-zＡ-Ｚａ-ｚ].*{_HAN}|{_HAN}.*[A-Za-zＡ-Ｚａ-ｚ]", re.DOTALL)
_NO_LETTERS = frozenset(("So", "Cc"))  # Unicode's general categories
_SEPARATORS = re.compile(r"[,，、;；/\s]+")
_SEX = {
    "女": Gender.FEMALE,
    "女性": Gender.FEMALE,
    "女士": Gender.FEMALE,
    "female": Gender.FEMALE,
    "f": Gender.FEMALE,
    "ms": Gender.FEMALE,
    "mrs": Gender.FEMALE,
    "miss": Gender.FEMALE,
    "男": Gender.MALE,
    "男性": Gender.MALE,
    "先生": Gender.MALE,
    "male": Gender.MALE,
    "m": Gender.MALE,
    "mr": Gender.MALE,
}
# The short names of the 56 peoples, as they stand on lists without the word 族.
_PEOPLES = frozenset(
    re.split(
        r"\s+",
        """汉 蒙古 蒙 回 藏 维吾尔 维 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼
        哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔
        仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯
        鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺""",
    )
)
_LONGEST_PEOPLE = 6
_SEX_AND_PEOPLE = re.compile(r"(?P<first>[男女]?)性?(?P<people>.*?族)?(?P<last>[男女]?)性?")


@dataclass(frozen=True, slots=True)
class NameAttributes:
    """A name and the sex that stood in brackets behind it (None where none stood there)."""

    name: str
    gender: Gender | None


@cache
def is_han(char: str) -> bool:
    """Tell whether one character is Chinese: every block of ideographs, 〇 and 々."""
    return any(first <= ord(char) <= last for first, last in _HAN_RANGES)


def clean_name(text: str) -> str:
    """Return the name without the accidents of typing.

    Ordinary, full-width, no-break and zero-width spaces around it go; between Chinese characters
    no space stays (李　刚 is 李刚) and every dot becomes ``INTERPUNCT``; elsewhere runs of space
    become one. All else, compatibility ideographs and variation selectors too, stays untouched.
    """
    if text.isalpha() and text.isprintable():
        return text
    one_spaced = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()
    dotted = _DOT_BETWEEN_HAN().sub(rf"\g<selector>{INTERPUNCT}", one_spaced)
    return _SPACE_BETWEEN_HAN().sub(r"\g<selector>", dotted)


def split_attributes(text: str) -> NameAttributes:
    """Take （女） or （女，回族） off the end of a name.

    The sex is kept; the ethnicity is read past and never given back. What else stands in the
    brackets stays with the name for staff to see, ``Smith (Jr)`` as it was and ``张三（女，翻译）``
    as ``张三（翻译）``: it may be a part of the name, and nothing is dropped in silence.
    """
    name, gender = clean_name(text), None
    kept = ""
    while found := _BRACKETS.match(name):
        sex, others, known = _read_brackets(found["inside"])
        gender = gender or sex
        if not known:
            kept = name[len(found["name"]) :] + kept
        elif others:
            kept = f"（{'，'.join(others)}）{kept}"
        name = found["name"].strip()
    return NameAttributes(clean_name(name + kept), gender)


def _read_brackets(inside: str) -> tuple[Gender | None, list[str], bool]:
    """Give the sex, what is neither sex nor ethnicity, and whether either was found."""
    gender: Gender | None = None
    others: list[str] = []
    known = False
    for part in filter(None, _SEPARATORS.split(inside.strip())):
        sex, understood = _read_attribute(part)
        gender = gender or sex
        known = known or understood
        if not understood:
            others.append(part)
    return gender, others, known


def _read_attribute(part: str) -> tuple[Gender | None, bool]:
    """Read one word from the brackets: its sex, and whether it is sex or ethnicity at all."""
    if sex := _SEX.get(part.casefold().rstrip(".")):
        return sex, True
    if part in _PEOPLES:
        return None, True
    found = _SEX_AND_PEOPLE.fullmatch(part)
    if not found or not found["people"] or len(found["people"]) > _LONGEST_PEOPLE:
        return None, False
    return _SEX.get(found["first"] or found["last"]), True


def name_key(name: str) -> str:
    """Return the key under which two spellings of one name are the same.

    Case and width of Latin letters, spaces and the dot do not count; accents do, however composed.
    """
    kept = "".join(char for char in clean_name(name) if char not in f"{_DOTS} ")
    # Normalising joins accents to their letters, and would damage Chinese characters.
    return "".join(
        piece if piece and is_han(piece[0]) else unicodedata.normalize("NFKC", piece).casefold()
        for piece in _HAN_RUNS().split(kept)
    )


def compatible_names(first: str, second: str) -> bool:
    """Tell whether two names can be the same person's (an empty name is nobody's)."""
    key = name_key(first)
    return bool(key) and key == name_key(second)


def normalized_organization(text: str) -> str:
    """Return the key for matching organizations; it is never shown.

    Full-width letters and brackets count as half-width, spaces and zero-width characters not at
    all, case does not matter.
    """
    return _SPACES.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))).casefold()


def display_name(name: str) -> str:
    """Return the name as lists and cards print it: two characters stand apart (李　刚)."""
    cleaned = clean_name(name)
    two = _TWO_HAN().fullmatch(cleaned)
    return _WIDE_SPACE.join(two.groups()) if two else cleaned


def second_name(full_name: str, latin_name: str) -> str:
    """Return the Latin name to set beside a full name, "" where both are the same."""
    return "" if compatible_names(full_name, latin_name) else latin_name


def looks_mistyped(name: str) -> bool:
    """Tell whether a name holds what names rarely do.

    These are digits, brackets, Latin beside Chinese, controls, and signs such as 😀 or ★.
    """
    if _SLIP.search(name) or _LATIN_BESIDE_HAN().search(name):
        return True
    return any(unicodedata.category(character) in _NO_LETTERS for character in name)
