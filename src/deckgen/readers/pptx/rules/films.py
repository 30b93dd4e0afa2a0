"""Rules about films and sounds: what PowerPoint needs beside the file to play it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import NS, P, Parts, R, slide_roots
from deckgen.readers.pptx.rules.finding import Rule, finding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_KINDS = {"videoFile": "video", "audioFile": "audio"}
_TYPES = ("video/", "audio/")


def _films(root: Element) -> Iterator[tuple[Element, Element, str]]:
    """Pictures that play: the picture, its link, its kind."""
    for picture in root.iter(f"{{{P}}}pic"):
        for name, kind in _KINDS.items():
            link = picture.find(f"p:nvPicPr/p:nvPr/a:{name}", NS)
            if link is not None:
                yield picture, link, kind


def embedded_films(parts: Parts) -> Iterator[Diagnostic]:
    """A film is linked as in 2007 and embedded as in 2010, both times the same part."""
    for name, root in slide_roots(parts):
        known = {relation.id: relation for relation in parts.relationships(name)}
        for picture, link, _ in _films(root):
            linked = known.get(link.get(f"{{{R}}}link", ""))
            media = next(picture.iter(f"{{{_P14}}}media"), None)
            held = None if media is None else known.get(media.get(f"{{{R}}}embed", ""))
            outside = linked is not None and linked.external
            if not outside and (linked is None or held is None or linked.part != held.part):
                yield finding("film-embedding", name, "a film is not embedded as it is linked")


def film_types(parts: Parts) -> Iterator[Diagnostic]:
    """What plays has the content type of a film or a sound."""
    for name, root in slide_roots(parts):
        known = {relation.id: relation for relation in parts.relationships(name)}
        for _, link, _ in _films(root):
            target = known.get(link.get(f"{{{R}}}link", ""))
            if target is None or target.external:
                continue
            kind = parts.overrides.get(target.part) or parts.defaults.get(
                target.part.rpartition(".")[2].lower(), ""
            )
            if not kind.startswith(_TYPES):
                yield finding("film-type", name, f"a film has the content type {kind!r}")


def film_stills(parts: Parts) -> Iterator[Diagnostic]:
    """A film has a still: without one PowerPoint shows black, LibreOffice grey."""
    for name, root in slide_roots(parts):
        for picture, _, _ in _films(root):
            still = picture.find("p:blipFill/a:blip", NS)
            if still is None or not still.get(f"{{{R}}}embed"):
                yield finding("film-still", name, "a film has no still")


def film_clicks(parts: Parts) -> Iterator[Diagnostic]:
    """A film has its node in the slide's timing, and its picture takes the click."""
    for name, root in slide_roots(parts):
        nodes = {
            (node.tag, target.get("spid"))
            for node in root.iter(f"{{{P}}}video", f"{{{P}}}audio")
            for target in node.iter(f"{{{P}}}spTgt")
        }
        for picture, _, kind in _films(root):
            about = picture.find("p:nvPicPr/p:cNvPr", NS)
            click = None if about is None else about.find("a:hlinkClick", NS)
            number = "" if about is None else about.get("id")
            deaf = click is None or click.get("action") != "ppaction://media"
            if deaf or (f"{{{P}}}{kind}", number) not in nodes:
                yield finding("film-click", name, f"nothing plays the film of shape {number}")


RULES: tuple[Rule, ...] = (embedded_films, film_types, film_stills, film_clicks)
