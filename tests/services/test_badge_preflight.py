"""A whole run of badges is checked before anything is issued."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from qhsign import wording
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.printing.layouts import layout_file
from qhsign.printing.layouts.layout import Layout, QrCode
from qhsign.services import badge_preflight, badges, events, guests, photo_import, previews
from qhsign.services.badge_groups import Grouping
from qhsign.services.desk import Desk
from qhsign.services.findings import Finding
from support.desks import add_guest, fresh_desk
from support.pictures import encoded, portrait
from support.tables import dump

NO_FONT = "\U0010fffd"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "badges.pdf"


def told(findings: object) -> list[tuple[str, str, str]]:
    assert isinstance(findings, list)
    for finding in findings:
        assert isinstance(finding, Finding)
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    return [(finding.guest, finding.field, finding.code) for finding in findings]


def test_nothing_is_written_by_looking(desk: Desk) -> None:
    for name in ("李刚", f"王{NO_FONT}"):
        add_guest(desk, name)
    before = dump(desk)
    assert told(badge_preflight.preflight(desk)) == [("00002", "name", "print-glyph-missing")]
    assert dump(desk) == before


def test_each_kind_of_finding_names_guest_and_field(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    badges.print_badges(desk, out)
    add_guest(desk, "王冬", status="invited")
    add_guest(desk, "王琼", vetting="failed")
    add_guest(desk, f"张{NO_FONT}")
    add_guest(desk, "张国静", title="负责全面工作并分管日常事务的" * 12)
    add_guest(desk, "陈晨2", organization="")
    for number in (1, 2, 4, 5, 6):
        guests.set_guest(desk, number, {"vetting": "passed"})
    events.change_event(desk, {"vetting_required": "yes"})
    assert sorted(told(badge_preflight.preflight(desk))) == [
        ("00001", "badge", "printed-before"),
        ("00003", "vetting", "not-vetted"),
        ("00004", "name", "print-glyph-missing"),
        ("00005", "post", "print-overflow"),
        ("00006", "name", "name-doubtful"),
        ("00006", "org", "organization-missing"),
    ]
    named = badge_preflight.preflight(desk, guest_numbers=[2, 1])
    assert told(named) == [("00002", "status", "not-confirmed")]
    staff = badge_preflight.preflight(desk, category=Category.STAFF)
    assert told(staff) == []
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        badge_preflight.preflight(desk, guest_numbers=[77])


def test_who_was_printed_and_changed_since_is_told_field_by_field(desk: Desk, out: Path) -> None:
    for name in ("李刚", "王冬", "田富"):
        add_guest(desk, name)
    badges.print_badges(desk, out)
    guests.set_guest(desk, 2, {"full_name": "王东", "title": "局长", "latin_name": "Wang Dong"})
    guests.set_guest(desk, 3, {"category": "media"})
    assert told(badge_preflight.preflight(desk)) == [
        ("00002", "badge", "printed-before"),
        ("00002", "name", "changed-since-print"),
        ("00002", "post", "changed-since-print"),
        ("00003", "badge", "printed-before"),
        ("00003", "category", "changed-since-print"),
        ("00003", "zones", "changed-since-print"),
        ("00001", "badge", "printed-before"),
    ]
    run = badges.print_badges(desk, out, guest_numbers=[2])
    assert told(list(run.preflight)) == [
        ("00002", "name", "changed-since-print"),
        ("00002", "post", "changed-since-print"),
    ]
    assert told(badge_preflight.preflight(desk, guest_numbers=[2])) == []
    guests.set_guest(desk, 2, {"vip": "yes"})
    changed = badge_preflight.preflight(desk, guest_numbers=[2])
    assert {finding.field for finding in changed} == {"category", "zones"}
    assert "证件类别" in wording.say(changed[0].code, **changed[0].parameters)


def test_a_layout_that_shows_less_is_not_wrong_about_the_rest(desk: Desk, out: Path) -> None:
    add_guest(desk, "Þórir Ibsen", title_en="Chairman", latin_name="Thorir Ibsen")
    badges.print_badges(desk, out, layout="badge-90x130")
    guests.set_guest(desk, 1, {"title_en": "President"})
    assert told(badge_preflight.preflight(desk, guest_numbers=[1])) == []
    badges.print_badges(desk, out, layout="badge-90x130-bilingual", guest_numbers=[1])
    guests.set_guest(desk, 1, {"title_en": "Chairman"})
    assert told(badge_preflight.preflight(desk, guest_numbers=[1])) == [
        ("00001", "post_en", "changed-since-print")
    ]


def test_who_was_changed_between_issuing_and_printing_is_told(desk: Desk, out: Path) -> None:
    for name in ("李刚", "王冬", "田富"):
        add_guest(desk, name)
    guests.set_guest(desk, 3, {"full_name": "田大利"})
    badges.issue(desk, [row.id for row in guests.list_guests(desk).guests])
    guests.set_guest(desk, 1, {"full_name": "李钢"})
    guests.set_guest(desk, 2, {"category": "staff"})
    assert told(badge_preflight.preflight(desk)) == [
        ("00002", "category", "changed-since-issue"),
        ("00001", "name", "changed-since-issue"),
    ]
    assert badges.print_badges(desk, out).badges == 3
    assert told(badge_preflight.preflight(desk, guest_numbers=[1, 2, 3])) == []


def test_a_badge_taken_away_is_told(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    badges.print_badges(desk, out)
    badges.revoke(desk, 1, "转借他人")
    assert told(badge_preflight.preflight(desk)) == [("00001", "badge", "badge-taken-away")]


def test_a_code_too_small_is_told_once_for_the_layout(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("李刚", "王冬"):
        add_guest(desk, name)
    sheet = layout_file.load_layout("badge-cr80", "badge")
    elements = tuple(
        replace(element, module=0.7) if isinstance(element, QrCode) else element
        for element in sheet.elements
    )

    def small(*_: object) -> Layout:
        return replace(sheet, elements=elements)

    assert told(badge_preflight.preflight(desk, layout="badge-cr80")) == []
    monkeypatch.setattr(layout_file, "load_layout", small)
    assert told(badge_preflight.preflight(desk)) == [("", "token", "print-qr-small")]


def test_findings_follow_the_order_of_the_printing(desk: Desk) -> None:
    for name, liaison in (("王冬1", "赵"), ("文月1", ""), ("丁冬1", "钱")):
        add_guest(desk, name, liaison=liaison)
    order = [finding.guest for finding in badge_preflight.preflight(desk)]
    assert order == ["00003", "00001", "00002"]
    grouped = [each.guest for each in badge_preflight.preflight(desk, group=Grouping.LIAISON)]
    assert grouped == ["00001", "00003", "00002"]


def photographs(pdf: bytes) -> list[list[tuple[int, int]]]:
    """Return the sizes of the photographs on each page; a code is a picture, too, of a bit."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [
        [each.image.size for each in page.images if each.image and each.image.mode == "RGB"]
        for page in pages
    ]


