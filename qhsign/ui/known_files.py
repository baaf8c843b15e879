"""Makes the names of event files known to file dialogs, so that these never open one.

A dialog that does not know a file by its name opens it to look at its first bytes. Closing it again
costs SQLite its locks on the event that is open in this process (``store/open_files.py``): the next
other program would take the write-ahead log away, and what is entered after that would be lost.
"""

import os

from qhsign.shipped_files import shipped

_PLACES = "XDG_DATA_DIRS"
_USUAL = "/usr/local/share:/usr/share"
"""Where systems look that set nothing; https://specifications.freedesktop.org/basedir-spec."""


def make_event_files_known() -> None:
    """Add the shipped list of names to where dialogs look; call it before the first window.

    Only systems that have these places lose locks this way: elsewhere it changes nothing.
    """
    ours = str(shipped("resources", "desktop"))
    places = (os.environ.get(_PLACES) or _USUAL).split(":")
    if ours not in places:
        os.environ[_PLACES] = ":".join((ours, *places))
