"""What is still open about a guest: the questions a list leaves to the staff before the day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qhsign.domain.name_reading import ReadingTables, reading_of
from qhsign.domain.names import name_key, normalized_organization
from qhsign.domain.ordering import StrokeTable

_TRANSLITERATED = "-"
"""A country without Chinese surnames: names are then read character by character."""
_COMPOUND = 2


class OpenQuestion(StrEnum):
    """One kind of open question, in the order the staff are shown them."""

    NO_PHOTO = "no-photo"  # 缺照片
    NO_ORGANIZATION = "no-organization"  # 缺单位
    NO_TITLE = "no-title"  # 缺职务
    TWICE = "twice"  # 疑似重复
    NAMESAKE = "namesake"  # 同名
    READING = "reading"  # 读音待核
    NO_STROKES = "no-strokes"  # 笔画待定
    ACTIVITY = "activity"  # 活动待对应


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked at; ``reading`` and ``stand_in`` are what staff entered, empty for nothing."""

    id: str
    full_name: str
    country: str | None
    reading: str
    stand_in: str
    organization: str
    title: str
    phone: str
    document_number: str
    has_photo: bool


def questions_about(
    guests: Iterable[Known], readings: ReadingTables, strokes: StrokeTable
) -> Mapping[OpenQuestion, set[str]]:
    """Return the ids of the guests each question is open about, but for activities.

    A reading is open where the surname table changes how the name is read (单 shàn, 尉迟 yùchí)
    and nobody has confirmed it. Guests of one name are the same person perhaps, where document or
    phone agree or the organization does and nothing differs; otherwise they are namesakes.
    """
    found: dict[OpenQuestion, set[str]] = {problem: set() for problem in OpenQuestion}
    by_name: dict[str, list[Known]] = {}
    for guest in guests:
        by_name.setdefault(name_key(guest.full_name), []).append(guest)
        for problem in _alone(guest, readings, strokes):
            found[problem].add(guest.id)
    for same in by_name.values():
        if len(same) > 1:
            twice = set(_twice(same))
            found[OpenQuestion.TWICE] |= twice
            found[OpenQuestion.NAMESAKE] |= {guest.id for guest in same} - twice
    return found


def _alone(guest: Known, readings: ReadingTables, strokes: StrokeTable) -> Iterator[OpenQuestion]:
    if not guest.has_photo:
        yield OpenQuestion.NO_PHOTO
    if not guest.organization:
        yield OpenQuestion.NO_ORGANIZATION
    if not guest.title:
        yield OpenQuestion.NO_TITLE
    if not guest.reading and _surname_is_read_otherwise(guest, readings):
        yield OpenQuestion.READING
    if strokes.unranked(guest.full_name, guest.stand_in or None):
        yield OpenQuestion.NO_STROKES


def _surname_is_read_otherwise(guest: Known, tables: ReadingTables) -> bool:
    name = guest.full_name
    if name[:1] not in tables.surnames and name[:_COMPOUND] not in tables.compound_surnames:
        return False
    plain = reading_of(name, _TRANSLITERATED, tables)
    return reading_of(name, guest.country, tables) != plain


def _twice(same: list[Known]) -> Iterator[str]:
    for place, one in enumerate(same):
        for other in same[:place]:
            if _perhaps_one(one, other):
                yield one.id
                yield other.id


def _perhaps_one(one: Known, other: Known) -> bool:
    if one.document_number and other.document_number:
        return one.document_number == other.document_number
    if one.phone and other.phone:
        return one.phone == other.phone
    if not (one.organization and other.organization):
        return False
    return normalized_organization(one.organization) == normalized_organization(other.organization)
