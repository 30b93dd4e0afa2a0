"""Two talks and what is different between them → one page, with a picture before and after.

Entry point: `write(found, one, other) -> bytes`. The page needs no other file, no network and no
script; pictures are our own SVG, each with its faces, as data. Slides stand in the order of the
second talk; what is the same is a line. In: a Comparison, and the Scenes as far as there are some.
Not here: comparing, laying out.
"""

from __future__ import annotations

import base64
import pkgutil
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from msgspec import Struct

from deckgen.remix.comparison import Comparison, Row
from deckgen.remix.details import Detail, marked
from deckgen.remix.telling import Fields, Plain, lines
from deckgen.scene.model import Page, Scene
from deckgen.world import World
from deckgen.writers.svg.faces import Faces
from deckgen.writers.svg.markup import text
from deckgen.writers.svg.page import draw

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_ON_ONE_LINE = 40  # letters of two texts that have nothing in common and still share a line
_ABSENT = {"before": "not there yet", "after": "no longer there"}


class Half(Struct, frozen=True):
    """One of the two talks. Without a scene its slides are shown as text.

    `by_page`: its slides are the scene's pages, in order; else pages tell which slide they are.
    """

    name: str
    scene: Scene | None
    world: World
    by_page: bool = False


class _Gallery:
    """Pictures of one talk's slides."""

    def __init__(self, half: Half, side: str) -> None:
        self._half, self._side = half, side
        self._faces = Faces(half.world)

    def figure(self, number: int, name: str, fields: Fields) -> str:
        """A slide, counted from 1, or a place for one that is not there."""
        caption = f"<figcaption>{self._side}</figcaption>"
        if not number:
            return f'<figure class="absent">{caption}<p>{_ABSENT[self._side]}</p></figure>'
        pictures = [self._picture(page) for page in self._pages(number, name)]
        return f"<figure>{caption}{''.join(pictures) or _card(fields)}</figure>"

    def _pages(self, number: int, name: str) -> list[Page]:
        scene = self._half.scene
        if scene is None:
            return []
        if self._half.by_page:
            return list(scene.pages[number - 1 : number])
        return [page for page in scene.pages if (page.came.slide if page.came else page.id) == name]

    def _picture(self, page: Page) -> str:
        scene = self._half.scene
        assert scene is not None
        data = base64.b64encode(draw(scene, page, self._faces).encode()).decode()
        alt = text(f"{self._side}: {page.name}")
        size = f'width="{scene.width // 12700}" height="{scene.height // 12700}"'
        return f'<img src="data:image/svg+xml;base64,{data}" alt="{alt}" {size} loading="lazy">'


def write(found: Comparison, one: Half, other: Half) -> bytes:
    """The whole page."""
    galleries = (_Gallery(one, "before"), _Gallery(other, "after"))
    parts = [_head(found)] if found.head else []
    for same, group in groupby(found.rows, key=lambda row: row.what == "kept" and not row.moved):
        rows = list(group)
        parts += [_same(rows)] if same else [_row(row, galleries) for row in rows]
    title = text(f"{one.name} → {other.name}")
    lang = text(next((half.scene.properties.lang for half in (other, one) if half.scene), "en"))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_css()}</style></head>\n<body>"
        f"<header><h1><span>{text(one.name)}</span> <span>→ {text(other.name)}</span></h1>"
        f'{_counts(found)}{_index(found)}</header>\n<main lang="{lang}">'
        f"{''.join(parts)}</main></body></html>\n"
    ).encode()


@cache
def _css() -> str:
    data = pkgutil.get_data(__package__ or "", "comparison.css")
    assert data is not None
    return data.decode()


def _counts(found: Comparison) -> str:
    counts = found.counts()
    said = [
        f'<li class="{what}"><b>{count}</b> {"the same" if what == "kept" else what}</li>'
        for what, count in counts.items()
        if count
    ]
    return f'<ul class="counts">{"".join(said)}</ul>'


def _index(found: Comparison) -> str:
    """A link to each slide that is not the same."""
    links = [
        f'<a class="{_class(row)}" href="#{_anchor(row)}" title="{text(row.title or row.id)}">'
        f"{row.to or row.at}</a>"
        for row in found.rows
        if row.what != "kept" or row.moved
    ]
    return f'<nav aria-label="What is different">{"".join(links)}</nav>' if links else ""


