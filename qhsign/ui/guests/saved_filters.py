"""Filters a person gave a name: words, ticks, order and columns, as one desk keeps them.

They lie with the desk and not in the event file. A filter is a habit of who works there, like the
columns it brings along; in the file it would be one more thing to journal, to bring to other desks
and to clean up. One that asks for an activity belongs to the event that has it and is offered
there only.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from qhsign.domain.open_questions import OpenQuestion
from qhsign.ui.guests.table_columns import Column, columns_of, text_of
from qhsign.ui.guests.table_order import TableOrder, order_of
from qhsign.ui.guests.wanted import ABSENT, VALUES, VIP, Facet, Tick, Wanted
from qhsign.ui.providers import ORDERS
from qhsign.ui.translation import QT_TRANSLATE_NOOP

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """``order`` and ``columns`` are None where the filter leaves them as they are."""

    name: str
    wanted: Wanted
    order: TableOrder | None = None
    columns: Sequence[Column] | None = None

    def fits(self, activities: Collection[str]) -> bool:
        """Tell whether the open event has the activities (by id) this asks for."""
        return self.wanted.chosen(Facet.ACTIVITY) <= set(activities)


def _of(*ticks: Tick) -> Wanted:
    return Wanted(ticks=frozenset(ticks))


SHIPPED: Sequence[SavedFilter] = (
    SavedFilter(
        QT_TRANSLATE_NOOP("SavedFilters", "VIPs not arrived"),
        _of((Facet.KIND, VIP), (Facet.ARRIVAL, ABSENT)),
    ),
    SavedFilter(
        QT_TRANSLATE_NOOP("SavedFilters", "Confirmed, not arrived"),
        _of((Facet.STATUS, "confirmed"), (Facet.ARRIVAL, ABSENT)),
    ),
    SavedFilter(
        QT_TRANSLATE_NOOP("SavedFilters", "No answer yet"),
        _of((Facet.STATUS, "proposed"), (Facet.STATUS, "invited")),
    ),
    SavedFilter(
        QT_TRANSLATE_NOOP("SavedFilters", "Declined or cancelled"),
        _of((Facet.STATUS, "declined"), (Facet.STATUS, "cancelled")),
    ),
    SavedFilter(
        QT_TRANSLATE_NOOP("SavedFilters", "Without a photo"),
        _of((Facet.PROBLEM, OpenQuestion.NO_PHOTO)),
    ),
    SavedFilter(
        QT_TRANSLATE_NOOP("SavedFilters", "To be put right before printing"),
        _of(
            *((Facet.PROBLEM, str(each)) for each in OpenQuestion
              if each not in {OpenQuestion.NO_PHOTO, OpenQuestion.NAMESAKE})
        ),
    ),
)  # fmt: skip
"""The filters every desk begins with; their names are translated."""


def read_filters(text: str) -> Sequence[SavedFilter]:
    """Return the filters a desk has kept; what cannot be read is left out."""
    try:
        kept = json.loads(text) if text else []
    except ValueError:
        return ()
    found = [_read(each) for each in kept] if isinstance(kept, list) else []
    return tuple({each.name: each for each in found if each is not None}.values())


def written_filters(filters: Sequence[SavedFilter]) -> str:
    """Return the filters as a desk keeps them."""
    return json.dumps([_written(each) for each in filters], ensure_ascii=False) if filters else ""


def _written(one: SavedFilter) -> dict[str, object]:
    order = one.order
    return {
        "name": one.name,
        "query": one.wanted.query,
        "ticks": sorted([facet.value, value] for facet, value in one.wanted.ticks),
        "order": order.base if order else "",
        "sort": order.text if order else "",
        "columns": None if one.columns is None else text_of(one.columns),
    }


def _read(kept: Any) -> SavedFilter | None:
    if not isinstance(kept, dict) or not isinstance(kept.get("name"), str):
        return None
    name = kept["name"].strip()[:LONGEST_NAME]
    query, base, columns = kept.get("query"), kept.get("order"), kept.get("columns")
    ticks = frozenset(filter(None, map(_tick, kept.get("ticks") or ())))
    wanted = Wanted(query if isinstance(query, str) else "", ticks)
    if not name:
        return None
    order = order_of(base, str(kept.get("sort", ""))) if base in ORDERS else None
    return SavedFilter(
        name, wanted, order, columns_of(columns) if isinstance(columns, str) else None
    )


def _tick(kept: Any) -> Tick | None:
    try:
        facet, value = Facet(kept[0]), str(kept[1])
    except (ValueError, TypeError, IndexError, KeyError):
        return None
    return (facet, value) if facet not in VALUES or value in VALUES[facet] else None
