"""The words of LaTeX mathematics that are known, as tables.

What must not be here: how they are read (`parser`), how their results look.
"""

from __future__ import annotations

from typing import Literal

from deckgen.formula.tree import Sort

Limits = Literal["", "lim"]

FUNCTIONS = frozenset((
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp",
    "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
))  # fmt: skip
# What has its limits below it, and how it is written.
LIMITS = {
    "det": "det", "gcd": "gcd", "inf": "inf", "lim": "lim", "max": "max", "min": "min",
    "Pr": "Pr", "sup": "sup", "argmax": "arg\u2009max", "argmin": "arg\u2009min",
    "liminf": "lim\u2009inf", "limsup": "lim\u2009sup",
}  # fmt: skip

FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac"))
BINOMIALS = frozenset(("binom", "dbinom", "tbinom"))

ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db", "vec": "\u20d7",
    "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300",
    "mathring": "\u030a",
}  # fmt: skip
LINES = {"overline": False, "underline": True, "underbar": True}
BRACES = {
    "overbrace": ("\u23de", False), "underbrace": ("\u23df", True),
    "overbracket": ("\u23b4", False), "underbracket": ("\u23b5", True),
    "overrightarrow": ("\u2192", False), "overleftarrow": ("\u2190", False),
    "overleftrightarrow": ("\u2194", False), "underrightarrow": ("\u2192", True),
    "underleftarrow": ("\u2190", True),
}  # fmt: skip
ARROWS = {
    "xrightarrow": "\u2192", "xleftarrow": "\u2190", "xleftrightarrow": "\u2194",
    "xRightarrow": "\u21d2", "xLeftarrow": "\u21d0", "xLeftrightarrow": "\u21d4",
    "xmapsto": "\u21a6", "xlongequal": "=", "xrightleftharpoons": "\u21cc",
}  # fmt: skip

# What letters are called in Unicode (MATHEMATICAL … CAPITAL A), where they have a style.
STYLES = {
    "mathbf": "BOLD", "boldsymbol": "BOLD ITALIC", "bm": "BOLD ITALIC", "mathbb": "DOUBLE-STRUCK",
    "mathcal": "SCRIPT", "mathscr": "SCRIPT", "mathfrak": "FRAKTUR", "mathsf": "SANS-SERIF",
    "mathtt": "MONOSPACE",
}  # fmt: skip
UPRIGHT = frozenset(("mathrm", "operatorname", "operatorname*", "mathop"))
TEXTS = frozenset(("text", "textrm", "textnormal", "mbox", "textup", "textbf", "textit", "textsf"))

SPACES = {
    ",": 1 / 6, "thinspace": 1 / 6, ":": 2 / 9, ">": 2 / 9, "medspace": 2 / 9, ";": 5 / 18,
    "thickspace": 5 / 18, "!": -1 / 6, "negthinspace": -1 / 6, " ": 1 / 3, "~": 1 / 3,
    "space": 1 / 3, "enspace": 0.5, "quad": 1.0, "qquad": 2.0,
}  # fmt: skip

# The brackets around a matrix.
MATRICES = {
    "matrix": ("", ""), "smallmatrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"), "Vmatrix": ("\u2016", "\u2016"),
}  # fmt: skip
CASES = frozenset(("cases", "dcases"))
ALIGNED = frozenset(("aligned", "align", "align*", "split", "alignedat", "eqnarray", "eqnarray*"))
GATHERED = frozenset(("gathered", "gather", "gather*", "equation", "equation*", "substack"))
ENVIRONMENTS = frozenset((*MATRICES, *CASES, *ALIGNED, *GATHERED, "array"))

DELIMITERS = {
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", ".": "", "/": "/", "<": "\u27e8",
    ">": "\u27e9", "\\{": "{", "\\}": "}", "\\lbrace": "{", "\\rbrace": "}", "\\|": "\u2016",
    "\\lbrack": "[", "\\rbrack": "]", "\\lvert": "|", "\\rvert": "|", "\\vert": "|",
    "\\lVert": "\u2016", "\\rVert": "\u2016", "\\Vert": "\u2016", "\\langle": "\u27e8",
    "\\rangle": "\u27e9", "\\lceil": "\u2308", "\\rceil": "\u2309", "\\lfloor": "\u230a",
    "\\rfloor": "\u230b", "\\backslash": "\\",
}  # fmt: skip
OPENING = frozenset("([{\u27e8\u2308\u230a")
CLOSING = frozenset(")]}\u27e9\u2309\u230b")
SIZES = frozenset(
    f"{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")
)

