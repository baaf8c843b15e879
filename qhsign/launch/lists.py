"""What the import wizard is given of an open event; what is heavy is imported when it is used."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.ui.lists.list_provider import ListProvider, Tell

if TYPE_CHECKING:
    from qhsign.services.desk import Desk
    from qhsign.services.import_records import ImportReport, PastImport, Undone
    from qhsign.services.list_records import (
        ImportPreview,
        ListChoice,
        ListLook,
        ListSource,
        MarkedList,
    )
    from qhsign.wording import Language


def list_provider(opened: "Desk", zone: tzinfo) -> ListProvider:
    """Give the wizard the use cases it needs; times are shown in ``zone``."""

    def look(source: "ListSource", sheet: str | None, kind: str) -> "ListLook":
        from qhsign.services.list_look import look_at_list

        return look_at_list(source, kind, sheet)

    def preview(choice: "ListChoice", progress: Tell) -> "ImportPreview":
        from qhsign.services.contract_preview import preview_contracts
        from qhsign.services.import_preview import preview_guests

        of_contracts = choice.kind == "contracts"
        return (preview_contracts if of_contracts else preview_guests)(
            opened, choice, progress=progress
        )

    def take(
        choice: "ListChoice",
        leave_out: Collection[int],
        progress: Tell,
        cancel: Collection[int] = (),
    ) -> "ImportReport":
        from qhsign.services.contract_import import take_contracts
        from qhsign.services.guest_import import take_guests

        if choice.kind == "contracts":
            return take_contracts(opened, choice, leave_out=leave_out, progress=progress).report
        return take_guests(
            opened, choice, leave_out=leave_out, cancel=cancel, progress=progress
        ).report

    def undo(number: int) -> "Undone":
        from qhsign.services import imports

        return imports.undo(opened, number)

    def past() -> "Sequence[PastImport]":
        from qhsign.services import imports

        return [replace(each, at=each.at.astimezone(zone)) for each in imports.list_imports(opened)]

    def mark(choice: "ListChoice", out: Path, language: "Language") -> "MarkedList":
        from qhsign.services.problem_workbook import write_problem_workbook

        return write_problem_workbook(opened, choice, out, language)

    def slate_names() -> Sequence[str]:
        from qhsign.services.slates import list_slates

        return [slate.name for slate in list_slates(opened)]

    return ListProvider(look, preview, take, undo, past, mark, slate_names)
