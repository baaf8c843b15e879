"""How a command answers: one JSON document on standard output, or words for a person."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TextIO

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.wording import Language


class Output:
    """Where a command's answer goes, and in which language its sentences are."""

    def __init__(self, *, as_json: bool, language: Language) -> None:
        self.as_json = as_json
        self.language = language
        self._answered = False

    def document(self, answer: Mapping[str, Any], lines: Iterable[str]) -> None:
        """Give the one answer of a command: ``answer`` as JSON, or ``lines`` for a person."""
        self._answered = True
        if self.as_json:
            json.dump(answer, sys.stdout, ensure_ascii=False, default=_plain)
            sys.stdout.write("\n")
        else:
            for line in lines:
                sys.stdout.write(line + "\n")
        sys.stdout.flush()

    def line(self, answer: Mapping[str, Any], words: str) -> None:
        """Give one of many answers at once, so that whoever waits for it can go on."""
        self.document(answer, [words])
        self._answered = False  # a stream has a line for every answer, and one for a problem

    def say(self, code: str, **parameters: object) -> str:
        """Return a sentence of the catalogue in the chosen language."""
        return wording.say(code, self.language, **parameters)

    def problem(self, problem: ProblemForUser) -> None:
        """Tell a problem: the sentence on standard error, and as JSON where JSON was asked for.

        A command that has answered already, with what it could find out, gets no second document.
        """
        sentence = self.say(problem.code, **problem.parameters)
        if self.as_json and not self._answered:
            self.document({"problem": {"code": problem.code, "message": sentence}}, [])
        self.message(sentence)

    @staticmethod
    def message(sentence: str, stream: TextIO | None = None) -> None:
        """Tell something beside the answer, on standard error."""
        (stream or sys.stderr).write(sentence + "\n")


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Lay out rows in columns; a Chinese character is two columns wide."""
    cells = [list(headings), *([_cell(value) for value in row] for row in rows)]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(headings))]
    return [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    ]


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("\n", " ")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"a {type(value).__name__} has no JSON form")
