"""A list of 6,096 × 18 cells, from the file to the commit with its journal."""

import sys
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from benchmarks.measuring import Figure, best, timed
from benchmarks.sample_list import write_list
from qhsign.services import events, imports
from qhsign.services.desk import Desk


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``."""
    path = folder / "list.xlsx"
    write_list(path, guests)
    floor = best(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    desk = events.new_event(
        folder / "import.qhsign", Desk, title="青洽会", edition=25, start=date(2026, 7, 10)
    )
    with desk, timed() as watch:
        report = imports.import_guests(desk, path)
    if report.new != guests:
        raise ValueError(f"{report.new} of {guests} guests were new: {report.problems[:3]}")
    Figure("import of a list", watch.seconds, "s", 2.0, "calamine reading alone", floor).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
