"""What staff wrote for the host to read, before somebody reads it aloud: gaps left in it."""

import re

_GAP = re.compile(
    r"×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|某某|[_＿]{2,}|【[^】\n]*】|\{[^}\n]*\}|［[^］\n]*］"
)


def gaps(text: str) -> list[str]:
    """Return the places that were to be filled in and are not (××, ____, 【姓名】), each once."""
    return list(dict.fromkeys(found[0] for found in _GAP.finditer(text)))
