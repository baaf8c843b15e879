"""What every figure is said with: one JSON line, with its target and a floor of the same run."""

import json
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; ``target`` is the most it may be, ``floor`` what it cannot beat."""

    name: str
    value: float
    unit: str
    target: float
    floor: str
    floor_value: float

    def say(self) -> None:
        """Write the figure as one line."""
        rounded = {
            key: round(value, 4) if isinstance(value, float) else value
            for key, value in asdict(self).items()
        }
        print(json.dumps(rounded, ensure_ascii=False), flush=True)


class Stopwatch:
    """Holds the seconds a block took."""

    seconds = 0.0


@contextmanager
def timed() -> Iterator[Stopwatch]:
    """Time a block."""
    watch, began = Stopwatch(), perf_counter()
    yield watch
    watch.seconds = perf_counter() - began


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the shortest seconds of several runs, for floors."""
    taken = []
    for _ in range(times):
        with timed() as watch:
            work()
        taken.append(watch.seconds)
    return min(taken)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that ``share`` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]


def nearly_empty_pages(path: Path, count: int) -> None:
    """Write a PDF of badge-sized pages with one short line each: the floor of every print."""
    # Here, not above: the window's process must not pay for it.
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - as said above

    canvas = Canvas(str(path), pagesize=(255, 369), pageCompression=1, invariant=1)
    for number in range(count):
        canvas.drawString(20, 20, str(number))
        canvas.showPage()
    canvas.save()


def peak_megabytes() -> float:
    """Return the most memory this process ever held."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def resident_megabytes() -> float:
    """Return the memory this process holds now; the most it held where the system tells no more."""
    pages = Path("/proc/self/statm")
    if not pages.exists():
        return peak_megabytes()
    return int(pages.read_text("ascii").split()[1]) * resource.getpagesize() / 1e6
