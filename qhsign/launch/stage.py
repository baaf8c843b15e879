"""What the plan of the stage is given of one open event."""

from typing import TYPE_CHECKING, TypeVar

from qhsign.store.event_file import EventFile
from qhsign.ui.stage.stage_provider import StageProvider

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from qhsign.domain.stage_terms import Viewpoint
    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.batches import Arranged
    from qhsign.services.desk import Desk
    from qhsign.services.presidium_records import PresidiumLook
    from qhsign.services.print_records import FolderPrint
    from qhsign.services.stage_approvals import Approval, ApprovalStep
    from qhsign.services.stage_looks import StageLook
    from qhsign.services.stage_marks import MarksPrinted
    from qhsign.services.stage_plans import PlanRow
    from qhsign.services.stage_prints import StagePrinted
    from qhsign.wording import Language

T = TypeVar("T")


def stage_provider(opened: "Desk", reader: "SecondReader") -> StageProvider:
    """Give the use cases of the plan of the stage; they are loaded when first asked for.

    A print opens the file for itself: it must not keep a scan waiting.
    """
    stage = _Stage(opened, reader)
    return StageProvider(
        stage.look,
        stage.make,
        stage.exchange,
        stage.freeze,
        stage.release,
        stage.sign,
        stage.move,
        stage.undo,
        stage.print_plan,
        stage.print_calls,
        stage.print_marks,
        stage.presidium,
        stage.arrange,
        stage.print_presidium,
        stage.print_cards,
    )


class _Stage:
    """The use cases over one event file."""

    def __init__(self, opened: "Desk", reader: "SecondReader") -> None:
        self._opened, self._reader = opened, reader

    def look(
        self, batch: int, version: int | None, against: int | None, language: "Language"
    ) -> "StageLook":
        from qhsign.services import stage_looks

        return stage_looks.look(self._reader.desk(), str(batch), version, against, language)

    def make(self, batch: int) -> "PlanRow":
        from qhsign.services import stage_plans

        return stage_plans.make(self._opened, str(batch))

    def exchange(self, batch: int, one: str, other: str) -> "PlanRow":
        from qhsign.services import stage_plans

        return stage_plans.exchange(self._opened, str(batch), one, other)

    def freeze(self, batch: int) -> "PlanRow":
        from qhsign.services import stage_plans

        return stage_plans.freeze(self._opened, str(batch))

    def release(self, batch: int) -> "PlanRow":
        from qhsign.services import stage_plans

        return stage_plans.freeze(self._opened, str(batch), frozen=False)

    def sign(self, batch: int, step: "ApprovalStep", by: str) -> "Approval":
        from qhsign.services import stage_sign_off

        return stage_sign_off.sign_plan(self._opened, str(batch), step, by)

    def move(self, contract: int, batch: int) -> "Arranged":
        from qhsign.services import batches

        return batches.move(self._opened, contract, str(batch))

    def undo(self, operation: str) -> int:
        from qhsign.services import batches

        return batches.undo(self._opened, operation).kept

    def print_plan(
        self, batch: int, out: "Path", viewpoint: "Viewpoint", language: "Language"
    ) -> "StagePrinted":
        from qhsign.services import stage_prints

        return self._with_desk(
            lambda desk: stage_prints.print_stage_plans(
                desk, out, batch=str(batch), viewpoint=viewpoint, language=language
            )
        )

    def print_calls(self, batch: int, out: "Path", language: "Language") -> "StagePrinted":
        from qhsign.services import stage_prints

        return self._with_desk(
            lambda desk: stage_prints.print_call_lists(
                desk, out, batch=str(batch), language=language
            )
        )

    def print_marks(self, batch: int, out: "Path") -> "MarksPrinted":
        from qhsign.services import stage_marks

        return self._with_desk(
            lambda desk: stage_marks.print_floor_marks(desk, out, batch=str(batch))
        )

    def presidium(self, batch: int) -> "PresidiumLook":
        from qhsign.services import presidium

        return presidium.look(self._reader.desk(), str(batch))

    def arrange(self, batch: int, guests: "Sequence[int]", international: bool) -> "PresidiumLook":  # noqa: FBT001 - as the provider has it
        from qhsign.services import presidium

        return presidium.arrange(self._opened, str(batch), guests, international=international)

    def print_presidium(self, batch: int, folder: "Path", language: "Language") -> "FolderPrint":
        from qhsign.services import presidium_prints

        return self._with_desk(
            lambda desk: presidium_prints.plan_into(desk, str(batch), folder, language=language)
        )

    def print_cards(self, batch: int, folder: "Path") -> "FolderPrint":
        from qhsign.services import presidium_prints

        return self._with_desk(lambda desk: presidium_prints.cards_into(desk, str(batch), folder))

    def _with_desk(self, work: "Callable[[Desk], T]") -> T:
        opened = self._opened
        with EventFile.open(opened.file.path) as file:
            return work(opened.over(file))
