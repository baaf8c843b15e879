"""Who stands in a name cell: one person, several, a head with a party of eight, or nobody."""

import re
import unicodedata
from dataclasses import dataclass

from qhsign.domain.names import INTERPUNCT, clean_name, is_han

_FIGURE = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_PARTY = re.compile(
    r"^(?P<head>.*?)[\s,，、;；（(]*"
    r"(?P<link>等?一行|等|率团|率队|带队|率|代表团|及随行人员|及其随行人员|和随行人员|及随员|及随行"
    r"|及工作人员|\+|＋|外加|另有|随行人员?|工作人员)?"
    rf"(?:一行)?[\s:：约共计（(]*(?P<count>{_FIGURE})\s*(?:余|多)?(?:人|名|位|个人)(?:代表团?|嘉宾|随行|左右|参会|参加)?"
    r"[)）。.\s]*$"
)
_COMPANION = re.compile(
    r"(?P<head>.{2,}?)\s*[（(]?(?:及|和|偕|携|与|带)其?(?:夫人|家属|配偶|爱人|秘书|助理|翻译|司机|随员)[）)]?",
    re.DOTALL,
)
_AND_OTHERS = re.compile(r"(?P<names>.{2,}?)\s*等(?P<people>人?)", re.DOTALL)
_OFFICES = (
    r"随行|一行|代表团|考察团|人员|企业|团队|团|嘉宾|代表|媒体|记者|志愿者|共|计|合计|约|领导|公司|集团"
    r"|商会|协会|学会|银行|大学|学院|医院|政府|委员会|使馆|领事馆|电视台|报社"
)
_COUNTS_PEOPLE = re.compile("[人名位]")
_RUNS_OF_BLANKS = re.compile(r"[^\S\n]{2,}")
_BESIDES = ("及", "和随", "+", "＋", "外加", "另有", "随行", "工作人员")
_NOBODY = re.compile(
    r"[-—–―/\\.…·*×xX?？_~]+|待定|待报|待补|待确认|待通知|暂?未定|未确定|暂无|暂缺|无|空|空缺|另报|后补|待|同上"
    r"|tbd|tba|tbc|n/?a|none|nil|null",
    re.IGNORECASE,
)
# Neither the semicolon of &amp; nor the stroke of </b> or s/o parts people.
_SURE = re.compile(
    r"[、；\n|]|(?<!&amp)(?<!&lt)(?<!&gt)(?<!&quot)(?<!&nbsp)(?<!&#39);|(?<![<A-Za-z])/"
    r"|(?<=\S)\s+(?:和|与|及|&|and)\s+(?=\S)"
)
_COMMA = re.compile(r"[，,]")
_BLANKS = re.compile(r"[\s\u3000]+")
_LETTER = "[A-Za-z\u00c0-\u024f]"
_IN_LATIN_NAME = r"[A-Za-z\u00c0-\u024f'’.,\- ]"
_HAN_AND_LATIN = re.compile(
    r"^(?P<han>[^\x00-\u024f]{2,}(?:·[^\x00-\u024f]+)*)\s*[（(/]?\s*"
    rf"(?P<latin>{_LETTER}{_IN_LATIN_NAME}+)[)）]?$"
)
_LATIN_AND_HAN = re.compile(
    rf"^(?P<latin>{_LETTER}{_IN_LATIN_NAME}+?)\s*[（(/]?\s*"
    r"(?P<han>[^\x00-\u024f（）]{2,})[)）]?$"
)
_HAN_DIGITS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_TEN, _HUNDRED = 10, 100
_SHORT_NAME = (2, 3)
_PAIR = 2
_LONGEST_PARTED_NAME = 4  # with the blank between


@dataclass(frozen=True, slots=True)
class PeopleInCell:
    """The names in a cell; ``declared`` is the party's whole number where one is told.

    ``uncertain`` when blanks may part several people but need not; ``others`` when more people
    are told of than named (孙八、周九等).
    """

    names: tuple[str, ...]
    declared: int | None = None
    uncertain: bool = False
    others: bool = False


def people_in(text: str) -> PeopleInCell:
    """Read a name cell.

    袁嘉诺一行8人 is one name and declares 8, 袁嘉诺及随行人员3人 declares 4, 8人 names nobody.
    赵六及夫人 declares 2. Several names are parted by 、；/ and line breaks, outside brackets; by
    commas where all parts are Chinese names (``Li, Gang`` is one); by blanks where three or more
    names stand so.
    """
    if _is_plain(text):
        return PeopleInCell((text,))
    text = _without_variants(text)
    if _NOBODY.fullmatch(text.strip()):
        return PeopleInCell(())
    if _COUNTS_PEOPLE.search(text) and (party := _PARTY.match(_RUNS_OF_BLANKS.sub(" ", text))):
        head, link = party["head"].strip(" ,，、:："), party["link"] or ""
        # 李一人 and 张八位 could be names; a party needs a digit, a link, or nothing before it.
        if link or not head or party["count"].isdecimal():
            declared = _number(party["count"])
            text = "" if _is_no_head(head) else head
            names, uncertain = _parted(text)
            if link.startswith(_BESIDES):
                declared += len(names)
            return PeopleInCell(names, max(declared, len(names)), uncertain)
    if found := _COMPANION.fullmatch(text.strip()):
        names, uncertain = _parted(found["head"])
        return PeopleInCell(names, len(names) + 1, uncertain)
    if found := _AND_OTHERS.fullmatch(text.strip()):
        names, uncertain = _parted(found["names"])
        if found["people"] or len(names) > 1:
            return PeopleInCell(names, None, uncertain, others=True)
    names, uncertain = _parted(text)
    return PeopleInCell(names, None, uncertain)


