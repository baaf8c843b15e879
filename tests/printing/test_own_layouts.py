"""Layouts an office makes for itself: files named by their path."""

import json
import os
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.layouts.layout_file import load_layout
from qhsign.wording import Language, say

TEXT = {
    "kind": "text",
    "x": 6,
    "y": 9,
    "w": 78,
    "h": 20,
    "text": "{name}",
    "font": "bold",
    "size": 9,
}
OWN = {"name": "ours", "piece": "badge", "page": [90, 130], "elements": [TEXT]}
SHEET = {"page": [210, 297], "places": [[12, 15.5]]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, data: object) -> Path:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def refusal(name: str | Path, piece: str = "badge") -> str:
    with pytest.raises(ProblemForUser) as caught:
        load_layout(str(name), piece)
    for language in Language:
        assert say(caught.value.code, language, **caught.value.parameters).isprintable()
    return caught.value.code


def test_a_file_is_a_layout_called_by_its_stem(folder: Path) -> None:
    path = write(folder / "省台接待证.json", OWN)
    for named in (str(path), "省台接待证.json", "./省台接待证.json"):
        layout = load_layout(named, "badge")
        assert (layout.name, layout.page) == ("省台接待证", (90, 130))


def test_a_file_need_not_end_in_json(folder: Path) -> None:
    write(folder / "ours", OWN)
    assert load_layout("ours", "badge").name == "ours"


def test_a_shipped_name_is_not_looked_for_in_the_folder(folder: Path) -> None:
    write(folder / "badge-cr80", OWN)
    assert load_layout("badge-cr80").page == (86, 54)


def test_the_checks_are_the_same(folder: Path) -> None:
    write(folder / "ours.json", {**OWN, "elements": [{**TEXT, "font": "comic"}]})
    assert refusal("ours.json") == "layout-wrong"
    write(folder / "ours.json", OWN)
    assert refusal("ours.json", "certificate") == "layout-of-another"


@pytest.mark.parametrize(
    "name",
    ["../layouts/badge-cr80", "../x", "x/../badge-cr80", "nobody.json", ".", "", "/", "a" * 5000],
)
def test_what_is_not_there_is_missing(name: str, folder: Path) -> None:
    assert refusal(name) == "layout-missing"


def test_a_folder_is_no_layout(folder: Path) -> None:
    folder.joinpath("ours.json").mkdir()
    assert refusal("ours.json") == "layout-missing"


def test_a_name_in_other_bytes_is_shown_as_it_can_be(folder: Path) -> None:
    path = folder / os.fsdecode(b"\xb0\xe6.json")
    try:
        write(path, OWN)
    except OSError:
        pytest.skip("runs where file names are bytes, as on Linux")
    assert load_layout(str(path)).name == "��"
    assert refusal(path, "certificate") == "layout-of-another"


def test_a_sheet_of_a_shipped_layout_and_of_ones_own(folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    write(inner / "ours.json", OWN)
    write(inner / "sheet.json", {"name": "x", "of": "ours.json", "sheet": SHEET})
    own = load_layout("inner/sheet.json", "badge")
    assert (own.name, len(own.elements)) == ("sheet", 1)
    assert own.sheet is not None
    write(inner / "sheet.json", {"name": "x", "of": "badge-cr80", "sheet": SHEET})
    assert load_layout("inner/sheet.json", "badge").page == (86, 54)


@pytest.mark.parametrize(
    "of", ["sheet.json", "./sheet.json", "../{folder}/sheet.json", "other.json"]
)
def test_a_layout_that_leads_back_to_itself_is_refused(of: str, folder: Path) -> None:
    of = of.format(folder=folder.name)
    write(folder / "sheet.json", {"name": "x", "of": of, "sheet": SHEET})
    write(folder / "other.json", {"name": "y", "of": "sheet.json", "sheet": SHEET})
    assert refusal("sheet.json") == "layout-of-itself"


def test_a_variant_that_leads_back_is_refused(folder: Path) -> None:
    write(folder / "ours.json", {**OWN, "variants": ["ours.json"]})
    assert refusal("ours.json") == "layout-of-itself"


@pytest.mark.parametrize("of", ["nobody", "nobody.json", "../secret", "\0.json", ""])
def test_a_layout_of_one_that_is_missing_is_refused(of: str, folder: Path) -> None:
    write(folder / "sheet.json", {"name": "x", "of": of, "sheet": SHEET})
    assert refusal("sheet.json") == "layout-missing"
