"""Whose photo a file is by its name: sure, or nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.photo_matching import Ground, KnownFace, PhotoMatcher

GUESTS = (
    KnownFace(
        "li", 12, "李刚", "Li Gang", "ligang",
        ("青海省商务厅", "省商务厅"), "632521198512304513",
    ),
    KnownFace("li2", 13, "李刚", organizations=("西宁海关",)),
    KnownFace("wang", 3, "王冬", reading="wangdong", organizations=("青海大学",),
              document_number="E12345678"),
    KnownFace("nur", 4, "努尔买买提江·阿卜杜热合曼"),
    KnownFace("thorir", 5, "Þórir Ibsen", organizations=("Acme Co., Ltd.",)),
    KnownFace("jean", 6, "Jean-Pierre Dupont"),
    KnownFace("bai", 7, "白洁"),
    KnownFace("rare", 8, "䶮𬱖"),
    KnownFace("chen", 2024, "陈晨"),
)  # fmt: skip
MATCHER = PhotoMatcher(GUESTS)


@pytest.mark.parametrize(
    ("file", "guest", "ground"),
    [
        ("00012.jpg", "li", Ground.NUMBER),
        ("12.png", "li", Ground.NUMBER),
        ("０００１２.JPG", "li", Ground.NUMBER),
        ("12 (1).jpg", "li", Ground.NUMBER),
        ("00012_1.jpg", "li", Ground.NUMBER),
        ("00012 李刚.jpg", "li", Ground.NUMBER),
        ("00012李　刚.jpg", "li", Ground.NUMBER),
        ("00013-李刚-处长.jpg", "li2", Ground.NUMBER),
        ("00012 ligang.jpg", "li", Ground.NUMBER),
        ("00012 商务厅.jpg", "li", Ground.NUMBER),
        ("00012 证件照.jpg", "li", Ground.NUMBER),
        ("00012 photo.jpg", "li", Ground.NUMBER),
        ("李刚 00013.jpg", "li2", Ground.NUMBER),
        ("632521198512304513.jpg", "li", Ground.DOCUMENT),
        ("e12345678.jpeg", "wang", Ground.DOCUMENT),
        ("王冬E12345678.jpg", "wang", Ground.DOCUMENT),
        ("李刚_632521198512304513.jpg", "li", Ground.DOCUMENT),
        ("王冬.jpg", "wang", Ground.NAME),
        ("王　冬.jpg", "wang", Ground.NAME),
        ("王 冬.jpg.jpg", "wang", Ground.NAME),
        ("王冬（女，回族）.jpg", "wang", Ground.NAME),
        ("王冬（教授）.jpg", "wang", Ground.NAME),
        ("王冬2寸白底.jpg", "wang", Ground.NAME),
        ("王冬照片-副本.jpg", "wang", Ground.NAME),
        ("王冬/证件照.jpg", "wang", Ground.NAME),
        ("1 王冬.jpg", "wang", Ground.NAME),
        ("白 洁.jpg", "bai", Ground.NAME),
        ("䶮𬱖.jpg", "rare", Ground.NAME),
        ("李刚（青海省商务厅）.jpg", "li", Ground.NAME),
        ("李　刚(西宁海关).jpg", "li2", Ground.NAME),
        ("李刚（商务厅）.jpg", "li", Ground.NAME),
        ("李刚-西宁海关缉私局.jpg", "li2", Ground.NAME),
        ("青海省商务厅李刚.jpg", "li", Ground.NAME),
        ("西宁海关/李刚.jpg", "li2", Ground.NAME),
        ("西宁海关\\李刚.jpg", "li2", Ground.NAME),
        ("Li Gang.jpg", "li", Ground.NAME),
        ("李刚 Li Gang.jpg", "li", Ground.NAME),
        ("努尔买买提江•阿卜杜热合曼.jpg", "nur", Ground.NAME),
        ("努尔买买提江.阿卜杜热合曼.jpg", "nur", Ground.NAME),
        ("努尔买买提江阿卜杜热合曼.jpg", "nur", Ground.NAME),
        ("Þórir_Ibsen.jpg", "thorir", Ground.NAME),
        ("Jean Pierre DUPONT.jpg", "jean", Ground.NAME),
    ],
)
def test_a_file_is_somebodys(file: str, guest: str, ground: Ground) -> None:
    match = MATCHER.match(file)
    assert (match.guest, match.ground, match.code) == (guest, ground, "")


@pytest.mark.parametrize(
    ("file", "code", "candidates"),
    [
        ("李刚.jpg", "photo-ambiguous", ("li", "li2")),
        ("3 李刚.jpg", "photo-ambiguous", ("li", "li2")),
        ("李刚（处长）.jpg", "photo-ambiguous", ("li", "li2")),
        ("李刚 王冬.jpg", "photo-ambiguous", ("li", "li2", "wang")),
        ("00012 王冬.jpg", "photo-contradicts", ("li",)),
        ("00012 李钢.jpg", "photo-contradicts", ("li",)),
        ("00003 李刚.jpg", "photo-contradicts", ("wang",)),
        ("3 赵六.jpg", "photo-contradicts", ("wang",)),
        ("632521198512304513 王冬.jpg", "photo-contradicts", ("li",)),
        ("王冬 00012.jpg", "photo-contradicts", ("li",)),
        ("2024-07-11 10.30.15.jpg", "photo-contradicts", ("chen",)),
        ("王冬（西宁海关）.jpg", "photo-organization-differs", ("wang",)),
        ("西宁海关/王冬.jpg", "photo-organization-differs", ("wang",)),
        ("赵六.jpg", "photo-nobody", ()),
        ("99999.jpg", "photo-nobody", ()),
        ("IMG_0012.jpg", "photo-nobody", ()),
        ("DSC00012.JPG", "photo-nobody", ()),
        ("IMG_00012.jpg", "photo-nobody", ()),
        ("wangdong.jpg", "photo-nobody", ()),
        ("合影.jpg", "photo-nobody", ()),
        (".jpg", "photo-nobody", ()),
        ("", "photo-nobody", ()),
    ],
)
def test_a_file_is_nobodys(file: str, code: str, candidates: tuple[str, ...]) -> None:
    match = MATCHER.match(file)
    assert (match.guest, match.ground) == (None, None)
    assert (match.code, match.candidates) == (code, candidates)


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=4)
NUMBERS = st.integers(1, 99_999)
ENDINGS = st.sampled_from([".jpg", ".JPG", ".jpeg", ".png", ".webp"])
SPACES = st.sampled_from(["", " ", "\u3000", "\u00a0"])


@given(st.lists(HAN, min_size=1, max_size=8, unique=True), st.data())
def test_however_a_name_is_written_it_finds_its_bearer(
    names: list[str], data: st.DataObject
) -> None:
    guests = [
        KnownFace(f"g{place}", place + 10_000, name, organizations=(f"第{place}公司",))
        for place, name in enumerate(names)
    ]
    matcher = PhotoMatcher(guests)
    guest = data.draw(st.sampled_from(guests))
    name = data.draw(SPACES).join(guest.full_name)
    form = data.draw(
        st.sampled_from(
            ["{name}", "{number} {name}", "{number}_{name}", "{name}（{place}）", "{name}-{place}",
             "{place}/{name}", "{number}", "甲/{number}", "{name}（女）", "{name}一寸照片"]
        )
    )  # fmt: skip
    place = guest.organizations[0]
    file = form.format(name=name, number=f"{guest.number:05d}", place=place) + data.draw(ENDINGS)
    match = matcher.match(file)
    if match.guest is None:
        # A generated name may hold another one, and then two people are named.
        assert match.code in {"photo-ambiguous", "photo-contradicts"}
        assert len({other.id for other in guests if other.full_name in guest.full_name}) > 1
    else:
        assert match.guest == guest.id


@given(HAN, st.lists(NUMBERS, min_size=2, max_size=4, unique=True), SPACES, ENDINGS)
def test_namesakes_are_never_told_apart_by_the_name(
    name: str, numbers: list[int], space: str, ending: str
) -> None:
    matcher = PhotoMatcher(KnownFace(str(number), number, name) for number in numbers)
    match = matcher.match(space.join(name) + ending)
    assert match.guest is None
    assert match.code == "photo-ambiguous"
    assert match.candidates == tuple(map(str, numbers))


@given(st.text(max_size=60))
def test_no_text_is_too_odd_and_a_match_always_has_its_reason(file: str) -> None:
    match = MATCHER.match(file)
    assert (match.guest is None) == (match.ground is None) == bool(match.code)
    if match.code in {"photo-ambiguous", "photo-contradicts", "photo-organization-differs"}:
        assert match.candidates


WORDS = ("李刚", "王冬", "00012", "00003", "西宁海关", "女", "照片", "E12345678", "1", *"_ （）/.")


@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_whoever_is_matched_is_named_by_the_file(parts: list[str]) -> None:
    file = "".join(parts)
    match = MATCHER.match(f"{file}.jpg")
    named = {
        "li": ("李刚", "00012"),
        "li2": ("李刚", "00013"),
        "wang": ("王冬", "00003", "E12345678"),
    }
    if match.guest in {"li", "li2", "wang"}:
        assert any(word in file for word in named[match.guest])
