"""The pages of the manual: Markdown files of `resources/help/`, one folder for each language."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qhsign.shipped_files import shipped
from qhsign.wording import Language

PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page: ``id`` is its file's name and, for a screen, the screen's id."""

    id: str
    title: str
    text: str
    """Markdown, with the title as its first line."""


def manual_pages(language: Language) -> Sequence[ManualPage]:
    """Return every page in the order of `resources/help/pages.json`.

    Raises FileNotFoundError when a page is missing: the installation is incomplete.
    """
    ids = json.loads(shipped("resources", "help", "pages.json").read_text("utf-8"))
    return [_page(each, shipped("resources", "help", language, f"{each}.md")) for each in ids]


def picture(name: str) -> Path:
    """Return the path of a picture a page names. Raises FileNotFoundError."""
    return shipped("resources", "help", PICTURES, Path(name).name)


def found(page: ManualPage, query: str) -> bool:
    """Tell whether every word of a query stands on the page, in any case and order."""
    text = page.text.casefold()
    return all(word in text for word in query.casefold().split())


def _page(id_: str, path: Path) -> ManualPage:
    text = path.read_text("utf-8")
    title = re.match(r"# (.+)", text)
    if title is None:
        raise ValueError(f"{path} does not begin with a title")
    return ManualPage(id_, title[1].strip(), text)
