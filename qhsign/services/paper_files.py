"""Writing a paper in the format of its file's name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from qhsign.domain.paper import Paper
from qhsign.exchange.document_writer import write_document
from qhsign.exchange.paper_delimited import write_paper_delimited
from qhsign.exchange.paper_workbook import write_paper_workbook
from qhsign.printing.page_texts import GLYPH_MISSING, PreflightFinding
from qhsign.printing.papers.paper_sheet import render_paper

_ROOM_LEFT = "paper-glyph-missing"


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """What was wrong with a text: whose it is, and the code and parameters of the sentence."""

    subject: str
    code: str
    parameters: Mapping[str, object]


def write(
    stream: IO[bytes],
    paper: Paper,
    suffix: str,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[int | None, Sequence[PaperFinding]]:
    """Write a paper in the format of a file's ending; return its pages and what was wrong.

    ``progress`` is told the pages done of all, where the format has pages, and may raise to stop.
    """
    match suffix.lower():
        case ".pdf":
            run = render_paper(stream, paper, progress)
            return run.pages, [finding_of(found) for found in run.findings]
        case ".docx":
            write_document(stream, paper)
        case ".xlsx":
            write_paper_workbook(stream, paper)
        case ".csv":
            write_paper_delimited(stream, paper)
        case other:
            raise ValueError(f"no paper ends in {other}")
    return None, ()


def finding_of(found: PreflightFinding) -> PaperFinding:
    """Return what was wrong with a paper: a character without a glyph left room to write it."""
    code = _ROOM_LEFT if found.code == GLYPH_MISSING else found.code
    return PaperFinding(found.subject, code, found.parameters)
