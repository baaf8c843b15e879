"""Build the fonts of the prints and the window: ``python packaging/build_fonts.py [--out DIR]``.

The sources are open fonts (SIL OFL 1.1) that lie in packages of the Python index. The prints can
embed TrueType outlines only and one weight per file, so each source is cut to one weight, turned
into TrueType where it is not, and stripped of what neither the prints nor the window use. The
Chinese fonts lack Kyrgyz, Turkish and Czech letters and some rare characters of names: those are
taken over from their sister fonts, so that a word never changes its face halfway.

The result is kept in the cache folder of the user under a hash of this file and of the versions of
its sources; a second build only copies.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distribution, version
from pathlib import Path
from typing import NamedTuple

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib import instancer

from debian_fonts import debian_fonts

HERE = Path(__file__).resolve().parent
SOURCES = (
    "justmytype-intl-cjk",
    "justmytype-western-core",
    "pylopdf-fonts-ar",
    "pylopdf-fonts-he",
    "pylopdf-fonts-zh-cn",
)
# The window sets Latin with kerning and tables with digits of one width; reportlab reads neither.
LAYOUT_FEATURES = ["kern", "mark", "mkmk", "ccmp", "tnum"]
# Cyrillic as a whole, or Kyrgyz words were patched together from two fonts; and the combining
# marks, which the Chinese fonts place beside the letter.
CYRILLIC_AND_MARKS = frozenset((*range(0x0400, 0x0530), *range(0x0300, 0x0370)))
# Tick boxes and marks of working papers; the rest of the symbol font would only cost space.
SYMBOLS = frozenset((*range(0x2190, 0x2200), *range(0x2460, 0x2800)))
HAN = frozenset((*range(0x2E80, 0x3000), *range(0x3400, 0xA000), *range(0xF900, 0xFB00)))
ASTRAL_HAN = frozenset(range(0x20000, 0x323B0))
# A thousandth of the em: finer than any printer of badges shows.
CURVE_ERROR = 1.0
# A table of our own: how many glyphs a font had before those of others were grafted. The prints set
# a word with a grafted letter wholly in the font the letter came from.
GRAFTS = "qhGr"
# Letters whose shape depends on their neighbours come with all the tables that say how.
EVERY_FEATURE = ["*"]
# What a font of another script need not have: the Chinese and Latin fonts set it.
LATIN = frozenset(range(0x21, 0x0250))


class Source(NamedTuple):
    """A font of a package: its file and where its axes are to stand (empty: it has none)."""

    path: Path
    axes: dict[str, float]


class Graft(NamedTuple):
    """Characters to take over from another font.

    ``replaced`` are taken even where the font has its own, so that one alphabet has one face.
    """

    source: Source
    wanted: frozenset[int]
    replaced: frozenset[int] = frozenset()


def package_folder(name: str) -> Path:
    """Return the folder of an installed package without importing it."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"the fonts are built from the package {name}: install it first")
    return Path(found.origin).parent


def _chinese(family: str, weight: float) -> Source:
    folder = package_folder("justmytype_intl_cjk") / "fonts" / "ofl" / family.lower()
    return Source(folder / f"{family}[wght].ttf", {"wght": weight})


def _western(family: str, weight: float) -> Source:
    folder = package_folder("justmytype_western_core") / "fonts" / "ofl" / family.lower()
    return Source(folder / f"{family}[wdth,wght].ttf", {"wght": weight, "wdth": 100})


def _other_script(package: str, family: str, weight: float) -> Source:
    axes = {"wght": weight} if "Naskh" in family else {"wght": weight, "wdth": 100}
    return Source(package_folder(package) / f"{family}-Variable.ttf", axes)


def _symbols() -> Source:
    folder = package_folder("justmytype_western_core") / "fonts" / "ofl" / "notosanssymbols2"
    return Source(folder / "NotoSansSymbols2-Regular.ttf", {})


def _subset(font: TTFont, characters: Iterable[int], features: list[str]) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = features
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_cmap = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "STAT", "MVAR", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(characters))
    subsetter.subset(font)


