"""Where a Scene's paragraphs should be, and where a PDF's letters have them.

In: a page of a Scene; a Sheet of letters. Out: paragraphs as expected, the letters that show
them, and those letters in lines. Nothing here judges.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace
from witness import Letter, Sheet

from deckgen.base.units import EMU_PER_POINT, emu
from deckgen.scene import model as scene
from deckgen.text.fonts import seat


class Expected(NamedTuple):
    """A paragraph as the Scene has it: its lines without white space, and where it must stay."""

    item: str
    frame: scene.Box
    lines: list[str]
    baselines: list[float]  # points, as LibreOffice seats them

    @property
    def text(self) -> str:
        """All letters of the paragraph."""
        return "".join(self.lines)


def expectations(page: scene.Page, theme: scene.Theme) -> Iterator[Expected]:
    """Every paragraph of a page that has letters, in paint order."""
    for item, frame, body in _bodies(page.items):
        for index, paragraph in enumerate(body.paragraphs):
            lines = [line for line in body.lines if line.paragraph == index]
            texts = [_letters("".join(piece.text for piece in line.pieces)) for line in lines]
            if any(texts):
                seats = [seated(line, paragraph, theme) for line in lines]
                yield Expected(item, frame, texts, seats)


def _bodies(
    items: tuple[scene.Item, ...],
) -> Iterator[tuple[str, scene.Box, scene.TextBody]]:
    for item in items:
        match item:
            case scene.Group():
                yield from _bodies(item.items)
            case scene.Text() | scene.Shape():
                if item.text is not None:
                    yield item.id, item.frame, item.text
            case scene.Table():
                yield from _cells(item)
            case _:
                pass


def _cells(table: scene.Table) -> Iterator[tuple[str, scene.Box, scene.TextBody]]:
    y = table.frame.y
    for height, cells in table.rows:
        x = table.frame.x
        for width, cell in zip(table.columns, cells, strict=True):
            yield table.id, scene.Box(x, y, width, height), cell.text
            x += width
        y += height


def as_seated(items: tuple[scene.Item, ...], theme: scene.Theme) -> tuple[scene.Item, ...]:
    """The same items with every line where LibreOffice puts it."""
    return tuple(_reseated(item, theme) for item in items)


def _reseated(item: scene.Item, theme: scene.Theme) -> scene.Item:
    match item:
        case scene.Group():
            return replace(item, items=as_seated(item.items, theme))
        case scene.Text():
            return replace(item, text=_moved(item.text, theme))
        case scene.Shape() if item.text is not None:
            return replace(item, text=_moved(item.text, theme))
        case scene.Table():
            rows = tuple(
                (height, tuple(replace(cell, text=_moved(cell.text, theme)) for cell in cells))
                for height, cells in item.rows
            )
            return replace(item, rows=rows)
        case _:
            return item


def _moved(body: scene.TextBody, theme: scene.Theme) -> scene.TextBody:
    lines = tuple(
        replace(line, baseline=emu(seated(line, body.paragraphs[line.paragraph], theme)))
        if line.pieces
        else line
        for line in body.lines
    )
    return replace(body, lines=lines)


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def seated(line: scene.Line, paragraph: scene.Paragraph, theme: scene.Theme) -> float:
    """The baseline where LibreOffice puts it: it seats a line by its size, PowerPoint by its font.

    shared: docs/architecture.md, "Two renderers"; both agree on the pitch of lines.
    """
    largest = max(line.pieces, key=lambda piece: piece.style.size).style
    size, share = largest.size / 100, paragraph.style.leading / 100
    face = getattr(theme, largest.font)
    office_seat = size * (0.96 * share if share < 1 else 1 + 1.2 * (share - 1))
    ours = size * (1.2 * share - 1.2 + seat(face) if share <= 1 else 0.9 * share)
    return line.baseline / EMU_PER_POINT + office_seat - ours


def find(expected: Expected, sheet: Sheet, used: list[bool]) -> list[int] | None:
    """Where the paragraph's letters stand in drawing order: the nearest free occurrence."""
    free = [place for place, taken in enumerate(used) if not taken]
    stream = "".join(sheet.letters[place].text for place in free)
    # A glyph may stand for several characters (ligatures): map characters back to letters.
    owners = [place for place in free for _ in sheet.letters[place].text]
    best: tuple[float, list[int]] | None = None
    start = stream.find(expected.text)
    while start >= 0:
        places = list(dict.fromkeys(owners[start : start + len(expected.text)]))
        distance = _distance(sheet.letters[places[0]], expected.frame)
        if best is None or distance < best[0]:
            best = (distance, places)
        start = stream.find(expected.text, start + 1)
    return best[1] if best else None


def _distance(letter: Letter, frame: scene.Box) -> float:
    x0, y0 = frame.x / EMU_PER_POINT, frame.y / EMU_PER_POINT
    x1, y1 = x0 + frame.cx / EMU_PER_POINT, y0 + frame.cy / EMU_PER_POINT
    across = max(x0 - letter.x, 0, letter.x - x1)
    down = max(y0 - letter.baseline, 0, letter.baseline - y1)
    return across + down


def in_lines(letters: list[Letter]) -> list[list[Letter]]:
    """Letters in reading order, cut where the baseline jumps down."""
    lines = [[letters[0]]]
    for letter in letters[1:]:
        before = lines[-1][-1]
        # Superscripts leave the baseline by less than half their line's size.
        if letter.baseline - before.baseline > 0.5 * min(letter.size, before.size):
            lines.append([])
        lines[-1].append(letter)
    return lines
