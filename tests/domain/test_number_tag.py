import pytest

from qhsign.domain.number_tag import read_tag, written
from qhsign.domain.problems import ProblemForUser


def test_a_number_is_written_with_three_digits_at_least() -> None:
    assert [written(number) for number in (1, 42, 999, 1000)] == ["001", "042", "999", "1000"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("A06", "A06"), (" a06 ", "A06"), ("Ａ０６", "A06"), ("12", "12"), ("vip-7", "VIP-7")],
)
def test_what_is_typed_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert read_tag(typed) == kept
    assert read_tag(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "  ", "-", "A--6", "A 6", "号06", "1234567890123", "x" * 500]
)
def test_what_stands_on_no_tag_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(ProblemForUser) as problem:
        read_tag(typed)
    assert problem.value.code == "tag-wrong"
    assert len(str(problem.value.parameters["given"])) <= 24
