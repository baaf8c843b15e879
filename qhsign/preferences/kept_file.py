"""A small JSON file of this desk: read as far as it is readable, written whole or not at all."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any


def read_kept(path: Path) -> Any:
    """Return what the file holds; None where there is none or it is damaged."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def write_kept(path: Path, kept: Any) -> None:
    """Write beside and swap, so that a power cut never leaves half a file.

    A settings folder that cannot be written to is no reason to stop work: nothing is kept then.
    """
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
