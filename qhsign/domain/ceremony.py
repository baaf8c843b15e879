"""The steps of a signing ceremony, and what the console knows at each of them.

The same steps make the run of show, whose times they estimate, and the console, which goes through
them. A step is known by a key, so that a console that died finds its step again although a batch
was changed meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from qhsign.domain.batching import BatchState


class StepKind(StrEnum):
    """What happens in a step."""

    GATHER = "gather"  # 签约代表候场
    SEATING = "seating"  # 嘉宾入席
    OPENING = "opening"  # 开场
    ENTER = "enter"  # 上台
    SIGN = "sign"  # 签约
    EXCHANGE = "exchange"  # 交换文本、合影
    LEAVE = "leave"  # 撤下
    CLOSING = "closing"  # 结束


class Screen(StrEnum):
    """What the big screen shows."""

    WELCOME = "welcome"  # 欢迎
    ARRIVALS = "arrivals"  # 到场
    STATISTICS = "statistics"  # 统计
    SIGNING = "signing"  # 签约
    THANKS = "thanks"  # 致谢


BEFORE = (StepKind.GATHER, StepKind.SEATING, StepKind.OPENING)
OF_A_BATCH = (StepKind.ENTER, StepKind.SIGN, StepKind.EXCHANGE, StepKind.LEAVE)
_MINUTES: Mapping[StepKind, int] = {
    StepKind.GATHER: 20,
    StepKind.SEATING: 10,
    StepKind.OPENING: 3,
    StepKind.ENTER: 3,
    StepKind.SIGN: 2,  # and one more for each contract
    StepKind.EXCHANGE: 2,
    StepKind.LEAVE: 2,
    StepKind.CLOSING: 2,
}
_SCREENS: Mapping[StepKind, Screen] = {
    StepKind.GATHER: Screen.WELCOME,
    StepKind.SEATING: Screen.WELCOME,
    StepKind.OPENING: Screen.WELCOME,
    StepKind.CLOSING: Screen.THANKS,
}
_STATES: Mapping[StepKind, BatchState] = {
    StepKind.ENTER: BatchState.ON_STAGE,
    StepKind.SIGN: BatchState.ON_STAGE,
    StepKind.EXCHANGE: BatchState.SIGNED,
    StepKind.LEAVE: BatchState.LEFT,
}


@dataclass(frozen=True, slots=True)
class ShowBatch:
    """A batch as the plan of the ceremony wants it; ``starts`` is when it is to go on stage."""

    id: str
    contracts: int
    starts: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its estimated beginning; ``batch`` is "" for those of the whole ceremony."""

    kind: StepKind
    begins: datetime
    minutes: int
    batch: str = ""

    @property
    def key(self) -> str:
        """What the step is known by: ``opening``, ``sign:<batch>``."""
        return f"{self.kind}:{self.batch}" if self.batch else self.kind.value

    @property
    def ends(self) -> datetime:
        """When the next step begins, as estimated."""
        return self.begins + timedelta(minutes=self.minutes)

    @property
    def screen(self) -> Screen:
        """What the big screen shows unless staff chose otherwise."""
        return _SCREENS.get(self.kind, Screen.SIGNING)


def lead() -> timedelta:
    """Return how long before the first batch goes on stage the ceremony begins."""
    return timedelta(minutes=sum(_MINUTES[kind] for kind in BEFORE))


def minutes_of(kind: StepKind, contracts: int = 0) -> int:
    """Return how long a step takes as estimated; signing takes longer with more contracts."""
    return _MINUTES[kind] + (contracts if kind is StepKind.SIGN else 0)


def steps_of(batches: Sequence[ShowBatch], first: datetime) -> list[Step]:
    """Return all steps; ``first`` is when the first batch goes on stage if it has no time itself.

    A batch with a time of its own goes on then, or as soon as the one before it has left.
    """
    moment = (batches[0].starts if batches and batches[0].starts else first) - lead()
    made: list[Step] = []

    def add(kind: StepKind, batch: ShowBatch | None = None) -> None:
        nonlocal moment
        minutes = minutes_of(kind, batch.contracts if batch else 0)
        made.append(Step(kind, moment, minutes, batch.id if batch else ""))
        moment += timedelta(minutes=minutes)

    for kind in BEFORE:
        add(kind)
    for batch in batches:
        if batch.starts is not None:
            moment = max(moment, batch.starts)
        for kind in OF_A_BATCH:
            add(kind, batch)
    add(StepKind.CLOSING)
    return made


def states_at(steps: Sequence[Step], current: str) -> dict[str, BatchState]:
    """Return in which state each batch is while the step of this key runs.

    The batch that goes on next waits (候场) from the moment the one before it goes on stage, the
    first from the beginning. Without a current step nobody is called.
    """
    batches = list(dict.fromkeys(step.batch for step in steps if step.batch))
    states = dict.fromkeys(batches, BatchState.NOT_CALLED)
    keys = [step.key for step in steps]
    if current not in keys:
        return states
    for step in steps[: keys.index(current) + 1]:
        if step.batch:
            states[step.batch] = _STATES[step.kind]
    waiting = next((each for each in batches if states[each] is BatchState.NOT_CALLED), None)
    if waiting is not None:
        states[waiting] = BatchState.WAITING
    return states


def following(steps: Sequence[Step], current: str) -> Step | None:
    """Return the step after the one of this key; the first where nothing runs yet."""
    keys = [step.key for step in steps]
    place = keys.index(current) + 1 if current in keys else 0
    return steps[place] if place < len(steps) else None
