"""The words both faces and the prints show: codes with parameters, in Chinese and English.

Problems, verdicts, column headings and print words travel through the program as codes; this is
the one place that turns them into sentences. The catalogue lies in
``resources/translations/messages/*.json``, each file one subject::

    {"event-missing": {"zh": "找不到活动文件{path}。", "en": "There is no event file {path}."}}
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from qhsign.shipped_files import shipped


class Language(StrEnum):
    """A language the program speaks; Chinese is the default everywhere."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Word:
    """A parameter that is itself a word of the catalogue, said in the language of the sentence."""

    code: str


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return every sentence by code and language; a code defined twice raises ValueError."""
    sentences: dict[str, Mapping[str, str]] = {}
    for path in sorted(shipped("resources", "translations", "messages").glob("*.json")):
        for code, words in json.loads(path.read_text("utf-8")).items():
            if code in sentences:
                raise ValueError(f"the sentence {code} stands twice in the catalogue")
            sentences[code] = words
    return sentences


_MemberT = TypeVar("_MemberT", bound=StrEnum)


def meant(kind: type[_MemberT], subject: str, word: str) -> _MemberT:
    """Return the member of ``kind`` that a person named: by its code or its word in any language.

    The words are the sentences ``<subject>-<member>``: with ``category`` both ``media`` and 媒体
    mean the media. Raises ValueError for any other word.
    """
    folded = word.strip().casefold()
    for member in kind:
        words = catalogue()[f"{subject}-{member.value}"].values()
        if folded in {member.value, *(one.casefold() for one in words)}:
            return member
    raise ValueError(word)


def say(code: str, language: Language = Language.CHINESE, /, **parameters: object) -> str:
    """Return the sentence for ``code`` with its parameters filled in.

    Raises KeyError for a code the catalogue lacks or a parameter the sentence wants: both are
    bugs, and a test asks for every code the program can produce. A parameter that is a `Word` is
    said in the same language.
    """
    told = {
        name: say(value.code, language) if isinstance(value, Word) else value
        for name, value in parameters.items()
    }
    return catalogue()[code][language].format(**told)
