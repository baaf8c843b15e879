"""What the office decides of a run of show: times, texts and minutes of steps, steps of its own.

Every function here changes one thing, and returns the operation that `batches.undo` takes back.
Each raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``, ``show-step-unknown`` for a
step that is not in the run of show any more, and what is said with it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from qhsign.domain.ceremony import BEFORE, OF_A_BATCH, StepKind, key_of
from qhsign.domain.problems import ProblemForUser
from qhsign.services import batch_times, events, typed_values
from qhsign.services.activities import local_moment
from qhsign.services.desk import Desk
from qhsign.services.show_records import StepSet
from qhsign.services.slates import find as find_slate
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, ShowStep, Slate
from qhsign.store.schema.base import new_id

LONGEST = 600
"""Minutes a step may take."""
STARTS = "starts"
_TEXTS = ("title", "content", "screen", "sound", "responsible")


def set_step(desk: Desk, slate: str, key: str, values: Mapping[str, str]) -> StepSet:
    """Set what is said of a step, and how long it takes; what is empty is the usual again.

    ``values`` are ``title``, ``content``, ``screen``, ``sound``, ``responsible`` and ``minutes``.
    ``starts`` is when a batch goes on stage, as hh:mm of the ceremony's day or as a whole moment,
    and empty for the estimate; only that step has it. Raises ``show-minutes-wrong``,
    ``show-time-wrong``, ``show-title-missing`` or ``setting-unknown``; then nothing is changed.
    """
    with desk.write("show step set") as session:
        found = find_slate(session, slate)
        _check(session, found, key)
        others = {name: text for name, text in values.items() if name != STARTS}
        if STARTS in values:
            _set_start(session, found, key, values[STARTS])
        if others:
            _write(session, found, key, others)
        return _done(session, key)


def set_words(desk: Desk, slate: str, key: str, text: str) -> StepSet:
    """Set what the host reads in a step, "" for the usual words.

    Raises ``show-words-nowhere`` for a step in which nothing is read.
    """
    with desk.write("slate words") as session:
        found = find_slate(session, slate)
        _check(session, found, key)
        words = typed_values.on_lines(text)
        kind, _, subject = key.partition(":")
        if kind == StepKind.SIGN:
            session.get_one(Batch, subject).host_words = words
        elif kind == StepKind.OPENING:
            found.opening_words = words
        elif kind == StepKind.CLOSING:
            found.closing_words = words
        elif batch_times.is_own(key):
            _held(session, found, key).host_words = words
        else:
            raise ProblemForUser("show-words-nowhere")
        return _done(session, key)


def add_step(desk: Desk, slate: str, after: str, values: Mapping[str, str]) -> StepSet:
    """Put a step of the office's own behind the step of the key ``after``, "" for the beginning.

    ``values`` as `set_step`; a ``title`` has to be among them.
    """
    with desk.write("show step add") as session:
        found = find_slate(session, slate)
        if after:
            _check(session, found, after)
        own = new_id()
        made = _new(found, f"{StepKind.OWN}:{own}", own)
        _take(made, {"title": "", **values})
        anchor, behind = _place_behind(session, found, after)
        _put(session, found, made, anchor, behind)
        session.add(made)
        return _done(session, made.key)


def move_step(desk: Desk, slate: str, key: str, by: int) -> StepSet:
    """Move a step of the office's own one step on (1) or back (-1), past whatever is there.

    At an end, and past the closing, it stays. Raises ``show-step-fixed`` for any other step.
    """
    with desk.write("show step move") as session:
        found = find_slate(session, slate)
        _own(session, found, key)
        keys = [step.key for step in batch_times.schedule(session, found).steps]
        at = keys.index(key) if key in keys else len(keys)
        target = at + by
        if 0 <= target < len(keys) - 1:
            keys.remove(key)
            before = keys[target - 1] if target else ""
            step = _held(session, found, key)
            anchor, behind = _place_behind(session, found, before, leaving=step)
            _put(session, found, step, anchor, behind)
        return _done(session, key)


def remove_step(desk: Desk, slate: str, key: str) -> StepSet:
    """Take a step of the office's own out. Raises ``show-step-fixed`` for any other step."""
    with desk.write("show step remove") as session:
        found = find_slate(session, slate)
        session.delete(_own(session, found, key))
        return _done(session, key)


def _check(session: Session, slate: Slate, key: str) -> None:
    if all(step.key != key for step in batch_times.schedule(session, slate).steps):
        raise ProblemForUser("show-step-unknown")


def _own(session: Session, slate: Slate, key: str) -> ShowStep:
    if not batch_times.is_own(key):
        raise ProblemForUser("show-step-fixed")
    return _held(session, slate, key)


