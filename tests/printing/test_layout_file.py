"""Layouts are read, and wrong ones refused with place and reason."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.fields import BADGE_FIELDS, CERTIFICATE_FIELDS
from qhsign.printing.layout_file import load_layout, parse_layout, read_layout
from qhsign.shipped_files import shipped
from qhsign.wording import Language, say

SHIPPED = sorted(
    path.stem
    for path in shipped("resources", "layouts").glob("*.json")
    if path.stem != "categories"
)
TEXT = {"kind": "text", "x": 1, "y": 1, "w": 9, "h": 5, "text": "{org}", "font": "sans", "size": 9}


def layout(**changes: object) -> dict[str, object]:
    return {"name": "own", "page": [90, 130], "elements": [{**TEXT, **changes}]}


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
        (
            {"name": "own", "page": [9, 9], "elements": [{"kind": "line", "x1": 1}]},
            "elements[0].y1",
        ),
        (
            {
                "name": "own",
                "page": [9, 9],
                "elements": [
                    {
                        "kind": "image",
                        "image": "shape",
                        "x": 1,
                        "y": 1,
                        "w": 1,
                        "h": 1,
                        "shape": "x",
                    }
                ],
            },
            "elements[0].shape",
        ),
    ],
)
def test_a_wrong_layout_is_refused_with_its_place(data: object, place: str) -> None:
    with pytest.raises(ProblemForUser) as caught:
        parse_layout(data, "own")
    assert caught.value.code == "layout-wrong"
    assert caught.value.parameters["place"] == place
    for language in Language:
        assert place in say(caught.value.code, language, **caught.value.parameters)


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
    for content in (b"{", b"\xff\xfe\x00", b""):
        path.write_bytes(content)
        with pytest.raises(ProblemForUser) as caught:
            read_layout(path)
        assert caught.value.code == "layout-wrong"


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


@given(st.sampled_from([*TEXT, "if", "color", "lines", "below"]), JSON)
def test_no_value_breaks_the_reader(key: str, value: object) -> None:
    with suppress(ProblemForUser):
        parse_layout(layout(**{key: value}))


def test_every_field_has_words_in_both_languages() -> None:
    for fields in (BADGE_FIELDS, CERTIFICATE_FIELDS):
        for field in fields.values():
            assert all(say(field.label, language) for language in Language)
