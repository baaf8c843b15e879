"""The working papers of the stage as plain data: stage plan, call list and run of show.

Rows, seats and ranks come as they were arranged; a renderer decides on places and pages only.
Names, amounts and organizations are as printed (李　刚, 53.6亿元); texts may hold stored soft
breaks (U+200B) and line ends. Times are local to the event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from qhsign.domain.flag_drawing import CountryFlag
from qhsign.domain.stage_terms import Side, TextStep, Viewpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFacts:
    """What the head of every paper says: what it is for, when and where, and which version it is.

    ``made`` is the moment the version was made; ``author`` is the office the file names, never a
    person. ``is_demo`` marks demonstration data on every page, ``is_draft`` a paper that has to be
    signed off and is not (样张).
    """

    what_for: str
    made: datetime
    activity: str = ""
    place: str = ""
    day: date | None = None
    begins: time | None = None
    ends: time | None = None
    version: int = 1
    frozen: bool = False
    author: str = ""
    is_demo: bool = False
    is_draft: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """The codes of what is said in red on every page: of a draft, of demonstration data."""
        marks = ((self.is_draft, "stage-draft"), (self.is_demo, "demonstration-mark"))
        return tuple(code for is_so, code in marks if is_so)


@dataclass(frozen=True, slots=True)
class StagePerson:
    """Somebody at a place; without a name the place is empty, to be written in by hand.

    ``moved`` marks a place that changed since the version before.
    """

    name: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Witness:
    """One of those who stand behind the signers; ``post`` is organization and title, two lines."""

    name: str
    post: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class SigningPlace:
    """One party at a table: who signs, and who stands beside to assist, if anybody does.

    ``label`` is the party's letter (甲 乙 丙), which tells places apart where more than two sign.
    """

    side: Side
    signer: StagePerson
    assistant: StagePerson | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class StageParty:
    """A party of a contract as a paper names it; ``label`` is its letter (甲 乙 丙)."""

    side: Side
    organization: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class StageContract:
    """What is signed at a table. An agreement without an amount has none (``""``)."""

    number: str
    title: str
    parties: Sequence[StageParty]
    amount: str = ""


@dataclass(frozen=True, slots=True)
class StageTable:
    """One table with its signers from left to right as the audience sees them.

    ``flags`` are those that stand on it, by side: none where everybody is from here.
    """

    number: int
    places: Sequence[SigningPlace] = ()
    contract: StageContract | None = None
    flags: Mapping[Side, Sequence[CountryFlag]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePlan:
    """Who sits and stands where (台位图).

    Tables come from left to right as the audience sees them; witnesses of each side from the
    centre outward. ``changes`` says what moved since version ``since``, and ``reprint`` names the
    papers that are wrong now. ``notes`` are sentences of the office.
    """

    facts: StageFacts
    tables: Sequence[StageTable]
    guest_witnesses: Sequence[Witness] = ()
    host_witnesses: Sequence[Witness] = ()
    viewpoint: Viewpoint = Viewpoint.AUDIENCE
    changes: Sequence[str] = ()
    since: int | None = None
    reprint: Sequence[str] = ()
    notes: Sequence[str] = ()
    drawn_by: str = ""
    checked_by: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class SlipPerson:
    """Who was to sign, or signs now; ``number`` is a guest's, "" for somebody who is none."""

    name: str
    title: str = ""
    organization: str = ""
    number: str = ""


class SlipState(StrEnum):
    """Whether a printed thing is still wrong."""

    OPEN = "open"  # 待重印
    DONE = "done"  # 已重印
    BY_ITSELF = "by-itself"  # 自动更换


