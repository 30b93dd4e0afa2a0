"""Where a page comes from → the slide's hidden tags, which stay with it wherever it is copied.

In: a Provenance. Out: the root of a tag part, and what names it on the slide (ECMA-376 part 1,
13.3.12, 19.3.1.47, 19.3.3.2; docs/analysis/slide-tags.md). Not here: what is known about origins.
"""

from __future__ import annotations

from deckgen.scene.model import Provenance
from deckgen.writers.pptx import names
from deckgen.writers.pptx.xml import Xml, element

PREFIX = "DECKGEN_"


def tags(came: Provenance) -> Xml:
    """The tag part's root. PowerPoint knows tags by names in capitals; what is empty has none."""
    said = (
        ("DECK", came.deck),
        ("ID", came.slide),
        ("REVISION", came.revision),
        ("VARIANT", came.variant),
        ("SOURCE", came.source),
        ("SOURCE_REVISION", came.taken),
        ("OVERRIDES", "; ".join(came.overrides)),
        ("CHAIN", "; ".join(came.chain)),
    )
    lines = [element("p:tag", {"name": PREFIX + name, "val": v}) for name, v in said if v]
    return element("p:tagLst", names.ROOT, *lines)


def named(rid: str) -> Xml:
    """What stands behind a slide's shapes: the relationship that leads to its tags."""
    return element("p:custDataLst", {}, element("p:tags", {"r:id": rid}))
