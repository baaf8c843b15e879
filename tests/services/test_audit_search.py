"""The journal read by page and by whatever is asked of it, in words, and written out."""

import ast
import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from qhsign.background.progress import CancelledError, Progress
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    activities,
    audit,
    check_ins,
    contracts,
    guests,
    imports,
    slates,
    verification,
)
from qhsign.services.audit_export import export_trail
from qhsign.services.audit_records import AuditEntry, AuditFilter, AuditPlace
from qhsign.services.audit_search import audit_choices, count_entries, read_page
from qhsign.services.audit_words import action_word, field_word, is_told, kind_word
from qhsign.services.desk import Desk
from qhsign.store.journal import empty_values
from qhsign.store.schema import Journaled, whole_schema
from qhsign.wording import Language, catalogue
from support.desks import Clock, add_guest, fresh_desk
from support.list_files import write_csv

PRIVATE = {"phone": "13897541234", "document_number": "11010519491231002X"}
SIGNED = (
    ("序号", "项目名称", "甲方", "乙方", "投资额（亿元）"),
    ("1", "零碳产业园", "西宁市人民政府", "某公司", "53.6"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", Clock()) as desk:
        yield desk


def every(desk: Desk, wanted: AuditFilter | None = None, limit: int = 3) -> list[AuditEntry]:
    found: list[AuditEntry] = []
    place: AuditPlace | None = None
    while True:
        page = read_page(desk, wanted or AuditFilter(), after=place, limit=limit)
        found += page.entries
        place = page.following
        if place is None:
            return found


def said(entry: AuditEntry) -> dict[str, tuple[str, str]]:
    return {each.field: (each.old, each.new) for each in entry.changes}


def test_pages_give_every_entry_once_newest_first(desk: Desk) -> None:
    for name in ("李刚", "王菲", "丁一"):
        add_guest(desk, name, **PRIVATE)
    found = every(desk)
    lines = audit.trail(desk, limit=1000)
    assert [each.id for each in found] == [line.id for line in lines]
    assert len(found) == count_entries(desk, AuditFilter()) > 6


def test_a_change_is_told_in_words_and_what_is_private_masked(desk: Desk) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    guests.set_guest(
        desk, number, {"category": "media", "delegation": "西宁代表团", "phone": "13900001111"}
    )
    entry = next(each for each in every(desk) if each.kind == "guest" and each.change == "update")
    assert (entry.action_word, entry.kind_word, entry.change_word) == ("修改嘉宾", "嘉宾", "修改")
    assert entry.subject == f"{number:05d} 李刚"
    together = every(desk, AuditFilter(operation=entry.operation, kinds=("guest",)))
    assert {name: told for each in together for name, told in said(each).items()} == {
        "category": ("嘉宾", "媒体"),
        "delegation_id": ("", "西宁代表团"),
        "phone": ("138****1234", "139****1111"),
    }
    english = read_page(desk, AuditFilter(), language=Language.ENGLISH).entries
    assert {each.action_word for each in english} >= {"Guest changed", "Walk-in"}
    everything = "".join(str(said(each)) for each in every(desk))
    assert not any(value in everything for value in (*PRIVATE.values(), "13900001111"))


def test_every_filter_lets_through_only_its_own(desk: Desk) -> None:
    first = add_guest(desk, "李刚", **PRIVATE)
    other = desk.named("西门2号台")
    guests.set_guest(other, first, {"title": "处长"}, reason="来电更正")
    activities.set_activity(desk, "开幕式", {"place": "会议中心"})
    all_entries = every(desk)

    def only(**wanted: object) -> list[AuditEntry]:
        filtered = AuditFilter(**wanted)  # type: ignore[arg-type] # fields the test knows
        found = every(desk, filtered)
        assert len(found) == count_entries(desk, filtered)
        assert 0 < len(found) < len(all_entries)
        return found

    assert {each.desk for each in only(desk="西门2号台")} == {"西门2号台"}
    assert {each.action for each in only(action="activity set")} == {"activity set"}
    assert {each.kind for each in only(kinds=("guest", "activity"))} == {"guest", "activity"}
    assert {said(each)["title"] for each in only(text="处长")} == {("", "处长")}
    operation = next(each.operation for each in all_entries if each.desk == "西门2号台")
    together = only(operation=operation)
    assert {each.change for each in together} == {"update", "view"}
    assert every(desk, AuditFilter(operator="没有人")) == []
    assert {each.operator for each in every(desk, AuditFilter(operator="韩秋月"))} == {"韩秋月"}


def test_time_is_cut_at_the_moments_given(desk: Desk) -> None:
    add_guest(desk, "李刚")
    last = every(desk)[0]
    assert every(desk, AuditFilter(begin=last.at)) != []
    later = last.at + timedelta(seconds=1)
    assert every(desk, AuditFilter(begin=later)) == []
    assert len(every(desk, AuditFilter(end=later))) == len(every(desk))
    assert every(desk, AuditFilter(end=last.at - timedelta(days=1))) == []


def test_a_guest_and_a_contract_bring_what_belongs_to_them(desk: Desk, tmp_path: Path) -> None:
    activities.set_activity(desk, "开幕式", {"place": "会议中心"})
    add_guest(desk, "李刚")
    add_guest(desk, "王菲")
    rows = {row.full_name: row for row in guests.list_guests(desk).guests}
    activity = activities.list_activities(desk)[0].id
    scan = check_ins.check_in_by_hand(desk, rows["李刚"].id, activity, nonce="n1").scan
    check_ins.annul(desk, scan, "认错人")
    found = every(desk, AuditFilter(guest=rows["李刚"].id))
    assert {each.kind for each in found} == {"guest", "check_in", "check_in_annulment"}
    assert {each.subject for each in found} == {f"{rows['李刚'].number:05d} 李刚"}
    imports.import_contracts(desk, write_csv(tmp_path / "k.csv", SIGNED), slate="重点项目")
    contract = contracts.list_contracts(desk)[0]
    found = every(desk, AuditFilter(contract=contract.id))
    assert {each.kind for each in found} == {"contract", "party", "slate_entry"}
    amount = next(said(each)["amount"] for each in found if each.kind == "contract")
    assert amount == ("", "53.6亿元")


def test_a_word_of_a_closed_list_finds_its_code(desk: Desk) -> None:
    number = add_guest(desk, "李刚")
    guests.set_guest(desk, number, {"category": "media"})
    found = every(desk, AuditFilter(text="媒体"))
    assert [said(each)["category"] for each in found] == [("嘉宾", "媒体")]
    assert every(desk, AuditFilter(text="100%")) == []
    assert every(desk, AuditFilter(text='"}')) == []


def test_purged_values_leave_the_entry(desk: Desk) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    guest = guests.list_guests(desk).guests[0].id
    with desk.write("purge") as session:
        empty_values(session, [guest])
    found = every(desk, AuditFilter(guest=guest))
    assert found
    assert all(each.is_purged for each in found)
    assert {each.subject for each in found} == {f"{number:05d} 李刚"}
    assert all(not new for each in found for _, new in said(each).values())


def test_choices_are_what_the_journal_holds(desk: Desk) -> None:
    add_guest(desk.named("西门2号台"), "李刚")
    choices = audit_choices(desk)
    assert "韩秋月" in choices.operators
    assert "西门2号台" in choices.desks
    assert dict(choices.actions)["walk-in"] == "现场登记"
    assert dict(choices.kinds)["guest"] == "嘉宾"


def test_every_action_record_and_field_has_a_word_in_both_languages() -> None:
    actions = {"import guests", "import contracts", "undo import", *_actions()}
    for action in actions:
        assert f"audit-action-{action.replace(' ', '-')}" in catalogue(), action
    for mapper in whole_schema().registry.mappers:
        model = mapper.class_
        if not issubclass(model, Journaled):
            continue
        kind = model.__tablename__
        for language in Language:
            assert kind_word(kind, language) != kind
            for column in model.__table__.columns:
                if is_told(column.name) and column.name != "salt":
                    assert field_word(column.name, language, kind) != column.name, (kind, column)
    assert action_word("something new", Language.CHINESE) == "something new"


def _actions() -> set[str]:
    """Return every action the use cases write under that stands in the source as a text."""
    found = set()
    for path in Path("qhsign/services").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "write"
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            ):
                found.add(node.args[0].value)
    assert "guest set" in found
    return found


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_trail_is_written_for_a_purpose_and_that_is_journaled(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    number = add_guest(desk, "李刚", **PRIVATE)
    out = tmp_path / f"a.{ending}"
    with pytest.raises(ProblemForUser, match="audit-purpose-missing"):
        export_trail(desk, AuditFilter(), out, purpose=" ")
    assert not out.exists()
    wanted = AuditFilter(kinds=("guest",))
    done = export_trail(desk, wanted, out, purpose="年度审计")
    assert done.rows == count_entries(desk, wanted)
    (entry,) = every(desk, AuditFilter(action="export"))
    assert said(entry)["export"] == ("", "审计记录")
    assert said(entry)["purpose"] == ("", "年度审计")
    if ending == "csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        assert len(lines) == done.rows + 1
        assert lines[1][5] == f"{number:05d} 李刚"
        whole = out.read_text("utf-8-sig")
        assert "138****1234" in whole
        assert not any(value in whole for value in PRIVATE.values())


def test_a_stopped_export_of_the_trail_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚")
    progress = Progress()
    progress.cancel()
    before = count_entries(desk, AuditFilter())
    with pytest.raises(CancelledError):
        export_trail(desk, AuditFilter(), tmp_path / "a.csv", purpose="x", progress=progress)
    assert list(tmp_path.glob("*.csv")) == []
    assert count_entries(desk, AuditFilter()) == before


def test_the_check_tells_how_far_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    add_guest(desk, "李刚")
    slates.set_slate(desk, "重点项目", {"declared_contracts": "18"})
    monkeypatch.setattr("qhsign.store.journal._TOLD_EVERY", 1)
    told: list[tuple[int, int]] = []
    checks = verification.verify(desk, lambda done, total: told.append((done, total)))
    total = count_entries(desk, AuditFilter())
    assert told == [(done, total) for done in range(1, total + 1)]
    assert all(check.ok for check in checks)
