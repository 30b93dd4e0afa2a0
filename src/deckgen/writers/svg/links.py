"""Links → SVG anchors.

In: a Link. Out: its opening tag; pages of this scene are addressed by whoever shows them.
Not here: what is clicked on.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.scene.model import Link
from deckgen.writers.svg.markup import text

Jump = Callable[[str], str]


def words(content: str, link: Link | None, jump: Jump) -> str:
    """Text inside its link, underlined as the office programs do."""
    return linked(f'<tspan text-decoration="underline">{content}</tspan>', link, jump)


def linked(content: str, link: Link | None, jump: Jump) -> str:
    """The content inside its link; a way back is left to the page that shows it."""
    if link is None:
        return content
    tip = f"<title>{text(link.tip)}</title>" if link.tip else ""
    return f"<a{_where(link, jump)}>{tip}{content}</a>"


def _where(link: Link, jump: Jump) -> str:
    if link.action == "back":
        return ' href="#" data-act="back"'
    if link.page:
        return f' href="{text(jump(link.page))}"'
    return f' href="{text(link.url)}" target="_blank" rel="noopener"'
