"""A Scene → one HTML file that is the talk.

Entry point: `write(scene, world) -> bytes`. The file needs no network and no other file:
slides as inline SVG, faces and pictures as data, our own style sheet and script (deck.css,
*.js beside this module). A content security policy forbids it to load anything else.
Without a script it is a plain document, slide after slide; with one it is what
docs/html.md describes. The same Scene gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import pkgutil
from functools import cache

import msgspec

from deckgen.base.colour import channels, contrast
from deckgen.scene.model import Group, Item, Link, Page, Picture, Scene
from deckgen.text.model import FaceKey
from deckgen.world import World
from deckgen.writers.html import controls
from deckgen.writers.html.clicks import clicks
from deckgen.writers.html.films import Films
from deckgen.writers.html.words import Words, keys, words
from deckgen.writers.svg import look
from deckgen.writers.svg.faces import Characters, Faces
from deckgen.writers.svg.links import Inward
from deckgen.writers.svg.markup import short, text
from deckgen.writers.svg.page import Drawing, picture, points

_SCRIPTS = ("show.js", "films.js", "views.js", "input.js", "speaker.js", "start.js")
_UI = "17181C"  # the ground of overview and desk, as deck.css has it
_PLAIN = "ECEAE4"  # the accent where no colour of the theme can be told from that ground
_LEAST_CONTRAST = 4.5
_INCH = 72


def write(scene: Scene, world: World) -> bytes:
    """The whole file."""
    said = words(scene.properties.lang)
    body = (
        f'<h1 class="aside">{text(scene.properties.title)}</h1>{_store(scene)}'
        f"<main>{_slides(scene, said)}</main>"
        f"{controls.bar(said, len(scene.pages))}{controls.help_box(said, _forms(scene))}"
        f"{controls.desk(said, len(scene.pages))}"
        '<p class="note" aria-hidden="true"></p><div class="curtain" hidden></div>'
        '<p class="said aside" role="status" aria-live="polite"></p>'
    )
    return (
        f"<!doctype html>\n{_open(scene)}<head>{_head(scene)}\n<style>{_css(scene, said, world)}"
        f"</style></head>\n<body>{body}\n{_data(scene, said)}\n"
        f'<script type="module">{script()}</script></body></html>\n'
    ).encode()


def _open(scene: Scene) -> str:
    width, height = points(scene)
    style = f"--w:{short(width)};--h:{short(height)};--accent:#{accent(scene)}"
    return f'<html lang="{text(scene.properties.lang)}" style="{style}">'


def _head(scene: Scene) -> str:
    about = scene.properties
    named = (
        ("author", about.author),
        ("description", about.subject),
        ("keywords", about.keywords),
        ("generator", "deckgen"),
    )
    metas = "".join([f'<meta name="{n}" content="{text(v)}">' for n, v in named if v])
    return (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy()}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text(about.title)}</title>{metas}"
    )


@cache
def policy() -> str:
    """Nothing is loaded and nothing runs but what is in the file."""
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src data:; media-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def script() -> str:
    """Our own script, its parts one after another in one scope."""
    return "\n".join([_part(name) for name in _SCRIPTS])


@cache
def _part(name: str) -> str:
    data = pkgutil.get_data(__package__ or "", name)
    assert data is not None
    return data.decode()


def _css(scene: Scene, said: Words, world: World) -> str:
    width, height = (short(length / _INCH) + "in" for length in points(scene))
    paper = f"@page{{size:{width} {height};margin:0}}"
    face = look.stack(scene.theme.body).replace("'", '"')
    roots = f":root{{--face:{face};--paper-w:{width};--paper-h:{height}}}"
    faces = Faces(world).css(scene, scene.pages, _spoken(scene, said))
    return paper + roots + look.stylesheet(scene.theme) + _part("deck.css") + faces


def _spoken(scene: Scene, said: Words) -> Characters:
    """The characters of what is not on a slide: notes, names and our own words."""
    own = [*msgspec.structs.astuple(said), *[key for _, row in keys(said) for key in row]]
    names = [*[page.name for page in scene.pages], *[part.name for part in scene.sections]]
    names += [show.name for show in scene.shows]
    notes = [line for page in scene.pages for line in page.notes]
    plain = set("0123456789:/ …").union(*own, *names, *notes)
    bold = set("0123456789:").union(said.keys, *[part.name for part in scene.sections])
    return {FaceKey(scene.theme.body): plain, FaceKey(scene.theme.body, bold=True): bold}


def accent(scene: Scene) -> str:
    """The most colourful of the theme that can be told from the ground of overview and desk."""
    fit = [
        rgb
        for slot, rgb in scene.theme.colours
        if slot.startswith("accent") and contrast(rgb, _UI) >= _LEAST_CONTRAST
    ]
    return max(fit, key=_chroma, default=_PLAIN)


def _chroma(rgb: str) -> int:
    return max(channels(rgb)) - min(channels(rgb))


def _slides(scene: Scene, said: Words) -> str:
    inward = _inward({page.id for page in scene.pages})
    drawing = Drawing(scene, inward, _reference, Films(scene.blobs).player)
    starts = {part.pages[0]: part.name for part in scene.sections if part.pages}
    found = []
    for number, page in enumerate(scene.pages, 1):
        if page.id in starts:
            found.append(f'<h2 class="part">{text(starts[page.id])}</h2>')
        found.append(_slide(drawing, page, number, said))
    return "\n".join(found)


def _inward(pages: set[str]) -> Inward:
    def inward(link: Link) -> str:
        if link.action == "back":
            return ' href="#" data-act="back"'
        return f' href="#{text(link.page)}"' if link.page in pages else ""

    return inward


def _slide(drawing: Drawing, page: Page, number: int, said: Words) -> str:
    hidden = ' data-hidden=""' if page.hidden else ""
    note = f"<em>{text(said.hidden)}</em>" if page.hidden else ""
    name = text(page.id)
    place = text(said.place.format(number, len(drawing.scene.pages), page.name))
    return (
        f'<section class="slide" id="{name}" role="group" aria-roledescription="{text(said.slide)}"'
        f' aria-label="{place}" style="--ground:#{drawing.ground(page).rgb}"{hidden}'
        f"{_came(page)}>{drawing.page(page)}"
        f'<a class="tile" href="#{name}"><b>{number}</b><span>{text(page.name)}</span>{note}</a>'
        "</section>"
    )


def _came(page: Page) -> str:
    """Where a slide comes from, for whoever reads the file."""
    came = page.came
    if came is None:
        return ""
    said = (("from", came.source), ("revision", came.revision))
    return "".join([f' data-{name}="{text(value)}"' for name, value in said if value])


def _forms(scene: Scene) -> tuple[tuple[str, str], ...]:
    """The talk's forms as what they are called and what the address calls them."""
    found = [(show.name, show.name) for show in scene.shows]
    if found and not any(show.start for show in scene.shows):
        found.insert(0, (scene.properties.title, ""))
    return tuple(found)


