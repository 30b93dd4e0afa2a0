"""The catalogue → docs/codes.md, and one entry → text for a terminal.

What must not be here: what codes mean (that is `codes/` and the rules).
"""

from __future__ import annotations

from itertools import groupby

from deckgen.check.catalogue import AREAS, Entry, entries

_HEAD = """\
# Codes

Everything that deckgen has to say about a deck has a code that stays the same. `deckgen explain
CODE` prints what stands here; [check.md](check.md) says how findings are selected, justified and
mended. This page is made from the source.

**Mended** means that `deckgen check --fix` types it where it is certain.
"""


def page() -> str:
    """docs/codes.md."""
    parts = [_HEAD]
    for area, group in groupby(entries().values(), key=lambda entry: entry.area):
        parts.append(f"## {area}\n\n{AREAS[area]}\n")
        parts += [_section(entry) for entry in group]
    return "\n".join(parts)


def plain(entry: Entry) -> str:
    """An entry for a terminal."""
    lines = [entry.code, "", f"  {entry.summary}", f"  {entry.why}", "", f"  {entry.fix}"]
    if entry.mended:
        lines.append("  `deckgen check --fix` does so where it is certain.")
    if entry.wrong:
        lines += ["", "  For example", ""]
        lines += [f"    {line}".rstrip() for line in entry.wrong.rstrip("\n").split("\n")]
        lines += ["", *(f"    {line}" for line in entry.said.split("\n"))]
    return "\n".join(lines)


def _section(entry: Entry) -> str:
    mended = " **Mended.**" if entry.mended else ""
    text = f"### {entry.code}\n\n{_marked(entry.summary)} {_marked(entry.why)}\n\n"
    text += f"*What to do:* {_marked(entry.fix)}{mended}\n"
    if entry.wrong:
        # Not `yaml`: an example is an outline with a mistake in it.
        text += f"\n~~~text\n{entry.wrong}~~~\n"
        text += "".join(f"\n> {_marked(line)}<br>" for line in entry.said.split("\n"))
        text = text.removesuffix("<br>") + "\n"
    return text


def _marked(text: str) -> str:
    """The text with what would be HTML or a mark in Markdown made literal, code left alone."""
    parts = text.split("`")
    for number in range(0, len(parts), 2):
        for sign in "\\*_[]<>|":
            parts[number] = parts[number].replace(sign, f"\\{sign}")
    return "`".join(parts)
