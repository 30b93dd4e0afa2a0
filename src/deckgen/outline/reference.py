"""The grammar → the reference page of the outline language, in Markdown.

What must not be here: any key or type (they are `grammar`'s), or what only a tutorial says.
"""

from __future__ import annotations

from deckgen.outline.grammar import COMMON, HEAD, RESERVED
from deckgen.outline.kinds import BODIES, Kind
from deckgen.outline.records import Each, Field, Record, Wrapped
from deckgen.outline.values import Type

_INTRO = """\
# The outline language

An outline is a YAML file, `deck.yaml`. It says what is said; the template says how it looks. This
page lists every key. It is written from the grammar in `src/deckgen/outline/grammar.py`
(`make update`), as are `deckgen schema` and the checks.

```yaml
title: Burgerkracht
speaker: jos-van-der-lans
lang: nl-NL
slides:
- cover:
- statement: TRANSITIE
  sub: Andere verhoudingen
- title: Dienstverlening in bastions
  points:
  - Privéwereld = no-go-area
  - De beweging wordt omgedraaid:
    - "Vroeger: naar mensen toe"
  notes: Wie heeft dit nog meegemaakt?
```

## Rules

- A slide is an item of `slides:`. The key of its body names its kind: `points:`, `quote:` …
- A slide has one body. `picture:` may stand beside another body; alone it is the body.
- Text means what was typed: `No`, `12:30` and `1e3` stay text unless a key wants a number.
- Quote a text that has a colon and a space in it, ` #` in it, or that starts with one of
  `@ * & ! % | > [ { ' "` or a backtick: `- "Vroeger: naar mensen toe"`.
- In texts `**bold**`, `_em_`, `` `code` ``, `[link](https://…)` and `[jump](#slide-id)` are marks,
  as in CommonMark; a backslash makes the next sign literal.
- `{{name}}` stands for the value under `vars:`; `\\{{name}}` for itself.
- "Text or list of texts" means that one line needs no list.
- Indent with spaces. Aliases (`&name`, `*name`) work; merge keys (`<<`) and tags (`!tag`) don't.
- Pictures are named relative to the outline, and may lie up to two folders above it.
"""

_HEAD_ONLY = (
    ("vars", "mapping of names to texts", "values for `{{name}}` in any text"),
    ("defaults", "keys that all slides share", "filled in where a slide leaves them out"),
    ("slides", "list of slides", "the slides, in order (required)"),
)


def reference() -> str:
    """The page."""
    parts = [
        _INTRO,
        "## The head\n",
        _table(HEAD, _HEAD_ONLY),
        "## Keys of every slide\n",
        _table(COMMON),
        "## Kinds of slides\n",
        *(_kind(kind) for kind in BODIES.values()),
        "## Kinds that are not drawn yet\n",
        "They are recognised and reported, with what to type meanwhile.\n",
        "\n".join(f"- `{key}`: meanwhile `{instead}`" for key, instead in RESERVED.items()),
    ]
    return "\n".join(parts) + "\n"


def _kind(kind: Kind) -> str:
    lines = [f"### {kind.key}\n", f"{_sentence(kind.doc)}\n", "```yaml", kind.example, "```\n"]
    lines.append(f"Typed as: {_cell(kind.type.name)}.\n")
    for record in _records(kind.type):
        lines.append(_table(record.fields))
    return "\n".join(lines)


def _records(of: Type[object], depth: int = 0) -> list[Record]:
    """The mappings that a kind is made of, each once."""
    inner: list[Type[object]] = []
    found: list[Record] = []
    if isinstance(of, Record):
        found = [of] if of.fields else []
        inner = [field.type for field in of.fields]
    elif isinstance(of, Each):
        inner = [of.item]
    elif isinstance(of, Wrapped):
        inner = [of.inner]
    for other in inner:
        found += [record for record in _records(other, depth + 1) if record not in found]
    return found


def _table(fields: tuple[Field, ...], extra: tuple[tuple[str, str, str], ...] = ()) -> str:
    rows = [(field.key, field.type.name, _doc(field)) for field in fields]
    lines = ["| key | value | what it is for |", "|---|---|---|"]
    lines += [f"| `{key}` | {_cell(name)} | {doc} |" for key, name, doc in (*rows, *extra)]
    return "\n".join(lines) + "\n"


def _doc(field: Field) -> str:
    return f"{field.doc} (required)" if field.required else field.doc


def _cell(name: str) -> str:
    return name.replace("|", "\\|")


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."
