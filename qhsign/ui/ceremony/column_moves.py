"""Where the keyboard moves contracts and batches, and where a dragged batch goes."""

from collections.abc import Sequence

from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.column_lines import LOOSE, Line
from qhsign.ui.ceremony.column_model import ColumnModel
from qhsign.ui.ceremony.drop_places import BatchPlace, DropPlace


def stepped(model: ColumnModel, row: int, by: int) -> DropPlace | None:
    """Return the place one up (-1) or down (1) in the batch for what moves with a row."""
    line = model.line_at(row)
    if line is None or line.contract is None or line.batch_id == LOOSE:
        return None
    moved = set(model.dragged(row))
    held = _held(model.lines, line.batch_id)
    own = [place for place, number in enumerate(held) if number in moved]
    rest = [number for number in held if number not in moved]
    before = sum(number not in moved for number in held[: own[0]])
    at = min(max(before + by, 0), len(rest))
    return DropPlace(line.batch_id, rest[at - 1] if at else 0)


def neighbour(model: ColumnModel, row: int, by: int) -> DropPlace | None:
    """Return the end of the batch above (-1), or the head of the one below (1); None past them."""
    line = model.line_at(row)
    if line is None or line.contract is None:
        return None
    batches = [each.batch_id for each in model.lines if each.is_heading]
    if LOOSE not in batches:
        batches.append(LOOSE)
    place = batches.index(line.batch_id) + by
    if not 0 <= place < len(batches):
        return None
    moved = set(model.dragged(row))
    held = [number for number in _held(model.lines, batches[place]) if number not in moved]
    return DropPlace(batches[place], held[-1] if by < 0 and held else 0)


def batch_beside(rows: Sequence[BatchRow], batch: BatchRow, by: int) -> str | None:
    """Return the batch before which one goes that is moved a place up (-1) or down (1).

    "" is behind the last; None where there is no place beside it.
    """
    order = [each.id for each in rows if each.slate == batch.slate]
    at = order.index(batch.id) + by
    if not 0 <= at < len(order):
        return None
    rest = [each for each in order if each != batch.id]
    return rest[at] if at < len(rest) else ""


def batch_place(model: ColumnModel, batch_id: str, row: int, *, below: bool) -> BatchPlace | None:
    """Return where a batch goes that is dropped on a row; None where it cannot go.

    ``below`` tells that it is dropped on the lower half of the row. A batch stays among those of
    its slate, and is not put between contracts: in the upper half of a batch it goes before it.
    """
    line, slate = model.line_at(row), _slate_of(model, batch_id)
    order = [] if slate is None else _batches(model, slate)
    if line is None or line.batch_id not in order:
        return None
    rows = [at for at, each in enumerate(model.lines) if _is_under(each, line.batch_id)]
    first, last = rows[0], rows[-1]
    if 2 * row + below <= first + last:
        return BatchPlace(line.batch_id, first, is_over=True)
    after = order[order.index(line.batch_id) + 1 :]
    return BatchPlace(after[0] if after else "", last, is_over=False)


def _slate_of(model: ColumnModel, batch_id: str) -> str | None:
    held = (e.batch.slate for e in model.lines if e.batch is not None and e.batch.id == batch_id)
    return next(held, None)


def _batches(model: ColumnModel, slate: str) -> list[str]:
    return [e.batch.id for e in model.lines if e.batch is not None and e.batch.slate == slate]


def _is_under(line: Line, batch_id: str) -> bool:
    return (line.is_heading or line.contract is not None) and line.batch_id == batch_id


def _held(lines: Sequence[Line], batch_id: str) -> list[int]:
    return [
        each.contract.number
        for each in lines
        if each.contract is not None and each.batch_id == batch_id
    ]
