import pytest

from qhsign.domain import colours
from qhsign.domain.colours import NEAR_BLACK, WHITE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#0B6E78", "#0B6E78", 1.0)],
)
def test_contrast_is_measured_as_wcag_does(one: str, other: str, expected: float) -> None:
    assert round(colours.contrast(one, other), 2) == expected
    assert colours.contrast(one, other) == colours.contrast(other, one)


def test_typed_colours_are_read_in_one_form() -> None:
    for text in ("#2c4590", "2C4590", "  #2C4590 "):
        assert colours.read_colour(text) == "#2C4590"
    for text in ("", "#2C459", "teal", "#GGGGGG", "#2C459000"):
        with pytest.raises(ValueError, match=text or "^$"):
            colours.read_colour(text)


def test_a_band_takes_the_ink_that_reads_best() -> None:
    assert colours.ink_on("#2C4590") == WHITE
    assert colours.ink_on("#CBD3D6") == NEAR_BLACK


@pytest.mark.parametrize(
    ("band", "legible"),
    [
        ("#0B6E78", True),
        ("#CBD3D6", True),
        ("#DC6F2C", True),
        ("#E05050", False),  # neither white nor black reads on it
        ("#F4F4F4", False),  # white on white paper
        ("#FFFFFF", False),
    ],
)
def test_middling_and_white_bands_are_not_legible(band: str, *, legible: bool) -> None:
    assert colours.is_legible(band) is legible


def test_two_shades_of_one_colour_are_alike() -> None:
    assert colours.are_alike("#2C4590", "#30489A")
    assert not colours.are_alike("#2C4590", "#0B6E78")


@pytest.mark.parametrize("band", ["#CBD3D6", "#6B1029", "#DC6F2C", "#000000", "#FFFFFF"])
def test_a_text_colour_reads_on_light_and_dark_grounds(band: str) -> None:
    for grounds in (("#FFFFFF", "#E3F0F0"), ("#201E1B", "#17383B")):
        made = colours.as_text_colour(band, *grounds)
        assert all(colours.contrast(made, ground) >= 4.5 for ground in grounds)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert colours.mixed("#000000", "#FFFFFF", 0) == "#000000"
    assert colours.mixed("#000000", "#FFFFFF", 1) == "#FFFFFF"
    assert colours.mixed("#000000", "#FFFFFF", 0.5) == "#808080"
