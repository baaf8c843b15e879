"""What the follow-up is given of one open event; what is heavy is imported when it is used."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.store.event_file import EventFile
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider, FollowUpRows, Values

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.domain.contract import LifeCycle
    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.audit_records import AuditEntry
    from qhsign.services.desk import Desk
    from qhsign.services.follow_up_import import FollowUpTaken
    from qhsign.services.follow_up_records import (
        Editions,
        FigureSet,
        FollowUpUndone,
        Moved,
        PaymentRow,
        PublishedTaken,
        RateRow,
        RatesReport,
    )
    from qhsign.services.import_records import Undone
    from qhsign.services.papers import PaperWritten
    from qhsign.wording import Language


def follow_up_provider(opened: "Desk", reader: "SecondReader") -> FollowUpProvider:
    """Give the use cases after the fair; what only reads does so through ``reader``."""
    reads, steps, lists = _Reads(reader), _Steps(opened), _Lists(opened)
    return FollowUpProvider(
        rows=reads.rows,
        history=reads.history,
        move=steps.move,
        step_back=steps.step_back,
        add_payment=steps.add_payment,
        set_payment=steps.set_payment,
        remove_payment=steps.remove_payment,
        undo=steps.undo,
        rates=reads.rates,
        set_target=steps.set_target,
        editions=reads.editions,
        set_figure=steps.set_figure,
        take_published=steps.take_published,
        look=partial(lists.take, dry_run=True),
        take=lists.take,
        undo_import=lists.undo,
        write_list=lists.write,
        keep_picture=_keep_picture,
    )


class _Reads:
    def __init__(self, reader: "SecondReader") -> None:
        self._reader = reader

    def rows(self) -> FollowUpRows:
        from qhsign.services import contract_search, life_cycle, slates

        desk = self._reader.desk()
        return FollowUpRows(
            life_cycle.list_followed(desk),
            contract_search.findable_contracts(desk),
            [row.name for row in slates.list_slates(desk)],
        )

    def history(self, contract: str, limit: int, language: "Language") -> "Sequence[AuditEntry]":
        from qhsign.services import audit_search
        from qhsign.services.audit_records import AuditFilter

        wanted = AuditFilter(contract=contract)
        return audit_search.read_page(
            self._reader.desk(), wanted, limit=limit, language=language
        ).entries

    def rates(self) -> "RatesReport":
        from qhsign.services import rates

        return rates.rates(self._reader.desk())

    def editions(self) -> "Editions":
        from qhsign.services import editions

        return editions.list_editions(self._reader.desk())


class _Steps:
    def __init__(self, opened: "Desk") -> None:
        self._opened = opened

    def move(self, numbers: Sequence[int], to: "LifeCycle", day: str, reason: str) -> "Moved":
        from qhsign.services import life_cycle

        return life_cycle.move(self._opened, numbers, to, day=day, reason=reason)

    def step_back(self, numbers: Sequence[int], reason: str) -> "Moved":
        from qhsign.services import life_cycle

        return life_cycle.step_back(self._opened, numbers, reason)

    def add_payment(self, contract: int, values: Values) -> "PaymentRow":
        from qhsign.services import payments

        return payments.add_payment(self._opened, contract, values)

    def set_payment(self, payment: int, values: Values) -> "PaymentRow":
        from qhsign.services import payments

        return payments.set_payment(self._opened, payment, values)

    def remove_payment(self, payment: int, reason: str) -> "PaymentRow":
        from qhsign.services import payments

        return payments.remove_payment(self._opened, payment, reason)

    def undo(self, operation: str) -> "FollowUpUndone":
        from qhsign.services import follow_up_undo

        return follow_up_undo.undo(self._opened, operation)

    def set_target(self, values: Values, grouping: str, name: str) -> "RateRow":
        from qhsign.services import rates

        return rates.set_target(self._opened, values, grouping=grouping, name=name)

    def set_figure(self, values: Values) -> "FigureSet":
        from qhsign.services import editions

        return editions.set_figure(self._opened, values)

    def take_published(self) -> "PublishedTaken":
        from qhsign.services import editions

        return editions.take_published(self._opened)


class _Lists:
    def __init__(self, opened: "Desk") -> None:
        self._opened = opened

    def take(self, path: Path, *, dry_run: bool = False) -> "FollowUpTaken":
        from qhsign.services import imports

        return imports.take_follow_up(self._opened, path, dry_run=dry_run)

    def undo(self, number: int) -> "Undone":
        from qhsign.services import imports

        return imports.undo(self._opened, number)

    def write(
        self,
        out: Path,
        slate: str | None,
        region: str | None,
        language: "Language",
        progress: "Progress",
    ) -> "PaperWritten":
        from qhsign.services import papers

        # A file of its own: a long list must not keep a scan waiting.
        with EventFile.open(self._opened.file.path) as file:
            return papers.print_follow_up_list(
                self._opened.over(file), out, slate=slate, region=region,
                language=language, progress=progress,
            )  # fmt: skip


def _keep_picture(path: Path, picture: bytes) -> None:
    from qhsign.services import overview

    overview.keep_picture(path, picture)
