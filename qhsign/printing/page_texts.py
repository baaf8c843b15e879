"""The texts of one page, fitted, and what is wrong with them."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from qhsign.printing.layouts.layout import Element, Text
from qhsign.printing.text.text_fit import FittedText, Typesetter
from qhsign.printing.text.vertical_text import VerticalText

GLYPH_MISSING = "print-glyph-missing"
OVERFLOW = "print-overflow"
CODE_MISSING = "print-code-missing"
PARTIES_TOO_MANY = "print-parties-too-many"
LANGUAGES_DIFFER = "print-languages-differ"
QR_TOO_LONG = "print-qr-too-long"
# A page with one of these is not printed; the others are printed as well as they can be.
REFUSING = frozenset({GLYPH_MISSING, CODE_MISSING, PARTIES_TOO_MANY, LANGUAGES_DIFFER, QR_TOO_LONG})


@dataclasses.dataclass(frozen=True, slots=True)
class PreflightFinding:
    """Something wrong on one page: ``code`` is a sentence of the catalogue with ``parameters``.

    ``subject`` is the guest number, or the number and copy of a certificate; ``field`` the text's
    name in the layout.
    """

    subject: str
    field: str
    code: str
    parameters: dict[str, object] = dataclasses.field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """Whether the page must not be printed."""
        return self.code in REFUSING


@dataclasses.dataclass(frozen=True, slots=True)
class PrintRun:
    """What was printed: ``printed`` names the subjects in order, ``findings`` what was wrong.

    Where nothing could be printed, ``pages`` is 0 and the stream holds no PDF.
    """

    pages: int
    printed: tuple[str, ...]
    findings: tuple[PreflightFinding, ...]


def is_printed(element: Element, values: Mapping[str, str]) -> bool:
    """Tell whether the ``if`` and ``unless`` of an element let it be printed."""
    if element.when is not None and not values[element.when]:
        return False
    return element.unless is None or not values[element.unless]


def fitted_texts(
    elements: Iterable[Element], values: Mapping[str, str], typesetter: Typesetter
) -> Iterator[tuple[Text, str, FittedText]]:
    """Yield the printed texts among ``elements`` with their contents and how they are set."""
    for element in elements:
        if isinstance(element, Text) and is_printed(element, values):
            text = element.filled(values)
            yield element, text, typesetter.fit(element.style, text)


def findings_of(
    subject: str, elements: Iterable[Element], values: Mapping[str, str], typesetter: Typesetter
) -> list[PreflightFinding]:
    """Return what is wrong with the texts of one page, in the order of the layout."""
    found = []
    for element, text, fitted in fitted_texts(elements, values, typesetter):
        if fitted.missing or not fitted.fits:
            found += text_findings(subject, element, text, fitted)
    return found


def text_findings(
    subject: str, element: Text, text: str, fitted: FittedText
) -> list[PreflightFinding]:
    """Return what is wrong with one text: characters without a glyph, a box too small."""
    return text_problems(subject, element.name or element.text, text, fitted)


def text_problems(
    subject: str, where: str, text: str, fitted: FittedText | VerticalText
) -> list[PreflightFinding]:
    """Return what is wrong with a fitted text; ``where`` names it in findings."""
    if fitted.fits and not fitted.missing:
        return []
    said = text.replace("\u200b", "").replace("\n", " ")
    found = []
    if fitted.missing:
        characters = " ".join(f"{each} (U+{ord(each):04X})" for each in fitted.missing)
        parameters: dict[str, object] = {"subject": subject, "characters": characters, "text": said}
        found.append(PreflightFinding(subject, where, GLYPH_MISSING, parameters))
    if not fitted.fits:
        found.append(PreflightFinding(subject, where, OVERFLOW, {"subject": subject, "text": said}))
    return found
