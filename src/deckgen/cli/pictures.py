"""Slides that were found → their pictures: each deck laid out once, only those slides drawn."""

from __future__ import annotations

import os
from collections.abc import Iterable

from deckgen.disk import DiskWorld
from deckgen.library.page import key
from deckgen.library.search import Hit
from deckgen.pipeline import compile_deck
from deckgen.remix.languages import find as translation
from deckgen.remix.variants import TALK, Wanted
from deckgen.scene.model import Page, Scene
from deckgen.writers.svg.faces import Faces
from deckgen.writers.svg.page import draw


def drawings(hits: Iterable[Hit]) -> dict[str, str]:
    """SVG by the hit's key; those of decks that can't be laid out are missing."""
    wanted: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        wanted.setdefault((hit.version.path, hit.version.lang), []).append(hit)
    found: dict[str, str] = {}
    for (path, lang), its in wanted.items():
        found |= _drawn(path, lang, its)
    return found


def _drawn(path: str, lang: str, hits: list[Hit]) -> dict[str, str]:
    folder, file = os.path.split(path)
    world = DiskWorld(folder)
    wanted = Wanted(lang=lang) if translation(file, lang, world) else TALK
    scene = compile_deck(file, world, wanted=wanted).scene
    if scene is None:
        return {}
    faces = Faces(world)
    pages = {key(hit): _page(scene, hit) for hit in hits}
    return {name: draw(scene, page, faces) for name, page in pages.items() if page}


def _page(scene: Scene, hit: Hit) -> Page | None:
    """The slide's page; of one that is divided, the first."""
    return next((page for page in scene.pages if page.id == hit.version.slide), None)
