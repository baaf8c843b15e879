"""What a person can ask of the contracts of the ceremony."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP


class Contracts(Protocol):
    """What these commands ask of the column of contracts."""

    def focus_search(self) -> None:
        """Bring the keyboard to the search."""

    def ask_contract(self) -> None:
        """Ask what a new contract is called."""

    def step(self, by: int) -> None:
        """Move contracts within their batch."""

    def leap(self, by: int) -> None:
        """Move contracts to the batch beside."""

    def shift_batch(self, by: int) -> None:
        """Have the chosen batch go on stage earlier or later."""

    def open_slate(self) -> None:
        """Open the chosen slate."""

    def add_batch(self) -> None:
        """Make a batch."""

    def propose(self) -> None:
        """Propose batches."""

    def show_findings(self) -> None:
        """Show what looks wrong."""


class ContractScreen(Protocol):
    """What these commands ask of the screen."""

    def contracts(self) -> Contracts:
        """Return the column of contracts, in front."""

    def import_contracts(self) -> None:
        """Open the import."""


def contract_commands(
    screen: Later[ContractScreen], page: str, *, has_lists: bool
) -> Sequence[Command]:
    """Return the commands of contracts, slates and batches, on the screen called ``page``."""
    importing = Command(
        "ceremony-import", QT_TRANSLATE_NOOP("Commands", "Import contracts"), "Ctrl+I",
        "import", page, always, lambda: screen().import_contracts(),
    )  # fmt: skip
    return (
        *((importing,) if has_lists else ()),
        Command(
            "contract-new", QT_TRANSLATE_NOOP("Commands", "New contract"), "Ctrl+N",
            "plus", page, always, lambda: screen().contracts().ask_contract(),
        ),
        Command(
            "contract-search", QT_TRANSLATE_NOOP("Commands", "Search contracts"), "Ctrl+F",
            "search", page, always, lambda: screen().contracts().focus_search(),
        ),
        Command(
            "contract-up", QT_TRANSLATE_NOOP("Commands", "Contract up in its batch"), "Alt+Up",
            "contract", page, always, lambda: screen().contracts().step(-1),
        ),
        Command(
            "contract-down", QT_TRANSLATE_NOOP("Commands", "Contract down in its batch"),
            "Alt+Down", "contract", page, always, lambda: screen().contracts().step(1),
        ),
        Command(
            "contract-batch-up", QT_TRANSLATE_NOOP("Commands", "Contract to the batch before"),
            "Ctrl+Alt+Up", "contract", page, always, lambda: screen().contracts().leap(-1),
        ),
        Command(
            "contract-batch-down", QT_TRANSLATE_NOOP("Commands", "Contract to the batch after"),
            "Ctrl+Alt+Down", "contract", page, always, lambda: screen().contracts().leap(1),
        ),
        Command(
            "batch-earlier", QT_TRANSLATE_NOOP("Commands", "Batch one place earlier"),
            "Ctrl+Alt+PgUp", "list", page, always, lambda: screen().contracts().shift_batch(-1),
        ),
        Command(
            "batch-later", QT_TRANSLATE_NOOP("Commands", "Batch one place later"),
            "Ctrl+Alt+PgDown", "list", page, always, lambda: screen().contracts().shift_batch(1),
        ),
        Command(
            "slate-open", QT_TRANSLATE_NOOP("Commands", "Activity, day and figures of the slate"),
            "Ctrl+Shift+A", "calendar", page, always,
            lambda: screen().contracts().open_slate(),
        ),
        Command(
            "batch-new", QT_TRANSLATE_NOOP("Commands", "New batch"), "Ctrl+B",
            "list", page, always, lambda: screen().contracts().add_batch(),
        ),
        Command(
            "batch-propose", QT_TRANSLATE_NOOP("Commands", "Proposal of batches"), "Ctrl+Shift+B",
            "columns", page, always, lambda: screen().contracts().propose(),
        ),
        Command(
            "contract-findings", QT_TRANSLATE_NOOP("Commands", "Contracts to be checked"),
            "Ctrl+Shift+F", "triangle", page, always,
            lambda: screen().contracts().show_findings(),
        ),
    )  # fmt: skip
