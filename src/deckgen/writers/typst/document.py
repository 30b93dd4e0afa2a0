"""A Scene → one typst document: slides, or slides on printed paper.

In: a Scene, a World for the fonts' outlines, what to print. Out: `Document`: source, and the
files that it names. Each slide is defined once and may then stand on a page of its own or, made
smaller, on a sheet.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.scene.model import Page, Scene
from deckgen.text.outlines import Outliner
from deckgen.text.typesetter import Typesetter
from deckgen.world import World
from deckgen.writers.typst import paper
from deckgen.writers.typst.bookmarks import Bookmarks
from deckgen.writers.typst.items import Items
from deckgen.writers.typst.pictures import Pictures
from deckgen.writers.typst.prelude import PRELUDE
from deckgen.writers.typst.styles import Styles
from deckgen.writers.typst.syntax import array, colour, length, string
from deckgen.writers.typst.words import Words


class Document(Struct, frozen=True):
    """A source and the files beside it, by name."""

    source: str
    files: dict[str, bytes]


def document(scene: Scene, world: World, print_as: paper.Paper = "slides") -> Document:
    """All pages of a Scene; see `scene.selection` for fewer of them."""
    styles, pictures = Styles(scene.theme), Pictures(scene.blobs)
    linked = print_as == "slides"
    targets = {page.id: n for n, page in enumerate(scene.pages, 1)} if linked else {}
    words = Words(styles, Outliner(world), targets, scene.theme)
    items = Items(words, styles, pictures, Typesetter(world))
    bookmarks = Bookmarks(scene)
    slides = [_slide(scene, page, items, bookmarks) for page in scene.pages]
    sheets = paper.sheets(scene, print_as, styles)
    parts = (_head(scene, styles), PRELUDE, styles.definitions(), *slides, sheets)
    return Document("\n".join(parts), pictures.files)


def source(scene: Scene, world: World, print_as: paper.Paper = "slides") -> str:
    """The source alone."""
    return document(scene, world, print_as).source


def _slide(scene: Scene, page: Page, items: Items, bookmarks: Bookmarks) -> str:
    """A slide's content and its ground, under a name."""
    number = bookmarks.number(page)
    layout = next(one for one in scene.layouts if one.id == page.layout)
    ground = page.background or layout.background
    levels = bookmarks.levels(page)
    drawn = items.all((*scene.master.items, *layout.items)) + items.all(page.items, levels)
    return (
        f"#let p{number} = {{\n{drawn}}}\n"
        f"#let m{number} = {{{bookmarks.code(page)}}}\n"
        f"#let g{number} = {colour(ground)}\n"
    )


def _head(scene: Scene, styles: Styles) -> str:
    about = scene.properties
    options = [f"title: {string(about.title)}"]
    if about.author:
        options.append(f"author: {string(about.author)}")
    if about.subject or about.comments:
        options.append(f"description: {string(about.subject or about.comments)}")
    if about.keywords:
        words = (word.strip() for word in about.keywords.split(","))
        options.append(f"keywords: {array(string(word) for word in words if word)}")
    options.append(f"date: {_date(about.created)}")
    text = (*_language(about.lang), f"font: {styles.fonts(scene.theme.body)}")
    return (
        f"#set document({', '.join(options)})\n"
        f"#set text({', '.join(text)})\n"
        f"#set page(width: {length(scene.width)}, height: {length(scene.height)}, margin: 0pt)"
    )


def _language(tag: str) -> tuple[str, ...]:
    """What typst takes of a language tag: two or three letters, a region of two."""
    language, _, region = tag.lower().partition("-")
    if not (language.isascii() and language.isalpha() and len(language) in (2, 3)):
        return ()
    found = f"lang: {string(language)}"
    plain = region.isascii() and region.isalpha() and len(region) == 2
    return (found, f"region: {string(region)}") if plain else (found,)


def _date(iso: str) -> str:
    """The day that the outline names; never the clock's."""
    year, _, rest = iso[:10].partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
        return "none"
    return f"datetime(year: {int(year)}, month: {int(month)}, day: {int(day)})"
