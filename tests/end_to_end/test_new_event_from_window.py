"""What the window is given to make an event makes one that the commands understand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qhsign import launch
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui import application
from qhsign.ui.start.new_event_form import NewEvent
from support.program import ask


def test_an_event_made_in_the_window_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Any] = []

    def instead(*parts: Any) -> int:
        given.extend(parts)
        return 0

    monkeypatch.setattr(application, "run", instead)
    DeskPreferences().change(operator="韩秋月")
    assert launch.open_window(None) == 0
    make = given[-1]
    path = tmp_path / "26.qhsign"
    wanted = NewEvent(path, "第26届青洽会", 26, date(2026, 7, 16), date(2026, 7, 20))
    make(wanted)
    providers = given[0](path)
    assert providers.settings.event()["edition"] == "26"
    changed = providers.settings.set_event({"city": "西宁"})
    assert (changed["city"], changed["vetting_required"]) == ("西宁", "no")
    assert [letter for letter, _ in providers.settings.zones()]
    assert list(providers.palette.contracts()) == []
    providers.close()
    entries = ask(path, "journal")["entries"]
    assert entries[0]["operator"] == "韩秋月"
    assert ask(path, "verify")["ok"]
    with pytest.raises(ProblemForUser, match="event-exists"):
        make(wanted)
