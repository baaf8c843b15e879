"""The words both faces and the prints show: codes with parameters, in Chinese and English.

Problems, verdicts, column headings and print words travel through the program as codes; this is
the one place that turns them into sentences. The catalogue lies in
``resources/translations/messages/*.json``, each file one subject::

    {"event-missing": {"zh": "找不到活动文件{path}。", "en": "There is no event file {path}."}}
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from qhsign.shipped_files import shipped


class Language(StrEnum):
    """A language the program speaks; Chinese is the default everywhere."""

    CHINESE = "zh"
    ENGLISH = "en"


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


def say(code: str, language: Language = Language.CHINESE, /, **parameters: object) -> str:
    """Return the sentence for ``code`` with its parameters filled in.

    Raises KeyError for a code the catalogue lacks or a parameter the sentence wants: both are
    bugs, and a test asks for every code the program can produce.
    """
    return catalogue()[code][language].format(**parameters)
