"""Links → SVG anchors.

In: a Link. Out: its opening tag. Where a page of this scene is found, and what leads back,
whoever shows the pages says. Not here: what is clicked on.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.scene.model import Link
from deckgen.writers.svg.markup import text

# The attributes (each with a leading space) that lead to a page or back; nothing where they can't.
Inward = Callable[[Link], str]


def nowhere(link: Link) -> str:
    """For a picture that stands alone."""
    return ""


def words(content: str, link: Link, inward: Inward) -> str:
    """Text inside its link, underlined as the office programs do."""
    underlined = f'<tspan text-decoration="underline">{content}</tspan>'
    return linked(underlined, link, inward)


def linked(content: str, link: Link | None, inward: Inward) -> str:
    """The content inside its link. A link that leads nowhere is none."""
    if link is None:
        return content
    where = _outward(link.url) if link.url else inward(link)
    tip = f"<title>{text(link.tip)}</title>" if link.tip else ""
    return f"<a{where}>{tip}{content}</a>" if where else content


def _outward(url: str) -> str:
    return f' href="{text(url)}" target="_blank" rel="noopener"'