def _store(scene: Scene) -> str:
    """Every picture once, however many slides show it."""
    used = {blob: None for page in scene.pages for blob in _blobs(page.items)}
    used |= {blob: None for layout in scene.layouts for blob in _blobs(layout.items)}
    found = [f'<g id="{_name(blob)}">{picture(scene.blobs[blob], blob)}</g>' for blob in used]
    if not found:
        return ""
    return f'<svg class="store" aria-hidden="true"><defs>{"".join(found)}</defs></svg>'


def _blobs(items: tuple[Item, ...]) -> list[str]:
    found = []
    for item in items:
        if isinstance(item, Group):
            found += _blobs(item.items)
        elif isinstance(item, Picture) and item.blob:
            found.append(item.vector or item.blob)
    return found


def _reference(blob: str) -> str:
    return f'<use href="#{_name(blob)}"/>'


def _name(blob: str) -> str:
    return text(f"--{blob}")


def _data(scene: Scene, said: Words) -> str:
    """What the script has to know; `<` is written so that no word can end the element."""
    pages = [
        {
            "id": page.id,
            "name": page.name,
            "notes": page.notes,
            "minutes": page.minutes,
            "hidden": page.hidden,
            "transition": page.transition,
            "steps": clicks(page),
        }
        for page in scene.pages
    ]
    told = {
        "next": said.next,
        "end": said.end,
        "nothing": said.nothing,
        "behind": said.behind,
        "onTime": said.on_time,
        "pause": said.pause,
        "resume": said.resume,
    }
    data = {"title": scene.properties.title, "words": told, "pages": pages}
    if scene.shows:
        data["shows"] = [msgspec.structs.asdict(show) for show in scene.shows]
    code = msgspec.json.encode(data).decode().replace("<", "\\u003c")
    return f'<script type="application/json" data-deck>{code}</script>'
