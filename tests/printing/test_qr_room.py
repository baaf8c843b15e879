"""Codes too small, crowded or missing on a layout are found before anything is printed."""

from dataclasses import replace
from typing import Any

import pytest

from qhsign.printing.layouts.layout import Layout, QrCode
from qhsign.printing.layouts.layout_file import load_layout, parse_layout
from qhsign.printing.preflight import check_badges, check_certificates
from qhsign.printing.qr_room import qr_problems
from qhsign.wording import Language, say
from support.print_samples import CERTIFICATE, EVENT, badge, printed_badges

QR = {"kind": "qr", "x": 50, "y": 80, "module": 0.9, "text": "{token}"}  # to 79.7 and 109.7
WHITE = {"kind": "rect", "x": 50, "y": 80, "w": 30, "h": 35, "fill": "#FFFFFF"}
BAND = {"kind": "rect", "x": -2, "y": 70, "w": 94, "h": 62, "fill": "@band"}
LINE = {"kind": "line", "x1": 0, "y1": 82, "x2": 90, "y2": 82, "color": "#000000", "lw": 1}
NAME = {
    "kind": "text",
    "x": 6,
    "y": 9,
    "w": 78,
    "h": 20,
    "text": "{title}",
    "font": "bold",
    "size": 9,
}
CODE = {**NAME, "x": 50, "y": 110, "w": 30, "h": 4, "text": "{code}", "name": "code"}


def layout(*elements: dict[str, Any], piece: str = "badge") -> Layout:
    data = {"name": "own", "piece": piece, "page": [90, 130], "elements": [NAME, *elements]}
    return parse_layout(data)


def problems(*elements: dict[str, Any], piece: str = "badge") -> list[tuple[str, object]]:
    found = qr_problems(layout(*elements, piece=piece))
    for finding in found:
        assert finding.subject == ""
        assert all(say(finding.code, language, **finding.parameters) for language in Language)
    return [(each.code, each.parameters.get("what", each.field)) for each in found]


def test_a_code_with_room_is_no_problem() -> None:
    assert problems(QR) == []
    assert problems(BAND, WHITE, QR, CODE) == []
    assert problems({**QR, "dark": "#0A4A55"}, piece="certificate") == []


def test_a_badge_without_a_code_is_found() -> None:
    assert problems() == [("print-qr-none", "token")]
    assert problems({**QR, "text": "{code}"}) == [("print-qr-none", "token")]


@pytest.mark.parametrize("module", [0.79, 0.3])
def test_a_symbol_of_less_than_twenty_millimetres_is_found(module: float) -> None:
    assert problems({**QR, "module": module, "name": "pass"}) == [("print-qr-small", "pass")]
    assert problems({**QR, "module": 0.8}) == []


@pytest.mark.parametrize(
    ("elements", "what"),
    [
        ((BAND, QR), "elements[1]"),
        ((WHITE, BAND, QR), "elements[2]"),
        ((BAND, {**WHITE, "w": 20}, QR), "elements[1]"),
        ((BAND, {**WHITE, "if": "latin"}, QR), "elements[1]"),
        ((QR, WHITE | {"fill": "@band", "name": "cover"}), "cover"),
        ((QR, LINE), "elements[2]"),
        ((LINE, QR), "elements[1]"),
        ((QR, {**CODE, "y": 107}), "code"),
        ((QR, {**CODE, "y": 100, "h": 14, "lines": 2, "min": 8}), "code"),
        ((QR, {**CODE, "x": 83, "y": 90, "rot": 90}), "code"),
        ((QR, {**CODE, "x": 10, "y": 85, "w": 50}), "code"),
        (
            (QR, {"kind": "image", "image": "emblem", "x": 75, "y": 75, "w": 9, "h": 9}),
            "elements[2]",
        ),
        ((QR, {**WHITE, "x": 48, "w": 31, "stroke": "#000000", "lw": 0.5}), "elements[2]"),
        ((QR, {**QR, "x": 30, "name": "second"}), "second"),
        (({**QR, "x": 62},), "90 × 130"),
        (({**QR, "x": -1},), "90 × 130"),
    ],
)
def test_what_reaches_into_the_quiet_zone_is_named(
    elements: tuple[dict[str, Any], ...], what: str
) -> None:
    assert ("print-qr-crowded", what) in problems(*elements)


