"""Finding again what a list sends."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.contract_entry import ContractEntry, PartyEntry
from qhsign.domain.guest_entry import GuestEntry
from qhsign.domain.matching import (
    EarlierImport,
    KnownContract,
    KnownGuest,
    changed_fields,
    match_contracts,
    match_guests,
    missing,
    predecessor,
)
from support.list_files import LISTS, guests_of

DOCUMENT = "11010519491231002X"
OTHER_DOCUMENT = "34052419800101001X"


def entry(
    name: str = "李刚", organization: str = "", phone: str = "", document: str = "", row: int = 2
) -> GuestEntry:
    return GuestEntry(row, name, organization=organization, phone=phone, document_number=document)


def known(
    id_: str, name: str = "李刚", organization: str = "", phone: str = "", document: str = ""
) -> KnownGuest:
    return KnownGuest(id_, name, organization, phone, document)


def as_known(entries: list[GuestEntry]) -> list[KnownGuest]:
    return [
        known(str(e.row), e.full_name, e.organization, e.phone, e.document_number) for e in entries
    ]


def values(given: GuestEntry) -> dict[str, object]:
    return {each.name: getattr(given, each.name) for each in fields(given)}


def test_the_list_sent_again() -> None:
    first = guests_of(LISTS / "01-standard.xlsx").entries
    again = guests_of(LISTS / "06-sent-again.xlsx").entries
    by_id = {str(e.row): e for e in first}
    matches = match_guests(again, as_known(first))
    found = [m for m in matches if m.guest is not None]
    changes = [changed_fields(m.entry, values(by_id[m.guest or ""])) for m in found]
    assert len(matches) - len(found) == 6
    assert sorted(name for change in changes for name in change) == [
        "organization",
        "phone",
        "title",
    ]
    assert sum(not change for change in changes) == 192
    ids = {m.guest for m in found if m.guest}
    before = predecessor([EarlierImport("1", frozenset(by_id))], ids, len(again))
    assert len(missing(before, ids)) == 5
    assert match_guests(first, as_known(first)) == [
        replace(m, guest=str(m.entry.row)) for m in match_guests(first, as_known(first))
    ]


@pytest.mark.parametrize(
    ("given", "guest", "matched"),
    [
        (entry(document=DOCUMENT), known("1", document=DOCUMENT), True),
        (entry("李 刚", document=DOCUMENT), known("1", document=DOCUMENT), True),
        (entry("王强", document=DOCUMENT), known("1", document=DOCUMENT), False),
        (entry(phone="13812345678"), known("1", phone="13812345678"), True),
        (entry("王强", phone="13812345678"), known("1", phone="13812345678"), False),
        (
            entry(phone="13812345678", organization="新厅"),
            known("1", phone="13812345678", organization="旧厅"),
            True,
        ),
        (entry(organization="甲厅"), known("1", organization="甲 厅"), True),
        (
            entry(organization="甲厅", phone="13900000000"),
            known("1", organization="甲厅", phone="13812345678"),
            True,
        ),
        (entry(organization="甲厅"), known("1", organization="乙厅"), False),
        (entry(), known("1"), False),
        (
            entry(organization="甲厅", document=DOCUMENT),
            known("1", organization="甲厅", document=OTHER_DOCUMENT),
            False,
        ),
    ],
)
def test_grounds_of_matching(given: GuestEntry, guest: KnownGuest, *, matched: bool) -> None:
    assert match_guests([given], [guest])[0].guest == ("1" if matched else None)


def test_a_document_under_another_name_is_told_and_both_stay() -> None:
    match = match_guests([entry("王强", document=DOCUMENT)], [known("1", document=DOCUMENT)])[0]
    assert (match.guest, match.document_clashes) == (None, ("1",))


def test_namesakes_are_suspected_and_never_merged() -> None:
    match = match_guests([entry(organization="丙厅")], [known("1", organization="甲厅")])[0]
    assert (match.guest, match.suspected) == (None, ("1",))
    others = [known("1", organization="甲厅", document=OTHER_DOCUMENT)]
    assert match_guests([entry(organization="丙厅", document=DOCUMENT)], others)[0].suspected == ()


def test_two_namesakes_in_one_organization_are_not_guessed() -> None:
    guests = [
        known("1", organization="甲厅", phone="13811111111"),
        known("2", organization="甲厅", phone="13822222222"),
    ]
    match = match_guests([entry(organization="甲厅")], guests)[0]
    assert (match.guest, match.suspected) == (None, ("1", "2"))
    found = match_guests([entry(organization="甲厅", phone="13822222222")], guests)[0]
    assert found.guest == "2"


def test_a_stronger_ground_goes_first_whatever_the_order_of_rows() -> None:
    guests = [known("1", organization="甲厅", phone="13811111111", document=DOCUMENT)]
    weak = entry(organization="甲厅", row=2)
    strong = entry(organization="乙厅", document=DOCUMENT, row=3)
    assert [m.guest for m in match_guests([weak, strong], guests)] == [None, "1"]


@given(
    st.lists(
        st.builds(
            entry,
            name=st.sampled_from(["李刚", "王强", "张三"]),
            organization=st.sampled_from(["", "甲厅", "乙厅"]),
            phone=st.sampled_from(["", "138", "139"]),
            document=st.sampled_from(["", "A1", "B2"]),
        ),
        max_size=12,
    ),
    st.lists(
        st.builds(
            known,
            id_=st.uuids().map(str),
            name=st.sampled_from(["李刚", "王强", "张三"]),
            organization=st.sampled_from(["", "甲厅", "乙厅"]),
            phone=st.sampled_from(["", "138", "139"]),
            document=st.sampled_from(["", "A1", "B2"]),
        ),
        max_size=12,
    ),
)
def test_nobody_is_taken_twice_nor_by_another_name(
    entries: list[GuestEntry], guests: list[KnownGuest]
) -> None:
    matches = match_guests(entries, guests)
    taken = [match.guest for match in matches if match.guest]
    assert len(matches) == len(entries)
    assert len(taken) == len(set(taken))
    names = {guest.id: guest.full_name for guest in guests}
    assert all(names[m.guest] == m.entry.full_name for m in matches if m.guest)
    assert all(not m.suspected for m in matches if m.guest)


def test_an_empty_cell_never_erases() -> None:
    before = values(replace(entry(), title="处长", phone="13812345678", activities=("开幕式",)))
    given = replace(entry(), title="厅长", activities=("论坛",))
    assert changed_fields(given, before) == {
        "title": ("处长", "厅长"),
        "activities": (("开幕式",), ("开幕式", "论坛")),
    }
    assert changed_fields(replace(given, vip=None), {"vip": True}) == {}


def test_the_predecessor_shares_most_and_at_least_half() -> None:
    earlier = [
        EarlierImport("1", frozenset("abcd")),
        EarlierImport("2", frozenset("abcx")),
        EarlierImport("3", frozenset("yz")),
    ]
    assert predecessor(earlier, set("abc"), 4) == earlier[1]
    assert predecessor(earlier, set("abcd"), 8) == earlier[0]
    assert predecessor(earlier, set("abcd"), 9) is None
    assert predecessor([], set("a"), 1) is None
    assert missing(earlier[1], set("abc")) == {"x"}
    assert missing(None, set("abc")) == set()


def test_contracts_by_number_or_by_title_and_parties() -> None:
    sides = (PartyEntry("甲", "甲厅"), PartyEntry("乙", "乙（集团）公司"))
    numbered = ContractEntry(2, "新名称", number="C-1", parties=sides)
    same = ContractEntry(3, "某 项目", parties=tuple(reversed(sides)))
    other = ContractEntry(4, "某项目", parties=(PartyEntry("甲", "丙厅"),))
    known_contracts = [
        KnownContract("1", "旧名称", number="c-1", organizations=("甲厅",)),
        KnownContract("2", "某项目", organizations=("甲厅", "乙(集团)公司")),
        KnownContract("3", "某项目", organizations=("丁厅",)),
    ]
    matches = match_contracts([numbered, same, other], known_contracts)
    assert [match.contract for match in matches] == ["1", "2", None]
    assert matches[2].suspected == ("3",)
