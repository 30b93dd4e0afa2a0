"""Whether the pictures of an outline are there, and are pictures.

What must not be here: reading the formats (that is `image`), placing pictures.
"""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.base.diagnostics import Severity, Span
from deckgen.image import ImageInfo, inspect
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import near
from deckgen.world import World

_ABSOLUTE = re.compile(r"[/~\\]|[A-Za-z]:|\w+://")
_CLIMB = 2  # folders that a path may go above the deck's own: ../../shared/wijk.jpg
HEAVY = 60_000_000  # bytes
LONGEST = 16_000  # pixels of a side
MOST = 120_000_000  # pixels


class Sought(Struct, frozen=True):
    """A file that an outline names: what it is, what one is called, what to type without one."""

    what: str
    example: str
    otherwise: str


PICTURE = Sought("picture", "images/wijk.jpg", "leave a slot: picture: {wants: what is to be seen}")


def resolve(deck_file: str, file: str) -> str | None:
    """The path of a deck's picture for `World.read`; None when it may not be reached."""
    if not file or _ABSOLUTE.match(file):
        return None
    folder = deck_file.rpartition("/")[0]
    parts: list[str] = []
    climbed = 0
    for part in file.replace("\\", "/").split("/"):
        if part == ".." and not parts:
            climbed += 1
        elif part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    if climbed > _CLIMB or not parts:
        return None
    return "/".join([*([folder] if folder else []), *[".."] * climbed, *parts])


Problem = tuple[str, str, str, Severity]  # code, sentence, hint, how bad


def check(deck_file: str, world: World, reader: Reader) -> None:
    """Reports pictures that are missing, out of reach, too large, none at all, or not all shown."""
    done: dict[str, Problem | None] = {}
    for picture, span in reader.pictures:
        if picture.file not in done:
            done[picture.file] = _problem(deck_file, picture.file, world)
        if (problem := done[picture.file]) is not None:
            _report(problem, span, reader)


def _report(problem: Problem, span: Span, reader: Reader) -> None:
    code, message, hint, severity = problem
    reader.report(code, message, span, hint, severity=severity)


def found_at(deck_file: str, file: str, world: World, sought: Sought) -> tuple[str, Problem | None]:
    """The path of a file that an outline names; the problem with it, if there is no such file."""
    path = resolve(deck_file, file)
    what, folder = sought.what, sought.example.partition("/")[0]
    if not file.strip("./\\ "):
        hint = f"type a {what}'s name: {sought.example}"
        return "", (f"no-{what}", f"`{file}` is a folder.", hint, "error")
    if path is None:
        name = re.split(r"[/\\]", file)[-1] or sought.example.rpartition("/")[2]
        hint = f"put the {what} beside the outline and type {folder}/{name}"
        message = f"`{file}` lies outside the deck's project."
        return "", ("outside-project", message, hint, "error")
    if world.size(path) is None:
        hint = _missing(path, file, world, sought.otherwise)
        return "", ("missing-file", f"There is no file {file}.", hint, "error")
    return path, None


def _problem(deck_file: str, file: str, world: World) -> Problem | None:
    path, problem = found_at(deck_file, file, world, PICTURE)
    if problem is not None:
        return problem
    size = world.size(path) or 0
    if size > HEAVY:
        return (
            "picture-too-large",
            f"{file} has {size / 1e6:.0f} MB.",
            "scale it down to 2560 pixels and save it as JPEG",
            "error",
        )
    data = world.read(path) or b""
    found = inspect(data)
    if found is None:
        vector = file.lower().endswith(".svg")
        return (
            "not-a-picture",
            f"{file} is no picture that a slide can show.",
            "give it a `viewBox`, or export it again as SVG or PNG"
            if vector
            else "save it as JPEG or PNG and type that file's name",
            "error",
        )
    if max(found.width, found.height) > LONGEST or found.width * found.height > MOST:
        return (
            "picture-too-large",
            f"{file} has {found.width} × {found.height} pixels.",
            "scale it down to 2560 pixels on its longer side",
            "error",
        )
    return _loss(file, data, found)


def _loss(file: str, data: bytes, found: ImageInfo) -> Problem | None:
    """What of a picture not every program will show."""
    if found.format == "svg":
        return _drawing_loss(file, data)
    if found.frames > 1 and found.format in ("png", "webp"):
        return (
            "still-picture",
            f"{file} moves; on a slide only its first picture is shown.",
            "save it as GIF, or type video: with an .mp4",
            "warning",
        )
    return None


def _drawing_loss(file: str, data: bytes) -> Problem | None:
    from deckgen.image.vector import leads_out, words

    if leads_out(data):
        return (
            "svg-links",
            f"{file} shows pictures from other files; a slide can't.",
            "embed the pictures in the SVG, or export it as PNG",
            "warning",
        )
    if words(data):
        return (
            "svg-text",
            f"{file} has text: each program sets it in whatever font it finds, and programs that "
            "know no SVG show the drawing without it.",
            "turn its text into paths before it is exported (Inkscape: Path > Object to Path)",
            "warning",
        )
    return None


def _missing(path: str, file: str, world: World, otherwise: str) -> str:
    folder, _, name = path.rpartition("/")
    stems = {other.rpartition(".")[0]: other for other in world.names(folder or ".")}
    if (stem := near(name.rpartition(".")[0] or name, stems)) and stems[stem]:
        return f"did you mean `{file.removesuffix(name)}{stems[stem]}`?"
    return f"put {file} there, or {otherwise}"
