"""A batch with as many contracts as are asked for, written at once."""

from datetime import datetime
from itertools import zip_longest

from sqlalchemy import func, select

from qhsign.services import activities
from qhsign.services.desk import Desk
from qhsign.store.schema import Activity, Batch, Contract, Guest, Party, Slate, SlateEntry

DOOR = "签约候场"
_SIDES = ("甲", "乙")


def crowded_batch(
    desk: Desk, count: int, starts: datetime, *, after: int = 0, name: str = ""
) -> str:
    """Add a slate with one batch of ``count`` contracts; return the batch's id.

    The guests of the event sign, each once, from the one ``after`` so many on; where there are no
    more, names that are no guests do. People check in at the activity DOOR, which is always open.
    """
    with desk.read() as session:
        has_door = session.scalar(select(Activity.id).where(Activity.name == DOOR))
    if has_door is None:
        activities.set_activity(desk, DOOR, {"reentry": "free"})
    with desk.write("test") as session:
        door = session.scalars(select(Activity).where(Activity.name == DOOR)).one()
        first = (session.scalar(select(func.max(Contract.number))) or 0) + 1
        slate = Slate(name=name or f"{count}项", activity_id=door.id)
        session.add(slate)
        session.flush()
        batch = Batch(
            name=f"{name or count}项一批", number=900 + first, slate_id=slate.id, starts=starts
        )
        session.add(batch)
        session.flush()
        contracts = [
            Contract(
                number=first + place,
                title=f"第{first + place}光伏项目",
                batch_id=batch.id,
                batch_position=place,
            )
            for place in range(count)
        ]
        session.add_all(contracts)
        session.flush()
        query = select(Guest).order_by(Guest.number).offset(after).limit(2 * count)
        wanted = [(contract, side) for contract in contracts for side in _SIDES]
        for (contract, side), guest in zip_longest(wanted, session.scalars(query)):
            session.add(
                Party(
                    contract_id=contract.id,
                    side=side,
                    is_host=side == "甲",
                    organization=guest.organization if guest else "某公司",
                    signatory=guest.full_name if guest else f"生人{contract.number}{side}",
                    signatory_id=guest.id if guest else None,
                )
            )
        session.add_all(
            SlateEntry(slate_id=slate.id, contract_id=contract.id, position=place)
            for place, contract in enumerate(contracts)
        )
        return batch.id
