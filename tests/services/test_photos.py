"""Photos once they are there: read for prints, missing, removed, handed out."""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, audit, check_ins, guests, imports, photos
from qhsign.services.desk import Desk
from qhsign.services.photo_import import import_photos
from support.desks import add_guest, fresh_desk
from support.pictures import decoded, encoded, portrait, write_zip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        add_guest(desk, "李刚")
        add_guest(desk, "王冬", category=Category.MEDIA)
        add_guest(desk, "A/B: <C>")
        files = {"1.jpg": encoded(portrait(400, 560)), "3.jpg": encoded(portrait(200, 280, 30))}
        import_photos(desk, write_zip(tmp_path / "p.zip", files))
        yield desk


def test_prints_read_one_photo_at_a_time(desk: Desk) -> None:
    with desk.read() as session:
        found = photos.stored_photos(session)
        numbers = {guests.by_number(session, number).id: number for number in (1, 2, 3)}
        sizes = {numbers[guest]: (photo.width, photo.height) for guest, photo in found.items()}
        assert sizes == {1: (350, 490), 3: (200, 280)}
        for photo in found.values():
            data = photo.read()
            assert type(data) is bytes
            assert hashlib.sha256(data).hexdigest() == photo.digest
            assert decoded(data).size == (photo.width, photo.height)


def test_a_scan_names_the_photo_the_desk_shows(desk: Desk) -> None:
    activities.set_activity(desk, "开幕式", {})
    with desk.read() as session:
        guest = guests.by_number(session, 1).id
    answer = check_ins.check_in_by_hand(desk, guest, "开幕式")
    assert answer.guest is not None
    jpeg = photos.jpeg_of(desk, answer.guest.photo)
    assert hashlib.sha256(jpeg).hexdigest() == answer.guest.photo


def test_who_has_none_is_listed(desk: Desk) -> None:
    add_guest(desk, "陈晨", status="invited")
    found = photos.missing(desk)
    assert (found.confirmed, [row.number for row in found.guests]) == (3, [2])
    assert [row.number for row in photos.missing(desk, category=Category.MEDIA).guests] == [2]
    assert photos.missing(desk, category=Category.STAFF).confirmed == 0


def test_a_photo_is_removed_and_still_comes_back_by_nobody_s_accident(desk: Desk) -> None:
    assert photos.remove(desk, 1) == "李刚"
    assert guests.show_guest(desk, 1)["photo"] is None
    line = audit.trail(desk, guest=1)[0]
    assert (line.action, line.new) == ("photos remove", {"photo": ""})
    with pytest.raises(ProblemForUser, match="photo-none"):
        photos.remove(desk, 1)
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        photos.remove(desk, 99)
    taken = imports.undo(desk, 1)
    assert (taken.undone, taken.kept) == (1, 1)


NAMES = {"00001 李刚.jpg", "00003 A_B_ _C_.jpg"}


def test_photos_are_handed_out_in_a_folder_or_a_zip(desk: Desk, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    out = tmp_path / "out"
    assert photos.export(desk, out, progress=lambda *step: steps.append(step)) == 2
    assert steps == [(1, 2), (2, 2)]
    assert {path.name for path in out.iterdir()} == NAMES
    assert photos.export(desk, tmp_path / "out.zip", purpose="制作画册") == 2
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert set(archive.namelist()) == NAMES
        for name in NAMES:
            assert archive.read(name) == (out / name).read_bytes()
        assert all(entry.external_attr >> 16 == 0o644 for entry in archive.infolist())
    line = audit.trail(desk)[0]
    assert (line.action, line.new["export"], line.new["rows"]) == ("export", "photos", 2)
    assert (line.new["purpose"], line.new["destination"]) == ("制作画册", "out.zip")
    again = import_photos(desk, out)
    assert (again.matched, again.refused, again.unmatched) == (2, [], [])


def test_nothing_is_written_over_or_left_half_done(desk: Desk, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for out, code in ((full, "out-folder-not-empty"), (tmp_path / "file", "out-folder-not-empty"),
                      (tmp_path / "no" / "x", "out-folder-missing")):  # fmt: skip
        with pytest.raises(ProblemForUser, match=code):
            photos.export(desk, out)
    assert [path.name for path in full.iterdir()] == ["mine.txt"]

    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    empty = tmp_path / "empty"
    empty.mkdir()
    for out in (empty, tmp_path / "new", tmp_path / "new.zip"):
        with pytest.raises(StoppedError):
            photos.export(desk, out, progress=stop)
    assert not list(empty.iterdir())
    assert {path.name for path in tmp_path.iterdir()} & {"new", "new.zip"} == set()
    assert not [path for path in tmp_path.iterdir() if "unfinished" in path.name]
    assert photos.export(desk, empty) == 2
    assert len(list(empty.iterdir())) == 2


def test_without_photos_nothing_is_written(tmp_path: Path) -> None:
    with fresh_desk(tmp_path / "n.qhsign") as desk:
        add_guest(desk, "李刚")
        with pytest.raises(ProblemForUser, match="photos-none"):
            photos.export(desk, tmp_path / "out")
    assert not (tmp_path / "out").exists()
