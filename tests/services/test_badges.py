"""Badges: issued, printed, read back, ended."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from qhsign import wording
from qhsign.domain import badge_token, names
from qhsign.domain.badge_token import TokenCheck
from qhsign.domain.check_in import Verdict
from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.shipped_categories import shipped_looks
from qhsign.services import (
    audit,
    badge_preflight,
    badges,
    check_ins,
    events,
    guests,
    print_ledger,
    statistics,
    verification,
)
from qhsign.services.badge_preflight import CheckedRun
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Badge, PrintItem, PrintRun
from support.desks import Clock, add_guest, fresh_desk
from support.printed import codes, set_text, texts
from support.tables import dump

NO_FONT = "\U0010fffd"
NAMES = (
    "李刚", "欧阳文静", "单雄信", "努尔买买提江·阿卜杜热合曼", "䶮𬱖𫖯㛃", "Þórir Ibsen",
    "Жапаров Садыр Нургожоевич", "扎西才让多杰·旦增罗布仁青卓玛措吉", "王冬", "𠮷田大利",
)  # fmt: skip


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "badges.pdf"


def found(run: badges.BadgeRun) -> list[tuple[str, str]]:
    for finding in run.preflight:
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    return [(finding.guest, finding.code) for finding in run.preflight]


def issued(desk: Desk) -> Sequence[Badge]:
    with desk.read() as session:
        return session.scalars(select(Badge).order_by(Badge.serial)).all()


def versions(desk: Desk) -> list[int]:
    with desk.read() as session:
        return sorted(session.scalars(select(PrintItem.version).where(PrintItem.version > 0)))


def scan(desk: Desk, code: str) -> Verdict:
    return check_ins.record_scan(desk, code, "开幕式").verdict


def test_thirty_badges_are_what_the_list_says_and_open_the_door(desk: Desk, out: Path) -> None:
    categories = list(Category)
    for place in range(30):
        add_guest(
            desk, NAMES[place % len(NAMES)], f"青海省第{place + 1}投资发展有限责任公司",
            title="副局长", category=categories[place % 6].value, vip="yes" if place == 7 else "no",
        )  # fmt: skip
    run = badges.print_badges(desk, out)
    assert (run.badges, run.pages, found(run)) == (30, 30, [])
    assert run.seconds > 0
    listed = guests.list_guests(desk).guests
    by_guest = {badge.guest_id: badge for badge in issued(desk)}
    read = codes(out)
    assert len(set(read)) == 30
    assert read == [by_guest[row.id].code for row in listed]
    for row, text in zip(listed, texts(out), strict=True):
        look = shipped_looks()["vip" if row.vip else row.category]
        short = badge_token.formatted_short_code(by_guest[row.id].short_code)
        for part in (names.display_name(row.full_name), row.organization, row.title, look.word,
                     short, events.facts(desk).title):  # fmt: skip
            assert set_text(part) in text
        assert row.label not in read[0]
    keys = dump(desk, "event_key")["event_key"]
    key = badge_token.EventKey(
        events.facts(desk).code, next(v for v in keys[0] if type(v) is bytes)
    )
    for code in read:
        assert badge_token.verify(badge_token.read(code), [key]) is TokenCheck.VALID
        assert scan(desk, code) is Verdict.ADMITTED
    assert statistics.attendance(desk, "开幕式").arrived == 30
    assert len({badge.short_code for badge in issued(desk)}) == 30
    assert all(check.ok for check in verification.verify(desk))


def test_the_code_holds_nothing_personal(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", phone="13897541234")
    badges.print_badges(desk, out)
    (code,) = codes(out)
    assert len(code) == 38
    assert set(code) <= set(badge_token.ALPHABET)


def test_a_badge_is_printed_once(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    assert badges.print_badges(desk, out).badges == 1
    first = codes(out)
    out.unlink()
    add_guest(desk, "王冬")
    again = badges.print_badges(desk, out)
    assert (again.badges, found(again)) == (1, [("00001", "printed-before")])
    out.unlink()
    nobody = badges.print_badges(desk, out)
    assert (nobody.badges, nobody.pages, len(nobody.preflight)) == (0, 0, 2)
    assert not out.exists()
    named = badges.print_badges(desk, out, guest_numbers=[1])
    assert (named.badges, found(named), codes(out)) == (1, [], first)
    assert versions(desk) == [1, 1, 2]


def test_a_reprint_has_its_reason_in_the_ledger(desk: Desk, out: Path) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    badges.print_badges(desk, out, guest_numbers=[1])
    again = badges.print_badges(desk, out, reprint="卡纸", limit=5)
    assert (again.badges, found(again)) == (2, [])
    with desk.read() as session:
        runs = session.scalars(select(PrintRun).order_by(PrintRun.id)).all()
    assert [(run.pieces, run.reason) for run in runs] == [(1, ""), (2, "卡纸")]
    assert all(run.operator == "韩秋月" and run.destination == "badges.pdf" for run in runs)
    assert versions(desk) == [1, 1, 2]
    assert "卡纸" in {line.new.get("reason") for line in audit.trail(desk)}


def test_whom_a_run_is_for(desk: Desk, out: Path) -> None:
    for name, category in (("王冬", "media"), ("田富", "guest"), ("田大利", "guest")):
        add_guest(desk, name, category=category)
    run = badges.print_badges(desk, out, category=Category.GUEST, limit=1)
    assert run.badges == 1
    assert "田富" in texts(out)[0].replace("\u3000", "")
    rest = badges.print_badges(desk, out, order=Order.PINYIN)
    assert ["田大利" in text for text in texts(out)] == [True, False]
    assert rest.badges == 2
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        badges.print_badges(desk, out, guest_numbers=[1, 99])


def test_unconfirmed_and_unvetted_guests_get_none(desk: Desk, out: Path) -> None:
    for status in ("proposed", "invited", "declined", "cancelled"):
        add_guest(desk, "李刚", status=status)
    assert (badges.print_badges(desk, out).badges, out.exists()) == (0, False)
    named = badges.print_badges(desk, out, guest_numbers=[1, 2, 3, 4])
    assert (named.badges, {code for _, code in found(named)}) == (0, {"not-confirmed"})
    assert badges.print_badges(desk, out, reprint="补打").badges == 0
    add_guest(desk, "王冬", vetting="passed")
    add_guest(desk, "田富")
    events.change_event(desk, {"vetting_required": "yes"})
    vetted = badges.print_badges(desk, out)
    assert (vetted.badges, found(vetted)) == (1, [("00006", "not-vetted")])
    assert len(issued(desk)) == 1


def test_a_name_no_font_has_is_named_and_the_others_are_printed(desk: Desk, out: Path) -> None:
    for name in ("李刚", f"王{NO_FONT}", "田富"):
        add_guest(desk, name)
    run = badges.print_badges(desk, out)
    assert (run.badges, run.pages) == (2, 2)
    assert [guest for guest, _ in found(run)] == ["00002"]
    assert "□" not in "".join(texts(out))
    assert len(versions(desk)) == 2
    with pytest.raises(ProblemForUser, match="badges-none-printable"):
        badges.print_badges(desk, out.with_name("none.pdf"))
    assert not out.with_name("none.pdf").exists()
    guests.set_guest(desk, 2, {"full_name": "王冬"})
    assert badges.print_badges(desk, out).badges == 1
    assert scan(desk, codes(out)[0]) is Verdict.ADMITTED


def test_what_cannot_be_written_is_printed_by_a_later_run(
    desk: Desk, out: Path, tmp_path: Path
) -> None:
    add_guest(desk, "李刚")
    before = dump(desk)
    out.mkdir()
    for refused in (out, tmp_path / "nowhere" / "b.pdf"):
        with pytest.raises(ProblemForUser):
            badges.print_badges(desk, refused)
    assert dump(desk) == before
    out.rmdir()
    assert badges.print_badges(desk, out).badges == 1


def test_an_old_file_stays_until_the_new_one_is_whole(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_guest(desk, "李刚")
    out.write_bytes(b"old")

    def fails(*_: Any, **__: Any) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(badges, "render_badges", fails)
        with pytest.raises(ProblemForUser, match="out-unwritable"):
            badges.print_badges(desk, out)
    assert out.read_bytes() == b"old"
    assert [path.name for path in out.parent.glob(".*pdf*")] == []
    assert badges.print_badges(desk, out).badges == 1


def test_a_crash_before_the_ledger_prints_the_same_codes_next_time(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clock: Clock
) -> None:
    for name in NAMES[:5]:
        add_guest(desk, name)

    def crash(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(print_ledger, "finish", crash)
        with pytest.raises(KeyboardInterrupt):
            badges.print_badges(desk, out)
    before = codes(out)
    assert versions(desk) == []
    with Desk(EventFile.open(tmp_path / "e.qhsign"), now=clock) as restarted:
        run = badges.print_badges(restarted, out)
        assert (run.badges, found(run)) == (5, [])
        assert codes(out) == before
        assert len(issued(restarted)) == 5


def test_a_reissued_badge_refuses_the_old_one_and_names_the_new(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    badges.print_badges(desk, out)
    (old,) = codes(out)
    new = badges.reissue(desk, 1, "遗失")
    assert (new.serial, new.replaces) == (2, 1)
    refused = check_ins.record_scan(desk, old, "开幕式")
    assert refused.verdict is Verdict.REVOKED
    assert "2" in wording.say(refused.message_code, **refused.message_parameters)
    run = badges.print_badges(desk, out)
    assert (run.badges, found(run)) == (1, [])
    assert codes(out) != [old]
    assert scan(desk, codes(out)[0]) is Verdict.ADMITTED
    assert scan(desk, old) is Verdict.REVOKED


def test_a_revoked_badge_is_not_given_out_again_unasked(desk: Desk, out: Path) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    badges.print_badges(desk, out)
    old = codes(out)[0]
    ended = badges.revoke(desk, 2, "转借他人")
    assert (ended.serial, ended.replaces) == (None, 2)
    assert scan(desk, old) is Verdict.REVOKED
    for reprint in ("", "全部重打"):
        run = badges.print_badges(desk, out, reprint=reprint)
        assert ("00002", "badge-taken-away") in found(run)
        assert len(issued(desk)) == 2
    named = badges.print_badges(desk, out, guest_numbers=[2])
    assert (named.badges, found(named)) == (1, [])
    assert scan(desk, codes(out)[0]) is Verdict.ADMITTED
    assert scan(desk, old) is Verdict.REVOKED


def test_ending_a_badge_needs_a_badge_and_a_reason(desk: Desk) -> None:
    add_guest(desk, "李刚")
    before = dump(desk)
    for end in (badges.reissue, badges.revoke):
        with pytest.raises(ProblemForUser, match="reason-missing"):
            end(desk, 1, " ")
        with pytest.raises(ProblemForUser, match="badge-none"):
            end(desk, 1, "遗失")
        with pytest.raises(ProblemForUser, match="guest-unknown"):
            end(desk, 9, "遗失")
    assert dump(desk) == before


def test_a_guest_changed_while_the_run_was_checked_is_printed_as_changed(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = add_guest(desk, "李刚", category="guest")

    def check_and_change(*given: Any) -> CheckedRun:
        checked = badge_preflight.check(*given)
        guests.set_guest(desk, number, {"full_name": "李钢", "category": "media"})
        return checked

    monkeypatch.setattr("qhsign.services.badges.check", check_and_change)
    badges.print_badges(desk, out)
    (text,) = texts(out)
    assert "李钢" in text.replace("\u3000", "")
    assert shipped_looks()["media"].word in text
    result = check_ins.record_scan(desk, codes(out)[0], "开幕式")
    assert result.guest is not None
    assert (result.guest.full_name, result.guest.category) == ("李钢", Category.MEDIA)