@pytest.mark.parametrize(
    "element",
    [
        {**CODE, "y": 109.5},
        {**CODE, "y": 105, "h": 8, "valign": "b"},
        {**CODE, "x": 79.8, "y": 79, "w": 5, "h": 30},
        {**CODE, "x": 100, "y": 80, "rot": 90},
        {
            **WHITE,
            "x": 49,
            "w": 31.8,
            "y": 79,
            "h": 40,
            "fill": None,
            "stroke": "#000000",
            "lw": 0.4,
        },
        {**LINE, "y1": 79, "y2": 79},
    ],
)
def test_what_keeps_away_is_no_problem(element: dict[str, Any]) -> None:
    kept = {key: value for key, value in element.items() if value is not None}
    assert problems(QR, kept) == []


def test_what_is_never_there_with_the_code_does_not_crowd_it() -> None:
    draft = {**WHITE, "fill": "#A3332B", "if": "draft"}
    assert problems({**QR, "unless": "draft"}, draft, piece="certificate") == []
    assert problems(QR, draft, piece="certificate") == [("print-qr-crowded", "elements[2]")]


@pytest.mark.parametrize("dark", ["#D9AE45", "@band"])
def test_a_pale_code_is_found(dark: str) -> None:
    assert problems({**QR, "dark": dark}) == [("print-qr-pale", "token")]


def test_a_code_that_says_too_much_is_found_with_the_guest() -> None:
    wordy = layout({**QR, "text": "{token} {org} {org}"})
    face = badge(7, "李　刚", organization="海西蒙古族藏族自治州人民政府" * 9)
    found = check_badges([face, badge(8, "王　冬")], wordy, EVENT)
    assert [(each.subject, each.code) for each in found] == [("G0007", "print-qr-small")]
    endless = replace(face, organization="青" * 2000)
    run = printed_badges([endless, badge(8, "王　冬")], wordy, EVENT)
    assert run.printed == ("G0008",)
    assert {(each.subject, each.code) for each in run.findings} == {("G0007", "print-qr-too-long")}


def test_a_code_of_a_certificate_that_says_too_much_is_found() -> None:
    long = layout({**QR, "text": "{token} {project}", "module": 0.5}, piece="certificate")
    found = check_certificates([CERTIFICATE], replace(long, parties=2), EVENT)
    assert [(each.subject, each.code) for each in found] == [
        (CERTIFICATE.subject, "print-qr-small")
    ]


def smaller(layout: Layout) -> Layout:
    """Return a layout with its codes too small."""
    elements = tuple(
        replace(each, module=0.6) if isinstance(each, QrCode) else each for each in layout.elements
    )
    return replace(layout, elements=elements)


def test_variants_and_pages_that_follow_are_looked_at() -> None:
    four = load_layout("certificate-a4")
    wide = smaller(replace(four, name="wide", variants=()))
    found = qr_problems(replace(four, variants=(wide,)))
    assert [(each.code, each.parameters["subject"]) for each in found] == [
        ("print-qr-small", "wide")
    ]
    blank, coded = layout(piece="certificate"), layout(QR, piece="certificate")
    folded = replace(blank, then=replace(coded, name="inside"))
    assert qr_problems(folded) == []
    assert [each.code for each in qr_problems(blank)] == ["print-qr-none"]
    found = qr_problems(replace(blank, then=smaller(replace(coded, name="inside"))))
    assert [(each.code, each.parameters["subject"]) for each in found] == [
        ("print-qr-small", "inside")
    ]
    assert qr_problems(load_layout("certificate-a3-folded")) == []
