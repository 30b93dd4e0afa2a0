"""A formula's tree in short, so that a test reads on one line."""

from deckgen.formula import tree
from deckgen.formula.parser import parse
from deckgen.formula.tree import Math


def short(node: Math | None) -> str:
    """A tree as text: `frac(a, b)`, `scr(x, , 2)`."""
    if node is None:
        return ""
    if isinstance(node, tree.Symbol):
        return f"'{node.text}'" if node.sort in ("words", "func") else node.text
    if isinstance(node, tree.Row):
        return " ".join(map(short, node.items))
    return _structures(node)


def _structures(node: Math) -> str:
    match node:
        case tree.Fence():
            inside = f" {node.bar} ".join(map(short, node.parts))
            return f"<{node.open}{inside}{node.close}>"
        case tree.Grid():
            rows = "; ".join(", ".join(map(short, row)) for row in node.rows)
            return f"grid[{node.aligns}]({rows})"
        case tree.Space():
            return "~"
        case tree.Fraction(bar=bar):
            return _call("frac" if bar else "over", node.top, node.bottom)
        case tree.Scripts(limits=limits):
            return _call("lim" if limits else "scr", node.base, node.sub, node.sup)
        case tree.Root(index=index):
            return _call("root", node.body, *([index] if index is not None else []))
        case tree.Stack():
            return _call("stack", node.base, node.over, node.under)
        case _:
            return _decorated(node)


def _decorated(node: Math) -> str:
    match node:
        case tree.Accent():
            return f"acc({short(node.body)}, U+{ord(node.mark):04X})"
        case tree.Line():
            return _call("underline" if node.below else "overline", node.body)
        case tree.Brace():
            return f"{'under' if node.below else 'over'}({node.char}, {short(node.body)})"
        case tree.Framed():
            return _call("box", node.body)
        case tree.Phantom():
            return _call("gone", node.body)
        case _:
            raise AssertionError(node)


def _call(name: str, *parts: Math | None) -> str:
    return f"{name}({', '.join(map(short, parts))})"


def read(latex: str) -> str:
    """The only cell of a formula without mistakes."""
    found = parse(latex)
    assert found.mistakes == ()
    ((cell,),) = found.lines
    return short(cell)
