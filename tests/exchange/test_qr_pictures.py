"""Codes as pictures: cameras read them at every size, and people read the words."""

import pytest
import zxingcpp

from qhsign.exchange.qr_pictures import qr_picture
from qhsign.printing.qr_code import qr_pattern
from support.pictures import decoded

TEXT = "QH125X" + "0123456789ABCDEF" * 2


def picture(pixels: int, words: str = "171 271-7", dots: float | None = None) -> bytes:
    pattern = qr_pattern(TEXT)
    return qr_picture(
        pattern.modules, pattern.rows, pixels_a_module=pixels, words=words, dots_a_metre=dots
    )


@pytest.mark.parametrize("pixels", [3, 4, 7, 12, 40])
def test_every_size_is_read_back(pixels: int) -> None:
    image = decoded(picture(pixels))
    assert image.mode == "1"
    assert image.width == 33 * pixels
    (found,) = zxingcpp.read_barcodes(image.convert("L"))
    assert found.text == TEXT


def test_the_quiet_zone_is_white_and_words_stand_outside_it() -> None:
    image = decoded(picture(10)).convert("L")
    side = 330
    for box in ((0, 0, side, 40), (0, 0, 40, side), (290, 0, side, side), (0, 290, side, side)):
        assert image.crop(box).getextrema() == (255, 255)
    assert image.height > side
    words = image.crop((0, side, side, image.height)).point(lambda value: 255 - value).getbbox()
    assert words is not None
    left, top, right, bottom = words
    assert min(left, side - right) > 20
    assert abs(left - (side - right)) <= 4
    assert 0 <= top < bottom < image.height - side
    assert bottom - top > 20


def test_without_words_the_picture_is_square() -> None:
    image = decoded(picture(5, words=""))
    assert image.size == (165, 165)


def test_the_picture_tells_how_large_it_is_to_be_printed() -> None:
    dots = decoded(picture(12, dots=12_000)).info["dpi"]
    assert dots == pytest.approx((304.8, 304.8), abs=0.1)
    assert "dpi" not in decoded(picture(12)).info


def test_the_same_code_gives_the_same_bytes() -> None:
    assert picture(12) == picture(12)
