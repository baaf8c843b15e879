"""What the settings are made of: frozen, light to import."""

from dataclasses import dataclass

from qhsign.domain.guest import Category
from qhsign.domain.roles import Role

LONGEST_CATEGORY = 12
"""Characters of a category's word; a badge has no room for more."""
LONGEST_ZONE = 4
"""Characters under the letter on a badge; two are usual."""
MOST_ZONES = 6
"""Places for zones on a badge."""
QUALIFIERS = ("整", "余", "近", "超", "约")
"""How exact a published figure is, as the press writes it (domain rule of reconciliation)."""


@dataclass(frozen=True, slots=True)
class CategoryLookRow:
    """A category as the event has it.

    ``word`` and ``word_en`` are never empty; ``band`` is ``#RRGGBB``, ``ink`` what stands on it.
    ``zones`` are letters, None for all. ``chosen`` names the fields the event changed.
    """

    category: Category
    word: str
    word_en: str
    band: str
    ink: str
    shape: str
    zones: tuple[str, ...] | None
    chosen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone: its letter and word as badges print them, its kind, and the places in it.

    ``declared_count`` is how many places were announced, which may differ from ``names``.
    """

    letter: str
    word: str
    kind: str = ""
    names: tuple[str, ...] = ()
    declared_count: int | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A published figure; ``value`` is a decimal number as text."""

    id: str
    subject: str
    measure: str
    value: str
    unit: str
    qualifier: str
    source: str


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """Somebody who works at the event; their PIN is never told, only whether there is one."""

    id: str
    name: str
    role: Role
    has_pin: bool


@dataclass(frozen=True, slots=True)
class OnShift:
    """Who works at this desk now.

    ``operator`` is None while nobody has signed in, and ``role`` then what is allowed to all;
    ``role`` is None where the event has no operators: everybody may do everything. ``name`` is
    what the journal keeps.
    """

    operator: OperatorRow | None
    name: str
    role: Role | None
    everybody: tuple[OperatorRow, ...] = ()
