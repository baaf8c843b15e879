"""The demonstration event: published facts exactly, made-up people plausibly."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain import document, phone
from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.contract import ContractKind
from qhsign.domain.guest import Category, Gender, Invitation
from qhsign.domain.names import clean_name, is_han
from qhsign.domain.ordering import Order
from qhsign.services import (
    activities,
    certificate_preflight,
    contract_texts,
    contracts,
    events,
    guests,
    reference,
    slates,
    statistics,
    verification,
)
from qhsign.services.demonstration_facts import named_people, table
from qhsign.services.desk import Desk
from qhsign.store.schema import (
    DeclaredFigure,
    Delegation,
    Guest,
    Organization,
    Party,
    Slate,
    SlateEntry,
    Zone,
)
from support.demonstrations import FIRST_DAY, make

REAL_PEOPLE = {"王光谦", "安立佳", "易卜雷", "袁嘉诺", "杨忠", "陈卫军", "任秀丽", "王冬"}
GROUPS = {
    "全国政协领导": 1,
    "国家部委领导": 3,
    "省（区、市）及兵团领导": 17,
    "驻华使节、外交官、国际组织与外国媒体": 27,
    "香港特别行政区": 8,
    "中央企业负责人": 15,
    "中国500强及知名民企负责人": 25,
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, object]]]:
    folder = tmp_path_factory.mktemp("demonstration")
    with pytest.MonkeyPatch.context() as patch:
        # The test's own home is not set yet when a fixture of the module runs.
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(variable, str(folder / "home"))
        desk, counts = make(folder / "demo.qhsign")
        with desk:
            yield desk, counts


@pytest.fixture
def desk(made: tuple[Desk, dict[str, object]]) -> Desk:
    return made[0]


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    with desk.read() as session:
        yield session


@pytest.fixture
def everyone(session: Session) -> list[Guest]:
    return list(session.scalars(select(Guest).order_by(Guest.number)))


def test_tells_what_it_made(made: tuple[Desk, dict[str, object]], session: Session) -> None:
    desk, counts = made
    assert counts == {
        "guests": 6096,
        "named": 8,
        "generated": 6000,
        "described": 96,
        "confirmed": session.scalar(
            select(func.count()).select_from(Guest).where(Guest.invitation == Invitation.CONFIRMED)
        ),
        "organizations": session.scalar(select(func.count()).select_from(Organization)),
        "delegations": session.scalar(select(func.count()).select_from(Delegation)),
        "contracts": 108,
        "slates": {
            "重点项目现场签约": {"contracts": 18, "amount": "53600000000.00"},
            "绿色算力": {"contracts": 25, "amount": "28800000000.00"},
            "本届全部签约": {"contracts": 104, "amount": "91600000000.00"},
            "框架与友好协议": {"contracts": 4, "amount": None},
        },
        "activities": len(activities.list_activities(desk)),
        "zones": 6,
        "figures": session.scalar(select(func.count()).select_from(DeclaredFigure)),
        "badges": 0,
        "checked_in": 0,
    }


def test_the_event_says_that_it_is_a_demonstration(desk: Desk) -> None:
    facts = events.facts(desk)
    assert facts.is_demonstration
    assert facts.title == "第25届中国·青海绿色发展投资贸易洽谈会"
    assert facts.short_title == "第25届青洽会"
    assert (facts.edition, facts.declared_guests, facts.declared_activities) == (25, 6096, 11)
    assert (facts.start, facts.end) == (FIRST_DAY, date(2024, 7, 15))
    assert facts.organizer == "青海省人民政府"
    assert facts.venue == "青海国际会展中心"


def test_everything_it_writes_verifies(desk: Desk) -> None:
    assert all(check.ok for check in verification.verify(desk))


def test_the_figures_of_the_slates_are_those_of_distinct_contracts(desk: Desk) -> None:
    rows = {row.name: row for row in slates.list_slates(desk)}
    assert {name: (row.contracts, row.amounts) for name, row in rows.items()} == {
        "重点项目现场签约": (18, {"CNY": 536_0000_0000_00}),
        "绿色算力": (25, {"CNY": 288_0000_0000_00}),
        "本届全部签约": (104, {"CNY": 916_0000_0000_00}),
        "框架与友好协议": (4, {}),
    }
    assert rows["框架与友好协议"].without_amount == 4
    assert all(row.declared_contracts == row.contracts for row in rows.values())
    assert all(row.gap in {0, None} for row in rows.values())


def test_slates_share_contracts_and_the_fourth_stands_apart(session: Session) -> None:
    on: dict[str, set[str]] = {}
    for name, contract in session.execute(
        select(Slate.name, SlateEntry.contract_id).join(Slate, Slate.id == SlateEntry.slate_id)
    ):
        on.setdefault(name, set()).add(contract)
    key, computing, whole = on["重点项目现场签约"], on["绿色算力"], on["本届全部签约"]
    assert len(key & computing) == 5
    assert key < whole
    assert computing < whole
    assert not on["框架与友好协议"] & whole
    assert len(whole | on["框架与友好协议"]) == 108


def test_every_contract_is_approved_and_signed_by_guests(desk: Desk, session: Session) -> None:
    rows = contracts.list_contracts(desk)
    assert [row.number for row in rows] == list(range(1, 109))
    assert len({row.title for row in rows}) == 108
    assert all(row.approved and row.approved_by for row in rows)
    assert rows[0].certificate_number == "QH25-QY-0001"
    assert all(party.is_guest and party.signatory_title for row in rows for party in row.parties)
    assert {len(row.parties) for row in rows} == {2, 3}
    assert all([party.is_host for party in row.parties].count(True) == 1 for row in rows)
    signs = select(Guest.category).join(Party, Party.signatory_id == Guest.id)
    assert set(session.scalars(signs)) == {Category.SIGNATORY}


def test_key_projects_go_on_stage_in_three_batches_of_six(desk: Desk) -> None:
    rows = contracts.list_contracts(desk, "重点项目现场签约")
    assert Counter(row.batch for row in rows) == {"第一批": 6, "第二批": 6, "第三批": 6}
    for batch in ("第一批", "第二批", "第三批"):
        on_stage = [
            person
            for row in rows
            if row.batch == batch
            for party in row.parties
            for person in ((party.signatory, party.organization), (party.assistant, ""))
            if person[0]
        ]
        assert len(set(on_stage)) == len(on_stage)
    assert [row.number for row in rows] == list(range(1, 19))


def test_the_published_agreements_have_no_amount(desk: Desk, session: Session) -> None:
    rows = contracts.list_contracts(desk, "框架")
    assert [(row.kind, row.amount) for row in rows] == [
        (ContractKind.FRAMEWORK, None),
        (ContractKind.FRAMEWORK, None),
        (ContractKind.FRAMEWORK, None),
        (ContractKind.FRIENDSHIP, None),
    ]
    assert (
        rows[3].title == "中华人民共和国青海省和吉尔吉斯共和国伊塞克湖州正式建立友好省州关系协议书"
    )
    assert [row.parties[1].organization for row in rows[:3]] == [
        "360数字安全集团有限公司",
        "金山软件集团有限公司",
        "北京京东世纪贸易有限公司",
    ]
    organizations = session.scalars(select(Organization))
    aliases = {organization.legal_name: organization.aliases for organization in organizations}
    assert aliases["360数字安全集团有限公司"] == ["360集团"]
    assert aliases["金山软件集团有限公司"] == ["金山软件公司"]
    assert guests.list_guests(desk, searched="360集团").total == 1


def test_the_friendship_agreement_has_its_kyrgyz_texts(desk: Desk) -> None:
    (row,) = [row for row in contracts.list_contracts(desk) if row.language is not None]
    assert (row.kind, row.language) == (ContractKind.FRIENDSHIP, OtherLanguage.KYRGYZ)
    assert [(party.organization, party.country) for party in row.parties] == [
        ("青海省", "CN"), ("吉尔吉斯共和国伊塞克湖州", "KG"),
    ]  # fmt: skip
    assert all(party.is_guest for party in row.parties)
    assert contract_texts.missing(row, events.facts(desk)) == []
    assert contract_texts.titles_of_the_other_copy(row) == []
    assert certificate_preflight.preflight(desk, contract_numbers=[row.number]) == []


def test_the_described_guests_are_broken_down_as_published(session: Session) -> None:
    counted = session.execute(
        select(Delegation.name, Delegation.declared_count, func.count(Guest.id))
        .join(Guest, Guest.delegation_id == Delegation.id)
        .where(Delegation.name.in_(GROUPS))
        .group_by(Delegation.id)
    ).all()
    assert {name: (declared, here) for name, declared, here in counted} == {
        name: (persons, persons) for name, persons in GROUPS.items()
    }
    diplomats = session.scalars(
        select(Guest)
        .join(Delegation, Delegation.id == Guest.delegation_id)
        .where(Delegation.name.startswith("驻华使节"))
    ).all()
    embassies = {g.organization for g in diplomats if g.organization.endswith("大使馆")}
    assert len(embassies) == 9
    assert len({g.organization for g in diplomats if g.category is Category.MEDIA}) == 7
    assert len({g.organization for g in diplomats}) == 9 + 2 + 7


def test_real_people_stand_with_what_was_published_and_no_more(everyone: list[Guest]) -> None:
    assert named_people() == REAL_PEOPLE
    real = {guest.full_name: guest for guest in everyone if guest.full_name in REAL_PEOPLE}
    assert len([g for g in everyone if g.full_name in REAL_PEOPLE]) == len(real) == 8
    for guest in real.values():
        private = (guest.phone, guest.document_number, guest.document_kind, guest.lodging)
        assert (*private, guest.vehicle, guest.diet, guest.seat) == ("",) * 7
        assert guest.gender is None
        assert guest.credentials_date is None
    assert real["王光谦"].title == "全国政协副主席、民盟中央常务副主席"
    assert real["易卜雷"].country == "IS"
    assert real["杨忠"].organization == "青海省工业和信息化厅"
    assert real["任秀丽"].title == "副主任"
    assert real["王冬"].organization == "北京金山办公软件股份有限公司"
    assert real["王冬"].category is Category.SIGNATORY


def test_the_name_of_the_icelandic_ambassador_is_read_character_by_character(desk: Desk) -> None:
    (found,) = guests.list_guests(desk, searched="易卜雷").guests
    assert found.reading == "yì bǔ léi"
    assert found.vip


def test_precedence_begins_with_the_highest(desk: Desk) -> None:
    listed = guests.list_guests(desk, order=Order.PRECEDENCE, limit=5).guests
    assert [row.full_name for row in listed[:2]] == ["王光谦", "易卜雷"]
    assert all(row.title.endswith("大使") for row in listed[1:4])
    assert listed[4].full_name == "安立佳"


def test_numbers_of_people_hold_and_belong_to_nobody(everyone: list[Guest]) -> None:
    documents = [guest for guest in everyone if guest.document_number]
    assert len(documents) > 4000
    for guest in documents:
        reading = document.check_document(guest.document_number, guest.document_kind)
        assert (reading.number, reading.kind) == (guest.document_number, guest.document_kind)
        assert not reading.problems
        if guest.document_kind == document.DocumentKind.IDENTITY_CARD:
            assert guest.document_number[2:6] == "9999"
            assert int(guest.document_number[16]) % 2 == (guest.gender is Gender.MALE)
            assert 17 <= FIRST_DAY.year - int(guest.document_number[6:10]) <= 65
    phones = [guest.phone for guest in everyone if guest.phone]
    assert len(phones) > 5000
    assert all(phone.clean_phone(number) == (number, ()) for number in phones)
    assert {number[:3] for number in phones} == {"154", "160", "161", "163", "164", "168", "169"}


def test_nobody_shares_both_name_and_organization(everyone: list[Guest]) -> None:
    met = Counter((guest.full_name, guest.organization) for guest in everyone)
    assert max(met.values()) == 1
    namesakes = Counter(guest.full_name for guest in everyone)
    assert namesakes["李刚"] >= 5
    assert not namesakes.keys() & set(table("names")["never"])


def test_names_are_as_lists_should_bring_them(everyone: list[Guest]) -> None:
    assert all(clean_name(guest.full_name) == guest.full_name for guest in everyone)
    names = {guest.full_name for guest in everyone}
    assert {"扎西顿珠", "才让卓玛", "苏和巴特尔", "乌兰图雅", "韩阿卜都", "王䶮", "孟㛃"} <= names
    assert any(len(name.replace("·", "")) == 12 and "·" in name for name in names)
    assert any(name.startswith(("欧阳", "司马", "尉迟")) for name in names)
    rare = [name for name in names if set(name) & set(table("names")["rare"])]
    assert 40 <= len(rare) <= 200
    assert any(ord(character) > 0xFFFF for name in rare for character in name)
    assert any(not is_han(name[0]) for name in names)
    assert {"IS", "KG", "ZM", "AL", "GB", "HK"} <= {str(guest.country) for guest in everyone}
    assert max(len(guest.organization) for guest in everyone) >= 38


def test_few_characters_lack_a_place_in_stroke_order(everyone: list[Guest]) -> None:
    strokes = reference.stroke_table()
    lacking = Counter(c for guest in everyone for c in strokes.unranked(guest.full_name))
    assert set(lacking) <= set(table("names")["rare"]) | {"々"}
    assert sum(lacking.values()) < 40


def test_shares_are_plausible(desk: Desk, everyone: list[Guest]) -> None:
    categories = Counter(guest.category for guest in everyone)
    assert categories.most_common(1)[0][0] is Category.EXHIBITOR
    assert all(categories[category] > 100 for category in Category)
    states = Counter(guest.invitation for guest in everyone)
    assert states == {Invitation.CONFIRMED: 6096}
    attendance = statistics.attendance(desk, "开幕式")
    assert (attendance.expected, attendance.arrived) == (states[Invitation.CONFIRMED], 0)


def test_activities_follow_from_the_first_day(desk: Desk) -> None:
    rows = {row.name: row for row in activities.list_activities(desk)}
    assert set(rows) == set(table("fair25")["event"]["activities"])
    opening = rows["开幕式"]
    assert (opening.number, opening.reentry, opening.invited) == (1, "after-exit", "all")
    assert opening.opens == datetime(2024, 7, 11, 0, 0, tzinfo=UTC)
    assert opening.closes == datetime(2024, 7, 11, 4, 0, tzinfo=UTC)
    friendship = rows["友好省州签约暨合作对接会"]
    assert (friendship.invited, friendship.zones) == ("listed", ("S",))
    assert 20 < statistics.attendance(desk, friendship.name).expected < 200
    for row in rows.values():
        assert row.opens is not None
        assert row.closes is not None
        assert row.opens < row.closes


def test_zones_carry_their_names_and_counts(session: Session) -> None:
    zones = {zone.letter: zone for zone in session.scalars(select(Zone))}
    assert "".join(sorted(zones)) == "ABCDSV"
    assert [zones[letter].declared_count for letter in "ABC"] == [6, 4, 4]
    assert zones["D"].names == ["冰岛展馆", "香港馆", "陕西馆", "四川馆"]


def test_published_figures_are_kept_beside_each_other(session: Session) -> None:
    figures = {
        (figure.subject, figure.measure): (figure.value, figure.unit, figure.qualifier)
        for figure in session.scalars(select(DeclaredFigure))
    }
    assert figures["第24届青洽会", "签约额"] == ("3470", "亿元", "整")
    assert figures["截至第24届", "累计落实项目"] == ("4569", "个", "整")
    assert figures["截至第25届", "累计签约项目"] == ("6200", "个", "超")
    assert figures["第25届青洽会", "线上线下成交额"] == ("3000", "万元", "近")
    assert figures["国家部委领导", "嘉宾"] == ("3", "人", "整")
    assert figures["国家部委领导", "单位"] == ("8", "家", "整")
    assert figures["第23届青洽会 海西州", "签约额（会后签约）"] == ("27.41", "亿元", "整")
    assert len(figures) == session.scalar(select(func.count()).select_from(DeclaredFigure))
