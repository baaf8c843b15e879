"""Whose photo a file holds, by the file's name: guest number, document number, or name.

A wrong face on a badge is worse than none: whatever a file's name says besides must agree, and a
name that several guests bear belongs to nobody unless the organization tells them apart.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from qhsign.domain.names import name_key, normalized_organization, split_attributes

PICTURE_ENDINGS = frozenset(
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".webp",
        ".tif", ".tiff", ".heic", ".heif", ".avif",
    }
)  # fmt: skip
"""Endings of files that are pictures, though not all of them can be read."""

_NOBODY = "photo-nobody"
_AMBIGUOUS = "photo-ambiguous"
_CONTRADICTS = "photo-contradicts"
_ELSEWHERE = "photo-organization-differs"

_SEPARATORS = re.compile(r"[\s_\-‐-―−~,，、;；:：+＋&＆()（）\[\]【】〔〕{}.。#＃@!！'‘’\"“”|]+")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_COPY = re.compile(r"[(（]\d{1,3}[)）]")
_ABOUT_PICTURES = re.compile(
    r"(?:[一二两小大12]\s?寸|[白蓝红]底|免冠|证件|登记|电子|个人|正面|近期|半身|彩色)+照片?"
    r"|[一二两小大12]\s?寸|[白蓝红]底|照片|相片|头像|近照|副本|复件"
)
_PICTURE_WORDS = frozenset(
    {"photo", "photos", "picture", "pic", "portrait", "copy", "img", "image", "final"}
)
# 00012李刚 and 李刚E12345678 are two words each.
_SEAM = re.compile(
    r"(?<=[\u3007\u3400-\U0003fffd])(?=[0-9A-Za-z])|(?<=[0-9])(?=[\u3400-\U0003fffd])"
)
_WIDE = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
_HALF_WIDTH = str.maketrans({wide: unicodedata.normalize("NFKC", wide) for wide in _WIDE})
_LABEL_DIGITS = 5  # people write guest numbers with leading zeros: 00012
_MOST_DIGITS = 9
_SHORTEST_HINT = 2


class Ground(IntEnum):
    """What a file was matched by, the surest first."""

    NUMBER = 1
    DOCUMENT = 2
    NAME = 3


@dataclass(frozen=True, slots=True)
class KnownFace:
    """A guest as file names may call one; who has two names or numbers stands in two of them.

    ``reading`` is plain pinyin: it agrees with a number but finds nobody, for many share one.
    ``organizations`` holds every name of the guest's organization.
    """

    id: str
    number: int
    full_name: str
    latin_name: str = ""
    reading: str = ""
    organizations: tuple[str, ...] = ()
    document_number: str = ""


@dataclass(frozen=True, slots=True)
class PhotoMatch:
    """Whose photo a file is: ``guest`` by ``ground``; else ``code`` says why it is nobody's.

    ``candidates`` are the guests it may be, in the order they were given.
    """

    guest: str | None = None
    ground: Ground | None = None
    code: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    """A file's name in words, its folders, and what of the words could name an organization."""

    tokens: tuple[str, ...]
    folders: tuple[str, ...] = ()

    @property
    def rest(self) -> "_Words":
        """The same without the first word."""
        return _Words(self.tokens[1:], self.folders)


