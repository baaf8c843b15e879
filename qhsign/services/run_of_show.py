"""The run of show (流程单): the steps of a ceremony with their times and the host's words."""

from collections.abc import Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.ceremony import Step, StepKind
from qhsign.domain.money import Amount, Qualifier
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_papers import HostWords, RunOfShow, ShowStep
from qhsign.domain.stage_terms import Side
from qhsign.services import host_words, stage_cast, stage_heads
from qhsign.services.batch_signing import SIGNED
from qhsign.services.batch_times import Schedule, decided, schedule
from qhsign.services.events import facts_in
from qhsign.services.stage_cast import Cast, CastPerson
from qhsign.store.schema import Batch, Contract, Slate
from qhsign.store.schema import ShowStep as Decided
from qhsign.wording import Language

_KEY = frozenset({StepKind.SIGN})
_WRITTEN = ("title", "content", "screen", "sound", "responsible")


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


class StagedBatches(Mapping[str, StagedBatch]):
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
            batch = self._held[key]
            self._made[key] = self._make(batch, stage_cast.of_batch(self._session, batch))
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    @property
    def count(self) -> int:
        """How many contracts all of them hold."""
        return sum(self._counts.values())

    @property
    def signed(self) -> int:
        """How many contracts those hold that have been signed."""
        done = (key for key, batch in self._held.items() if batch.state in SIGNED)
        return sum(self._counts.get(key, 0) for key in done)

    @property
    def amounts(self) -> list[Amount]:
        """The amounts of all contracts, table by table: their people need not be read for it."""
        query = select(Contract.batch_id, Contract.amount, Contract.currency, Contract.qualifier)
        query = query.where(Contract.batch_id.in_(self._held), Contract.amount.is_not(None))
        found: dict[str, list[Amount]] = {}
        ordered = query.order_by(*stage_cast.BY_TABLE)
        for batch, fen, currency, qualifier in self._session.execute(ordered):
            amount = Amount(fen or 0, currency, Qualifier(qualifier))
            found.setdefault(batch or "", []).append(amount)
        return [amount for key in self._held for amount in found.get(key, ())]

    def name_of(self, batch: str) -> str:
        """Return what a batch is called."""
        return stage_heads.batch_name(self._held[batch], self._slate)

    def values(self) -> ValuesView[StagedBatch]:
        """Return all of them: what is not known of any is asked for at once."""
        missing = [batch for key, batch in self._held.items() if key not in self._made]
        if missing:
            casts = stage_cast.of_batches(self._session, missing)
            self._made.update((batch.id, self._make(batch, casts[batch.id])) for batch in missing)
        return super().values()

    def first_of(self, batch: str) -> int:
        """Return what the first contract of a batch counts as in the ceremony, from 1."""
        order = list(self._held)
        return 1 + sum(self._counts.get(each, 0) for each in order[: order.index(batch)])

    def _make(self, batch: Batch, cast: Cast) -> StagedBatch:
        return StagedBatch(
            batch,
            stage_heads.batch_name(batch, self._slate),
            cast,
            stage_cast.witnesses_of(cast, batch),
            self.first_of(batch.id),
        )


