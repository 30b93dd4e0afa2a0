"""Commands of LaTeX → tree nodes.

In: the parser behind a command's name. Out: what the command makes of what follows it. Which
commands there are stands in `commands`.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from deckgen.formula import commands as c
from deckgen.formula import letters, tree
from deckgen.formula.reading import Reading
from deckgen.formula.tokens import Token
from deckgen.formula.tree import Math

Command = Callable[[Reading, str], Math | None]


def command(parser: Reading, token: Token) -> Math | None:
    """What a command and its arguments are."""
    name = token.text[1:]
    for names, read in _READINGS:
        if name in names:
            return read(parser, name)
    if name == "begin":
        return parser.environment(token)
    if name in c.REFUSED:
        message = f"`{token.text}` can't be shown on a slide."
        parser.wrong("formula-refused", message, token, c.REFUSED[name])
        return None
    if token.text in c.DELIMITERS:
        return _delimiter_sign(c.DELIMITERS[token.text])
    return parser.symbol(token)


def _delimiter_sign(char: str) -> Math:
    return tree.Symbol(char, "ord")


def _fraction(parser: Reading, name: str) -> Math:
    kept, parser.display = parser.display, parser.display and name == "dfrac"
    top, bottom = parser.argument(f"\\{name}"), parser.argument(f"\\{name}")
    parser.display = kept
    return tree.Fraction(top, bottom)


def _binomial(parser: Reading, name: str) -> Math:
    top, bottom = parser.argument(f"\\{name}"), parser.argument(f"\\{name}")
    return tree.Fence("(", ")", (tree.Fraction(top, bottom, bar=False),))


def _root(parser: Reading, name: str) -> Math:
    index = parser.optional()
    return tree.Root(parser.argument("\\sqrt"), index)


def _accent(parser: Reading, name: str) -> Math:
    return tree.Accent(parser.argument(f"\\{name}"), c.ACCENTS[name])


def _line(parser: Reading, name: str) -> Math:
    return tree.Line(parser.argument(f"\\{name}"), c.LINES[name])


def _brace(parser: Reading, name: str) -> Math:
    char, below = c.BRACES[name]
    return tree.Brace(parser.argument(f"\\{name}"), char, below)


def _arrow(parser: Reading, name: str) -> Math:
    under = parser.optional()
    over = parser.argument(f"\\{name}")
    return tree.Stack(tree.Symbol(c.ARROWS[name], "rel"), over, under)


def _style(parser: Reading, name: str) -> Math:
    return letters.styled(parser.argument(f"\\{name}"), c.STYLES[name])


def _upright(parser: Reading, name: str) -> Math:
    body = letters.upright(parser.argument(f"\\{name}"))
    if name.startswith("operatorname") and isinstance(body, tree.Symbol):
        return tree.Symbol(body.text, "func")
    return body


def _text(parser: Reading, name: str) -> Math:
    return tree.Symbol(parser.word(f"\\{name}"), "words")


def _space(parser: Reading, name: str) -> Math:
    return tree.Space(c.SPACES[name])


def _function(parser: Reading, name: str) -> Math:
    return tree.Symbol(c.LIMITS.get(name, name), "func")


def _stack(parser: Reading, name: str) -> Math:
    small = parser.argument(f"\\{name}")
    base = parser.argument(f"\\{name}")
    return tree.Stack(base, under=small) if name == "underset" else tree.Stack(base, small)


def _boxed(parser: Reading, name: str) -> Math:
    return tree.Framed(parser.argument(f"\\{name}"))


def _phantom(parser: Reading, name: str) -> Math:
    return tree.Phantom(parser.argument(f"\\{name}"))


def _modulus(parser: Reading, name: str) -> Math:
    inside = tree.Row((tree.Symbol("mod", "func"), parser.argument("\\pmod")))
    return tree.Row((tree.Space(0.5), tree.Fence("(", ")", (inside,))))


def _not(parser: Reading, name: str) -> Math | None:
    token = parser.skip()
    body = parser.argument("\\not")
    if isinstance(body, tree.Symbol) and body.text in c.NEGATED:
        return tree.Symbol(c.NEGATED[body.text], "rel")
    if body != tree.Row(()):
        message = f"`\\not{token.text}` has no sign of its own."
        parser.wrong("formula-unknown", message, token, "say it in another way")
    return None


def _sized(parser: Reading, name: str) -> Math:
    """A bracket of a given size: here all brackets grow by themselves."""
    return _delimiter_sign(_delimiter(parser, f"\\{name}"))


def _delimiter(parser: Reading, of: str) -> str:
    token = parser.skip()
    if token.text in c.DELIMITERS:
        parser.take()
        return c.DELIMITERS[token.text]
    shown = f", not `{token.text}`" if token.text else ""
    message = f"A bracket must follow `{of}`{shown}."
    parser.wrong("formula-bracket", message, token, f"type `{of}(`, or `{of}.` for none")
    return ""


def _left(parser: Reading, name: str) -> Math:
    opening = _delimiter(parser, "\\left")
    parts = [parser.row(())]
    bar = ""
    while parser.skip().text == "\\middle":
        parser.take()
        bar = _delimiter(parser, "\\middle")
        parts.append(parser.row(()))
    closing = ""
    if parser.skip().text == "\\right":
        parser.take()
        closing = _delimiter(parser, "\\right")
    else:
        message = "`\\left` has no `\\right` behind it."
        parser.wrong(
            "formula-bracket", message, parser.here, "type `\\right)`, or `\\right.` for none"
        )
    return tree.Fence(opening, closing, tuple(parts), bar)


def _nothing(parser: Reading, name: str) -> None:
    return None


_READINGS: tuple[tuple[Container[str], Command], ...] = (
    (c.FRACTIONS, _fraction),
    (c.BINOMIALS, _binomial),
    (("sqrt",), _root),
    (c.ACCENTS, _accent),
    (c.LINES, _line),
    (c.BRACES, _brace),
    (c.ARROWS, _arrow),
    (c.STYLES, _style),
    (c.UPRIGHT, _upright),
    (c.TEXTS, _text),
    (c.SPACES, _space),
    (c.FUNCTIONS, _function),
    (c.LIMITS, _function),
    (("overset", "underset", "stackrel"), _stack),
    (("boxed", "fbox"), _boxed),
    (("phantom", "hphantom", "vphantom"), _phantom),
    (("pmod",), _modulus),
    (("not",), _not),
    (("left",), _left),
    (c.SIZES, _sized),
    (c.IDLE, _nothing),
)
