"""Number tags (号码牌) handed out at check-in: how they are given and how they are written."""

import re
import unicodedata
from enum import StrEnum

from qhsign.domain.check_in import Verdict
from qhsign.domain.problems import ProblemForUser

_TAG = re.compile(r"[0-9A-Z]+(?:-[0-9A-Z]+)*")
_LONGEST = 12


class TagRule(StrEnum):
    """How an activity gives number tags: not at all, the next free number, or as typed."""

    NONE = "none"
    NEXT = "next"
    TYPED = "typed"  # the tags are things with numbers of their own, read or scanned from them


_CAME = {Verdict.ADMITTED, Verdict.RE_ENTERED, Verdict.UNSYNCED, Verdict.ALREADY}


def may_have_tag(
    verdict: Verdict, *, overridden: bool, leaving: bool = False, rehearsal: bool = False
) -> bool:
    """Say whether a scan is of somebody who has arrived: a repeated one finds who got none yet."""
    return (overridden or verdict in _CAME) and not (leaving or rehearsal)


def written(number: int) -> str:
    """Return a number as it stands on a tag, with three digits at least."""
    return f"{number:03d}"


def read_tag(text: str) -> str:
    """Return a typed or scanned tag as it is kept: capital letters, digits and dashes.

    Raises ProblemForUser ``tag-wrong`` for anything else, or more than twelve characters.
    """
    tag = unicodedata.normalize("NFKC", text).strip().upper()
    if len(tag) > _LONGEST or not _TAG.fullmatch(tag):
        raise ProblemForUser("tag-wrong", given=text.strip()[: 2 * _LONGEST])
    return tag
