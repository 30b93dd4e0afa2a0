"""The site's pages as they are built: mkdocs calls these functions (mkdocs.yml, `hooks`).

What is drawn from examples comes in where a page says so in a comment:

- `<!-- gallery -->`: every kind by what it is for, one picture each;
- `<!-- looks -->`: every template, a few pictures each;
- `<!-- slides: plain/points-1 poster/quote-1 -->`: these drawings of examples;
- `<!-- drawn: cover-1 chart-1 -->`: these, in the look that the page's template blocks make so far;
- `<!-- commands -->`: the command line, from its own declarations.

A page below docs/kinds has each of its examples drawn in every template; each template gets a
page with every kind in every form of page. Navigation leaves out what is not there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

sys.path.insert(0, str(Path(__file__).parent))

import gallery
from blocks import Block, blocks
from commandline import reference
from walkthrough import steps

from deckgen.outline.kinds import BODIES
from deckgen.template.load import load
from deckgen.template.model import ASPECTS

MARK = re.compile(r"^<!-- (?P<what>gallery|looks|commands|slides: .+|drawn: .+) -->$", re.MULTILINE)
# In a table's row a forge wants `|` in code escaped, this site does not; and it takes words in
# braces at the end of a cell for attributes.
ROW = re.compile(r"^\|.*$", re.MULTILINE)
CODE = re.compile(r"(`[^`\n]+`)")
ANALYSES = "analysis"
FORMS = ("16:9", *(form for form in ASPECTS if form != "16:9"))
FEW = ("cover-1", "points-1", "chart-1", "statement-1")
NAV: dict[str, tuple[str, ...]] = {
    "Start": ("start.md",),
    "Guides": (
        "guides/week.md", "guides/remix.md", "guides/languages.md", "guides/merge.md",
        "guides/sources.md", "guides/library.md",
        "guides/your-look.md", "guides/your-template.md", "guides/git.md", "guides/diff.md",
        "guides/presenting.md", "preview.md", "html.md",
    ),
    "Reference": (
        "outline.md", "templates.md", "commands.md", "check.md", "codes.md",
    ),
}  # fmt: skip


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Navigation: what there is, kinds by what they are for, looks, analyses."""
    docs = Path(config.docs_dir)
    there = {name: [one for one in pages if (docs / one).exists()] for name, pages in NAV.items()}
    kinds = [{name: [f"kinds/{kind}.md" for kind in ones]} for name, ones in _documented()]
    looks = [{look: f"looks/{look}.md"} for look in gallery.looks()]
    analyses = sorted(f"{ANALYSES}/{one.name}" for one in (docs / ANALYSES).glob("*.md"))
    config.nav = [
        {"Home": "index.md"},
        {"Start": there["Start"]},
        {"Gallery": ["kinds/index.md", *kinds, {"Looks": looks}]},
        {"Guides": there["Guides"]},
        {"Reference": there["Reference"]},
        {"How it works": ["architecture.md", "layout.md", "features.md", {"Analyses": analyses}]},
    ]
    return config


def _documented() -> list[tuple[str, list[str]]]:
    """The kinds that have a page."""
    found = gallery.grouped().items()
    pairs = [(name, [one for one in kinds if gallery.examples(one)]) for name, kinds in found]
    return [(name, kinds) for name, kinds in pairs if kinds]


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Drawings, and a page for each template."""
    for look in gallery.looks():
        for form in FORMS:
            for name, path in gallery.drawings(look, form).items():
                uri = _drawing(look, name, form)
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        files.append(File.generated(config, f"looks/{look}.md", content=_look_page(look)))
    for page in Path(config.docs_dir).rglob("*.md"):
        for step in steps(page.read_text("utf-8")):
            for name, path in gallery.drawings(step.name, template=step.template).items():
                uri = f"drawn/{step.name}/{name}.svg"
                files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A page with its pictures."""
    pen = Pen(page)
    uri = page.file.src_uri
    if uri.startswith("kinds/") and uri != "kinds/index.md":
        page.meta["hide"] = ["toc"]
        markdown = _with_examples(markdown, Path(uri).stem, pen)
    if uri.startswith("looks/"):
        return _looked(Path(uri).stem, pen)
    markdown = ROW.sub(_row, markdown)
    made = {step.place: step.name for step in steps(markdown)}

    def drawn(match: re.Match[str]) -> str:
        what, _, names = match["what"].partition(": ")
        before = [name for place, name in made.items() if place < match.start()]
        return pen.marked(what, names.split(), before[-1] if before else "")

    return MARK.sub(drawn, markdown)


