"""A deck beside the same deck without what stands on its slides: what did we paint over?

In: a Scene, its .pptx, its base's facts, two PDFs. Out: texts that are lost, a bare .pptx, pages on
which ink of the base is not as it was: of its logos all, of rules, bands and fields what lies
outside the layout's own placeholders, where their designer lets text run over them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw
from pptx import Presentation
from pptx.slide import Slide

from deckgen.base.geometry import Rect
from deckgen.readers.pptx.base.facts import File, Sheet
from deckgen.readers.pptx.base.room import logo
from deckgen.scene import model as scene

WIDTH = 960  # pixels in which pages are compared
GROUND = 0.5  # share of the page from which a shape is the ground of everything
INK = 24  # levels by which ink differs from what lies around it
SEEN = 48  # … and from itself when it was painted over
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FIELD = "\u2039"  # begins a number that the layout itself counts: another on each page
WIDER = (-8, -8, -8, -8)  # points: such numbers stand out of their frames
FEW = 12  # pixels that antialiasing may move


def bare(data: bytes) -> bytes:
    """For each layout, in the order of their use, a slide with nothing else on it."""
    made = Presentation(io.BytesIO(data))
    seen: set[str] = set()
    listed = made.slides._sldIdLst
    for entry, slide in list(zip(listed, made.slides, strict=True)):
        part = str(slide.slide_layout.part.partname)
        if part in seen or slide.element.get("show") == "0":
            made.part.drop_rel(entry.rId)
            listed.remove(entry)
            continue
        seen.add(part)
        for shape in list(slide.shapes):
            shape.element.getparent().remove(shape.element)
        for timing in slide.element.xpath("p:timing"):
            slide.element.remove(timing)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def lost(made: scene.Scene, data: bytes) -> Iterator[str]:
    """Paragraphs that python-pptx does not find on their slide."""
    slides = Presentation(io.BytesIO(data)).slides
    if len(slides) != len(made.pages):
        yield f"{len(slides)} slides instead of {len(made.pages)}"
    for page, slide in zip(made.pages, slides, strict=False):
        there = "\n".join(_texts(slide))
        for text in _said(page.items):
            if text not in there:
                yield f"{page.id}: {text}"


def _texts(slide: Slide) -> Iterator[str]:
    for paragraph in slide.element.iter(f"{_A}p"):
        yield _plain("".join(node.text or "" for node in paragraph.iter(f"{_A}t", f"{_M}t")))


def _said(items: tuple[scene.Item, ...]) -> Iterator[str]:
    for item in items:
        match item:
            case scene.Group():
                yield from _said(item.items)
            case scene.Text() | scene.Shape() if item.text is not None:
                yield from _paragraphs(item.text)
            case scene.Table():
                for _, cells in item.rows:
                    for cell in cells:
                        yield from _paragraphs(cell.text)
            case _:
                pass


def _paragraphs(body: scene.TextBody) -> Iterator[str]:
    for one in body.paragraphs:
        if all(isinstance(run, scene.Run) for run in one.runs):
            yield _plain("".join(run.text for run in one.runs if isinstance(run, scene.Run)))


def _plain(text: str) -> str:
    return "".join(text.split())


def covered(made: scene.Scene, base: File, full: Path, empty: Path) -> list[str]:
    """Pages, by number and id, on which a fixture's ink is not as on its layout's bare slide."""
    parts = {layout.id: layout.part for layout in made.layouts}
    sheets = {sheet.part: sheet for sheet in base.sheets}
    pages = [page for page in made.pages if not page.hidden]
    found = []
    order = list(dict.fromkeys(parts[page.layout] for page in pages))
    without = dict(zip(order, _drawn(empty), strict=True))
    for number, (page, shown) in enumerate(zip(pages, _drawn(full), strict=True), 1):
        sheet = sheets[parts[page.layout]]
        for name in _covered(sheet, base, shown, without[sheet.part]):
            found.append(f"{number} ({page.id}): `{name}` of the layout `{sheet.name}` is covered")
            break
    return found


def _covered(sheet: Sheet, base: File, shown: Image.Image, without: Image.Image) -> Iterator[str]:
    scale = shown.width / base.width
    counted = [one.frame.inset(*WIDER) for one in sheet.fixed if FIELD in one.text]
    lent = _mask(shown.size, [*counted, *(place.frame for place in sheet.places)], scale)
    change = ImageChops.difference(shown, without).convert("L").point(_step(SEEN))
    for one in sheet.fixed:
        if one.frame.w * one.frame.h > GROUND * base.width * 540 or FIELD in one.text:
            continue
        ink = _ink(without, one.frame, scale)
        if not logo(one, base):
            ink = ImageChops.multiply(ink, ImageChops.invert(lent))
        if _count(ImageChops.multiply(ink, change)) > FEW:
            yield one.name


def _ink(page: Image.Image, frame: Rect, scale: float) -> Image.Image:
    """White where a fixture draws: what differs from the commonest colour around it."""
    whole = Image.new("L", page.size, 0)
    box = _pixels(frame, scale, page.size)
    if box[2] <= box[0] or box[3] <= box[1]:
        return whole
    wide = _pixels(Rect(frame.x - 6, frame.y - 6, frame.w + 12, frame.h + 12), scale, page.size)
    around = page.crop(wide)
    ImageDraw.Draw(around).rectangle(
        (box[0] - wide[0], box[1] - wide[1], box[2] - wide[0] - 1, box[3] - wide[1] - 1),
        fill=(1, 2, 3),
    )
    colours = around.getcolors(around.width * around.height) or []
    rest = [one for one in colours if one[1] != (1, 2, 3)]
    ground = max(rest, default=(0, (255, 255, 255)))[1]
    part = page.crop(box)
    far = ImageChops.difference(part, Image.new("RGB", part.size, ground))
    whole.paste(far.convert("L").point(_step(INK)), box[:2])
    return whole


def _mask(size: tuple[int, int], frames: list[Rect], scale: float) -> Image.Image:
    mask = Image.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    for frame in frames:
        left, top, right, bottom = _pixels(frame, scale, size)
        if right > left and bottom > top:
            pen.rectangle((left, top, right - 1, bottom - 1), fill=255)
    return mask


def _pixels(frame: Rect, scale: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top = max(round(frame.x * scale), 0), max(round(frame.y * scale), 0)
    right = min(round((frame.x + frame.w) * scale), size[0])
    return left, top, right, min(round((frame.y + frame.h) * scale), size[1])


def _step(least: int) -> list[int]:
    return [255 if level >= least else 0 for level in range(256)]


def _count(mask: Image.Image) -> int:
    return mask.histogram()[255]


def _drawn(pdf: Path) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        page = document[number]
        yield page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
        page.close()
    document.close()
