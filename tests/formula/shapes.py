"""A formula's tree in short, so that a test reads on one line."""

from deckgen.formula import tree
from deckgen.formula.parser import parse
from deckgen.formula.tree import Math


def short(node: Math | None) -> str:
    """A tree as text: `frac(a, b)`, `scr(x, , 2)`."""
    match node:
        case None:
            return ""
        case tree.Symbol():
            return f"'{node.text}'" if node.sort in ("words", "func") else node.text
        case tree.Space():
            return "~"
        case tree.Row():
            return " ".join(map(short, node.items))
        case tree.Fraction():
            return f"{'frac' if node.bar else 'over'}({short(node.top)}, {short(node.bottom)})"
        case tree.Scripts():
            kind = "lim" if node.limits else "scr"
            return f"{kind}({short(node.base)}, {short(node.sub)}, {short(node.sup)})"
        case tree.Root():
            index = f", {short(node.index)}" if node.index is not None else ""
            return f"root({short(node.body)}{index})"
        case tree.Fence():
            inside = f" {node.bar} ".join(map(short, node.parts))
            return f"<{node.open}{inside}{node.close}>"
        case tree.Accent():
            return f"acc({short(node.body)}, U+{ord(node.mark):04X})"
        case tree.Line():
            return f"{'under' if node.below else 'over'}line({short(node.body)})"
        case tree.Brace():
            return f"{'under' if node.below else 'over'}({node.char}, {short(node.body)})"
        case tree.Stack():
            return f"stack({short(node.base)}, {short(node.over)}, {short(node.under)})"
        case tree.Grid():
            rows = "; ".join(", ".join(map(short, row)) for row in node.rows)
            return f"grid[{node.aligns}]({rows})"
        case tree.Framed():
            return f"box({short(node.body)})"
        case tree.Phantom():
            return f"gone({short(node.body)})"


def read(latex: str) -> str:
    """The only cell of a formula without mistakes."""
    found = parse(latex)
    assert found.mistakes == ()
    ((cell,),) = found.lines
    return short(cell)
