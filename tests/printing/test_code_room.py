"""Codes too small to scan, and codes with something in their quiet zone."""

from dataclasses import replace
from typing import Any

import pytest

from qhsign.printing.code_room import CODE_CROWDED, CODE_SMALL, LEAST_MODULE_MM, code_findings
from qhsign.printing.layout import Layout
from qhsign.printing.layout_file import parse_layout
from qhsign.printing.preflight import check_certificates
from qhsign.wording import Language, say
from support.print_samples import CERTIFICATE, EVENT, token

CODE = {"kind": "qr", "name": "code", "x": 20, "y": 20, "module": 0.9, "text": "{token}"}
LINE = {"kind": "line", "name": "rule", "color": "#000000", "lw": 1}
WORDS = {
    "kind": "text",
    "name": "note",
    "text": "{number}",
    "font": "song",
    "size": 8,
    "w": 30,
    "h": 4,
}
VALUES = {"token": token("QC1", 1), "number": "QH25-QY-0001", "draft": ""}


def layout(*others: dict[str, Any], **changes: Any) -> Layout:
    elements = [{**CODE, **changes}, *others]
    data = {"name": "own", "piece": "certificate", "page": [100, 100], "parties": 2}
    return parse_layout({**data, "elements": elements})


def found(page: Layout, **values: str) -> list[tuple[str, object]]:
    findings = code_findings("0001", page, {**VALUES, **values})
    for finding in findings:
        for language in Language:
            assert say(finding.code, language, **finding.parameters)
    return [(finding.code, finding.parameters.get("other")) for finding in findings]


def test_a_code_with_room_is_right() -> None:
    assert found(layout()) == []
    assert found(layout(module=LEAST_MODULE_MM)) == []


def test_a_small_module_is_told() -> None:
    assert found(layout(module=0.32)) == [(CODE_SMALL, None)]
    assert found(layout(module=0.34)) == []
    assert found(layout(module=0.34), token="QC1" + "0" * 60) == [(CODE_SMALL, None)]


@pytest.mark.parametrize(
    "other",
    [
        {**LINE, "x1": 10, "y1": 22, "x2": 60, "y2": 22},
        {**LINE, "x1": 22, "y1": 10, "x2": 22, "y2": 60},
        {"kind": "rect", "name": "box", "x": 45, "y": 45, "w": 20, "h": 20, "stroke": "#000000"},
        {"kind": "image", "name": "emblem", "image": "emblem", "x": 40, "y": 40, "w": 20, "h": 20},
        {**WORDS, "x": 10, "y": 48},
        {**WORDS, "x": 22, "y": 10, "rot": 90},
        {**WORDS, "x": 48, "y": 52, "rot": 180},
        {**WORDS, "x": 48, "y": 60, "rot": 270},
        {**CODE, "name": "second", "x": 45},
    ],
)
def test_whatever_reaches_into_the_quiet_zone_is_told(other: dict[str, Any]) -> None:
    assert (CODE_CROWDED, other["name"]) in found(layout(other))


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "rect", "name": "panel", "x": 18, "y": 18, "w": 40, "h": 40, "fill": "#FFFFFF"},
        {**LINE, "x1": 10, "y1": 19, "x2": 60, "y2": 19},
        {**WORDS, "x": 10, "y": 49.7},
        {**WORDS, "x": 20, "y": 10, "rot": 90},
        {**WORDS, "x": 10, "y": 30, "if": "draft"},
        {**WORDS, "x": 10, "y": 30, "text": "{draft}"},
    ],
)
def test_neighbours_and_grounds_are_none(other: dict[str, Any]) -> None:
    assert found(layout(other)) == []


def test_a_code_beyond_the_page_is_told() -> None:
    assert found(layout(x=80)) == [(CODE_CROWDED, "own")]


def test_a_draft_has_no_code_to_crowd() -> None:
    rule = {**LINE, "x1": 10, "y1": 22, "x2": 60, "y2": 22}
    assert found(layout(rule), token="") == []


def test_preflight_of_certificates_tells_it() -> None:
    page = layout(module=0.3)
    (finding,) = check_certificates([CERTIFICATE], page, EVENT)
    assert (finding.subject, finding.code, finding.field) == (
        CERTIFICATE.subject, CODE_SMALL, "code",
    )  # fmt: skip
    assert check_certificates([replace(CERTIFICATE, draft=True)], page, EVENT) == []
