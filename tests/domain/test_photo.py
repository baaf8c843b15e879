"""A photo is 5:7 whatever the picture was, and the head stays in it."""

from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.photo import HIGH, LARGEST, WIDE, framing, is_sharp, shows_a_face

SIDES = st.integers(50, 12_000)


@given(SIDES, SIDES)
def test_every_picture_is_cut_to_five_by_seven_and_never_enlarged(width: int, height: int) -> None:
    frame = framing(width, height)
    wide, high = frame.photo
    assert wide <= min(width, LARGEST[0])
    assert high <= min(height, LARGEST[1])
    assert abs(wide * HIGH - high * WIDE) <= HIGH
    assert frame.whole[0] <= width
    assert frame.whole[1] <= height
    assert 0 <= frame.left <= frame.whole[0] - wide
    assert 0 <= frame.top <= frame.whole[1] - high
    # One side is kept whole: nothing is cut away that need not be.
    assert frame.whole[0] == wide or frame.whole[1] == high


@given(SIDES, SIDES)
def test_what_is_too_wide_is_cut_in_the_middle_and_what_is_too_high_below(
    width: int, height: int
) -> None:
    frame = framing(width, height)
    at_right = frame.whole[0] - frame.photo[0] - frame.left
    below = frame.whole[1] - frame.photo[1] - frame.top
    assert 0 <= at_right - frame.left <= 1
    assert 0 <= below - 3 * frame.top <= 3


def test_known_pictures() -> None:
    assert framing(413, 579).photo == (350, 490)
    assert framing(3000, 4000).photo == (350, 490)
    assert framing(102, 126).photo == (90, 126)  # as a reader of identity cards gives it
    tall = framing(350, 890)
    assert (tall.left, tall.top, tall.photo) == (0, 100, (350, 490))
    wide = framing(750, 490)
    assert (wide.left, wide.top, wide.photo) == (200, 0, (350, 490))


def test_the_bounds() -> None:
    assert shows_a_face(50, 70)
    assert not shows_a_face(49, 70)
    assert is_sharp(185, 259)
    assert not is_sharp(185, 258)
