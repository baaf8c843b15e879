"""Which fonts of the system help out."""

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from qhsign.printing.text import fonts, system_fonts
from qhsign.printing.text.embedded_font import EmbeddedFont
from qhsign.printing.text.fonts import FontBook, Role
from qhsign.printing.text.scripts import Script
from qhsign.printing.text.system_fonts import (
    FontFile,
    kai_files,
    rare_character_files,
    script_files,
)
from qhsign.shipped_files import shipped
from support.small_font import small_font

RARE = "\U000323a0"  # of an extension none of the shipped fonts has


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of system fonts; books opened here change nothing drawn elsewhere."""
    for role in Role:
        fonts.load().path(role)
    monkeypatch.setattr(pdfmetrics, "_fonts", dict(pdfmetrics._fonts))
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (tmp_path,))
    return tmp_path


def book() -> FontBook:
    return FontBook(shipped("resources", "fonts"))


@pytest.mark.parametrize(
    ("role", "file"),
    [
        ("song", "simsunb.ttf"),
        ("serif", "simsunb.ttf"),
        ("kai", "simkai.ttf"),
        ("sans", "simhei.ttf"),
        ("bold", "msyhbd.ttc"),
    ],
)
def test_a_role_prefers_the_system_face_of_its_own_kind(system: Path, role: str, file: str) -> None:
    for name in ("simsunb.ttf", "simhei.ttf", "simkai.ttf", "msyhbd.ttc"):
        small_font(system / name, f"Test{name[:-4]}", RARE)
    assert book().runs(role, RARE)[0].font_name == f"system-{file[:-4]}-0"


def test_another_kind_helps_out_where_the_own_one_lacks_the_character(system: Path) -> None:
    small_font(system / "simkai.ttf", "TestKai", "丙")
    small_font(system / "simfang.ttf", "TestFang", RARE)
    assert book().runs("kai", RARE)[0].font_name == "system-simfang-0"
    assert book().missing("kai", RARE + "\U000323a1") == ["\U000323a1"]


def test_shipped_fonts_come_first(system: Path) -> None:
    small_font(system / "simhei.ttf", "TestHei", "李" + RARE)
    assert [run.font_name for run in book().runs("sans", "李" + RARE)] == [
        "sans",
        "system-simhei-0",
    ]


def test_a_font_is_opened_only_for_a_character_it_has(
    system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("simsun.ttc", "simsunb.ttf", "SimsunExtG.ttf"):
        small_font(system / name, f"Test{name[:-4]}", RARE if "ExtG" in name else "丙")
    opened: list[str] = []
    readable = fonts._readable

    def noted(name: str, file: FontFile, *, for_shaping: bool = False) -> EmbeddedFont | None:
        opened.append(file.path.name)
        return readable(name, file, for_shaping=for_shaping)

    monkeypatch.setattr(fonts, "_readable", noted)
    assert book().missing("song", RARE) == []
    assert opened == ["SimsunExtG.ttf"]


def test_names_are_found_in_any_case_and_in_their_order(system: Path) -> None:
    for name in ("SIMKAI.TTF", "ukai.ttc", "UMING.TTC", "Himalaya.ttf", "other.ttf"):
        (system / name).write_bytes(b"")
    assert [file.path.name for file in kai_files()] == ["SIMKAI.TTF", "ukai.ttc"]
    assert rare_character_files("song")[0].path.name == "UMING.TTC"
    assert rare_character_files("kai")[0].path.name == "SIMKAI.TTF"
    assert [file.path.name for file in script_files(Script.TIBETAN)] == ["Himalaya.ttf"]
    assert script_files(Script.ARABIC) == ()


def test_damaged_files_are_passed_over(system: Path) -> None:
    (system / "simhei.ttf").write_bytes(b"damaged")
    (system / "msyh.ttc").write_bytes(b"")
    assert book().missing("sans", RARE) == [RARE]
