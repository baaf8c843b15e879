"""The presidium is stored by version, journaled, taken back and printed as it was stored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    audit_search,
    batch_proposals,
    batches,
    events,
    guest_joining,
    presidium,
    presidium_prints,
)
from qhsign.services.audit_records import AuditFilter
from qhsign.services.desk import Desk
from qhsign.services.guest_joining_records import Joining
from qhsign.services.presidium_records import PresidiumLook
from qhsign.store.schema import Guest, Presidium
from support.desks import add_guest
from support.printed import texts
from support.stages import SLATE, number_of, stage_desk
from support.tables import dump


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 4) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        batches.set_batch(desk, "1", {"guest_witnesses": "客1、生人", "host_witnesses": "主1、主2"})
        yield desk


def names(look: PresidiumLook) -> list[str]:
    return [seat.guest.full_name for seat in sorted(look.seats, key=lambda seat: seat.rank)]


def numbers(desk: Desk, *who: str) -> list[int]:
    return [number_of(desk, name) for name in who]


def arrange(desk: Desk, *who: str, international: bool = False) -> PresidiumLook:
    return presidium.arrange(desk, "1", numbers(desk, *who), international=international)


def versions(desk: Desk) -> list[int]:
    with desk.read() as session:
        return list(session.scalars(select(Presidium.version).order_by(Presidium.version)))


def test_it_begins_with_the_witnesses_and_nothing_is_written(desk: Desk) -> None:
    before = dump(desk)
    look = presidium.look(desk, "1")
    assert (look.of, look.version, look.is_kept, look.made_at) == (SLATE, 0, False, None)
    assert set(names(look)) == {"客1", "主1", "主2"}
    assert dump(desk) == before


def test_it_is_one_of_the_ceremony_and_stays_as_it_was_stored(desk: Desk) -> None:
    stored = arrange(desk, "客1", "主1", "客3", international=True)
    assert (stored.version, stored.international, bool(stored.operation)) == (1, True, True)
    for batch in ("1", "2"):
        found = presidium.look(desk, batch)
        assert (names(found), found.international) == (names(stored), True)
    same = arrange(desk, "客3", "客1", "主1", "主1", international=True)
    assert (same.operation, versions(desk)) == ("", [1])
    # What staff decide of even rows later changes no row that was stored.
    even = arrange(desk, "客1", "主1")
    before = [seat.rank for seat in even.seats]
    events.change_event(desk, {"even_presidium": "second-left"})
    assert [seat.rank for seat in presidium.look(desk, "1").seats] == before


def test_a_printed_version_is_never_changed(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "p.pdf"
    done = presidium_prints.print_presidium(desk, out, "1")
    assert [(paper.of, paper.version) for paper in done.papers] == [(SLATE, 1)]
    first = texts(out)
    assert presidium.look(desk, "1").is_printed
    changed = arrange(desk, "客1", "客4")
    assert (changed.version, changed.is_printed, versions(desk)) == (2, False, [1, 2])
    arrange(desk, "客4")
    assert versions(desk) == [1, 2]
    presidium_prints.print_presidium(desk, out, "1")
    assert "第2版" in texts(out)[0]
    assert "主1" in first[0]
    assert "主1" not in texts(out)[0]


def test_a_change_is_journaled_and_taken_back(desk: Desk) -> None:
    batches.undo(desk, arrange(desk, "客1").operation)
    assert versions(desk) == []
    assert not presidium.look(desk, "1").is_kept
    arrange(desk, "客1")
    before = dump(desk, "presidium")
    second = arrange(desk, "客1", "主2")
    (entry, *_) = audit_search.read_page(desk, AuditFilter()).entries
    assert entry.action_word == "排主席台"
    assert any("主2" in change.new for change in entry.changes)
    batches.undo(desk, second.operation)
    assert dump(desk, "presidium") == before


def test_who_was_joined_into_another_sits_there_once(desk: Desk) -> None:
    add_guest(desk, "客1", "第1新能源有限公司")
    with desk.read() as session:
        twins = session.scalars(
            select(Guest).where(Guest.full_name == "客1").order_by(Guest.number)
        ).all()
        (one, other) = ((guest.id, guest.number) for guest in twins)
    presidium.arrange(desk, "1", [one[1], other[1]], international=False)
    guest_joining.join(desk, Joining(one[0], other[0], {}))
    assert len(presidium.look(desk, "1").seats) == 1


def test_what_cannot_be_done_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        presidium.arrange(desk, "1", [999], international=False)
    assert versions(desk) == []
    arrange(desk)
    assert presidium.look(desk, "1").seats == []
    for work in (
        lambda: presidium_prints.print_presidium(desk, tmp_path / "p.pdf", "1"),
        lambda: presidium_prints.cards_into(desk, "1", tmp_path),
    ):
        with pytest.raises(ProblemForUser, match="presidium-empty"):
            work()
    with pytest.raises(ProblemForUser, match="paper-format"):
        presidium_prints.print_presidium(desk, tmp_path / "p.docx", "1")
    assert list(tmp_path.glob("*.pdf")) == []
