import pytest

from qhsign.domain.roles import LEAST_ROLE, NOBODY, Act, Role, is_a_pin, may


def test_every_act_is_kept_for_a_role() -> None:
    assert set(LEAST_ROLE) == set(Act)


@pytest.mark.parametrize(
    ("role", "acts"),
    [
        (Role.CHECK_IN, {Act.CHECK_IN}),
        (Role.EDITOR, {Act.CHECK_IN, Act.EDIT, Act.IMPORT, Act.PRINT, Act.EXPORT}),
        (Role.SUPERVISOR, set(Act) - {Act.SETTINGS, Act.OPERATORS}),
        (Role.ADMINISTRATOR, set(Act)),
    ],
)
def test_a_role_may_what_those_before_it_may_and_more(role: Role, acts: set[Act]) -> None:
    assert {act for act in Act if may(role, act)} == acts


def test_where_nobody_has_signed_in_the_door_goes_on() -> None:
    assert may(NOBODY, Act.CHECK_IN)
    assert not may(NOBODY, Act.EDIT)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("1234", True), ("000000000000", True), ("123", False), ("1" * 13, False), ("12a4", False),
     ("１２３４", False), ("", False)],
)  # fmt: skip
def test_a_pin_is_a_few_plain_digits(text: str, *, is_one: bool) -> None:
    assert is_a_pin(text) is is_one
