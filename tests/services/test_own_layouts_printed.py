"""Badges and certificates on layouts an office made for itself."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import badge_preflight, badges, certificate_preflight, certificates
from qhsign.services.desk import Desk
from qhsign.store.schema import PrintRun
from support.agreements import TITLE, add_agreement, describe_event
from support.desks import add_guest, fresh_desk
from support.printed import codes, set_text, texts

NAME = {
    "kind": "text",
    "x": 6,
    "y": 9,
    "w": 78,
    "h": 20,
    "text": "{name}",
    "font": "bold",
    "size": 9,
}
QR = {"kind": "qr", "x": 6, "y": 60, "module": 0.7, "text": "{token}"}
BADGE = {"name": "x", "piece": "badge", "page": [90, 130], "elements": [NAME, QR]}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


def written(path: Path, data: dict[str, Any]) -> str:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return str(path)


def in_ledger(desk: Desk) -> list[tuple[str, str]]:
    with desk.read() as session:
        return [(run.kind, run.layout) for run in session.scalars(select(PrintRun))]


def test_badges_on_an_own_layout_stand_in_the_ledger_by_its_stem(
    desk: Desk, tmp_path: Path
) -> None:
    add_guest(desk, "李刚")
    own = written(tmp_path / "省台接待证.json", BADGE)
    found = badge_preflight.preflight(desk, layout=own)
    assert [(each.guest, each.field, each.code) for each in found] == [
        ("", "token", "print-qr-small")
    ]
    out = tmp_path / "b.pdf"
    run = badges.print_badges(desk, out, layout=own)
    assert (run.badges, [each.code for each in run.preflight]) == (1, ["print-qr-small"])
    assert set_text("李　刚") in texts(out)[0]
    assert all(codes(out))
    assert in_ledger(desk) == [("badges", "省台接待证")]


def test_certificates_on_a_sheet_of_ones_own(desk: Desk, tmp_path: Path) -> None:
    describe_event(desk)
    number = add_agreement(desk, {})
    sheet = {"page": [297, 420], "places": [[0, 0], [0, 210]]}
    own = written(tmp_path / "双联.json", {"name": "x", "of": "certificate-a4", "sheet": sheet})
    assert not [
        each
        for each in certificate_preflight.preflight(desk, contract_numbers=[number], layout=own)
        if each.code.startswith("print-")
    ]
    out = tmp_path / "c.pdf"
    run = certificates.print_certificates(desk, out, layout=own)
    assert (run.certificates, run.pages) == (2, 1)
    assert texts(out)[0].count(set_text(TITLE)) == 2
    assert in_ledger(desk) == [("certificates", "双联")]


def test_a_small_code_of_a_certificate_is_told_once(desk: Desk, tmp_path: Path) -> None:
    describe_event(desk)
    number = add_agreement(desk, {})
    title = {**NAME, "text": "{project}", "size": 8, "lines": 3, "min": 5}
    own = written(
        tmp_path / "ours.json",
        {**BADGE, "piece": "certificate", "parties": 2, "elements": [title, QR]},
    )
    found = certificate_preflight.preflight(desk, contract_numbers=[number], layout=own)
    assert [each.contract for each in found if each.code == "print-qr-small"] == [""]
    run = certificates.print_certificates(desk, tmp_path / "c.pdf", layout=own)
    assert [each.code for each in run.preflight] == ["print-qr-small"]


def test_a_wrong_layout_prints_and_enters_nothing(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚")
    own = written(tmp_path / "ours.json", {**BADGE, "elements": [{**NAME, "font": "comic"}]})
    for layout, code in ((own, "layout-wrong"), (f"{own}.json", "layout-missing")):
        with pytest.raises(ProblemForUser, match=code):
            badges.print_badges(desk, tmp_path / "b.pdf", layout=layout)
    assert not tmp_path.joinpath("b.pdf").exists()
    assert in_ledger(desk) == []
