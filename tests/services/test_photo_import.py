"""Photos from a folder, a zip or one file: to the right guest, or told why not; undone as one."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign import wording
from qhsign.background.progress import CancelledError, Progress
from qhsign.domain.problems import ProblemForUser
from qhsign.services import audit, guests, imports, photo_import, photos, verification
from qhsign.services.desk import Desk
from qhsign.services.photo_import import import_photos
from qhsign.services.photo_records import PhotoFinding
from qhsign.store.schema import Guest, JournalEntry, JournalValue, ListImport, Photo
from support.desks import add_guest, fresh_desk
from support.pictures import decoded, encoded, portrait, write_foreign_zip, write_zip
from support.tables import dump


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "照片"
    path.mkdir()
    return path


def put(folder: Path, name: str, shade: int = 180, width: int = 200) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(encoded(portrait(width, width * 7 // 5, shade)))
    return path


def told(findings: Sequence[PhotoFinding]) -> list[tuple[str, str]]:
    for finding in findings:
        for language in wording.Language:
            assert finding.file in wording.say(finding.code, language, **finding.parameters)
    return [(finding.file, finding.code) for finding in findings]


def digests(desk: Desk) -> dict[int, str]:
    with desk.read() as session:
        return {
            number: digest
            for number, digest in session.execute(select(Guest.number, Guest.photo))
            if digest
        }


def jpeg_of(desk: Desk, number: int) -> bytes:
    with desk.read() as session:
        guest = guests.by_number(session, number)
        return photos.stored_photos(session)[guest.id].read()


def test_a_folder_goes_to_the_guests_its_files_name(desk: Desk, folder: Path) -> None:
    for name in ("李刚", "王冬", "单雄信", "陈晨", "努尔买买提江·阿卜杜热合曼"):
        add_guest(desk, name)
    guests.set_guest(desk, 3, {"document_number": "632521198512304513"})
    for name in ("00001.jpg", "王　冬.jpg", "632521198512304513.jpg", "省厅/4.png",
                 "努尔买买提江•阿卜杜热合曼（男）.jpg", "赵六.jpg"):  # fmt: skip
        put(folder, name)
    (folder / "说明.txt").write_text("照片")
    (folder / "Thumbs.db").write_bytes(b"x")
    done = import_photos(desk, folder)
    assert (done.number, done.matched, done.replaced, done.unchanged) == (1, 5, 0, 0)
    assert told(done.refused) == [("说明.txt", "photo-not-a-picture")]
    assert told(done.unmatched) == [("赵六.jpg", "photo-nobody")]
    assert not done.low_resolution
    assert set(digests(desk)) == {1, 2, 3, 4, 5}
    assert decoded(jpeg_of(desk, 1)).size == (200, 280)
    assert guests.show_guest(desk, 1)["photo"] == {"width": 200, "height": 280}
    assert all(check.ok for check in verification.verify(desk))


def test_the_journal_tells_of_the_photo_without_holding_it(desk: Desk, folder: Path) -> None:
    add_guest(desk, "李刚")
    put(folder, "1.jpg")
    import_photos(desk, folder)
    (line,) = [line for line in audit.trail(desk, guest=1) if line.action == "import photos"]
    digest = hashlib.sha256(jpeg_of(desk, 1)).hexdigest()
    assert (line.old, line.new) == ({"photo": ""}, {"photo": digest})
    with desk.read() as session:
        longest = max(
            len(content or "") for content in session.scalars(select(JournalValue.content))
        )
        kinds = set(session.scalars(select(JournalEntry.entity_kind)))
    assert longest < 2_000
    assert "photo" not in kinds


def test_a_name_of_several_is_nobody_s_until_the_organization_tells(
    desk: Desk, folder: Path
) -> None:
    add_guest(desk, "李刚", "青海省商务厅")
    add_guest(desk, "李刚", "西宁海关")
    put(folder, "李刚.jpg")
    put(folder, "李刚（西宁海关）.jpg")
    done = import_photos(desk, folder)
    assert told(done.unmatched) == [("李刚.jpg", "photo-ambiguous")]
    (finding,) = done.unmatched
    assert [guest.number for guest in finding.guests] == ["00001", "00002"]
    assert "00002 李刚（西宁海关）" in wording.say(finding.code, **finding.parameters)
    assert set(digests(desk)) == {2}


def test_sent_again_only_what_differs_is_replaced(desk: Desk, folder: Path) -> None:
    for name in ("李刚", "王冬", "陈晨"):
        add_guest(desk, name)
    put(folder, "1.jpg")
    put(folder, "2.jpg", 90)
    import_photos(desk, folder)
    put(folder, "2.jpg", 30)
    put(folder, "3.jpg", 60)
    done = import_photos(desk, folder)
    assert (done.number, done.matched, done.replaced, done.unchanged) == (2, 3, 1, 1)
    again = import_photos(desk, folder)
    assert (again.number, again.matched, again.replaced, again.unchanged) == (None, 3, 0, 3)


def test_an_undo_brings_the_photos_before_back(desk: Desk, folder: Path) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    put(folder, "1.jpg")
    import_photos(desk, folder)
    first = digests(desk)
    put(folder, "1.jpg", 30)
    put(folder, "2.jpg", 60)
    import_photos(desk, folder)
    taken = imports.undo(desk, 2)
    assert (taken.undone, taken.kept) == (2, 0)
    assert digests(desk) == first
    assert decoded(jpeg_of(desk, 1)).size == (200, 280)
    with pytest.raises(ProblemForUser, match="import-undone"):
        imports.undo(desk, 2)
    taken = imports.undo(desk, 1)
    assert (taken.undone, taken.kept) == (1, 0)
    assert digests(desk) == {}


def test_an_undo_leaves_a_photo_that_was_changed_since(desk: Desk, folder: Path) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    put(folder, "1.jpg")
    put(folder, "2.jpg")
    import_photos(desk, folder)
    import_photos(desk, put(folder, "new.jpg", 30), guest=1)
    taken = imports.undo(desk, 1)
    assert (taken.undone, taken.kept) == (1, 1)
    assert set(digests(desk)) == {1}


def test_one_picture_is_whose_it_is_said_to_be(desk: Desk, folder: Path) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    done = import_photos(desk, put(folder, "00001 李刚.jpg"), guest=2)
    assert (done.matched, set(digests(desk))) == (1, {2})
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        import_photos(desk, folder / "00001 李刚.jpg", guest=9)
    with pytest.raises(ProblemForUser, match="photos-guest-one-file"):
        import_photos(desk, folder, guest=2)
    with pytest.raises(ProblemForUser, match="photos-source-missing"):
        import_photos(desk, folder / "nowhere", guest=2)


def test_one_picture_alone_goes_by_its_name(desk: Desk, folder: Path) -> None:
    add_guest(desk, "李刚")
    guests.set_guest(desk, 1, {"document_number": "632521198512304513"})
    done = import_photos(desk, put(folder, "632521198512304513.jpg"))
    assert (done.matched, set(digests(desk))) == (1, {1})
    with desk.read() as session:
        kept = session.scalars(select(ListImport)).one()
    assert (kept.kind, kept.file_name) == ("photos", "632521********4513.jpg")


def test_of_two_pictures_for_one_guest_the_surer_is_taken(desk: Desk, folder: Path) -> None:
    add_guest(desk, "李刚")
    put(folder, "a李刚.jpg", 30)
    put(folder, "李刚.jpg", 30)
    sure = put(folder, "省厅/00001.jpg", 90)
    done = import_photos(desk, folder)
    assert done.matched == 1
    assert ("李刚.jpg", "photo-second") in told(done.refused)
    import_photos(desk, sure, guest=1)
    assert import_photos(desk, sure, guest=1).unchanged == 1
    assert len(dump(desk, "photo")["photo"]) == 1


def test_where_the_surer_cannot_be_read_the_other_is_taken(desk: Desk, folder: Path) -> None:
    add_guest(desk, "李刚")
    (folder / "00001.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    put(folder, "李刚.jpg")
    done = import_photos(desk, folder)
    assert done.matched == 1
    assert told(done.refused) == [("00001.jpg", "photo-damaged")]


def test_what_prints_blurred_is_kept_and_told(desk: Desk, folder: Path) -> None:
    add_guest(desk, "李刚")
    put(folder, "1.jpg", width=150)
    done = import_photos(desk, folder)
    assert done.matched == 1
    assert told(done.low_resolution) == [("1.jpg", "photo-low-resolution")]
    assert done.low_resolution[0].guests[0].number == "00001"
    assert done.low_resolution[0].parameters["width"] == 150
    assert set(digests(desk)) == {1}


def test_a_dry_run_tells_the_same_and_writes_nothing(desk: Desk, folder: Path) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    put(folder, "1.jpg")
    import_photos(desk, folder)
    put(folder, "1.jpg", 30)
    put(folder, "2.jpg", width=120)
    (folder / "3.jpg").write_bytes(b"GIF")
    before = dump(desk)
    tried = import_photos(desk, folder, dry_run=True)
    assert dump(desk) == before
    done = import_photos(desk, folder)
    assert tried.number is None
    assert replace(done, number=None) == tried


def test_a_zip_from_windows_is_read(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "䶮𬱖")
    add_guest(desk, "王冬")
    files = [
        (f"照片\\{name}.jpg".encode("gb18030"), encoded(portrait(200, 280)))
        for name in ("䶮𬱖", "王冬")
    ]
    path = write_foreign_zip(tmp_path / "照片.zip", files, on_unix=False)
    assert import_photos(desk, path).matched == 2
    with pytest.raises(ProblemForUser, match="photos-guest-one-file"):
        import_photos(desk, path, guest=1)


def test_the_same_picture_of_two_guests_is_kept_once(desk: Desk, tmp_path: Path) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    same = encoded(portrait(200, 280))
    import_photos(desk, write_zip(tmp_path / "p.zip", {"1.jpg": same, "2.jpg": same}))
    assert len(set(digests(desk).values())) == len(dump(desk, "photo")["photo"]) == 1


class PowerCut(BaseException):
    """What nothing in the program catches."""


def stops_at(number: int, failure: type[BaseException]) -> Callable[[int, int], None]:
    def progress(done: int, total: int) -> None:
        assert total == 25
        if done == number:
            raise failure

    return progress


@pytest.mark.parametrize("failure", [PowerCut, CancelledError])
def test_what_stops_it_leaves_whole_guests_and_one_undo(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, failure: type[BaseException]
) -> None:
    monkeypatch.setattr(photo_import, "AT_ONCE", 10)
    for number in range(1, 26):
        add_guest(desk, f"李{chr(0x4E00 + number)}")
        put(folder, f"{number:05d}.jpg", number * 9, width=60)
    with pytest.raises(failure):
        import_photos(desk, folder, progress=stops_at(23, failure))
    held = digests(desk)
    assert set(held) == set(range(1, 21))
    for number, digest in held.items():
        assert hashlib.sha256(jpeg_of(desk, number)).hexdigest() == digest
    assert all(check.ok for check in verification.verify(desk))
    done = import_photos(desk, folder)
    assert (done.number, done.matched, done.unchanged) == (2, 25, 20)
    assert (imports.undo(desk, 2).undone, imports.undo(desk, 1).undone) == (5, 20)
    assert digests(desk) == {}


def test_a_pressed_cancel_stops_it(desk: Desk, folder: Path) -> None:
    add_guest(desk, "李刚")
    put(folder, "1.jpg")
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        import_photos(desk, folder, progress=progress)
    assert digests(desk) == {}


def test_never_more_than_a_hundred_wait_for_their_commit(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_import, "AT_ONCE", 4)
    for number in range(1, 12):
        add_guest(desk, f"李{chr(0x4E00 + number)}")
        put(folder, f"{number}.jpg", number * 9, width=60)
    waiting = []

    def progress(done: int, _total: int) -> None:
        with desk.read() as session:
            waiting.append(done - len(session.scalars(select(Photo.digest)).all()))

    import_photos(desk, folder, progress=progress)
    assert len(waiting) == 12
    assert max(waiting) == 3
    assert len(digests(desk)) == 11
    with desk.read() as session:
        operations = session.scalars(
            select(JournalEntry.operation).where(JournalEntry.action == "import photos")
        )
        assert len(set(operations)) == 1


def test_a_guest_removed_meanwhile_is_nobody(desk: Desk, tmp_path: Path, folder: Path) -> None:
    lists = tmp_path / "g.csv"
    lists.write_text("姓名,单位\n李刚,商务厅\n王冬,青海大学\n", "utf-8-sig")
    brought = imports.import_guests(desk, lists)
    put(folder, "1.jpg")
    put(folder, "2.jpg", 30)

    def progress(done: int, _total: int) -> None:
        if done == 1:
            imports.undo(desk, brought.number or 0)

    done = import_photos(desk, folder, progress=progress)
    assert done.matched == 0
    assert {code for _, code in told(done.unmatched)} == {"photo-nobody"}
    assert json.dumps(dump(desk, "photo")["photo"]) == "[]"