def cut(source: Source, characters: Iterable[int] | None, features: list[str]) -> TTFont:
    """Open a source, keep ``characters`` (None: all it has) and fix its axes."""
    font = TTFont(source.path, recalcTimestamp=False)
    has = font.getBestCmap()
    _subset(font, has if characters is None else set(characters) & set(has), features)
    if source.axes:
        font = instancer.instantiateVariableFont(font, source.axes, inplace=True)
        # The axes are gone: a style table that still speaks of them misleads Windows.
        if "STAT" in font:
            del font["STAT"]
    return font


def to_truetype(font: TTFont) -> None:
    """Turn the cubic outlines of a CFF font into the quadratic ones reportlab can embed."""
    glyphs = {}
    glyph_set = font.getGlyphSet()
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyph_set)
        # The directions differ: TrueType fills what lies to the right of the outline.
        glyph_set[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    builder = FontBuilder(font=font)
    del font["CFF "]
    builder.isTTF = True
    font.sfntVersion = "\x00\x01\x00\x00"
    builder.setupGlyf(glyphs)  # also computes the bounds, without which glyphs are clipped
    builder.setupMaxp()
    left = {name: getattr(glyph, "xMin", 0) for name, glyph in glyphs.items()}
    metrics = font["hmtx"].metrics
    font["hmtx"].metrics = {name: (metrics[name][0], left[name]) for name in glyphs}


def _map_characters(font: TTFont, added: dict[int, str]) -> None:
    mapping = {**font.getBestCmap(), **added}
    FontBuilder(font=font).setupCharacterMap(mapping)


def graft(font: TTFont, piece: Graft) -> int:
    """Take the characters of ``piece`` over into ``font`` and return how many there were."""
    own = set(font.getBestCmap())
    wanted = (piece.wanted - own) | piece.replaced
    if not wanted:
        return 0
    other = cut(piece.source, wanted, [])
    characters = other.getBestCmap()
    if not characters:
        return 0
    scale_of_both = font["head"].unitsPerEm
    if other["head"].unitsPerEm != scale_of_both:
        raise ValueError(f"{piece.source.path.name} is not drawn on {scale_of_both} units")
    order = font.getGlyphOrder()
    if GRAFTS not in font:
        font[GRAFTS] = newTable(GRAFTS)
        font[GRAFTS].data = len(order).to_bytes(2, "big")
    taken = set(order)
    new_names: dict[str, str] = {}
    for name in other.getGlyphOrder():
        new_names[name] = _free_name(name, taken)
        taken.add(new_names[name])
    glyf, outlines = font["glyf"], other["glyf"]
    for name, new_name in new_names.items():
        glyph = outlines[name]
        if glyph.isComposite():
            for component in glyph.components:
                component.glyphName = new_names[component.glyphName]
        glyf.glyphs[new_name] = glyph
        font["hmtx"].metrics[new_name] = other["hmtx"].metrics[name]
    font.setGlyphOrder([*order, *new_names.values()])
    glyf.glyphOrder = font.getGlyphOrder()
    _map_characters(font, {code: new_names[name] for code, name in characters.items()})
    return len(characters)


def _free_name(name: str, taken: set[str]) -> str:
    free, number = name, 0
    while free in taken:
        number += 1
        free = f"{name}.{number}"
    return free


def name_font(font: TTFont, family: str, style: str) -> None:
    """Give the font one family, one style and a PostScript name of its own.

    Two weights cut from one variable font keep one PostScript name, and then a print embeds the
    first for both: Bold silently prints as Regular.
    """
    table = font["name"]
    version_text = table.getDebugName(5) or "Version 1.000"
    postscript = f"{family.replace(' ', '')}-{style}"
    keep = {0, 7, 8, 9, 11, 12, 13, 14}
    table.names = [record for record in table.names if record.nameID in keep]
    words = {
        1: family,
        2: style,
        3: f"{version_text};{postscript};qhsign",
        4: family if style == "Regular" else f"{family} {style}",
        5: version_text,
        6: postscript,
    }
    for number, text in words.items():
        table.setName(text, number, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)


def _finish(font: TTFont, path: Path, family: str, style: str) -> None:
    name_font(font, family, style)
    font["post"].formatType = 3.0
    font["OS/2"].recalcUnicodeRanges(font)
    font.save(path)


def _build_sans(path: Path, weight: float, style: str) -> None:
    font = cut(_chinese("NotoSansSC", weight), None, LAYOUT_FEATURES)
    letters = frozenset(cut_characters(_western("NotoSans", weight))) - SYMBOLS
    graft(font, Graft(_western("NotoSans", weight), letters, CYRILLIC_AND_MARKS))
    for family in ("NotoSansTC", "NotoSansJP", "NotoSansKR"):
        graft(font, Graft(_chinese(family, weight), HAN | ASTRAL_HAN))
    graft(font, Graft(_symbols(), SYMBOLS))
    _finish(font, path, "Noto Sans SC", style)


def _build_song(path: Path) -> None:
    source = package_folder("pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf"
    font = cut(Source(source, {}), None, LAYOUT_FEATURES)
    to_truetype(font)
    letters = frozenset(cut_characters(_western("NotoSerif", 400))) - SYMBOLS
    graft(font, Graft(_western("NotoSerif", 400), letters, CYRILLIC_AND_MARKS))
    _finish(font, path, "Noto Serif SC", "Regular")


def _build_serif(path: Path) -> None:
    font = cut(_western("NotoSerif", 400), None, [*LAYOUT_FEATURES, "locl"])
    _finish(font, path, "Noto Serif", "Regular")


def _build_letters(path: Path, weight: float, style: str) -> None:
    """Build the letters of the sans fonts alone, with the tables that put marks in their places."""
    source = _western("NotoSans", weight)
    _finish(cut(source, None, [*LAYOUT_FEATURES, "locl"]), path, "Noto Sans", style)


def _build_script(path: Path, source: Source, family: str, style: str = "Regular") -> None:
    _finish(cut(source, cut_characters(source) - LATIN, EVERY_FEATURE), path, family, style)


def _build_arabic(path: Path, family: str, weight: float = 400, style: str = "Regular") -> None:
    source = _other_script("pylopdf_fonts_ar", family.replace(" ", ""), weight)
    _build_script(path, source, family, style)


def _build_hebrew(path: Path, family: str, weight: float = 400, style: str = "Regular") -> None:
    source = _other_script("pylopdf_fonts_he", family.replace(" ", ""), weight)
    _build_script(path, source, family, style)


def cut_characters(source: Source) -> set[int]:
    """Return the characters a source covers."""
    with TTFont(source.path, lazy=True) as font:
        return set(font.getBestCmap())


BUILDERS: dict[str, Callable[[Path], None]] = {
    "song.ttf": _build_song,  # takes longest, so it starts first
    "sans.ttf": lambda path: _build_sans(path, 400, "Regular"),
    "bold.ttf": lambda path: _build_sans(path, 700, "Bold"),
    "serif.ttf": _build_serif,
    "letters.ttf": lambda path: _build_letters(path, 400, "Regular"),
    "letters-bold.ttf": lambda path: _build_letters(path, 700, "Bold"),
    "arabic.ttf": lambda path: _build_arabic(path, "Noto Sans Arabic"),
    "arabic-bold.ttf": lambda path: _build_arabic(path, "Noto Sans Arabic", 700, "Bold"),
    "arabic-serif.ttf": lambda path: _build_arabic(path, "Noto Naskh Arabic"),
    "hebrew.ttf": lambda path: _build_hebrew(path, "Noto Sans Hebrew"),
    "hebrew-bold.ttf": lambda path: _build_hebrew(path, "Noto Sans Hebrew", 700, "Bold"),
    "hebrew-serif.ttf": lambda path: _build_hebrew(path, "Noto Serif Hebrew"),
}


def write_licences(folder: Path) -> None:
    """Put the licence texts of the sources beside the fonts, as the licence asks."""
    chinese = package_folder("justmytype_intl_cjk") / "fonts" / "ofl"
    western = package_folder("justmytype_western_core") / "fonts" / "ofl"
    texts = {
        "OFL-NotoSansCJK.txt": chinese / "notosanssc" / "OFL.txt",
        "OFL-NotoSans.txt": western / "notosans" / "OFL.txt",
        "OFL-NotoSansSymbols2.txt": western / "notosanssymbols2" / "OFL.txt",
        "OFL-NotoSerif.txt": western / "notoserif" / "OFL.txt",
    }
    for name, source in texts.items():
        shutil.copyfile(source, folder / name)
    in_packages = {
        "OFL-NotoSerifCJK.txt": "pylopdf-fonts-zh-cn",
        "OFL-NotoArabic.txt": "pylopdf-fonts-ar",
        "OFL-NotoHebrew.txt": "pylopdf-fonts-he",
    }
    for name, package in in_packages.items():
        for file in distribution(package).files or []:
            if file.name == "LICENSE":
                shutil.copyfile(str(file.locate()), folder / name)


def cache_folder() -> Path:
    """Return where built fonts are kept between builds, by the habits of the system."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "qhsign" / "Cache" / "fonts"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "qhsign" / "fonts"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "qhsign" / "fonts"


def recipe() -> str:
    """Return the hash of all that decides what the built fonts look like."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for name in (*SOURCES, "fonttools"):
        digest.update(f"{name}=={version(name)}\n".encode())
    return digest.hexdigest()[:20]


def built_fonts() -> Path:
    """Return a folder with the built fonts and their licences, building them if need be."""
    finished = cache_folder() / recipe()
    if finished.is_dir():
        return finished
    try:
        finished.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix="building-", dir=finished.parent))
        work.chmod(0o755)
    except OSError:  # no home to write to: build for this one time
        finished = work = Path(tempfile.mkdtemp(prefix="qhsign-fonts-"))
    # Separate processes, because this is all computing; few, because each takes half a gigabyte.
    with ThreadPoolExecutor(max_workers=min(3, os.cpu_count() or 1)) as desks:
        for line in desks.map(lambda name: _build_apart(name, work), BUILDERS):
            print(line, flush=True)
    write_licences(work)
    if work != finished:
        _move_into_place(work, finished)
    return finished


