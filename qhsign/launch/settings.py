"""What the settings screen reads and writes of one open event."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qhsign.domain.guest import Category
from qhsign.services import activities, category_looks, declared_figures, events, zones
from qhsign.services.desk import Desk
from qhsign.ui.settings.settings_provider import (
    CategoryProvider,
    FigureProvider,
    SettingsProvider,
    Texts,
    ZoneProvider,
)

if TYPE_CHECKING:
    from qhsign.services.events import EventFacts


def settings_provider(opened: Desk) -> SettingsProvider:
    """Give the settings screen the same settings as the commands have."""

    def letters() -> Sequence[tuple[str, str]]:
        return [(zone.letter, zone.word) for zone in zones.list_zones(opened)]

    return SettingsProvider(
        event=lambda: _texts(events.facts(opened)),
        set_event=lambda values: _texts(events.change_event(opened, values)),
        activities=lambda: activities.list_activities(opened),
        set_activity=lambda named, values: activities.set_activity(opened, named, values),
        remove_activity=lambda named: activities.remove_unused(opened, named),
        zones=letters,
        categories=CategoryProvider(
            read=lambda: category_looks.list_looks(opened),
            write=lambda category, values: category_looks.set_look(opened, category, values),
            usual=[category_looks.usual_look(each) for each in Category],
        ),
        zone_book=ZoneProvider(
            read=lambda: zones.list_zones(opened),
            write=lambda letter, values: zones.set_zone(opened, letter, values),
            remove=lambda letter: zones.remove_unused(opened, letter),
            put_back=lambda was: zones.put_back(opened, was),
        ),
        figures=FigureProvider(
            read=lambda: declared_figures.list_figures(opened),
            add=lambda values: declared_figures.add_figure(opened, values),
            write=lambda figure, values: declared_figures.set_figure(opened, figure, values),
            remove=lambda figure: declared_figures.remove_figure(opened, figure),
        ),
    )


def _texts(facts: "EventFacts") -> Texts:
    return {name: _text(value) for name, value in asdict(facts).items() if name in events.SETTINGS}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
