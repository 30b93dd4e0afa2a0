"""A formula's tree → OMML, PowerPoint's own equations (ECMA-376 part 1, 22.1).

In: a tree, the characters' properties. Out: the content of `m:oMath`. Where a choice is free, it is
one that LibreOffice reads too: it builds a line of its own language from the runs, in which a
sign for two things needs both, and a word of several letters may be a command.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from deckgen.formula import tree
from deckgen.formula.commands import INTEGRALS
from deckgen.formula.tree import Math
from deckgen.writers.pptx.xml import EMPTY, Xml, element, join, text

_NORMAL = Xml("<m:rPr><m:nor/></m:rPr>")
_PLAIN = Xml('<m:rPr><m:sty m:val="p"/></m:rPr>')
_SIGNED = frozenset("+\u2212\u00b1\u2213")  # stand before one thing, too
_CODE = frozenset('%#&$_"\\{}[]()^~|@!?')  # mean something in LibreOffice's language
# What LibreOffice knows as functions, and so sets upright by itself.
_FUNCTIONS = frozenset((
    "arccos", "arcsin", "arctan", "cos", "cosh", "cot", "coth", "exp", "lim", "ln", "log", "sin",
    "sinh", "tan", "tanh",
))  # fmt: skip
_NOBODY = tree.Symbol("\u200b", "words")  # stands where a sign wants something on that side
_MARKS = {"\u0304": "\u0305"}


class Equation:
    """Writes one formula."""

    def __init__(self, characters: Callable[[bool], Xml]) -> None:
        """`characters` gives the `a:rPr` of letters that stand straight or not."""
        self._upright = characters(False)
        self._italic = characters(True)
        self._control = element("m:ctrlPr", {}, self._italic)

    def inside(self, node: Math | None) -> Xml:
        """What stands in an argument: a formula of its own."""
        items = node.items if isinstance(node, tree.Row) else (node,) if node is not None else ()
        return self._row(_guarded(items))

    def _row(self, items: tuple[Math, ...]) -> Xml:
        found: list[Xml] = []
        at = 0
        while at < len(items):
            item = items[at]
            end = _reach(items, at)
            if end == at + 1:
                found.append(self._node(item))
            else:
                found.append(self._leading(item, items[at + 1 : end]))
            at = end
        return join(*found)

    def _leading(self, item: Math, rest: tuple[Math, ...]) -> Xml:
        """A sum or a function, with what it is about."""
        scripts = item if isinstance(item, tree.Scripts) else tree.Scripts(item)
        assert isinstance(scripts.base, tree.Symbol)
        body = element("m:e", {}, self._row(_guarded(rest)))
        if scripts.base.sort == "big":
            return self._sum(scripts, scripts.base.text, body)
        name = element("m:fName", {}, self._node(item))
        return self._built("m:func", EMPTY, name, body)

    def _sum(self, node: tree.Scripts, sign: str, body: Xml) -> Xml:
        where = "subSup" if sign in INTEGRALS or not node.limits else "undOvr"
        hidden = [
            element(tag, {"m:val": 1})
            for tag, part in (("m:subHide", node.sub), ("m:supHide", node.sup))
            if part is None
        ]
        look = join(
            element("m:chr", {"m:val": sign}), element("m:limLoc", {"m:val": where}), *hidden
        )
        return self._built(
            "m:nary", look, self._in("m:sub", node.sub), self._in("m:sup", node.sup), body
        )

    def _built(self, tag: str, look: Xml, *parts: Xml) -> Xml:
        """A structure: its properties, then its parts."""
        return element(tag, {}, element(f"{tag}Pr", {}, look, self._control), *parts)

    def _in(self, tag: str, node: Math | None) -> Xml:
        return element(tag, {}, self.inside(node))

    def _node(self, node: Math) -> Xml:
        match node:
            case tree.Symbol():
                return self._symbol(node)
            case tree.Row():
                return self._row(node.items)
            case tree.Space():
                return self._space(node.ems)
            case tree.Scripts():
                return self._scripts(node)
            case tree.Root():
                return self._root(node)
            case tree.Fence():
                return self._fence(node)
            case tree.Grid():
                return self._grid(node)
            case _:
                return self._decorated(node)

    def _decorated(
        self,
        node: tree.Fraction
        | tree.Accent
        | tree.Line
        | tree.Brace
        | tree.Stack
        | tree.Framed
        | tree.Phantom,
    ) -> Xml:
        match node:
            case tree.Fraction():
                bar = EMPTY if node.bar else element("m:type", {"m:val": "noBar"})
                parts = self._in("m:num", node.top), self._in("m:den", node.bottom)
                return self._built("m:f", bar, *parts)
            case tree.Accent():
                mark = element("m:chr", {"m:val": _MARKS.get(node.mark, node.mark)})
                return self._built("m:acc", mark, self._in("m:e", node.body))
            case tree.Line():
                side = element("m:pos", {"m:val": "bot" if node.below else "top"})
                return self._built("m:bar", side, self._in("m:e", node.body))
            case tree.Brace():
                return self._brace(node)
            case tree.Stack():
                return self._limits(self.inside(_labelled(node.base)), node.under, node.over)
            case tree.Framed():
                return self._built("m:borderBox", EMPTY, self._in("m:e", node.body))
            case tree.Phantom():
                hidden = element("m:show", {"m:val": 0})
                return self._built("m:phant", hidden, self._in("m:e", node.body))
            case _:
                assert_never(node)

    def _symbol(self, node: tree.Symbol) -> Xml:
        if node.sort == "words" or node.text in _CODE or _unknown(node):
            return self._run(node.text, _NORMAL, self._upright)
        if node.sort == "var":
            return self._run(node.text, EMPTY, self._italic)
        return self._run(node.text, _PLAIN, self._upright)

    def _run(self, words: str, look: Xml, characters: Xml) -> Xml:
        kept = {"xml:space": "preserve"} if words != words.strip() else {}
        return element("m:r", {}, look, characters, element("m:t", kept, text(words)))

    def _space(self, ems: float) -> Xml:
        """The space of Unicode that is nearest; there is none that pulls together."""
        widths = {1 / 6: "\u2009", 2 / 9: "\u205f", 5 / 18: "\u2004", 0.5: "\u2002", 1.0: "\u2003"}
        if ems <= 0:
            return EMPTY
        nearest = min(widths, key=lambda width: abs(width - min(ems, 1.0)))
        count = max(round(ems), 1)
        return self._run(widths[nearest] * count, _NORMAL, self._upright)

    def _scripts(self, node: tree.Scripts) -> Xml:
        base = node.base
        if isinstance(base, tree.Symbol) and base.sort == "big":
            return self._sum(node, base.text, element("m:e", {}, self._node(_NOBODY)))
        if node.limits:
            return self._limits(self._node(base), node.sub, node.sup)
        tags = [tag for tag, part in (("Sub", node.sub), ("Sup", node.sup)) if part is not None]
        parts = [part for part in (node.sub, node.sup) if part is not None]
        if not parts:
            return self._node(base)
        held = element("m:e", {}, self.inside(base if base != tree.Row(()) else _NOBODY))
        found = (self._in(f"m:{tag.lower()}", one) for tag, one in zip(tags, parts, strict=True))
        return self._built(f"m:s{''.join(tags)}", EMPTY, held, *found)

    def _limits(self, base: Xml, under: Math | None, over: Math | None) -> Xml:
        """Something small below and above a base."""
        found = base
        for tag, part in (("m:limLow", under), ("m:limUpp", over)):
            if part is not None:
                found = self._built(tag, EMPTY, element("m:e", {}, found), self._in("m:lim", part))
        return found

    def _root(self, node: tree.Root) -> Xml:
        hidden = element("m:degHide", {"m:val": 1}) if node.index is None else EMPTY
        parts = self._in("m:deg", node.index), self._in("m:e", node.body)
        return self._built("m:rad", hidden, *parts)

    def _fence(self, node: tree.Fence) -> Xml:
        signs = [("m:begChr", node.open), ("m:endChr", node.close)]
        if len(node.parts) > 1:
            signs.insert(1, ("m:sepChr", node.bar))
        look = join(*(element(tag, {"m:val": sign}) for tag, sign in signs))
        return self._built("m:d", look, *(self._in("m:e", part) for part in node.parts))

    def _brace(self, node: tree.Brace) -> Xml:
        side, other = ("bot", "top") if node.below else ("top", "bot")
        look = join(
            element("m:chr", {"m:val": node.char}),
            element("m:pos", {"m:val": side}),
            element("m:vertJc", {"m:val": other}),
        )
        return self._built("m:groupChr", look, self._in("m:e", node.body))

    def _grid(self, node: tree.Grid) -> Xml:
        """A matrix; of lines below one another the columns touch."""
        names = {"l": "left", "c": "center", "r": "right"}
        columns = [
            element(
                "m:mc",
                {},
                element(
                    "m:mcPr",
                    {},
                    element("m:count", {"m:val": 1}),
                    element("m:mcJc", {"m:val": names[align]}),
                ),
            )
            for align in node.aligns
        ]
        touch = EMPTY
        if node.tight and len(node.aligns) > 1:
            touch = join(element("m:cGpRule", {"m:val": 3}), element("m:cGp", {"m:val": 0}))
        look = join(element("m:plcHide", {"m:val": 1}), touch, element("m:mcs", {}, *columns))
        rows = (
            element(
                "m:mr",
                {},
                *(self._in("m:e", cell if cell != tree.Row(()) else _NOBODY) for cell in row),
            )
            for row in node.rows
        )
        return self._built("m:m", look, *rows)


def _unknown(node: tree.Symbol) -> bool:
    """Whether LibreOffice would set it in italics: a name that it has no function for."""
    named = node.sort in ("func", "op") and node.text.isalpha() and node.text not in _FUNCTIONS
    return named or (node.sort == "upright" and node.text.isascii())


def _labelled(base: Math) -> Math:
    """A sign that carries a label: as text, for LibreOffice hangs the label on the last thing."""
    if isinstance(base, tree.Symbol) and base.sort in ("rel", "op"):
        return tree.Symbol(f"\u2005{base.text}\u2005", "words")
    return base


def _reach(items: tuple[Math, ...], at: int) -> int:
    """Behind the last item that belongs to the one at `at`: what a sum or a function is about."""
    base = items[at]
    base = base.base if isinstance(base, tree.Scripts) else base
    if not isinstance(base, tree.Symbol) or base.sort not in ("big", "func"):
        return at + 1
    stops = ("op", "rel", "punct") if base.sort == "big" else ("op", "rel", "punct", "func", "big")
    end = at + 1
    while end < len(items) and not _stops(items[end], stops):
        end += 1
    return end


def _stops(item: Math, sorts: tuple[str, ...]) -> bool:
    base = item.base if isinstance(item, tree.Scripts | tree.Stack) else item
    if isinstance(base, tree.Space):
        return base.ems >= 0.5
    return isinstance(base, tree.Symbol) and base.sort in sorts


def _guarded(items: tuple[Math, ...]) -> tuple[Math, ...]:
    """Items with something on both sides of a sign that stands between two things."""
    if not items:
        return items
    first = items[0]
    start: tuple[Math, ...] = ()
    if _relates(first) and not (isinstance(first, tree.Symbol) and first.text in _SIGNED):
        start = (_NOBODY,)
    end = (_NOBODY,) if _relates(items[-1]) else ()
    return (*start, *items, *end)


def _relates(item: Math) -> bool:
    base = item.base if isinstance(item, tree.Scripts | tree.Stack) else item
    return isinstance(base, tree.Symbol) and base.sort in ("rel", "op")
