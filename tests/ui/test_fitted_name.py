import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from qhsign.ui.shared.fitted_name import fit_name, verdict_steps
from qhsign.ui.theme import Look

ROOM = (806.0, 240.0)


@pytest.fixture(scope="module")
def bold(qapp: QApplication) -> Look:
    return Look()


def font_of(look: Look, pixels: int) -> QFont:
    return look.font(pixels, bold=True)


@pytest.mark.parametrize(
    ("name", "pixels", "lines"),
    [
        ("易卜雷", 112, 1),
        ("欧阳文静", 112, 1),
        ("欧阳文静安", 96, 1),
        ("欧阳文静安乐", 96, 1),
        ("欧阳文静安乐人", 85, 1),
        ("欧阳文静安乐人间天", 64, 1),
        ("努尔买买提江·阿卜杜热合曼", 48, 1),
        ("努尔买买提江·阿卜杜热合曼·买买提依明江", 48, 2),
        ("Thorir Ibsen", 85, 1),
    ],
)
def test_names_take_the_size_of_the_design(bold: Look, name: str, pixels: int, lines: int) -> None:
    steps = verdict_steps(name, smaller=False)
    fit = fit_name(name, ROOM, steps, 48, lambda size: font_of(bold, size))
    assert (fit.pixels, len(fit.lines)) == (pixels, lines)


def test_refusals_and_low_windows_start_one_step_smaller() -> None:
    assert verdict_steps("易卜雷", smaller=True)[0] == 96
    assert verdict_steps("Thorir", smaller=True)[0] == 64
    assert verdict_steps("一二三四五六七八九", smaller=True) == (64,)


def test_two_lines_break_after_the_dot(bold: Look) -> None:
    name = "努尔买买提江·阿卜杜热合曼·买买提依明江"
    fit = fit_name(name, (700, 200), (64,), 48, lambda size: font_of(bold, size))
    assert fit.lines[0].endswith("·")


@given(
    name=st.text(st.sampled_from("努尔买提江阿卜·李䶮 Abcdefg-"), min_size=1, max_size=60),
    width=st.integers(120, 900),
    height=st.integers(40, 260),
)
def test_no_part_of_a_name_is_ever_cut(bold: Look, name: str, width: int, height: int) -> None:
    steps = verdict_steps(name, smaller=False)
    fit = fit_name(name, (width, height), steps, 48, lambda size: font_of(bold, size))
    assert "".join(fit.lines).replace(" ", "") == name.replace(" ", "")
    metrics = QFontMetricsF(font_of(bold, fit.pixels))
    assert all(metrics.horizontalAdvance(line) <= width for line in fit.lines)
