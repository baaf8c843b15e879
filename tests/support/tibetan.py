"""Tibetan comes from Debian's archive or from the system, so a few machines have none."""

import os

import pytest

from qhsign.printing.text import fonts
from qhsign.printing.text.scripts import Script


def need_tibetan() -> None:
    """Skip where no Tibetan font was to be had, and say where the test runs."""
    found = fonts.load().shaping_font("bold", Script.TIBETAN, "བཀྲ་ཤིས་")
    if found is None and not os.environ.get("CI"):
        pytest.skip("runs where a Tibetan font is, as make fonts takes it from Debian's archive")
    assert found is not None
