"""Sections → the extension of the presentation part that PowerPoint groups slides by.

In: a scene's sections. Out: `p:extLst` with `p14:sectionLst`. The same name gets the same
GUID in every file, so that a rebuilt deck keeps its bytes. Not here: which sections there are.
"""

from __future__ import annotations

import hashlib

from deckgen.scene.model import Scene, Section
from deckgen.writers.pptx import names
from deckgen.writers.pptx.xml import EMPTY, Xml, element

_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def sections(scene: Scene, first_id: int) -> Xml:
    """The extension list; nothing without sections. Slide ids count from `first_id`."""
    if not scene.sections:
        return EMPTY
    numbers = {page.id: n for n, page in enumerate(scene.pages, first_id)}
    counts: dict[str, int] = {}
    found = []
    for section in scene.sections:
        counts[section.name] = counts.get(section.name, 0) + 1
        found.append(_section(section, guid(section.name, counts[section.name]), numbers))
    listing = element("p14:sectionLst", {"xmlns:p14": names.PRESENTATION_2010}, *found)
    return element("p:extLst", {}, element("p:ext", {"uri": _EXTENSION}, listing))


def _section(section: Section, identity: str, numbers: dict[str, int]) -> Xml:
    slides = [element("p14:sldId", {"id": numbers[page]}) for page in section.pages]
    listing = element("p14:sldIdLst", {}, *slides)
    return element("p14:section", {"name": section.name, "id": identity}, listing)


def guid(name: str, occurrence: int) -> str:
    """A GUID made of a section's name and how often the name has come, as RFC 9562 shapes them."""
    digest = hashlib.sha256(f"section {occurrence} {name}".encode("utf-8", "replace")).digest()
    octets = bytearray(digest[:16])
    octets[6] = octets[6] & 0x0F | 0x80  # version 8: made in a way of our own
    octets[8] = octets[8] & 0x3F | 0x80
    digits = octets.hex().upper()
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "{" + "-".join(parts) + "}"
