"""Single signs and letters → symbols; symbols side by side → rows.

In: characters, names of styles. Out: tree nodes. Which command wants what is `words`' business.
"""

from __future__ import annotations

import unicodedata

from deckgen.formula import tree
from deckgen.formula.commands import CLOSING, OPENING, sort_of
from deckgen.formula.tree import Math

_TYPED = {"-": "\u2212", "*": "\u2217", "'": "\u2032", "~": "\u00a0"}
_ESCAPED = {"\\ ": " ", "\\%": "%", "\\&": "&", "\\$": "$", "\\#": "#", "\\_": "_", "~": "\u00a0"}


def sign(char: str) -> tree.Symbol:
    """A character as it was typed, or as its name says."""
    char = _TYPED.get(char, char)
    if char[0].isdigit():
        return tree.Symbol(char, "number")
    if len(char) > 1:
        return tree.Symbol(char, "op" if char == "mod" else "words")
    if char.isalpha() and unicodedata.category(char) != "Lo":
        return tree.Symbol(char, "upright" if _straight(char) else "var")
    return tree.Symbol(char, sort_of(char))


def _straight(char: str) -> bool:
    """Capitals of Greek stand straight, and letters that have a style of their own."""
    greek = "\u0391" <= char <= "\u03a9"
    return greek or ("\u2100" <= char <= "\u214f" and char not in "\u210f\u2113")


def styled(body: Math, style: str) -> Math:
    """The letters and figures in a style of Unicode's; other things as they are."""
    if isinstance(body, tree.Row):
        return tree.Row(tuple(styled(item, style) for item in body.items))
    if isinstance(body, tree.Scripts):
        return tree.Scripts(styled(body.base, style), body.sub, body.sup, body.limits)
    if isinstance(body, tree.Symbol) and body.sort in ("var", "upright", "number"):
        return tree.Symbol("".join(_letter(char, style) for char in body.text), "upright")
    return body


def _letter(char: str, style: str) -> str:
    name = unicodedata.name(char, "")
    word = name.replace("LATIN ", "").replace("GREEK ", "").replace(" LETTER", "")
    if style == "BOLD ITALIC" and "DIGIT" in word:
        style = "BOLD"
    old = {"FRAKTUR": "BLACK-LETTER"}.get(style, style)  # as letters that came before are called
    for full in (f"MATHEMATICAL {style} {word}", f"{old} {word}"):
        try:
            return unicodedata.lookup(full)
        except KeyError:
            continue
    return char


def upright(body: Math) -> Math:
    """Letters straight: one is a symbol, several are a word or a unit."""
    items = body.items if isinstance(body, tree.Row) else (body,)
    found: list[Math] = []
    for item in items:
        if not isinstance(item, tree.Symbol) or item.sort not in ("var", "upright", "number"):
            found.append(_based(item))
            continue
        last = found[-1] if found else None
        if isinstance(last, tree.Symbol) and last.sort in ("upright", "words"):
            found[-1] = tree.Symbol(last.text + item.text, "words")
        else:
            number = item.sort == "number"
            found.append(item if number else tree.Symbol(item.text, "upright"))
    return found[0] if len(found) == 1 else tree.Row(tuple(found))


def _based(item: Math) -> Math:
    if isinstance(item, tree.Scripts):
        return tree.Scripts(upright(item.base), item.sub, item.sup, item.limits)
    return item


def plain(text: str) -> str:
    r"""What a token says inside of `\text{…}`."""
    return _ESCAPED.get(text, "" if text in "{}" else text)


def primed(body: Math) -> bool:
    """Whether something is primes only."""
    return isinstance(body, tree.Symbol) and set(body.text) == {"\u2032"}


def joined(items: list[Math]) -> Math:
    """A row: numbers put together, brackets that belong together made a pair."""
    flat: list[Math] = []
    for item in items:
        last = flat[-1] if flat else None
        if _digits(item) and isinstance(last, tree.Symbol) and last.sort == "number":
            assert isinstance(item, tree.Symbol)
            flat[-1] = tree.Symbol(last.text + item.text, "number")
        else:
            flat.append(item)
    kept = paired(flat)
    return kept[0] if len(kept) == 1 else tree.Row(tuple(kept))


def _digits(item: Math) -> bool:
    return isinstance(item, tree.Symbol) and item.sort == "number"


def paired(items: list[Math]) -> list[Math]:
    """Brackets as fences around what stands between them; those without a partner as signs."""
    stack: list[tuple[str, list[Math]]] = [("", [])]
    for item in items:
        base = item.base if isinstance(item, tree.Scripts) else item
        text = base.text if isinstance(base, tree.Symbol) else ""
        if text in OPENING and text and base is item:
            stack.append((text, []))
        elif text in CLOSING and text and len(stack) > 1:
            opened, inside = stack.pop()
            fence = tree.Fence(opened, text, (tree.Row(tuple(_bars(inside))),))
            stack[-1][1].append(_on(item, fence))
        else:
            stack[-1][1].append(item)
    while len(stack) > 1:
        opened, inside = stack.pop()
        stack[-1][1].extend((tree.Symbol(opened, "ord"), *inside))
    return _bars(stack[0][1])


def _on(item: Math, fence: tree.Fence) -> Math:
    """The fence with the scripts that its closing bracket had."""
    if isinstance(item, tree.Scripts):
        return tree.Scripts(fence, item.sub, item.sup, item.limits)
    return fence


def _bars(items: list[Math]) -> list[Math]:
    """Bars in pairs around a value; a single one stays a bar between two things."""
    for char in ("|", "\u2016"):
        places = [n for n, item in enumerate(items) if _text(item) == char]
        if places and len(places) % 2 == 0:
            items = _enclosed(items, places, char)
    return [tree.Symbol("\u2223", "rel") if item == _BAR else item for item in items]


_BAR = tree.Symbol("|", "ord")


def _text(item: Math) -> str:
    base = item.base if isinstance(item, tree.Scripts) else item
    return base.text if isinstance(base, tree.Symbol) else ""


def _enclosed(items: list[Math], places: list[int], char: str) -> list[Math]:
    found: list[Math] = []
    at = 0
    for first, last in zip(places[::2], places[1::2], strict=True):
        inside = tree.Row(tuple(items[first + 1 : last]))
        found += items[at:first]
        found.append(_on(items[last], tree.Fence(char, char, (inside,))))
        at = last + 1
    return found + items[at:]
