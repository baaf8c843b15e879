"""Where the keyboard moves contracts: a place up or down, or to the batch beside."""

from collections.abc import Sequence

from qhsign.ui.ceremony.column_lines import LOOSE, Line
from qhsign.ui.ceremony.column_list import DropPlace
from qhsign.ui.ceremony.column_model import ColumnModel


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


def _held(lines: Sequence[Line], batch_id: str) -> list[int]:
    return [
        each.contract.number
        for each in lines
        if each.contract is not None and each.batch_id == batch_id
    ]
