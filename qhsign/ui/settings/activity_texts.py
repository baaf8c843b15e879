"""An activity as the texts ``activity set`` takes, and moments as people type them."""

import re
from collections.abc import Mapping
from datetime import datetime, time, tzinfo

from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.shared.typed_days import read_day

_MOMENT = re.compile(r"\s*(.*?\d日?)[\sT]+(\d{1,2})[:：](\d{2})\s*")


def texts_of(row: ActivityRow, zone: tzinfo | None) -> Mapping[str, str]:
    """Return everything that is set of an activity, moments local to the event."""
    return {
        "opens": moment_text(row.opens, zone),
        "closes": moment_text(row.closes, zone),
        "place": row.place,
        "reentry": row.reentry,
        "invited": row.invited,
        "categories": "all" if row.categories is None else ",".join(row.categories),
        "zones": "all" if row.zones is None else ",".join(row.zones),
        "tags": row.tags.value,
    }


def moment_text(moment: datetime | None, zone: tzinfo | None) -> str:
    """Return a moment as it is typed: ``2026-07-16 09:00``; empty for none."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}" if moment else ""


def read_moment(text: str) -> str:
    """Return a typed moment as ``activity set`` takes it; empty for nothing. Raises ValueError."""
    if not text.strip():
        return ""
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day = read_day(found[1])
    if day is None:
        raise ValueError(text)
    return f"{datetime.combine(day, time(int(found[2]), int(found[3]))):%Y-%m-%d %H:%M}"
