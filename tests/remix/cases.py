"""Cases of reuse as text: outlines that know each other, and all that is to be said.

    === name of the case
    +++ deck.yaml
    an outline; the first is the one that is read
    +++ ../b/deck.yaml …
    ---
    a line a slide: its id, its words; then the findings

`DECKGEN_UPDATE=1` rewrites what is expected (look at it afterwards).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.outline.model import Slide, Text
from deckgen.remix.load import load
from deckgen.remix.variants import Wanted
from deckgen.world import MemoryWorld
from outline import cases as outline
from outline.cases import write

__all__ = ["FOLDER", "Case", "outcome", "read", "words", "write"]
FOLDER = Path(__file__).parent / "cases"


class Case(outline.Case):
    """Outlines by path, and what is expected of the first."""

    @property
    def files(self) -> dict[str, bytes]:
        """The outlines by path."""
        parts = re.split(r"^\+\+\+ (.+)\n", self.outline, flags=re.MULTILINE)[1:]
        return {
            path.strip(): text.encode() for path, text in zip(parts[::2], parts[1::2], strict=True)
        }


def read(path: Path) -> list[Case]:
    """The cases of a file."""
    return [Case(one.name, one.outline, one.expected) for one in outline.read(path)]


def outcome(case: Case) -> str:
    """The slides and the findings; a case's name may end in `(variant: name)`."""
    files = case.files
    wanted = re.search(r"\((?:variant: ([\w-]+))?(?:lang: ([\w-]+))?\)$", case.name)
    wish = Wanted(wanted[1] or "", wanted[2] or "") if wanted else Wanted()
    found = load(next(iter(files)), MemoryWorld(files), wish)
    slides = found.value.slides if found.value else ()
    lines = [_slide(slide) for slide in slides]
    return "\n".join([*lines, *(_finding(one) for one in found.diagnostics)])


def _slide(slide: Slide) -> str:
    came = ""
    if slide.came:
        steps = [f"{slide.came.deck}#{slide.came.slide}", *slide.came.chain]
        changed = f" [{', '.join(slide.came.overrides)}]" if slide.came.overrides else ""
        came = f" < {' < '.join(steps)}{changed}"
    kind = type(slide.body).__name__.lower()
    return f"{slide.id}: {kind}: {' | '.join(words(slide))}{came}"


def words(value: Any) -> list[str]:
    """All texts of a slide in the order of the model, links marked."""
    if isinstance(value, Text):
        return ["".join(f"[{r.text}]({r.link})" if r.link else r.text for r in value.runs)]
    if isinstance(value, tuple):
        return [word for part in value for word in words(part)]
    if isinstance(value, Struct):
        fields = [name for name in value.__struct_fields__ if name != "came"]
        return [word for name in fields for word in words(getattr(value, name))]
    return []


def _finding(found: Diagnostic) -> str:
    place = f"{found.span.file}:{found.span.line}:{found.span.column} " if found.span else ""
    return "\n".join([
        f"! {place}{found.severity} {found.code}",
        f"  {found.message}",
        *(f"  > {hint}" for hint in found.hints),
    ])  # fmt: skip
