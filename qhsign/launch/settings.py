"""What the settings screen reads and writes of one open event."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qhsign.services import activities, events
from qhsign.services.desk import Desk
from qhsign.ui.settings.settings_provider import SettingsProvider, Texts

if TYPE_CHECKING:
    from qhsign.services.events import EventFacts


def settings_provider(opened: Desk) -> SettingsProvider:
    """Give the settings screen the same settings as the commands have."""

    def zones() -> Sequence[tuple[str, str]]:
        from qhsign.services import zones

        return [(zone.letter, zone.word) for zone in zones.list_zones(opened)]

    return SettingsProvider(
        event=lambda: _texts(events.facts(opened)),
        set_event=lambda values: _texts(events.change_event(opened, values)),
        activities=lambda: activities.list_activities(opened),
        set_activity=lambda named, values: activities.set_activity(opened, named, values),
        remove_activity=lambda named: activities.remove_unused(opened, named),
        zones=zones,
    )


def _texts(facts: "EventFacts") -> Texts:
    return {name: _text(value) for name, value in asdict(facts).items() if name in events.SETTINGS}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
