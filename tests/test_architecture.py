"""What the house says of itself: its papers, the size of its files, its words and its pins."""

import argparse
import ast
import json
import re
import string
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.cli import main
from qhsign.wording import Language

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 500
PAPERS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
ROOMS = ("qhsign", "resources", "db", "packaging", "tests")


def sources() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("paper", PAPERS)
def test_every_path_a_paper_names_is_there(paper: str) -> None:
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[A-Za-z][\w-]*\.(?:py|toml|txt|md))`",
                       ROOT.joinpath(paper).read_text("utf-8"))  # fmt: skip
    made = (".venv", "build/", "resources/fonts")  # by make, not by hand
    missing = [path for path in named if not path.startswith(made) and not (ROOT / path).exists()]
    assert not missing


def test_every_room_stands_in_the_picture() -> None:
    picture = ROOT.joinpath("ARCHITECTURE.md").read_text("utf-8")
    rooms = {
        path.stem
        for path in (ROOT / "qhsign").iterdir()
        if (path.is_dir() and (path / "__init__.py").exists()) or path.suffix == ".py"
    } - {"__init__", "__main__"}
    drawn = {room for room in rooms if re.search(rf"^.*\b{room}\b", picture, re.MULTILINE)}
    assert drawn == rooms


def test_no_file_has_grown_too_long() -> None:
    # A revision is written once and never edited, so its length troubles nobody.
    edited = (path for path in sources() if path.parent.name != "versions")
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in edited}
    assert not {str(path): length for path, length in lengths.items() if length > LONGEST_FILE}


def test_nothing_is_named_for_being_a_helper() -> None:
    forbidden = re.compile(r"(?:^|_)(?:utils?|helpers?|manager|misc|common)(?:_|$)")
    assert not [path for path in sources() if forbidden.search(path.stem)]


def test_every_file_kept_is_meant_to_be_kept() -> None:
    kept = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    strays = [name for name in kept if name.endswith((".whl", ".qhsign", ".pyc", ".ttf", ".orig"))]
    assert not strays


def test_every_requirement_has_its_pin() -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", name)[0]).lower()

    with ROOT.joinpath("pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    wanted = {
        plain(requirement)
        for requirement in [
            *project["build-system"]["requires"],
            *project["project"]["dependencies"],
            *project["project"]["optional-dependencies"]["dev"],
        ]
        if "sys_platform == 'win32'" not in requirement
    } - {"qhsign"}  # the developers' extra takes in another of our own
    lines = ROOT.joinpath("constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert wanted <= {plain(pin) for pin in pins}


# The words


def parameters(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_sentence_says_the_same_in_both_languages() -> None:
    for code, words in wording.catalogue().items():
        assert set(words) == {"zh", "en"}, code
        assert words["zh"].strip(), code
        assert words["en"].strip(), code
        assert parameters(words["zh"]) == parameters(words["en"]), code


# What stays in Latin letters in a Chinese sentence: parameters, formats, options and keys.
LATIN = re.compile(
    r"""
    \{\w+\}                       # a parameter
    | --[a-z-]+                   # an option of the command line
    | [a-z_]+=[\w|,.-]*           # key=value as it is typed
    | \b[A-Z]{2,}[A-Z0-9-]*\b     # PDF, CSV, VIP, WPS, GB18030
    | \.[a-z]+\b                  # a file's ending
    | qhsign\[\w+\]|libpulse0      # what is installed by its name
    | \b(?:xlsx|xls|ods|csv|tsv|pdf|Excel|Enter|Esc|Ctrl|none|zh|en|mm|make\ fonts|qhsign)\b
    """,
    re.VERBOSE | re.ASCII,
)


def typed_words(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give every command and every choice of an option: a sentence may quote what is typed."""
    for action in parser._actions:
        for choice in action.choices or ():
            yield str(choice)
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from typed_words(below)


def test_chinese_sentences_hold_no_stray_english() -> None:
    typed = set(typed_words(main.build_parser(Language.CHINESE)))
    stray = {}
    for code, words in wording.catalogue().items():
        found = set(re.findall(r"[A-Za-z][a-z-]+", LATIN.sub("", words["zh"]))) - typed
        if found:
            stray[code] = (found, words["zh"])
    assert not stray


def test_no_code_stands_in_two_subjects() -> None:
    folder = ROOT / "resources" / "translations" / "messages"
    codes = [code for path in folder.glob("*.json") for code in json.loads(path.read_text("utf-8"))]
    assert len(codes) == len(set(codes))


SPEAKING = {"ProblemForUser": 0, "Problem": 0, "say": 0, "help_of": 0, "ListProblem": 3}
"""Calls whose argument at this place is a code of the catalogue."""


def used_codes() -> Iterator[tuple[str, Path]]:
    for path in (ROOT / "qhsign").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = str(getattr(node.func, "attr", None) or getattr(node.func, "id", ""))
            place = SPEAKING.get(called)
            if place is None or len(node.args) <= place:
                continue
            code = node.args[place]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield (f"help-{code.value}" if called == "help_of" else code.value), path


def test_every_code_the_program_says_has_its_sentence() -> None:
    known = wording.catalogue()
    silent = {code: str(path.relative_to(ROOT)) for code, path in used_codes() if code not in known}
    assert not silent
