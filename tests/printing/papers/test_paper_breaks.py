"""Pages of papers: every piece once, in order, and together what belongs together."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qhsign.printing.papers.paper_breaks import Piece, break_pages, opening_depth
from qhsign.printing.papers.paper_page import PaperPage

ROOM = 100.0


def nothing(page: PaperPage, y: float) -> None:
    """Draw nothing."""


HEADINGS = Piece(7.4, nothing)


def piece(depth: float, *, keeps: bool = False, opened: bool = True) -> Piece:
    return Piece(depth, nothing, keeps=keeps, opening=(HEADINGS,) if opened else ())


def depth_of(page: list[Piece]) -> float:
    return opening_depth(page[0]) + sum(each.depth for each in page)


pieces_strategy = st.lists(
    st.builds(
        piece,
        st.floats(1, 60),
        keeps=st.booleans(),
        opened=st.booleans(),
    ),
    max_size=60,
)


@given(pieces_strategy)
def test_every_piece_stands_once_and_in_order(pieces: list[Piece]) -> None:
    pages = break_pages(pieces, ROOM)
    assert [id(each) for page in pages for each in page] == [id(each) for each in pieces]
    assert all(pages)


@given(pieces_strategy)
def test_no_page_is_deeper_than_its_room(pieces: list[Piece]) -> None:
    assert all(depth_of(list(page)) <= ROOM + 1e-3 for page in break_pages(pieces, ROOM))


@given(pieces_strategy)
def test_what_is_kept_is_parted_only_where_it_is_deeper_than_a_page(pieces: list[Piece]) -> None:
    end = 0
    for page in break_pages(pieces, ROOM)[:-1]:
        end += len(page)
        if not pieces[end - 1].keeps:
            continue
        first = end - 1
        while first and pieces[first - 1].keeps:
            first -= 1
        last = end
        while pieces[last].keeps and last + 1 < len(pieces):
            last += 1
        assert depth_of(pieces[first : last + 1]) > ROOM


@given(pieces_strategy)
def test_a_page_ends_only_where_the_next_pieces_do_not_fit(pieces: list[Piece]) -> None:
    pages = [list(page) for page in break_pages(pieces, ROOM)]
    for before, after in pairwise(pages):
        run = []
        for each in after:
            run.append(each)
            if not each.keeps:
                break
        assert depth_of(before) + sum(each.depth for each in run) > ROOM


def test_no_pieces_are_no_pages() -> None:
    assert break_pages([], ROOM) == []


def test_a_piece_deeper_than_a_page_has_one_of_its_own() -> None:
    small, huge = piece(10), piece(500)
    pages = break_pages([small, huge, small], ROOM)
    assert [len(page) for page in pages] == [1, 1, 1]
