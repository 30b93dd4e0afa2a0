"""Outlines by chance, for the laws: node trees that follow the grammar."""

from __future__ import annotations

from hypothesis import strategies as st

from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

# Signs that mean something to YAML, to inline marks or to variables, and letters around them.
ALPHABET = "abé Z09 *_`[]()#:-,{}\\\"'!?&|>%@~=.\n►ß"
WORDS = st.text(ALPHABET, min_size=1, max_size=24).filter(lambda text: text.strip())


def scalars(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[Scalar]:
    return words.map(lambda text: Scalar(text, quoted=True))


def lists(of: st.SearchStrategy[Node], least: int = 1, most: int = 3) -> st.SearchStrategy[Node]:
    return st.lists(of, min_size=least, max_size=most).map(lambda items: Sequence(tuple(items)))


def records(
    needed: dict[str, st.SearchStrategy[Node]], extra: dict[str, st.SearchStrategy[Node]]
) -> st.SearchStrategy[Node]:
    return st.fixed_dictionaries(needed, optional=extra).map(
        lambda found: Mapping(tuple((Scalar(key), value) for key, value in found.items()))
    )


TEXT = scalars()
LINES = TEXT | lists(TEXT)
NUMBER = st.floats(0, 1e6, allow_nan=False).map(lambda value: Scalar(repr(value)))
FLAG = st.sampled_from(("true", "no")).map(Scalar)


def _points(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.tuples(TEXT, lists(children)).map(lambda pair: Mapping((pair,)))


POINT = st.recursive(TEXT, _points, max_leaves=4)
NAMED = TEXT | records({"name": TEXT}, {"text": TEXT})
SIDE = records({}, {"name": TEXT, "pole": TEXT, "words": LINES})
WORLD = TEXT | records({}, {"name": TEXT, "logic": TEXT, "actor": LINES})
PHASE = records(
    {"name": TEXT}, {"when": TEXT, "text": LINES, "points": LINES, "so": LINES, "now": FLAG}
)
STAT = records({"value": TEXT}, {"before": TEXT, "after": TEXT, "part": FLAG})
DATA = st.dictionaries(
    st.text("abc d", min_size=1).map(str.strip), NUMBER, min_size=1, max_size=3
).map(lambda found: Mapping(tuple((Scalar(k, quoted=True), v) for k, v in found.items())))
ROW = lists(TEXT, 2, 2)
COUNT = st.integers(1, 9).map(lambda number: Scalar(str(number)))
EDGE = st.tuples(st.sampled_from("abc"), st.sampled_from("def")).map(
    lambda pair: Scalar(f"{pair[0]} -> {pair[1]}")
)
FIELD = TEXT | records({}, {"name": TEXT, "items": LINES, "highlight": FLAG})
CLIP = records(
    {"file": st.just(Scalar("https://example.org/film"))},
    {
        "alt": TEXT,
        "caption": TEXT,
        "start": st.sampled_from(("click", "auto")).map(Scalar),
        "loop": FLAG,
        "mute": FLAG,
        "trim": records({"from": COUNT}, {"to": st.just(Scalar("1:30"))}),
    },
)

BODIES: dict[str, st.SearchStrategy[Node]] = {
    "points": lists(POINT),
    "steps": lists(POINT),
    "text": LINES,
    "statement": TEXT | records({"text": TEXT}, {"shouts": LINES}),
    "question": TEXT,
    "quote": TEXT | records({"text": TEXT}, {"by": TEXT, "role": TEXT, "when": TEXT}),
    "proposition": TEXT | records({"text": TEXT}, {"questions": LINES}),
    "pairs": lists(st.tuples(TEXT, TEXT).map(lambda pair: Mapping((pair,)))),
    "contrast": lists(
        st.tuples(st.sampled_from(("not", "but")), TEXT).map(
            lambda pair: Mapping(((Scalar(pair[0]), pair[1]),))
        )
    ),
    "words": lists(TEXT),
    "chart": records({"type": st.just(Scalar("pie")), "data": DATA}, {"unit": TEXT}),
    "stats": lists(STAT),
    "picture": records({}, {"alt": TEXT, "wants": TEXT, "credit": TEXT}),
    "timeline": lists(TEXT | records({"what": TEXT}, {"when": TEXT, "sign": TEXT, "note": TEXT})),
    "phases": lists(PHASE),
    "process": lists(TEXT),
    "worlds": records(
        {"left": WORLD, "right": WORLD},
        {"flow": LINES, "gap": TEXT, "grows": st.just(Scalar("left"))},
    ),
    "opposition": records({"left": SIDE, "right": SIDE}, {"bridge": LINES}),
    "movements": lists(NAMED, 1, 2),
    "dimensions": lists(NAMED),
    "options": lists(records({"name": TEXT}, {"points": LINES})),
    "funnel": records({"from": LINES | st.just(Scalar("14")), "to": TEXT}, {"tiers": LINES}),
    "sum": records({"terms": LINES, "result": TEXT}, {}),
    "cover": records({}, {"title": TEXT, "sub": TEXT, "lines": LINES}),
    "section": TEXT,
    "contact": records({}, {"name": TEXT, "site": TEXT, "handle": TEXT, "lines": LINES}),
    "table": lists(ROW, 2),
    "blank": st.just(Scalar("")),
    "pictures": lists(records({}, {"alt": TEXT, "wants": TEXT, "caption": TEXT}), 2),
    "pyramid": lists(NAMED),
    "cycle": lists(NAMED, 3, 8) | records({"items": lists(NAMED, 3, 4)}, {"centre": TEXT}),
    "matrix": records(
        {"cells": lists(lists(FIELD, 2, 2), 2)},
        {"x": TEXT, "y": TEXT, "columns": LINES, "rows": LINES},
    ),
    "venn": records({"items": lists(NAMED, 2, 3)}, {"shared": TEXT, "between": LINES}),
    "tree": POINT,
    "diagram": lists(EDGE),
    "video": CLIP,
    "audio": CLIP,
    "code": TEXT
    | records({"text": TEXT}, {"language": st.just(Scalar("python")), "highlight": lists(COUNT)}),
}
COMMON = {
    "title": TEXT, "sub": TEXT, "kicker": TEXT, "label": TEXT, "shout": LINES, "then": LINES,
    "notes": LINES, "minutes": NUMBER, "tags": LINES, "source": TEXT, "alt": TEXT, "skip": FLAG,
    "id": st.from_regex(r"[a-z][a-z0-9-]{0,3}", fullmatch=True).map(Scalar),
}  # fmt: skip


@st.composite
def slides(draw: st.DrawFn) -> Node:
    key = draw(st.sampled_from(sorted(BODIES)))
    body = draw(BODIES[key])
    rest = draw(st.fixed_dictionaries({}, optional=COMMON))
    entries = [(Scalar(name), value) for name, value in rest.items()]
    return Mapping(((Scalar(key), body), *entries))


@st.composite
def outlines(draw: st.DrawFn) -> Node:
    head = draw(st.fixed_dictionaries({}, optional={"title": TEXT, "author": TEXT, "event": TEXT}))
    made = draw(lists(slides(), 1, 4))
    return Mapping((*((Scalar(k), v) for k, v in head.items()), (Scalar("slides"), made)))