class PhotoMatcher:
    """Knows the guests of an event and says whose photo a file is."""

    def __init__(self, guests: Iterable[KnownFace]) -> None:
        faces = list(guests)
        self._order = {guest: place for place, guest in enumerate(face.id for face in faces)}
        self._by_number = {face.number: face.id for face in faces}
        self._by_document: defaultdict[str, set[str]] = defaultdict(set)
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._by_name_and_place: defaultdict[str, set[str]] = defaultdict(set)
        self._places: dict[str, frozenset[str]] = {}
        self._readings: defaultdict[str, set[str]] = defaultdict(set)
        for face in faces:
            self._know(face)
        self._every_place = frozenset().union(*self._places.values())

    def _know(self, guest: KnownFace) -> None:
        places = frozenset(filter(None, map(_place_key, guest.organizations)))
        self._places[guest.id] = self._places.get(guest.id, frozenset()) | places
        if guest.reading:
            self._readings[guest.id].add(_key(guest.reading))
        if guest.document_number:
            self._by_document[_folded(guest.document_number)].add(guest.id)
        for key in filter(None, (_key(guest.full_name), _key(guest.latin_name))):
            self._by_name[key].add(guest.id)
            for place in places:
                self._by_name_and_place[key + place].add(guest.id)
                self._by_name_and_place[place + key].add(guest.id)

    def match(self, file_name: str) -> PhotoMatch:
        """Say whose photo a file is by its name, which may stand behind folders parted by ``/``.

        A guest number (00012, 12) or a document number is sure, and a name with it must be the
        guest's; a short number before a name may also be only a place in a delegation's own list.
        Folders and what stands beside a name tell namesakes apart by their organization.
        """
        words = _words_of(file_name)
        number = _number(words.tokens[0]) if words.tokens else None
        numbered = self._by_number.get(number) if number is not None else None
        if numbered is None:
            return self._by_other_words(words)
        if self._agrees(numbered, words):
            return PhotoMatch(numbered, Ground.NUMBER)
        if len(words.tokens[0]) < _LABEL_DIGITS:
            found = self._by_other_words(words.rest)
            if found.code != _NOBODY:
                return found
        return self._nobody(_CONTRADICTS, {numbered})

    def _agrees(self, guest: str, words: _Words) -> bool:
        """Tell whether nothing behind a guest's number speaks against that guest."""
        is_label = len(words.tokens[0]) >= _LABEL_DIGITS
        rest = [
            token
            for token in words.rest.tokens
            if not _is_noise(token) and not (is_label and _is_counter(token))
        ]
        if not rest:
            return True
        named = set().union(*self._named(rest)) | set().union(*self._documented(rest))
        if named:
            return guest in named
        said = _place_key("".join(rest))
        return (
            guest in self._by_name_and_place.get("".join(map(_key, rest)), ())
            or "".join(map(_key, rest)) in self._readings[guest]
            or any(_alike(said, place) for place in self._places[guest])
        )

    def _by_other_words(self, words: _Words) -> PhotoMatch:
        tokens = words.tokens
        holders = set().union(*self._documented(tokens))
        runs = self._named(tokens)
        named = set().union(*runs)
        if holders:
            return self._confirmed(holders, named or holders, Ground.DOCUMENT)
        if named and (labelled := self._labelled(tokens)):
            return self._confirmed(labelled, named, Ground.NUMBER)
        if len(runs) > 1 and len(set.intersection(*runs)) != 1:
            return self._nobody(_AMBIGUOUS, named)
        if not named:
            glued = self._by_name_and_place.get("".join(map(_key, tokens)), set())
            return self._one_of(glued, Ground.NAME) if glued else self._nobody(_NOBODY)
        return self._told_apart(set.intersection(*runs) or named, words)

    def _confirmed(self, holders: set[str], named: set[str], ground: Ground) -> PhotoMatch:
        """Take who holds a number and bears the name beside it."""
        if not holders & named:
            return self._nobody(_CONTRADICTS, holders)
        return self._one_of(holders & named, ground)

    def _told_apart(self, namesakes: set[str], words: _Words) -> PhotoMatch:
        """Choose among the bearers of a name by the organizations a file's name tells."""
        hints = self._hints(words)
        if len(namesakes) == 1:
            (guest,) = namesakes
            said = hints & self._every_place
            if said and not any(_alike(hint, at) for hint in said for at in self._places[guest]):
                return self._nobody(_ELSEWHERE, namesakes)
            return PhotoMatch(guest, Ground.NAME)
        exactly = {guest for guest in namesakes if hints & self._places[guest]}
        nearly = {
            guest
            for guest in namesakes
            if any(_alike(hint, place) for hint in hints for place in self._places[guest])
        }
        return self._one_of(exactly or nearly or namesakes, Ground.NAME)

    def _hints(self, words: _Words) -> frozenset[str]:
        """Return what may name an organization: words beside a name, each and joined; folders."""
        tokens = words.tokens
        beside: list[str] = list(words.folders)
        start = 0
        for first, behind in self._runs(tokens):
            beside += [*tokens[start:first], "".join(tokens[start:first])]
            start = behind
        beside += [*tokens[start:], "".join(tokens[start:])]
        return frozenset(key for text in beside if len(key := _place_key(text)) >= _SHORTEST_HINT)

    def _named(self, tokens: Sequence[str]) -> list[set[str]]:
        """Return the guests who bear each name that stands among the words."""
        return [
            self._by_name["".join(map(_key, tokens[first:behind]))]
            for first, behind in self._runs(tokens)
        ]

    def _runs(self, tokens: Sequence[str]) -> list[tuple[int, int]]:
        """Return where names stand among the words, the longest first found; none overlap."""
        keys = [_key(token) for token in tokens]
        found: list[tuple[int, int]] = []
        for length in range(len(keys), 0, -1):
            for first in range(len(keys) - length + 1):
                behind = first + length
                is_free = all(behind <= start or end <= first for start, end in found)
                if is_free and "".join(keys[first:behind]) in self._by_name:
                    found.append((first, behind))
        return sorted(found)

    def _documented(self, tokens: Sequence[str]) -> list[set[str]]:
        folded = map(_folded, tokens)
        return [self._by_document[token] for token in folded if token in self._by_document]

    def _labelled(self, tokens: Sequence[str]) -> set[str]:
        """Return the guests whose numbers stand among the words as they are written: 00012."""
        numbers = (_number(token) for token in tokens if len(token) >= _LABEL_DIGITS)
        return {self._by_number[number] for number in numbers if number in self._by_number}

    def _one_of(self, guests: set[str], ground: Ground) -> PhotoMatch:
        if len(guests) > 1:
            return self._nobody(_AMBIGUOUS, guests)
        return PhotoMatch(next(iter(guests)), ground)

    def _nobody(self, code: str, candidates: Iterable[str] = ()) -> PhotoMatch:
        in_order = sorted(candidates, key=self._order.__getitem__)
        return PhotoMatch(code=code, candidates=tuple(in_order))


