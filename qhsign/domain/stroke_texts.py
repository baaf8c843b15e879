"""Names as texts that sort as their strokes do, so that a long list is in order at once.

Comparing keys character by character takes a second for a hundred thousand names; comparing texts
takes a tenth of that. The texts of one call compare with each other and with no others.
"""

from collections.abc import Mapping, Sequence
from itertools import count

from qhsign.domain.names import INTERPUNCT, is_han
from qhsign.domain.ordering import StrokeTable

_BETWEEN, _BLANK = "\0", "\x01"
_FIRST = 2
"""Where the codes of characters begin: after what parts names, and the blank before all of them."""
_TWO_CHARACTERS = 2


def stroke_texts(
    names: Sequence[str],
    table: StrokeTable,
    lent: Mapping[int, Mapping[str, str]] | None = None,
    *,
    blank: bool,
) -> list[str]:
    """Return a text for each name; two compare as ``ordering.stroke_key`` of their names.

    ``lent`` holds, by the place of a name, what ``ordering.stand_ins`` gives for it, where it gives
    anything.
    """
    known = {char: table.key(char, {}) for char in set("".join(names))}
    own = {
        place: {char: table.key(char, lends) for char in names[place]}
        for place, lends in (lent or {}).items()
        if lends
    }
    keys = {*known.values(), *(key for each in own.values() for key in each.values())}
    codes = {key: chr(_FIRST + rank) for rank, key in enumerate(sorted(keys))}
    shared = _translation({char: codes[key] for char, key in known.items()})
    texts = _translated(names, shared)
    for place, each in own.items():
        characters = _translation({char: codes[key] for char, key in each.items()})
        texts[place] = names[place].translate(characters)
    if not blank:
        return texts
    letters = {char for char in known if shared[ord(char)] is not None and not is_han(char)}
    # A surname and a given name of one character each are parted: 田富 before 田大利.
    return [
        text[0] + _BLANK + text[1]
        if len(text) == _TWO_CHARACTERS and letters.isdisjoint(name)
        else text
        for text, name in zip(texts, names, strict=True)
    ]


def _translated(names: Sequence[str], codes: Mapping[int, str | None]) -> list[str]:
    """Translate all names at once: one by one takes three times as long."""
    if not names:
        return []
    between = next(char for char in map(chr, count()) if ord(char) not in codes)
    return between.join(names).translate({**codes, ord(between): _BETWEEN}).split(_BETWEEN)


def _translation(codes: Mapping[str, str]) -> dict[int, str | None]:
    """Return what ``str.translate`` takes: the dot and spaces do not count."""
    return {
        ord(char): None if char == INTERPUNCT or char.isspace() else code
        for char, code in codes.items()
    }
