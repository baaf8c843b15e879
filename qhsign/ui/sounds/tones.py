"""What each verdict sounds like, and the sound as a WAV file made of plain sines."""

import io
import math
import wave
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

RATE = 22_050
"""Samples a second; the highest note has three thousand hertz with its overtone."""
_LOUDEST = 32_000
_ATTACK_S = 0.006
_RELEASE_S = 0.05
_OVERTONE = 0.18


@dataclass(frozen=True, slots=True)
class Note:
    """A pitch in hertz for so many seconds; ``gain`` is its share of full loudness.

    ``rest`` is the silence after it, in seconds.
    """

    hertz: float
    seconds: float
    gain: float = 1.0
    rest: float = 0.0


SOUNDS: Mapping[str, tuple[Note, ...]] = {
    "ok": (Note(659.3, 0.11), Note(987.8, 0.19)),
    "neutral": (Note(587.3, 0.2, gain=0.45),),
    "warn": (Note(523.3, 0.13, rest=0.08), Note(523.3, 0.13)),
    "bad": (Note(233.1, 0.19, rest=0.03), Note(174.6, 0.28)),
    "alarm": (Note(784.0, 0.1, rest=0.05), Note(784.0, 0.1, rest=0.05), Note(784.0, 0.2)),
}
"""By the tone of the verdict's face: a rising pair, one soft note, two equal notes, a low pair.

``alarm`` is no verdict: three equal notes at an alarm time of the waiting area.
"""

_VIP = Note(1318.5, 0.26, gain=0.4)


def notes_of(tone: str, *, vip: bool) -> tuple[Note, ...]:
    """Return the notes of a tone; a VIP adds a soft one at the end."""
    return (*SOUNDS[tone], _VIP) if vip else SOUNDS[tone]


@cache
def wav_of(notes: tuple[Note, ...], volume: int) -> bytes:
    """Return notes as a WAV file of one channel; ``volume`` in hundredths of full loudness."""
    samples = array("h")
    for note in notes:
        samples.extend(_samples(note, volume / 100))
        samples.extend([0] * round(note.rest * RATE))
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


def _samples(note: Note, loudness: float) -> list[int]:
    count = round(note.seconds * RATE)
    top = _LOUDEST * loudness * note.gain / (1 + _OVERTONE)
    step = 2 * math.pi * note.hertz / RATE
    return [
        round(
            top
            * _swell(place / RATE, note.seconds)
            * (math.sin(place * step) + _OVERTONE * math.sin(2 * place * step))
        )
        for place in range(count)
    ]


def _swell(at: float, whole: float) -> float:
    """Return the loudness within a note: it comes and goes softly, so that nothing clicks."""
    return min(1.0, at / _ATTACK_S, (whole - at) / _RELEASE_S)