NEGATED = {
    "=": "\u2260", "\u2208": "\u2209", "\u2261": "\u2262", "<": "\u226e", ">": "\u226f",
    "\u2264": "\u2270", "\u2265": "\u2271", "\u223c": "\u2241", "\u2248": "\u2249",
    "\u2282": "\u2284", "\u2286": "\u2288", "\u2203": "\u2204", "\u2192": "\u219b",
    "\u2223": "\u2224", "\u2225": "\u2226",
}  # fmt: skip

# Signs whose name is missing from the table of symbols, or means another sign there.
SIGNS = {
    "dots": "\u2026", "ldots": "\u2026", "dotsc": "\u2026", "colon": ":", "coloneqq": "\u2254",
    "sim": "\u223c", "bmod": "mod", "lor": "\u2228", "ast": "\u2217", "setminus": "\u2216",
    "implies": "\u27f9", "iff": "\u27fa", "impliedby": "\u27f8", "R": "\u211d", "N": "\u2115",
    "Z": "\u2124", "Q": "\u211a", "C": "\u2102", "epsilon": "\u03f5", "phi": "\u03d5",
    "degree": "\u00b0", "celsius": "\u2103", "hbar": "\u210f", "varnothing": "\u2205",
    "lt": "<", "gt": ">", "cdots": "\u22ef", "intop": "\u222b", "perp": "\u27c2",
    "bigstar": "\u2605", "square": "\u25a1", "vert": "|", "lvert": "|", "rvert": "|",
}  # fmt: skip

INTEGRALS = frozenset("\u222b\u222c\u222d\u2a0c\u222e\u222f\u2230")
BIG = INTEGRALS | frozenset(
    "\u2211\u220f\u2210\u22c3\u22c2\u22c1\u22c0\u2a00\u2a01\u2a02\u2a04\u2a06"
)
OPERATORS = frozenset(
    "+\u2212\u00b1\u2213\u00d7\u00f7\u22c5\u2217\u2218\u2219\u2295\u2296\u2297\u2299\u222a"
    "\u2229\u2227\u2228\u2216\u22c6\u2020\u2021\u2294\u2293*/"
)
RELATIONS = frozenset(
    "=<>:\u223c\u2243\u2245\u2248\u2261\u2260\u2264\u2265\u226a\u226b\u221d\u2208\u2209\u220b"
    "\u2282\u2283\u2286\u2287\u2284\u2288\u22a2\u22a8\u2223\u2225\u27c2\u2254\u2250\u225c"
    "\u227a\u227b\u2234\u2235\u2192\u27f9\u27fa\u27f8"
)

# What some LaTeX has and a formula on a slide can't: the word → what to do instead.
REFUSED = {
    "tag": "put the number under `number:`",
    "label": "leave it out: nothing refers to a formula on a slide",
    "ref": "name the formula in words", "eqref": "name the formula in words",
    "color": "leave it out: colours come from the template",
    "textcolor": "leave it out: colours come from the template",
    "newcommand": "write out what it stands for", "def": "write out what it stands for",
    "DeclareMathOperator": "type \\operatorname{…} where it is used",
    "ce": "write the formula with \\mathrm{H_2O}", "over": "type \\frac{…}{…}",
    "choose": "type \\binom{…}{…}", "atop": "type \\binom{…}{…} or a matrix",
    "includegraphics": "use a `picture:` slide", "footnote": "put it under `source:`",
    "cancel": "leave it out, or say it in the notes", "hline": "leave it out",
    "usepackage": "leave it out: what a formula needs is known already",
}  # fmt: skip
# What only tells TeX how to space or size a line: no loss on a slide.
IDLE = frozenset((
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "nonumber", "notag", "limits",
    "nolimits", "mathstrut", "strut", "allowbreak", "nobreak", "relax", "centering",
))  # fmt: skip


def sort_of(sign: str) -> Sort:
    """What a sign is between others."""
    if sign in BIG:
        return "big"
    if sign in OPERATORS:
        return "op"
    code = ord(sign[0])
    arrows = 0x2190 <= code <= 0x21FF or 0x27F0 <= code <= 0x27FF or 0x2900 <= code <= 0x297F
    compared = 0x2260 <= code <= 0x2292 and sign not in OPERATORS
    if sign in RELATIONS or arrows or compared:
        return "rel"
    if sign in ",;":
        return "punct"
    return "ord"
