"""Reading in a process of its own what may end the process that reads it.

A damaged xls or xlsb can make the reader ask for hundreds of gigabytes; the allocator then ends the
process at once, with no exception to catch. A window with guests before it must outlive that.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from qhsign.domain.list_sheet import Workbook
from qhsign.domain.problems import ProblemForUser

_Answer = Workbook | tuple[str, dict[str, Any]]


def read_apart(read: Callable[[Path], Workbook], path: Path) -> Workbook:
    """Return what ``read``, a function of a module, makes of the file, in another process.

    Raises what it raises, and ProblemForUser ``list-broken`` where the process was ended.
    """
    # Begun afresh: a copy of this process would take the window's threads and locks with it.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            answer = pool.submit(_answer, read, path).result()
        except BrokenProcessPool as error:
            raise ProblemForUser("list-broken", file=path.name) from error
    if isinstance(answer, Workbook):
        return answer
    code, parameters = answer
    raise ProblemForUser(code, **parameters)


def _answer(read: Callable[[Path], Workbook], path: Path) -> _Answer:
    """Give a problem back as data: an exception would lose its parameters on the way."""
    try:
        return read(path)
    except ProblemForUser as problem:
        return problem.code, dict(problem.parameters)
