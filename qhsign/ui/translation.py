"""The window's own words: English in the source, Chinese from a .ts file read at run time."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

from qhsign.shipped_files import shipped
from qhsign.wording import Language

Texts = Mapping[tuple[str, str], str]
"""Texts by their context and English source."""
_FILES = {Language.CHINESE: "window.zh_CN.ts"}
_QT_NAMES = {Language.CHINESE: "zh_CN"}


class WindowTranslator(QTranslator):
    """Looks each text up by its context; a text without a translation stays as written.

    ``own`` are the words an event has for some of the texts; they go before ours.
    """

    def __init__(
        self, language: Language, parent: QObject | None = None, own: Texts | None = None
    ) -> None:
        super().__init__(parent)
        file = _FILES.get(language)
        self._texts = {**(texts(file) if file else {}), **(own or {})}

    def isEmpty(self) -> bool:
        """Say that there is something to ask, so that Qt asks for every text."""
        return False

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,  # noqa: N803 - Qt's own name
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        """Return the translation, or the text as written where there is none.

        An empty answer would stand for “translate as nothing”: Python has no null QString.
        """
        del disambiguation, n
        source = _text(sourceText)
        return self._texts.get((_text(context), source), source)


def translators(
    language: Language, parent: QObject, own: Texts | None = None
) -> Sequence[QTranslator]:
    """Return what has to be installed for a language, in this order; ``own`` are an event's words.

    Qt's own words (its file dialog, the menu of a text field) come last and are asked first: ours
    has an answer for everything.
    """
    made: list[QTranslator] = [WindowTranslator(language, parent, own)]
    if language is not Language.ENGLISH:
        of_qt = QTranslator(parent)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if of_qt.load(f"qtbase_{_QT_NAMES[language]}", folder):
            made.append(of_qt)
    return made


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark a text that is translated later; lupdate knows it by this name.

    Qt's own gives an object where a text is wanted.
    """
    del context
    return source


@cache
def texts(file: str) -> Texts:
    """Return the finished translations of a .ts file by context and source text."""
    found: dict[tuple[str, str], str] = {}
    path = shipped("resources", "translations", file)
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - a file we ship
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translated = message.findtext("translation", "")
            if translated:
                found[name, message.findtext("source", "")] = translated
    return found


def chinese(context: str, source: str) -> str:
    """Return a text of the window in Chinese, whatever it shows now."""
    return texts(_FILES[Language.CHINESE]).get((context, source), source)


def _text(text: str | bytes) -> str:
    return text.decode() if isinstance(text, bytes) else text
