"""The README's commands do what they say, in the order they stand."""

import re
import shlex
from pathlib import Path

from support.program import ROOT, run


def commands() -> list[list[str]]:
    readme = ROOT.joinpath("README.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
    lines = [shlex.split(line) for block in blocks for line in block.splitlines()]
    return [words[1:] for words in lines if words[0] == "qhsign" and len(words) > 1]


def test_the_readme_leads_from_the_list_to_the_certificate(tmp_path: Path) -> None:
    given = commands()
    assert len(given) >= 8
    for words in given:
        answer = run(*words, folder=tmp_path)
        assert answer.status == 0, (words, answer.err)
        assert answer.out.strip(), words
    made = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert {"25.qhsign", "badges.pdf", "certificates.pdf", "guests.xlsx"} <= made


def test_the_makefile_has_what_the_readme_names() -> None:
    targets = set(re.findall(r"^([a-z]+):", ROOT.joinpath("Makefile").read_text(), re.MULTILINE))
    for paper in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"`?\bmake ([a-z]+)\b", ROOT.joinpath(paper).read_text("utf-8")))
        named -= {"an", "what"}  # English, not targets
        assert named <= targets
