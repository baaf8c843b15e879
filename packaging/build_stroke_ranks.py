"""Build resources/reference/stroke_ranks.txt from the ranks of cn_sort and our supplement.

Run it when the supplement changes::

    pip download --no-deps cn_sort==0.14.0
    python packaging/build_stroke_ranks.py cn_sort-0.14.0-py3-none-any.whl

Only data is taken from the package (MIT): the field ``stroke_increment_level``, an opaque place in
the order of strokes that tells neither the number nor the types of the strokes. A character of the
supplement therefore names the ranked character it follows; those that follow the same one stand by
their own strokes.
"""

import argparse
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent.parent / "resources" / "reference"
DATA = "cn_sort/res/all_word.json"
FIRST_CHARACTER = "\u2e80"
LINE = 64
HEADER = (
    "# Characters in the order of their strokes, first to last; see README.md beside this file.",
    "# Built by packaging/build_stroke_ranks.py; do not edit.",
)


def ranked_characters(source: Path) -> list[str]:
    """Return the characters of cn_sort in its order; ``source`` is its wheel or its JSON file."""
    if zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as wheel:
            text = wheel.read(DATA).decode()
    else:
        text = source.read_text("utf-8")
    levels = {
        entry["chinese"]: int(entry["stroke_increment_level"])
        for entry in json.loads(text)["all_word"]
        if entry["chinese"] >= FIRST_CHARACTER
    }
    return sorted(levels, key=levels.__getitem__)


def with_supplement(ranked: list[str], supplement: Mapping[str, list[dict[str, str]]]) -> list[str]:
    """Return the characters with those of the supplement in their places.

    Raises ValueError for a character that is ranked already or follows an unranked one.
    """
    places = {char: place for place, char in enumerate(ranked)}
    followers: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for line, entry in enumerate(supplement["characters"]):
        if entry["char"] in places or entry["after"] not in places:
            raise ValueError(f"{entry['char']} cannot follow {entry['after']}")
        followers[entry["after"]].append((entry["strokes"], line, entry["char"]))
    return [
        placed
        for char in ranked
        for placed in (char, *(follower for *_, follower in sorted(followers[char])))
    ]


def main() -> int:
    """Write the table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("source", type=Path, help="wheel of cn_sort, or its all_word.json")
    source = arguments.parse_args().source
    supplement = json.loads((REFERENCE / "stroke_supplement.json").read_text("utf-8"))
    characters = "".join(with_supplement(ranked_characters(source), supplement))
    lines = [characters[start : start + LINE] for start in range(0, len(characters), LINE)]
    target = REFERENCE / "stroke_ranks.txt"
    target.write_text("\n".join((*HEADER, *lines)) + "\n", "utf-8")
    print(f"{target}: {len(characters)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
