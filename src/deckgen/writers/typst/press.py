"""The one door to typst: documents → PDF and PNG.

In: Scenes, and the folder with the bundled fonts; the machine's own are never looked at. Out:
bytes, the same for the same Scene. typst is an extra: it is imported when something is printed.
"""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Scene
from deckgen.world import World
from deckgen.writers.typst.document import Document, document
from deckgen.writers.typst.paper import Paper

if TYPE_CHECKING:
    import typst

MISSING = "PDF and PNG need the package typst; type `pip install 'deckgen[pdf]'`"
POINTS_PER_INCH = 72.0


def available() -> bool:
    """Whether typst is installed."""
    return find_spec("typst") is not None


class Press:
    """Prints; fonts are read once and kept."""

    def __init__(self, fonts: str, world: World) -> None:
        """`fonts` is the folder with the bundled fonts; `world` has the same ones."""
        self._folder = fonts
        self._world = world

    def pdf(self, scene: Scene, paper: Paper = "slides") -> bytes:
        """A tagged PDF; to the letter of PDF/UA-1 where the deck allows it."""
        import typst

        made = document(scene, self._world, paper)
        try:
            return self._compile(made, "pdf", standards=["ua-1"])[0]
        except typst.TypstError:
            return self._compile(made, "pdf")[0]

    def png(self, scene: Scene, width: int = 1920) -> list[bytes]:
        """A picture a page, `width` pixels across."""
        ppi = width * POINTS_PER_INCH * EMU_PER_POINT / scene.width
        return self._compile(document(scene, self._world), "png", ppi)

    def sheet(self, scene: Scene) -> bytes:
        """One picture of all pages, numbered, two pixels a point."""
        (picture,) = self._compile(
            document(scene, self._world, "sheet"), "png", 2 * POINTS_PER_INCH
        )
        return picture

    @cached_property
    def _fonts(self) -> typst.Fonts:
        import typst

        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._folder]
        )

    def _compile(
        self,
        made: Document,
        kind: str,
        ppi: float = POINTS_PER_INCH,
        standards: list[str] | None = None,
    ) -> list[bytes]:
        import typst

        # A name that no picture has: those end in .svg.
        files = {"main.typ": made.source.encode("utf-8"), **made.files}
        found = typst.compile(  # type: ignore[call-overload]  # its stubs know no files by name
            files,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            format=kind,
            ppi=ppi,
            pdf_standards=standards or [],
            timestamp=0,
        )
        return found if isinstance(found, list) else [found]
