"""Once all pages are laid: every picture made ready for the largest size at which it is shown.

In: a Scene whose pictures are whole files, the Album that they came from. Out: the Scene with the
bytes that writers put in, each once, and a finding for a picture that is too coarse for its place
or can't be read. Not here: where pictures stand, how they are cropped.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TypeVar

from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.base.units import EMU_PER_POINT
from deckgen.layout.pictures import Album, Loaded, Made, Print, named
from deckgen.scene.model import Group, Item, Layout, Page, Picture, Scene

PPI = 220  # pixels to the inch that are kept, as PowerPoint's own compression has it
LEAST = 110  # below this a projector shows the pixels
MOST = 4096  # pixels of the longer side, whatever is cropped away
STEP = 32  # a picture moved by a hair is not made ready again
INCH = 72 * EMU_PER_POINT

Sheet = TypeVar("Sheet", Page, Layout)


def settle(scene: Scene, album: Album) -> Checked[Scene]:
    """The Scene with its pictures ready, and what is wrong with them."""
    album.sources.update({blob: ("", one) for blob, one in album.prints.drawn.items()})
    if not album.sources:
        return Checked(scene)
    shown = list(_shown(scene, album))
    sizes: dict[str, int] = {}
    for picture in shown:
        sizes[picture.blob] = max(sizes.get(picture.blob, 0), _pixels(picture))
    made = {blob: _made(blob, size, album) for blob, size in sizes.items()}
    album.prints.forget(sizes)
    ready = {blob: one for blob, one in made.items() if one is not None}
    torn = [one for one in shown if one.blob not in ready]
    found = [_torn(one, album) for one in torn] + list(_coarse(scene, album))
    return Checked(_replaced(scene, ready, album), tuple(found))


def _shown(scene: Scene, album: Album) -> Iterator[Picture]:
    sheets: list[Page | Layout] = [*scene.pages, *scene.layouts, scene.master]
    for sheet in sheets:
        yield from (one for one in _pictures(sheet.items) if one.blob in album.sources)


def _pictures(items: tuple[Item, ...]) -> Iterator[Picture]:
    for item in items:
        if isinstance(item, Group):
            yield from _pictures(item.items)
        elif isinstance(item, Picture):
            yield item


def _pixels(picture: Picture) -> int:
    """What the longer side of the whole picture has use for, with what is cropped away."""
    left, top, right, bottom = picture.crop
    across = picture.frame.cx / max(1 - left - right, 0.01)
    down = picture.frame.cy / max(1 - top - bottom, 0.01)
    wanted = max(across, down) / INCH * PPI
    return min(max(ceil(wanted / STEP), 1) * STEP, MOST)


def _made(blob: str, longest: int, album: Album) -> Made | None:
    known = album.prints.made
    key = (blob, longest)
    if key not in known:
        known[key] = _ready(album.sources[blob][1], longest)
    return known[key]


def _ready(known: Print, longest: int) -> Made | None:
    from deckgen.image import embed

    if known.loaded.vector:
        return _drawing(known.source, longest)
    try:
        data, extension = embed(known.source, longest)
    except ValueError:
        return None
    return Made(named(data, extension), data)


def _drawing(source: bytes, longest: int) -> Made | None:
    from deckgen.image.vector import clean, raster

    try:
        drawing = clean(source)
        data = raster(drawing, longest)
    except ValueError:
        return None
    return Made(named(data, "png"), data, named(drawing, "svg"), drawing)


def _replaced(scene: Scene, ready: dict[str, Made], album: Album) -> Scene:
    blobs = {name: data for name, data in scene.blobs.items() if name not in album.sources}
    for one in ready.values():
        blobs[one.blob] = one.data
        if one.vector:
            blobs[one.vector] = one.drawing
    return replace(
        scene,
        pages=tuple(_sheet(page, ready) for page in scene.pages),
        layouts=tuple(_sheet(layout, ready) for layout in scene.layouts),
        master=_sheet(scene.master, ready),
        blobs=blobs,
    )


def _sheet(sheet: Sheet, ready: dict[str, Made]) -> Sheet:
    if not any(one.blob in ready for one in _pictures(sheet.items)):
        return sheet
    return replace(sheet, items=_items(sheet.items, ready))


def _items(items: tuple[Item, ...], ready: dict[str, Made]) -> tuple[Item, ...]:
    return tuple(_item(item, ready) for item in items)


def _item(item: Item, ready: dict[str, Made]) -> Item:
    if isinstance(item, Group):
        return replace(item, items=_items(item.items, ready))
    if isinstance(item, Picture) and (one := ready.get(item.blob)) is not None:
        return replace(item, blob=one.blob, vector=one.vector)
    return item


def _torn(picture: Picture, album: Album) -> Diagnostic:
    file, _ = album.sources[picture.blob]
    return Diagnostic(
        "layout/torn-picture",
        f"{file} is damaged: it begins like a picture, but it can't be read to its end",
        picture.at.span,
        hints=("open it in a program for pictures and save it again as JPEG or PNG",),
    )


def _coarse(scene: Scene, album: Album) -> Iterator[Diagnostic]:
    """Pictures of pages that have too few pixels for the place they are shown at."""
    shown = (one for page in scene.pages for one in _pictures(page.items))
    for picture in shown:
        file, known = album.sources.get(picture.blob, ("", None))
        if known is None or known.loaded.vector:
            continue
        ppi = _density(picture, known.loaded)
        if ppi < LEAST:
            yield _too_coarse(picture, file, known.loaded, ppi)


def _density(picture: Picture, loaded: Loaded) -> float:
    """Pixels to the inch."""
    left, _, right, _ = picture.crop
    return loaded.width * (1 - left - right) * INCH / max(picture.frame.cx, 1)


def _too_coarse(picture: Picture, file: str, loaded: Loaded, ppi: float) -> Diagnostic:
    width, height = (ceil(side * LEAST / ppi) for side in (loaded.width, loaded.height))
    better, higher = (ceil(side * PPI / ppi) for side in (loaded.width, loaded.height))
    return Diagnostic(
        "layout/low-resolution",
        f"{file} has {loaded.width} × {loaded.height} pixels; where it is shown that is "
        f"{ppi:.0f} to the inch, and under {LEAST} the pixels can be seen",
        picture.at.span,
        "warning",
        (f"use one with {width} × {height} pixels at least; sharp from {better} × {higher}",),
    )
