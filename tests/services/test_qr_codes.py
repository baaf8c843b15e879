"""Codes to send ahead: every picture opens the door, and holds nothing about the person."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from sqlalchemy import select

from qhsign import wording
from qhsign.domain.check_in import Verdict
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import audit, badges, check_ins, events, guests, qr_codes
from qhsign.services.desk import Desk
from qhsign.services.qr_codes import QrSize
from qhsign.store.schema import Badge
from support.desks import add_guest, fresh_desk
from support.pictures import decoded

NAMES = ("李刚", "欧阳文静", "努尔买买提江·阿卜杜热合曼", "䶮𬱖𫖯㛃", "Þórir Ibsen", "A/B: <C>")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        for name in NAMES:
            add_guest(desk, name)
        yield desk


def code_in(data: bytes) -> str:
    (found,) = zxingcpp.read_barcodes(decoded(data).convert("L"))
    return str(found.text)


def codes(desk: Desk) -> dict[int, str]:
    with desk.read() as session:
        badges = session.execute(select(Badge.guest_id, Badge.code).where(Badge.status == "active"))
        held = dict(badges.all())
    listed = guests.list_guests(desk).guests
    return {row.number: held[row.id] for row in listed if row.id in held}


def written(out: Path) -> dict[int, str]:
    return {int(path.name[:5]): code_in(path.read_bytes()) for path in out.iterdir()}


def test_every_picture_is_the_code_of_its_guest_and_opens_the_door(
    desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "codes"
    done = qr_codes.export(desk, out)
    assert (done.written, done.findings) == (6, [])
    assert {path.name for path in out.iterdir()} == {
        "00001 李刚.png", "00002 欧阳文静.png", "00003 努尔买买提江·阿卜杜热合曼.png",
        "00004 䶮𬱖𫖯㛃.png", "00005 Þórir Ibsen.png", "00006 A_B_ _C_.png",
    }  # fmt: skip
    assert written(out) == codes(desk)
    for code in codes(desk).values():
        assert check_ins.record_scan(desk, code, "开幕式").verdict is Verdict.ADMITTED


def test_a_badge_that_is_there_keeps_its_code(desk: Desk, tmp_path: Path) -> None:
    badges.print_badges(desk, tmp_path / "b.pdf")
    before = codes(desk)
    qr_codes.export(desk, tmp_path / "codes.zip")
    assert codes(desk) == before
    with zipfile.ZipFile(tmp_path / "codes.zip") as archive:
        held = {int(name[:5]): code_in(archive.read(name)) for name in archive.namelist()}
    assert held == before


def test_the_export_is_in_the_journal(desk: Desk, tmp_path: Path) -> None:
    qr_codes.export(desk, tmp_path / "codes", purpose="短信邀请")
    line = audit.trail(desk)[0]
    assert (line.action, line.new["export"], line.new["rows"]) == ("export", "qr-codes", 6)
    assert line.new["purpose"] == "短信邀请"


def test_only_the_confirmed_get_one(desk: Desk, tmp_path: Path) -> None:
    guests.set_guest(desk, 2, {"status": "invited"})
    guests.set_guest(desk, 3, {"category": "media"})
    badges.print_badges(desk, tmp_path / "b.pdf", guest_numbers=[4])
    badges.revoke(desk, 4, "取消")
    done = qr_codes.export(desk, tmp_path / "all")
    assert set(written(tmp_path / "all")) == {1, 3, 5, 6}
    assert [(f.guest, f.code) for f in done.findings] == [("00004", "badge-taken-away")]
    media = qr_codes.export(desk, tmp_path / "media", category=Category.MEDIA)
    assert (media.written, set(written(tmp_path / "media"))) == (1, {3})
    named = qr_codes.export(desk, tmp_path / "named", guest_numbers=[2, 4])
    assert set(written(tmp_path / "named")) == {4}
    assert [(f.guest, f.code) for f in named.findings] == [("00002", "not-confirmed")]
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        qr_codes.export(desk, tmp_path / "nobody", guest_numbers=[99])


def test_where_vetting_is_asked_for_it_must_have_passed(desk: Desk, tmp_path: Path) -> None:
    events.change_event(desk, {"vetting_required": "yes"})
    nobody = qr_codes.export(desk, tmp_path / "none")
    assert (nobody.written, len(nobody.findings)) == (0, 6)
    assert not (tmp_path / "none").exists()
    assert codes(desk) == {}
    for finding in nobody.findings:
        assert finding.code == "not-vetted"
        assert wording.say(finding.code, **finding.parameters)
    guests.set_guest(desk, 1, {"vetting": "passed"})
    assert qr_codes.export(desk, tmp_path / "one").written == 1


def test_the_size_is_chosen(desk: Desk, tmp_path: Path) -> None:
    qr_codes.export(desk, tmp_path / "small", guest_numbers=[1], size=QrSize.of_pixels(99))
    (path,) = (tmp_path / "small").iterdir()
    assert decoded(path.read_bytes()).width == 99
    assert written(tmp_path / "small") == codes(desk)
    size = QrSize.of_millimetres(25)
    qr_codes.export(desk, tmp_path / "printed", guest_numbers=[1], size=size)
    (path,) = (tmp_path / "printed").iterdir()
    image = decoded(path.read_bytes())
    printed = 25 * size.pixels_a_module / image.info["dpi"][0] * 25.4
    assert printed == pytest.approx(25, abs=0.01)
    assert image.info["dpi"][0] == pytest.approx(300, abs=15)


@pytest.mark.parametrize(("pixels", "millimetres"), [(98, 19), (3400, 201), (0, 0), (-5, -5)])
def test_a_size_nobody_can_scan_is_refused(pixels: int, millimetres: int) -> None:
    with pytest.raises(ProblemForUser, match="qr-pixels"):
        QrSize.of_pixels(pixels)
    with pytest.raises(ProblemForUser, match="qr-millimetres"):
        QrSize.of_millimetres(millimetres)
    with pytest.raises(ProblemForUser, match="qr-millimetres"):
        QrSize.of_millimetres(float("nan"))
