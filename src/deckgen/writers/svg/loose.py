"""Text that came without measured lines: a line hangs by an end or its middle.

In: a hook of `writers/marks/loose`. Out: SVG text whose ends the browser finds. Slides made by
hand come so.
"""

from __future__ import annotations

from deckgen.writers.marks.model import Hook
from deckgen.writers.svg import look
from deckgen.writers.svg.markup import pt, text

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def hung(hook: Hook) -> str:
    """One line."""
    base = hook.runs[0].style
    anchor = _ANCHORS[hook.align]
    place = f' x="{pt(hook.x)}" y="{pt(hook.baseline)}" text-anchor="{anchor}"'
    spans = [f"<tspan{look.change(base, run.style)}>{text(run.text)}</tspan>" for run in hook.runs]
    words = text(hook.runs[0].text) if len(spans) == 1 else "".join(spans)
    return f"<text{place}{look.characters(base)}>{words}</text>"
