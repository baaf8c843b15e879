"""The call list and the run of show as papers of tables, for offices that edit them.

They say what the printed ones say. Boxes to tick are characters; pinyin follows its characters in
brackets, as an edited text must not lose it.
"""

from collections.abc import Iterator, Sequence

from qhsign import wording
from qhsign.domain.paper import (
    GAP,
    CellKind,
    Figure,
    Figures,
    Group,
    PageLine,
    Paper,
    PaperColumn,
    PaperHead,
    Row,
    Section,
    Statements,
    Table,
)
from qhsign.domain.stage_papers import (
    CallContract,
    CallList,
    CallParty,
    CallTick,
    HostWords,
    RunOfShow,
    ShowStep,
    StageFacts,
)
from qhsign.domain.stage_terms import Side, TextStep
from qhsign.services.document_information import LANGUAGE_TAGS
from qhsign.wording import Language

_SOFT_BREAK = "\u200b"
_TICKED, _OPEN = "☑", "☐"
_BY_HAND = "_" * 12
_TICK_WIDTH, _CLOCK_WIDTH = 13.0, 14.0
_CALL_WIDTHS = (("side", 8.0), ("party", 52.0), ("signatory", 25.0), ("post", 25.0),
                ("assistant", 20.0))  # fmt: skip
_SHOW_WIDTHS = (
    ("ordinal", 10.0, CellKind.ORDINAL),
    ("clock", _CLOCK_WIDTH, CellKind.TEXT),
    ("minutes", 12.0, CellKind.NUMBER),
    ("title", 30.0, CellKind.NAME),
    ("content", 52.0, CellKind.TEXT),
    ("screen", 26.0, CellKind.TEXT),
    ("sound", 24.0, CellKind.TEXT),
    ("responsible", 14.0, CellKind.TEXT),
)
_WORDS_WIDTHS = (
    ("clock", _CLOCK_WIDTH, CellKind.TEXT),
    ("title", 32.0, CellKind.NAME),
    ("host-words", 136.0, CellKind.TEXT),
)
_TEXT, _NAME, _HOST = 9.0, 10.5, 11.0  # points
_DEPTH = 7.2


def call_list_paper(call_list: CallList, language: Language = Language.CHINESE) -> Paper:
    """Return a call list as tables: one group for each contract, a row for each party."""
    tables = _Tables(call_list.facts, language)
    say = tables.say
    columns = [
        PaperColumn(
            say(f"call-column-{name}"),
            width,
            CellKind.NAME if name == "signatory" else CellKind.TEXT,
        )
        for name, width in _CALL_WIDTHS
    ]
    columns += [PaperColumn(say(f"call-tick-{tick}"), _TICK_WIDTH) for tick in CallTick]
    table = Table(
        columns,
        [tables.called(contract) for contract in call_list.contracts],
        empty=say("call-none"),
        depth=_DEPTH,
        text_size=_TEXT,
        name_size=_NAME,
    )
    signed = [say(f"call-sign-{who}") for who in ("leader", "usher", "texts", "handed-over")]
    return tables.paper(
        "call-list",
        (call_list.facts.activity,),
        (Figures([*tables.clocks(call_list)]), table),
        call_list.channel,
        counted=_counted(call_list, language),
        signed=signed,
    )


def run_of_show_paper(show: RunOfShow, language: Language = Language.CHINESE) -> Paper:
    """Return a run of show as two tables: the steps, and below them the words the host reads."""
    tables = _Tables(show.facts, language)
    say = tables.say
    steps = Table(
        tables.columns(_SHOW_WIDTHS),
        [Group([tables.step(number, step) for number, step in enumerate(show.steps, start=1)])],
        empty=say("show-none"),
        depth=_DEPTH,
        text_size=_TEXT,
        name_size=_NAME,
    )
    words = Table(
        tables.columns(_WORDS_WIDTHS),
        [Group([*tables.words(show.steps)])],
        title=say("show-host-words"),
        empty=say("show-no-words"),
        depth=_DEPTH,
        text_size=_HOST,
        name_size=_NAME,
    )
    has_key = any(step.is_key for step in show.steps)
    total = say("show-total-marked" if has_key else "show-total", minutes=show.minutes)
    return tables.paper(
        "run-of-show",
        (show.facts.activity, tables.day(), show.facts.place),
        (steps, words),
        show.channel,
        counted=total,
        signed=[say(f"show-sign-{who}") for who in ("director", "host", "control")],
    )


