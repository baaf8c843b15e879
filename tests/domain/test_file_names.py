from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.file_names import guest_file_name


def test_a_file_is_named_by_number_and_name() -> None:
    assert guest_file_name(12, "李刚", ".jpg") == "00012 李刚.jpg"
    assert guest_file_name(12, "李　刚", ".png") == "00012 李刚.png"
    assert guest_file_name(123456, "Þórir Ibsen", ".png") == "123456 Þórir Ibsen.png"
    assert guest_file_name(4, 'A/B: \\<C>|?*"', ".png") == "00004 A_B_ __C_____.png"
    assert guest_file_name(5, "...", ".png") == "00005.png"


@given(st.integers(1, 999_999), st.text(max_size=200))
def test_every_name_is_safe_everywhere(number: int, name: str) -> None:
    made = guest_file_name(number, name, ".jpg")
    assert made.startswith(f"{number:05d}")
    assert made.endswith(".jpg")
    assert not set('<>:"/\\|?*\0\r\n\t') & set(made)
    assert len(made.encode()) <= 255
    assert made.removesuffix(".jpg").rstrip(" .") == made.removesuffix(".jpg")
