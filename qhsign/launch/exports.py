"""What the export dialog is given of an open event; the writers are imported when it is used."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.ui.export.export_provider import ColumnChoice, ExportProvider, ExportWish, Written

if TYPE_CHECKING:
    from qhsign.services.desk import Desk
    from qhsign.wording import Language


def export_provider(opened: "Desk") -> ExportProvider:
    """Give the dialog the use cases it needs."""

    def columns(what: str) -> Sequence[ColumnChoice]:
        from qhsign.services import exports

        return [
            ColumnChoice(name, column.usual, column.sensitive)
            for name, column in exports.columns_of(what).items()
        ]

    def write(
        wish: ExportWish, out: Path, language: "Language", progress: Callable[[int, int], None]
    ) -> Written:
        from qhsign.domain.ordering import Order
        from qhsign.services import exports

        done = exports.export(
            opened,
            wish.what,
            out,
            order=Order(wish.order) if wish.order else None,
            columns=wish.columns,
            purpose=wish.purpose,
            language=language,
            only=wish.only,
            progress=progress,
        )
        doubts: list[tuple[str, Mapping[str, object]]] = [
            ("stroke-unranked", {"name": each.full_name, "characters": each.characters})
            for each in done.unranked
        ]
        doubts += [(each.code, each.parameters) for each in done.findings]
        return Written(done.rows, done.pages, doubts)

    return ExportProvider(columns, write)