def _words_of(file_name: str) -> _Words:
    *folders, last = file_name.replace("\\", "/").split("/")
    while "." in last and f".{last.rpartition('.')[2].casefold()}" in PICTURE_ENDINGS:
        last = last.rpartition(".")[0]
    tokens = _tokens(last)
    # 李刚/证件照.jpg: a file called only what it is has its folder's name.
    while folders and not tokens:
        tokens = _tokens(folders.pop())
    return _Words(tokens, tuple(folders))


def _tokens(text: str) -> tuple[str, ...]:
    plain = _BRACKETS.sub(_without_attributes, _COPY.sub(" ", text.translate(_HALF_WIDTH)))
    parted = _SEAM.sub(" ", _ABOUT_PICTURES.sub(" ", plain))
    return tuple(filter(None, _SEPARATORS.split(parted)))


def _without_attributes(brackets: re.Match[str]) -> str:
    """Take （女，回族） out; it is read past, as on lists."""
    return " " if split_attributes(f"某人{brackets[0]}").name == "某人" else brackets[0]


def _is_noise(token: str) -> bool:
    return token.casefold() in _PICTURE_WORDS


def _is_counter(token: str) -> bool:
    return token.isdecimal() and len(token) < _LABEL_DIGITS


def _number(token: str) -> int | None:
    return int(token) if token.isdecimal() and len(token) <= _MOST_DIGITS else None


def _key(name: str) -> str:
    """Return what of a name counts in a file's name: a file's name may lack hyphens and dots."""
    return "".join(character for character in name_key(name) if character.isalnum())


def _place_key(organization: str) -> str:
    return "".join(filter(str.isalnum, normalized_organization(organization)))


def _folded(number: str) -> str:
    return unicodedata.normalize("NFKC", number).upper()


def _alike(one: str, other: str) -> bool:
    """Tell whether one organization's name is the other's, whole or shortened."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_HINT and shorter in longer
