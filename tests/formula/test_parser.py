"""LaTeX as lecturers type it becomes a tree, or a sentence at the character that is wrong."""

# ruff: noqa: RUF001 — the signs of mathematics look like letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.formula.lines import arranged
from deckgen.formula.parser import parse
from formula.samples import SAMPLES
from formula.shapes import read, short

READ = {
    r"E = mc^2": "E = m scr(c, , 2)",
    r"\frac12": "frac(1, 2)",
    r"\frac{a+1}b": "frac(a + 1, b)",
    r"x_i^2": "scr(x, i, 2)",
    r"x^2_i": "scr(x, i, 2)",
    r"x^10": "scr(x, , 1) 0",
    r"f''": "scr(f, , ′′)",
    r"f'^2": "scr(f, , ′ 2)",
    r"\sqrt[3]{x}": "root(x, 3)",
    r"\sum_{i=1}^n i": "lim(∑, i = 1, n) i",
    r"\frac{\sum_i x}{n}": "frac(scr(∑, i, ) x, n)",
    r"\sum\nolimits_i x": "scr(∑, i, ) x",
    r"\int_0^1 x": "scr(∫, 0, 1) x",
    r"\int\limits_0^1 x": "lim(∫, 0, 1) x",
    r"\lim_{x\to0} x": "lim('lim', x → 0, ) x",
    r"\sin^2 x": "scr('sin', , 2) x",
    r"\operatorname{softmax}(z)": "'softmax' <(z)>",
    r"(a+b)^2": "scr(<(a + b)>, , 2)",
    r"[0,1)": "<[0 , 1)>",
    r"a)": "a )",
    r"(a": "( a",
    r"|x|+|y|": "<|x|> + <|y|>",
    r"P(A|B)": "P <(A ∣ B)>",
    r"\left\{\frac12\right.": "<{frac(1, 2)>",
    r"\left(a\middle|b\right)": "<(a | b)>",
    r"\bigl(x\bigr)": "<(x)>",
    r"\begin{pmatrix}a&b\\c&d\end{pmatrix}": "<(grid[cc](a, b; c, d))>",
    r"\begin{matrix}a\\b&c\end{matrix}": "grid[cc](a, ; b, c)",
    r"\begin{array}{l|r}a&b\end{array}": "grid[lr](a, b)",
    r"\begin{cases}1&\text{als }x\\0\end{cases}": "<{grid[ll](1, 'als ' x; 0, )>",
    r"\hat{x}": "acc(x, U+0302)",
    r"\vec v": "acc(v, U+20D7)",
    r"\overline{AB}": "overline(A B)",
    r"\underbrace{a}_n": "lim(under(⏟, a), n, )",
    r"\stackrel{?}{=}": "stack(=, ?, )",
    r"\xrightarrow[u]{o}": "stack(→, o, u)",
    r"\binom nk": "<(over(n, k))>",
    r"\mathbb{R}\mathcal{L}\mathbf{v}\mathfrak{g}": "ℝ ℒ 𝐯 𝔤",
    r"\boldsymbol{\beta}": "𝜷",
    r"\mathrm{kWh}": "'kWh'",
    r"\mathrm{d}x": "d x",
    r"\mathrm{CO_2}": "C scr(O, 2, )",
    r"\text{a {b} \% c}": "'a b % c'",
    r"1{,}5": "1,5",
    r"3.14": "3.14",
    r"a-b*c": "a − b ∗ c",
    r"50\%": "50 %",
    r"$E$": "E",
    r"$$E$$": "E",
    r"\[E\]": "E",
    r"a\ b\quad c": "a ~ b ~ c",
    r"\not=": "≠",
    r"\boxed{x}\phantom{y}": "box(x) gone(y)",
    r"\displaystyle x": "x",
    r"{\alpha}": "α",
    r"\R": "ℝ",
}


@pytest.mark.parametrize("latex", READ)
def test_a_formula_is_read(latex: str) -> None:
    assert read(latex) == READ[latex]


@pytest.mark.parametrize("name", SAMPLES)
def test_formulas_of_all_fields_are_known(name: str) -> None:
    found = parse(SAMPLES[name])
    assert found.mistakes == () and found.lines


