"""Every word of the window has a Chinese translation, and the catalogue is current."""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from qhsign.shipped_files import shipped
from qhsign.ui.translation import WindowTranslator, texts
from qhsign.wording import Language

UI = Path(__file__).parents[2] / "qhsign" / "ui"
CATALOGUE = "window.zh_CN.ts"


def sources(path: Path) -> set[tuple[str, str]]:
    root = ET.parse(path).getroot()  # noqa: S314 - a file of ours
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
    }


def written() -> Iterator[str]:
    """Find every text in the code that is to be translated."""
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            if name in {"tr", "translate", "QT_TRANSLATE_NOOP"}:
                last = node.args[-1]
                if isinstance(last, ast.Constant):
                    yield str(last.value)


def test_the_catalogue_is_what_lupdate_finds(tmp_path: Path) -> None:
    fresh = tmp_path / CATALOGUE
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    files = sorted(str(path) for path in UI.rglob("*.py"))
    subprocess.run([str(tool), "-silent", *files, "-ts", str(fresh)], check=True)
    assert sources(fresh) == sources(shipped("resources", "translations", CATALOGUE))


def test_no_text_hides_from_lupdate() -> None:
    known = {source for _, source in sources(shipped("resources", "translations", CATALOGUE))}
    assert set(written()) - known == set()


def test_every_text_is_translated_with_the_same_places() -> None:
    translated = texts(CATALOGUE)
    for key in sources(shipped("resources", "translations", CATALOGUE)):
        assert translated.get(key), key
        assert places(translated[key]) == places(key[1]), key


def test_chinese_texts_use_chinese_punctuation() -> None:
    for text in texts(CATALOGUE).values():
        assert not any(mark in text for mark in ("...", "? ", "! ", ", ")), text


def test_english_is_what_the_source_says(qapp: QApplication) -> None:
    for language, word in ((Language.CHINESE, "嘉宾"), (Language.ENGLISH, "Guests")):
        translator = WindowTranslator(language)
        qapp.installTranslator(translator)
        assert QCoreApplication.translate("Commands", "Guests") == word
        assert QCoreApplication.translate("Commands", "unknown text") == "unknown text"
        qapp.removeTranslator(translator)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
