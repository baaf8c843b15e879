"""This desk's own settings: language, theme, desk name, last event, order."""

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import platformdirs

from qhsign.preferences.kept_file import read_kept, write_kept
from qhsign.preferences.recent_events import RECENT_CHOICES

_FILE = "desk.json"


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What one computer remembers between runs.

    ``window`` and ``guest_columns`` are what Qt saved of them, in base 64; ``text_size`` is in per
    cent.
    """

    language: str = "zh"
    theme: str = "light"
    desk: str = ""
    last_event: str = ""
    order: str = "surname-strokes"
    window: str = ""
    print_folder: str = ""
    """Where sheets printed at this desk are written; empty for the user's documents."""
    sounds: str = "on"
    volume: str = "60"
    """Of the verdict's sounds, in hundredths of full scale."""
    page: str = ""
    guest_columns: str = ""
    guest_shown: str = ""
    """The columns of the guest table in their order, by name; empty for the usual ones."""
    guest_sort: str = ""
    """The column the guests are ordered by over ``order``; ``-`` before it for backwards."""
    guest_filters: str = ""
    """Filters of the guest table a person gave a name, as JSON."""
    guest_folded: str = "delegation,activity"
    """Groups of filters that are folded, by name."""
    text_size: str = "100"
    operator: str = ""
    recent: str = "8"
    """How many events the start page offers."""
    camera: str = ""
    """The camera used last, by its id; empty for the system's own choice."""
    direction: str = "in"
    """``out`` where this desk stands at an exit."""
    kiosk: str = ""
    """``on`` while guests have the screen: a program that died comes back to it."""
    kiosk_pin: str = ""
    """The hash of the PIN that ends self check-in."""
    kiosk_activity: str = ""
    host_words_px: str = "24"
    """The size of the host's words on the screen, in logical pixels."""
    kiosk_camera: str = ""
    big_screen: str = ""
    """Where the big screen was last: the name of a monitor, or ``window``."""
    big_screen_open: str = ""
    """``on`` while the hall sees it: a program that died shows it again with the console."""
    big_screen_language: str = "zh"
    """What the hall reads: ``zh``, ``en``, or ``both``."""
    host_words_size: str = "24"
    """Of the host's words on the console, in pixels."""


class DeskPreferences:
    """Reads the settings once and writes them back whole whenever one changes."""

    def __init__(self, path: Path | None = None) -> None:
        """Use ``path``, or the user's settings folder."""
        self._path = path or platformdirs.user_config_path("qhsign", appauthor=False) / _FILE
        self._settings = _read(self._path)

    @property
    def settings(self) -> DeskSettings:
        """The settings as they stand."""
        return self._settings

    @property
    def path(self) -> Path:
        """Where they are kept."""
        return self._path

    @property
    def print_folder(self) -> Path:
        """Where what is printed at this desk is written; it may have to be made first."""
        chosen = self._settings.print_folder
        return Path(chosen) if chosen else self.usual_print_folder

    @property
    def usual_print_folder(self) -> Path:
        """Where prints go while nobody has chosen a folder."""
        return platformdirs.user_documents_path() / "qhsign"

    @property
    def recent_events(self) -> int:
        """How many events the start page offers."""
        kept = self._settings.recent
        return int(kept if kept in RECENT_CHOICES else DeskSettings().recent)

    def change(self, **values: object) -> DeskSettings:
        """Set the named settings and keep them; raises TypeError for an unknown name.

        A settings folder that cannot be written to is no reason to stop work: the change then
        lasts until the window closes.
        """
        changed = replace(self._settings, **values)  # type: ignore[arg-type]  # names are checked by replace
        if changed != self._settings:
            self._settings = changed
            write_kept(self._path, asdict(changed))
        return changed


def _read(path: Path) -> DeskSettings:
    """Read what is readable; a damaged file or value gives the default."""
    kept = read_kept(path)
    if not isinstance(kept, dict):
        return DeskSettings()
    known = {each.name for each in fields(DeskSettings)}
    return DeskSettings(
        **{name: value for name, value in kept.items() if name in known and isinstance(value, str)}
    )
