"""The event in memory with contracts and settings, for the tests of the frame."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qhsign.domain.contract import ContractKind, LifeCycle, SigningMode
from qhsign.domain.money import Amount
from qhsign.domain.name_reading import Reading, reading_of
from qhsign.domain.number_tag import TagRule
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.search import search_text
from qhsign.services import reference
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.contract_records import ContractRow, FindableContract, PartyRow
from qhsign.ui.palette.palette_provider import PaletteProvider
from qhsign.ui.providers import WindowProviders
from qhsign.ui.settings.settings_provider import SettingsProvider
from support.window_fakes import FakeEvent

EVENT = {
    "title": "第25届中国·青海投资贸易洽谈会", "short_title": "第25届青洽会", "title_en": "",
    "edition": "25", "start": "2024-07-11", "end": "2024-07-15", "city": "西宁", "venue": "",
    "organizer": "", "co_organizer": "甲局\n乙局", "sealer": "", "vetting_required": "no",
    "guest_order": "surname-strokes", "jiao_with_whole": "yes",
}  # fmt: skip


def contract(number: int, title: str, *parties: tuple[str, str, bool]) -> FindableContract:
    """Make a contract whose parties are (organization, signatory, is a guest)."""
    row = ContractRow(
        id=f"c{number}",
        number=number,
        title=title,
        kind=next(iter(ContractKind)),
        amount=Amount(190_000_000_000) if number == 1 else None,
        industry="",
        region="",
        mode=next(iter(SigningMode)),
        status=next(iter(LifeCycle)),
        parties=[
            PartyRow(side, side == "甲", organization, signatory, "总经理", is_guest, "", "")
            for side, (organization, signatory, is_guest) in zip("甲乙丙", parties, strict=False)
        ],
        slates=("重点项目",),
        batch="第一批",
        approved=number == 1,
        approved_by="",
        certificate_number=None,
    )
    names = [name for organization, signatory, _ in parties for name in (organization, signatory)]
    text = search_text(full_name=title, reading=Reading(()), aliases=names, number=f"{number:04d}")
    return FindableContract(row, text)


class FrameEvent(FakeEvent):
    """Its settings and activities change as the file's would."""

    def __init__(self, guests: int = 40) -> None:
        super().__init__(guests)
        first, second = self.rows[0], self.rows[2]
        self.contracts = [
            contract(
                1,
                "青海湖算力中心",
                (first.organization, first.full_name, True),
                (second.organization, second.full_name, True),
            ),
            contract(2, "一个名称特别特别长的" * 6 + "项目", ("某公司", "", False)),
        ]
        self.settings: dict[str, str] = dict(EVENT)
        self.set_texts: list[Mapping[str, str]] = []

    def open(self, path: Path) -> WindowProviders:
        """Give the screens contracts and settings too."""
        return replace(
            super().open(path),
            palette=PaletteProvider(lambda: tuple(self.contracts), self.readings),
            settings=SettingsProvider(
                lambda: dict(self.settings),
                self.set_event,
                lambda: tuple(self.activities),
                self.set_activity,
                self.remove_activity,
                lambda: (("A", "主题"), ("B", "专题"), ("V", "贵宾")),
            ),
        )

    def readings(self, words: Sequence[str]) -> Sequence[Reading]:
        """Read words as the real provider does."""
        return [reading_of(word, "-", reference.reading_tables()) for word in words]

    def set_event(self, values: Mapping[str, str]) -> Mapping[str, str]:
        """Keep what was set; an edition must be a number."""
        self.set_texts.append(values)
        if not values.get("edition", "1").isdecimal():
            raise ProblemForUser("setting-wrong", key="edition", value=values["edition"])
        self.settings.update(values)
        return dict(self.settings)

    def set_activity(self, named: str, values: Mapping[str, str]) -> ActivityRow:
        """Change an activity or make one; only what the tests set is read."""
        self.set_texts.append({"named": named, **values})
        if values.get("closes", "9") < "2026":
            raise ProblemForUser("activity-times", name=named)
        known = {"place", "reentry", "invited"}
        changes: dict[str, object] = {k: v for k, v in values.items() if k in known}
        if "tags" in values:
            changes["tags"] = TagRule(values["tags"])
        if "zones" in values:
            chosen = values["zones"]
            changes["zones"] = None if chosen == "all" else tuple(chosen.split(","))
        for place, row in enumerate(self.activities):
            if str(row.number) == named:
                self.activities[place] = replace(row, **changes)  # type: ignore[arg-type]  # texts only
                return self.activities[place]
        number = len(self.activities) + 1
        made = ActivityRow(f"a{number}", number, named, "", None, None, "once", "all", None, None)
        self.results[made.id] = []
        self.activities.append(made)
        return made

    def remove_activity(self, named: str) -> None:
        """Take an activity away, but not the first."""
        if named == "1":
            raise ProblemForUser("activity-used", name=self.activities[0].name)
        self.activities = [row for row in self.activities if str(row.number) != named]
