"""A loudspeaker that writes down what it was to play."""

from pathlib import Path


class SilentLoudspeaker:
    """``played`` holds the files, in order."""

    def __init__(self) -> None:
        self.has_tones = True
        self.played: list[Path] = []

    def play(self, path: Path) -> None:
        self.played.append(path)

    @property
    def heard(self) -> list[str]:
        """What was heard: tone, VIP mark and volume."""
        return [path.stem.rpartition("-")[0] for path in self.played]
