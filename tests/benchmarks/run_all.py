"""Measure everything, each part in a fresh process: `run_all.py [--guests 6096] [--folder DIR]`."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PARTS = (
    "import_list",
    "preflight_badges",
    "print_badges",
    "print_certificates",
    "print_pages",
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
    failed = []
    for part in arguments.parts:
        with tempfile.TemporaryDirectory(prefix="qhsign-", dir=arguments.folder) as folder:
            path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
            homes = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")
            env = {**os.environ, **dict.fromkeys(homes, folder), "PYTHONPATH": path}
            env.setdefault("QT_QPA_PLATFORM", "offscreen")
            done = subprocess.run(
                [sys.executable, HERE / f"{part}.py", folder, str(arguments.guests)],
                env=env,
                check=False,
            )
        if done.returncode:
            failed.append(part)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
