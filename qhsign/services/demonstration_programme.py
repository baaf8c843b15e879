"""The event of the demonstration: its names, days, zones, activities and published figures."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from qhsign.services.demonstration_facts import table
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Activity, DeclaredFigure, Event, Zone

# The facts carry two spellings of a count's qualifier: none means exact.
_EXACT = "整"


def days() -> timedelta:
    """Return how long after the first day the last one is: the fair's own length."""
    event = table("fair25")["event"]
    first, last = (date.fromisoformat(f"{event['year']}-{event[end]}") for end in ("start", "end"))
    return last - first


def describe(session: JournaledSession, start: date) -> Event:
    """Fill in the event itself from the published facts."""
    facts, programme = table("fair25")["event"], table("programme")
    event = session.scalars(select(Event)).one()
    for key in ("title_en", "title_ky", "title_ru", "place_en", "place_ky", "place_ru"):
        setattr(event, key, programme[key])
    event.badge_title = programme["badge_title"]
    event.short_title = facts["short_title"]
    event.theme = facts["theme"]
    event.city, event.venue = f"青海{facts['city']}", facts["venue"]
    event.organizer = "\n".join(facts["organizers"])
    event.co_organizer = "\n".join(programme["co_organizer"])
    event.sealer = programme["sealer"]
    event.start, event.end = start, start + days()
    event.time_zone = facts["time_zone"]
    event.declared_guests = table("fair25")["guests"]["declared_total"]
    event.declared_activities = facts["declared_activities"]
    return event


def describe_zones(session: JournaledSession) -> int:
    """Give the usual zones the names and counts of the fair; return how many there are."""
    counts = {zone["kind"]: zone["count"] for zone in table("fair25")["event"]["zones"]}
    found = list(session.scalars(select(Zone)))
    for zone in found:
        described = table("programme")["zones"].get(zone.letter)
        if described:
            zone.kind, zone.names = described["kind"], list(described["names"])
            zone.declared_count = counts.get(described["kind"])
    return len(found)


def add_activities(session: JournaledSession, event: Event) -> dict[str, Activity]:
    """Make the activities the reports name, with their rules; the opening is there already."""
    if event.start is None:
        raise ValueError("the event has no first day yet")
    made = {activity.name: activity for activity in session.scalars(select(Activity))}
    number = max(activity.number for activity in made.values())
    for name in table("fair25")["event"]["activities"]:
        if name not in made:
            number += 1
            made[name] = Activity(number=number, name=name)
            session.add(made[name])
        _rule(made[name], table("programme")["activities"][name], event.start, event.time_zone)
    return made


def _rule(activity: Activity, rules: Mapping[str, Any], start: date, time_zone: str) -> None:
    zone = ZoneInfo(time_zone)

    def moment(day: int, clock: str) -> datetime:
        local = datetime.combine(start + timedelta(days=day - 1), time.fromisoformat(clock), zone)
        return local.astimezone(UTC)

    activity.place = rules["place"]
    activity.opens = moment(rules["day"], rules["from"])
    activity.closes = moment(rules.get("to_day", rules["day"]), rules["to"])
    activity.reentry = rules["reentry"]
    activity.invited = rules.get("invited", "all")
    activity.categories = rules.get("categories")
    activity.zones = rules.get("zones")


def add_figures(session: JournaledSession) -> int:
    """Keep every published number as it was published; return how many there are."""
    source = table("programme")["source"]
    figures = [
        DeclaredFigure(
            subject=subject,
            measure=measure,
            value=str(value),
            unit=unit,
            qualifier=qualifier,
            source=source,
        )
        for subject, measure, value, unit, qualifier in _published()
    ]
    session.add_all(figures)
    return len(figures)


Figure = tuple[str, str, object, str, str]


