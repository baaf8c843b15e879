"""Writing pictures for many guests into a folder or a zip, whole or not at all."""

import contextlib
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from qhsign.services.desk import Desk
from qhsign.services.output_file import name_in_records, writing, writing_folder
from qhsign.store import journal
from qhsign.store.schema import Event

_READABLE = 0o644 << 16
"""How systems that have permissions unpack a picture."""


@contextlib.contextmanager
def writing_pictures(out: Path, made_at: datetime) -> Iterator[Callable[[str, bytes], None]]:
    """Give a function that writes one picture under a name; ``made_at`` dates those in a zip.

    ``out`` is a zip by its ending, else a folder. Raises ProblemForUser as ``writing`` and
    ``writing_folder`` do.
    """
    if out.suffix.lower() == ".zip":
        # JPEG and PNG are packed already; packing them again only takes time.
        with writing(out) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            stamp = made_at.timetuple()[:6]

            def write(name: str, data: bytes) -> None:
                entry = zipfile.ZipInfo(name, stamp)
                entry.external_attr = _READABLE
                archive.writestr(entry, data)

            yield write
    else:
        with writing_folder(out) as folder:
            yield lambda name, data: _write_file(folder / name, data)


def _write_file(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)


def note_export(desk: Desk, what: str, count: int, out: Path, purpose: str) -> None:
    """Enter in the journal that pictures were handed out."""
    with desk.write("export") as session:
        event = session.scalars(select(Event)).one()
        journal.note(
            session, "event", event.id, export=what, rows=count, purpose=purpose.strip(),
            destination=name_in_records(out),
        )  # fmt: skip
