"""Did you mean …: words of other tools and near misses → hints.

What must not be here: which keys exist (the caller says so).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

# What people who know other tools type → the outline's own key.
ALIASES = {
    "theme": "template", "reference-doc": "template", "reference_doc": "template",
    "style": "template", "design": "template", "language": "lang", "locale": "lang",
    "size": "aspect", "ratio": "aspect", "aspect-ratio": "aspect", "aspectratio": "aspect",
    "bullets": "points", "bullet": "points", "list": "points", "items": "points",
    "content": "points", "body": "points", "agenda-items": "points", "lines": "points",
    "numbered": "steps", "enumerate": "steps", "ordered": "steps",
    "heading": "title", "header": "title", "headline": "title", "name": "title", "h1": "title",
    "subtitle": "sub", "subheading": "sub", "tagline": "sub",
    "image": "picture", "img": "picture", "photo": "picture", "figure": "picture",
    "paragraph": "text", "big": "statement", "claim": "statement", "message": "statement",
    "thesis": "proposition", "stelling": "proposition", "chapter": "section",
    "divider": "section", "titleslide": "cover", "title-slide": "cover", "opening": "cover",
    "graph": "chart", "plot": "chart", "diagram": "chart", "numbers": "stats", "kpi": "stats",
    "figures": "stats", "metrics": "stats", "comparison": "columns", "two-column": "columns",
    "speaker-notes": "notes", "note": "notes", "comment": "notes", "time": "minutes",
    "duration": "minutes", "hide": "skip", "hidden": "skip", "caption": "label",
    "toc": "agenda", "contents": "agenda", "programme": "agenda", "inhoud": "agenda",
    "programma": "agenda", "overzicht": "agenda", "buttons": "menu", "keuzemenu": "menu",
    "knoppen": "menu", "clicks": "build", "reveal": "build", "overgang": "transition",
    "animation": "build", "animate": "build", "footnote": "source", "credits": "source",
    "citation": "quote", "blockquote": "quote", "authors": "author", "presenter": "speaker",
    "where": "place", "location": "place", "venue": "place", "conference": "event",
    "variables": "vars", "default": "defaults", "pages": "slides", "deck": "slides",
    "src": "file", "path": "file", "url": "file", "author": "by", "cite": "by", "who": "by",
    "year": "when", "period": "when", "date": "when", "symbol": "sign",
    "icoon": "icon", "pictogram": "icon", "pictograph": "icon", "ikoon": "icon",
    "label": "name", "heading2": "name", "text": "what", "email": "mail", "e-mail": "mail",
    "website": "site", "web": "site", "twitter": "handle", "answer": "result", "total": "result",
    "niet": "not", "wel": "but", "maar": "but", "titel": "title", "kop": "title",
    "ondertitel": "sub", "punten": "points", "lijst": "points", "stappen": "steps",
    "vraag": "question", "citaat": "quote", "notities": "notes", "notitie": "notes",
    "foto": "picture", "afbeelding": "picture", "beeld": "picture", "plaatje": "picture",
    "tijdlijn": "timeline", "sectie": "section", "hoofdstuk": "section", "tekst": "text",
    "bron": "source", "minuten": "minutes", "woorden": "words", "naam": "name",
    "taal": "lang", "spreker": "speaker", "auteur": "author", "sjabloon": "template",
    "wie": "by", "door": "by", "wanneer": "when", "wat": "what", "teken": "sign",
    "what": "name", "fasen": "phases", "werelden": "worlds", "cijfers": "stats", "grafiek": "chart",
    "tabel": "table", "som": "sum", "trechter": "funnel", "dia's": "slides", "dias": "slides",
    "taart": "pie", "taartdiagram": "pie", "cirkel": "pie", "ring": "doughnut", "donut": "doughnut",
    "staaf": "bar", "staafdiagram": "bar", "kolom": "column", "lijn": "line", "lijndiagram": "line",
    "vlak": "area", "spreiding": "scatter", "puntenwolk": "scatter", "bellen": "bubble",
    "categories": "data", "values": "data", "series": "data", "kind": "type", "number": "value",
    "figure-value": "value", "alt-text": "alt", "description": "alt", "headers": "header",
}  # fmt: skip
# How alike two words must be, as difflib counts: 1 is the same.
ALIKE = 0.7
# How much more alike the nearest must be than the next, to be the only one that was meant.
AHEAD = 0.05


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint with the known word that was probably meant; none when nothing is near."""
    match = near(word, known)
    return (f"did you mean `{match}`?",) if match else ()


def near(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty string."""
    return _near(word, tuple(known))


def certain(word: str, known: Iterable[str]) -> str:
    """The known word that alone can have been meant; empty where several come near, or none."""
    from difflib import SequenceMatcher, get_close_matches

    names = tuple(known)
    found, low = _near(word, names), word.strip().lower().replace("_", "-").replace(" ", "-")
    if not found or found in (low, ALIASES.get(low)):
        return found
    close = get_close_matches(low, _alike(low, names), 2, ALIKE)
    ahead = [SequenceMatcher(None, low, one).ratio() for one in close]
    return found if len(close) == 1 or ahead[0] - ahead[1] > AHEAD else ""


# A key that is mistyped once is often mistyped on every slide.
@lru_cache(maxsize=4096)
def _near(word: str, names: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only when somebody mistyped

    low = word.strip().lower().replace("_", "-").replace(" ", "-")
    if low in names:
        return low
    if (alias := ALIASES.get(low)) and alias in names:
        return alias
    close = get_close_matches(low, _alike(low, names), n=1, cutoff=ALIKE)
    return close[0] if close else ""


def _alike(word: str, names: tuple[str, ...]) -> list[str]:
    """The names that can reach the ratio at all, told from lengths and letters alone.

    Letters that only one of two words has can't match. The ratio is the matching letters of both
    over all letters of both.
    """
    letters, length = _bits(word), len(word)
    return [
        name
        for name, own, size in _letters(names)
        if length - (letters & ~own).bit_count() >= (least := ALIKE * (length + size) / 2)
        and size - (own & ~letters).bit_count() >= least
    ]


def _bits(word: str) -> int:
    """A bit a letter; letters that share one only make two words look more alike."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


@lru_cache(maxsize=64)
def _letters(names: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    return tuple((name, _bits(name), len(name)) for name in names)
