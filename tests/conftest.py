"""Rules for every test: no display, no network, a home of its own."""

import gc
import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep preferences, replica identities and logs of a test away from the person running it."""
    folders = ("DATA", "CONFIG", "STATE", "CACHE")
    for variable in (*(f"XDG_{each}_HOME" for each in folders), "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "home" / variable.lower()))


def pytest_collection_finish() -> None:
    """Look for garbage as seldom as the program does, and never at what lasts."""
    gc.set_threshold(50_000, 20, 20)
    gc.collect()
    gc.freeze()
