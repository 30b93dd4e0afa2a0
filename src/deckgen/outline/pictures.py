"""Whether the pictures of an outline are there, and are pictures.

What must not be here: reading the formats (that is `image`), placing pictures.
"""

from __future__ import annotations

import re

from deckgen.base.diagnostics import Span
from deckgen.image import inspect
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import near
from deckgen.syntax.quoting import plain_is_safe, quote
from deckgen.world import World

_ABSOLUTE = re.compile(r"[/~\\]|[A-Za-z]:|\w+://")
_CLIMB = 2  # folders that a path may go above the deck's own: ../../shared/wijk.jpg
HEAVY = 60_000_000  # bytes
LONGEST = 16_000  # pixels of a side
MOST = 120_000_000  # pixels


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


def check(deck_file: str, world: World, reader: Reader) -> None:
    """Reports pictures that are missing, out of reach, too large or none at all."""
    done: dict[str, tuple[str, str, str] | None] = {}
    for picture, span in reader.pictures:
        if picture.file not in done:
            done[picture.file] = _problem(deck_file, picture.file, world)
        if (problem := done[picture.file]) is not None:
            _report(problem, span, reader)
            if problem[0] == "missing-file":
                reader.instead(span, _other_format(deck_file, picture.file, world))


def _report(problem: tuple[str, str, str], span: Span, reader: Reader) -> None:
    code, message, hint = problem
    reader.report(code, message, span, hint)


def _problem(deck_file: str, file: str, world: World) -> tuple[str, str, str] | None:
    path = resolve(deck_file, file)
    if not file.strip("./\\ "):
        return "no-picture", f"`{file}` is a folder.", "type a picture's name: images/wijk.jpg"
    if path is None:
        name = re.split(r"[/\\]", file)[-1] or "wijk.jpg"
        return (
            "outside-project",
            f"`{file}` lies outside the deck's project.",
            f"put the picture beside the outline and type images/{name}",
        )
    size = world.size(path)
    if size is None:
        return ("missing-file", f"There is no file {file}.", _missing(path, file, world))
    if size > HEAVY:
        return (
            "picture-too-large",
            f"{file} has {size / 1e6:.0f} MB.",
            "scale it down to 2560 pixels and save it as JPEG",
        )
    found = inspect(world.read(path) or b"")
    if found is None:
        return (
            "not-a-picture",
            f"{file} is no picture that a slide can show.",
            "save it as JPEG or PNG and type that file's name",
        )
    if max(found.width, found.height) > LONGEST or found.width * found.height > MOST:
        return (
            "picture-too-large",
            f"{file} has {found.width} × {found.height} pixels.",
            "scale it down to 2560 pixels on its longer side",
        )
    return None


def _other_format(deck_file: str, file: str, world: World) -> str:
    """The only picture of the same name that was saved in another format."""
    path = resolve(deck_file, file) or ""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    others = [o for o in world.names(folder or ".") if stem and o.rpartition(".")[0] == stem]
    if len(others) != 1 or inspect(world.read(f"{folder}/{others[0]}".lstrip("/")) or b"") is None:
        return ""
    typed = file.removesuffix(name) + others[0]
    return typed if plain_is_safe(typed, flow=True) else quote(typed)


def _missing(path: str, file: str, world: World) -> str:
    folder, _, name = path.rpartition("/")
    stems = {other.rpartition(".")[0]: other for other in world.names(folder or ".")}
    if (stem := near(name.rpartition(".")[0] or name, stems)) and stems[stem]:
        return f"did you mean `{file.removesuffix(name)}{stems[stem]}`?"
    return f"put {file} there, or leave a slot: picture: {{wants: what is to be seen}}"
