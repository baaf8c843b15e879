"""The flags that are shipped: which there are, and that China's is as GB 12982 has it."""

import json
import math

import pytest

from qhsign.domain.flag_drawing import CountryFlag, FlagDrawing, Polygon
from qhsign.services.reference import country_code, country_table, flag_drawing
from qhsign.services.stage_flags import flag_of
from qhsign.shipped_files import shipped
from qhsign.wording import Language

FLAGS = shipped("resources", "flags")
DRAWN = sorted(path.stem for path in FLAGS.glob("*.json"))
RATIOS = {
    "BE": (15, 13), "BR": (10, 7), "CH": (1, 1), "CN": (3, 2), "DE": (5, 3), "DK": (37, 28),
    "FR": (3, 2), "GB": (2, 1), "HK": (3, 2), "IS": (25, 18), "JP": (3, 2), "KG": (5, 3),
    "KR": (3, 2), "KZ": (2, 1), "MN": (2, 1), "MO": (3, 2), "NO": (11, 8), "PL": (8, 5),
    "QA": (28, 11), "RU": (3, 2), "SE": (8, 5), "SY": (3, 2), "TJ": (2, 1), "TM": (3, 2),
    "US": (19, 10), "UZ": (2, 1), "VA": (1, 1),
}  # fmt: skip
# Whose flag stands for them is not for a table to decide, and 中国台湾 must have none.
WITHOUT = ("TW", "AF", "AQ", "EH", "FK", "GF", "GL", "GU", "HN", "NC", "PF", "PR", "SJ")


def drawing(code: str) -> FlagDrawing:
    found = flag_drawing(code)
    assert found is not None
    return found


def middle(polygon: Polygon) -> tuple[float, float]:
    """Return the middle of a star: that of its ten corners."""
    return (
        sum(x for x, _ in polygon) / len(polygon),
        sum(y for _, y in polygon) / len(polygon),
    )


def test_every_drawing_belongs_to_a_country_of_the_table() -> None:
    assert len(DRAWN) == 197
    assert set(DRAWN) <= set(country_table().chinese)


@pytest.mark.parametrize("code", DRAWN)
def test_a_drawing_is_whole(code: str) -> None:
    flag = drawing(code)
    assert flag.height == 3000
    for shape in flag.shapes:
        assert len(shape.colour) == 7
        assert int(shape.colour[1:], 16) >= 0
        for polygon in shape.polygons:
            assert len(polygon) >= 3
            assert all(0 <= x <= flag.width and 0 <= y <= flag.height for x, y in polygon)


def test_the_drawings_are_small() -> None:
    assert sum(path.stat().st_size for path in FLAGS.glob("*.json")) < 1_500_000


@pytest.mark.parametrize(("code", "ratio"), RATIOS.items())
def test_a_flag_has_its_own_proportions(code: str, ratio: tuple[int, int]) -> None:
    assert drawing(code).ratio == pytest.approx(ratio[0] / ratio[1], abs=0.002)


def test_the_national_flag_is_as_the_standard_has_it() -> None:
    flag = drawing("CN")
    field, *stars = flag.shapes
    unit = flag.height / 20
    assert (flag.width, flag.height) == (30 * unit, 20 * unit)
    assert field.colour == "#EE1C25"
    assert {star.colour for star in stars} == {"#FFFF00"}
    corners = sorted((star.polygons[0] for star in stars), key=lambda each: middle(each)[0])
    centres = [middle(each) for each in corners]
    assert sorted((round(x / unit), round(y / unit)) for x, y in centres) == [
        (5, 5), (10, 2), (10, 9), (12, 4), (12, 7),
    ]  # fmt: skip
    for place, (star, centre) in enumerate(zip(corners, centres, strict=True)):
        assert len(star) == 10
        radius = max(math.dist(centre, corner) for corner in star)
        assert radius == pytest.approx(unit * (1 if place else 3), rel=0.01)
    large, *small = centres
    assert min(corners[0], key=lambda at: at[1])[0] == pytest.approx(large[0], abs=2)
    for star, centre in zip(corners[1:], small, strict=True):
        towards = math.atan2(large[1] - centre[1], large[0] - centre[0])
        tip = min(star, key=lambda at: math.dist(at, large))
        pointing = math.atan2(tip[1] - centre[1], tip[0] - centre[0])
        assert pointing == pytest.approx(towards, abs=math.radians(1))


def test_only_nepal_is_no_rectangle() -> None:
    odd = [code for code in DRAWN if len(drawing(code).outline[0]) != 4]
    assert odd == ["NP"]


@pytest.mark.parametrize("code", WITHOUT)
def test_where_it_is_in_doubt_the_name_stands(code: str) -> None:
    flag = flag_of(code, Language.CHINESE)
    assert flag == CountryFlag(code, country_table().chinese[code], None)


@pytest.mark.parametrize("code", ["", "XX", "cn", "../reference/countries", "CHN"])
def test_a_code_nobody_knows_has_no_flag(code: str) -> None:
    assert flag_of(code, Language.ENGLISH) == CountryFlag(code, code, None)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("中国", "CN"), ("中国香港", "HK"), ("中国澳门", "MO"), ("中国台湾", "TW"),
        ("几内亚", "GN"), ("几内亚比绍", "GW"), ("赤道几内亚", "GQ"), ("巴布亚新几内亚", "PG"),
        ("Niger", "NE"), ("Nigeria", "NG"), ("刚果共和国", "CG"), ("刚果民主共和国", "CD"),
        ("多米尼克", "DM"), ("多米尼加", "DO"), ("韩国", "KR"), ("朝鲜", "KP"),
        ("南苏丹", "SS"), ("苏丹", "SD"), ("萨摩亚", "WS"), ("美属萨摩亚", "AS"),
        ("德国商会", None), ("中国银行", None), ("香港公司", None), ("New Guinea Trading", None),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_whole_name_alone(name: str, code: str | None) -> None:
    assert country_code(name) == code


def test_names_are_in_the_language_asked_for() -> None:
    assert flag_of("KG", Language.CHINESE).name == "吉尔吉斯斯坦"
    english = flag_of("KG", Language.ENGLISH)
    assert (english.name, english.drawing) == ("Kyrgyzstan", drawing("KG"))


def test_the_licence_lies_beside_the_drawings() -> None:
    told = FLAGS.joinpath("README.md").read_text("utf-8")
    assert "svg-country-flags" in told
    assert "MIT License" in FLAGS.joinpath("LICENSE-flag-icons.txt").read_text("utf-8")


def test_every_file_is_written_as_the_reader_wants_it() -> None:
    for code in DRAWN:
        data = json.loads(FLAGS.joinpath(f"{code}.json").read_text("utf-8"))
        assert set(data) <= {"size", "outline", "shapes"}
