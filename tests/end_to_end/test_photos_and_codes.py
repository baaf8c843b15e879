"""Photos and codes from outside: a zip goes in, what is wrong is told, pictures come out."""

from pathlib import Path

import pytest
import zxingcpp

from support.copied_events import copied
from support.pictures import decoded, encoded, portrait, write_zip
from support.program import ask, run


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return copied(tmp_path / "25.qhsign", "three guests", make)


def make(path: Path) -> None:
    assert run("--event", path, "new", "--title", "第25届青洽会").status == 0
    for name, place in (("李刚", "商务厅"), ("李刚", "西宁海关"), ("王冬", "青海大学")):
        ask(path, "walk-in", "--name", name, "--organization", place)


def test_a_zip_of_photos_in_and_out(event: Path, tmp_path: Path) -> None:
    small = encoded(portrait(120, 168))
    files = {"1.jpg": encoded(portrait()), "王　冬.jpg": small, "李刚.jpg": small, "x.txt": b"x"}
    path = write_zip(tmp_path / "p.zip", files)
    tried = ask(event, "photos", "import", path, "--dry-run")
    assert (tried["import"], tried["matched"]) == (None, 2)
    done = ask(event, "photos", "import", path)
    assert (done["import"], done["matched"], done["replaced"], done["unchanged"]) == (1, 2, 0, 0)
    for name, file, code in (("refused", "x.txt", "photo-not-a-picture"),
                             ("unmatched", "李刚.jpg", "photo-ambiguous"),
                             ("low_resolution", "王　冬.jpg", "photo-low-resolution")):  # fmt: skip
        (finding,) = done[name]
        assert (finding["file"], finding["code"]) == (file, code)
        assert file in finding["message"]
    (finding,) = done["unmatched"]
    assert [guest["number"] for guest in finding["guests"]] == ["00001", "00002"]
    assert ask(event, "guest", "show", "3")["photo"] == {"width": 120, "height": 168}
    assert "120×168" in run("--event", event, "guest", "show", "3").out
    missing = ask(event, "photos", "missing")
    assert (missing["missing"], missing["guests"][0]["number"]) == (1, "00002")
    assert ask(event, "photos", "export", "--out", tmp_path / "out") == {"photos": 2}
    assert ask(event, "undo", "1") == {"undone": 2, "kept": 0}
    assert ask(event, "photos", "missing")["missing"] == 3
    assert ask(event, "verify")["ok"]


def test_where_nothing_can_be_taken_the_findings_stand_before_the_sentence(
    event: Path, tmp_path: Path
) -> None:
    path = write_zip(tmp_path / "p.zip", {"赵六.jpg": encoded(portrait())})
    answer = run("--event", event, "photos", "import", path, "--json")
    assert answer.status == 1
    assert [finding["code"] for finding in answer.json["unmatched"]] == ["photo-nobody"]
    assert len(answer.err.strip().splitlines()) == 1


def test_one_picture_that_is_none_is_one_sentence(event: Path, tmp_path: Path) -> None:
    path = tmp_path / "李刚.gif"
    frames = {"save_all": True, "append_images": [portrait(shade=30)]}
    path.write_bytes(encoded(portrait(), "GIF", **frames))
    answer = run("--event", event, "photos", "import", path, "--guest", "1", "--json")
    assert (answer.status, answer.json["problem"]["code"]) == (1, "photo-animated")
    assert len(answer.err.strip().splitlines()) == 1


def test_codes_are_sent_ahead_and_open_the_door(event: Path, tmp_path: Path) -> None:
    out = tmp_path / "codes"
    assert ask(event, "qr-codes", "export", "--out", out)["qr_codes"] == 3
    ask(event, "activity", "set", "开幕式", "invited=all")
    for path in sorted(out.iterdir()):
        (found,) = zxingcpp.read_barcodes(decoded(path.read_bytes()).convert("L"))
        answer = ask(event, "check-in", found.text, "--activity", "开幕式")
        assert answer["verdict"] == "admitted"
        assert path.name.startswith(answer["guest"]["number"])
    again = run("--event", event, "qr-codes", "export", "--out", out, "--json")
    assert (again.status, again.json["problem"]["code"]) == (1, "out-folder-not-empty")
