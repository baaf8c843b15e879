"""An event after its fair: contracts in several states, with funds, and the window over it."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot

from qhsign.domain.contract import LifeCycle
from qhsign.services import contracts, life_cycle, payments, slates
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Contract
from qhsign.ui.ceremony.ceremony_commands import FOLLOW_UP
from qhsign.ui.follow_up.follow_up_part import FollowUpPart
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.ceremony_windows import open_ceremony
from support.copied_events import copied
from support.desks import Clock, fresh_desk
from support.real_windows import RealEvent, settle

YI = 10**8 * 100
SLATE = "重点项目"
TITLES = ("光伏基地项目", "锂电材料项目", "绿色算力中心项目", "文旅环线项目", "战略合作框架协议")
REGIONS = ("海西州", "海西州", "海东市", "玉树州", "")
INDUSTRIES = ("新能源", "新材料", "绿色算力", "文化旅游", "")


def plain_event(path: Path, count: int = len(TITLES)) -> RealEvent:
    """Make an event whose contracts are all to be signed; the fifth has no amount."""
    with fresh_desk(path, Clock()) as desk:
        slates.set_slate(desk, SLATE, {})
        with desk.write("test") as session:
            session.add_all(
                Contract(
                    number=at + 1,
                    title=TITLES[at % 5] if at < len(TITLES) else f"{TITLES[at % 5]}{at + 1}",
                    amount=None if at % 5 == len(TITLES) - 1 else (at + 1) * YI,
                    region=REGIONS[at % 5],
                    industry=INDUSTRIES[at % 5],
                )
                for at in range(count)
            )
    return RealEvent(path)


def followed_event(path: Path) -> RealEvent:
    """Make one whose first four contracts are signed, two of them further, one ended."""
    return RealEvent(copied(path, "followed", _follow))


def _follow(path: Path) -> None:
    with desk_at(plain_event(path).path) as desk:
        for number in (1, 2):
            contracts.set_contract(desk, number, {"slates": SLATE})
        life_cycle.move(desk, [1, 2, 3, 4, 5], LifeCycle.SIGNED, day="2024-07-11")
        life_cycle.move(desk, [1, 2], LifeCycle.IMPLEMENTED, reason="开工令")
        life_cycle.move(desk, [4], LifeCycle.TERMINATED, reason="用地未落实")
        payments.add_payment(desk, 1, {"amount": "2500万元", "source": "海西州"})
        payments.add_payment(desk, 2, {"amount": "3亿元"})


def desk_at(path: Path) -> Desk:
    """Open an event file once more, as a command would."""
    return Desk(EventFile.open(path), operator="韩秋月", now=Clock())


def open_follow_up(
    open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> tuple[MainWindow, FollowUpPart]:
    """Open the window at the follow-up of the test's ``event``."""
    window, page = open_ceremony(open_window, qtbot)
    page.go_to(FOLLOW_UP)
    settle(window, qtbot)
    return window, cast("FollowUpPart", page.part(FOLLOW_UP))


def told(part: FollowUpPart) -> str:
    """Return what the bar over the parts says."""
    return part._parts.bar.sentence
