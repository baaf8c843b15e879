"""The badge categories and zones as shipped; an event may change them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from qhsign.shipped_files import shipped

VIP = "vip"


@dataclass(frozen=True, slots=True)
class CategoryLook:
    """A category as seen: its words, colours (``#RRGGBB``) and shape (see `shapes.SHAPES`)."""

    word: str
    word_en: str
    band: str
    on: str
    shape: str


@cache
def shipped_looks() -> Mapping[str, CategoryLook]:
    """Return the looks of the categories by their code, ``vip`` among them."""
    looks = _shipped_categories()["looks"]
    return MappingProxyType({code: CategoryLook(**look) for code, look in looks.items()})


@cache
def shipped_zones() -> tuple[tuple[str, str], ...]:
    """Return the zones in their places on the badge: letter and word."""
    return tuple((letter, word) for letter, word in _shipped_categories()["zones"])


@cache
def _shipped_categories() -> dict[str, Any]:
    path = shipped("resources", "layouts", "categories.json")
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data
