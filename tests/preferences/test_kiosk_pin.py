import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.kiosk_pin import read_pin
from qhsign.preferences.pin_hash import hash_of, pin_fits


@pytest.mark.parametrize("pin", ["0000", "13579", "246810"])
def test_four_to_six_digits_typed_twice_are_a_pin(pin: str) -> None:
    assert read_pin(pin, pin) == pin


@pytest.mark.parametrize(
    ("first", "again", "code"),
    [
        ("", "", "pin-form"),
        ("123", "123", "pin-form"),
        ("1234567", "1234567", "pin-form"),
        ("12a4", "12a4", "pin-form"),
        ("１２３４", "１２３４", "pin-form"),
        ("1234", "1243", "pin-differs"),
    ],
)
def test_anything_else_has_one_sentence(first: str, again: str, code: str) -> None:
    with pytest.raises(ProblemForUser) as problem:
        read_pin(first, again)
    assert problem.value.code == code


def test_only_the_same_pin_fits_and_the_hash_does_not_tell_it() -> None:
    kept = hash_of("2468")
    assert kept.startswith("$argon2id$")
    assert kept != hash_of("2468"), "two desks with the same PIN do not look alike"
    assert pin_fits(kept, "2468")
    assert not pin_fits(kept, "2469")
    assert not pin_fits(kept, "")


@pytest.mark.parametrize("kept", ["", "damaged", "$argon2id$v=19$m=65536,t=3,p=4$x"])
def test_with_a_damaged_hash_no_pin_fits(kept: str) -> None:
    assert not pin_fits(kept, "2468")