# The formula → the character, the slug, what is said, what to type.
WRONG = {
    r"\foo": (0, "formula-unknown", "There is no command `\\foo`.", "\\text{foo}"),
    r"a + \aplha": (4, "formula-unknown", "There is no command `\\aplha`.", "`\\alpha`"),
    r"\farc{a}{b}": (0, "formula-unknown", "There is no command `\\farc`.", "`\\frac`"),
    r"\frac{a}": (8, "formula-argument", "Something is missing behind `\\frac`.", "\\frac{…}"),
    r"x^": (2, "formula-argument", "Something is missing behind `^`.", "x^{2}"),
    r"{a": (0, "formula-brace", "This brace is never closed.", "`}`"),
    r"a}": (1, "formula-stray", "This brace closes nothing.", "`{`"),
    r"a^b^c": (3, "formula-script", "Two things stand above the same base.", "a^{b^c}"),
    r"^2": (0, "formula-script", "Nothing stands before `^`.", "x^2"),
    r"\left( x": (8, "formula-bracket", "`\\left` has no `\\right` behind it.", "\\right)"),
    r"x \right)": (2, "formula-stray", "`\\right` has no `\\left` before it.", "\\left("),
    r"\left x": (6, "formula-bracket", "A bracket must follow `\\left`, not `x`.", "\\left("),
    r"\begin{matrix}a": (0, "formula-environment", "`\\begin{matrix}` is never ended.", "\\end"),
    r"\begin{pmatrx}a\end{pmatrx}": (0, "formula-environment", "no environment", "`pmatrix`"),
    r"\begin{cases}a\end{matrix}": (14, "formula-environment", "ends with", "\\end{cases}"),
    r"50% x": (2, "formula-comment", "starts a comment", "\\%"),
    r"a $b$ c": (2, "formula-stray", "No `$` is needed", "out"),
    r"\tag{1} x": (0, "formula-refused", "can't be shown", "number:"),
    r"\color{red} x": (0, "formula-refused", "can't be shown", "template"),
    r"{a \over b}": (3, "formula-refused", "can't be shown", "\\frac{…}{…}"),
    r"\text{a": (5, "formula-brace", "This brace is never closed.", "`}`"),
    "\\": (0, "formula-unknown", "A backslash stands here alone.", "command"),
    "x" * 2001: (0, "formula-long", "2,001 characters", "several"),
    "{" * 40 + "}" * 40: (24, "formula-long", "So many braces", ""),
}


@pytest.mark.parametrize("latex", WRONG)
def test_what_is_wrong_is_said_where_it_stands(latex: str) -> None:
    place, slug, message, hint = WRONG[latex]
    first = parse(latex).mistakes[0]
    assert (first.at, first.slug) == (place, slug)
    assert message in first.message
    assert hint in " ".join(first.hints)


def test_all_mistakes_are_said_at_once() -> None:
    found = parse(r"\foo + {x^} + \baar")
    assert [one.at for one in found.mistakes] == [0, 10, 14]


PIECES = st.sampled_from(
    r"""\frac { } ^ _ & \\ \left( \right) \begin{cases} \end{cases} a 1 \sum \text{ $ % ' [ ] |
    \sqrt \hat \foo \middle| \not \limits \mathbf \( \, \binom \end \begin \operatorname""".split()  # noqa: SIM905
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=40))
def test_nothing_that_is_typed_raises(latex: str) -> None:
    found = parse(latex)
    assert all(0 <= one.at <= len(latex) and one.width > 0 for one in found.mistakes)


def test_lines_are_aligned_where_they_compare() -> None:
    formulas = ("a + b = c", "= d", r"x \le y = z")
    assert short(arranged(formulas)) == "grid[rl](a + b, = c; , = d; x, ≤ y = z)"


def test_an_ampersand_aligns_where_it_stands() -> None:
    assert short(arranged((r"a &= b \\ c &+ d",))) == "grid[rl](a, = b; c, + d)"
    typed = r"\begin{align*}a &= b \\ &= c\end{align*}"
    assert short(arranged((typed,))) == "grid[rl](a, = b; , = c)"


def test_lines_without_anything_to_compare_stand_in_the_middle() -> None:
    assert short(arranged(("a + b", "c"))) == "grid[c](a + b; c)"
