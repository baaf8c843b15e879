"""What was published of several editions: year on year, sums of parts, rates (notes §2).

Every figure is a claim with a qualifier and a source: figures are compared and pointed out where
they disagree, never forced. Decimal throughout.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from qhsign.domain.amount import Qualifier, holds
from qhsign.domain.contract import funding_rate, growth, implementation_rate

SIGNED, AMOUNT, IMPLEMENTED, FUNDS = "签约项目", "签约额", "落实项目", "到位资金"
"""Measures the rates are made of; any other words are measures of their own."""
_GROWTH = "同比增长"
_QUALIFIERS = {
    "整": Qualifier.EXACT,
    "余": Qualifier.OVER,
    "超": Qualifier.OVER,
    "近": Qualifier.NEAR,
    "约": Qualifier.ABOUT,
}
QUALIFIERS = tuple(_QUALIFIERS)
"""The words a published figure may carry (限定词)."""
_SCALES = {"万亿元": 10**12, "亿元": 10**8, "万元": 10**4, "元": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """What figures are of: one edition, all through it, or a year; the whole fair or a place."""

    edition: int | None = None
    year: int | None = None
    through: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure; one with a ``part`` is a part of the figure without (市州专场)."""

    of: Period
    measure: str
    value: Decimal
    unit: str = ""
    qualifier: str = "整"
    source: str = ""
    part: str = ""

    @property
    def base(self) -> tuple[Decimal, str]:
        """The value in the unit all figures of its kind have: 3470亿元 as 347000000000 元."""
        scale = _SCALES.get(self.unit)
        return (self.value, self.unit) if scale is None else (self.value * scale, "元")

    @property
    def meaning(self) -> Qualifier:
        """What its qualifier says."""
        return _QUALIFIERS.get(self.qualifier, Qualifier.EXACT)


@dataclass(frozen=True, slots=True)
class Growth:
    """A change from the edition before (同比), in percent to one place.

    ``published`` is what was published of it and ``agrees`` whether that is the same at the places
    it was published with; None where nothing was.
    """

    of: Period
    measure: str
    now: Decimal
    before: Decimal
    percent: Decimal
    published: Decimal | None = None
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class PartsCheck:
    """A published whole beside the sum of its published parts, in the unit of the whole."""

    of: Period
    measure: str
    unit: str
    whole: Decimal
    parts: Sequence[tuple[str, Decimal]]
    gap: Decimal
    """The parts together less the whole."""
    agrees: bool


@dataclass(frozen=True, slots=True)
class CarriedCheck:
    """What was published through an edition, beside what through the one before and it make."""

    of: Period
    measure: str
    unit: str
    published: Decimal
    qualifier: str
    carried: Decimal
    agrees: bool


