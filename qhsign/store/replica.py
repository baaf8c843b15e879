"""Who this copy of an event file is: the replica's identity, kept outside the file.

A file that is copied, restored or opened on another computer must not go on writing under the
identity of the copy it came from, or two desks would give out the same numbers. So the identity
is remembered per computer together with where the file lies and how far its journal had come; when
either does not fit any more, a new identity is minted.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from qhsign.store.schema import new_id


@dataclass(frozen=True, slots=True)
class Replica:
    """An identity with the last journal entry known to be written under it."""

    id: str
    event: str
    device: int
    inode: int
    sequence: int = 0
    hash: str = ""


class ReplicaMemory:
    """Remembers the replica of one event file in this computer's data folder."""

    def __init__(self, path: Path) -> None:
        self._file = path.resolve()
        name = hashlib.sha256(str(self._file).encode()).hexdigest()[:32]
        self._note = (
            Path(platformdirs.user_data_dir("qhsign", appauthor=False))
            / "replicas"
            / f"{name}.json"
        )

    def recall(self, event: str) -> Replica | None:
        """Return the identity remembered for this very file, or None."""
        try:
            known = Replica(**json.loads(self._note.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        device, inode = self._where()
        if (known.event, known.device, known.inode) != (event, device, inode):
            return None
        return known

    def mint(self, event: str) -> Replica:
        """Return a new identity for this file; it is remembered once it has written something."""
        device, inode = self._where()
        return Replica(new_id(), event, device, inode)

    def remember(self, replica: Replica) -> None:
        """Write down the identity; a crash in the middle leaves the old note whole."""
        fresh, text = self._note.with_suffix(".new"), json.dumps(asdict(replica))
        try:
            fresh.write_text(text, "utf-8")
        except FileNotFoundError:
            self._note.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(text, "utf-8")
        fresh.replace(self._note)

    def _where(self) -> tuple[int, int]:
        state = self._file.stat()
        return state.st_dev, state.st_ino