@dataclass(frozen=True, slots=True)
class SlipThing:
    """One printed thing that is wrong now: what it is, of whom or what, and what is void of it.

    ``instead`` says what is to lie there in its place; "" where the same paper is printed again.
    """

    kind: str
    of: str
    version: int | None
    state: SlipState
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSlip:
    """What one substitution (替补) changed, and what was printed wrong by it (变更单).

    ``side`` and ``label`` tell whose party it is. ``entered`` is when it was entered, local to the
    event, ``entered_by`` the operator and desk, as far as they are known.
    """

    facts: StageFacts
    event: str
    contract: str
    title: str
    side: Side
    label: str
    organization: str
    replaced: SlipPerson
    substitute: SlipPerson
    approver: str
    entered: datetime
    entered_by: str = ""
    things: Sequence[SlipThing] = ()


@dataclass(frozen=True, slots=True)
class PresidiumPlace:
    """Somebody at the presidium; ``rank`` 1 is the first in precedence."""

    rank: int
    name: str
    organization: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresidiumPlan:
    """Who sits where at the presidium (主席台), from left to right as the audience sees it."""

    facts: StageFacts
    places: Sequence[PresidiumPlace]
    international: bool = False


class CallTick(StrEnum):
    """What is ticked for each signatory on the way to the stage."""

    ARRIVED = "arrived"  # 到场
    BADGE = "badge"  # 证件
    WAITING = "waiting"  # 候场
    ON_STAGE = "on-stage"  # 上台


@dataclass(frozen=True, slots=True)
class CallParty:
    """One party to be called: its signatory and assistant, and what is known of the signatory."""

    side: Side
    organization: str
    signatory: str = ""
    post: str = ""
    assistant: str = ""
    ticked: frozenset[CallTick] = frozenset()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallContract:
    """One contract of a call list: who comes, and how far its papers are.

    ``needless`` are the steps this contract does not go through. ``authorised`` tells of a
    substitute whether the letter of authorisation was seen; it is None where nobody is replaced.
    """

    table: int
    number: str
    title: str
    parties: Sequence[CallParty]
    amount: str = ""
    done: frozenset[TextStep] = frozenset()
    needless: frozenset[TextStep] = frozenset()
    certificate_printed: bool = False
    authorised: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallList:
    """Who is called to the stage and when (候场清单).

    ``on_stage`` is the moment they go on, ``alarms`` the minutes before it at which they are
    looked for. ``channel`` is the radio channel.
    """

    facts: StageFacts
    on_stage: datetime
    contracts: Sequence[CallContract]
    alarms: Sequence[int] = (30, 15, 5)
    viewpoint: Viewpoint = Viewpoint.AUDIENCE
    channel: str = ""

    def alarm(self, minutes: int) -> datetime:
        """Return the moment so many minutes before they go on."""
        return self.on_stage - timedelta(minutes=minutes)

    @property
    def signatories(self) -> int:
        """How many are expected to sign."""
        return sum(bool(party.signatory) for each in self.contracts for party in each.parties)

    @property
    def assistants(self) -> int:
        """How many are expected to assist."""
        return sum(bool(party.assistant) for each in self.contracts for party in each.parties)


@dataclass(frozen=True, slots=True)
class Reading:
    """How ``length`` characters from ``start`` are read: stands above them."""

    start: int
    length: int
    pinyin: str


@dataclass(frozen=True, slots=True)
class HostWords:
    """What the host reads; readings stand above characters that are easily misread.

    ``names`` are the beginnings and lengths of people's names: no line ends inside one.
    """

    text: str
    readings: Sequence[Reading] = ()
    names: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowStep:
    """One step of the ceremony. ``is_key`` marks those that run on the director's word."""

    clock: time
    minutes: int
    title: str
    content: str = ""
    screen: str = ""
    sound: str = ""
    responsible: str = ""
    host_words: HostWords | None = None
    is_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOfShow:
    """The minute plan of a ceremony with the words the host reads (流程单)."""

    facts: StageFacts
    steps: Sequence[ShowStep]
    channel: str = ""

    @property
    def minutes(self) -> int:
        """How long all steps take."""
        return sum(step.minutes for step in self.steps)
