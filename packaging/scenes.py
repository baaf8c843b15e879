"""The states of the window that are worth a picture, each as a person brings it about.

A scene is a generator over the window: at every `yield` the photographer waits until nothing is
running; where it ends, the picture is taken.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from sqlalchemy import select

from qhsign.services import batches, console, events
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Badge, CheckIn, Guest
from qhsign.ui.guests.undo_bar import UndoBar

LISTS = Path(__file__).resolve().parent.parent / "tests" / "support" / "lists"


@dataclass(frozen=True, slots=True)
class Visit:
    """The window the pictures are of, and the event file it has open."""

    window: Any
    event: Path


Scene = Callable[[Visit], Iterator[None]]


def do(visit: Visit, command: str) -> None:
    """Run a command of the window's table by its id."""
    frame = visit.window.frame
    frame.run_command(next(each for each in frame.commands if each.id == command))


def type_in(text: str) -> None:
    """Type into the field that has the cursor."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        field.clear()
        # Qt's test keys know letters of ASCII only.
        field.insert(text)


def press(key: Qt.Key) -> None:
    """Press a key where the cursor is."""
    field = QApplication.focusWidget()
    if isinstance(field, QWidget):
        QTest.keyClick(field, key)


def codes(visit: Visit, *, vip: bool) -> list[str]:
    """Return a few codes of people who were at no activity yet."""
    file = EventFile.open(visit.event)
    try:
        with file.read() as session:
            came = select(CheckIn.guest_id).where(CheckIn.guest_id.is_not(None))
            wanted = (
                select(Badge.code)
                .join(Guest, Guest.id == Badge.guest_id)
                .where(Guest.id.not_in(came), Guest.vip.is_(vip))
                .order_by(Guest.number)
                .limit(9)
            )
            return list(session.scalars(wanted))
    finally:
        file.close()


def show(screen: str, visit: Visit) -> Iterator[None]:
    """Bring a screen to the front."""
    do(visit, f"show-{screen}")
    yield


MINUTES_TO_STAGE = 25


def overview(visit: Visit) -> Iterator[None]:
    """Look at everything some minutes before the first batch goes on stage."""
    with Desk(EventFile.open(visit.event)) as desk:
        zone = events.facts(desk).zone
        soon = (datetime.now(UTC) + timedelta(minutes=MINUTES_TO_STAGE)).astimezone(zone)
        first = batches.list_batches(desk)[0]
        batches.set_batch(desk, str(first.number), {"starts": f"{soon:%Y-%m-%dT%H:%M}"})
    yield from show("overview", visit)


def guests_search(visit: Visit) -> Iterator[None]:
    """Search by initials."""
    yield from show("guests", visit)
    visit.window.frame.guests.focus_search()
    type_in("zhang")
    yield


def no_guest_found(visit: Visit) -> Iterator[None]:
    """Search for what nobody is called."""
    yield from show("guests", visit)
    visit.window.frame.guests.focus_search()
    type_in("Ωξψ 没有这个人")
    yield


def show_everybody(visit: Visit) -> Iterator[None]:
    """Take the search away."""
    visit.window.frame.guests.clear_filters()
    yield


def import_files(visit: Visit) -> Iterator[None]:
    """Look at a messy list before it is taken over."""
    yield from show("guests", visit)
    do(visit, "import-list")
    yield
    visit.window.frame.guests.lists.desk.take_file(LISTS / "02-delegation-replies.xlsx")
    yield


def import_preview(visit: Visit) -> Iterator[None]:
    """See what a list would change."""
    yield from import_files(visit)
    visit.window.frame.guests.lists.desk.wizard.go_on()
    yield


def after_import(visit: Visit) -> Iterator[None]:
    """Leave the wizard again."""
    visit.window.frame.guests.lists.desk.wizard.close_wizard()
    yield


def admitted(visit: Visit) -> Iterator[None]:
    """Scan somebody expected."""
    yield from scan(visit, codes(visit, vip=False)[0])


def vip_admitted(visit: Visit) -> Iterator[None]:
    """Scan a VIP."""
    yield from scan(visit, codes(visit, vip=True)[0])


def already(visit: Visit) -> Iterator[None]:
    """Scan the same badge twice."""
    code = codes(visit, vip=False)[2]
    yield from scan(visit, code)
    yield from scan(visit, code)


def forged(visit: Visit) -> Iterator[None]:
    """Scan a code whose check does not fit."""
    code = codes(visit, vip=False)[1]
    yield from scan(visit, f"{code[:-1]}{'0' if code[-1] != '0' else '1'}")


def scan(visit: Visit, line: str) -> Iterator[None]:
    """Scan one code at the check-in screen."""
    yield from show("check-in", visit)
    visit.window.frame.check_in.focus_scan()
    type_in(line)
    press(Qt.Key.Key_Return)
    yield


def no_badge(visit: Visit) -> Iterator[None]:
    """Search for somebody who left the badge at home."""
    yield from show("check-in", visit)
    do(visit, "find-guest")
    type_in("wang")
    yield


def palette(visit: Visit) -> Iterator[None]:
    """Search everything."""
    yield from show("guests", visit)
    do(visit, "search-all")
    type_in("zhl")
    yield


def command_on(screen: str, command: str, visit: Visit) -> Iterator[None]:
    """Run one command on a screen."""
    yield from show(screen, visit)
    do(visit, command)
    yield


MINUTES_AGO = (39.0, 19.0, 9.0, 6.0, 3.2)
"""When the steps of the ceremony began that the pictures show: the first batch is signing."""


def lead_ceremony(visit: Visit) -> None:
    """Begin the ceremony as another desk would have, up to the signing of the first batch."""
    now = datetime.now(UTC)
    with Desk(EventFile.open(visit.event), now=lambda: moment) as desk:
        moment = now
        zone = events.facts(desk).zone
        first = batches.list_batches(desk)[0]
        planned = (now - timedelta(minutes=7)).astimezone(zone)
        batches.set_batch(desk, str(first.number), {"starts": f"{planned:%Y-%m-%dT%H:%M}"})
        for step, ago in enumerate(MINUTES_AGO):
            moment = now - timedelta(minutes=ago)
            console.go_on(desk) if step else console.start(desk)


def open_console(visit: Visit) -> Iterator[None]:
    """Lead a ceremony from the console."""
    lead_ceremony(visit)
    yield from show("ceremony", visit)
    do(visit, "console")
    yield


def big_screen(visit: Visit) -> Iterator[None]:
    """Let the hall see the batch; the picture is of its window, as large as this one."""
    yield from open_console(visit)
    hall = visit.window.frame.screens.screen_of("ceremony").console.page.hall
    hall.open("window")
    hall.view.setGeometry(visit.window.geometry())
    yield


def leave_console(visit: Visit) -> Iterator[None]:
    """End the ceremony that was led, and leave the console."""
    page = visit.window.frame.screens.screen_of("ceremony").console.page
    page.hall.close()
    page.put_away()
    with Desk(EventFile.open(visit.event)) as desk:
        console.end(desk)
    yield


def followed(visit: Visit) -> Iterator[None]:
    """Look at the contracts half a year after the fair; later scenes find them so, too."""
    yield from command_on("ceremony", "follow-up-contracts", visit)
    page = visit.window.frame.screens.screen_of("ceremony")
    view = page.current.contracts
    every = view.model.rowCount()
    for state, share in (("signed", 1.0), ("implemented", 0.6), ("started", 0.3)):
        view.model.toggle(range(int(every * share)), ticked=True)
        view.bar.to.choose(state)
        view.bar.move_them.click()
        yield
    for place in range(0, every // 2, 2):
        row = view.model.shown[place]
        if row.contract.amount is not None:
            view.table.go_to(row.number)
            paid = f"{row.contract.amount.fen // 100 * (place % 7 + 1) // 10}元"
            view.panel.payments.entered.emit({"amount": paid, "source": row.row.region}, None)
            yield
    for bar in page.findChildren(UndoBar):
        bar.put_away()
    view.table.go_to(view.model.shown[2].number)
    view.table.scrollToTop()
    yield


def leave(_: Visit) -> Iterator[None]:
    """Leave whatever lies over the page."""
    press(Qt.Key.Key_Escape)
    yield


def no_event(visit: Visit) -> Iterator[None]:
    """Close the event: the first page shows; nothing can come after it."""
    do(visit, "leave-event")
    yield


def ceremony(visit: Visit) -> Iterator[None]:
    """Look at the first batch of the first slate, with one of its contracts chosen."""
    yield from show("ceremony", visit)
    page = visit.window.frame.screens.screen_of("ceremony")
    column = page.contracts()
    held = next((each.contract for each in column.model.lines if each.contract), None)
    if held is not None:
        column.go_to_contract(held.number)
    yield


SCENES: Mapping[str, Scene] = {
    "overview": overview,
    "guests": partial(show, "guests"),
    "guests-search": guests_search,
    "guests-none": no_guest_found,
    "import-file": import_files,
    "import-preview": import_preview,
    "export": partial(command_on, "guests", "export-list"),
    "check-in": admitted,
    "check-in-vip": vip_admitted,
    "check-in-already": already,
    "check-in-forged": forged,
    "check-in-no-badge": no_badge,
    "check-in-walk-in": partial(command_on, "check-in", "walk-in"),
    "check-in-camera": partial(command_on, "check-in", "camera"),
    "ceremony": ceremony,
    "run-of-show": partial(command_on, "ceremony", "ceremony-show"),
    "host-words": partial(command_on, "ceremony", "ceremony-words"),
    "console": open_console,
    "big-screen": big_screen,
    "print": partial(show, "print"),
    "reports": partial(command_on, "reports", "report-exports"),
    "reports-trail": partial(command_on, "reports", "report-trail"),
    "reports-figures": partial(command_on, "reports", "report-figures"),
    "settings": partial(show, "settings"),
    "palette": palette,
    "keys": partial(command_on, "check-in", "key-list"),
    "manual": partial(command_on, "check-in", "manual"),
    "follow-up": followed,
    "rates": partial(command_on, "ceremony", "follow-up-rates"),
    "editions": partial(command_on, "ceremony", "follow-up-editions"),
    "start": no_event,
}
"""Every picture by the name of its file."""

AFTERWARDS: Mapping[str, Scene] = {
    "guests-search": show_everybody,
    "guests-none": show_everybody,
    "import-file": after_import,
    "import-preview": after_import,
    "export": leave,
    "check-in-no-badge": leave,
    "check-in-walk-in": leave,
    "check-in-camera": leave,
    "console": leave_console,
    "big-screen": leave_console,
    "palette": leave,
    "keys": leave,
    "manual": leave,
}
"""What a scene leaves behind and the next one would stumble over."""
