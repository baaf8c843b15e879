"""The window's own words: English in the source, Chinese from a .ts file read at run time."""

from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QObject, QTranslator

from qhsign.shipped_files import shipped
from qhsign.wording import Language

_FILES = {Language.CHINESE: "window.zh_CN.ts"}


class WindowTranslator(QTranslator):
    """Looks each text up by its context; a text without a translation stays as written."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = _FILES.get(language)
        self._texts = texts(file) if file else {}

    def isEmpty(self) -> bool:
        """Say whether there is anything to look up."""
        return not self._texts

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,  # noqa: N803 - Qt's own name
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        """Return the translation, or an empty text where there is none, as Qt asks."""
        del disambiguation, n
        return self._texts.get((_text(context), _text(sourceText)), "")


@cache
def texts(file: str) -> Mapping[tuple[str, str], str]:
    """Return the finished translations of a .ts file by context and source text."""
    found: dict[tuple[str, str], str] = {}
    path = shipped("resources", "translations", file)
    root = ElementTree.fromstring(path.read_text("utf-8"))  # noqa: S314 - a file we ship
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translated = message.findtext("translation", "")
            if translated:
                found[name, message.findtext("source", "")] = translated
    return found


def _text(text: str | bytes) -> str:
    return text.decode() if isinstance(text, bytes) else text
