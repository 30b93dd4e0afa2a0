"""Hits with their pictures → one HTML page that needs nothing else.

In: hits, SVG by hit. Out: text, the same for the same hits. What must not be here: drawing slides,
files.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape

from deckgen.library.search import Answer, Excerpt, Hit

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1b; --soft: #6b6a66; --paper: #f6f5f2;
  --line: #dcdad4; --mark: #ffe27a; --sheet: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #a09e97; --paper: #191917;
  --line: #35342f; --mark: #7a6200; --sheet: #242320 } }
* { box-sizing: border-box }
body { margin: 0; padding: clamp(1.25rem, 4vw, 4rem); background: var(--paper); color: var(--ink);
  font: 1rem/1.45 Carlito, Calibri, system-ui, sans-serif }
header { max-width: 60rem; margin-bottom: clamp(1.5rem, 3vw, 3rem) }
h1 { font-size: clamp(1.9rem, 4.5vw, 3.4rem); line-height: 1.08; font-weight: 700;
  letter-spacing: -.015em; margin: 0 0 .4rem; text-wrap: balance }
header p { margin: 0; color: var(--soft) }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 2.75rem 2rem;
  grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)) }
li { min-width: 0 }
.slide { display: block; width: 100%; background: var(--sheet); outline: 1px solid var(--line) }
div.slide { aspect-ratio: 16 / 9; padding: 1.25rem; color: var(--soft) }
h2 { font-size: 1.1rem; line-height: 1.3; font-weight: 700; margin: .85rem 0 .2rem;
  overflow-wrap: anywhere }
p { margin: .2rem 0 }
.said { font-size: .95rem }
.from { color: var(--soft); font-size: .9rem }
code { font: .84rem/1.4 ui-monospace, "IBM Plex Mono", Consolas, monospace; user-select: all;
  overflow-wrap: anywhere }
mark { background: var(--mark); color: inherit; padding: 0 .08em }
details { font-size: .9rem; margin-top: .3rem }
summary { cursor: pointer; color: var(--soft) }
details ul { margin: .3rem 0 0; padding: 0; list-style: none; display: grid; gap: .15rem }
@media print { body { background: #fff; padding: 0 } li { break-inside: avoid }
  ol { grid-template-columns: 1fr 1fr; gap: 1.5rem } }
""".strip()


def page(sought: str, answer: Answer, drawings: dict[str, str]) -> str:
    """The page. `sought` is what was typed; `drawings` has SVG by `key(hit)`."""
    title = escape(sought)
    cards = "\n".join(_card(hit, drawings.get(key(hit), "")) for hit in answer.hits)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1>\n<p>{escape(_summary(answer))}</p></header>\n"
        f"<main><ol>\n{cards}\n</ol></main>\n</body>\n</html>\n"
    )


def key(hit: Hit) -> str:
    """What a hit's picture is called."""
    return f"{hit.version.path}#{hit.version.slide} {hit.version.lang}"


def marked(excerpt: Excerpt, before: str, after: str) -> str:
    """An excerpt with signs around what was sought; the text itself is left as it is."""
    parts, at = [], 0
    for start, end in excerpt.places:
        parts += [excerpt.text[at:start], before, excerpt.text[start:end], after]
        at = end
    return "".join((*parts, excerpt.text[at:]))


def about(hit: Hit) -> str:
    """Deck, year and kind, in a line."""
    version = hit.version
    return " · ".join(filter(None, (version.title, str(version.year or ""), hit.kind)))


def _summary(answer: Answer) -> str:
    many = len(answer.hits)
    text = f"{many} slide{'' if many == 1 else 's'}" + (", the best of more" if answer.more else "")
    return f"{text}; none says all of these words" if answer.loose else text


def _card(hit: Hit, drawing: str) -> str:
    version = hit.version
    said = f'<p class="said">{_html(hit.body)}</p>\n' if hit.body.text else ""
    return (
        f'<li lang="{escape(version.lang)}">{_picture(hit, drawing)}\n<h2>{_html(hit.head)}</h2>\n'
        f'{said}<p class="from">{escape(about(hit))}</p>\n'
        f'<p class="from"><code>{escape(version.shown)}</code></p>{_versions(hit)}</li>'
    )


def _picture(hit: Hit, drawing: str) -> str:
    if not drawing:
        return '<div class="slide">This slide can’t be drawn: its outline has mistakes.</div>'
    data = b64encode(drawing.encode("utf-8")).decode("ascii")
    source = f"data:image/svg+xml;base64,{data}"
    return f'<img class="slide" loading="lazy" alt="{escape(hit.head.text)}" src="{source}">'


def _versions(hit: Hit) -> str:
    if not hit.versions:
        return ""
    rows = "".join(
        f"<li><code>{escape(one.shown)}</code> {one.year or ''}</li>" for one in hit.versions
    )
    return f"\n<details><summary>{len(hit.versions)} versions</summary><ul>{rows}</ul></details>"


def _html(excerpt: Excerpt) -> str:
    # Marks are put in first, as signs that no text has, so that escaping leaves them alone.
    text = escape(marked(excerpt, "\x02", "\x03"))
    return text.replace("\x02", "<mark>").replace("\x03", "</mark>")