def _build_apart(name: str, folder: Path) -> str:
    command = [sys.executable, str(Path(__file__).resolve()), "--only", name, "--out", str(folder)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise RuntimeError(f"{name} was not built:\n{made.stderr}")
    return made.stdout.strip()


def build_one(name: str, folder: Path) -> None:
    """Build one font into ``folder``."""
    started = time.monotonic()
    BUILDERS[name](folder / name)
    size = (folder / name).stat().st_size / 1e6
    print(f"{name}: {size:.1f} MB in {time.monotonic() - started:.0f} s")


def _move_into_place(work: Path, finished: Path) -> None:
    """Make a finished folder appear at once; another build may have been quicker."""
    try:
        work.rename(finished)
    except OSError:
        if not finished.is_dir():
            raise
        shutil.rmtree(work)


def put_fonts(out: Path) -> None:
    """Fill ``out`` with the fonts and their licences; files that are there already stay."""
    out.mkdir(parents=True, exist_ok=True)
    wanted = {file.name: file for file in built_fonts().iterdir()}
    wanted.update(debian_fonts(cache_folder()))
    for name, source in sorted(wanted.items()):
        _copy_if_changed(source, out / name)


def _copy_if_changed(source: Path, target: Path) -> None:
    if target.is_file() and target.stat().st_size == source.stat().st_size:
        with source.open("rb") as one, target.open("rb") as other:
            if (
                hashlib.file_digest(one, "md5").digest()
                == hashlib.file_digest(other, "md5").digest()
            ):
                return
    part = target.with_name(target.name + ".part")
    shutil.copyfile(source, part)
    part.replace(target)


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description="Build the fonts of qhsign.")
    default = HERE.parent / "resources" / "fonts"
    parser.add_argument("--out", type=Path, default=default, help=f"where to put them ({default})")
    parser.add_argument("--only", choices=BUILDERS, help="build one font and leave the cache alone")
    options = parser.parse_args()
    if options.only:
        build_one(options.only, options.out)
        return
    started = time.monotonic()
    put_fonts(options.out)
    print(f"fonts are in {options.out} ({time.monotonic() - started:.0f} s)")


if __name__ == "__main__":
    main()
