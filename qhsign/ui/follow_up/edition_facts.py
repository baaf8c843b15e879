"""The history of the editions as charts: each of one measure, or saying that it shows several."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from qhsign.domain.contract import written_growth
from qhsign.domain.editions import (
    AMOUNT,
    FUNDS,
    IMPLEMENTED,
    SIGNED,
    CarriedCheck,
    Figure,
    Growth,
    PartsCheck,
    Period,
    PublishedRate,
    Series,
)
from qhsign.services.follow_up_records import Editions
from qhsign.ui.follow_up.edition_paintings import (
    Column,
    PartBar,
    PartSegment,
    SeriesColumns,
    ShareBars,
    ShareLine,
)
from qhsign.ui.follow_up.edition_words import (
    ON_SITE,
    figure_word,
    measure_word,
    period_word,
    qualifier_word,
    short_word,
    value_word,
)
from qhsign.ui.follow_up.painted_chart import Chart
from qhsign.ui.reports.figure_tables import ShownTable
from qhsign.ui.translation import QT_TRANSLATE_NOOP
from qhsign.wording import Language, say

_LEAST_POINTS = 2
_PAIRS = {"implementation": (IMPLEMENTED, SIGNED), "funding": (FUNDS, AMOUNT)}
"""The measures of a published rate: the part and the whole."""


def edition_charts(found: Editions, language: Language) -> list[Chart]:
    """Return the charts the published figures make, those over several editions first."""
    return [
        *_series_charts(found, language),
        *(_rate_chart(rate, found, language) for rate in found.rates),
        *_on_site_charts(found.figures, language),
        *(_parts_chart(check, language) for check in found.parts),
    ]


def figures_table(found: Editions, language: Language) -> ShownTable:
    """Return every published figure with its qualifier and its source."""
    rows = [
        [
            period_word(each.of, language),
            measure_word(each.measure, language),
            each.part,
            each.source,
            figure_word(each, language),
        ]
        for each in found.figures
    ]
    headings = [
        _word(QT_TRANSLATE_NOOP("Editions", "Of")),
        _word(QT_TRANSLATE_NOOP("Editions", "Measure")),
        _word(QT_TRANSLATE_NOOP("Editions", "Part")),
        _word(QT_TRANSLATE_NOOP("Editions", "Source")),
        _word(QT_TRANSLATE_NOOP("Editions", "Published figure")),
    ]
    return ShownTable(headings, rows, 4)


def doubts(found: Editions, language: Language) -> list[str]:
    """Say where published figures disagree with each other; they stay as they are."""
    return [
        *(_growth_doubt(each, language) for each in found.growths if each.agrees is False),
        *(_parts_doubt(each, language) for each in found.parts if not each.agrees),
        *(_carried_doubt(each, language) for each in found.carried if not each.agrees),
    ]


def _series_charts(found: Editions, language: Language) -> list[Chart]:
    charts = []
    for one in found.series:
        shown = [point for point in one.points if point.value is not None or point.counted]
        if len(shown) < _LEAST_POINTS:
            continue
        title = measure_word(one.measure, language)
        if one.through:
            title = _word(QT_TRANSLATE_NOOP("Editions", "{measure}, all editions together")).format(
                measure=title
            )
        title = " ".join(filter(None, (one.place, title)))
        note = _series_note(one, found, language)
        charts.append(Chart(title, note, _columns(one, language)))
    return charts


def _columns(one: Series, language: Language) -> SeriesColumns:
    columns = []
    for point in one.points:
        name = period_word(Period(point.edition, through=one.through), language)
        label = ""
        if point.value is not None:
            label = short_word(point.value, one.unit, point.qualifier, language)
        counted: Sequence[str] = ()
        if point.counted:
            value = short_word(_short(point.counted), one.unit, "", language)
            counted = (_word(QT_TRANSLATE_NOOP("Editions", "on file")), value)
        growth = "" if point.growth is None else written_growth(point.growth)
        columns.append(
            Column(
                name, label, _float(point.value), counted, _float(point.counted or None), growth,
                is_rough=point.qualifier not in {"整", ""},
            )
        )  # fmt: skip
    return SeriesColumns(columns)


def _series_note(one: Series, found: Editions, language: Language) -> str:
    notes = []
    if any(point.counted for point in one.points):
        notes.append(_word(QT_TRANSLATE_NOOP("Editions", "Dashed: what this event has on file.")))
    for point in one.points:
        if point.qualifier not in {"整", ""}:
            words = QT_TRANSLATE_NOOP("Editions", "{of}: “{qualifier}”, not an exact figure.")
            of = period_word(Period(point.edition, through=one.through), language)
            said = qualifier_word(point.qualifier, language)
            notes.append(_word(words).format(of=of, qualifier=said))
    notes += [
        _published_growth(each, language)
        for each in found.growths
        if not one.through and (each.measure, each.of.place) == (one.measure, one.place)
        if each.published is not None
    ]
    for check in found.carried:
        if one.through and (check.measure, check.of.place) == (one.measure, one.place):
            carried = value_word(check.carried, check.unit, "", language)
            words = QT_TRANSLATE_NOOP("Editions", "Before and this edition together: {value}.")
            notes.append(_word(words).format(value=carried))
    sources = list(dict.fromkeys(point.source for point in one.points if point.source))
    if sources:
        words = QT_TRANSLATE_NOOP("Editions", "Source: {sources}.")
        notes.append(_word(words).format(sources="；".join(sources)))
    return _joined(notes, language)


def _published_growth(each: Growth, language: Language) -> str:
    """Say what was published of a change that the chart shows as computed."""
    words = QT_TRANSLATE_NOOP("Editions", "{of}: {percent} was published.")
    of = period_word(each.of, language)
    return _word(words).format(of=of, percent=written_growth(each.published))


def _rate_chart(rate: PublishedRate, found: Editions, language: Language) -> Chart:
    part_measure, whole_measure = _PAIRS[rate.rate]
    figures = {(each.of, each.measure): each for each in found.figures if not each.part}
    lines = []
    for measure, value in ((whole_measure, rate.whole), (part_measure, rate.part)):
        figure = figures[rate.of, measure]
        share = float(figure.base[0] / figures[rate.of, whole_measure].base[0])
        label = value_word(value, figure.unit, figure.qualifier, language)
        lines.append(ShareLine(measure_word(measure, language), label, share))
    named = say(f"rate-{rate.rate}", language)
    title = f"{period_word(rate.of, language)} {named} {rate.percent}%"
    words = QT_TRANSLATE_NOOP("Editions", "Two measures of one unit, on one scale.")
    definition = say(f"rate-{rate.rate}-definition", language)
    note = _joined([_word(words), definition], language)
    return Chart(title, note, ShareBars(lines, f"{rate.percent}%"))


def _on_site_charts(figures: Iterable[Figure], language: Language) -> list[Chart]:
    wholes = {(each.of, each.measure): each for each in figures if not each.part}
    charts = []
    for (of, measure), on_site in wholes.items():
        every = wholes.get((of, SIGNED))
        if measure != ON_SITE or every is None or not every.base[0]:
            continue
        share = float(on_site.base[0] / every.base[0])
        lines = [
            ShareLine(measure_word(SIGNED, language), figure_word(every, language), 1.0),
            ShareLine(measure_word(ON_SITE, language), figure_word(on_site, language), share),
        ]
        words = QT_TRANSLATE_NOOP("Editions", "{of}: signed on site and in all")
        note = QT_TRANSLATE_NOOP("Editions", "Two measures of one unit, on one scale.")
        title = _word(words).format(of=period_word(of, language))
        charts.append(Chart(title, _word(note), ShareBars(lines, "")))
    return charts


def _parts_chart(check: PartsCheck, language: Language) -> Chart:
    def said(value: Decimal) -> str:
        return value_word(value, check.unit, "", language)

    whole = f"{check.whole:f}"
    total = " + ".join(f"{value.normalize():f}" for _, value in check.parts)
    title = f"{period_word(check.of, language)} {measure_word(check.measure, language)}"
    segments = [
        PartSegment(name, said(value.normalize()), float(value)) for name, value in check.parts
    ]
    note = f"{whole} = {total}" if not check.gap else _parts_doubt(check, language)
    return Chart(
        title, note, PartBar(said(check.whole), float(check.whole), segments, agrees=check.agrees)
    )


def _growth_doubt(each: Growth, language: Language) -> str:
    return say(
        "edition-growth-differs", language, of=period_word(each.of, language),
        measure=measure_word(each.measure, language),
        percent=written_growth(each.percent), published=each.published,
    )  # fmt: skip


def _parts_doubt(each: PartsCheck, language: Language) -> str:
    return say(
        "edition-parts-differ", language, of=period_word(each.of, language),
        measure=measure_word(each.measure, language),
        whole=f"{each.whole:f}{each.unit}", gap=f"{each.gap:f}{each.unit}",
    )  # fmt: skip


def _carried_doubt(each: CarriedCheck, language: Language) -> str:
    return say(
        "edition-carried-differs", language, of=period_word(each.of, language),
        measure=measure_word(each.measure, language),
        published=f"{each.published:f}{each.unit}", carried=f"{each.carried:f}{each.unit}",
    )  # fmt: skip


def _joined(notes: Sequence[str], language: Language) -> str:
    return ("" if language is Language.CHINESE else " ").join(notes)


def _short(value: Decimal) -> Decimal:
    """Return a counted figure with at most two places."""
    return value.quantize(Decimal("0.01")).normalize() if value % 1 else value.quantize(Decimal(1))


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _word(source: str) -> str:
    return QCoreApplication.translate("Editions", source)
