"""The main job without a window: `demo_without_display.py --out build/demo [--guests 6096]`.

Everything goes through the command line as a person would type it: an event, a list, badges, scans
read from the printed pages, certificates, exports, the checks; then a picture of each screen.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "support" / "lists" / "01-standard.xlsx"
DPI = 150
POINTS_PER_INCH = 72


class StepFailedError(Exception):
    """A command of the program did not do what the demonstration needs."""


class Demonstration:
    """Runs the steps on one event file and says what it wrote."""

    def __init__(self, folder: Path, guests: int) -> None:
        self.folder = folder
        self.guests = guests
        # A name of its own: somebody may be working with the demonstration in the window.
        self.event = folder / "main-job.qhsign"

    def ask(self, *words: str | Path, given: str = "") -> list[Any]:
        """Run one command and return its JSON lines. Raises StepFailedError with its sentence."""
        began = time.monotonic()
        command = [sys.executable, "-m", "qhsign", "--event", str(self.event), *map(str, words)]
        done = subprocess.run(
            [*command, "--json"],
            input=given.encode(),
            capture_output=True,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        if done.returncode:
            raise StepFailedError(f"{' '.join(map(str, words))}: {done.stderr.decode().strip()}")
        shown = " ".join(word.name if isinstance(word, Path) else word for word in words)
        print(f"{time.monotonic() - began:6.1f} s  qhsign {shown}", flush=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def clean(self) -> None:
        """Take away what an earlier run left."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for left in self.folder.glob(f"{self.event.name}*"):
            left.unlink()

    def main_job(self) -> None:
        """Do the job from the list to the export."""
        out = self.folder
        self.ask("demo", "--guests", str(self.guests))
        if LIST.exists():
            self.ask("import", "guests", LIST)
        badges = out / "badges.pdf"
        self.ask("badges", "print", "--out", badges)
        codes = [code for page in pages(badges, 60) if (code := code_on(page))]
        (first, *_) = self.ask("activities")[0]["activities"]
        at = f"{first['opens'][:10]}T09:10"
        self.ask(
            *(
                "check-in",
                "--stdin",
                "--activity",
                first["name"],
                "--at",
                at,
                "--desk",
                "东门1号台",
            ),
            given="".join(f"{code}\n" for code in codes),
        )
        counts = self.ask("statistics", "--activity", first["name"])[0]
        if counts["arrived"] != len(codes) or not codes:
            raise StepFailedError(f"{len(codes)} badges were scanned, {counts['arrived']} arrived")
        certificates = out / "certificates.pdf"
        self.ask("certificates", "print", "--out", certificates)
        self.ask("certificates", "verify", code_on(next(pages(certificates, 1))))
        for what, name in (
            ("guests", "guests.xlsx"),
            ("guests", "guests.csv"),
            ("contracts", "contracts.xlsx"),
            ("check-ins", "check-ins.xlsx"),
        ):
            self.ask("export", what, "--out", out / name)
        for answer, words in (
            ("statistics.json", ("statistics",)),
            ("slates.json", ("slates",)),
            ("verify.json", ("verify",)),
        ):
            told = json.dumps(self.ask(*words)[0], ensure_ascii=False, indent=1)
            out.joinpath(answer).write_text(told + "\n", "utf-8")
        for pdf in (badges, certificates):
            next(pages(pdf, 1)).save(pdf.with_suffix(".png"))

    def pictures(self) -> bool:
        """Take a picture of each screen; False, and the reason said, where Qt cannot start."""
        painter = Path(__file__).with_name("screen_pictures.py")
        with tempfile.TemporaryDirectory() as home:
            # The window shall not remember this event as the one last worked with.
            env = {**os.environ, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
            done = subprocess.run(
                [sys.executable, painter, "--event", self.event, "--out", self.folder],
                env=env,
                capture_output=True,
                text=True,
                check=False,
            )
        if done.returncode:
            *_, reason = done.stderr.strip().splitlines() or ["no reason given"]
            print(f"The screens could not be painted: {reason}", file=sys.stderr)
        return done.returncode == 0


def pages(pdf: Path, most: int) -> Iterator[Any]:
    """Give the first pages of a PDF as pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(min(most, len(document))):
            yield document[number].render(scale=DPI / POINTS_PER_INCH).to_pil()


def code_on(picture: Any) -> str:
    """Return the text of the QR code on a page; empty when there is none."""
    found = zxingcpp.read_barcodes(picture)
    return found[0].text if found else ""


def main(argv: Sequence[str]) -> int:
    """Run the demonstration; status 1 with one sentence when a step fails."""
    parser = argparse.ArgumentParser(description="Do the main job without a window.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "demo")
    parser.add_argument("--guests", type=int, default=6096)
    arguments = parser.parse_args(argv)
    print("There is no display: the main job runs without a window.", flush=True)
    demonstration = Demonstration(arguments.out, arguments.guests)
    demonstration.clean()
    try:
        demonstration.main_job()
    except StepFailedError as failed:
        print(f"Stopped at: {failed}", file=sys.stderr)
        return 1
    painted = demonstration.pictures()
    print(f"Written to {arguments.out}:")
    for path in sorted(arguments.out.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            print(f"  {path.name}  {path.stat().st_size / 1000:.0f} kB")
    return 0 if painted else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