def _published() -> Iterator[Figure]:
    facts = table("fair25")
    this = facts["event"]["short_title"]
    yield this, "嘉宾", facts["guests"]["declared_total"], "人", _EXACT
    yield this, "细分嘉宾", facts["guests"]["broken_down"], "人", _EXACT
    yield this, "活动", facts["event"]["declared_activities"], "项", _EXACT
    yield this, "展览面积", facts["event"]["floor_area_m2"], "平方米", _EXACT
    for zone in facts["event"]["zones"]:
        yield this, zone["kind"], zone["count"], "个", _EXACT
    for group in facts["guests"]["groups"]:
        yield from _of_group(group)
    for slate in facts["slates"]:
        yield slate["name"], "签约项目", slate["contracts"], "个", _EXACT
        yield slate["name"], "签约额", slate["amount_yi"], "亿元", _EXACT
    for other in facts["other_measures"]:
        value, unit = (
            (other["amount_wan"], "万元") if "amount_wan" in other else (other["count"], "个")
        )
        yield this, other["measure"], value, unit, other.get("qualifier", _EXACT)
    yield from _history(facts)
    yield from _reconciled(facts["reconciliation_examples"])


_OF_GROUPS = {
    "persons": ("嘉宾", "人"),
    "organizations": ("单位", "家"),
    "delegations": ("代表团", "个"),
    "countries": ("国家", "个"),
    "international_organizations": ("国际组织", "个"),
    "foreign_media": ("外国媒体", "家"),
}


def _of_group(group: Mapping[str, Any]) -> Iterator[Figure]:
    for key, (measure, unit) in _OF_GROUPS.items():
        if key in group:
            yield group["group"], measure, group[key], unit, _EXACT
    if "disagrees_with" in group:
        # Both published figures are kept where two sentences disagree.
        yield group["group"], "大使（另一处报道）", 3, "人", _EXACT
        yield group["group"], "使节所属国家（另一处报道）", 10, "个", _EXACT


def _history(facts: Mapping[str, Any]) -> Iterator[Figure]:
    named = {
        "signed": ("签约项目", "个"),
        "amount_yi": ("签约额", "亿元"),
        "collective_signing": ("集中签约项目", "个"),
        "growth_signed_percent": ("签约项目同比增长", "%"),
        "growth_amount_percent": ("签约额同比增长", "%"),
    }
    for edition in facts["history"]:
        for key, (measure, unit) in named.items():
            if key in edition:
                yield f"第{edition['edition']}届青洽会", measure, edition[key], unit, _EXACT
    summed = {
        "signed": ("累计签约项目", "个", "signed_qualifier"),
        "implemented": ("累计落实项目", "个", ""),
        "funds_in_place_yi": ("累计到位资金", "亿元", "funds_qualifier"),
    }
    for total in facts["cumulative"]:
        for key, (measure, unit, qualifier) in summed.items():
            if key in total:
                subject = f"截至第{total['through']}届"
                yield subject, measure, total[key], unit, total.get(qualifier, _EXACT)


def _reconciled(examples: list[Mapping[str, Any]]) -> Iterator[Figure]:
    prefecture, province = examples
    subject = f"第{prefecture['edition']}届青洽会 {prefecture['place']}"
    yield subject, "签约项目", prefecture["total"]["contracts"], "个", _EXACT
    yield subject, "签约额", prefecture["total"]["amount_yi"], "亿元", _EXACT
    for part in prefecture["parts"]:
        yield subject, f"签约项目（{part['mode']}）", part["contracts"], "个", _EXACT
        yield subject, f"签约额（{part['mode']}）", part["amount_yi"], "亿元", _EXACT
    subject = f"{province['year']}年青海省"
    yield subject, "到位资金", province["province_funds_in_place_yi"], "亿元", _EXACT
    yield subject, "到位资金完成目标", province["target_reached_percent"], "%", _EXACT
    for part in province["parts"]:
        yield subject, f"{part['kind']}项目", part["projects"], "个", _EXACT
        yield subject, f"到位资金（{part['kind']}项目）", part["yi"], "亿元", _EXACT
