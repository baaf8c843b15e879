"""Measure everything, each part in a fresh process: `run_all.py [--guests 6096] [--folder DIR]`."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = "QHSIGN_BENCH_SHARED"
"""What ``large_event.SHARED`` reads: the folder of the events that are made once."""
PARTS = (
    "big_screen",
    "ceremony_window",
    "growth",
    "idle_window",
    "import_list",
    "preflight_badges",
    "print_badges",
    "print_certificates",
    "print_pages",
    "readiness_board",
    "scan_in_window",
    "scan_to_verdict",
    "search_keystroke",
    "start_up",
)


def main() -> int:
    """Run the parts; status 1 when one of them failed."""
    parser = argparse.ArgumentParser(description="Measure speed and memory.")
    parser.add_argument("--guests", type=int, default=6096)
    parser.add_argument("--folder", type=Path, help="the folder, hence the disk, to measure on")
    parser.add_argument("parts", nargs="*", default=PARTS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qhsign-", dir=arguments.folder) as shared:
        failed = [
            part
            for part in arguments.parts
            if not succeeds(part, arguments.guests, arguments.folder, shared)
        ]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def succeeds(part: str, guests: int, disk: Path | None, shared: str) -> bool:
    """Run one part in a folder of its own; ``shared`` keeps what several parts need."""
    with tempfile.TemporaryDirectory(prefix="qhsign-", dir=disk) as folder:
        path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
        homes = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")
        env = {**os.environ, **dict.fromkeys(homes, folder), "PYTHONPATH": path, SHARED: shared}
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
        # A program that is started again finds its compiled code; one never started does not.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, HERE / f"{part}.py", folder, str(guests)], env=env, check=False
        )
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
