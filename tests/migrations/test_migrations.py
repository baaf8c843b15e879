from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select

from qhsign.domain.problems import ProblemForUser
from qhsign.shipped_files import shipped
from qhsign.store import migrate, numbers
from qhsign.store.backup import upgrade_backup_path
from qhsign.store.engine import make_engine
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Guest, Presidium, PrintRun, whole_schema
from support.event_files import make_event_file

REVISIONS = sorted(migrate.known_revisions())


def test_head_is_the_last_revision_and_they_form_one_line() -> None:
    script = ScriptDirectory(str(shipped("db", "migrations")))
    assert script.get_heads() == [migrate.HEAD]
    assert REVISIONS[-1] == migrate.HEAD
    assert [revision.revision for revision in script.walk_revisions()] == REVISIONS[::-1]


def test_head_equals_the_models(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "e.qhsign")
    migrate.upgrade(engine)
    with engine.connect() as connection:
        assert (
            compare_metadata(MigrationContext.configure(connection), whole_schema().metadata) == []
        )
        inspected = inspect(connection)
        for table in whole_schema().metadata.sorted_tables:
            wanted = {(column.name, column.nullable) for column in table.columns}
            found = {(c["name"], c["nullable"]) for c in inspected.get_columns(table.name)}
            assert found == wanted, table.name
    engine.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_up_and_down_from_every_revision(tmp_path: Path, revision: str) -> None:
    engine = make_engine(tmp_path / "e.qhsign")

    def schema() -> list[tuple[str, str]]:
        with engine.connect() as connection:
            return [
                tuple(row)
                for row in connection.exec_driver_sql(
                    "SELECT name, sql FROM sqlite_master"
                    " WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
                )
            ]

    migrate.upgrade(engine, revision)
    there = schema()
    migrate.upgrade(engine)
    migrate.upgrade(engine, revision)
    assert schema() == there
    engine.dispose()


def older_file(path: Path) -> Path:
    """Make an event file as the revision before the last one wrote it, with a guest in it."""
    with make_event_file(path) as file, file.write("guest", desk="", operator="") as session:
        session.add(Guest(number=1, full_name="李刚"))
    engine = make_engine(path)
    migrate.upgrade(engine, REVISIONS[-2])
    engine.dispose()
    return path


def test_an_older_file_is_backed_up_verified_and_upgraded(tmp_path: Path) -> None:
    path = older_file(tmp_path / "e.qhsign")
    with EventFile.open(path) as file, file.read() as session:
        assert session.scalars(select(Guest.full_name)).one() == "李刚"
    (copy,) = tmp_path.glob(f"e-schema{REVISIONS[-2]}-*.qhsign")
    raw = driver.connect(str(copy))
    assert raw.execute("select version_num from alembic_version").fetchone() == (REVISIONS[-2],)
    assert raw.execute("select full_name from guest").fetchall() == [("李刚",)]
    raw.close()
    with EventFile.open(path):
        pass
    assert len(list(tmp_path.glob("e-schema*"))) == 1


def test_a_file_without_a_presidium_gets_room_for_one(tmp_path: Path) -> None:
    path = tmp_path / "e.qhsign"
    make_event_file(path).close()
    engine = make_engine(path)
    migrate.upgrade(engine, "0013")
    with engine.connect() as connection:
        assert "presidium" not in inspect(connection).get_table_names()
    engine.dispose()
    with EventFile.open(path) as file:
        moment = datetime(2024, 7, 11, 9, 0, tzinfo=UTC)
        with file.write("presidium arrange", desk="", operator="") as session:
            session.add(Presidium(subject="s", version=1, people=["a", "b"], made_at=moment))
        with file.read() as session:
            held = session.scalars(select(Presidium)).one()
            assert (held.people, held.even, held.international) == (
                ["a", "b"], "second-right", False,
            )  # fmt: skip
    engine = make_engine(path)
    migrate.upgrade(engine, "0013")
    with engine.connect() as connection:
        assert "presidium" not in inspect(connection).get_table_names()
    engine.dispose()


def test_no_upgrade_while_a_window_has_the_file(tmp_path: Path) -> None:
    path = tmp_path / "e.qhsign"
    make_event_file(path).close()
    with EventFile.open(path, for_window=True):
        engine = make_engine(path)
        migrate.upgrade(engine, REVISIONS[-2])
        engine.dispose()
        with pytest.raises(ProblemForUser, match="event-in-window"):
            EventFile.open(path)


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older_file(tmp_path / "e.qhsign")

    def broken(*_: object) -> None:
        raise RuntimeError("half way")

    monkeypatch.setattr("alembic.command.upgrade", broken)
    with pytest.raises(RuntimeError):
        EventFile.open(path)
    monkeypatch.undo()
    raw = driver.connect(str(path))
    assert raw.execute("select version_num from alembic_version").fetchone() == (REVISIONS[-2],)
    raw.close()


def test_the_backup_is_named_by_revision_and_time() -> None:
    moment = datetime(2024, 7, 11, 9, 0, tzinfo=UTC)
    path = upgrade_backup_path(Path("/x/25届.qhsign"), "0001", moment)
    assert path.name == "25届-schema0001-20240711-090000.qhsign"


def test_print_runs_without_a_number_get_the_first_ones(tmp_path: Path) -> None:
    path = tmp_path / "e.qhsign"
    make_event_file(path).close()
    engine = make_engine(path)
    migrate.upgrade(engine, "0003")
    engine.dispose()
    raw = driver.connect(str(path))
    for identity, at in (("b", "2024-07-11T02"), ("c", "2024-07-11T01"), ("a", "2024-07-11T02")):
        raw.execute(
            "insert into print_run (id, kind, layout, at, operator, destination, pieces, reason)"
            " values (?, 'badges', 'badge-90x130', ?, '', 'b.pdf', 1, '')",
            (identity, f"{at}:00:00.000000Z"),
        )
    raw.commit()
    raw.close()
    with EventFile.open(path) as file:
        with file.read() as session:
            runs = session.scalars(select(PrintRun).order_by(PrintRun.number)).all()
            assert [(run.id, run.number, run.outcome) for run in runs] == [
                ("c", 1, "done"), ("a", 2, "done"), ("b", 3, "done")
            ]  # fmt: skip
        with file.write("test", desk="", operator="") as session:
            assert numbers.take(session, "print-run") == [4]
