"""Keeps PySide6 from reading the source of every module that is loaded.

Once loaded, PySide6 looks into the source of each module that is imported for whether it uses
PySide6 (its ``__feature__`` switches would then be off in it) and keeps all of it in memory.
Nothing here uses those switches; a bundled program, which has no sources, gets the same answer.
"""

import sys


def leave_sources_unread() -> None:
    """Answer in PySide6's place; where a later version asks otherwise, this changes nothing."""
    switches = sys.modules.get("shibokensupport.feature")
    if switches is not None and hasattr(switches, "_mod_uses_pyside"):
        setattr(switches, "_mod_uses_pyside", lambda _: False)  # noqa: B010 - unknown to the stubs
