import json
from pathlib import Path

import pytest

from qhsign.preferences.desk_preferences import DeskPreferences, DeskSettings


def test_a_new_desk_is_chinese_and_light(tmp_path: Path) -> None:
    assert DeskPreferences(tmp_path / "desk.json").settings == DeskSettings("zh", "light")


def test_a_change_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "desk.json"
    DeskPreferences(path).change(desk="东门3号台", order="pinyin")
    again = DeskPreferences(path).settings
    assert (again.desk, again.order) == ("东门3号台", "pinyin")
    assert [each.name for each in path.parent.iterdir()] == ["desk.json"]


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"desk": 3, "order": [1]}', "null"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "desk.json"
    path.write_text(text)
    assert DeskPreferences(path).settings == DeskSettings()


def test_one_damaged_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    path.write_text(json.dumps({"desk": 3, "theme": "dark", "from the future": 1}))
    assert DeskPreferences(path).settings == DeskSettings(theme="dark")


def test_a_folder_that_cannot_be_written_to_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    preferences = DeskPreferences(tmp_path / "file" / "desk.json")
    assert preferences.change(desk="A").desk == "A"


def test_a_setting_nobody_knows_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        DeskPreferences(tmp_path / "desk.json").change(colour="red")
