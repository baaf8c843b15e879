"""Every command answers with one JSON document, or with one sentence and its exit status."""

import subprocess
from pathlib import Path

import pytest

from support.pictures import encoded, portrait
from support.program import ROOT, ask, command, demonstration, run, surroundings

LISTS = ROOT / "tests" / "support" / "lists"


PAPERS = (
    ("sign-in-sheet", "--activity", "1"),
    ("badge-collection", "--by", "liaison"),
    ("address-list", "--by", "organization"),
    ("contract-list", "--slate", "绿色算力"),
    ("statistics-brief",),
)


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return demonstration(tmp_path / "25.qhsign", "--guests", "40")


def test_every_command_gives_one_document(event: Path, tmp_path: Path) -> None:
    guests = LISTS / "05-wps-dimension.xlsx"
    number = ask(event, "guests", "--limit", "1")["guests"][0]["number"]
    contract = ask(event, "contracts")["contracts"][0]["number"]
    scan = ask(event, "check-in", "rubbish", "--activity", "1")
    assert scan["verdict"] == "unknown"
    rehearsed = ask(event, "check-in", "rubbish", "--activity", "1", "--rehearsal")
    assert (scan["rehearsal"], rehearsed["rehearsal"]) == (False, True)
    photo = str(tmp_path / "photo.jpg")
    tmp_path.joinpath("photo.jpg").write_bytes(encoded(portrait()))
    expected: list[tuple[set[str], tuple[str, ...]]] = [
        ({"import", "sheet", "header_row", "mapping", "rows", "new", "changed", "unchanged",
          "suspected_duplicates", "missing", "delegations", "problems"},
         ("import", "guests", str(guests))),
        ({"undone"}, ("undo", "1")),
        ({"total", "guests"}, ("guests", "--search", "li")),
        ({"number", "full_name"}, ("guest", "show", number)),
        ({"number", "full_name"}, ("guest", "set", number, "title=主任", "--reason", "更正")),
        ({"number", "full_name"}, ("walk-in", "--name", "陈晨", "--organization", "青海大学")),
        ({"title_en"}, ("event", "set", "title_en=The Fair")),
        ({"activities"}, ("activities",)),
        ({"activities"}, ("activity", "set", "1", "reentry=free")),
        ({"operators"}, ("operator", "set", "马管理", "role=administrator", "pin=2580")),
        ({"operators"}, ("operators",)),
        ({"operators"}, ("operator", "remove", "马管理")),
        ({"badges", "pages", "seconds", "preflight"},
         ("badges", "print", "--out", str(tmp_path / "b.pdf"), "--guest", number)),
        ({"cards", "pages", "preflight"},
         ("place-cards", "print", "--out", str(tmp_path / "p.pdf"), "--guest", number)),
        ({"serial", "replaces"}, ("badges", "reissue", "--guest", number, "--reason", "遗失")),
        ({"serial", "replaces"}, ("badges", "revoke", "--guest", number, "--reason", "取消")),
        ({"expected", "arrived", "by_category"}, ("statistics",)),
        ({"slates"}, ("slates",)),
        ({"slates"}, ("slate", "set", "绿色算力", "declared_contracts=25")),
        ({"contracts"}, ("contracts",)),
        ({"contracts"}, ("contract", "set", contract, "region=海东市")),
        ({"contracts"}, ("contract", "approve", contract, "--by", "韩秋月")),
        ({"certificates", "contracts", "pages", "numbers"},
         ("certificates", "print", "--out", str(tmp_path / "c.pdf"), "--contract", contract)),
        ({"preflight"}, ("preflight", "certificates", "--contract", contract)),
        ({"import", "matched", "replaced", "unchanged", "refused", "unmatched", "low_resolution"},
         ("photos", "import", photo, "--guest", number)),
        ({"missing", "confirmed", "guests"}, ("photos", "missing", "--category", "媒体")),
        ({"photos"}, ("photos", "export", "--out", str(tmp_path / "photos"))),
        ({"number", "full_name"}, ("photos", "remove", "--guest", number)),
        ({"qr_codes", "findings"},
         ("qr-codes", "export", "--out", str(tmp_path / "qr.zip"), "--size-mm", "25")),
        ({"rows", "columns"}, ("export", "guests", "--out", str(tmp_path / "g.csv"))),
        ({"rows", "columns"},
         ("export", "attendance", "--arrived", "no", "--out", str(tmp_path / "a.xlsx"))),
        ({"rows", "columns"}, ("export", "seating", "--out", str(tmp_path / "s.csv"))),
        ({"rows", "columns", "pages"}, ("export", "guests", "--out", str(tmp_path / "g.pdf"))),
        *(({"pages", "rows", "version", "preflight"},
           (paper, "print", "--out", str(tmp_path / f"{paper}.{ending}"), *more))
          for paper, *more in PAPERS for ending in ("pdf", "docx")),
        ({"batches", "applied", "findings"},
         ("batches", "propose", "--slate", "重点", "--size", "9", "--apply")),
        ({"batches"}, ("batches", "--slate", "重点")),
        ({"batches", "operation"}, ("batch", "set", "第一批", "starts=2024-07-11T15:20")),
        ({"batches", "operation"}, ("batch", "move", "0018", "--to", "第一批")),
        ({"batches", "operation"}, ("batch", "order", "第一批", "0001")),
        ({"batches", "operation"}, ("batch", "place", "第二批", "1")),
        ({"contracts", "batches"}, ("readiness", "--batch", "第一批")),
        ({"contracts"}, ("texts", "tick", "0001", "0002", "--step", "定稿")),
        ({"places", "version", "moved"}, ("stage-plan", "show", "--batch", "第一批")),
        ({"places", "frozen"}, ("stage-plan", "freeze", "--batch", "第一批")),
        ({"approval"},
         ("stage-plan", "sign-off", "--batch", "1", "--step", "entered", "--by", "韩秋月")),
        *(({"pages", "papers", "run", "preflight", "findings"},
           (paper, "print", "--out", str(tmp_path / f"{paper}.pdf")))
          for paper in ("stage-plan", "call-list", "run-of-show")),
        ({"marks", "pages"},
         ("floor-marks", "print", "--batch", "2", "--out", str(tmp_path / "marks.pdf"))),
        ({"change_slip"},
         ("substitute", "0001", "--side", "乙", "--guest", number, "--authorised",
          "--approver", "马骏")),
        ({"substitutions"}, ("change-slip",)),
        ({"pages", "papers", "run", "preflight", "findings"},
         ("change-slip", "print", "--out", str(tmp_path / "slip.pdf"), "--contract", "0001")),
        ({"findings"}, ("findings",)),
        ({"seats"}, ("presidium", number, "--international")),
        ({"of", "version", "seats", "operation"},
         ("presidium-plan", "set", "--batch", "1", number, "--international")),
        ({"version", "printed", "international"}, ("presidium-plan", "show", "--batch", "1")),
        ({"pages", "papers", "run", "preflight"},
         ("presidium-plan", "print", "--batch", "1", "--out", str(tmp_path / "row.pdf"))),
        ({"preflight"}, ("preflight", "stage", "--slate", "重点")),
        ({"steps", "screen", "words"}, ("ceremony", "start")),
        ({"screen", "held"}, ("ceremony", "screen", "hold")),
        ({"ok", "checks"}, ("verify",)),
        ({"entries"}, ("journal", "--limit", "5")),
        ({"activities"}, ("activity", "set", "1", "tags=typed")),
        ({"annulled"}, ("annul", scan["scan"], "--reason", "误扫")),
    ]  # fmt: skip
    for keys, words in expected:
        answer = ask(event, *words)
        assert keys <= set(answer), (words, set(answer))


