import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.store import file_checks
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Event, Guest, new_id
from qhsign.wording import Language
from support.event_files import NOW, make_event_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "第25届.qhsign"
    make_event_file(path).close()
    return path


def refused(path: Path, code: str, *, for_window: bool = False) -> ProblemForUser:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ProblemForUser) as caught:
        EventFile.open(path, for_window=for_window)
    assert caught.value.code == code
    for language in Language:
        assert wording.say(caught.value.code, language, **caught.value.parameters)
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value


def test_missing(tmp_path: Path) -> None:
    refused(tmp_path / "none.qhsign", "event-missing")
    assert not (tmp_path / "none.qhsign").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\0" + b"\0" * 200])
def test_not_an_event_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.qhsign"
    path.write_bytes(content)
    refused(path, "event-not-one")


def test_another_sqlite_database(tmp_path: Path) -> None:
    path = tmp_path / "x.qhsign"
    other = driver.connect(str(path))
    other.execute("create table guest (id)")
    other.commit()
    other.close()
    refused(path, "event-not-one")


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, "event-not-one")


def test_newer_schema(path: Path) -> None:
    raw = driver.connect(str(path))
    raw.execute("update alembic_version set version_num = '9999'")
    raw.commit()
    raw.close()
    refused(path, "event-newer")


def test_cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])
    refused(path, "event-damaged")


def test_damaged_inside(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for start in range(4096 + 20, len(content) - 4096, 4096):
        content[start : start + 400] = b"\xff" * 400
    path.write_bytes(content)
    refused(path, "event-damaged")


def test_read_only(path: Path) -> None:
    path.chmod(0o444)
    refused(path, "event-read-only")


def test_another_window(path: Path) -> None:
    with EventFile.open(path, for_window=True):
        refused(path, "event-in-window", for_window=True)
        with EventFile.open(path) as beside, beside.read() as session:
            assert session.scalars(select(Event.title)).one() == "第25届青洽会"
    with EventFile.open(path, for_window=True):
        pass


def test_a_window_of_another_process(path: Path) -> None:
    hold = (
        "import sys; from pathlib import Path; from qhsign.store.event_file import EventFile\n"
        "f = EventFile.open(Path(sys.argv[1]), for_window=True)\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"open\n"
    refused(path, "event-in-window", for_window=True)
    # The lock dies with the process that held it, however it ends.
    holder.kill()
    holder.communicate()
    EventFile.open(path, for_window=True).close()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_network_drive(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"rootfs / ext4 rw 0 0\nserver:/x {path.parent} {kind} rw 0 0\n")
    real = file_checks._mounted_as
    monkeypatch.setattr(file_checks, "_mounted_as", lambda folder: real(folder, mounts))
    refused(path, "event-on-network")


def test_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_checks, "ROOM_NEEDED", 2**62)
    refused(path, "disk-full")


def test_a_disk_that_fills_up_while_writing(path: Path) -> None:
    with EventFile.open(path) as file:
        with file._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 60")
        with (
            pytest.raises(ProblemForUser) as caught,
            file.write("fill", desk="", operator="") as session,
        ):
            connection = session.connection()
            connection.exec_driver_sql("PRAGMA max_page_count = 60")
            session.add_all(Guest(number=n, full_name="王" * 500) for n in range(500))
        assert caught.value.code == "disk-full"
    with EventFile.open(path) as file, file.read() as session:
        assert session.scalars(select(Guest.id)).all() == []
        assert file.check_integrity() == []


def test_never_overwrites(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ProblemForUser, match="event-exists"):
        EventFile.create(path, lambda: Event(code="25X", title="x"), now=NOW)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProblemForUser, match="folder-missing"):
        make_event_file(tmp_path / "none" / "x.qhsign")


def test_nothing_is_left_beside_a_new_file(path: Path) -> None:
    assert [item.name for item in path.parent.iterdir() if item.name != "home"] == [path.name]


def test_a_killed_writer_leaves_all_or_nothing(path: Path) -> None:
    writer = (
        "import sys; from pathlib import Path\n"
        "from qhsign.store.event_file import EventFile\n"
        "from qhsign.store.schema import Guest\n"
        "f = EventFile.open(Path(sys.argv[1]))\n"
        "n = 0\n"
        "while True:\n"
        "    with f.write('guest', desk='', operator='') as s:\n"
        "        s.add_all([Guest(number=n + i, full_name='王冬') for i in range(10)])\n"
        "    n += 10; print(n, flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", writer, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = 0
    while told < 50:
        told = int(process.stdout.readline())
    process.kill()
    told = max([told, *(int(line) for line in process.communicate()[0].split())])
    with EventFile.open(path) as file, file.read() as session:
        kept = len(session.scalars(select(Guest.id)).all())
        assert kept >= told
        assert kept % 10 == 0
        assert file.check_integrity() == []


def test_ids_are_version_7_and_rise(path: Path) -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert all(value[12] == "7" and value[16] in "89ab" for value in ids)
    assert ids == sorted(ids)


def test_the_file_notices_another_writer(path: Path) -> None:
    with EventFile.open(path) as one, EventFile.open(path) as two:
        before = one.data_version()
        with two.write("x", desk="", operator="") as session:
            session.scalars(select(Event)).one().city = "西宁"
        assert one.data_version() != before


def test_a_copying_back_that_was_cut_short_is_gone_on_with(path: Path) -> None:
    """The first page counts pages that are still in the log, as a full disk leaves them."""
    log = path.with_name(f"{path.name}-wal")
    size = path.stat().st_size
    other = driver.connect(str(path))
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("create table much (text)")
    other.executemany("insert into much values (?)", [("x" * 4000,)] * 20)
    other.commit()
    kept = log.read_bytes()
    other.execute("PRAGMA wal_checkpoint(FULL)")
    whole = path.read_bytes()
    other.close()
    assert len(whole) > size
    path.write_bytes(whole[:size])
    refused(path, "event-damaged")
    log.write_bytes(kept)
    EventFile.open(path).close()
    again = driver.connect(str(path))
    assert again.execute("select count(*) from much").fetchone() == (20,)
    again.close()
