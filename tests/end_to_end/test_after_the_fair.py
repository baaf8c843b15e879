"""After the fair from outside: steps, funds, a list from an office, rates, editions, the paper."""

from pathlib import Path

import pytest

from support.list_files import write_xlsx
from support.program import ask, run


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "25.qhsign"
    ask(path, "demo", "--guests", "20")
    return path


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("refused") / "25.qhsign"
    ask(path, "demo", "--guests", "0")
    return path


def test_the_year_after_the_fair(event: Path, tmp_path: Path) -> None:
    every = [row["number"] for row in ask(event, "contracts")["contracts"]]
    agreed = ask(event, "contract", "agree", "1", "2", "--by", "省商务厅")
    assert agreed["moved"] == ["0001", "0002"]
    moved = ask(event, "contract", "move", *every, "--to", "签约", "--reason", "大会签约")
    assert (len(moved["moved"]), moved["unchanged"]) == (108, [])
    changed = ask(event, "contract", "set", "1", "status=落实")["contracts"][0]
    assert (changed["status"], changed["agreed_by"]) == ("implemented", "省商务厅")

    paid = ask(event, "contract", "pay", "1", "amount=1000万元", "source=海西州")
    assert (paid["payment"]["amount"], paid["payment"]["currency"]) == ("10000000.00", "CNY")
    number = str(paid["payment"]["payment"])
    ask(event, "payment", "set", number, "amount=2000万元")
    listed = write_xlsx(
        tmp_path / "跟踪表.xlsx",
        [("项目编号", "进展", "到位资金（万元）", "开工时间"), ("0002", "已开工", 500, "")],
    )
    tried = ask(event, "import", "follow-up", listed, "--dry-run")
    assert (tried["import"], tried["changed"]) == (None, 1)
    taken = ask(event, "import", "follow-up", listed)
    history = ask(event, "contract", "history", "2")
    assert (history["status"], history["funds"]) == ("started", {"CNY": "5000000.00"})
    assert [step["to"] for step in history["steps"]] == ["signed", "implemented", "started"]
    assert history["next"] == ["operating", "terminated"]

    rates = ask(event, "rates")
    whole = rates["whole"]
    assert (whole["signed"], whole["implemented"], whole["without_amount"]) == (108, 2, 4)
    assert whole["rates"]["implementation"] == "1.85"
    assert whole["amounts"] == {"CNY": "91600000000.00"}
    assert whole["funds"] == {"CNY": "25000000.00"}
    assert {"name", "definition"} <= set(rates["definitions"]["funding"])
    assert [each["reasons"][0]["code"] for each in rates["left_out"]] == ["no-amount"] * 4
    slates = rates["by"]["slate"]
    assert slates["overlapping"]
    assert {row["name"]: row["contracts"] for row in slates["rows"]} == {
        "重点项目现场签约": 18, "绿色算力": 25, "本届全部签约": 104, "框架与友好协议": 4,
    }  # fmt: skip
    assert ask(event, "rates", "--slate", "重点")["whole"]["contracts"] == 18

    assert ask(event, "undo", str(taken["import"])) == {"undone": 1, "kept": 0}
    assert ask(event, "contract", "history", "2")["status"] == "signed"
    ask(event, "payment", "remove", number, "--reason", "记错项目")
    back = ask(event, "contract", "step-back", "1", "--reason", "误登")
    assert ask(event, "contract", "undo", back["operation"])["undone"] == 1
    ask(event, "contract", "step-back", "1", "--reason", "误登")
    assert ask(event, "contract", "undo", moved["operation"]) == {"undone": 108, "kept": 0}
    assert ask(event, "rates")["whole"]["signed"] == 0
    assert ask(event, "verify")["ok"]


def test_editions_and_targets(shared: Path) -> None:
    found = ask(shared, "editions")
    growth = {(each["edition"], each["measure"]): each for each in found["growth"]}
    assert growth[24, "签约项目"]["percent"] == "55.2"
    assert growth[24, "签约额"]["percent"] == "232.1"
    assert growth[24, "签约额"]["agrees"] is True
    assert found["rates"][0]["percent"] == "74.79"
    assert all(each["agrees"] for each in found["parts"])
    entered = ask(
        shared, "edition", "set", "edition=22", "measure=签约项目", "value=130", "unit=个",
        "source=年鉴",
    )  # fmt: skip
    assert entered["figure"]["value"] == "130"
    assert ask(shared, "edition", "published") == {"added": 0}
    assert ask(shared, "edition", "set", "edition=22", "measure=签约项目") == {"figure": None}
    target = ask(shared, "target", "set", "amount=1000亿元", "--slate", "全部签约")
    assert (target["name"], target["completion"]) == ("本届全部签约", {"amount": "0.00"})


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_the_follow_up_list_is_written(shared: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"f.{ending}"
    answer = ask(shared, "follow-up-list", "print", "--out", out, "--slate", "绿色算力")
    assert (answer["rows"], answer["preflight"]) == (25, [])
    assert out.stat().st_size > 1000


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (1, ("contract", "move", "1", "--to", "operating")),
        (1, ("contract", "move", "1", "--to", "signed", "--on", "2999-01-01")),
        (2, ("contract", "move", "1", "--to", "结婚")),
        (1, ("contract", "undo", "0")),
        (1, ("contract", "pay", "1", "amount=$5")),
        (2, ("target", "set", "amount=5", "--slate", "绿色", "--region", "海西州")),
        (1, ("edition", "set", "measure=签约项目")),
        (1, ("import", "follow-up", "nowhere.xlsx")),
    ],
)
def test_one_sentence_and_no_change(shared: Path, status: int, words: tuple[str, ...]) -> None:
    answer = run("--event", shared, *words, folder=shared.parent)
    assert answer.status == status, answer.out + answer.err
    assert answer.out == ""
    if status == 1:
        assert len(answer.err.strip().splitlines()) == 1, answer.err


def test_people_read_the_answers_too(shared: Path) -> None:
    for language, words in (
        ("zh", ("rates",)), ("en", ("editions",)), ("zh", ("contract", "history", "1")),
        ("en", ("contract", "pay", "1", "amount=5000000")),
    ):  # fmt: skip
        answer = run("--event", shared, "--language", language, *words)
        assert answer.status == 0, answer.err
        assert len(answer.out.splitlines()) > 1