@dataclass(frozen=True, slots=True)
class Show:
    """A ceremony with all that its papers and its console say, as long as its session is open."""

    slate: Slate
    times: Schedule
    batches: StagedBatches
    language: Language
    decided: Mapping[str, Decided] = field(default_factory=dict)
    """What the office decided of steps, by their keys."""

    @property
    def count(self) -> int:
        """How many contracts are signed."""
        return self.batches.count

    def title(self, step: Step) -> str:
        """Return what a step is called: 第一批签约."""
        own = self._own(step, "title")
        if own or step.own:
            return own
        return wording.say(f"show-step-{step.kind}", self.language, batch=self._batch_name(step))

    def words(self, step: Step) -> HostWords | None:
        """Return what the host reads in a step, None where nothing is read."""
        written = self.written_words(step)
        text = written or self.usual_words(step)
        # The usual words of opening and closing name nobody: a thousand need not be read for them.
        people = self.people(step) if written or step.batch else ()
        return host_words.read_aloud(text, people) if text else None

    def written_words(self, step: Step) -> str:
        """Return what staff wrote for the host to read in a step, "" where they did not."""
        match step.kind:
            case StepKind.SIGN:
                return self.batches[step.batch].batch.host_words
            case StepKind.OPENING:
                return self.slate.opening_words
            case StepKind.CLOSING:
                return self.slate.closing_words
            case _:
                return self._own(step, "host_words") if step.own else ""

    def usual_words(self, step: Step) -> str:
        """Return what the host reads in a step unless staff wrote it, "" for nothing."""
        if step.kind is StepKind.SIGN:
            staged = self.batches[step.batch]
            standing = [
                person for side in (Side.HOST, Side.GUEST) for person in staged.witnesses[side]
            ]
            return host_words.made(staged.name, staged.cast.contracts, standing, self.language)
        if step.kind not in {StepKind.OPENING, StepKind.CLOSING}:
            return ""
        said = {"slate": self.slate.name, "count": self.count, "amount": self._sum()}
        code = "host-opening" if step.kind is StepKind.OPENING else "host-closing"
        if step.kind is StepKind.CLOSING and said["amount"]:
            code = "host-closing-amount"
        return wording.say(code, self.language, **said)

    def people(self, step: Step) -> list[CastPerson]:
        """Return those who may be named in a step: of its batch, else of all batches."""
        staged = [self.batches[step.batch]] if step.batch else self.batches.values()
        return [
            person
            for each in staged
            for people in (
                *(contract.people for contract in each.cast.contracts),
                *each.witnesses.values(),
            )
            for person in people
        ]

    def step(self, step: Step, zone_time: datetime) -> ShowStep:
        """Return a step as the paper has it; ``zone_time`` is its beginning in local time."""

        def words_for(part: str, attribute: str, **more: object) -> str:
            own = self._own(step, attribute)
            if own or step.own:
                return own
            return wording.say(f"show-{part}-{step.kind}", self.language, **more)

        return ShowStep(
            clock=zone_time.time().replace(second=0, microsecond=0),
            minutes=step.minutes,
            title=self.title(step),
            content=self._content(step),
            screen=words_for("screen", "screen", batch=self._batch_name(step), **self._range(step)),
            sound=words_for("sound", "sound"),
            responsible=words_for("by", "responsible"),
            host_words=self.words(step),
            is_key=step.kind in _KEY,
        )

    def _own(self, step: Step, attribute: str) -> str:
        """Return what the office wrote for a step, "" where it wrote nothing."""
        found = self.decided.get(step.key)
        return str(getattr(found, attribute)) if found else ""

    def _content(self, step: Step) -> str:
        own = self._own(step, "content")
        if own or step.own:
            return own
        if step.batch:
            signed = self.batches[step.batch].cast.contracts
            amount = host_words.sum_words(signed, self.language)
            parameters: dict[str, object] = {"count": len(signed), "amount": amount}
        else:
            parameters = {"count": self.count, "amount": self._sum()}
        has_amount = step.kind in {StepKind.SIGN, StepKind.CLOSING} and parameters["amount"]
        code = f"show-content-{step.kind}{'-amount' if has_amount else ''}"
        return wording.say(code, self.language, **parameters)

    def _range(self, step: Step) -> dict[str, object]:
        staged = self.batches.get(step.batch)
        return {"first": staged.first, "last": staged.last} if staged else {"first": 0, "last": 0}

    def _batch_name(self, step: Step) -> str:
        if not step.batch:
            return ""
        return self.batches.name_of(step.batch)

    def _sum(self) -> str:
        return host_words.added_words(self.batches.amounts, self.language)


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
    known = {each.key: each for each in decided(session, slate.id)}
    return Show(slate, times, StagedBatches(session, slate, times.batches), language, known)


def paper_of(
    session: Session, show: Show, *, made: datetime, version: int, approved: bool = False
) -> RunOfShow:
    """Return the paper of a ceremony; until it is approved it is a draft (样张)."""
    zone = facts_in(session).zone
    facts = stage_heads.of_slate(
        session,
        show.slate,
        show.times,
        show.count,
        made=made,
        version=version,
        frozen=approved,
        language=show.language,
    )
    return RunOfShow(
        facts=replace(facts, is_draft=not approved),
        steps=[show.step(step, step.begins.astimezone(zone)) for step in show.times.steps],
    )


def content_of(show: Show) -> list[list[object]]:
    """Return what a run of show says, for its approval."""
    said: list[list[object]] = []
    for step in show.times.steps:
        words = show.words(step)
        readings = [(r.start, r.pinyin) for r in words.readings] if words else []
        row: list[object] = [
            step.key, step.begins.isoformat(), step.minutes, words.text if words else "", readings,
        ]  # fmt: skip
        found = show.decided.get(step.key)
        written = [getattr(found, name) for name in _WRITTEN] if found else []
        # A step nobody wrote on says what it said when it was signed before there was this.
        said.append([*row, written] if any(written) else row)
    return said
