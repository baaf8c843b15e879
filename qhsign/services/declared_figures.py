"""What was published of the event (申报数): each figure with measure, qualifier and source.

A figure is a claim; the 对账表 shows it beside what is recorded and never forces them to agree.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.services.setting_records import QUALIFIERS, FigureRow
from qhsign.store.schema import DeclaredFigure


def list_figures(desk: Desk) -> Sequence[FigureRow]:
    """Return every published figure in the order they were entered."""
    with desk.read() as session:
        query = select(DeclaredFigure).order_by(DeclaredFigure.id)
        return [_row(figure) for figure in session.scalars(query)]


def add_figure(desk: Desk, values: Mapping[str, str]) -> FigureRow:
    """Enter a published figure; ``subject``, ``measure`` and ``value`` must be given.

    Raises ProblemForUser ``figure-incomplete``, ``figure-value-wrong``,
    ``figure-qualifier-wrong`` or ``setting-unknown``.
    """
    read = _read({"subject": "", "measure": "", "value": "", "unit": "", **values})
    with desk.write("figure add") as session:
        figure = DeclaredFigure(**read)
        session.add(figure)
        session.flush()
        return _row(figure)


def set_figure(desk: Desk, figure_id: str, values: Mapping[str, str]) -> FigureRow:
    """Change a published figure. Raises as ``add_figure`` does, and ``figure-unknown``."""
    read = _read(values)
    with desk.write("figure set") as session:
        figure = session.get(DeclaredFigure, figure_id)
        if figure is None:
            raise ProblemForUser("figure-unknown")
        for key, value in read.items():
            setattr(figure, key, value)
        session.flush()
        return _row(figure)


def remove_figure(desk: Desk, figure_id: str) -> FigureRow:
    """Take a published figure away; return what it was. Raises ``figure-unknown``."""
    with desk.write("figure remove") as session:
        figure = session.get(DeclaredFigure, figure_id)
        if figure is None:
            raise ProblemForUser("figure-unknown")
        was = _row(figure)
        session.delete(figure)
        return was


def texts_of(row: FigureRow) -> Mapping[str, str]:
    """Return everything of a figure as ``add_figure`` takes it."""
    return {key: getattr(row, key) for key in _SETTINGS}


def _required(text: str) -> str:
    if not text:
        raise ProblemForUser("figure-incomplete")
    return text


def _value(text: str) -> str:
    plain = text.replace(",", "").replace("，", "").replace(" ", "")
    if not plain:
        raise ProblemForUser("figure-incomplete")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise ProblemForUser("figure-value-wrong", value=text) from None
    if not number.is_finite():
        raise ProblemForUser("figure-value-wrong", value=text)
    return f"{number:f}"


def _qualifier(text: str) -> str:
    if text not in QUALIFIERS:
        raise ProblemForUser("figure-qualifier-wrong", known="、".join(QUALIFIERS))
    return text


_SETTINGS: Mapping[str, Callable[[str], str]] = {
    "subject": _required,
    "measure": _required,
    "value": _value,
    "unit": str,
    "qualifier": _qualifier,
    "source": str,
}


def _read(values: Mapping[str, str]) -> dict[str, str]:
    read = {}
    for key, text in values.items():
        if key not in _SETTINGS:
            raise ProblemForUser("setting-unknown", key=key, keys="、".join(_SETTINGS))
        read[key] = _SETTINGS[key](text.strip())
    return read


def _row(figure: DeclaredFigure) -> FigureRow:
    return FigureRow(
        figure.id, figure.subject, figure.measure, figure.value, figure.unit, figure.qualifier,
        figure.source,
    )  # fmt: skip
