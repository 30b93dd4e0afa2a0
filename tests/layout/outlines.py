"""Slides of every kind with any content, for laws: built from the outline's own types."""

from __future__ import annotations

from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Struct

from deckgen.base.diagnostics import Origin
from deckgen.outline import model as o
from deckgen.outline.kinds import CHARTS

WORDS = (
    "a", "Ik", "is", "burger", "Overheid", "één", "1985", "20%", "->", "▼", "…", "e-mail",
    "niet-weten",
    "arbeidsongeschiktheidsverzekeringsmaatschappijen", "https://www.josvdlans.nl", "日", "CO₂",
    "hottentottensoldatententententoonstellingsbouwterreinvergunning",
)  # fmt: skip
few_words = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
many_words = st.integers(30, 400).map(lambda count: " ".join((WORDS * 30)[:count]))
short = st.one_of(few_words, few_words, few_words, st.text(max_size=8))
plain = st.one_of(short, short, short, short, short, short, short, many_words)
runs = st.builds(
    o.Run,
    plain,
    bold=st.booleans(),
    italic=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(["", "", "", "https://example.org", "#nowhere"]),
)
texts = st.one_of(
    plain.map(lambda words: o.Text((o.Run(words),))),
    st.lists(runs, max_size=3).map(lambda found: o.Text(tuple(found))),
)
lists = st.sampled_from([0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 30])
FORMULAS = st.sampled_from(
    [r"E = mc^2", r"\frac{a}{b}", r"= \sum_{i=1}^n x_i", "x", "x + " * 60 + "x"]
)
CLIPS = (o.Video, o.Audio)
# What the outline's grammar keeps to, whatever the type says.
CHOICES: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (o.Chart, "type"): st.sampled_from(CHARTS),
    (o.Turn, "stance"): st.sampled_from(["not", "but"]),
    (o.Worlds, "grows"): st.sampled_from(["", "left", "right"]),
    (o.Funnel, "count"): st.integers(0, 200),
    (o.Picture, "file"): st.sampled_from(["", "missing.png"]),
    (o.Picture, "focus"): st.tuples(st.floats(0, 1), st.floats(0, 1)),
    (o.Shot, "file"): st.sampled_from(["", "missing.png"]),
    (o.Shot, "focus"): st.tuples(st.floats(0, 1), st.floats(0, 1)),
    **{(kind, "file"): st.sampled_from(["", "missing.mp4", "https://a.b/c"]) for kind in CLIPS},
    **{(kind, "poster"): st.sampled_from(["", "missing.png"]) for kind in CLIPS},
    **{(kind, "format"): st.sampled_from(["", "mp4"]) for kind in CLIPS},
    **{(kind, "width"): st.sampled_from([0, 640, 1080]) for kind in CLIPS},
    (o.Code, "text"): st.sampled_from(["", "x = 1", "def f(x):\n\n    return x  # one\n"]),
    (o.Code, "language"): st.sampled_from(["", "python"]),
    (o.Math, "formulas"): st.lists(FORMULAS, min_size=1, max_size=4).map(tuple),
    (o.Meaning, "symbol"): FORMULAS,
    (o.Slide, "id"): st.just("slide"),
    (o.Slide, "background"): st.sampled_from(["", "light", "dark", "accent"]),
    (o.Slide, "minutes"): st.none(),
    (o.Slide, "priority"): st.none(),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the outline's model."""
    if kind is o.Text:
        return texts
    if isinstance(kind, type) and issubclass(kind, Struct):
        return structs(kind)
    if kind is type(None):
        return st.none()
    if isinstance(kind, UnionType):
        return st.one_of(*map(values, get_args(kind)))
    if get_origin(kind) is tuple:
        return many(values(get_args(kind)[0]))
    return SIMPLE[kind]


SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: short,
    bool: st.booleans(),
    int: st.integers(0, 50),
    float: st.one_of(st.integers(-100, 10_000).map(float), st.floats(0, 1)),
}


def many(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Tuples of up to thirty, mostly of few."""
    return lists.flatmap(lambda most: st.lists(one, min_size=most // 2, max_size=most)).map(tuple)


def structs(kind: type[Struct]) -> st.SearchStrategy[Any]:
    """Instances of a struct, each field by its type; of one that holds its like, small trees."""
    own = [name for name, hint in get_type_hints(kind, vars(o)).items() if kind in get_args(hint)]
    fields = _fields(kind, ("at", *own))
    if not own:
        return st.builds(kind, **fields)
    leaf = st.builds(kind, **fields, **{name: st.just(()) for name in own})

    def branch(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        few = st.lists(inner, max_size=3).map(tuple)
        return st.builds(kind, **fields, **dict.fromkeys(own, few))

    return st.recursive(leaf, branch, max_leaves=8)


def _fields(kind: type[Struct], without: tuple[str, ...]) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(kind, vars(o))
    return {
        name: CHOICES[kind, name] if (kind, name) in CHOICES else values(hint)
        for name, hint in hints.items()
        if name not in without and hint is not Origin
    }


LEAVES = tuple(kind for kind in get_args(o.Block) if kind not in (o.Columns, o.Rows))


@st.composite
def charts(draw: st.DrawFn) -> o.Chart:
    """Charts with a value for every category, as the grammar makes them."""
    names = tuple(draw(st.lists(short, max_size=8)))
    value = st.none() | st.integers(0, 10_000).map(float) | st.floats(-1, 1)
    row = st.lists(value, min_size=len(names), max_size=len(names)).map(tuple)
    series = draw(st.lists(st.builds(o.Series, short, row), max_size=4))
    kind = draw(CHOICES[o.Chart, "type"])
    if kind in ("pie", "doughnut"):
        series = series[:1]
    return o.Chart(kind, names, tuple(series), draw(short), draw(st.sampled_from(("", *names))))


simple: dict[type, st.SearchStrategy[Any]] = {
    o.Chart: charts(),
} | {kind: structs(kind) for kind in LEAVES if kind is not o.Chart}
leaves = st.one_of(*simple.values())
blocks: dict[type, st.SearchStrategy[Any]] = {
    **simple,
    o.Columns: st.builds(o.Columns, st.lists(leaves, max_size=3).map(tuple)),
    o.Rows: st.builds(o.Rows, st.lists(leaves, max_size=3).map(tuple)),
}


def slides(body: st.SearchStrategy[Any]) -> st.SearchStrategy[o.Slide]:
    """Slides with a body, now and then with everything that a slide may carry."""
    rich = _fields(o.Slide, ("at", "body", "build", "layout", "transition"))
    bare = st.builds(o.Slide, st.just("slide"), body, title=st.none() | texts)
    return bare | st.builds(o.Slide, body=body, **rich)
