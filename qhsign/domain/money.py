"""Money: one door to reading, writing and comparing amounts (domain notes §3).

Amounts are whole 分 with a currency and a qualifier; floats appear nowhere. Totals are kept per
currency and nothing is converted. Capitals (大写) are in ``money_words``.
"""

from qhsign.domain.amount import IN_WAN, IN_YI, IN_YUAN, Amount, Qualifier, Unit, holds
from qhsign.domain.amount_heading import unit_of_heading
from qhsign.domain.amount_reading import LARGE_FEN, SMALL_FEN, AmountReading, read_amount
from qhsign.domain.amount_writing import (
    ForeignWords,
    decimal_string,
    unit_for_column,
    unit_heading,
    unit_heading_foreign,
    written,
    written_foreign,
    written_in,
    written_out_foreign,
)
from qhsign.domain.problems import Problem, Severity

__all__ = [
    "IN_WAN",
    "IN_YI",
    "IN_YUAN",
    "LARGE_FEN",
    "SMALL_FEN",
    "Amount",
    "AmountReading",
    "ForeignWords",
    "Qualifier",
    "Unit",
    "decimal_string",
    "holds",
    "read_amount",
    "slate_gap",
    "slate_warning",
    "unit_for_column",
    "unit_heading",
    "unit_heading_foreign",
    "unit_of_heading",
    "written",
    "written_foreign",
    "written_in",
    "written_out_foreign",
]


def slate_gap(declared_fen: int | None, computed_fen: int) -> int | None:
    """Return what was entered less what was declared, in fen: negative while contracts miss.

    None where nothing was declared; the two are shown side by side, never forced equal.
    """
    return None if declared_fen is None else computed_fen - declared_fen


def slate_warning(slate: str, declared: Amount | None, computed_fen: int) -> Problem | None:
    """Return the warning ``slate-total-differs`` unless the declared figure holds.

    When it does, `holds` says. ``computed_fen`` is in the declared figure's currency.
    """
    if declared is None:
        return None
    if holds(declared.qualifier, declared.fen, computed_fen):
        return None
    parameters: dict[str, object] = {
        "slate": slate,
        "declared": written(declared),
        "computed": written(Amount(computed_fen, declared.currency)),
    }
    return Problem("slate-total-differs", Severity.WARNING, parameters)
