"""The run of show (流程单): the steps of a ceremony with their times and the host's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.ceremony import Step, StepKind
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_papers import HostWords, RunOfShow, ShowStep, Side
from qhsign.services import host_words, stage_cast, stage_heads
from qhsign.services.batch_times import Schedule, schedule
from qhsign.services.events import facts_in
from qhsign.services.stage_cast import Cast, CastPerson
from qhsign.store.schema import Batch, Slate
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
    """A ceremony with all that its papers and its console say."""

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
        return self.batches[step.batch].name if step.batch else ""

    def _sum(self) -> str:
        every = [c for staged in self.batches.values() for c in staged.cast.contracts]
        return host_words.sum_words(every, self.language)


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
    staged: dict[str, StagedBatch] = {}
    first = 1
    for batch in times.batches:
        cast = stage_cast.of_batch(session, batch)
        name = stage_heads.batch_name(batch, slate)
        witnesses = stage_cast.witnesses_of(cast, batch)
        staged[batch.id] = StagedBatch(batch, name, cast, witnesses, first)
        first += len(cast.contracts)
    return Show(slate, times, staged, language)


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
