"""The whole ceremony through the command line: batches, waiting area, substitute, papers, stage."""

from pathlib import Path
from typing import Any

import pytest

from support.printed import codes, texts
from support.program import ask, run

SLATE, AT = "重点", "2024-07-11T14:20"


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ceremony") / "25.qhsign"
    ask(path, "demo", "--guests", "600", "--start", "2024-07-11")
    ask(path, "batches", "propose", "--slate", SLATE, "--size", "6", "--apply")
    return path


def guests_of(event: Path) -> dict[str, str]:
    found = ask(event, "guests", "--limit", "1000")["guests"]
    return {guest["full_name"]: guest["number"] for guest in found}


def ready(event: Path, number: str) -> dict[str, Any]:
    answer = ask(event, "readiness", "--batch", "第一批", "--at", AT)
    found: dict[str, Any] = next(c for c in answer["contracts"] if c["number"] == number)
    return found


def test_a_slate_is_parted_without_touching_numbers(event: Path) -> None:
    for size, sizes in ((6, [6, 6, 6]), (9, [9, 9])):
        answer = ask(event, "batches", "propose", "--slate", SLATE, "--size", str(size))
        assert [len(batch["contracts"]) for batch in answer["batches"]] == sizes
        held = sorted(number for batch in answer["batches"] for number in batch["contracts"])
        assert held == [f"{number:04d}" for number in range(1, 19)]
        assert not answer["applied"]
    kept = ask(event, "batches")["batches"]
    assert [len(batch["contracts"]) for batch in kept] == [6, 6, 6]
    assert [batch["name"] for batch in kept] == ["第一批", "第二批", "第三批"]
    listed = ask(event, "contracts", "--slate", SLATE)["contracts"]
    by_batch = {c["number"]: c["batch"] for c in listed}
    assert all(by_batch[n] == batch["name"] for batch in kept for n in batch["contracts"])


def test_the_waiting_area_and_a_substitute(event: Path, tmp_path: Path) -> None:
    first = ask(event, "batches")["batches"][0]
    number = first["contracts"][1]
    contract = next(c for c in ask(event, "contracts")["contracts"] if c["number"] == number)
    host, company = contract["parties"]
    people = guests_of(event)
    ask(event, "place-cards", "print", "--out", tmp_path / "k.pdf",
        "--guest", people[company["signatory"]])  # fmt: skip
    ask(event, "certificates", "print", "--out", tmp_path / "z.pdf", "--contract", number)
    for paper in ("stage-plan", "call-list"):
        done = ask(event, paper, "print", "--batch", "1", "--out", tmp_path / f"{paper}.pdf")
        assert done["pages"] >= 1
        assert done["papers"] == [{"of": "第一批", "version": 1}]
    assert ask(event, "run-of-show", "print", "--out", tmp_path / "show.pdf")["pages"] >= 1
    assert company["signatory"] in texts(tmp_path / "stage-plan.pdf")[0].replace("\u3000", "")

    # Everybody of the contract but one is let in; the texts are done.
    cast = [host["signatory"], *(name for name in assistants(event, number))]
    for name in cast:
        guest = people[name]
        ask(event, "badges", "print", "--guest", guest, "--out", tmp_path / "b.pdf")
        ask(event, "check-in", badge_code(tmp_path / "b.pdf"), "--activity", "投资说明会",
            "--at", "2024-07-11T14:05")  # fmt: skip
    for step in ("定稿", "校对", "printed", "装订", "盖印"):
        ask(event, "texts", "tick", number, "--step", step)
    found = ready(event, number)
    assert (found["state"], found["arrived"], found["signatories"]) == ("red", 1, 2)
    assert [(each["code"], each["name"]) for each in found["missing"]] == [
        ("signatory-absent", company["signatory"])
    ]

    # Somebody else signs: refused without the letter, then one action with its slip.
    stand_in = next(n for name, n in people.items() if name not in cast and "·" not in name)
    wish = ("substitute", number, "--side", "乙", "--guest", stand_in)
    refused = run("--event", event, *wish, "--approver", "马骏", "--json")
    assert (refused.status, refused.json["problem"]["code"]) == (1, "substitute-unauthorised")
    answer = ask(event, *wish, "--authorised", "--approver", "马骏")
    slip = {(line["print"], line["of"]): line["version"] for line in answer["change_slip"]}
    assert slip == {
        ("place-cards", people[company["signatory"]]): 1,
        ("run-of-show", "重点项目现场签约"): 1,
        ("stage-plan", "第一批"): 1,
        ("call-list", "第一批"): 1,
        ("big-screen", "第一批"): None,
        ("certificates", contract["certificate"]): 1,
    }
    assert answer["approved"]
    found = ready(event, number)
    assert [each["code"] for each in found["missing"]] == [
        "signatory-absent", "certificate-changed",
    ]  # fmt: skip

    # What is printed again names the new one, and the slip gets shorter.
    name = next(name for name, held in people.items() if held == stand_in)
    again = ask(event, "stage-plan", "print", "--batch", "1", "--out", tmp_path / "p.pdf")
    assert again["papers"] == [{"of": "第一批", "version": 2}]
    page = texts(tmp_path / "p.pdf")[0].replace("\u3000", "")
    assert "较第1版变动2处" in page
    assert company["signatory"] in page  # in the line of what moved
    ask(event, "run-of-show", "print", "--out", tmp_path / "show.pdf")
    assert name in "".join(texts(tmp_path / "show.pdf"))
    waiting = ask(event, "change-slip")["substitutions"][0]["open"]
    assert {line["print"] for line in waiting} == {"place-cards", "call-list", "certificates"}


def test_the_console_goes_through_the_first_batch(event: Path) -> None:
    first = ask(event, "batches")["batches"][0]["contracts"][0]
    state = ask(event, "ceremony", "start")
    assert (state["step"], state["screen"]["shows"]) == ("gather", "welcome")
    for _ in range(4):
        state = ask(event, "ceremony", "next")
    assert state["batch"] == "第一批"
    row = state["screen"]["rows"][0]
    signed = next(c for c in ask(event, "contracts")["contracts"] if c["number"] == first)
    assert row["title"] == signed["title"]
    assert [party["signatory"] for party in row["parties"]] == [
        party["signatory"] for party in signed["parties"]
    ]
    assert set(row["parties"][0]) == {"side", "organization", "signatory", "title"}
    assert signed["parties"][0]["signatory"] in state["words"]
    assert ask(event, "ceremony", "back")["step"].startswith("enter:")
    for _ in range(2):
        ask(event, "ceremony", "next")
    assert ask(event, "batches")["batches"][0]["state"] == "signed"
    assert ask(event, "verify")["ok"]


def test_papers_speak_english_and_marks_are_laid(event: Path, tmp_path: Path) -> None:
    out = tmp_path / "p.pdf"
    assert run("--event", event, "--language", "en", "stage-plan", "print", "--batch", "2",
               "--viewpoint", "stage", "--out", out).status == 0  # fmt: skip
    assert "Fromthestage" in texts(out)[0]
    done = ask(event, "floor-marks", "print", "--batch", "2", "--out", tmp_path / "m.pdf")
    assert done["marks"] == done["pages"] > 20
    kinds = {line["kind"] for line in ask(event, "prints")["prints"]}
    assert {"stage-plan", "floor-marks"} <= kinds


def assistants(event: Path, number: str) -> list[str]:
    plan = ask(event, "stage-plan", "show", "--batch", "1")
    return [
        place["name"]
        for place in plan["places"]
        if place["kind"] == "assistant" and place["contract"] == number
    ]


def badge_code(path: Path) -> str:
    (code,) = codes(path)
    return code
