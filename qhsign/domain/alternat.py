"""Alternat (轮签): each side's own copy of an agreement names that side first (domain notes §6).

One side of an agreement in two languages speaks Chinese; the other language is the other side's.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

HOME = "CN"
_CHINESE_SPEAKING = frozenset({HOME, "HK", "MO", "TW"})


class OtherLanguage(StrEnum):
    """The language an agreement is written in beside Chinese (第二文种)."""

    KYRGYZ = "ky"
    RUSSIAN = "ru"
    ENGLISH = "en"


OTHER_LANGUAGE_WORDS: Mapping[OtherLanguage, str] = {
    OtherLanguage.KYRGYZ: "吉尔吉斯文",
    OtherLanguage.RUSSIAN: "俄文",
    OtherLanguage.ENGLISH: "英文",
}
_SIGNS = (
    (OtherLanguage.KYRGYZ, ("KY", "KYRGYZ", "吉文", "吉尔吉斯文", "吉尔吉斯语", "吉语")),
    (OtherLanguage.RUSSIAN, ("RU", "RUSSIAN", "俄文", "俄语")),
    (OtherLanguage.ENGLISH, ("EN", "ENGLISH", "英文", "英语")),
)


def read_other_language(text: str) -> OtherLanguage | None:
    """Return the language staff name (ky, 吉尔吉斯文, 俄语 …), or None for any other word."""
    folded = unicodedata.normalize("NFKC", text).strip().upper()
    return next((language for language, words in _SIGNS if folded in words), None)


def chinese_side(parties: Sequence[tuple[str | None, bool]]) -> int:
    """Return the place of the party whose language is Chinese.

    ``parties`` are (country, whether host). One party from China, Hong Kong, Macao or Taiwan is
    that side, and so is the only one that is not from elsewhere; where countries do not decide it
    is the host, and without a host the first. Raises ValueError for no parties.
    """
    if not parties:
        raise ValueError("an agreement has parties")
    at_home = [place for place, (country, _) in enumerate(parties) if country in _CHINESE_SPEAKING]
    perhaps = [place for place, (country, _) in enumerate(parties) if country is None]
    for chosen in (at_home, perhaps):
        if len(chosen) == 1:
            return chosen[0]
        if chosen:
            break
    hosts = [place for place, (_, is_host) in enumerate(parties) if is_host]
    return hosts[0] if hosts else 0


_Side = TypeVar("_Side")


def own_first(parties: Sequence[_Side], keeper: int) -> tuple[_Side, ...]:
    """Return the parties as the keeper's own copy names them: the keeper, then the others."""
    return (parties[keeper], *parties[:keeper], *parties[keeper + 1 :])
