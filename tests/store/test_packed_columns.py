"""Rows read many at a step are the rows the query gives, whatever stands in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
    delete,
    insert,
    select,
)

from qhsign.store import packed_columns as packing
from qhsign.store.packed_columns import packed_columns

ALL = MetaData()
GROUP = Table("delegation", ALL, Column("id", Text, primary_key=True), Column("name", Text))
PERSON = Table(
    "person",
    ALL,
    Column("id", Text, primary_key=True),
    Column("number", Integer),
    Column("name", Text),
    Column("delegation_id", ForeignKey("delegation.id")),
)
QUERY = (
    select(PERSON.c.number, PERSON.c.name, GROUP.c.name)
    .select_from(PERSON)
    .join(GROUP, GROUP.c.id == PERSON.c.delegation_id, isouter=True)
    .where(PERSON.c.number != 0)
)
NAMES = st.text("张a\x1f\x1e\0\n ", max_size=4)
PEOPLE = st.lists(st.tuples(st.integers(-1, 3), st.none() | NAMES, st.booleans()), max_size=30)


def read_both(
    people: list[tuple[int, str | None, bool]], gone: set[int]
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        ALL.create_all(connection)
        connection.execute(insert(GROUP), [{"id": "g", "name": "西宁市\x1f代表团"}])
        for place, (number, name, grouped) in enumerate(people):
            values = {
                "id": str(place),
                "number": number,
                "name": name,
                "delegation_id": "g" if grouped else None,
            }
            connection.execute(insert(PERSON), [values])
        for place in gone:
            connection.execute(delete(PERSON).where(PERSON.c.id == str(place)))
        packed = [
            row
            for columns in packed_columns(connection, QUERY, PERSON)
            for row in zip(*columns, strict=True)
        ]
        plain = [
            tuple("" if value is None else str(value) for value in row)
            for row in connection.execute(QUERY)
        ]
    engine.dispose()
    return packed, plain


@settings(deadline=None)
@given(PEOPLE, st.sets(st.integers(0, 30), max_size=8))
def test_packed_rows_are_those_of_the_query(
    people: list[tuple[int, str | None, bool]], gone: set[int]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(packing, "_A_STEP", 4)
        packed, plain = read_both(people, gone)
    assert sorted(packed) == sorted(plain)


def test_one_value_that_holds_what_parts_them_moves_no_other() -> None:
    packed, _ = read_both([(1, None, False), (2, "张\x1f三", True), (3, "", False)], set())
    assert sorted(packed) == [
        ("1", "", ""),
        ("2", "张\x1f三", "西宁市\x1f代表团"),
        ("3", "", ""),
    ]
