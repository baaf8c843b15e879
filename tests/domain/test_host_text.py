import pytest

from qhsign.domain.host_text import gaps


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请××先生致辞，再请××女士。", ["××"]),
        ("请____上台，【姓名】就位。", ["____", "【姓名】"]),
        ("请XX、{name}、某某某上台", ["XX", "{name}", "某某"]),
        ("第XXL号，Xerox，3×6米，a_b", []),
        ("", []),
    ],
)
def test_what_was_to_be_filled_in_is_found(text: str, found: list[str]) -> None:
    assert gaps(text) == found
