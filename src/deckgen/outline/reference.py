"""The grammar → the reference page of the outline language, in Markdown.

What must not be here: any key or type (they are `grammar`'s), or what only a tutorial says.
"""

from __future__ import annotations

from deckgen.outline.grammar import COMMON, HEAD, RESERVED, USE, VARIANT, WITHOUT
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
    ("variants", "names, each with keys", "other forms of the talk: see below"),
    ("slides", "list of slides", "the slides, in order (required)"),
)

_REUSE = """\
## Slides of other decks

`use:` takes slides from another outline. What stands beside it is said instead of what the source
says; the slide gets the template, the type and the language of the deck that it lands in.

```yaml
# A slide in which the title and one point are different.
- use: big-society#systeemwereld
  title: Twee werelden in {{stad}}
# A range without one of its slides, a whole section, a whole deck.
- use: big-society#transitie..fasen
  without: [omgangsvormen]
- use: big-society#section:nieuwe-ordeningen
- use: big-society
```

`big-society#tag:wijk` takes all slides that have the tag. A deck is named by its folder or file,
which is looked for beside the outline, in the folders above it and in their `decks/`; or by its
path, `../talks/deck.yaml#slide`. `"#slide"`, in quotes, is a slide of the same outline: after a
space, `#` starts a comment in YAML. A title, other capitals or a number (`big-society#12`) are
understood, with a warning that says which id to type: titles and numbers change, ids stay.

A text or a list replaces the source's; in a mapping single keys are replaced; `key: ~` takes a key
away; another body takes the place of the source's. Lists are changed item by item:

| edit | what it does |
|---|---|
| `points: {add: Nog iets}` | one more item, or several, at the end; `first:` at the beginning |
| `points: {after: {Kijk eerst: Vraag dan}}` | an item after that one; `before:` likewise |
| `points: {replace: {Kijk eerst: Kijk nog eens}}` | another item in its place |
| `points: {remove: Kijk eerst}` | one item less, or several; `"#2"` is the second item |
| `notes: {add: Een alinea.}` | the same for paragraphs of a text |

A change that changes nothing is reported, and so is every name that leads nowhere.

| of the source | what becomes of it |
|---|---|
| words, notes, `minutes`, `tags`, `priority`, `skip`, `background`, `build` | come along |
| `id` | comes along; a second slide of that name gets `-2`, an id that is typed here stays |
| links and `needs` | lead to the same slide; if it did not come along, to none (reported) |
| `only`, `variants`, `layout` | stay behind: they belong to the other talk |
| `defaults` | stay behind; this deck's hold for what a slide does not say itself |
| `vars` | come along for the names that this deck gives no value |
| pictures, films, sounds, data | are found where the source lies |
| an agenda, a menu without items | shows the sections of this talk |
| `# deckgen: ignore` | holds for what is found at that place, in this deck too |
"""

_VARIANTS = """\
## Variants of a talk

Below `variants:` stand other forms in which the talk is given, each with the keys of the head that
are different: length, language, template, aspect, event, variables, title. A slide says `only:` for
which it is there, `priority:` how early it may go when time is short (1 stays longest), `needs:`
which slides it can't do without, and below `variants:` what it says differently. A slide goes with
those that it needs: where one of them is left out, so is it. The opening of a section stays as long
as something of the section does.

```yaml
title: Burgerkracht
minutes: 60
variants:
  kort: {minutes: 20, about: a short version for the evening}
  studenten: {audience: students, template: workshop}
slides:
- statement: TRANSITIE
  priority: 1
  variants:
    studenten: {sub: Wat betekent dat voor jullie?}
- question: Wie van jullie woont hier?
  only: studenten
- title: Drie dingen
  points: [een, twee, drie]
  priority: 3
```
"""

_LANGUAGES = """\
## The talk in another language

`deck.en.yaml` beside `deck.yaml` has the words in English, slide by slide; `deckgen translate en`
writes it and keeps it up to date ([the guide](guides/languages.md)). It is taken where `--lang` or
a variant's `lang` asks for that language.

| key | what it is for |
|---|---|
| `translates`, `lang` | the outline that it translates, and the language, such as en-GB |
| `title`, `subtitle`, `description`, `event`, `vars` … | the head's words |
| `slides` | by the slides' ids, their words under the keys that they have in the outline |
| `of` | which words a translation is of; deckgen writes it, and says when they have changed |
| `todo` | keys that are still in the source's words |
| `same` | keys whose words are the same in both languages, `picture.alt` within others; or `all` |
"""


def reference() -> str:
    """The page."""
    parts = [
        _INTRO,
        "## The head\n",
        _table(HEAD, _HEAD_ONLY),
        "## Keys of every slide\n",
        _table(COMMON),
        _REUSE,
        _table((USE, WITHOUT)),
        _VARIANTS,
        _table(VARIANT),
        _LANGUAGES,
        "## Kinds of slides\n",
        "What each is for; its name leads to its keys, [the gallery](kinds/index.md) shows it.\n",
        _overview(),
        *(_kind(kind) for kind in BODIES.values()),
        *_reserved(),
    ]
    return "\n".join(parts)


def _reserved() -> list[str]:
    if not RESERVED:
        return []
    return [
        "## Kinds that are not drawn yet\n",
        "They are recognised and reported, with what to type meanwhile.\n",
        "\n".join(f"- `{key}`: meanwhile `{instead}`" for key, instead in RESERVED.items()) + "\n",
    ]


def _overview() -> str:
    rows = [f"| [`{kind.key}`](#{kind.key}) | {kind.doc} |" for kind in BODIES.values()]
    return "\n".join(["| kind | what it is for |", "|---|---|", *rows]) + "\n"


def _kind(kind: Kind) -> str:
    lines = [f"### {kind.key}\n", f"{_sentence(kind.doc)}\n", "```yaml", kind.example, "```\n"]
    lines.append(f"Typed as: {_cell(kind.type.name)}. [In every look](kinds/{kind.key}.md).\n")
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
