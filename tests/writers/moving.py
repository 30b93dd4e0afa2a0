"""A deck in which everything moves: clicks, transitions, sections, links of forms."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.scene.model import (
    Group,
    Link,
    Page,
    Picture,
    PlaceholderRef,
    Preset,
    Scene,
    Section,
    Shape,
    Target,
    Text,
)
from writers import scenes
from writers.scenes import BLOB, BODY_BOX, DASH, POINT, block, body, box, para, title

TRANSITIONS = ("fade", "push", "cut", "wipe", "cover", "dissolve", "morph")


def points(name: str, *steps: tuple[Target, ...], transition: str = "") -> Page:
    """Two points, one of them with a point below it; an empty paragraph; an end."""
    words = body(
        para("Eerst", style=POINT),
        para("Dan", style=POINT),
        para("Daaronder", style=DASH, level=1),
        replace(para("x", style=POINT), runs=()),
        para("Slot", style=POINT),
    )
    text = Text("body", "Text", BODY_BOX, words, placeholder=PlaceholderRef("body", 1))
    return Page(
        name, "points", name, (title(name), text), transition=transition, steps=tuple(steps)
    )


def by_point() -> Page:
    return points(
        "Stap voor stap",
        (Target("body", 0),),
        (Target("body", 1, 3),),
        (Target("body", 4),),
        transition="fade",
    )


def by_group() -> Page:
    """Every kind of item comes in, each in its own way."""
    items = scenes.figure_page().items
    picture = Picture("photo", "Foto", box(60, 460, 60, 60), BLOB, alt="Een foto")
    steps = (
        (Target("Links"), Target("c1")),
        (Target("Rechts", 0, 0, ground=True), Target("Rechts", 0, 9)),
        (Target("Een"), Target("wave")),  # inside a group: the group comes as a whole
        (Target("g"),),  # is there by now: no click
        (Target("box"), Target("photo")),
        (Target("nobody"),),
    )
    return Page(
        "Groepen", "figure", "Groepen", (title("Groepen"), *items[1:], picture), steps=steps
    )


def data() -> Page:
    page = scenes.data_page()
    return replace(page, steps=((Target("tab"),), (Target("ring"), Target("bars"))))


def empty_picture() -> Page:
    page = scenes.picture_page(False)
    return replace(page, steps=((Target("pic"),),))


def menu() -> Page:
    """Buttons: a form, a picture, a group; back to where one came from."""
    there = replace(block("Verder", box(60, 120, 200, 60)), link=Link(page="Groepen", tip="Verder"))
    picture = Picture(
        "photo", "Foto", box(300, 120, 60, 60), BLOB, alt="Een foto", link=Link(page="Groepen")
    )
    ring = Shape("ring", "Ring", box(620, 120, 40, 40), Preset("ellipse"), alt="Een ring")
    own = replace(ring, id="own", name="Eigen", link=Link(url="https://example.org"))
    group = Group(
        "both", "Samen", box(400, 120, 260, 60),
        (block("Samen", box(400, 120, 200, 60)), ring, own), link=Link(page="Groepen"),
    )  # fmt: skip
    back = replace(block("Terug", box(800, 460, 100, 40)), link=Link(action="back"))
    lost = replace(block("Kwijt", box(60, 300, 100, 40)), link=Link(page="nobody"))
    return Page("menu", "figure", "Menu", (title("Menu"), there, picture, group, back, lost))


def transitions() -> tuple[Page, ...]:
    return tuple(
        Page(f"to-{name}", "points", name, (title(name),), transition=name) for name in TRANSITIONS
    )


def deck() -> Scene:
    pages = (by_point(), by_group(), data(), empty_picture(), menu(), *transitions())
    names = [page.id for page in pages]
    sections = (
        Section("Begin & eind", tuple(names[:2])),
        Section("Midden", tuple(names[2:5])),
        Section("Begin & eind", tuple(names[5:])),
    )
    return replace(scenes.scene(*pages), sections=sections)
