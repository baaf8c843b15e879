"""Models are made when they are first asked for; the guard does not depend on which are."""

import subprocess
import sys

import pytest

from qhsign.store import schema
from qhsign.store.engine import UNGUARDED_TABLES
from qhsign.store.schema import Journaled, whole_schema
from support.program import surroundings

OPENING = """
import sys
import qhsign.launch.window
from qhsign.store.schema.base import Base
made = {mapper.class_.__tablename__ for mapper in Base.registry.mappers}
assert "guest" in made and "check_in" in made
print(made & {"contract", "stage_plan", "payment", "print_run", "list_import"})
from qhsign.store.schema import StagePlace
from sqlalchemy.orm import configure_mappers
configure_mappers()
print(sorted(key.column.table.name for key in StagePlace.__table__.foreign_keys))
"""


def test_only_tables_that_keep_nothing_of_their_own_are_unguarded() -> None:
    mappers = list(whole_schema().registry.mappers)
    plain = {
        mapper.class_.__tablename__
        for mapper in mappers
        if not issubclass(mapper.class_, Journaled)
    }
    assert plain - UNGUARDED_TABLES == {"journal_entry", "journal_value"}
    assert plain >= UNGUARDED_TABLES


def test_every_model_can_be_asked_for() -> None:
    made = {mapper.class_.__name__ for mapper in whole_schema().registry.mappers}
    assert made <= set(schema.__all__)
    assert all(getattr(schema, name) is not None for name in schema.__all__)
    with pytest.raises(AttributeError, match="Guset"):
        schema.Guset  # noqa: B018 # type: ignore[attr-defined] - a slip of the pen


def test_the_window_opens_without_the_models_of_other_screens() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENING],
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["set()", "['contract', 'stage_plan']"]
