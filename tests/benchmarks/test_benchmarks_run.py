"""The benchmarks still run, at a size that measures nothing."""

import json
import subprocess
import sys
from pathlib import Path

FIGURES = {"name", "value", "unit", "target", "floor", "floor_value"}


def test_every_part_gives_its_figures(tmp_path: Path) -> None:
    script = Path(__file__).with_name("run_all.py")
    done = subprocess.run(
        [sys.executable, script, "--guests", "120", "--folder", tmp_path],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(set(figure) == FIGURES for figure in figures)
    assert len(figures) == 2 + 3 + 4 + 2 + 1 + 3 + 3 + 1 + 7 + 6 + 3 + 2 + 4 + 3
    assert all(figure["value"] > 0 for figure in figures)