def _held(session: Session, slate: Slate, key: str) -> ShowStep:
    """Return what is kept of a step; of one nobody wrote on, a record that is not kept yet."""
    for step in batch_times.decided(session, slate.id):
        if step.key == key:
            return step
    if batch_times.is_own(key):
        raise ProblemForUser("show-step-unknown")
    return _new(slate, key, new_id())


def _new(slate: Slate, key: str, record: str) -> ShowStep:
    return ShowStep(id=record, slate_id=slate.id, key=key, **dict.fromkeys(_TEXTS, ""))


def _write(session: JournaledSession, slate: Slate, key: str, values: Mapping[str, str]) -> None:
    step = _held(session, slate, key)
    _take(step, values)
    is_usual = step.minutes is None and not any(getattr(step, name) for name in _TEXTS)
    if not is_usual or batch_times.is_own(key):
        session.add(step)
    elif step in session:
        # What is as usual again needs no record.
        session.delete(step)


def _take(step: ShowStep, values: Mapping[str, str]) -> None:
    read = {name: _read(name, text.strip()) for name, text in values.items()}
    if batch_times.is_own(step.key) and read.get("title") == "":
        raise ProblemForUser("show-title-missing")
    for name, value in read.items():
        setattr(step, name, value)


def _read(name: str, text: str) -> Any:
    readers: Mapping[str, Callable[[str], Any]] = {
        **dict.fromkeys(_TEXTS, typed_values.on_lines),
        "minutes": _minutes,
    }
    if name not in readers:
        raise ProblemForUser("setting-unknown", key=name, keys="、".join((*readers, STARTS)))
    return readers[name](text)


def _minutes(text: str) -> int | None:
    try:
        minutes = typed_values.count(text)
    except ValueError:
        minutes = LONGEST + 1
    if minutes is not None and minutes > LONGEST:
        raise ProblemForUser("show-minutes-wrong", value=text, most=LONGEST)
    return minutes


def _set_start(session: JournaledSession, slate: Slate, key: str, text: str) -> None:
    kind, _, subject = key.partition(":")
    if kind != StepKind.ENTER:
        raise ProblemForUser("setting-unknown", key=STARTS, keys="、".join((*_TEXTS, "minutes")))
    batch = session.get_one(Batch, subject)
    typed = text.strip()
    if not typed:
        batch.starts = None
        return
    zone = events.facts_in(session).zone
    if "-" not in typed and "T" not in typed:
        # A time of day is meant of the day the batch would go on anyhow.
        estimated = batch_times.schedule(session, slate).starts(batch.id)
        day = (estimated.astimezone(zone) if estimated else None) or slate.day
        if day is None:
            raise ProblemForUser("show-time-wrong", value=text)
        hours, _, minutes = typed.replace("：", ":").partition(":")
        typed = f"{day:%Y-%m-%d}T{hours.zfill(2)}:{minutes}"
    try:
        batch.starts = local_moment(typed, zone)
    except (ValueError, OverflowError):
        raise ProblemForUser("show-time-wrong", value=text) from None


def _place_behind(
    session: JournaledSession, slate: Slate, before: str, leaving: ShowStep | None = None
) -> tuple[str, list[ShowStep]]:
    """Return the usual step something behind ``before`` hangs on, and the own steps before it."""
    if before == StepKind.CLOSING:
        # Nothing follows the end: what is put there comes just before it.
        steps = batch_times.schedule(session, slate).steps
        before = steps[-2].key if len(steps) > 1 else ""
    own = [each for each in batch_times.decided(session, slate.id) if batch_times.is_own(each.key)]
    found = next((each for each in own if each.key == before), None)
    anchor = _standing(session, slate, found.after) if found else before
    there = [
        each
        for each in own
        if each is not leaving and _standing(session, slate, each.after) == anchor
    ]
    return anchor, there[: there.index(found) + 1] if found else []


def _standing(session: Session, slate: Slate, after: str) -> str:
    """Return the step an own one really stands behind: what is gone is the last before the end."""
    batches = batch_times.schedule(session, slate).batches
    usual = [
        *(key_of(kind) for kind in BEFORE),
        *(key_of(kind, batch.id) for batch in batches for kind in OF_A_BATCH),
    ]
    return after if not after or after in usual else usual[-1]


def _put(
    session: JournaledSession, slate: Slate, step: ShowStep, anchor: str, behind: list[ShowStep]
) -> None:
    """Let a step follow those of ``behind``, which hang on ``anchor``, and the others follow it."""
    others = [
        each
        for each in batch_times.decided(session, slate.id)
        if batch_times.is_own(each.key)
        and each is not step
        and _standing(session, slate, each.after) == anchor
    ]
    rest = [each for each in others if each not in behind]
    for position, each in enumerate([*behind, step, *rest], start=1):
        each.after, each.position = anchor, position


def _done(session: JournaledSession, key: str) -> StepSet:
    session.flush()
    return StepSet(key, session.pen.operation if session.pen.started else "")
