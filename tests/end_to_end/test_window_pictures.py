"""`make screenshots` takes the pictures it says, at the size of the screen they stand for."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

from support.program import ROOT, ask, surroundings

SCRIPT = ROOT / "packaging" / "window_pictures.py"
SCENES = ("overview", "check-in", "check-in-already", "palette", "manual", "start")


def test_scenes_are_pictures_of_a_laptop_screen(tmp_path: Path) -> None:
    event = tmp_path / "e.qhsign"
    ask(event, "demo", "--guests", "200", "--start", "2024-07-11", "--arrivals")
    done = subprocess.run(
        [
            *(sys.executable, SCRIPT, "--event", event, "--out", tmp_path / "out"),
            *("--only", "en-dark-150", "--scenes", *SCENES),
        ],
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "out" / "en-dark-150"
    assert {path.stem for path in folder.iterdir()} == set(SCENES)
    seen = set()
    for path in folder.iterdir():
        with Image.open(path) as picture:
            # 911×512 logical pixels, one and a half dots each.
            assert abs(picture.width - 1366) <= 1
            assert abs(picture.height - 768) <= 1
            seen.add(picture.tobytes())
    assert len(seen) == len(SCENES), "no two scenes look alike"
