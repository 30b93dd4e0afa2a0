"""Films and sounds in their frames: the still, the mark that says that it plays, what plays.

In: a Film and its frame. Out: what `emit` makes items of. Whoever plays a film draws no mark on
its still. Without a still there is one of the template's artwork with the mark on it, drawn here as
an SVG: a film's still is a picture in every program. What has an address plays there: still and
mark lead to it.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.compose.boxes import Film
from deckgen.layout import forms
from deckgen.layout.paint import Paint
from deckgen.layout.pictures import Album, crop
from deckgen.outline.model import Audio, Clip
from deckgen.scene import model as scene

MARK = 0.26  # of the frame's shorter side
LEAST, MOST = 34.0, 120.0  # points
BARS = (0.16, 0.32, 0.46, 0.26, 0.14)  # heights of a sound's bars, of the disc
BAR = 0.055
RING = 0.05

Layer = tuple[str, list[forms.Command]]
Crop = tuple[float, float, float, float]


class Easel(Struct, frozen=True):
    """What a page lends to whoever draws on it: pictures, colours, ids, the template's artwork."""

    album: Album
    paint: Paint
    ids: Callable[[str], str]
    art: Callable[[Rect], scene.Item]
    layers: Callable[[Rect], list[Layer]]


def film(box: Film, rect: Rect, easel: Easel) -> tuple[scene.Item, ...]:
    """The items of a film, first is furthest back."""
    clip, rect = box.clip, fitted(box.aspect, rect, box.lean)
    album, name = easel.album, easel.ids("film")
    mark = _mark(f"{name}.mark", rect, easel.paint, isinstance(clip, Audio))
    blob = album.film(clip.file, clip.format) if clip.format else ""
    link = scene.Link(clip.file) if not blob and "://" in clip.file else None
    still = album.load(clip.poster) if clip.poster else None
    if still is None and not blob:
        return _opening(easel.art(rect), mark, clip, link)
    if still is None:
        shown, cut, mark = album.drawn(_still(rect, easel, clip)), (0.0, 0.0, 0.0, 0.0), ()
    else:
        shown, cut = still.blob, crop(still, rect, (0.5, 0.5))
    picture = scene.Picture(
        name,
        name.replace("-", " ").capitalize(),
        _frame(rect),
        shown,
        cut,
        _said(clip),
        "film",
        link=link,
        media=_media(clip, blob, mark) if blob else None,
        at=clip.at,
    )
    return (picture, *(() if blob else tuple(replace(one, link=link) for one in mark)))


def _still(rect: Rect, easel: Easel, clip: Clip) -> bytes:
    """The template's artwork with the mark on it, as an SVG."""
    size, around = _disc(rect)
    left, top = around.x - rect.x, around.y - rect.y
    middle = (left + size / 2, top + size / 2)
    accent, over = easel.paint.colour("accent").rgb, easel.paint.over("accent").rgb
    drawn = [(easel.paint.colour(role).rgb, commands) for role, commands in easel.layers(rect)]
    drawn.append((over, forms.disc(*middle, size / 2)))
    drawn.append((accent, forms.disc(*middle, size * (0.5 - RING))))
    drawn.append((over, _moved(_sign(clip, size), left, top)))
    body = "".join(
        f'<path fill="#{rgb}" d="{path}"/>' for rgb, each in drawn for path in _paths(each)
    )
    box = f"0 0 {rect.w:.2f} {rect.h:.2f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'.encode()


def _paths(commands: list[forms.Command]) -> list[str]:
    """A path for each outline: inside one path, overlaps might be holes."""
    found: list[str] = []
    for letter, *rest in commands:
        step = letter + " ".join(f"{part:.2f}" for part in rest)
        if letter == "M" or not found:
            found.append(step)
        else:
            found[-1] += step
    return found


def _moved(commands: list[forms.Command], x: float, y: float) -> list[forms.Command]:
    return [
        (letter, *(part + (x if n % 2 == 0 else y) for n, part in enumerate(rest)))
        for letter, *rest in commands
    ]


def fitted(aspect: float, rect: Rect, lean: float = 0.0) -> Rect:
    """The largest frame of these proportions at the upper edge of another; see Film.lean."""
    if not aspect:
        return rect
    wide = min(rect.w, rect.h * aspect)
    return Rect(rect.x + (rect.w - wide) * lean, rect.y, wide, wide / aspect)


def _opening(
    art: scene.Item, mark: tuple[scene.Shape, ...], clip: Clip, link: scene.Link | None
) -> tuple[scene.Item, ...]:
    """Artwork that leads to a film on the web, or that stands for one that is missing."""
    if isinstance(art, scene.Group):
        art = replace(art, alt=_said(clip), decorative=not _said(clip), link=link, at=clip.at)
    return (art, *(replace(one, link=link) for one in mark))


def _media(clip: Clip, blob: str, mark: tuple[scene.Shape, ...]) -> scene.Media:
    trim = clip.trim
    start = round(trim.start * 1000) if trim else 0
    end = max(clip.length - round(trim.to * 1000), 0) if trim and trim.to else 0
    return scene.Media(
        "audio" if isinstance(clip, Audio) else "video",
        blob,
        clip.start == "auto",
        clip.loop,
        clip.mute,
        (start, end),
        clip.length,
        mark,
    )


def _said(clip: Clip) -> str:
    return clip.alt or (clip.caption.plain if clip.caption else "")


def _mark(name: str, rect: Rect, paint: Paint, sound: bool) -> tuple[scene.Shape, ...]:
    """A disc with a triangle on it, or the bars of a sound; a ring sets it off from any ground."""
    size, ring = _disc(rect)
    sign = forms.path(_bars(size) if sound else _triangle(size))
    disc = ring.inset(*[size * RING] * 4)
    accent, over = paint.colour("accent"), paint.over("accent")
    parts: tuple[tuple[str, Rect, scene.Geometry, scene.Colour], ...] = (
        ("ring", ring, scene.Preset("ellipse"), over),
        ("disc", disc, scene.Preset("ellipse"), accent),
        ("sign", ring, sign, over),
    )
    return tuple(
        scene.Shape(
            f"{name}-{part}", f"Play {part}", _frame(at), form, fill, role="mark", decorative=True
        )
        for part, at, form, fill in parts
    )


def _disc(rect: Rect) -> tuple[float, Rect]:
    """The mark's size, and its frame in the middle of the still."""
    size = min(max(min(rect.w, rect.h) * MARK, LEAST), MOST, rect.w, rect.h)
    return size, Rect(rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, size)


def _sign(clip: Clip, size: float) -> list[forms.Command]:
    return _bars(size) if isinstance(clip, Audio) else _triangle(size)


def _triangle(size: float) -> list[forms.Command]:
    """Its centre of mass in the middle of the disc."""
    high, wide = size * 0.42, size * 0.37
    left, top = size / 2 - wide / 3, (size - high) / 2
    return forms.polygon((left, top), (left + wide, size / 2), (left, top + high))


def _bars(size: float) -> list[forms.Command]:
    step = BAR * 2 * size
    left = size / 2 - step * (len(BARS) - 1) / 2 - BAR * size / 2
    return [
        command
        for number, high in enumerate(BARS)
        for command in forms.box(
            left + number * step, size * (1 - high) / 2, BAR * size, size * high
        )
    ]


def _frame(rect: Rect) -> scene.Box:
    left, top = emu(rect.x), emu(rect.y)
    return scene.Box(left, top, emu(rect.right) - left, emu(rect.bottom) - top)
