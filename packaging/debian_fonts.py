"""Fonts the Python index does not have, taken from the system or from Debian's archive.

Nothing depends on them: without LXGW WenKai the prints use the system's KaiTi, or else Song, and
without Noto Serif Tibetan the system's Tibetan font. The files are shipped as they are, because
the name of LXGW WenKai is reserved to unchanged copies.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple


class DebianFonts(NamedTuple):
    """A package of Debian: its files by the names they are shipped under.

    ``folders`` are where systems install them.
    """

    package: str
    files: dict[str, str]
    licence: str
    folders: tuple[Path, ...]


WANTED = (
    DebianFonts(
        "fonts-lxgw-wenkai",
        {"kai.ttf": "LXGWWenKai-Regular.ttf"},
        "OFL-LXGWWenKai.txt",
        (Path("/usr/share/fonts/truetype/lxgw-wenkai"), Path("/usr/share/fonts/lxgw-wenkai")),
    ),
    DebianFonts(
        "fonts-noto-core",
        {
            "tibetan.ttf": "NotoSerifTibetan-Regular.ttf",
            "tibetan-bold.ttf": "NotoSerifTibetan-Bold.ttf",
        },
        "OFL-NotoSerifTibetan.txt",
        (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/noto")),
    ),
)


def debian_fonts(cache: Path) -> dict[str, Path]:
    """Return the fonts and licences to be had here, by the names they are shipped under.

    What the archive gives is kept in the folder ``cache``.
    """
    found: dict[str, Path] = {}
    for package in WANTED:
        found.update(_files_of(package, cache / package.package))
    return found


def _files_of(wanted: DebianFonts, kept: Path) -> dict[str, Path]:
    names = (*wanted.files, wanted.licence)
    if all((kept / name).is_file() for name in names):
        return {name: kept / name for name in names}
    for folder in wanted.folders:
        if all((folder / file).is_file() for file in wanted.files.values()):
            found = {name: folder / file for name, file in wanted.files.items()}
            text = Path("/usr/share/doc", wanted.package, "copyright")
            return {**found, wanted.licence: text} if text.is_file() else found
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return {}
    try:
        _download(wanted, kept)
    except (OSError, subprocess.SubprocessError, StopIteration) as reason:
        print(f"{wanted.package}: not available here ({reason}); the prints use another font")
        return {}
    return {name: kept / name for name in names}


def _download(wanted: DebianFonts, kept: Path) -> None:
    """Take the fonts out of Debian's package; apt checks the package's signature."""
    with tempfile.TemporaryDirectory(prefix="qhsign-fonts-") as name:
        folder = Path(name)
        patience = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"]
        _run(["apt-get", "-q", *patience, "download", wanted.package], folder)
        package = next(folder.glob("*.deb"))
        _run(["dpkg-deb", "-x", str(package), str(folder / "x")], folder)
        kept.mkdir(parents=True, exist_ok=True)
        for shipped, file in (*wanted.files.items(), (wanted.licence, "copyright")):
            part = kept / f"{shipped}.part"
            shutil.copyfile(next((folder / "x").rglob(file)), part)
            part.replace(kept / shipped)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
