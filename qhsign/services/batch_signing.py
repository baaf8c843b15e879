"""What a batch's way over the stage means for its contracts: 已签 makes them signed."""

from datetime import datetime

from qhsign.domain.batching import BatchState
from qhsign.domain.contract import LifeCycle
from qhsign.services import events, stage_cast
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch

SIGNED = frozenset({BatchState.SIGNED, BatchState.LEFT})
"""States in which a batch's contracts are signed."""


def follow_state(session: JournaledSession, batch: Batch, state: BatchState, now: datetime) -> None:
    """Set a batch's state; its contracts become signed with it, and unsigned when it goes back.

    A contract that was signed earlier, or is further on already, stays as it is.
    """
    was_signed, batch.state = batch.state in SIGNED, state
    if was_signed == (state in SIGNED):
        return
    today = now.astimezone(events.facts_in(session).zone).date()
    for contract in stage_cast.in_batch(session, batch.id):
        if state in SIGNED:
            if contract.status in {LifeCycle.TALKS, LifeCycle.TO_SIGN}:
                contract.status, contract.signed_on = LifeCycle.SIGNED, today
        elif contract.status is LifeCycle.SIGNED and contract.signed_on is not None:
            contract.status, contract.signed_on = LifeCycle.TO_SIGN, None
    session.flush()