class _Tables:
    """Makes the tables of one paper in one language."""

    def __init__(self, facts: StageFacts, language: Language) -> None:
        self.facts = facts
        self.language = language

    def say(self, code: str, /, **parameters: object) -> str:
        """Return a sentence of the catalogue."""
        return wording.say(code, self.language, **parameters)

    def day(self) -> str:
        """Return the day of the ceremony as the head names it."""
        day = self.facts.day
        if day is None:
            return ""
        return f"{day.month}月{day.day}日" if self.language is Language.CHINESE else day.isoformat()

    def columns(self, widths: Sequence[tuple[str, float, CellKind]]) -> list[PaperColumn]:
        """Return columns with their headings."""
        return [
            PaperColumn(
                self.say("show-host-words" if name == "host-words" else f"show-column-{name}"),
                width,
                kind,
            )
            for name, width, kind in widths
        ]

    def clocks(self, call_list: CallList) -> Iterator[Figure]:
        """Give the moments at which signatories are looked for, and the one they go on at."""
        alarms = sorted(call_list.alarms, reverse=True)
        for place, minutes in enumerate(alarms):
            task = "last" if place == len(alarms) - 1 else "first" if place == 0 else "check"
            clock = f"{call_list.alarm(minutes):%H:%M}"
            label = self.say("call-before", minutes=minutes)
            yield Figure(label, clock, self.say(f"call-task-{task}"))
        view = self.say(f"call-view-{call_list.viewpoint}")
        yield Figure(self.say("call-on-stage"), f"{call_list.on_stage:%H:%M}", view)

    def called(self, contract: CallContract) -> Group:
        """Return a contract: its parties as rows, the state of its papers below them."""
        table = self.say("stage-table", number=contract.table)
        several = len(contract.parties) > len(Side)
        return Group(
            [self._party(party, party.label if several else "") for party in contract.parties],
            heading=self.say("call-group", table=table, title=_plain(contract.title)),
            note=GAP.join(filter(None, (contract.amount, contract.number))),
            closing=GAP.join(self._papers(contract)),
        )

    def _party(self, party: CallParty, label: str) -> Row:
        side = label or self.say(f"stage-side-{party.side}")
        ticks = [_TICKED if tick in party.ticked else _OPEN for tick in CallTick]
        return [
            side, _plain(party.organization), party.signatory, party.post, party.assistant, *ticks,
        ]  # fmt: skip

    def _papers(self, contract: CallContract) -> Iterator[str]:
        yield self.say("call-texts")
        for step in TextStep:
            words = self.say(f"call-text-{step}")
            if step in contract.needless:
                yield self.say("call-needless", step=words)
            else:
                yield _box(words, ticked=step in contract.done)
        yield _box(self.say("call-certificate"), ticked=contract.certificate_printed)
        if contract.authorised is not None:
            yield _box(self.say("call-substitute"), ticked=contract.authorised)

    def step(self, number: int, step: ShowStep) -> Row:
        """Return the row of a step."""
        return [
            str(number), f"{step.clock:%H:%M}", step.minutes, self._title(step),
            *map(_plain, (step.content, step.screen, step.sound, step.responsible)),
        ]  # fmt: skip

    def words(self, steps: Sequence[ShowStep]) -> Iterator[Row]:
        """Give the rows of what the host reads."""
        for step in steps:
            if step.host_words is not None and step.host_words.text.strip():
                yield [f"{step.clock:%H:%M}", self._title(step), self._read_aloud(step.host_words)]

    def _title(self, step: ShowStep) -> str:
        title = _plain(step.title)
        return self.say("show-key", title=title) if step.is_key else title

    def _read_aloud(self, words: HostWords) -> str:
        """Return the words with each reading behind its characters."""
        parts: list[str] = []
        start = 0
        for reading in sorted(words.readings, key=lambda each: each.start):
            end = reading.start + reading.length
            characters = words.text[reading.start : end]
            parts.append(words.text[start : reading.start])
            parts.append(self.say("show-read-as", characters=characters, pinyin=reading.pinyin))
            start = end
        return _plain("".join((*parts, words.text[start:])))

    def paper(
        self,
        kind: str,
        particulars: Sequence[str],
        sections: Sequence[Section],
        channel: str,
        *,
        counted: str,
        signed: Sequence[str],
    ) -> Paper:
        """Return the paper; ``counted`` is the sentence below the rows, above who signs."""
        facts, say = self.facts, self.say
        version = say("paper-version", version=facts.version)
        if facts.frozen:
            version = say("stage-frozen", version=version)
        named = say(kind)
        on_air = say("stage-channel", channel=channel) if channel else ""
        first, *others = [f"{who} {_BY_HAND}" for who in signed]
        return Paper(
            title=f"{named}{GAP}{facts.what_for}",
            author=facts.author,
            made=facts.made,
            language=LANGUAGE_TAGS[self.language],
            head=PaperHead(
                named, facts.what_for, tuple(particulars), figure=version,
                made=f"{facts.made:%Y-%m-%d %H:%M}",
            ),
            sections=(*sections, Statements([(say("stage-note"), counted)], quiet=True)),
            footer=GAP.join(filter(None, (on_air, say("call-footer")))),
            page_number=say("paper-page", page="{page}", pages="{pages}"),
            wide=False,
            page_line=PageLine(first, first, first, others),
            demo_mark=GAP.join(map(say, facts.marks)),
        )  # fmt: skip


def _counted(call_list: CallList, language: Language) -> str:
    counts = {"signatories": call_list.signatories, "assistants": call_list.assistants}
    if not call_list.alarms:
        return wording.say("call-counted", language, **counts)
    return wording.say("call-counted-until", language, minutes=min(call_list.alarms), **counts)


def _plain(text: str) -> str:
    """Return a text without stored soft breaks: a cell breaks its lines by itself."""
    return text.replace(_SOFT_BREAK, "")


def _box(words: str, *, ticked: bool) -> str:
    return f"{_TICKED if ticked else _OPEN}{words}"
