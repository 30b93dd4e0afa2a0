"""A template of one's own to start from: another's text under a new name, its keys explained.

In: the text of a template.yaml, its tree, the new name. Out: the text of the new one. The values
stay as they were typed; what belongs to one speaker, and the old header, stay behind.
"""

from __future__ import annotations

from deckgen.syntax.nodes import Mapping

HEADER = """\
# {title}: a template of your own, begun from `{source}`. Everything about it stands here; change
# what you like and look: `deckgen preview deck.yaml -t {name}`. When you are content, prove it with
# every kind of slide: `deckgen templates check {name}`. docs/templates.md explains every key.
"""
# What is worth saying above each key: what it does, and what to try first.
ABOUT = {
    "fonts": "Typefaces that can be measured: Arial, Calibri, Cambria, Times New Roman,"
    " Courier New.",
    "palette": "The theme's twelve colours, in quotes. Start with accent1, the one accent, and"
    " dk1/lt1, ink and paper.\n# Contrast is measured when the template is loaded.",
    "schemes": "Pages of different grounds: which of those colours is what on them. The first is"
    " the usual page.",
    "scale": "The sizes that may occur, points: neighbours 1.1 to 1.33 apart.",
    "roles": "For each role of type its largest and smallest size on that scale, its face and"
    " leading.",
    "kinds": "Single kinds of slide: the schemes they take in turn (`page`), their drawing (`art`),"
    "\n# where words that have the page alone stand (`anchor`: top, middle, bottom).",
    "grid": "Margins and the gutter between the twelve columns, points.",
    "head": "Where titles stand (`align`), the rule below them, the distance to what follows"
    " (`gap`).",
    "decoration": "Flat shapes on every page of some schemes: points from the upper left corner;"
    " negative: from the other edge.",
    "artwork": "The drawings for empty picture slots, in turn.",
    "panels": "Quiet panels: fill, outline or rule.",
    "echo": "The hard shadow of the roles that say `echo: true`.",
    "radius": "The corners of panels, points: 0 is sharp.",
    "footer": "A line on content pages; {title} {author} {event} {date} {section} are the deck's.",
}
# Keys that the other template may lack, as they would be written.
MORE = {
    "grid": "grid: {gutter: 16, margins: {left: 56, top: 44, right: 56, bottom: 36}}",
    "head": "head: {rule: 2, rule_length: 72, rule_colour: accent, gap: 28}",
    "panels": "panels: rule",
    "echo": "echo: {colour: line, distance: 0.04, direction: 45}",
    "footer": 'footer: "{author} · {title}"',
    "footer_at": "footer_at: top",
    "pages": "pages: [light, dark]",
    "turns": "turns: section",
    "stroke": "stroke: 2",
    "bullet": 'bullet: "–"',
    "decoration": "decoration:\n#   - {x: 0, y: 44, w: 12, h: 44, fill: accent, on: [light],"
    " titled: true}",
    "speaker": "speaker: {name: Ann Baker, site: www.example.org}",
}
LEFT_BEHIND = ("speaker",)
ONE_LINE = ("name", "title", "description")


def begun(text: str, tree: Mapping, source: str, name: str) -> str:
    """The text of a template called `name`, from that of `source`."""
    title = name.replace("-", " ").capitalize()
    said = {
        "name": name,
        "title": title,
        "description": f"Begun from {source}; say here what it is like.",
    }
    parts = [HEADER.format(title=title, source=source, name=name)]
    parts += [f"{key}: {value}\n" for key, value in said.items()]
    lines = text.splitlines(keepends=True)
    keys = [key for key, _ in tree.entries]
    ends = [key.span.line - 1 for key in keys[1:]] + [len(lines)]
    for key, end in zip(keys, ends, strict=True):
        if key.text in LEFT_BEHIND or key.text in ONE_LINE:
            continue
        body = _own(lines[key.span.line - 1 : end])
        about = f"\n# {ABOUT[key.text]}\n" if key.text in ABOUT else ""
        parts.append(about + "".join(body))
    there = {key.text for key in keys} - set(LEFT_BEHIND)
    parts.append("\n# More that a template may say; take the # away.\n")
    parts += [f"# {line}\n" for key, line in MORE.items() if key not in there]
    return "".join(parts)


def _own(lines: list[str]) -> list[str]:
    """A key's lines, without the remarks and empty lines before the next key."""
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines = lines[:-1]
    return lines
