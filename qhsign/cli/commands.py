"""Every command, in the order help lists them."""

from typing import TYPE_CHECKING

from qhsign.cli import (
    badges,
    batches,
    ceremony,
    certificates,
    check_in,
    contracts,
    editions,
    event,
    exports,
    follow_up,
    guests,
    lists,
    operators,
    papers,
    photos,
    place_cards,
    preflight,
    prints,
    records,
    stage,
    steps,
    waiting,
)

if TYPE_CHECKING:
    import argparse

    from qhsign.cli.arguments import Parser


def add_all(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add every command to the parser's."""
    for module in (
        event,
        lists,
        guests,
        badges,
        check_in,
        contracts,
        follow_up,
        editions,
        certificates,
        place_cards,
        preflight,
        prints,
        exports,
        photos,
        papers,
        batches,
        stage,
        steps,
        waiting,
        ceremony,
        operators,
        records,
    ):
        module.add_commands(commands)
