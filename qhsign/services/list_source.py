"""Where a list comes from: a file, or rows pasted from another program."""

from hashlib import file_digest, sha256
from pathlib import Path

from qhsign.domain.list_sheet import Workbook
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.text_reader import read_pasted
from qhsign.exchange.workbook_reader import read_workbook
from qhsign.services.list_records import ListSource, PastedList
from qhsign.services.output_file import name_in_records
from qhsign.store.open_files import is_open_here


def read_source(source: ListSource) -> Workbook:
    """Return the sheets of a list. Raises ProblemForUser where it cannot be read."""
    if isinstance(source, PastedList):
        return Workbook((read_pasted(source.text, source.name),))
    _refuse_open_event(source)
    return read_workbook(source)


def digest_of(source: ListSource) -> str:
    """Return by what a list is known again: it changes with every byte.

    Raises ProblemForUser ``list-unreadable``.
    """
    if isinstance(source, PastedList):
        return sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    _refuse_open_event(source)
    try:
        with source.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ProblemForUser("list-unreadable", file=str(source)) from error


def name_of(source: ListSource) -> str:
    """Return the list's name as records keep it."""
    return source.name if isinstance(source, PastedList) else name_in_records(source)


def _refuse_open_event(path: Path) -> None:
    """Refuse the event that is open, before any other handle touches its file."""
    if is_open_here(path):
        raise ProblemForUser("list-unreadable", file=str(path))
