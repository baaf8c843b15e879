"""The verdicts' sounds: what they are made of, and when which is heard."""

import io
import wave
from array import array
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.main_window import MainWindow
from qhsign.ui.sounds import loudspeaker as ways
from qhsign.ui.sounds.tones import RATE, SOUNDS, notes_of, wav_of
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
from support.silent_loudspeaker import SilentLoudspeaker
from support.window_fakes import FakeEvent


def samples(data: bytes) -> "array[int]":
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def pitch(part: "array[int]") -> float:
    """Count how often the wave goes up through nothing, in hertz."""
    ups = sum(1 for first, second in pairwise(part) if first < 0 <= second)
    return ups * RATE / len(part)


def test_a_green_pair_rises_and_a_red_pair_is_low() -> None:
    heard = {}
    for tone in ("ok", "bad", "warn"):
        first = SOUNDS[tone][0]
        data = samples(wav_of(notes_of(tone, vip=False), 100))
        begin = round(first.seconds * RATE)
        again = begin + round(first.rest * RATE)
        heard[tone] = (pitch(data[:begin]), pitch(data[again:]))
    assert heard["ok"][1] > 1.3 * heard["ok"][0]
    assert max(heard["bad"]) < 0.5 * min(heard["ok"])
    assert heard["warn"][0] == pytest.approx(heard["warn"][1], rel=0.02)


@pytest.mark.parametrize("tone", SOUNDS)
def test_a_sound_is_short_begins_and_ends_silent_and_is_never_too_loud(tone: str) -> None:
    for vip in (False, True):
        data = samples(wav_of(notes_of(tone, vip=vip), 100))
        assert 0.15 * RATE < len(data) < 0.8 * RATE
        assert data[0] == 0
        assert abs(data[-1]) < 1200
        assert 8_000 < max(data) <= 32_000


def test_a_vip_adds_a_soft_third_note_and_volume_makes_it_softer() -> None:
    plain, gilded = notes_of("ok", vip=False), notes_of("ok", vip=True)
    assert list(gilded[:-1]) == list(plain)
    assert gilded[-1].gain < 0.5
    soft, loud = (max(samples(wav_of(plain, volume))) for volume in (30, 100))
    assert soft == pytest.approx(loud * 0.3, rel=0.02)


def test_every_verdict_has_its_sound(
    window: MainWindow, qtbot: QtBot, loudspeaker: SilentLoudspeaker
) -> None:
    frame = window.frame
    assert frame is not None
    frame.show_page("check-in")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    # Guest 3 of the fake event is a VIP, guest 5 is not.
    for code in ("5", "3", "already", "exited", "forged"):
        frame.check_in.field.submit(code)
    qtbot.waitUntil(lambda: window.runner.running == 0)
    expected = ["ok-60", "ok-vip-60", "warn-vip-60", "neutral-vip-60", "bad-60"]
    assert loudspeaker.heard == expected
    assert all(path.read_bytes()[:4] == b"RIFF" for path in loudspeaker.played)


def test_a_scan_that_was_not_stored_sounds_like_a_refusal(
    window: MainWindow, event: FakeEvent, qtbot: QtBot, loudspeaker: SilentLoudspeaker
) -> None:
    frame = window.frame
    assert frame is not None
    frame.show_page("check-in")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    event.problem = ProblemForUser("disk-full", path="e.qhsign", mebibytes=3)
    frame.check_in.field.submit("5")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert loudspeaker.heard == ["bad-60"]


def test_a_desk_that_wants_none_hears_none_and_keeps_it_so(
    window: MainWindow, qtbot: QtBot, loudspeaker: SilentLoudspeaker
) -> None:
    frame = window.frame
    assert frame is not None
    frame.show_page("check-in")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    frame.check_in.switch_sounds()
    frame.check_in.field.submit("5")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert loudspeaker.heard == []
    assert DeskPreferences().settings.sounds == "off"
    frame.check_in.switch_sounds()
    assert loudspeaker.heard == ["ok-60"], "switched on, it lets itself be heard"


def test_the_settings_choose_how_loud(
    window: MainWindow, qtbot: QtBot, loudspeaker: SilentLoudspeaker
) -> None:
    frame = window.frame
    assert frame is not None
    loudspeaker.has_tones = False
    frame.show_settings()
    qtbot.waitUntil(lambda: window.runner.running == 0)
    desk = frame.settings.desk
    assert desk.volume.value == "60"
    assert "只能发出系统提示音" in desk.volume.accessibleDescription()
    desk.volume._take("100")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert loudspeaker.heard == ["ok-100"]
    desk.volume._take("0")
    assert not frame.sounds.is_on


def test_a_cache_that_cannot_be_written_to_leaves_a_beep_and_no_error(
    runner: Runner, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    loudspeaker: SilentLoudspeaker,
) -> None:  # fmt: skip
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    sounds = VerdictSounds(runner, DeskPreferences())
    sounds.prepare()
    qtbot.waitUntil(lambda: runner.running == 0)
    beeps = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    sounds.play("ok")
    assert beeps == ["beep"]
    assert loudspeaker.heard == []


def test_the_first_way_that_is_there_is_taken(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "_effects", lambda: None)
    monkeypatch.setattr(ways, "_windows", lambda: None)
    monkeypatch.setattr("shutil.which", which({"aplay"}))
    started = []
    monkeypatch.setattr(
        "PySide6.QtCore.QProcess.startDetached", lambda *command: started.append(command)
    )
    found = ways.find_loudspeaker()
    found.play(Path("ok.wav"))
    assert started == [("aplay", ["-q", "ok.wav"])]
    monkeypatch.setattr("shutil.which", which(set()))
    assert not ways.find_loudspeaker().has_tones


def which(there: set[str]) -> Callable[[str], str | None]:
    return lambda program: program if program in there else None
