"""QR codes made by look-up are the library's."""

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from qhsign.printing.qr_code import QrPattern, _by_library, is_qr_alphanumeric, qr_pattern

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def picture(pattern: QrPattern) -> Image.Image:
    size = (pattern.modules, pattern.modules)
    code = Image.frombytes("1", size, bytes(255 - byte for byte in pattern.rows))
    paper = Image.new("1", (pattern.modules + 8, pattern.modules + 8), 1)
    paper.paste(code, (4, 4))
    return paper.resize((paper.width * 4, paper.height * 4)).convert("L")


@given(st.text(st.sampled_from(ALPHABET), min_size=38, max_size=38))
def test_thirty_eight_characters_are_version_two_and_equal_the_library(text: str) -> None:
    pattern = qr_pattern(text)
    assert pattern.modules == 25
    assert pattern == _by_library(text)


@pytest.mark.parametrize(
    "text", ["QH1" + "Z" * 35, "A", "qh1 lower", "青海", "QH1" + "A" * 60, "q" * 38]
)
def test_every_code_is_read_back(text: str) -> None:
    (found,) = zxingcpp.read_barcodes(picture(qr_pattern(text)))
    assert found.text == text


def test_what_no_code_holds_is_refused() -> None:
    for text in ("", "A" * 5000):
        with pytest.raises(ValueError, match="QR code"):
            qr_pattern(text)


def test_the_short_alphabet_is_known() -> None:
    assert is_qr_alphanumeric("QH1")
    assert not is_qr_alphanumeric("")
    assert not is_qr_alphanumeric("qh1")
