"""The tables a demonstration event is made from: published facts, and parts to make up the rest."""

import json
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from qhsign.shipped_files import shipped

FEN_PER_YI = 10**10
"""分 in one 亿元."""


@cache
def table(name: str) -> Any:
    """Return one of the tables in ``db/demo``: fair25, names, described and others."""
    return json.loads(shipped("db", "demo", f"{name}.json").read_text("utf-8"))


def stream(seed: int, part: str) -> Random:
    """Return the dice for one part of the event; parts do not disturb each other's throws."""
    return Random(f"{seed}/{part}")  # noqa: S311 - a seed must give the same people again


def fen_of_yi(yi: str) -> int:
    """Return an amount published in 亿元 in 分, exactly."""
    return int(Decimal(yi) * FEN_PER_YI)


@cache
def named_people() -> frozenset[str]:
    """Return the real people the published facts name."""
    guests = table("fair25")["guests"]
    lists = [group.get("named", ()) for group in guests["groups"]]
    lists += [guests["hosts_named"], guests["signatory_side_named"]]
    return frozenset(person["full_name"] for people in lists for person in people)
