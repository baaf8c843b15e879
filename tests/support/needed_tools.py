"""Tools of the system that a test reads its results with."""

import os
import shutil

import pytest


def need(*tools: str) -> None:
    """Skip where a tool is missing, and say where the test runs; in CI a missing tool fails."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(
            f"runs where {' and '.join(missing)} are installed, as make test does on Debian"
        )
    assert not missing
