"""The steps of a signing ceremony, and what the console knows at each of them.

The same steps make the run of show, whose times they estimate, and the console, which goes through
them. A step is known by a key, so that a console that died finds its step again although a batch
was changed meanwhile.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    OWN = "own"  # 自设环节: what the office puts in between, such as a film or a speech


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
    StepKind.OWN: 5,
}
_SCREENS: Mapping[StepKind, Screen] = {
    StepKind.GATHER: Screen.WELCOME,
    StepKind.SEATING: Screen.WELCOME,
    StepKind.OPENING: Screen.WELCOME,
    StepKind.CLOSING: Screen.THANKS,
    StepKind.OWN: Screen.WELCOME,
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
class OwnStep:
    """A step the office puts in behind the step of the key ``after``; "" is the beginning.

    ``key`` is what it is known by; ``minutes`` is None for the usual length. Steps behind the same
    one follow each other as they are given.
    """

    key: str
    after: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What the office decided of a ceremony: minutes by the keys of steps, and its own steps."""

    minutes: Mapping[str, int] = field(default_factory=dict)
    own: Sequence[OwnStep] = ()


USUAL = Plan()


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its estimated beginning; ``batch`` is "" for those of the whole ceremony.

    ``own`` is the key of a step the office put in, "" for all others.
    """

    kind: StepKind
    begins: datetime
    minutes: int
    batch: str = ""
    own: str = ""

    @property
    def key(self) -> str:
        """What the step is known by: ``opening``, ``sign:<batch>``, ``own:<step>``."""
        return self.own or key_of(self.kind, self.batch)

    @property
    def ends(self) -> datetime:
        """When the next step begins, as estimated."""
        return self.begins + timedelta(minutes=self.minutes)

    @property
    def screen(self) -> Screen:
        """What the big screen shows unless staff chose otherwise."""
        return _SCREENS.get(self.kind, Screen.SIGNING)


def key_of(kind: StepKind, batch: str = "") -> str:
    """Return what a step of the ceremony, or of one of its batches, is known by."""
    return f"{kind}:{batch}" if batch else kind.value


def lead(plan: Plan = USUAL) -> timedelta:
    """Return how long before the first batch goes on stage the ceremony begins."""
    return timedelta(minutes=sum(minutes for _, minutes in _before_stage(_laid([], plan), plan)))


def minutes_of(kind: StepKind, contracts: int = 0) -> int:
    """Return how long a step takes as estimated; signing takes longer with more contracts."""
    return _MINUTES[kind] + (contracts if kind is StepKind.SIGN else 0)


def steps_of(batches: Sequence[ShowBatch], first: datetime, plan: Plan = USUAL) -> list[Step]:
    """Return all steps; ``first`` is when the first batch goes on stage if it has no time itself.

    A batch with a time of its own goes on then, or as soon as what comes before it is over. An own
    step behind one that is gone comes before the closing.
    """
    laid = _laid(batches, plan)
    before = sum(minutes for _, minutes in _before_stage(laid, plan))
    moment = (batches[0].starts if batches and batches[0].starts else first) - timedelta(
        minutes=before
    )
    made: list[Step] = []
    for each in laid:
        if each.kind is StepKind.ENTER and each.batch and each.batch.starts is not None:
            moment = max(moment, each.batch.starts)
        minutes = each.minutes(plan)
        batch = each.batch.id if each.batch else ""
        made.append(Step(each.kind, moment, minutes, batch, each.own.key if each.own else ""))
        moment += timedelta(minutes=minutes)
    return made


@dataclass(frozen=True, slots=True)
class _Laid:
    """A step in its place, before its time is known."""

    kind: StepKind
    batch: ShowBatch | None = None
    own: OwnStep | None = None

    @property
    def key(self) -> str:
        return self.own.key if self.own else key_of(self.kind, self.batch.id if self.batch else "")

    def minutes(self, plan: Plan) -> int:
        usual = minutes_of(self.kind, self.batch.contracts if self.batch else 0)
        if self.own is not None:
            return usual if self.own.minutes is None else self.own.minutes
        return plan.minutes.get(self.key, usual)


def _laid(batches: Sequence[ShowBatch], plan: Plan) -> list[_Laid]:
    """Return the steps in their order, the office's own among them."""
    usual = [
        *(_Laid(kind) for kind in BEFORE),
        *(_Laid(kind, batch) for batch in batches for kind in OF_A_BATCH),
        _Laid(StepKind.CLOSING),
    ]
    keys = {each.key for each in usual}
    behind: dict[str, list[_Laid]] = {}
    for own in plan.own:
        anchor = own.after if own.after in keys or not own.after else usual[-2].key
        behind.setdefault(anchor, []).append(_Laid(StepKind.OWN, own=own))
    laid = list(behind.get("", ()))
    for each in usual:
        laid += [each, *behind.get(each.key, ())]
    return laid


def _before_stage(laid: Sequence[_Laid], plan: Plan) -> Iterator[tuple[str, int]]:
    """Give the steps before the first batch goes on stage with their minutes."""
    ending = {StepKind.ENTER, StepKind.CLOSING}
    for each in laid:
        if each.kind in ending:
            return
        yield each.key, each.minutes(plan)


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
