"""Folders and zips of pictures as they arrive: names of every encoding, and what is dangerous."""

import os
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.picture_archive import is_one_file, pictures_in
from qhsign.exchange.pictures import LARGEST_FILE
from support.pictures import write_foreign_zip, write_zip


def names(path: Path) -> list[str]:
    with pictures_in(path) as files:
        return [file.name for file in files]


def contents(path: Path) -> dict[str, bytes]:
    with pictures_in(path) as files:
        return {file.name: file.read() for file in files}


def refused(path: Path) -> str:
    with pytest.raises(ProblemForUser) as problem:
        contents(path)
    for language in wording.Language:
        assert wording.say(problem.value.code, language, **problem.value.parameters)
    return problem.value.code


def test_a_folder_gives_its_files_by_name_and_leaves_out_what_systems_left(tmp_path: Path) -> None:
    kept = {"b.jpg": b"b", "a.png": b"a", "西宁海关/李刚.jpg": b"c", "名单.txt": b"d"}
    stray = ("Thumbs.db", ".DS_Store", "西宁海关/desktop.ini", ".cache/x.jpg", "__MACOSX/._b.jpg")
    for name, data in {**kept, **dict.fromkeys(stray, b"")}.items():
        path = tmp_path / "f" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert contents(tmp_path / "f") == kept
    assert names(tmp_path / "f") == sorted(kept)


def test_a_zip_gives_the_same(tmp_path: Path) -> None:
    kept = {"b.jpg": b"b", "西宁海关/李刚.jpg": b"c"}
    stray = ("Thumbs.db", "__MACOSX/._b.jpg", "x/.DS_Store", "空/")
    path = write_zip(tmp_path / "p.ZIP", {**kept, **dict.fromkeys(stray, b"")})
    assert contents(path) == kept
    assert not is_one_file(path)


def test_one_file_stands_for_itself(tmp_path: Path) -> None:
    path = tmp_path / "00012.jpg"
    path.write_bytes(b"x")
    assert contents(path) == {"00012.jpg": b"x"}
    assert is_one_file(path)
    assert not is_one_file(tmp_path)


CHINESE = (
    "李刚.jpg",
    "䶮𬱖.jpg",
    "青海省商务厅/努尔买买提江·阿卜杜热合曼.jpg",
    "韦伟.jpg",
    "a.jpg",
)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize("on_unix", [False, True])
def test_names_nobody_marked_are_read_rightly(
    tmp_path: Path, encoding: str, *, on_unix: bool
) -> None:
    files = [(name.encode(encoding), name.encode()) for name in CHINESE]
    path = write_foreign_zip(tmp_path / "p.zip", files, on_unix=on_unix)
    with zipfile.ZipFile(path) as archive:
        assert not any(entry.flag_bits & 0x800 for entry in archive.infolist())
    assert contents(path) == {name: name.encode() for name in CHINESE}


def test_a_short_chinese_name_is_not_taken_for_greek(tmp_path: Path) -> None:
    raw = "韦伟.jpg".encode("gb18030")
    assert raw.decode("utf-8")  # it could be
    assert names(write_foreign_zip(tmp_path / "w.zip", [(raw, b"")], on_unix=False)) == ["韦伟.jpg"]
    icelandic = [("Þórir.jpg".encode(), b"")]
    assert names(write_foreign_zip(tmp_path / "m.zip", icelandic, on_unix=True)) == ["Þórir.jpg"]


def test_a_backslash_within_a_character_parts_no_folders(tmp_path: Path) -> None:
    name = "誠\\塡.jpg"
    raw = name.encode("gb18030")
    assert raw.count(b"\\") > 1
    assert names(write_foreign_zip(tmp_path / "p.zip", [(raw, b"")], on_unix=False)) == [
        "誠/塡.jpg"
    ]


def test_the_name_in_a_field_of_its_own_counts(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    raw = b"LI.JPG"
    content = b"\x01" + struct.pack("<I", zlib.crc32(raw)) + "李刚.jpg".encode()
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo(raw.decode())
        entry.extra = struct.pack("<HH", 0x7075, len(content)) + content
        archive.writestr(entry, b"x")
        other = zipfile.ZipInfo("WANG.JPG")
        other.extra = entry.extra  # the checksum is of another name: not this one's
        archive.writestr(other, b"y")
    assert contents(path) == {"李刚.jpg": b"x", "WANG.JPG": b"y"}


@pytest.mark.skipif(sys.platform != "linux", reason="runs on Linux, where names are bytes")
def test_a_folder_unpacked_with_the_wrong_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode("李刚.jpg".encode("gb18030"))).write_bytes(b"x")
    assert contents(tmp_path) == {"李刚.jpg": b"x"}


def test_a_zip_that_leads_out_is_refused(tmp_path: Path) -> None:
    for number, name in enumerate(("../a.jpg", "x/../../a.jpg", "..\\a.jpg", "x/..")):
        path = write_zip(tmp_path / f"{number}.zip", {"b.jpg": b"", name: b"x"})
        assert refused(path) == "photos-archive-leads-out"
    assert names(write_zip(tmp_path / "fine.zip", {"/a..b.jpg": b"x"})) == ["a..b.jpg"]


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "p.zip", {"a.jpg": b"x"})
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    path.write_bytes(data)
    assert refused(path) == "photos-archive-has-password"


def test_a_zip_that_unpacks_to_no_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.bmp", bytes(30 * 2**20))
    assert path.stat().st_size < 2**20
    assert refused(path) == "photos-archive-unpacks-too-large"


def test_one_enormous_file_in_a_zip_is_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jpg", b"fine")
        archive.writestr("b.bmp", bytes(LARGEST_FILE + 1))
    with pictures_in(path) as files:
        first, second = files
        assert first.read() == b"fine"
        with pytest.raises(ProblemForUser, match="photo-file-too-large"):
            second.read()


def test_an_enormous_file_in_a_folder_is_refused_alone(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert refused(tmp_path) == "photo-file-too-large"


def test_a_damaged_entry_is_refused_alone(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "p.zip", {"a.jpg": b"AAAA" * 9, "b.jpg": b"BBBB"})
    path.write_bytes(path.read_bytes().replace(b"AAAA", b"AXAA", 1))
    with pictures_in(path) as files:
        first, second = files
        assert second.read() == b"BBBB"
        with pytest.raises(ProblemForUser, match="photo-damaged"):
            first.read()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 broken off", "photos-archive-broken"),
        (b"Rar!\x1a\x07\x00", "photos-archive-not-zip"),
        (b"7z\xbc\xaf\x27\x1c", "photos-archive-not-zip"),
    ],
)
def test_what_is_no_zip_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(data)
    assert refused(path) == code


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere") == "photos-source-missing"
    assert refused(Path("a\0b")) == "photos-source-missing"
