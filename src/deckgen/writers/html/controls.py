"""What stands around the slides: the bar, the list of keys, the speaker's desk.

In: the deck's words, the number of slides. Out: HTML. Not here: slides, behaviour.
"""

from __future__ import annotations

from urllib.parse import quote

from deckgen.writers.html.words import Words, keys
from deckgen.writers.svg.markup import text

Forms = tuple[tuple[str, str], ...]  # of the talk: a title, and the name in the address
# Drawn in a square of 24, in lines of the colour of the text.
_ICONS = {
    "previous": "M15 5l-7 7 7 7",
    "next": "M9 5l7 7-7 7",
    "overview": "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",
    "speaker": "M3 5h18v11H3zM12 16v4M8 20h8M7 9h6M7 12h4",
    "fullscreen": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "keys": "M9.2 9a3 3 0 1 1 4.3 2.9c-1 .5-1.5 1-1.5 2.1M12 17.5v.1",
}


def bar(said: Words, count: int) -> str:
    """The buttons at the lower edge."""
    before = _button("previous", said.previous)
    after = "".join(
        [
            _button(action, label)
            for action, label in (
                ("next", said.next),
                ("overview", said.overview),
                ("speaker", said.speaker),
                ("fullscreen", said.fullscreen),
                ("keys", said.keys),
            )
        ]
    )
    return (
        f'<nav class="bar" aria-label="{text(said.controls)}">{before}{_count(count)}{after}</nav>'
    )


def _button(action: str, label: str) -> str:
    lines = f'<path d="{_ICONS[action]}"/>'
    icon = f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{lines}</svg>'
    name = text(label)
    return f'<button data-act="{action}" title="{name}" aria-label="{name}">{icon}</button>'


def _count(count: int) -> str:
    return f'<span class="count"><b>1</b> / {count}</span>'


def help_box(said: Words, shows: Forms = ()) -> str:
    """The list of keys, and a link to each form of the talk."""
    rows = "".join([_row(what, row) for what, row in keys(said)])
    name = text(said.keys)
    return f'<dialog aria-label="{name}"><h2>{name}</h2><dl>{rows}</dl>{_links(shows)}</dialog>'


def _links(shows: Forms) -> str:
    found = [f'<a href="?show={quote(name)}">{text(title)}</a>' for title, name in shows]
    return f'<p class="shows">{"".join(found)}</p>' if found else ""


def _row(what: str, row: tuple[str, ...]) -> str:
    caps = "".join([f"<kbd>{text(key)}</kbd>" for key in row])
    return f"<div><dt>{text(what)}</dt><dd>{caps}</dd></div>"


def desk(said: Words, count: int) -> str:
    """What the speaker's window shows besides the slide."""
    buttons = "".join(
        [
            f'<button data-act="{action}">{text(label)}</button>'
            for action, label in (("pause", said.pause), ("restart", said.restart))
        ]
    )
    clock = (
        f'<div class="clock"><span class="elapsed" title="{text(said.elapsed)}">0:00</span>'
        f'{buttons}<span class="plan" hidden></span><span class="pace"><progress max="1" value="0">'
        f'</progress><span></span></span>{_count(count)}<span class="time"></span></div>'
    )
    return (
        f'<aside class="desk" aria-label="{text(said.speaker)}">{clock}'
        f'<section class="ahead"><h2>{text(said.next)}</h2><div class="frame"></div></section>'
        '<section class="say"><h2></h2><div class="words" tabindex="0"></div></section></aside>'
    )
