"""Commands about the event itself: new, demo, event set, activities, activity set, verify."""

from datetime import date
from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.output import table
from qhsign.domain.problems import ProblemForUser

if TYPE_CHECKING:
    import argparse

    from qhsign.services.check_in_records import ActivityRow


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    new = add(commands, "new", _new)
    new.add_argument("--title", required=True, help=help_of("new-title"))
    new.add_argument("--edition", type=int, help=help_of("new-edition"))
    new.add_argument("--start", metavar="DATE", help=help_of("new-start"))
    new.add_argument("--end", metavar="DATE", help=help_of("new-end"))
    demo = add(commands, "demo", _demo)
    demo.add_argument("--guests", type=int, default=6096, metavar="N", help=help_of("demo-guests"))
    demo.add_argument("--seed", type=int, default=25, metavar="N", help=help_of("demo-seed"))
    demo.add_argument("--start", metavar="DATE", help=help_of("demo-start"))
    demo.add_argument("--arrivals", action="store_true", help=help_of("demo-arrivals"))
    choose = group(commands, "event")
    setting = add(choose, "set", _event_set)
    setting.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("event-values"))
    add(commands, "activities", _activities)
    activity = group(commands, "activity")
    rules = add(activity, "set", _activity_set)
    rules.add_argument("name", metavar="NAME", help=help_of("activity-name"))
    rules.add_argument("values", nargs="*", metavar="KEY=VALUE", help=help_of("activity-values"))
    add(commands, "verify", _verify)


def day(text: str | None) -> date | None:
    """Read a date argument. Raises ProblemForUser ``date-wrong``."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ProblemForUser("date-wrong", given=text) from None


def _new(run: Run) -> None:
    from qhsign.services import events
    from qhsign.services.desk import Desk

    arguments = run.arguments
    desk = events.new_event(
        run.event_path(),
        lambda file: Desk(file, operator=arguments.operator or ""),
        title=arguments.title,
        edition=arguments.edition,
        start=day(arguments.start),
        end=day(arguments.end),
    )
    facts = events.facts(desk)
    desk.file.close()
    run.output.document(
        {"event": facts.title, "edition": facts.edition, "schema": events.schema_revision()},
        [run.output.say("event-made", title=facts.title, path=run.event_path())],
    )


def _demo(run: Run) -> None:
    from qhsign.services import demonstration
    from qhsign.services.desk import Desk

    arguments = run.arguments
    counts = demonstration.make(
        run.event_path(),
        lambda file: Desk(file, operator=arguments.operator or ""),
        guests=arguments.guests,
        seed=arguments.seed,
        start=day(arguments.start),
        arrivals=arguments.arrivals,
    )
    run.output.document(counts, [f"{key}  {value}" for key, value in counts.items()])


def _event_set(run: Run) -> None:
    from dataclasses import asdict

    from qhsign.services import events

    with run.desk() as desk:
        facts = asdict(events.change_event(desk, pairs(run.arguments.values)))
    run.output.document(facts, [f"{key}  {value}" for key, value in facts.items()])


def _activities(run: Run) -> None:
    from qhsign.services import activities, events

    with run.desk() as desk:
        zone = events.facts(desk).zone
        rows = [_activity(row, zone) for row in activities.list_activities(desk)]
    _show_activities(run, rows)


def _activity_set(run: Run) -> None:
    from qhsign.services import activities, events

    with run.desk() as desk:
        zone = events.facts(desk).zone
        row = activities.set_activity(desk, run.arguments.name, pairs(run.arguments.values))
    _show_activities(run, [_activity(row, zone)])


def _show_activities(run: Run, rows: list[dict[str, Any]]) -> None:
    columns = ("number", "name", "place", "opens", "closes", "reentry", "invited")
    headings = [run.output.say(f"column-activity-{column}") for column in columns]
    run.output.document(
        {"activities": rows}, table(headings, [[row[c] for c in columns] for row in rows])
    )


def _activity(row: "ActivityRow", zone: Any) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "place": row.place,
        "opens": row.opens.astimezone(zone).isoformat() if row.opens else None,
        "closes": row.closes.astimezone(zone).isoformat() if row.closes else None,
        "reentry": row.reentry,
        "invited": row.invited,
        "categories": "all"
        if row.categories is None
        else [category.value for category in row.categories],
        "zones": "all" if row.zones is None else list(row.zones),
        "tags": row.tags.value,
    }


def _verify(run: Run) -> None:
    from qhsign.services import verification

    with run.desk() as desk:
        checks = verification.verify(desk)
    sound = all(check.ok for check in checks)
    answer = {
        "ok": sound,
        "checks": [{"name": check.name, "ok": check.ok, "found": check.found} for check in checks],
    }
    lines = [
        f"{'✓' if check.ok else '✗'} {run.output.say('check-' + check.name)} {check.found}".rstrip()
        for check in checks
    ]
    run.output.document(answer, lines)
