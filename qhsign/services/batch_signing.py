"""What a batch's way over the stage means for its contracts: 已签 makes them signed."""

from qhsign.domain.batching import BatchState
from qhsign.domain.contract import LifeCycle
from qhsign.services import contract_steps, stage_cast
from qhsign.services.desk import Desk
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch

SIGNED = frozenset({BatchState.SIGNED, BatchState.LEFT})
"""States in which a batch's contracts are signed."""


def follow_state(session: JournaledSession, desk: Desk, batch: Batch, state: BatchState) -> None:
    """Set a batch's state; its contracts become signed with it, and unsigned when it goes back.

    Each takes its step of the life cycle, with the batch as the reason. A contract that was signed
    otherwise, or is further on already, stays as it is.
    """
    was_signed, batch.state = batch.state in SIGNED, state
    if was_signed == (state in SIGNED):
        return
    days = {LifeCycle.SIGNED: contract_steps.today(session, desk)}
    for contract in stage_cast.in_batch(session, batch.id):
        if state in SIGNED:
            if contract.status in {LifeCycle.TALKS, LifeCycle.TO_SIGN}:
                contract_steps.follow(
                    session, desk, contract, LifeCycle.SIGNED, days=days, reason=batch.name
                )
        elif contract.status is LifeCycle.SIGNED:
            last = contract_steps.last_step(session, contract)
            if last is not None and last.reason == batch.name:
                contract_steps.take_last_back(session, contract)
    session.flush()
