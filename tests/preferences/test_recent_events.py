from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qhsign.preferences.recent_events import RECENT_CHOICES, RecentEvent, RecentEvents

NOW = datetime(2026, 7, 16, 1, 0, tzinfo=UTC)


def test_the_newest_comes_first_and_eight_are_offered(tmp_path: Path) -> None:
    kept = tmp_path / "recent.json"
    recent = RecentEvents(kept)
    for number in range(10):
        path = tmp_path / f"{number}.qhsign"
        recent.note(path, f"第{number}届", NOW + timedelta(days=number))
    again = RecentEvents(kept).events
    assert len(again) == 8
    assert again[0] == RecentEvent(tmp_path / "9.qhsign", "第9届", NOW + timedelta(days=9))


def test_as_many_are_offered_as_the_desk_wants(tmp_path: Path) -> None:
    kept, most = tmp_path / "recent.json", [int(RECENT_CHOICES[0])]
    recent = RecentEvents(kept, lambda: most[0])
    for number in range(30):
        recent.note(tmp_path / f"{number}.qhsign", str(number), NOW)
    assert [event.title for event in recent.events] == ["29", "28", "27", "26"]
    most[0] = int(RECENT_CHOICES[-1])
    assert len(recent.events) == len(RecentEvents(kept, lambda: 99).events) == most[0]


def test_an_event_opened_again_stands_once(tmp_path: Path) -> None:
    recent = RecentEvents(tmp_path / "recent.json")
    for name in ("a", "b", "a"):
        recent.note(tmp_path / name, name, NOW)
    assert [event.title for event in recent.events] == ["a", "b"]
    recent.forget(tmp_path / "a")
    assert [event.title for event in RecentEvents(tmp_path / "recent.json").events] == ["b"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "{}", '["x"]', '[{"path": 1}]', '[{"path": "a", "title": "b", "opened": "soon"}]'],
)
def test_a_damaged_list_is_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "recent.json"
    path.write_text(text)
    assert RecentEvents(path).events == ()


def test_a_folder_that_cannot_be_written_to_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    recent = RecentEvents(tmp_path / "file" / "recent.json")
    recent.note(tmp_path / "a", "a", NOW)
    assert len(recent.events) == 1
