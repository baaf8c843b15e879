"""Commands about the editions of the fair: editions, edition set, edition published."""

from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.output import table

if TYPE_CHECKING:
    import argparse

    from qhsign.domain.editions import Figure, Period, Series
    from qhsign.services.follow_up_records import Editions


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    add(commands, "editions", _editions)
    one = group(commands, "edition")
    change = add(one, "set", _set)
    change.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("edition-values"))
    add(one, "published", _published)


def _set(run: Run) -> None:
    from qhsign.services import editions

    with run.desk() as desk:
        figure = editions.set_figure(desk, pairs(run.arguments.values)).figure
    if figure is None:
        run.output.document({"figure": None}, [run.output.say("edition-figure-removed")])
    else:
        run.output.document({"figure": _figure(figure)}, [_said(run, figure)])


def _published(run: Run) -> None:
    from qhsign.services import editions

    with run.desk() as desk:
        added = editions.take_published(desk).added
    run.output.document({"added": added}, [run.output.say("edition-figures-added", count=added)])


def _editions(run: Run) -> None:
    from qhsign.services import editions

    with run.desk() as desk:
        found = editions.list_editions(desk)
    answer = {
        "figures": [_figure(figure) for figure in found.figures],
        "growth": [
            {
                **_of(each.of), "measure": each.measure, "now": f"{each.now:f}",
                "before": f"{each.before:f}", "percent": f"{each.percent:f}",
                "published": None if each.published is None else f"{each.published:f}",
                "agrees": each.agrees,
            }
            for each in found.growths
        ],
        "rates": [
            {
                **_of(each.of), "rate": each.rate, "part": f"{each.part:f}",
                "whole": f"{each.whole:f}", "percent": f"{each.percent:f}",
            }
            for each in found.rates
        ],
        "parts": [
            {
                **_of(each.of), "measure": each.measure, "unit": each.unit,
                "whole": f"{each.whole:f}", "gap": f"{each.gap:f}", "agrees": each.agrees,
                "parts": {name: f"{value:f}" for name, value in each.parts},
            }
            for each in found.parts
        ],
        "carried": [
            {
                **_of(each.of), "measure": each.measure, "unit": each.unit,
                "published": f"{each.published:f}", "qualifier": each.qualifier,
                "carried": f"{each.carried:f}", "agrees": each.agrees,
            }
            for each in found.carried
        ],
        "series": [_series(each) for each in found.series],
    }  # fmt: skip
    run.output.document(answer, _lines(run, found))


def _lines(run: Run, found: "Editions") -> list[str]:
    from qhsign.domain.contract import written_growth

    say = run.output.say
    lines = [_said(run, figure) for figure in found.figures] or [say("editions-none")]
    lines += [
        say(
            "edition-growth", of=_named(run, each.of), measure=each.measure,
            percent=written_growth(each.percent),
        )
        for each in found.growths
    ]  # fmt: skip
    lines += [
        say("edition-rate", of=_named(run, each.of), rate=say(f"rate-{each.rate}"),
            percent=each.percent)
        for each in found.rates
    ]  # fmt: skip
    lines += [
        say("edition-growth-differs", of=_named(run, each.of), measure=each.measure,
            percent=written_growth(each.percent), published=each.published)
        for each in found.growths
        if each.agrees is False
    ]  # fmt: skip
    lines += [
        say("edition-parts-differ", of=_named(run, each.of), measure=each.measure,
            whole=f"{each.whole:f}{each.unit}", gap=f"{each.gap:f}{each.unit}")
        for each in found.parts
        if not each.agrees
    ]  # fmt: skip
    lines += [
        say("edition-carried-differs", of=_named(run, each.of), measure=each.measure,
            published=f"{each.published:f}{each.unit}", carried=f"{each.carried:f}{each.unit}")
        for each in found.carried
        if not each.agrees
    ]  # fmt: skip
    return lines


def _said(run: Run, figure: "Figure") -> str:
    part = f"（{figure.part}）" if figure.part else ""
    value = f"{figure.qualifier} {figure.value:f} {figure.unit}"
    cells = [_named(run, figure.of), f"{figure.measure}{part}", value, figure.source]
    return table(cells, [])[0]


def _named(run: Run, of: "Period") -> str:
    if of.edition is None:
        named = run.output.say("edition-year", year=of.year)
    else:
        code = "edition-through" if of.through else "edition-number"
        named = run.output.say(code, edition=of.edition)
    return f"{named} {of.place}".rstrip()


def _of(of: "Period") -> dict[str, Any]:
    return {"edition": of.edition, "year": of.year, "through": of.through, "place": of.place}


def _figure(figure: "Figure") -> dict[str, Any]:
    return {
        **_of(figure.of),
        "measure": figure.measure,
        "part": figure.part,
        "value": f"{figure.value:f}",
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "source": figure.source,
    }


def _series(series: "Series") -> dict[str, Any]:
    def plain(value: Any) -> str | None:
        return None if value is None else f"{value:f}"

    return {
        "measure": series.measure,
        "unit": series.unit,
        "place": series.place,
        "through": series.through,
        "points": [
            {
                "edition": point.edition, "value": plain(point.value),
                "qualifier": point.qualifier, "growth": plain(point.growth),
                "counted": plain(point.counted), "source": point.source,
            }
            for point in series.points
        ],
    }  # fmt: skip
