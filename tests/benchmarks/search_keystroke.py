"""A key typed into the guest search of the real window, to the painted rows it leaves."""

import subprocess
import sys
from pathlib import Path

from benchmarks.large_event import event_with, many
from benchmarks.measuring import Figure, best, percentile, timed

QUERIES = (
    "李", "李刚", "zhanghl", "wangx", "zh", "青海大学", "经理", "00012", "6102", "mei",
    "liu yang", "ouyang", "海东", "媒体", "lü", "chen jing", "西宁市人民", "abc", "贵州", "yy",
)  # fmt: skip


def measure(event: Path, target: float) -> None:
    """Type every query letter by letter, and take it back."""
    # Only the window's process may pay for loading Qt.
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as said above

    from benchmarks.opened_window import (  # noqa: PLC0415 - as said above
        opened_window,
        sleep_until_something_happens,
    )

    taken = []
    with opened_window(event) as frame:
        page = frame.guests
        # Who opens the window takes a moment before the first letter; the search gets ready in it.
        while not page.finding.is_at_rest:
            sleep_until_something_happens()
        texts = [row.search_text for row in frame.book.rows]
        for query in QUERIES:
            typed = [query[:length] for length in range(1, len(query) + 1)]
            for text in [*typed, *typed[-2::-1], ""]:
                with timed() as watch:
                    page.search.input.setText(text)
                    page.table.viewport().repaint()
                taken.append(watch.seconds * 1000)
                QApplication.processEvents()
    floor = best(lambda: [text for text in texts if "li" in text]) * 1000
    for share, word in ((0.5, "p50"), (0.99, "p99")):
        name = f"keystroke to painted rows among {len(texts)}, {word} of {len(taken)}"
        value = percentile(taken, share)
        Figure(name, value, "ms", target, "one pass over as many strings", floor).say()


def main(folder: Path, guests: int) -> None:
    """Measure the usual number of guests and a large one, each in a process of its own."""
    for count, target in ((guests, 16.0), (many(guests), 40.0)):
        event = event_with(count, folder)
        subprocess.run([sys.executable, __file__, "--type", event, str(target)], check=True)


if __name__ == "__main__":
    if sys.argv[1] == "--type":
        measure(Path(sys.argv[2]), float(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]))
