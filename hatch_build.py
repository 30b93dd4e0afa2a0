"""Build hook: unpacks the fonts of fonts.lock into src/deckgen/fonts.

In: fonts.lock and whatever package index pip is set up with. Out: font files and their licence
texts, each checked against its SHA-256. Files that are already right are left alone and nothing
is downloaded. Static styles of a variable font are made here, with fontTools, and the table of
icons. Runs for wheels and for editable installs; the fonts are never files of the repository.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCK = "fonts.lock"
FOLDER = "src/deckgen/fonts"

Package = dict[str, Any]


class FontError(Exception):
    """The fonts could not be had; the message says why and what to do."""


class FontsHook(BuildHookInterface):  # type: ignore[misc]
    """Called by hatchling before it collects the files of a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the fonts present and names them as files of the wheel."""
        try:
            names = install(Path(self.root))
        except FontError as error:
            self.app.abort(f"deckgen: {error}")
        build_data["artifacts"] += [f"/{FOLDER}/{_literal(name)}" for name in names]


def install(root: Path) -> list[str]:
    """Unpacks what is absent or wrong; returns the names of all files."""
    lock = tomllib.loads((root / LOCK).read_text("utf-8"))
    folder = root / FOLDER
    wanted = [package for package in lock["package"] if not _present(package, folder)]
    if wanted:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as downloads:
            _download(wanted, Path(downloads))
            for package in wanted:
                _unpack(package, Path(downloads), folder)
    names = [file["to"] for package in lock["package"] for file in package["files"]]
    _tidy(folder, names)
    return names


def _tidy(folder: Path, names: list[str]) -> None:
    """Fonts of an earlier lock would be found by whoever is given the whole folder."""
    for path in folder.glob("*.ttf"):
        if path.name not in names:
            path.unlink()


def _present(package: Package, folder: Path) -> bool:
    return all(_matches(folder / file["to"], file["sha256"]) for file in package["files"])


def _matches(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _download(packages: list[Package], folder: Path) -> None:
    """Has pip fetch the packages, so that the user's own index, proxy and cache serve."""
    pins = folder / "pins.txt"
    pins.write_text(
        "".join(f"{p['name']}=={p['version']} --hash=sha256:{p['sha256']}\n" for p in packages)
    )
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-input"]
    command += ["--disable-pip-version-check", "--only-binary", ":all:", "--require-hashes"]
    command += ["--requirement", str(pins), "--dest", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        names = ", ".join(f"{p['name']} {p['version']}" for p in packages)
        raise FontError(
            f"pip could not download the fonts ({names}). They are fetched once, with hashes from"
            f" {LOCK}; check the network or pip's index and install again.\n{done.stderr.strip()}"
        )


def _unpack(package: Package, downloads: Path, folder: Path) -> None:
    stem = f"{package['name'].replace('-', '_')}-{package['version']}-"
    archives = [path for path in downloads.iterdir() if path.name.lower().startswith(stem)]
    if not archives:
        raise FontError(f"pip said it downloaded {package['name']}, but there is no such file.")
    with zipfile.ZipFile(archives[0]) as archive:
        for file in package["files"]:
            data = archive.read(file["from"])
            if "at" in file:
                data = _instance(data, file["at"])
            if "names" in file:
                data = _icons(data, json.loads(archive.read(file["names"])), file["style"])
            if hashlib.sha256(data).hexdigest() != file["sha256"]:
                raise FontError(f"{file['to']} from {package['name']} is not the file of {LOCK}.")
            _write(folder / file["to"], data)


def _instance(data: bytes, at: dict[str, float]) -> bytes:
    """A static font from a variable one, named as the style that it now is.

    Without what changes its bytes and not its content: the clock, and HarfBuzz's table packer where
    that is installed.
    """
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    instancer.instantiateVariableFont(font, at, inplace=True, updateFontNames=True)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _icons(data: bytes, icons: dict[str, Any], style: str) -> bytes:
    """A font of icons as a table: name, other names, words to find it by, outline.

    A row an icon, with tabs between. Outlines are in thousandths of the icon's height, y downwards:
    a letter (M, L, Q, Z) and its whole numbers. A table and no font, or programs that are
    given the folder of fonts would set text in it.
    """
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data))
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    rows = []
    for name, icon in sorted(icons.items()):
        if style in icon["free"]:
            others = icon.get("aliases", {}).get("names", [])
            words = sorted({str(term) for term in icon["search"]["terms"]})
            glyph = glyphs[names[int(icon["unicode"], 16)]]
            outline = _outline(glyph, glyphs, font["head"].unitsPerEm)
            rows.append("\t".join((name, ",".join(others), ",".join(words), outline)))
    return ("\n".join(rows) + "\n").encode()


def _outline(glyph: Any, glyphs: Any, unit: int) -> str:
    """What fontTools draws of a glyph, in the letters of the table."""
    from fontTools.pens.basePen import decomposeQuadraticSegment
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    letters = {"moveTo": "M", "lineTo": "L", "qCurveTo": "Q", "closePath": "Z", "endPath": "Z"}
    pen = DecomposingRecordingPen(glyphs)
    glyph.draw(pen)
    drawn, last = [], None
    for step, points in pen.value:
        pieces = decomposeQuadraticSegment(points) if step == "qCurveTo" else [points]
        for piece in pieces:
            numbers = [(round(x * 1000 / unit), round(-y * 1000 / unit)) for x, y in piece]
            if step != "lineTo" or numbers[-1] != last:  # the font has many lines of no length
                drawn.append(letters[step] + " ".join(f"{x} {y}" for x, y in numbers))
            last = numbers[-1] if numbers else None
    return "".join(drawn)


def _write(path: Path, data: bytes) -> None:
    """Two builds at once must not leave half a file."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    draft.write_bytes(data)
    draft.replace(path)


def _literal(name: str) -> str:
    """A file name as a pattern that matches only itself: hatchling's patterns know brackets."""
    return name.replace("[", "\\[").replace("]", "\\]")
