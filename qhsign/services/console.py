"""The console of a ceremony (现场控制台): where it stands is in the file and survives a crash."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain import ceremony
from qhsign.domain.ceremony import Screen, Step, StepKind
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_papers import HostWords
from qhsign.services import batches, big_screen, host_words, run_of_show
from qhsign.services.batch_signing import SIGNED, follow_state
from qhsign.services.big_screen import BigScreen
from qhsign.services.desk import Desk
from qhsign.services.run_of_show import Show, StagedBatch
from qhsign.services.slates import find as find_slate
from qhsign.services.stage_prints import only_slate
from qhsign.services.stage_records import BatchRow
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, Ceremony, CeremonyStep, Contract, Slate
from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class ConsoleStep:
    """One step: planned beginning and minutes, and when it really began and ended."""

    key: str
    kind: StepKind
    title: str
    planned: datetime
    minutes: int
    began: datetime | None = None
    ended: datetime | None = None

    def late_at(self, now: datetime) -> timedelta:
        """Return how late things are while this step runs.

        As late as it began, and more when it takes longer than planned.
        """
        began = self.began or now
        over = now - (began + timedelta(minutes=self.minutes))
        return began - self.planned + max(over, timedelta())


@dataclass(frozen=True, slots=True)
class CeremonyRow:
    """The ceremony of one slate that has batches with contracts; ``is_over`` once it was ended."""

    slate: str
    batches: int
    contracts: int
    is_running: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class ConsoleState:
    """Everything the console shows at a moment.

    ``place`` counts the current step from 1, 0 before the beginning. ``late`` is how much later
    than planned things are, negative when early; ``expected_end`` takes it into account. ``words``
    are read now, ``next_words`` in the next step. ``follows`` tells that the big screen goes with
    the steps, ``held`` that it stays as it is.
    """

    slate: str
    is_running: bool
    at: datetime
    steps: Sequence[ConsoleStep]
    place: int
    late: timedelta
    expected_end: datetime
    words: HostWords | None
    next_words: HostWords | None
    batch: BatchRow | None
    next_batch: BatchRow | None
    screen: BigScreen
    follows: bool
    held: bool
    ended: datetime | None = None
    """When the ceremony was ended, None while it runs or before."""
    first: int = 0
    next_first: int = 0
    """What the first contracts of ``batch`` and ``next_batch`` count as in the ceremony, from 1."""

    @property
    def current(self) -> ConsoleStep | None:
        """The step that runs."""
        return self.steps[self.place - 1] if self.place else None

    @property
    def following(self) -> ConsoleStep | None:
        """The step that "next" goes to."""
        return self.steps[self.place] if self.place < len(self.steps) else None

    def late_at(self, now: datetime) -> timedelta:
        """Return what ``late`` is at another moment, if nothing is done until then."""
        return self.current.late_at(now) if self.current else timedelta()

    def expected_end_at(self, now: datetime) -> datetime:
        """Return what ``expected_end`` is at another moment, if nothing is done until then."""
        return self.expected_end - self.late + self.late_at(now)


def list_ceremonies(desk: Desk) -> list[CeremonyRow]:
    """Return the ceremonies there are or can be: one for each slate with something to sign."""
    with desk.read() as session:
        held = {each.slate_id: each for each in session.scalars(select(Ceremony))}
        query = (
            select(
                Slate.id,
                Slate.name,
                func.count(Batch.id.distinct()),
                func.count(Contract.id.distinct()),
            )
            .join(Batch, Batch.slate_id == Slate.id)
            .join(Contract, Contract.batch_id == Batch.id)
            .group_by(Slate.id)
            .order_by(Slate.id)
        )
        return [
            CeremonyRow(
                name,
                batches_of,
                contracts_of,
                is_running=slate in held and held[slate].ended_at is None,
                is_over=slate in held and held[slate].ended_at is not None,
            )
            for slate, name, batches_of, contracts_of in session.execute(query)
        ]


def state(
    desk: Desk, slate: str | None = None, language: Language = Language.CHINESE
) -> ConsoleState:
    """Return where a slate's ceremony stands; of the only slate with batches if none is named.

    Raises ProblemForUser ``slate-unknown``, ``slate-ambiguous``, ``slate-unnamed``,
    ``batch-none``, ``batch-none-on-slate`` or ``stage-start-unknown``, as all functions here do.
    """
    with desk.read() as session:
        return _state(session, desk, run_of_show.show_of(session, _slate(session, slate), language))


def start(
    desk: Desk, slate: str | None = None, language: Language = Language.CHINESE
) -> ConsoleState:
    """Begin a ceremony with its first step, or with the first batch that was not signed yet.

    Raises ProblemForUser ``ceremony-running``.
    """
    host_words.be_ready()  # no step of the ceremony waits for it
    with desk.write("ceremony start") as session:
        found = _slate(session, slate)
        held = _ceremony(session, found)
        if held is not None and held.ended_at is None:
            raise ProblemForUser("ceremony-running", slate=found.name)
        show = run_of_show.show_of(session, found, language)
        if held is None:
            held = Ceremony(slate_id=found.id, begun_at=desk.now())
            session.add(held)
        held.begun_at, held.ended_at = desk.now(), None
        held.screen, held.held, held.held_step = "", False, ""
        session.flush()
        _enter(session, desk, held, show, _first(show))
        return _state(session, desk, show)


def go_on(
    desk: Desk,
    slate: str | None = None,
    language: Language = Language.CHINESE,
    *,
    seen: str | None = None,
) -> ConsoleState:
    """Go to the next step; the batches' states follow.

    ``seen`` is the key of the step somebody looked at when they said so: two desks that say it at
    once take one step, not two. Raises ProblemForUser ``ceremony-not-running``,
    ``ceremony-moved`` or ``ceremony-at-end``.
    """
    with desk.write("ceremony next") as session:
        found = _slate(session, slate)
        held, show = _running(session, found), run_of_show.show_of(session, found, language)
        done = _done(session, held)
        _check_seen(show, done, seen)
        following = _following(show, done)
        if following is None:
            raise ProblemForUser("ceremony-at-end", slate=found.name)
        done[-1].left_at = desk.now()
        _enter(session, desk, held, show, following)
        return _state(session, desk, show)


def go_back(
    desk: Desk,
    slate: str | None = None,
    language: Language = Language.CHINESE,
    *,
    seen: str | None = None,
) -> ConsoleState:
    """Go back to the step before, as if the current one had never begun; ``seen`` as in `go_on`.

    Steps that were taken out of the plan since are passed over.

    Raises ProblemForUser ``ceremony-not-running``, ``ceremony-moved`` or ``ceremony-at-start``.
    """
    with desk.write("ceremony back") as session:
        found = _slate(session, slate)
        held, show = _running(session, found), run_of_show.show_of(session, found, language)
        done = _done(session, held)
        _check_seen(show, done, seen)
        before = _standing(show, done)[:-1]
        if not before:
            raise ProblemForUser("ceremony-at-start", slate=found.name)
        for step in done[done.index(before[-1]) + 1 :]:
            session.delete(step)
        before[-1].left_at = None
        session.flush()
        _follow(session, desk, show, before[-1].key)
        return _state(session, desk, show)


def end(
    desk: Desk, slate: str | None = None, language: Language = Language.CHINESE
) -> ConsoleState:
    """End a ceremony; the batches stay as they are.

    Raises ProblemForUser ``ceremony-not-running``.
    """
    with desk.write("ceremony end") as session:
        found = _slate(session, slate)
        held = _running(session, found)
        _done(session, held)[-1].left_at = held.ended_at = desk.now()
        session.flush()
        return _state(session, desk, run_of_show.show_of(session, found, language))


def resume(
    desk: Desk, slate: str | None = None, language: Language = Language.CHINESE
) -> ConsoleState:
    """Take the end of a ceremony back: its last step runs on as if it had never been ended.

    Raises ProblemForUser ``ceremony-not-ended``.
    """
    with desk.write("ceremony resume") as session:
        found = _slate(session, slate)
        held = _ceremony(session, found)
        if held is None or held.ended_at is None:
            raise ProblemForUser("ceremony-not-ended", slate=found.name)
        _done(session, held)[-1].left_at = held.ended_at = None
        session.flush()
        return _state(session, desk, run_of_show.show_of(session, found, language))


def choose_screen(
    desk: Desk,
    screen: Screen | None,
    slate: str | None = None,
    language: Language = Language.CHINESE,
) -> ConsoleState:
    """Choose what the big screen shows; None follows the steps again.

    Raises ProblemForUser ``ceremony-not-running``.
    """
    with desk.write("ceremony screen") as session:
        found = _slate(session, slate)
        held = _running(session, found)
        held.screen = screen.value if screen else ""
        held.held, held.held_step = False, ""
        session.flush()
        return _state(session, desk, run_of_show.show_of(session, found, language))


def hold_screen(
    desk: Desk,
    *,
    held: bool,
    slate: str | None = None,
    language: Language = Language.CHINESE,
) -> ConsoleState:
    """Keep the big screen as it is (停住画面), or let it go on.

    Raises ProblemForUser ``ceremony-not-running``.
    """
    with desk.write("ceremony screen") as session:
        found = _slate(session, slate)
        running = _running(session, found)
        running.held = held
        running.held_step = _done(session, running)[-1].key if held else ""
        session.flush()
        return _state(session, desk, run_of_show.show_of(session, found, language))


def _slate(session: Session, named: str | None) -> Slate:
    return only_slate(session) if named is None else find_slate(session, named)


def _ceremony(session: Session, slate: Slate) -> Ceremony | None:
    return session.scalars(select(Ceremony).where(Ceremony.slate_id == slate.id)).one_or_none()


def _running(session: Session, slate: Slate) -> Ceremony:
    held = _ceremony(session, slate)
    if held is None or held.ended_at is not None:
        raise ProblemForUser("ceremony-not-running", slate=slate.name)
    return held


def _done(session: Session, held: Ceremony) -> list[CeremonyStep]:
    """Return the steps begun since the ceremony began, the current one last."""
    query = select(CeremonyStep).where(
        CeremonyStep.ceremony_id == held.id, CeremonyStep.at >= held.begun_at
    )
    return list(session.scalars(query.order_by(CeremonyStep.at, CeremonyStep.id)))


def _standing(show: Show, done: Sequence[CeremonyStep]) -> list[CeremonyStep]:
    """Return the steps begun that still are in the plan; the last of them is the current one."""
    keys = {step.key for step in show.times.steps}
    return [each for each in done if each.key in keys]


def _check_seen(show: Show, done: Sequence[CeremonyStep], seen: str | None) -> None:
    standing = _standing(show, done)
    if seen is not None and seen != (standing[-1].key if standing else ""):
        raise ProblemForUser("ceremony-moved", slate=show.slate.name)


def _first(show: Show) -> Step:
    """Return where a ceremony begins: what was signed before an interruption stays signed."""
    signed = {each.id for each in show.times.batches if each.state in SIGNED}
    steps = show.times.steps
    if not signed:
        return steps[0]
    return next((s for s in steps if s.batch and s.batch not in signed), steps[-1])


def _following(show: Show, done: Sequence[CeremonyStep]) -> Step | None:
    """Return the next step; where the current one is gone, that after the last one still there."""
    standing = _standing(show, done)
    return ceremony.following(show.times.steps, standing[-1].key if standing else "")


def _enter(session: JournaledSession, desk: Desk, held: Ceremony, show: Show, step: Step) -> None:
    session.add(CeremonyStep(ceremony_id=held.id, key=step.key, at=desk.now()))
    session.flush()
    _follow(session, desk, show, step.key)


def _follow(session: JournaledSession, desk: Desk, show: Show, current: str) -> None:
    states = ceremony.states_at(show.times.steps, current)
    for batch in show.times.batches:
        if batch.state is not states[batch.id]:
            follow_state(session, desk, batch, states[batch.id])
    session.flush()


def _state(session: Session, desk: Desk, show: Show) -> ConsoleState:
    now = desk.now()
    held = _ceremony(session, show.slate)
    done = _done(session, held) if held is not None else []
    running = held is not None and held.ended_at is None
    steps = _steps(show, {each.key: each for each in done})
    keys = [step.key for step in show.times.steps]
    standing = _standing(show, done) if running else []
    place = keys.index(standing[-1].key) + 1 if standing else 0
    following = show.times.steps[place] if place < len(keys) else None
    current = show.times.steps[place - 1] if place else None
    late = steps[place - 1].late_at(now) if place else timedelta()
    order = [batch.id for batch in show.times.batches]
    on_stage = current.batch if current else ""
    begun = {step.batch for step in show.times.steps[:place]}
    is_over = held is not None and held.ended_at is not None
    after = [each for each in order if each not in begun and not is_over]
    shown = {on_stage, *after[:1]}
    near = [each for each in show.times.batches if each.id in shown]
    found = batches.rows(session, near, times={show.slate.id: show.times})
    rows = {row.id: row for row in found}
    return ConsoleState(
        slate=show.slate.name,
        is_running=running,
        at=now,
        steps=steps,
        place=place,
        late=late,
        expected_end=show.times.steps[-1].ends + late,
        words=show.words(current) if current else None,
        next_words=show.words(following) if following else None,
        batch=rows.get(on_stage),
        next_batch=rows[after[0]] if after else None,
        screen=_screen(session, show, held, current, now),
        follows=held is None or not held.screen,
        held=held is not None and held.held,
        ended=held.ended_at if held is not None else None,
        first=show.batches.first_of(on_stage) if on_stage else 0,
        next_first=show.batches.first_of(after[0]) if after else 0,
    )


def _steps(show: Show, done: Mapping[str, CeremonyStep]) -> list[ConsoleStep]:
    return [
        ConsoleStep(
            step.key,
            step.kind,
            show.title(step),
            step.begins,
            step.minutes,
            done[step.key].at if step.key in done else None,
            done[step.key].left_at if step.key in done else None,
        )
        for step in show.times.steps
    ]


def _screen(
    session: Session, show: Show, held: Ceremony | None, current: Step | None, now: datetime
) -> BigScreen:
    """Return what the hall sees: a ceremony that was ended says thanks, as its last step did."""
    if held is not None and held.ended_at is not None:
        return big_screen.of_step(session, show, Screen.THANKS, None, now)
    step = current
    if held is not None and held.held:
        step = next((s for s in show.times.steps if s.key == held.held_step), current)
    chosen = Screen(held.screen) if held is not None and held.screen else None
    screen = chosen or (step.screen if step else Screen.WELCOME)
    staged = show.batches.get(step.batch) if step else None
    if staged is None and screen is Screen.SIGNING:
        staged = _last_on_stage(show, step)
    return big_screen.of_step(session, show, screen, staged, now)


def _last_on_stage(show: Show, step: Step | None) -> StagedBatch:
    """Return the batch that was on stage before a step of no batch; the first where none was."""
    steps = show.times.steps
    begun = steps[: steps.index(step)] if step is not None else []
    seen = [each.batch for each in begun if each.batch]
    return show.batches[seen[-1] if seen else show.times.batches[0].id]
