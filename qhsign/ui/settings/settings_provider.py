"""What the settings screen is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.check_in_records import ActivityRow

Texts = Mapping[str, str]
"""What is set, each value as text in the form ``event set`` and ``activity set`` take it."""


@dataclass(frozen=True, slots=True)
class SettingsProvider:
    """Everything runs on the data worker; a problem leaves the event as it was.

    ``set_event`` returns all of the event's settings. ``set_activity`` takes an activity's number,
    or a new name, and what to change. ``zones`` gives letters with their words.
    """

    event: Callable[[], Texts]
    set_event: Callable[[Texts], Texts]
    activities: Callable[[], Sequence["ActivityRow"]]
    set_activity: Callable[[str, Texts], "ActivityRow"]
    remove_activity: Callable[[str], None]
    zones: Callable[[], Sequence[tuple[str, str]]]
