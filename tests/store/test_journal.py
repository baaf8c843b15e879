import json
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update

from qhsign.domain.guest import Category
from qhsign.store import journal, numbers
from qhsign.store.engine import JournalBypassedError
from qhsign.store.event_file import EventFile
from qhsign.store.schema import EventKey, Guest, JournalEntry, JournalValue
from qhsign.store.take_back import take_back
from support.event_files import NOW, make_event_file


def write_guest(file: EventFile, **fields: object) -> str:
    with file.write("test", desk="东门1", operator="韩秋月") as session:
        (number,) = numbers.take(session, "guest")
        guest = Guest(number=number, **fields)
        session.add(guest)
    return guest.id


def entries_of(
    file: EventFile, entity: str
) -> list[tuple[JournalEntry, dict[str, dict[str, object]]]]:
    with file.read() as session:
        found = session.execute(
            select(JournalEntry, JournalValue.content)
            .join(JournalValue)
            .where(JournalEntry.entity_id == entity)
            .order_by(JournalEntry.sequence)
        )
        return [(entry, json.loads(content or "")) for entry, content in found]


def test_every_change_leaves_an_entry_with_old_and_new(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        guest = write_guest(file, full_name="李刚", title="处长")
        with file.write("guest set", desk="", operator="") as session:
            session.get_one(Guest, guest).title = "厅长"
        with file.write("remove", desk="", operator="") as session:
            session.delete(session.get_one(Guest, guest))
        made, changed, gone = entries_of(file, guest)
        assert made[0].change == "insert"
        assert made[0].desk == "东门1"
        assert made[1]["new"]["full_name"] == "李刚"
        assert changed[0].fields == ["title"]
        assert changed[1] == {"old": {"title": "处长"}, "new": {"title": "厅长"}}
        assert gone[0].change == "delete"
        assert gone[1]["old"]["title"] == "厅长"


def test_what_was_changed_since_a_moment_is_known_by_kind(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        guest = write_guest(file, full_name="李刚")
        with file.read() as session:
            before = journal.place(session)
        with file.write("look", desk="", operator="") as session:
            journal.note(session, "guest", guest, purpose="查看")
        with file.read() as session:
            assert journal.place(session) > before
            assert not journal.changed_since(session, before, {"guest"})
        with file.write("guest set", desk="", operator="") as session:
            session.get_one(Guest, guest).title = "厅长"
        with file.read() as session:
            assert journal.changed_since(session, before, {"badge", "guest"})
            assert not journal.changed_since(session, before, {"badge"})
            assert not journal.changed_since(session, journal.place(session), {"guest"})


def test_setting_the_same_value_writes_nothing(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        guest = write_guest(file, full_name="李刚", category=Category.MEDIA)
        heard: list[object] = []
        file.on_change(heard.append)
        with file.write("guest set", desk="", operator="") as session:
            session.get_one(Guest, guest).category = Category.MEDIA
        assert len(entries_of(file, guest)) == 1
        assert heard == []


def test_a_secret_never_reaches_the_journal(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        with file.write("key", desk="", operator="") as session:
            key = EventKey(secret=b"s" * 32, made_at=NOW)
            session.add(key)
        ((entry, content),) = entries_of(file, key.id)
        assert "secret" in entry.fields
        assert "secret" not in content["new"]


@pytest.mark.parametrize(
    "statement",
    [
        insert(Guest).values(id="1", number=1),
        update(Guest).values(title="x"),
        delete(Guest),
        text("update guest set title = 'x'"),
        text("INSERT OR REPLACE INTO journal_entry (id) VALUES ('x')"),
        text('with x as (select 1) delete from "guest"'),
    ],
)
def test_going_round_the_journal_raises(tmp_path: Path, statement: object) -> None:
    with (
        make_event_file(tmp_path / "e.qhsign") as file,
        pytest.raises(JournalBypassedError),
        file.write("sneak", desk="", operator="") as session,
    ):
        session.execute(statement)  # type: ignore[call-overload] # any executable


def test_the_guard_is_back_after_a_flush_and_after_a_failed_one(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        guest = write_guest(file, full_name="李刚")
        with pytest.raises(JournalBypassedError), file.write("x", desk="", operator="") as session:
            session.get_one(Guest, guest).title = "厅长"
            session.flush()
            session.execute(update(Guest).values(title="x"))
        with (
            pytest.raises(Exception, match="UNIQUE"),
            file.write("x", desk="", operator="") as session,
        ):
            session.add(Guest(number=1, full_name="李磊"))
        with pytest.raises(JournalBypassedError), file.write("x", desk="", operator="") as session:
            session.execute(update(Guest).values(title="x"))


def test_the_chain_verifies_and_shows_tampering(tmp_path: Path) -> None:
    path = tmp_path / "e.qhsign"
    with make_event_file(path) as file:
        for name in ("王冬", "王琼", "王光谦"):
            write_guest(file, full_name=name)
        with file.read() as session:
            report = journal.verify_chain(session)
        assert report.broken_at is None
        assert report.entries >= 4
    raw = driver.connect(str(path))
    raw.execute("UPDATE journal_entry SET operator = 'nobody' WHERE sequence = 2")
    raw.commit()
    raw.close()
    with EventFile.open(path) as file, file.read() as session:
        assert journal.verify_chain(session).broken_at is not None


def test_emptied_values_leave_a_chain_that_verifies(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        guest = write_guest(file, full_name="王冬", phone="13800001234")
        with file.write("purge", desk="", operator="") as session:
            assert journal.empty_values(session, [guest]) == 1
        with file.read() as session:
            contents = session.scalars(select(JournalValue.content)).all()
            assert not any("13800001234" in (content or "") for content in contents)
            assert journal.verify_chain(session).broken_at is None


def test_a_view_is_noted_without_a_change(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        guest = write_guest(file, full_name="王冬")
        with file.write("reveal", desk="", operator="") as session:
            journal.note(session, "guest", guest, field="phone", purpose="接机")
        entry, content = entries_of(file, guest)[-1]
        assert entry.change == "view"
        assert content["new"] == {"field": "phone", "purpose": "接机"}


def test_taking_back_spares_what_was_built_upon(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        old = write_guest(file, full_name="王冬", title="处长")
        with file.write("import", desk="", operator="") as session:
            session.get_one(Guest, old).title = "厅长"
            untouched, touched = (
                Guest(number=number, full_name=name)
                for number, name in zip(
                    numbers.take(session, "guest", 2), ("王琼", "王光谦"), strict=True
                )
            )
            session.add_all([untouched, touched])
        with file.write("guest set", desk="", operator="") as later:
            later.get_one(Guest, touched.id).vip = True
        with file.write("undo", desk="", operator="") as back:
            report = take_back(back, session.pen.operation)
        assert set(report.undone) == {("guest", old), ("guest", untouched.id)}
        assert report.kept == (("guest", touched.id),)
        with file.read() as look:
            assert look.get_one(Guest, old).title == "处长"
            assert look.get(Guest, untouched.id) is None
            assert look.get_one(Guest, touched.id).vip


def test_numbers_are_never_given_twice_even_after_a_rollback_of_guests(tmp_path: Path) -> None:
    with make_event_file(tmp_path / "e.qhsign") as file:
        with file.write("a", desk="", operator="") as session:
            first = numbers.take(session, "guest", 3)
            across = numbers.take(session, "guest", numbers.BLOCK)
        assert first == [1, 2, 3]
        assert across == list(range(4, numbers.BLOCK + 4))


def test_another_replica_takes_from_a_block_of_its_own(tmp_path: Path) -> None:
    path, copy = tmp_path / "e.qhsign", tmp_path / "copy.qhsign"
    with make_event_file(path) as file:
        write_guest(file, full_name="王冬")
        mine = file.replica
    copy.write_bytes(path.read_bytes())
    with EventFile.open(copy) as other:
        assert other.replica != mine
        with other.write("a", desk="", operator="") as session:
            assert numbers.take(session, "guest") == [numbers.BLOCK + 1]
    with EventFile.open(path) as again:
        assert again.replica == mine


def test_a_file_put_back_to_an_older_state_writes_under_a_new_identity(tmp_path: Path) -> None:
    path = tmp_path / "e.qhsign"
    with make_event_file(path) as file:
        write_guest(file, full_name="王冬")
    older = path.read_bytes()
    with EventFile.open(path) as file:
        mine = file.replica
        write_guest(file, full_name="王琼")
    path.write_bytes(older)
    with EventFile.open(path) as file:
        assert file.replica != mine


@settings(max_examples=200)
@given(st.lists(st.integers(min_value=0, max_value=10**12), min_size=1))
def test_the_clock_only_goes_forward(walls: list[int]) -> None:
    last = ""
    for wall in walls:
        reading = journal.next_clock(last, wall)
        assert reading > last
        assert int(reading[:15]) >= wall
        last = reading


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    titles=st.lists(
        st.text(max_size=8).filter(lambda t: "\x00" not in t and t.isprintable()),
        min_size=1,
        max_size=5,
    )
)
def test_undo_of_an_edit_gives_back_the_value_before(tmp_path: Path, titles: list[str]) -> None:
    path = tmp_path / f"{abs(hash(tuple(titles)))}.qhsign"
    if path.exists():
        return
    with make_event_file(path) as file:
        guest = write_guest(file, full_name="王冬", title="最初")
        operations = []
        for title in titles:
            with file.write("set", desk="", operator="") as session:
                session.get_one(Guest, guest).title = title
            operations.append(session.pen.operation)
        for operation in reversed(operations):
            with file.write("undo", desk="", operator="") as back:
                take_back(back, operation)
        with file.read() as look:
            assert look.get_one(Guest, guest).title == "最初"
            assert journal.verify_chain(look).broken_at is None
