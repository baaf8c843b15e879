"""What the screen of the run of show and of the host's words is given: frozen rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from qhsign.domain.ceremony import StepKind
from qhsign.domain.stage_papers import HostWords
from qhsign.services.audit_records import AuditEntry
from qhsign.services.stage_approvals import Approval, Signed
from qhsign.services.stage_records import StageFinding


@dataclass(frozen=True, slots=True)
class StepWords:
    """What the host reads in a step; ``written`` is what staff wrote, "" for the usual words.

    ``unconfirmed`` are the places of readings nobody confirmed, ``doubts`` what looks unfinished.
    """

    words: HostWords
    usual: str
    written: str = ""
    unconfirmed: frozenset[int] = frozenset()
    doubts: Sequence[StageFinding] = ()


@dataclass(frozen=True, slots=True)
class ShowLine:
    """One step of the run of show, in the event's own time.

    ``batch`` is its batch's name, "" for the whole ceremony. ``written`` holds what the office
    decided of its texts and minutes, ``usual`` what is said where it decided nothing. ``words`` is
    None where nothing can be read. ``is_planned`` tells that staff set when the batch goes on.
    """

    key: str
    kind: StepKind
    begins: datetime
    minutes: int
    title: str
    content: str
    screen: str
    sound: str
    responsible: str
    batch: str = ""
    words: StepWords | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    is_planned: bool = False
    is_key: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the office put it in."""
        return self.kind is StepKind.OWN


@dataclass(frozen=True, slots=True)
class OpenReading:
    """A name easily misread whose reading nobody confirmed.

    ``guest`` is the guest's id, "" for who is no guest and cannot be confirmed. ``pinyin`` reads
    the whole name as the rules have it. ``steps`` are the keys of the steps that name the person.
    """

    guest: str
    label: str
    name: str
    organization: str
    pinyin: str
    steps: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SignedBefore:
    """The sign-off of what the run of show said earlier, and what changed since.

    ``changes`` are entries of the journal, newest first.
    """

    step: str
    signed: Signed
    changes: Sequence[AuditEntry] = ()


@dataclass(frozen=True, slots=True)
class StepSet:
    """The key of a step that was changed; ``operation`` is "" where nothing changed."""

    key: str
    operation: str


@dataclass(frozen=True, slots=True)
class ShowTable:
    """The run of show of a slate's ceremony as it is now.

    ``ends`` is when the last step ends, in the event's own time; None where there is no step.
    """

    slate: str
    lines: Sequence[ShowLine] = ()
    readings: Sequence[OpenReading] = ()
    approval: Approval = field(default_factory=lambda: Approval({}))
    before: SignedBefore | None = None
    ends: datetime | None = None

    @property
    def minutes(self) -> int:
        """How long it takes from the first step's beginning to the last one's end."""
        if not self.lines or self.ends is None:
            return 0
        return int((self.ends - self.lines[0].begins).total_seconds()) // 60
