from datetime import UTC, datetime, timedelta
from itertools import pairwise

from qhsign.domain.batching import BatchState
from qhsign.domain.ceremony import (
    OwnStep,
    Plan,
    Screen,
    ShowBatch,
    StepKind,
    following,
    lead,
    states_at,
    steps_of,
)

T = datetime(2024, 7, 11, 7, 20, tzinfo=UTC)
TWO = [ShowBatch("a", 6), ShowBatch("b", 3)]


def test_steps_are_timed_one_after_the_other() -> None:
    steps = steps_of(TWO, T)
    assert [step.key for step in steps] == [
        "gather", "seating", "opening", "enter:a", "sign:a", "exchange:a", "leave:a",
        "enter:b", "sign:b", "exchange:b", "leave:b", "closing",
    ]  # fmt: skip
    assert steps[0].begins == T - lead()
    assert steps[3].begins == T
    assert (steps[4].minutes, steps[8].minutes) == (8, 5)
    assert all(first.ends == second.begins for first, second in pairwise(steps))
    assert [steps[0].screen, steps[4].screen, steps[-1].screen] == [
        Screen.WELCOME, Screen.SIGNING, Screen.THANKS,
    ]  # fmt: skip


def test_a_planned_time_is_kept_unless_the_stage_is_taken() -> None:
    later = T + timedelta(hours=1)
    steps = {s.key: s for s in steps_of([ShowBatch("a", 6, T), ShowBatch("b", 3, later)], later)}
    assert (steps["enter:a"].begins, steps["enter:b"].begins) == (T, later)
    tight = {s.key: s for s in steps_of([TWO[0], ShowBatch("b", 3, T)], T)}
    assert tight["enter:b"].begins == tight["leave:a"].ends


def test_states_follow_the_steps() -> None:
    steps = steps_of(TWO, T)
    expected = {
        "": ("not-called", "not-called"),
        "gather": ("waiting", "not-called"),
        "enter:a": ("on-stage", "waiting"),
        "sign:a": ("on-stage", "waiting"),
        "exchange:a": ("signed", "waiting"),
        "leave:a": ("left", "waiting"),
        "enter:b": ("left", "on-stage"),
        "closing": ("left", "left"),
    }
    for key, (first, second) in expected.items():
        assert states_at(steps, key) == {"a": BatchState(first), "b": BatchState(second)}, key


def test_what_follows() -> None:
    steps = steps_of(TWO, T)
    first = following(steps, "")
    assert first is not None
    assert first.kind is StepKind.GATHER
    after = following(steps, "leave:a")
    assert after is not None
    assert after.key == "enter:b"
    assert following(steps, "closing") is None
    assert [step.key for step in steps_of([], T)] == ["gather", "seating", "opening", "closing"]


def test_the_office_changes_minutes_and_puts_steps_in() -> None:
    plan = Plan(
        {"opening": 10, "sign:a": 1, "own:x": 99},
        [OwnStep("own:x", "opening", 8), OwnStep("own:y", "opening"), OwnStep("own:z", "")],
    )
    steps = steps_of(TWO, T, plan)
    keys = [step.key for step in steps]
    assert keys[:6] == ["own:z", "gather", "seating", "opening", "own:x", "own:y"]
    minutes = {step.key: step.minutes for step in steps}
    assert (minutes["opening"], minutes["sign:a"], minutes["own:x"], minutes["own:y"]) == (
        10, 1, 8, 5,
    )  # fmt: skip
    assert next(step for step in steps if step.key == "enter:a").begins == T
    assert lead(plan) == T - steps[0].begins
    assert all(first.ends == second.begins for first, second in pairwise(steps))
    assert steps[0].screen is Screen.WELCOME


def test_an_own_step_whose_place_is_gone_comes_before_the_end() -> None:
    for after in ("leave:gone", "sign:gone", "own:gone"):
        steps = steps_of(TWO, T, Plan(own=[OwnStep("own:x", after)]))
        assert [step.key for step in steps][-2:] == ["own:x", "closing"], after
    (lone,) = [s for s in steps_of([], T, Plan(own=[OwnStep("own:x", "sign:a")])) if s.own]
    assert lone.kind is StepKind.OWN
