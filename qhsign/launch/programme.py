"""What the run of show and the host's words are given of one open event."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.store.event_file import EventFile
from qhsign.ui.programme.programme_provider import ProgrammeProvider

if TYPE_CHECKING:
    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.desk import Desk
    from qhsign.services.guest_edit_records import Edited
    from qhsign.services.show_records import ShowTable, StepSet
    from qhsign.services.stage_approvals import Approval, ApprovalStep
    from qhsign.services.stage_prints import StagePrinted
    from qhsign.wording import Language


def programme_provider(opened: "Desk", reader: "SecondReader") -> ProgrammeProvider:
    """Give the use cases of the run of show; they are loaded when first asked for."""
    programme = _Programme(opened, reader)
    return ProgrammeProvider(
        read=programme.read,
        set_step=programme.set_step,
        add_step=programme.add_step,
        move_step=programme.move_step,
        remove_step=programme.remove_step,
        set_words=programme.set_words,
        plan_start=programme.plan_start,
        undo=programme.undo,
        sign=programme.sign,
        confirm=programme.confirm,
        undo_reading=programme.undo_reading,
        print_show=programme.print_show,
    )


class _Programme:
    """Reads beside the scans, writes in turn with them, and prints over a connection of its own."""

    def __init__(self, opened: "Desk", reader: "SecondReader") -> None:
        self._opened, self._reader = opened, reader

    def read(self, slate: str, language: "Language") -> "ShowTable":
        from qhsign.services import show_view

        return show_view.table(self._reader.desk(), slate, language)

    def set_step(self, slate: str, key: str, values: Mapping[str, str]) -> "StepSet":
        from qhsign.services import show_steps

        return show_steps.set_step(self._opened, slate, key, values)

    def add_step(self, slate: str, after: str, values: Mapping[str, str]) -> "StepSet":
        from qhsign.services import show_steps

        return show_steps.add_step(self._opened, slate, after, values)

    def move_step(self, slate: str, key: str, by: int) -> "StepSet":
        from qhsign.services import show_steps

        return show_steps.move_step(self._opened, slate, key, by)

    def remove_step(self, slate: str, key: str) -> "StepSet":
        from qhsign.services import show_steps

        return show_steps.remove_step(self._opened, slate, key)

    def set_words(self, slate: str, key: str, text: str) -> "StepSet":
        from qhsign.services import show_steps

        return show_steps.set_words(self._opened, slate, key, text)

    def plan_start(self, batch: int, moment: str) -> str:
        from qhsign.services import batches

        return batches.set_batch(self._opened, str(batch), {"starts": moment}).operation

    def undo(self, operation: str) -> int:
        from qhsign.services import batches

        return batches.undo(self._opened, operation).kept

    def sign(self, slate: str, step: "ApprovalStep", by: str) -> "Approval":
        from qhsign.services import stage_sign_off

        return stage_sign_off.sign_show(self._opened, slate, step, by)

    def confirm(self, guest: str, reading: str) -> "Edited":
        from qhsign.services import guest_edits

        return guest_edits.edit(self._opened, guest, "reading", reading)

    def undo_reading(self, operation: str, guest: str) -> int:
        from qhsign.services import undo

        return int(undo.undo(self._opened, operation, guest).some_kept)

    def print_show(self, slate: str, out: Path, language: "Language") -> "StagePrinted":
        from qhsign.services import stage_prints

        with EventFile.open(self._opened.file.path) as file:
            return stage_prints.print_run_of_show(
                self._opened.over(file), out, slate=slate, language=language
            )
