"""Whether everything lies where it may: on the slide, inside the margins, apart, in order.

In: a Talk with pages. Out: findings. The layout is built so that none of this happens; templates,
base files and forms of page that it did not foresee are why `proof.sight` looks at it again. Here
its faults become findings about an outline: one of a sort for each slide.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.lint.rule import Check, Found, Rule
from deckgen.lint.talk import FURNITURE, Said, Talk
from deckgen.outline.model import Cycle, Diagram, Tree, Venn
from deckgen.proof.sight import ink
from deckgen.scene import model as scene

# Read along a ring or along arrows, not from the top left.
ROUNDABOUT = (Cycle, Diagram, Tree, Venn)
SHARE = 0.5  # of the narrower of two texts that must lie above each other to be one column


def seen(code: str) -> Check:
    """The faults of one sort, the first of each page."""

    def check(talk: Talk) -> Iterator[Found]:
        for sheet in talk.sheets:
            fault = next((one for one in talk.faults(sheet) if one.code == code), None)
            if fault is not None:
                yield Found(f"{sheet.name}: {fault.message}", sheet.span)

    return check


def order(talk: Talk) -> Iterator[Found]:
    """Texts that are read aloud after what stands below them in the same column."""
    for sheet in talk.sheets:
        if sheet.slide is None or isinstance(sheet.slide.body, ROUNDABOUT):
            continue
        read = [
            (said, _extent(said))
            for said in sheet.texts
            if said.role not in FURNITURE | {"title", "kicker", "table"} and said.body.lines
        ]
        pair = next(_backwards(read), None)
        if pair is not None:
            first, later = (said.plain[:40] for said in pair)
            message = f"{sheet.name}: “{later}” stands above “{first}” and is read after it"
            yield Found(message, sheet.span)


def _backwards(read: list[tuple[Said, scene.Box]]) -> Iterator[tuple[Said, Said]]:
    for number, (first, above) in enumerate(read):
        for later, below in read[number + 1 :]:
            across = min(above.x + above.cx, below.x + below.cx) - max(above.x, below.x)
            shared = across > SHARE * min(above.cx, below.cx)
            if shared and below.y + below.cy <= above.y:
                yield first, later


def _extent(said: Said) -> scene.Box:
    boxes = [ink(line) for line in said.body.lines]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.cx for box in boxes)
    bottom = max(box.y + box.cy for box in boxes)
    return scene.Box(left, top, right - left, bottom - top)


RULES = (
    Rule(
        "lint/outside-slide",
        "error",
        "Something lies partly outside the slide.",
        "What the edge cuts off is not on the screen.",
        "say less on this slide, or take another template",
        "scene",
        seen("proof/outside"),
    ),
    Rule(
        "lint/outside-frame",
        "error",
        "A text reaches out of its frame.",
        "Whoever clicks into it in PowerPoint sees it jump; what lies beside it may be covered.",
        "shorten it, or take another template",
        "scene",
        seen("proof/frame"),
    ),
    Rule(
        "lint/in-margin",
        "error",
        "Words stand in the slide's margin.",
        "Projectors and window frames cut off what comes close to the edge.",
        "say less on this slide, or take another template",
        "scene",
        seen("proof/margin"),
    ),
    Rule(
        "lint/overlap",
        "error",
        "Letters of two texts lie on each other.",
        "Neither of them can be read.",
        "shorten the longer one, or divide the slide",
        "scene",
        seen("proof/collision"),
    ),
    Rule(
        "lint/covered",
        "error",
        "A form, picture or chart is painted over words.",
        "They can't be read.",
        "shorten the text, or take another template",
        "scene",
        seen("proof/covered"),
    ),
    Rule(
        "lint/crossed",
        "error",
        "A line of a figure runs through words.",
        "They look struck out.",
        "shorten the words, or put fewer parts into the figure",
        "scene",
        seen("proof/crossed"),
    ),
    Rule(
        "lint/contrast",
        "error",
        "A text does not stand out from what lies under it.",
        "Below 4.5:1 (3:1 in large type) people with weak eyes, and everybody in a bright room,"
        " can't read it (WCAG 2.2, 1.4.3).",
        "make the colour darker or lighter in the template, or take another `background`",
        "scene",
        seen("proof/contrast"),
    ),
    Rule(
        "lint/reading-order",
        "warning",
        "A text is read aloud after what stands below it.",
        "Screen readers follow the order of the objects; the eye goes from the top down.",
        "bring the parts of the slide into the order in which they are seen",
        "scene",
        order,
    ),
)
