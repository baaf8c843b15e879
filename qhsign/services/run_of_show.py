"""The run of show (流程单): the steps of a ceremony with their times and the host's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.ceremony import Step, StepKind
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_papers import HostWords, RunOfShow, ShowStep, Side
from qhsign.services import host_words, stage_cast, stage_heads
from qhsign.services.batch_times import Schedule, schedule
from qhsign.services.events import facts_in
from qhsign.services.stage_cast import Cast, CastPerson
from qhsign.store.schema import Batch, Contract, Slate
from qhsign.wording import Language

_KEY = frozenset({StepKind.SIGN})


@dataclass(frozen=True, slots=True)
class StagedBatch:
    """A batch of a ceremony with its cast; ``first`` is the number of its first contract in it."""

    batch: Batch
    name: str
    cast: Cast
    witnesses: dict[Side, list[CastPerson]]
    first: int

    @property
    def last(self) -> int:
        """The number of its last contract in the ceremony."""
        return self.first + len(self.cast.contracts) - 1


@dataclass(frozen=True, slots=True)
class Show:
    """A ceremony with all that its papers and its console say, as long as its session is open."""

    slate: Slate
    times: Schedule
    batches: Mapping[str, StagedBatch]
    language: Language

    @property
    def count(self) -> int:
        """How many contracts are signed."""
        return sum(len(staged.cast.contracts) for staged in self.batches.values())

    def title(self, step: Step) -> str:
        """Return what a step is called: 第一批签约."""
        return wording.say(f"show-step-{step.kind}", self.language, batch=self._batch_name(step))

    def words(self, step: Step) -> HostWords | None:
        """Return what the host reads in a step, None where nothing is read."""
        if step.kind is StepKind.SIGN:
            staged = self.batches[step.batch]
            return host_words.of_batch(
                staged.batch, staged.name, staged.cast, staged.witnesses, self.language
            )
        if step.kind not in {StepKind.OPENING, StepKind.CLOSING}:
            return None
        is_opening = step.kind is StepKind.OPENING
        own = self.slate.opening_words if is_opening else self.slate.closing_words
        said = {"slate": self.slate.name, "count": self.count, "amount": self._sum()}
        code = "host-opening" if is_opening else "host-closing"
        if not is_opening and said["amount"]:
            code = "host-closing-amount"
        text = own or wording.say(code, self.language, **said)
        everybody = [
            person
            for staged in self.batches.values()
            for contract in staged.cast.contracts
            for person in contract.people
        ]
        return host_words.read_aloud(text, everybody)

    def step(self, step: Step, zone_time: datetime) -> ShowStep:
        """Return a step as the paper has it; ``zone_time`` is its beginning in local time."""

        def words_for(part: str, **more: object) -> str:
            return wording.say(f"show-{part}-{step.kind}", self.language, **more)

        return ShowStep(
            clock=zone_time.time().replace(second=0, microsecond=0),
            minutes=step.minutes,
            title=self.title(step),
            content=self._content(step),
            screen=words_for("screen", batch=self._batch_name(step), **self._range(step)),
            sound=words_for("sound"),
            responsible=words_for("by"),
            host_words=self.words(step),
            is_key=step.kind in _KEY,
        )

    def _content(self, step: Step) -> str:
        parameters: dict[str, object] = {"count": self.count, "amount": self._sum()}
        if step.batch:
            staged = self.batches[step.batch]
            total = host_words.sum_words(staged.cast.contracts, self.language)
            tables = len(staged.cast.contracts)
            parameters = {"count": tables, "amount": total}
        has_amount = step.kind in {StepKind.SIGN, StepKind.CLOSING} and parameters["amount"]
        code = f"show-content-{step.kind}{'-amount' if has_amount else ''}"
        return wording.say(code, self.language, **parameters)

    def _range(self, step: Step) -> dict[str, object]:
        staged = self.batches.get(step.batch)
        return {"first": staged.first, "last": staged.last} if staged else {"first": 0, "last": 0}

    def _batch_name(self, step: Step) -> str:
        if not step.batch:
            return ""
        batch = next(each for each in self.times.batches if each.id == step.batch)
        return stage_heads.batch_name(batch, self.slate)

    def _sum(self) -> str:
        every = [c for staged in self.batches.values() for c in staged.cast.contracts]
        return host_words.sum_words(every, self.language)


class _Staged(Mapping[str, StagedBatch]):
    """Gathers the cast of each batch when it is first asked for.

    A step of the console needs two batches of perhaps thirty, and must be quick.
    """

    def __init__(self, session: Session, slate: Slate, held: Sequence[Batch]) -> None:
        self._session, self._slate = session, slate
        self._held = {batch.id: batch for batch in held}
        query = select(Contract.batch_id, func.count()).where(Contract.batch_id.in_(self._held))
        self._counts = dict(session.execute(query.group_by(Contract.batch_id)).all())
        self._made: dict[str, StagedBatch] = {}

    def __getitem__(self, key: str) -> StagedBatch:
        if key not in self._made:
            self._made[key] = self._make(self._held[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def _make(self, batch: Batch) -> StagedBatch:
        before = list(self._held)[: list(self._held).index(batch.id)]
        cast = stage_cast.of_batch(self._session, batch)
        return StagedBatch(
            batch,
            stage_heads.batch_name(batch, self._slate),
            cast,
            stage_cast.witnesses_of(cast, batch),
            first=1 + sum(self._counts.get(each, 0) for each in before),
        )


def show_of(session: Session, slate: Slate, language: Language = Language.CHINESE) -> Show:
    """Gather a slate's ceremony.

    Raises ProblemForUser ``batch-none-on-slate``, or ``stage-start-unknown`` where nothing is known
    of the time.
    """
    times = schedule(session, slate)
    if not times.batches:
        raise ProblemForUser("batch-none-on-slate", slate=slate.name)
    if not times.steps:
        raise ProblemForUser("stage-start-unknown", batch=times.batches[0].name)
    return Show(slate, times, _Staged(session, slate, times.batches), language)


def paper_of(
    session: Session, show: Show, *, made: datetime, version: int, approved: bool = False
) -> RunOfShow:
    """Return the paper of a ceremony."""
    zone = facts_in(session).zone
    return RunOfShow(
        facts=stage_heads.of_slate(
            session,
            show.slate,
            show.times,
            show.count,
            made=made,
            version=version,
            frozen=approved,
            language=show.language,
        ),
        steps=[show.step(step, step.begins.astimezone(zone)) for step in show.times.steps],
    )


def content_of(show: Show) -> list[list[object]]:
    """Return what a run of show says, for its approval."""
    said: list[list[object]] = []
    for step in show.times.steps:
        words = show.words(step)
        readings = [(r.start, r.pinyin) for r in words.readings] if words else []
        said.append(
            [step.key, step.begins.isoformat(), step.minutes, words.text if words else "", readings]
        )
    return said
