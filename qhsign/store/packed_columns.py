"""Reading a whole table at a stroke, for a list of a hundred thousand lines.

Row by row, the interpreter is let go of and asked for again at each row. While the window's thread
is busy, as it is when the window opens, every row then waits for it: the list takes three times as
long and the window stutters. Packed, hundreds of rows are one step of the database, which goes on
beside the window.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, literal_column, select

_A_STEP = 512
"""Rows packed at once; many more would not stay in the processor's cache."""
_BETWEEN = "\x1f"


def packed_columns(
    connection: Connection, query: "Select[*tuple[Any, ...]]", sliced: Any
) -> Iterator[Sequence[Sequence[str]]]:
    """Give the columns of a query, some hundred rows of them at a time, in no order to rely on.

    Values come as texts, null as "". ``sliced`` is the table among the query's whose rows are read
    a slice at a time; for each of them the query gives no more than a few.
    """
    rowid: ColumnElement[int] = literal_column(f"{sliced.name}.rowid")
    sliced_rows = query.where(rowid.between(bindparam("first"), bindparam("last"))).subquery()
    columns = [func.coalesce(column, "") for column in sliced_rows.c]
    plain = select(*columns)
    packed = select(func.count(), *(func.group_concat(column, _BETWEEN) for column in columns))
    lowest, highest = connection.execute(
        select(func.min(rowid), func.max(rowid)).select_from(sliced)
    ).one()
    for first in range(lowest or 0, (highest or -1) + 1, _A_STEP):
        bounds = {"first": first, "last": first + _A_STEP - 1}
        count, *texts = connection.execute(packed, bounds).one()
        if not count:
            continue
        values: Sequence[Sequence[str]] = [text.split(_BETWEEN) for text in texts]
        if any(len(each) != count for each in values):
            # A value holds the very character that parts them: row by row, then.
            rows = connection.execute(plain, bounds)
            values = [[str(value) for value in column] for column in zip(*rows, strict=True)]
        yield values