def test_photos_are_printed_and_told_where_they_will_not_do(desk: Desk, out: Path) -> None:
    sizes = ((350, 490), (120, 168), None)
    for name, size in zip(("李刚", "王冬", "田富"), sizes, strict=True):
        number = add_guest(desk, name)
        if size is not None:
            picture = out.with_name(f"{number:05d}.jpg")
            picture.write_bytes(encoded(portrait(*size, shade=90 * number)))
            photo_import.import_photos(desk, picture)
    assert told(badge_preflight.preflight(desk)) == []
    wanted = [
        ("00002", "photo", "print-photo-low-resolution"),
        ("00003", "photo", "print-photo-missing"),
    ]
    found = badge_preflight.preflight(desk, layout="badge-90x130-photo")
    assert sorted(told(found)) == wanted
    run = badges.print_badges(desk, out, layout="badge-90x130-photo")
    assert (run.badges, sorted(told(list(run.preflight)))) == (3, wanted)
    assert photographs(out.read_bytes()) == [[(120, 168)], [], [(350, 490)]]
    shown = previews.badge(desk, 1, "badge-90x130-photo")
    assert photographs(shown) == [[(350, 490)]]
    picture = out.with_name("00001.jpg")
    picture.write_bytes(encoded(portrait(shade=10)))
    photo_import.import_photos(desk, picture)
    assert told(badge_preflight.preflight(desk, guest_numbers=[1])) == [
        ("00001", "photo", "changed-since-print")
    ]
