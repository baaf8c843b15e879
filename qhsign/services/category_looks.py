"""What an event calls its badge categories, how it colours them, and which zones they open."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import colours
from qhsign.domain.guest import ZONES_OPENED, Category
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.shipped_categories import VIP, shipped_looks
from qhsign.services import zones
from qhsign.services.desk import Desk
from qhsign.services.setting_records import LONGEST_CATEGORY, CategoryLookRow
from qhsign.store.schema import CategoryLook, Zone
from qhsign.wording import Language, meant, say

_LIST = re.compile("[,，、]")


def list_looks(desk: Desk) -> Sequence[CategoryLookRow]:
    """Return how every category looks in this event."""
    with desk.read() as session:
        return looks(session)


def looks(session: Session) -> Sequence[CategoryLookRow]:
    """Return how every category looks, inside a session that is already open."""
    chosen = {look.category: look for look in session.scalars(select(CategoryLook))}
    return tuple(_row(category, chosen.get(category)) for category in Category)


def usual_look(category: Category) -> CategoryLookRow:
    """Return how a category looks where the event chose nothing."""
    return _row(category, None)


def set_look(desk: Desk, category: Category, values: Mapping[str, str]) -> CategoryLookRow:
    """Change a category's ``word``, ``word_en``, ``band`` or ``zones``; empty is the usual again.

    ``zones`` are letters parted by commas, or ``all``. The shape stays: with it a category is
    known without its colour. Raises ProblemForUser ``setting-unknown``, ``setting-wrong``,
    ``category-word-long``, ``category-word-taken``, ``colour-wrong``, ``colour-illegible``,
    ``colour-of-vip`` or ``colour-taken``; then nothing is changed.
    """
    with desk.write("category set") as session:
        before = looks(session)
        readers = _readers(session, [row for row in before if row.category is not category])
        read: dict[str, Any] = {}
        for key, text in values.items():
            if key not in readers:
                raise ProblemForUser("setting-unknown", key=key, keys="、".join(readers))
            read[key] = readers[key](text.strip())
        usual = usual_look(category)
        kept = session.scalars(
            select(CategoryLook).where(CategoryLook.category == category)
        ).one_or_none()
        look = kept or CategoryLook(category=category)
        for key, value in read.items():
            is_usual = key != "zones" and value == getattr(usual, key)
            setattr(look, key, "" if is_usual else value)
        if kept is None:
            session.add(look)
        session.flush()
        return _row(category, look)


def category_words(desk: Desk, language: Language) -> Mapping[Category, str]:
    """Return the word of every category in a language, as the event chose them."""
    with desk.read() as session:
        return words(session, language)


def words(session: Session, language: Language) -> Mapping[Category, str]:
    """Return the word of every category, inside a session that is already open."""
    found = {category: say(f"category-{category}", language) for category in Category}
    for look in session.scalars(select(CategoryLook)):
        own = look.word if language is Language.CHINESE else look.word_en
        found[look.category] = own or found[look.category]
    return found


def saying(session: Session, language: Language) -> Callable[..., str]:
    """Return ``wording.say`` in a language, with the event's own words for its categories."""
    own = {f"category-{category}": word for category, word in words(session, language).items()}

    def say_here(code: str, /, **parameters: object) -> str:
        return own[code] if code in own else say(code, language, **parameters)

    return say_here


def meant_category(session: Session, word: str) -> Category:
    """Return the category of that code or word, the event's own words first. Raises ValueError."""
    folded = word.strip().casefold()
    for look in session.scalars(select(CategoryLook)):
        if folded and folded in {look.word.casefold(), look.word_en.casefold()}:
            return look.category
    return meant(Category, "category", word)


def _row(category: Category, look: CategoryLook | None) -> CategoryLookRow:
    shipped = shipped_looks()[category.value]
    own = {} if look is None else {key: getattr(look, key) for key in ("word", "word_en", "band")}
    own = {key: text for key, text in own.items() if text}
    opened: Iterable[str] | None = ZONES_OPENED[category]
    if look is not None and look.zones is not None:
        own["zones"] = look.zones
        opened = zones.opened_letters(look.zones)
    return CategoryLookRow(
        category=category,
        word=own.get("word", shipped.word),
        word_en=own.get("word_en", say(f"category-{category}", Language.ENGLISH)),
        band=own.get("band", shipped.band),
        ink=colours.ink_on(own["band"]) if "band" in own else shipped.on,
        shape=shipped.shape,
        zones=None if opened is None else tuple(sorted(opened)),
        chosen=frozenset(own),
    )


def _readers(
    session: Session, others: Sequence[CategoryLookRow]
) -> Mapping[str, Callable[[str], Any]]:
    letters = set(session.scalars(select(Zone.letter)))

    def word(text: str) -> str:
        if len(text) > LONGEST_CATEGORY:
            raise ProblemForUser("category-word-long", word=text, most=LONGEST_CATEGORY)
        taken = {each.casefold() for other in others for each in (other.word, other.word_en)}
        if text.casefold() in taken:
            raise ProblemForUser("category-word-taken", word=text)
        return text

    def band(text: str) -> str:
        return _checked_band(text, others) if text else ""

    def opened(text: str) -> list[str] | None:
        if not text:
            return None
        if text == "all":
            return [zones.ALL]
        wanted = sorted({each.strip().upper() for each in _LIST.split(text)})
        if not set(wanted) <= letters:
            raise ProblemForUser("setting-wrong", key="zones", value=text)
        return wanted

    return {"word": word, "word_en": word, "band": band, "zones": opened}


def _checked_band(text: str, others: Sequence[CategoryLookRow]) -> str:
    try:
        band = colours.read_colour(text)
    except ValueError:
        raise ProblemForUser("colour-wrong", value=text) from None
    if not colours.is_legible(band):
        raise ProblemForUser("colour-illegible", value=band)
    if colours.are_alike(band, shipped_looks()[VIP].band):
        raise ProblemForUser("colour-of-vip", value=band)
    for other in others:
        if colours.are_alike(band, other.band):
            raise ProblemForUser("colour-taken", value=band, word=other.word)
    return band
