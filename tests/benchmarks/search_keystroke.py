"""A key typed into the guest search of the real window, to the rows it leaves and their paint."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Figure, best, percentile, timed
from benchmarks.opened_window import opened_window
from qhsign.services import demonstration
from qhsign.services.desk import Desk

QUERIES = (
    "李", "李刚", "zhanghl", "wangx", "zh", "青海大学", "经理", "00012", "6102", "mei",
    "liu yang", "ouyang", "海东", "媒体", "lü", "chen jing", "西宁市人民", "abc", "贵州", "yy",
)  # fmt: skip


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``: every query typed letter by letter, then taken back."""
    event = folder / "search.qhsign"
    demonstration.make(event, Desk, guests=guests)
    listed, painted = [], []
    with opened_window(event) as frame:
        page = frame.guests
        texts = [row.search_text for row in page.model._rows]
        for query in QUERIES:
            typed = [query[:length] for length in range(1, len(query) + 1)]
            for text in [*typed, *typed[-2::-1], ""]:
                with timed() as watch:
                    page.search.input.setText(text)
                listed.append(watch.seconds * 1000)
                with timed() as paint:
                    page.table.viewport().repaint()
                painted.append((watch.seconds + paint.seconds) * 1000)
                QApplication.processEvents()
    floor = best(lambda: [text for text in texts if "li" in text]) * 1000
    # The rows must stand within a frame of 60 a second; their paint may take the next.
    for what, taken, target in (("rows", listed, 16.0), ("painted rows", painted, 33.0)):
        for share, word in ((0.5, "p50"), (0.99, "p99")):
            name = f"keystroke to {what} among {len(texts)}, {word} of {len(taken)}"
            value = percentile(taken, share)
            Figure(name, value, "ms", target, "one pass over as many strings", floor).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