class Pen:
    """Writes pictures into one page."""

    def __init__(self, page: Page) -> None:
        """`page` says from where addresses lead."""
        self._page = page

    def to(self, url: str) -> str:
        """The address of a file of the site, from this page."""
        return get_relative_url(url, self._page.url)

    def figure(self, source: str, name: str, words: str, form: str = "16:9", to: str = "") -> str:
        """A slide's picture; `words` stand below it, `to` is where it leads."""
        wide, high = (int(side) for side in form.split(":"))
        width, height = 540 * wide // high, 540
        alt = escape(f"A slide of the kind {name.rpartition('-')[0]}", quote=True)
        return (
            f'<a class="dg-picture" href="{self.to(to or source)}"><img src="{self.to(source)}"'
            f' alt="{alt}" width="{width}" height="{height}" loading="lazy"></a>'
            + (f"<figcaption>{words}</figcaption>" if words else "")
        )

    def example(self, name: str, kind: str) -> str:
        """One example in every look, another one large on each page."""
        looks = gallery.looks()
        first = list(BODIES).index(kind) % len(looks)
        found = []
        for look in (*looks[first:], *looks[:first]):
            words = f'<a href="{self.to(f"looks/{look}.html")}">{look}</a>'
            inside = self.figure(_drawing(look, name), name, words)
            found.append(f'<figure class="dg-slide" data-look="{look}">{inside}</figure>')
        return f'<div class="dg-looks">{"".join(found)}</div>'

    def marked(self, what: str, names: list[str], made: str) -> str:
        """What stands instead of a comment."""
        if what == "gallery":
            return self._overview()
        if what == "looks":
            return self._all_looks()
        if what == "commands":
            return reference()
        return self.grid(_drawn(made, name) if what == "drawn" else name for name in names)

    def grid(self, names: Iterable[str]) -> str:
        """Drawings side by side, each under its look's name where looks differ."""
        pairs = [full.rpartition("/")[::2] for full in names]
        differ = len({look for look, _ in pairs}) > 1
        found = []
        for look, name in pairs:
            drawn = look.startswith("drawn/")
            source = f"{look}/{name}.svg" if drawn else _drawing(look, name)
            to = "" if drawn else f"looks/{look}.html"
            inside = self.figure(source, name, look if differ else "", to=to)
            found.append(f'<figure class="dg-slide">{inside}</figure>')
        return f'<div class="dg-grid">{"".join(found)}</div>'

    def _overview(self) -> str:
        """Every kind by what it is for; the looks take turns."""
        parts = []
        looks = gallery.looks()
        count = 0
        for name, kinds in _documented():
            cards = []
            for kind in kinds:
                look, count = looks[count % len(looks)], count + 1
                words = f"<strong>{kind}</strong><br>{escape(BODIES[kind].doc)}"
                drawing = _drawing(look, f"{kind}-1")
                inside = self.figure(drawing, f"{kind}-1", words, to=f"kinds/{kind}.html")
                cards.append(f'<figure class="dg-slide">{inside}</figure>')
            parts.append(f'## {name}\n\n<div class="dg-grid">{"".join(cards)}</div>')
        return "\n\n".join(parts)

    def _all_looks(self) -> str:
        parts = []
        for look in gallery.looks():
            heading = f'### <a href="{self.to(f"looks/{look}.html")}">{look}</a>'
            parts.append(f"{heading}\n\n{_about(look)}\n\n{self.grid(f'{look}/{n}' for n in FEW)}")
        return "\n\n".join(parts)


def _with_examples(markdown: str, kind: str, pen: Pen) -> str:
    """A kind's page: its blocks drawn, its keys linked."""
    parts, at, number = [], 0, 0
    for block in blocks(markdown):
        if not _is_example(block):
            continue
        number += 1
        before, typed = markdown[at : block.start], markdown[block.start : block.end]
        drawn = pen.example(f"{kind}-{number}", kind)
        parts.append(f'{before}<div class="dg-example" markdown>\n\n{typed}\n\n{drawn}\n\n</div>')
        at = block.end
    keys = f"\n\nAll keys: [{kind} in the reference](../outline.md#{kind}).\n"
    return "".join(parts) + markdown[at:] + keys


def _is_example(block: Block) -> bool:
    return block.language == "yaml" and not block.said


def _look_page(look: str) -> str:
    return f"---\nhide: [toc]\n---\n\n# {look}\n"


def _looked(look: str, pen: Pen) -> str:
    """A template's page: every kind, a tab for each form of page."""
    parts = [f"# {look}", _about(look), f"Take it with `template: {look}`, or `-t {look}`."]
    for form in FORMS:
        cards = []
        for name in gallery.drawings(look, form):
            kind = name.rpartition("-")[0]
            inside = pen.figure(_drawing(look, name, form), name, kind, form, f"kinds/{kind}.html")
            cards.append(f'<figure class="dg-slide">{inside}</figure>')
        parts.append(f'=== "{form}"\n\n    <div class="dg-grid">{"".join(cards)}</div>')
    return "\n\n".join(parts)


def _about(look: str) -> str:
    found = load(look, gallery.Desk({})).value
    return found.description if found else ""


def _row(row: re.Match[str]) -> str:
    code = [part.replace("\\|", "|") for part in CODE.split(row[0])]
    return "".join(part if part[:1] == "`" else part.replace("{", "&#123;") for part in code)


def _drawing(look: str, name: str, form: str = "16:9") -> str:
    return f"drawings/{look}-{form.replace(':', 'x')}/{name}.svg"


def _drawn(made: str, name: str) -> str:
    return f"drawn/{made}/{name}"
