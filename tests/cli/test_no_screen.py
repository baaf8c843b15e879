from pathlib import Path

from support.program import run


def test_without_a_screen_the_window_says_so(tmp_path: Path) -> None:
    none = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    answer = run(env=none)
    assert answer.status == 1
    assert "没有显示器" in answer.err
    assert answer.out == ""
    assert run("--language", "en", "--json", env=none).json["problem"]["code"] == "no-screen"
