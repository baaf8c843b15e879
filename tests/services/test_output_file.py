"""Places a file may be written at, and those it may not."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.services import badges, certificates, exports, papers, place_cards
from qhsign.services.desk import Desk
from qhsign.services.output_file import unfinished_beside, writing
from support import demonstrations

Write = Callable[[Desk, Path], object]

PRINTS: dict[str, Write] = {
    "badges": badges.print_badges,
    "certificates": certificates.print_certificates,
    "place cards": place_cards.print_place_cards,
}


@pytest.mark.parametrize("write", PRINTS.values(), ids=PRINTS)
@pytest.mark.parametrize("name", ["25.qhsign", "event.pdf"])
def test_no_print_is_written_over_an_event_file(tmp_path: Path, write: Write, name: str) -> None:
    path = tmp_path / name
    with demonstrations.make(path, guests=100)[0] as desk:
        with pytest.raises(ProblemForUser, match="out-is-event") as caught:
            write(desk, path)
        assert caught.value.parameters == {"path": path}
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_no_export_and_no_paper_is_written_over_an_event_file(tmp_path: Path) -> None:
    path, other = tmp_path / "25.qhsign", tmp_path / "other.pdf"
    with demonstrations.make(path, guests=100)[0] as desk:
        other.write_bytes(path.read_bytes())
        with pytest.raises(ProblemForUser, match="out-is-event"):
            exports.export(desk, "guests", other)
        with pytest.raises(ProblemForUser, match="out-is-event"):
            papers.print_contract_list(desk, other)
    assert other.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("write", PRINTS.values(), ids=PRINTS)
def test_a_print_ends_in_pdf(tmp_path: Path, write: Write) -> None:
    desk, _ = demonstrations.make(tmp_path / "25.qhsign", guests=100)
    with desk, pytest.raises(ProblemForUser, match="out-ending"):
        write(desk, tmp_path / "prints.docx")
    assert not list(tmp_path.glob("*.docx"))


def test_an_ending_in_capitals_is_the_same_ending(tmp_path: Path) -> None:
    with writing(tmp_path / "A.PDF", ".pdf") as stream:
        stream.write(b"%PDF")
    assert (tmp_path / "A.PDF").read_bytes() == b"%PDF"


def test_what_a_killed_run_left_is_cleared_by_a_later_one(tmp_path: Path) -> None:
    path = tmp_path / "badges [1].pdf"
    abandoned, running, other = (
        unfinished_beside(each) for each in (path, path, tmp_path / "a.pdf")
    )
    for each in (abandoned, running, other):
        each.write_bytes(b"names and codes")
    for each in (abandoned, other):
        os.utime(each, (0, 0))
    with writing(path) as stream:
        stream.write(b"whole")
    assert path.read_bytes() == b"whole"
    assert not abandoned.exists()
    assert running.exists()
    assert other.exists()
