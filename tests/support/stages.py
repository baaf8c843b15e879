"""An event with a slate to be signed on stage: contracts, guests and an activity."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from qhsign.services import activities, contracts, slates
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Contract, Guest
from support.copied_events import copied
from support.desks import Clock, add_guest, fresh_desk

SLATE, ACTIVITY = "重点项目现场签约", "投资说明会"
DOORS = datetime(2024, 7, 11, 6, 0, tzinfo=UTC)
"""14:00 in Xining: the activity opens."""
HOSTS = ("西宁市人民政府", "海东市人民政府", "玉树州人民政府")


def stage_desk(folder: Path, count: int = 6, clock: Clock | None = None) -> Desk:
    """Return a desk at an event with ``count`` contracts on one slate, all signatories guests.

    Contract n is signed by 主n of a host and 客n of a company; 助n assists the company.
    """
    path = folder / "e.qhsign"
    copied(path, ("staged", count), lambda there: _make(there, count))
    return Desk(
        EventFile.open(path), name="东门1号台", operator="韩秋月", now=clock or Clock(DOORS)
    )


def _make(path: Path, count: int) -> None:
    desk = fresh_desk(path, Clock(DOORS))
    activities.set_activity(
        desk, ACTIVITY, {"opens": "2024-07-11T14:00", "reentry": "after-exit", "place": "二层"}
    )
    slates.set_slate(desk, SLATE, {"activity": ACTIVITY, "day": "2024-07-11"})
    for number in range(1, count + 1):
        add_contract(desk, number)
    desk.file.close()


def add_contract(desk: Desk, number: int, **values: str) -> None:
    """Add a contract with its guests and put it on the slate."""
    host, company = HOSTS[number % len(HOSTS)], f"第{number}新能源有限公司"
    for name, of in ((f"主{number}", host), (f"客{number}", company), (f"助{number}", company)):
        add_guest(desk, name, of, title="董事长" if name.startswith("客") else "")
    with desk.write("test") as session:
        session.add(Contract(number=number, title=f"第{number}光伏项目"))
    contracts.set_contract(
        desk,
        number,
        {
            "甲": host, "乙": company, "甲.signatory": f"主{number}", "乙.signatory": f"客{number}",
            "乙.assistant": f"助{number}", "amount": f"{number}亿元", "slates": SLATE, **values,
        },
    )  # fmt: skip


def number_of(desk: Desk, name: str) -> int:
    """Return a guest's number by name."""
    with desk.read() as session:
        return session.scalars(select(Guest.number).where(Guest.full_name == name)).one()


def id_of(desk: Desk, name: str) -> str:
    """Return a guest's id by name."""
    with desk.read() as session:
        return session.scalars(select(Guest.id).where(Guest.full_name == name)).one()


def row_of(desk: Desk, number: int) -> ContractRow:
    """Return a contract by number."""
    return next(row for row in contracts.list_contracts(desk) if row.number == number)