WRONG: list[tuple[int, tuple[str, ...]]] = [
    (2, ("nonsense",)),
    (2, ("guests", "--limit", "many")),
    (2, ("badges",)),
    (2, ("badges", "print")),
    (2, ("check-in", "X")),
    (1, ("guest", "show", "99999")),
    (2, ("guest", "show", "-1x")),
    (1, ("guest", "show", "9" * 40)),
    (1, ("guest", "set", "1", "nothing=1")),
    (1, ("guest", "set", "1", "no-sign")),
    (1, ("check-in", "X", "--activity", "没有这场")),
    (1, ("check-in", "--activity", "1")),
    (1, ("check-in", "X", "--activity", "1", "--at", "noon")),
    (1, ("statistics", "--day", "2026-02-30")),
    (1, ("contract", "approve", "1", "--by", " ")),
    (1, ("annul", "nobody", "--reason", "误扫")),
    (1, ("number-tag", "nobody", "A06")),
    (1, ("undo", "77")),
    (1, ("import", "guests", "nowhere.xlsx")),
    (1, ("import", "guests", ".")),
    (1, ("export", "guests", "--out", "g.doc")),
    (1, ("export", "guests", "--out", "g.csv", "--columns", "nothing")),
    (1, ("badges", "print", "--out", "b.pdf", "--layout", "nothing")),
    (1, ("badges", "print", "--out", "b.pdf", "--layout", "../badge-90x130")),
    (1, ("badges", "print", "--out", "b.pdf", "--layout", "certificate-a4")),
    (1, ("badges", "print", "--out", "b.pdf", "--layout", "categories")),
    (1, ("certificates", "print", "--out", "c.pdf", "--layout", "badge-90x130")),
    (1, ("preflight", "certificates", "--layout", "badge-90x130")),
    (1, ("preflight", "certificates", "--slate", "没有这个清单")),
    (2, ("preflight",)),
    (1, ("photos", "import", "nowhere")),
    (1, ("photos", "import", ".", "--guest", "1")),
    (1, ("photos", "remove", "--guest", "1")),
    (1, ("photos", "export", "--out", "photos")),
    (1, ("qr-codes", "export", "--out", "nowhere/qr")),
    (1, ("qr-codes", "export", "--out", "qr", "--pixels", "5")),
    (1, ("qr-codes", "export", "--out", "qr", "--size-mm", "nan")),
    (2, ("qr-codes", "export", "--out", "qr", "--pixels", "300", "--size-mm", "25")),
    (2, ("photos", "import")),
    (2, ("sign-in-sheet", "print", "--out", "s.pdf")),
    (1, ("sign-in-sheet", "print", "--out", "s.csv", "--activity", "1")),
    (1, ("sign-in-sheet", "print", "--out", "s.pdf", "--activity", "没有这场")),
    (1, ("sign-in-sheet", "print", "--out", "s.pdf", "--activity", "1", "--delegation", "没有")),
    (1, ("badge-collection", "print", "--out", "nowhere/b.docx")),
    (2, ("badge-collection", "print", "--out", "b.pdf", "--by", "colour")),
    (1, ("address-list", "print", "--out", "a.pdf", "--delegation", "代表团")),
    (1, ("contract-list", "print", "--out", "c.xlsx", "--slate", "没有")),
    (1, ("statistics-brief", "print", "--out", "s.xlsx")),
    (2, ("batches", "propose", "--slate", "重点")),
    (1, ("batches", "propose", "--slate", "重点", "--size", "0")),
    (1, ("batches", "propose", "--slate", "没有", "--size", "6")),
    (1, ("batch", "set", "没有", "size=3")),
    (1, ("batch", "set", "第一批", "state=已签")),
    (1, ("batch", "undo", "nothing")),
    (1, ("readiness", "--batch", "没有")),
    (1, ("readiness", "--at", "noon")),
    (1, ("substitute", "0001", "--side", "乙", "--guest", "1", "--approver", "马骏")),
    (1, ("substitute", "0001", "--side", "乙", "--guest", "1", "--authorised")),
    (1, ("stage-plan", "print", "--out", "p.docx")),
    (1, ("change-slip", "print", "--out", "s.pdf")),
    (1, ("change-slip", "print", "--out", "s.docx")),
    (2, ("change-slip", "print")),
    (1, ("presidium-plan", "set", "--batch", "没有", "1")),
    (2, ("presidium-plan", "print", "--batch", "1")),
    (1, ("stage-plan", "exchange", "--batch", "1", "sofa", "chair")),
    (1, ("call-list", "print", "--out", "c.xlsx")),
    (1, ("texts", "tick", "0001")),
    (2, ("texts", "tick", "0001", "--step", "绣花")),
    (1, ("online", "check-in", "0001", "--side", "乙")),
    (1, ("ceremony", "next")),
    (1, ("demo",)),
    (1, ("new", "--title", "第26届")),
    (1, ("new", "--title", " ", "--event", "blank.qhsign")),
]


