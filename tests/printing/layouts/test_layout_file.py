"""Layouts are read, and wrong ones refused with place and reason."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.layouts.fields import FIELDS_OF_PIECE
from qhsign.printing.layouts.layout_file import load_layout, parse_layout, read_layout
from qhsign.wording import Language, say
from support.layout_samples import shipped_names

SHIPPED = shipped_names()
TEXT = {"kind": "text", "x": 1, "y": 1, "w": 9, "h": 5, "text": "{org}", "font": "sans", "size": 9}


SHAPE = {"kind": "image", "image": "shape", "x": 1, "y": 1, "w": 1, "h": 1}
SHEET = {"page": [210, 297], "places": [[12, 15.5]]}


def layout(**changes: object) -> dict[str, object]:
    return {"name": "own", "page": [90, 130], "elements": [{**TEXT, **changes}]}


def sheet(**changes: object) -> dict[str, object]:
    """Return a layout on a sheet with changes; None leaves a key out."""
    changed = {key: value for key, value in {**SHEET, **changes}.items() if value is not None}
    return {**layout(), "sheet": changed}


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_layout_is_right(name: str) -> None:
    loaded = load_layout(name)
    assert loaded.name == name
    assert loaded.elements


def test_the_shipped_files_are_what_is_printed() -> None:
    assert {"badge-90x130", "badge-90x130-bilingual", "certificate-a4"} <= set(SHIPPED)
    variants = load_layout("certificate-a4").variants
    assert [variant.parties for variant in variants] == [3, 4, 6]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], "/"),
        ({"page": [1, 2], "elements": [TEXT]}, "name"),
        ({"name": "own", "page": [90], "elements": [TEXT]}, "page"),
        ({"name": "own", "page": [90, 0], "elements": [TEXT]}, "page"),
        ({"name": "own", "page": [90, 130], "elements": []}, "elements"),
        ({"name": "own", "page": [90, 130], "elements": [3]}, "elements[0]"),
        ({**layout(), "extra": 1}, "extra"),
        (layout(kind="blink"), "elements[0].kind"),
        (layout(kind=["text"]), "elements[0].kind"),
        (layout(font="comic"), "elements[0].font"),
        (layout(font=["sans"]), "elements[0].font"),
        (layout(size="9"), "elements[0].size"),
        (layout(size=True), "elements[0].size"),
        (layout(size=-1), "elements[0].size"),
        (layout(min=12), "elements[0].min"),
        (layout(color="red"), "elements[0].color"),
        (layout(color="@nothing"), "elements[0]"),
        (layout(text="{nobody}"), "elements[0]"),
        (layout(below="name"), "elements[0].below"),
        (layout(lines=1.5), "elements[0].lines"),
        (layout(lines=0), "elements[0].lines"),
        (layout(w=float("nan")), "elements[0].w"),
        (layout(wide=1), "elements[0].wide"),
        (layout(lines=10**9), "elements[0].lines"),
        (layout(lines=2, last_lines=21), "elements[0].last_lines"),
        (layout(last_min=12), "elements[0].last_min"),
        (layout(one=12), "elements[0].one"),
        (layout(min=6, one=5), "elements[0].one"),
        (layout(rot=45), "elements[0].rot"),
        (layout(rot=True), "elements[0].rot"),
        (layout(shift=1.5), "elements[0].shift"),
        (layout(shift="0.1"), "elements[0].shift"),
        (layout(track=3), "elements[0].track"),
        (layout(text="\ud842"), "elements[0].text"),
        (layout(**{"if": "nobody"}), "elements[0]"),
        (layout(color="@org"), "elements[0].color"),
        (
            {"name": "own", "page": [9, 9], "elements": [{"kind": "line", "x1": 1}]},
            "elements[0].y1",
        ),
        (
            {
                "name": "own",
                "page": [9, 9],
                "elements": [{**SHAPE, "shape": "x"}],
            },
            "elements[0].shape",
        ),
        ({"name": "own", "page": [9, 9], "elements": [SHAPE]}, "elements[0].shape"),
        (
            {"name": "own", "page": [9, 9], "elements": [{**SHAPE, "shape": "@band"}]},
            "elements[0].shape",
        ),
        ({"name": "own", "page": [1, 9], "elements": [TEXT]}, "page"),
        ({**layout(), "faces": []}, "faces"),
        ({**layout(), "faces": ["sideways"]}, "faces"),
        ({**layout(), "faces": [["upright"]]}, "faces"),
        ({**layout(), "faces": ["upright"] * 9}, "faces"),
        ({**layout(), "page": [2000, 1500], "faces": ["upright", "upright"]}, "faces"),
        ({**layout(), "faces": ["upright"], "sheet": SHEET}, "sheet"),
        ({**layout(), "sheet": [SHEET]}, "sheet"),
        (sheet(page=None), "sheet.page"),
        (sheet(page=[210, -297]), "sheet.page"),
        (sheet(places=None), "sheet.places"),
        (sheet(places=[]), "sheet.places"),
        (sheet(places=[[12]]), "sheet.places"),
        (sheet(places=[12, 15.5]), "sheet.places"),
        (sheet(places=[["12", 15.5]]), "sheet.places"),
        (sheet(places=[[12, 15.5], [121, 15.5]]), "sheet.places[1]"),
        (sheet(places=[[12, -1]]), "sheet.places[0]"),
        (sheet(places=[[12, 15.5], [12, 15.5]]), "sheet.places[1]"),
        (sheet(places=[[12, 15.5], [101, 140]]), "sheet.places[1]"),
        (sheet(places=[[12, 15.5], [103, 15.5]], bleed=2), "sheet.places[1]"),
        (sheet(bleed=-1), "sheet.bleed"),
        (sheet(bleed="2"), "sheet.bleed"),
        (sheet(marks=[8, 3]), "sheet.marks"),
        (sheet(marks=[1, 8], bleed=2), "sheet.marks"),
        (sheet(marks=[-3, 8]), "sheet.marks"),
        (sheet(marks=3), "sheet.marks"),
        (sheet(slug=1), "sheet.slug"),
        (sheet(slug=True, places=[[12, 5]]), "sheet.slug"),
        (sheet(fold=True), "sheet.fold"),
        ({"name": "own", "of": "badge-90x130"}, "sheet"),
        ({"name": "own", "of": 3, "sheet": SHEET}, "of"),
        ({"name": "own", "of": "badge-90x130", "page": [9, 9], "sheet": SHEET}, "page"),
        (
            {"name": "own", "of": "badge-cr80", "sheet": {**SHEET, "page": [80, 80]}},
            "sheet.places[0]",
        ),
        ({**layout(), "piece": "certificate", "variants": ["badge-cr80"]}, "elements[0]"),
        ({**layout(), "piece": "badge", "variants": ["certificate-a4"]}, "variants[0]"),
        ({**layout(), "variants": "badge-cr80"}, "variants"),
        ({**layout(), "piece": "menu"}, "piece"),
    ],
)
def test_a_wrong_layout_is_refused_with_its_place(data: object, place: str) -> None:
    with pytest.raises(ProblemForUser) as caught:
        parse_layout(data, "own")
    assert caught.value.code == "layout-wrong"
    assert caught.value.parameters["place"] == place
    for language in Language:
        assert place in say(caught.value.code, language, **caught.value.parameters)


def test_what_a_layout_lacks_is_told_in_words() -> None:
    with pytest.raises(ProblemForUser) as caught:
        parse_layout({**layout(), "page": None}, "own")
    said = say("layout-wrong", Language.CHINESE, **caught.value.parameters)
    assert "“page”处写得不对（缺少这一项）" in said
    with pytest.raises(ProblemForUser) as caught:
        parse_layout({**layout(), "page": [9000, 130]}, "own")
    said = say("layout-wrong", Language.ENGLISH, **caught.value.parameters)
    assert "[9000, 130] ≠ [w, h] ≥ 5, ≤ 2000" in said


def test_a_text_follows_an_upright_text_before_it() -> None:
    first, second = {**TEXT, "name": "a"}, {**TEXT, "name": "b", "below": "a"}
    right = {"name": "own", "page": [90, 130], "elements": [first, second]}
    assert len(parse_layout(right).elements) == 2
    for elements in (
        [second, first],
        [{**first, "below": "a"}],
        [{**first, "rot": 90}, second],
        [first, {**second, "rot": 90}],
    ):
        with pytest.raises(ProblemForUser) as caught:
            parse_layout({**right, "elements": elements})
        assert str(caught.value.parameters["place"]).endswith(".below")


def test_pieces_side_by_side_may_touch() -> None:
    beside = sheet(places=[[12, 15.5], [102, 15.5], [12, 145.5], [102, 145.5]])
    read = parse_layout(beside).sheet
    assert read is not None
    assert len(read.places) == 4


@pytest.mark.parametrize(
    ("changes", "place"),
    [({"first": "russian"}, "first"), ({"first": 1}, "first"), ({"then": 2}, "then")],
)
def test_languages_and_following_pages_are_checked(changes: dict[str, object], place: str) -> None:
    with pytest.raises(ProblemForUser) as caught:
        parse_layout({**layout(), **changes})
    assert caught.value.parameters["place"] == place


def test_a_page_that_follows_is_one_of_the_same_languages_and_parties() -> None:
    folded = load_layout("certificate-a3-folded")
    assert [page.name for page in folded.pages_for(2)] == [
        "certificate-a3-folded", "certificate-a3-folded-inside",
    ]  # fmt: skip
    assert [page.parties for page in folded.pages_for(5)] == [6, 6]
    assert folded.pages_for(7) == folded.pages_for(2, "chinese") == ()
    both = load_layout("certificate-a3-folded-bilingual")
    for first in ("chinese", "other"):
        assert [page.first for page in both.pages_for(2, first)] == [first, first]
    assert both.pages_for(3, "chinese") == both.pages_for(2) == ()
    with pytest.raises(ProblemForUser, match="layout-missing"):
        parse_layout({**layout(), "then": "nowhere"})


def test_a_field_of_another_piece_is_refused() -> None:
    with pytest.raises(ProblemForUser):
        parse_layout({**layout(), "piece": "certificate"})


def test_a_file_that_is_not_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    for content in (b"{", b"\xff\xfe\x00", b"", b'{"name": '):
        path.write_bytes(content)
        with pytest.raises(ProblemForUser) as caught:
            read_layout(path)
        assert caught.value.code == "layout-wrong"


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b"9" * 5000, b" " * 1_000_001, b'{"name": "\\ud842"}', b"NaN", b'"\\udfff"'],
    ids=["deep", "long number", "large", "half a character", "no number", "half of another"],
)
def test_a_strange_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(content)
    with pytest.raises(ProblemForUser) as caught:
        read_layout(path)
    assert caught.value.code == "layout-wrong"
    for language in Language:
        say(caught.value.code, language, **caught.value.parameters).encode()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(json.dumps(layout()), "utf-8-sig")
    assert read_layout(path).name == "own"


def test_an_unknown_layout_is_named() -> None:
    with pytest.raises(ProblemForUser) as caught:
        load_layout("badge-of-nobody")
    assert caught.value.code == "layout-missing"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.sampled_from([*TEXT, "if", "color", "lines", "below", "rot", "shift", "one"]), JSON)
def test_no_value_breaks_the_reader(key: str, value: object) -> None:
    with suppress(ProblemForUser):
        parse_layout(layout(**{key: value}))


@given(st.sampled_from(["faces", "sheet", "variants", "piece", "of", "page"]), JSON)
def test_no_value_breaks_the_reader_of_a_layout(key: str, value: object) -> None:
    with suppress(ProblemForUser):
        parse_layout({**layout(), key: value})


@given(st.sampled_from(["page", "places", "bleed", "marks", "slug"]), JSON)
def test_no_value_breaks_the_reader_of_a_sheet(key: str, value: object) -> None:
    with suppress(ProblemForUser):
        parse_layout(sheet(**{key: value}))


def test_every_field_has_words_in_both_languages() -> None:
    for fields in FIELDS_OF_PIECE.values():
        for field in fields.values():
            assert all(say(field.label, language) for language in Language)
