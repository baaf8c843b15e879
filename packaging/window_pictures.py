"""Pictures of the real window in every state worth looking at: `window_pictures.py --out DIR`.

Without `--only`, both languages, light and dark, at 1366×768 and at 150 %: one process each, on one
demonstration event. With `--manual`, the pictures the manual shows are written anew as well.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
HELP = ROOT / "resources" / "help"
PHOTOGRAPHER = Path(__file__).with_name("scene_photographer.py")
EVENT_STARTS = "2024-07-11"
"""The demonstration is always of the same days, so that pictures differ only where screens do."""
COLOURS = 128
PATIENCE_S = 300
"""How long the pictures of one setting may take before the window counts as hung."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the pictures of one process have in common."""

    language: str
    theme: str
    scale: float

    @property
    def name(self) -> str:
        """The folder its pictures go to, such as ``zh-light-150``."""
        return f"{self.language}-{self.theme}-{round(self.scale * 100)}"

    @property
    def size(self) -> tuple[int, int]:
        """The window in logical pixels: a laptop's 1366×768 behind the scaling."""
        return round(1366 / self.scale), round(768 / self.scale)


SETTINGS = [Setting(*each) for each in product(("zh", "en"), ("light", "dark"), (1.0, 1.5))]


def make_event(path: Path, guests: int) -> None:
    """Make the demonstration event with a morning's arrivals."""
    command = [sys.executable, "-m", "qhsign", "--event", str(path), "demo"]
    more = ["--guests", str(guests), "--start", EVENT_STARTS, "--arrivals"]
    subprocess.run([*command, *more], check=True, stdout=subprocess.DEVNULL)
    # The days of the fair are past: scans of today shall be let in.
    always_open = [*command[:-1], "activity", "set", "1", "opens=", "closes="]
    subprocess.run(always_open, check=True, stdout=subprocess.DEVNULL)


def take(setting: Setting, event: Path, out: Path, scenes: Sequence[str]) -> bool:
    """Have one process take the pictures of one setting; False when it failed."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        kept = Path(home, "qhsign", "desk.json")
        kept.parent.mkdir()
        wanted = {"language": setting.language, "theme": setting.theme, "sounds": "off"}
        kept.write_text(json.dumps(wanted), "utf-8")
        width, height = setting.size
        done = subprocess.run(
            [
                *(sys.executable, PHOTOGRAPHER, "--event", event, "--out", out),
                *("--size", f"{width}x{height}", *scenes),
            ],
            env={
                **os.environ,
                "XDG_CONFIG_HOME": home,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(setting.scale),
            },
            check=False,
            timeout=PATIENCE_S,
        )
    return done.returncode == 0


def write_manual_pictures(folder: Path, language: str, scenes: Sequence[str]) -> None:
    """Take over the pictures the manual shows, with as few colours as they need.

    Of ``scenes`` only, where some are named.
    """
    pages = "".join(path.read_text("utf-8") for path in sorted(HELP.glob(f"{language}/*.md")))
    shown = set(re.findall(rf"\(([\w-]+)-{language}\.png\)", pages))
    for name in sorted(shown.intersection(scenes) if scenes else shown):
        with Image.open(folder / f"{name}.png") as picture:
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(HELP / "pictures" / f"{name}-{language}.png", optimize=True)


def main(argv: Sequence[str]) -> int:
    """Take the pictures; status 1 when a process failed."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--event", type=Path, help="an event file instead of the demonstration")
    parser.add_argument("--guests", type=int, default=6096)
    parser.add_argument("--only", nargs="*", default=[], help="settings such as zh-light-100")
    parser.add_argument("--scenes", nargs="*", default=[], help="all when none is named")
    parser.add_argument("--manual", action="store_true", help="write the manual's pictures anew")
    arguments = parser.parse_args(argv)
    chosen = [each for each in SETTINGS if not arguments.only or each.name in arguments.only]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "demo.qhsign")
        make_event(made, arguments.guests) if arguments.event is None else None
        for setting in chosen:
            out = arguments.out / setting.name
            # Scenes change the event: each setting has a fresh copy.
            event = Path(folder, f"{setting.name}.qhsign")
            event.write_bytes((arguments.event or made).read_bytes())
            failed |= not take(setting, event, out, arguments.scenes)
            print(out, flush=True)
            if arguments.manual and setting.theme == "light" and setting.scale == 1.0:
                write_manual_pictures(out, setting.language, arguments.scenes)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