def _class(row: Row) -> str:
    return "moved" if row.what == "kept" else row.what


def _anchor(row: Row) -> str:
    return text(f"was-{row.id}" if row.what == "gone" else row.id)


def _head(found: Comparison) -> str:
    return (
        '<article class="talk"><h2><span class="title">The talk</span></h2>'
        f"{_details(found.head)}</article>"
    )


def _same(rows: list[Row]) -> str:
    """Slides that are the same, in a line that opens."""
    first, last = rows[0].to, rows[-1].to
    numbers = f"{first}–{last}" if len(rows) > 1 else f"{first}"
    items = "".join([f"<li value={row.to}>{text(row.title or row.id)}</li>" for row in rows])
    return f"<details><summary><b>{numbers}</b> the same</summary><ol>{items}</ol></details>"


def _row(row: Row, galleries: tuple[_Gallery, _Gallery]) -> str:
    before = galleries[0].figure(row.at, row.was or row.id, row.before)
    after = galleries[1].figure(row.to, row.id, row.after)
    if row.what == "kept":
        before = ""  # only its place is another
    what = "moved" if row.what == "kept" else f"{row.what}, moved" if row.moved else row.what
    notes = [what, *([f"was {row.at}"] if row.moved else [])]
    notes += [f"was #{text(row.was)}"] if row.was else []
    said = _details(row.details) if row.at and row.to else _spoken(row)
    return (
        f'<article class="{_class(row)}" id="{_anchor(row)}"><h2><b>{row.to or row.at}</b> '
        f'<span class="title">{text(row.title or row.id)}</span> '
        f'<small lang="en"><i>{", ".join(notes)}</i> #{text(row.id)}</small></h2>'
        f'<div class="pair">{before}{after}</div>{said}</article>\n'
    )


def _spoken(row: Row) -> str:
    """What is said to a slide that came or went: pictures don't show it."""
    notes = (row.after or row.before).get("notes")
    if not notes:
        return ""
    said = notes if isinstance(notes, list) else [notes]
    paragraphs = "".join([f"<p>{_lines(one)}</p>" for one in said])
    return f'<dl><dt lang="en">notes</dt><dd>{paragraphs}</dd></dl>'


def _card(fields: Fields) -> str:
    """A slide of which there is no picture, as text."""
    shown = {key: value for key, value in fields.items() if key not in ("title", "notes")}
    title = fields.get("title", "")
    body = "".join([f"<p>{text(line)}</p>" for line in lines(shown)])
    return f'<div class="card"><h3>{text(str(title))}</h3>{body}</div>'


def _details(found: tuple[Detail, ...]) -> str:
    if not found:
        return ""
    groups = []
    for way, same in groupby(found, key=lambda one: one.way):
        said = "".join([line for one in same for line in _said(one)])
        groups.append(f'<dt lang="en">{text(way)}</dt><dd>{said}</dd>')
    return f"<dl>{''.join(groups)}</dl>"


def _said(one: Detail) -> Iterator[str]:
    if one.what == "moved":
        yield f'<p class="moved">{_lines(one.after)}</p>'
    elif one.what != "replaced":
        tag, value = ("ins", one.after) if one.what == "added" else ("del", one.before)
        yield f'<p><{tag} class="whole">{_lines(value)}</{tag}></p>'
    elif isinstance(one.before, str) and isinstance(one.after, str):
        yield f"<p>{_marked(one.before, one.after)}</p>"
    else:
        yield f'<p><del class="whole">{_lines(one.before)}</del></p>'
        yield f'<p><ins class="whole">{_lines(one.after)}</ins></p>'


def _lines(value: Plain) -> str:
    return "\n".join(text(line) for line in lines(value))


def _marked(before: str, after: str) -> str:
    """Both in one, word by word; one behind the other where nothing is shared."""
    tags = {"gone": "del", "added": "ins"}
    marks = marked(before, after)
    whole = all(mark.what != "same" for mark in marks)
    look = ' class="whole"' if whole else ""
    pieces = [
        text(mark.text)
        if mark.what == "same"
        else f"<{tags[mark.what]}{look}>{text(mark.text)}</{tags[mark.what]}>"
        for mark in marks
    ]
    between = " " if len(before) + len(after) <= _ON_ONE_LINE else "</p><p>"
    return (between if whole else "").join(pieces)
