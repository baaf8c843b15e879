"""What the window's screens are given: the use cases of one open event as plain functions."""

from qhsign.domain.ordering import Order
from qhsign.launch.ceremony import ceremony_provider
from qhsign.launch.check_in import check_in_provider
from qhsign.launch.counter import counter_provider
from qhsign.launch.delegations import delegation_provider
from qhsign.launch.exports import export_provider
from qhsign.launch.guest_panel import guest_panel_provider
from qhsign.launch.guest_table import guest_table_provider
from qhsign.launch.lists import list_provider
from qhsign.launch.overview import overview_provider
from qhsign.launch.palette import palette_provider
from qhsign.launch.prints import print_provider
from qhsign.launch.reports import report_provider
from qhsign.launch.second_reader import SecondReader
from qhsign.launch.settings import settings_provider
from qhsign.launch.shift import shift_provider
from qhsign.services import activities, category_looks, events, guests, statistics
from qhsign.services.desk import Desk
from qhsign.ui.providers import EventFacts, GuestProvider, WindowProviders


def window_providers(opened: Desk) -> WindowProviders:
    """Give the window's screens the use cases they need of one open event."""
    facts = events.facts(opened)
    seen = [opened.file.data_version()]
    reader = SecondReader(opened)

    def changed_outside() -> bool:
        before, seen[0] = seen[0], opened.file.data_version()
        return before != seen[0]

    def close() -> None:
        reader.close()
        opened.file.close()

    return WindowProviders(
        event_facts=EventFacts(
            short_title=facts.short_title or facts.title,
            title=facts.title,
            is_demo=facts.is_demonstration,
            path=opened.file.path,
            time_zone=facts.zone,
            categories=category_looks.list_looks(opened),
        ),
        activities=lambda: activities.list_activities(opened),
        guests=GuestProvider(
            load_guests=lambda order: guests.read_guests(opened, Order(order)),
            arrivals=lambda activity: statistics.arrivals(opened, activity),
        ),
        check_in=check_in_provider(opened),
        close=close,
        changed_outside=changed_outside,
        counter=counter_provider(opened, facts.zone),
        overview=overview_provider(opened, reader),
        prints=print_provider(opened),
        palette=palette_provider(opened),
        settings=settings_provider(opened),
        shift=shift_provider(opened) if opened.shift is not None else None,
        lists=list_provider(opened, facts.zone),
        exports=export_provider(opened),
        guest_panel=guest_panel_provider(opened),
        liaisons=lambda ids: guests.liaisons(opened, ids),
        guest_table=guest_table_provider(opened),
        delegations=delegation_provider(opened),
        reports=report_provider(opened),
        ceremony=ceremony_provider(opened, reader),
    )