@dataclass(frozen=True, slots=True)
class PublishedRate:
    """A rate that the published figures of one period make, in percent to two places."""

    of: Period
    rate: str
    part: Decimal
    whole: Decimal
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Point:
    """One edition in a series: the published figure, and what was counted here, if it was."""

    edition: int
    value: Decimal | None
    qualifier: str = ""
    source: str = ""
    growth: Decimal | None = None
    counted: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over the editions, for a chart; ``through`` counts all up to each edition."""

    measure: str
    unit: str
    place: str
    through: bool
    points: Sequence[Point]


def growths(figures: Iterable[Figure]) -> list[Growth]:
    """Return the change of every measure against the edition before, where both are published."""
    wholes = _wholes(figures)
    found = []
    for (of, measure), figure in wholes.items():
        earlier = wholes.get((_before(of), measure)) if of.edition is not None else None
        if earlier is None or of.through or figure.unit == "%" or not _same_unit(figure, earlier):
            continue
        percent = growth(figure.base[0], earlier.base[0])
        if percent is None:
            continue
        said = wholes.get((of, measure + _GROWTH))
        exact = (figure.base[0] - earlier.base[0]) * 100 / earlier.base[0]
        found.append(
            Growth(
                of, measure, figure.value, earlier.value, percent,
                said.value if said else None,
                _as_published(exact, said.value) == said.value if said else None,
            )
        )  # fmt: skip
    return found


def parts_checks(figures: Iterable[Figure]) -> list[PartsCheck]:
    """Compare every published whole that has published parts of the same unit with their sum."""
    listed = list(figures)
    checks = []
    for (of, measure), whole in _wholes(listed).items():
        parts = [f for f in listed if f.part and (f.of, f.measure) == (of, measure)]
        if not parts or not all(_same_unit(part, whole) for part in parts):
            continue
        total = sum((part.base[0] for part in parts), Decimal(0))
        rough = any(part.meaning is not Qualifier.EXACT for part in parts)
        meaning = Qualifier.ABOUT if rough else whole.meaning
        scale = _scale(whole)
        checks.append(
            PartsCheck(
                of, measure, whole.unit, whole.value,
                tuple((part.part, part.base[0] / scale) for part in parts),
                total / scale - whole.value,
                holds(meaning, whole.base[0], total),
            )
        )  # fmt: skip
    return checks


def carried_checks(figures: Iterable[Figure]) -> list[CarriedCheck]:
    """Compare figures through an edition with those through the one before and of the edition."""
    wholes = _wholes(figures)
    checks = []
    for (of, measure), figure in wholes.items():
        if not of.through or of.edition is None:
            continue
        earlier = wholes.get((_before(of), measure))
        own = wholes.get((Period(of.edition, None, False, of.place), measure))
        if not (earlier and own and _same_unit(figure, earlier) and _same_unit(figure, own)):
            continue
        carried = earlier.base[0] + own.base[0]
        agrees = holds(figure.meaning, figure.base[0], carried)
        checks.append(
            CarriedCheck(
                of, measure, figure.unit, figure.value, figure.qualifier,
                carried / _scale(figure), agrees,
            )
        )  # fmt: skip
    return checks


def published_rates(figures: Iterable[Figure]) -> list[PublishedRate]:
    """Return 落实率 and 资金到位率 of every period that has both figures: 4569/6109 is 74.79."""
    wholes = _wholes(figures)
    found = []
    for of in dict.fromkeys(of for of, _ in wholes):
        for rate, part, whole, make in _PUBLISHED_RATES:
            above, below = wholes.get((of, part)), wholes.get((of, whole))
            if above is None or below is None or not _same_unit(above, below):
                continue
            percent = make(above.base[0], below.base[0])
            if percent is not None:
                found.append(PublishedRate(of, rate, above.value, below.value, percent))
    return found


def series(
    figures: Iterable[Figure], counted: Mapping[str, Mapping[int, Decimal]] | None = None
) -> list[Series]:
    """Return every measure over the editions, in the unit of its first figure.

    ``counted`` gives, by measure and edition, what the records of this event say, in 元 or plain
    counts. Figures of another unit than the first, which cannot be set beside it, are left out.
    """
    listed = list(figures)
    grown = {(each.of, each.measure): each.percent for each in growths(listed)}
    lines: dict[tuple[str, str, bool], list[Figure]] = {}
    for figure in _wholes(listed).values():
        if figure.of.edition is not None and not figure.measure.endswith(_GROWTH):
            of = figure.of
            lines.setdefault((figure.measure, of.place, of.through), []).append(figure)
    made = []
    for (measure, place, through), found in lines.items():
        scale, unit = _scale(found[0]), found[0].unit
        own = {} if place or through else dict((counted or {}).get(measure, {}))
        points = {
            edition: Point(edition, None, counted=value / scale) for edition, value in own.items()
        }
        for figure in found:
            edition = figure.of.edition
            if edition is None or not _same_unit(figure, found[0]):
                continue
            points[edition] = Point(
                edition, figure.base[0] / scale, figure.qualifier, figure.source,
                grown.get((figure.of, measure)),
                points[edition].counted if edition in points else None,
            )  # fmt: skip
        ordered = tuple(points[edition] for edition in sorted(points))
        made.append(Series(measure, unit, place, through, ordered))
    return made


_PUBLISHED_RATES: Sequence[tuple[str, str, str, Callable[..., Decimal | None]]] = (
    ("implementation", IMPLEMENTED, SIGNED, implementation_rate),
    ("funding", FUNDS, AMOUNT, funding_rate),
)


def _wholes(figures: Iterable[Figure]) -> dict[tuple[Period, str], Figure]:
    """Return the figures that are no parts, in the order of place, year and edition."""
    whole = [figure for figure in figures if not figure.part]
    whole.sort(key=lambda f: (f.of.place, f.of.through, f.of.year or 0, f.of.edition or 0))
    return {(figure.of, figure.measure): figure for figure in whole}


def _before(of: Period) -> Period:
    return Period((of.edition or 0) - 1, None, of.through, of.place)


def _same_unit(one: Figure, other: Figure) -> bool:
    return one.base[1] == other.base[1]


def _scale(figure: Figure) -> Decimal:
    return Decimal(_SCALES.get(figure.unit, 1))


def _as_published(exact: Decimal, published: Decimal) -> Decimal:
    """Round to as many places as were published: 232.06 is 232 where that was said."""
    exponent = published.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
