"""Which characters of a name the host may misread, so that pinyin is set above them."""

from collections.abc import Iterable, Iterator

from qhsign.domain.name_reading import ReadingTables, name_groups, reading_of, usual_reading
from qhsign.domain.names import INTERPUNCT, is_han
from qhsign.domain.stage_papers import HostWords, Reading

_OFTEN_MISREAD = frozenset("乐行重长朝盛茜莘晟炅参藏降柏费宓贲尉佴")
_LAST_COMMON_ROW = 0xD7  # GB 2312 keeps its 3,755 common characters up to this row
_FAMILIAR_IN_NAMES = frozenset(
    "妍婷娜琳琪瑶瑾璐莹莎菲萱蕊薇楠昊晗晖煜炜炫钰骏骁鑫彤姗娟嫣嫦媛婉颖馨怡恺懿涵淇淑渝滢澜瀚烨玮珂珊"
    "珏琦琼瑜璇皓睿祺笙筠绮翔翰聪芊芸茗茹莉菁萍蓓蓉蕾雯霖靖韬颐骅麒麟黛"
)
"""Characters beyond the common ones that everybody knows from names."""


def risky_readings(
    full_name: str, country: str | None, tables: ReadingTables, confirmed: str = ""
) -> tuple[Reading, ...]:
    """Return the readings to set above a name, by the characters' places in it.

    Set above are characters that are not read as usual here (a surname with a reading of its own)
    or often misread in names, and rare ones. A compound surname has one reading above it.
    """
    groups = name_groups(full_name)
    syllables = reading_of(full_name, country, tables, confirmed or None).syllables
    if len(groups) != len(syllables):
        # What staff wrote does not part into characters: it stands above the whole name.
        return (Reading(0, len(full_name), " ".join(syllables)),)
    head = 0
    if INTERPUNCT not in full_name:
        head = next((n for n in (4, 3, 2) if "".join(groups[:n]) in tables.compound_surnames), 0)
    found = [
        *_of_compound(groups[:head], syllables[:head]),
        *_of_characters(groups, syllables, head, tables),
    ]
    places = _places(full_name)
    return tuple(
        Reading(places[first], places[last] + 1 - places[first], pinyin)
        for first, last, pinyin in found
    )


def with_readings(text: str, names: Iterable[tuple[str, tuple[Reading, ...]]]) -> HostWords:
    """Return words with the readings of the names that occur in them; longer names win."""
    taken = [False] * len(text)
    found: list[Reading] = []
    spans: list[tuple[int, int]] = []
    for name, readings in sorted(dict(names).items(), key=lambda pair: -len(pair[0])):
        start = text.find(name) if name else -1
        while start >= 0:
            if not any(taken[start : start + len(name)]):
                taken[start : start + len(name)] = [True] * len(name)
                spans.append((start, len(name)))
                found += [Reading(start + r.start, r.length, r.pinyin) for r in readings]
            start = text.find(name, start + len(name))
    return HostWords(
        text, tuple(sorted(found, key=lambda reading: reading.start)), tuple(sorted(spans))
    )


def is_rare(character: str) -> bool:
    """Tell whether a Chinese character is beyond the common ones of GB 2312 and of names."""
    if character in _FAMILIAR_IN_NAMES:
        return False
    try:
        return character.encode("gb2312")[0] > _LAST_COMMON_ROW
    except UnicodeEncodeError:
        return True


def _of_compound(
    groups: tuple[str, ...], syllables: tuple[str, ...]
) -> Iterator[tuple[int, int, str]]:
    if any(
        syllable != usual_reading(group) or is_rare(group)
        for group, syllable in zip(groups, syllables, strict=True)
    ):
        yield 0, len(groups) - 1, "".join(syllables)


def _of_characters(
    groups: tuple[str, ...], syllables: tuple[str, ...], head: int, tables: ReadingTables
) -> Iterator[tuple[int, int, str]]:
    for place in range(head, len(groups)):
        group, syllable = groups[place], syllables[place]
        if len(group) != 1 or not is_han(group) or syllable == group:
            continue  # another script, or a character nobody can read: nothing to set above it
        is_known = place == 0 and group in tables.family_names
        unusual = syllable != usual_reading(group) or group in _OFTEN_MISREAD
        if unusual or (is_rare(group) and not is_known):
            yield place, place, syllable


def _places(full_name: str) -> list[int]:
    """Return where in a name each of its groups begins."""
    places: list[int] = []
    start = 0
    for group in name_groups(full_name):
        start = full_name.index(group[0], start)
        places.append(start)
        start += 1
    return places