@pytest.mark.parametrize(("status", "words"), WRONG, ids=lambda words: " ".join(words)[:50]
                         if isinstance(words, tuple) else "")  # fmt: skip
def test_what_is_wrong_is_one_sentence(
    event: Path, tmp_path: Path, status: int, words: tuple[str, ...]
) -> None:
    before = event.stat().st_size
    answer = run("--event", event, *words, "--json", folder=tmp_path)
    assert answer.status == status, (answer.out, answer.err)
    if status == 1:
        problem = answer.json["problem"]
        assert problem["code"] != "bug", answer.err
        assert len(answer.err.strip().splitlines()) == 1, answer.err
        assert problem["message"] in answer.err
    else:
        assert not answer.out
    assert event.stat().st_size == before


@pytest.mark.parametrize("content", [b"", b"qhsign", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_event_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "e.qhsign"
    path.write_bytes(content)
    answer = run("--event", path, "guests", "--json")
    assert answer.status == 1
    assert answer.json["problem"]["code"] != "bug", answer.err
    assert path.read_bytes() == content


def test_a_missing_event_is_not_made(tmp_path: Path) -> None:
    answer = run("--event", tmp_path / "none.qhsign", "guests", "--json")
    assert (answer.status, answer.json["problem"]["code"]) == (1, "event-missing")
    assert not list(tmp_path.glob("*.qhsign*"))


@pytest.mark.parametrize(
    "words",
    [
        ("check-in", b"\xff\xfe", "--activity", "1"),
        ("walk-in", "--name", b"\xe6\x9d\x8e\xff", "--organization", "x"),
        ("guests", "--search", b"\xff"),
        ("export", "guests", "--out", b"\xff.csv"),
    ],
    ids=["check-in", "walk-in", "guests", "export"],
)
def test_bytes_that_are_no_text_are_no_bug(
    event: Path, tmp_path: Path, words: tuple[str | bytes, ...]
) -> None:
    done = subprocess.run(
        [*command("--event", event, "--json"), *words],
        capture_output=True,
        cwd=tmp_path,
        env=surroundings(),
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert b"Traceback" not in done.stderr
    assert b'"bug"' not in done.stdout


def test_help_is_there_for_every_command() -> None:
    for language, word in (("zh", "名单"), ("en", "guests")):
        answer = run("--language", language, "--help")
        assert answer.status == 0
        assert word in answer.out


def test_the_language_may_stand_before_or_after_the_command(tmp_path: Path) -> None:
    wrong = ("--event", str(tmp_path / "none.qhsign"), "guests")
    before = run("--language", "en", *wrong)
    after = run(*wrong, "--language", "en")
    assert before.err == after.err
    assert "no event file" in after.err
