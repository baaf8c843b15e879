"""What the print screen is given: previews, the check and the runs of one open event."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.prints.print_provider import PrintProvider

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.services.print_records import (
        BatchChoice,
        LayoutChoice,
        LedgerLine,
        PagePicture,
        PreflightLine,
        Printed,
        PrintWish,
        Reprint,
        Stack,
    )

T = TypeVar("T")


def print_provider(opened: Desk) -> PrintProvider:
    """Give the use cases of printing over an event.

    Each call opens the file for itself: a long run must not keep a scan waiting. What draws and
    sets type is loaded at the first call, so that the window opens without it.
    """
    prints = _Prints(opened)
    return PrintProvider(
        _layouts,
        _own_layout,
        prints.slates,
        prints.stack,
        prints.check,
        prints.preview,
        _picture,
        prints.print_out,
        prints.ledger,
        prints.batches,
        prints.reprints,
    )


class _Prints:
    """The use cases over one event file, opened anew for each."""

    def __init__(self, opened: Desk) -> None:
        self._opened = opened

    def slates(self) -> Sequence[str]:
        from qhsign.services.slates import list_slates

        return [slate.name for slate in self._with_desk(list_slates)]

    def stack(self, wish: "PrintWish") -> "Stack":
        from qhsign.services import print_records, print_stacks, stage_wishes

        if wish.what.on_stage:
            standings = self._with_desk(lambda desk: stage_wishes.standings(desk, wish))
            return print_records.Stack(standings=standings)
        if not wish.what.on_layouts:
            return print_records.Stack()
        return self._with_desk(lambda desk: print_stacks.stack(desk, wish))

    def check(self, wish: "PrintWish") -> "Sequence[PreflightLine]":
        from qhsign.services import print_stacks, stage_wishes

        if wish.what.on_stage:
            return self._with_desk(lambda desk: stage_wishes.check(desk, wish))
        if not wish.what.on_layouts:
            return ()
        return self._with_desk(lambda desk: print_stacks.check(desk, wish))

    def preview(self, wish: "PrintWish", number: int) -> bytes:
        from qhsign.services import paper_previews, print_stacks, stage_wishes

        if wish.what.on_stage:
            return self._with_desk(lambda desk: stage_wishes.preview(desk, wish))
        if wish.what.on_layouts:
            return self._with_desk(lambda desk: print_stacks.preview(desk, wish, number))
        return self._with_desk(lambda desk: paper_previews.preview(desk, wish))

    def print_out(self, wish: "PrintWish", out: Path, progress: "Progress") -> "Printed":
        from qhsign.services import paper_previews, print_records, print_stacks, stage_wishes

        if wish.what.on_stage:
            return self._with_desk(lambda desk: stage_wishes.print_out(desk, out, wish))
        if wish.what.on_layouts:
            return self._with_desk(lambda desk: print_stacks.print_stack(desk, out, wish, progress))
        written = self._with_desk(
            lambda desk: paper_previews.print_paper(desk, out, wish, progress)
        )
        return print_records.Printed(written.rows, written.pages)

    def batches(self) -> "Sequence[BatchChoice]":
        from qhsign.services import stage_wishes

        return self._with_desk(stage_wishes.batch_choices)

    def reprints(self) -> "Sequence[Reprint]":
        from qhsign.services import stage_wishes

        return self._with_desk(stage_wishes.reprints)

    def ledger(self, limit: int) -> "Sequence[LedgerLine]":
        from qhsign.services import print_history

        return self._with_desk(lambda desk: print_history.prints(desk, limit=limit))

    def _with_desk(self, work: Callable[[Desk], T]) -> T:
        opened = self._opened
        with EventFile.open(opened.file.path) as file:
            return work(opened.over(file))


def _layouts() -> "Sequence[LayoutChoice]":
    from qhsign.services.layout_choices import layout_choices

    return layout_choices()


def _own_layout(path: str, piece: str) -> "LayoutChoice":
    from qhsign.services import layout_choices

    return layout_choices.own_layout(path, piece)


def _picture(pdf: bytes, page: int, dots_per_mm: float) -> "PagePicture":
    from qhsign.printing.page_picture import draw_page
    from qhsign.services.print_records import PagePicture

    return PagePicture(*draw_page(pdf, page, dots_per_mm))
