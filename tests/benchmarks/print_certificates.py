"""The certificates of a whole fair, a copy for each party, in one PDF."""

import subprocess
import sys
from pathlib import Path

from benchmarks.measuring import Figure, best, nearly_empty_pages, timed
from qhsign.services import certificates
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile

_SLATE = "本届全部签约"


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``: first prints, numbered, entered in the ledger and on disk."""
    event, out = folder / "certificates.qhsign", folder / "certificates.pdf"
    subprocess.run(
        [sys.executable, "-m", "qhsign", "--event", event, "demo", "--guests", str(guests)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with Desk(EventFile.open(event)) as desk, timed() as watch:
        run = certificates.print_certificates(desk, out, slate=_SLATE)
    floor = best(lambda: nearly_empty_pages(folder / "empty.pdf", run.pages), 1)
    name = f"{run.contracts} contracts, {run.certificates} certificates to one PDF"
    Figure(name, watch.seconds, "s", 2.0, "as many nearly empty pages", floor).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