def _is_plain(text: str) -> bool:
    return (
        len(text) in _SHORT_NAME
        and all(map(is_han, text))
        and not _NOBODY.fullmatch(text)
        and not text.endswith(("人", "名", "位"))
    )


def _is_no_head(head: str) -> bool:
    """Tell 代表团, 随行人员, 工作人员 and the like from the name of a head."""
    return not head or bool(re.fullmatch(rf".*(?:{_OFFICES})", head))


def _number(figure: str) -> int:
    if figure.isdecimal():
        return int(unicodedata.normalize("NFKC", figure))
    total, digit = 0, 0
    for char in figure:
        if char == "百":
            total, digit = total + (digit or 1) * _HUNDRED, 0
        elif char == "十":
            total, digit = total + (digit or 1) * _TEN, 0
        else:
            digit = _HAN_DIGITS[char]
    return total + digit


def _without_variants(text: str) -> str:
    """Fold full-width digits, brackets and letters, but no Chinese character."""
    return "".join(
        unicodedata.normalize("NFKC", char)
        if "\uff10" <= char <= "\uff5a" and char not in "；，：．"
        else char
        for char in text
    )


def _parted(text: str) -> tuple[tuple[str, ...], bool]:
    text = text.strip()
    if not text:
        return (), False
    pieces = [piece for piece in split_outside_brackets(text, _SURE) if piece]
    if len(pieces) > 1:
        if not all(_may_be_name(piece) for piece in pieces) and "\n" in text:
            # A name broken over two lines: 李\n刚, Gunnar\nJóhannsson.
            joined = _parted(" ".join(text.split("\n")))
            return joined if len(pieces) == text.count("\n") + 1 else (tuple(pieces), True)
        if _one_in_two_scripts(pieces):
            return (" ".join(pieces),), False
        return tuple(name for piece in pieces for name in _parted(piece)[0]), False
    pieces = [piece for piece in split_outside_brackets(text, _COMMA) if piece]
    if len(pieces) > 1 and all(_is_chinese_name(piece) for piece in pieces):
        return tuple(pieces), False
    if len(pieces) > 1:
        return (text,), all(" " in piece for piece in pieces)
    return _parted_by_blanks(text)


def _parted_by_blanks(text: str) -> tuple[tuple[str, ...], bool]:
    pieces = _BLANKS.split(text)
    short = all(len(piece) in _SHORT_NAME and all(map(is_han, piece)) for piece in pieces)
    if len(pieces) > _PAIR and short:
        return tuple(pieces), False
    # 欧阳 文 is one person, 司马 相如 may be one; three such words are not.
    if len(pieces) == _PAIR and short and len(text) > _LONGEST_PARTED_NAME:
        return (text,), True
    return (text,), False


def _may_be_name(piece: str) -> bool:
    bare = clean_name(re.sub(r"[（(].*", "", piece))
    return len(bare) > 1 and (any(map(is_han, bare)) or " " in bare or "." in bare)


def _is_chinese_name(piece: str) -> bool:
    bare = clean_name(re.sub(r"[（(].*", "", piece)).replace(INTERPUNCT, "")
    return len(bare) > 1 and all(map(is_han, bare))


def _one_in_two_scripts(pieces: list[str]) -> bool:
    """Tell 张三 / Zhang San, one person in two scripts, from two people."""
    if len(pieces) != _PAIR:
        return False
    first, second = (any(map(is_han, piece)) for piece in pieces)
    return first != second


def pieces_in(text: str) -> list[str]:
    """Return the parts of a cell that surely stand for different people, brackets kept whole."""
    return [piece for piece in split_outside_brackets(text, _SURE) if piece]


def split_scripts(name: str) -> tuple[str, str]:
    """Part 张三 Zhang San or 张三（Zhang San） into the name and its Latin spelling."""
    if name.isalpha() and not name[0].isascii() and not name[-1].isascii():
        return name, ""
    found = _HAN_AND_LATIN.match(name) or _LATIN_AND_HAN.match(name)
    if found and any(map(is_han, found["han"])):
        return found["han"].strip(" （("), found["latin"].strip()
    return name, ""


def split_outside_brackets(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split a text at the separators that stand outside brackets."""
    pieces, start = [], 0
    for found in separator.finditer(text):
        before = text[: found.start()]
        if len(re.findall(r"[（(]", before)) == len(re.findall(r"[)）]", before)):
            pieces.append(text[start : found.start()].strip())
            start = found.end()
    pieces.append(text[start:].strip())
    return pieces


def parallel(text: str, people: int) -> list[str]:
    """Return one value for each of several people from a cell that may hold as many.

    大使、参赞 for two people gives each their own; one value, or an uneven number, is everyone's.
    """
    if people == 1:
        return [text]
    for separator in (r"[;；\n]", r"[、;；\n]", r"[、;；\n,，/]", r"\s+"):
        pieces = [piece for piece in split_outside_brackets(text, re.compile(separator)) if piece]
        if len(pieces) == people:
            return pieces
    return [text] * people
