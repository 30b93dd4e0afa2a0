"""One small outline for every kind of slide, and what must be true of any page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckgen.disk import DiskWorld
from deckgen.pipeline import Compiled, compile_deck
from deckgen.scene import model as scene
from deckgen.world import MemoryWorld

HEAD = "title: The talk\nauthor: Somebody\nlang: en-GB\nslides:\n"
KINDS = {
    "cover": "cover: {title: Streets, sub: Who they are for, lines: [Somebody]}",
    "section": "section: Back in time",
    "statement": "statement: {text: Turn, shouts: [LOOK UP, GO OUT]}",
    "question": "question: What would you do?",
    "text": "text: [One paragraph of text., Another one.]",
    "points": "points: [One, Two, {Three: [Under it, And again]}]",
    "steps": "steps: [First, Second, Third]",
    "quote": "quote: {text: We live in times of change, by: Ann, role: Baker, when: May}",
    "proposition": "proposition: {text: Streets belong to us, questions: [All?, Now?]}",
    "pairs": "pairs: [{Left: GOOD}, {Right: OPEN}]",
    "contrast": "contrast: [{not: A duty}, {but: A gift}]",
    "words": "words: [Coach, Guide, Baker]",
    "chart": "chart: {type: doughnut, data: {yes: 75, no: 25}, unit: '%'}",
    "stats": "stats: {items: ['**75%** said Yes', '**12** went Home'], note: Counted in May}",
    "picture": "picture: {wants: a street, alt: A street, credit: Photo by Ann}",
    "timeline": "timeline: [{when: Old, what: Walk, sign: ▼, note: Slow}, {when: Now, what: Stay}]",
    "phases": (
        "phases: [{when: Old, name: Church, text: Small, points: [Near], so: [Closed]},"
        " {when: Now, name: Us, sign: ▼, text: Large, now: true}]"
    ),
    "phase": "phases: [{when: Old, name: Us, sign: ▼, text: Large, points: [Near], so: [Open]}]",
    "process": "process: [Plan, Do, Look]",
    "worlds": (
        "worlds: {left: {name: System, logic: Rules, actor: Clerk},"
        " right: {name: Life, logic: Care, actor: Ann}, flow: Money}"
    ),
    "growing worlds": (
        "worlds: {left: {name: System, logic: Rules, actor: Clerk},"
        " right: {name: Life, logic: Care, actor: Ann}, flow: Money, grows: left}"
    ),
    "worlds apart": (
        "worlds: {left: {name: System, logic: Rules, actor: Clerk},"
        " right: {name: Life, logic: Care, actor: Ann}, flow: Money, gap: Nobody}"
    ),
    "opposition": (
        "opposition: {left: {name: We, pole: Town, words: [Near, Slow]},"
        " right: {name: They, pole: State, words: [Far, Fast]}, bridge: [Meet]}"
    ),
    "movements": "movements: [{name: In, text: We come}, {name: Out, text: They go}]",
    "dimensions": "dimensions: [Who, {name: What, text: They do}]",
    "options": "options: [{name: One, points: [Near]}, {name: Two, points: [Far]}]",
    "funnel": "funnel: {from: [Coach, Guide, Baker], to: Neighbour, tiers: [First, Last]}",
    "sum": "sum: {terms: [Time, Place], result: Street}",
    "contact": (
        "contact: {name: Ann, site: https://www.example.org, handle: '@ann', mail: ann@example.org,"
        " hashtag: '#street', lines: [Come along]}"
    ),
    "table": "table: [[Who, What], [We, Walk], [They, Drive]]",
    "agenda": "agenda: {items: [Then, Now], now: Now}",
    "menu": "menu: [{Streets: here}, {Houses: here}]\n  id: here",
    "blank": "blank:",
    "pictures": "pictures: [{wants: a, caption: Then, credit: Ann}, {wants: b, caption: Now}]",
    "pyramid": "pyramid: [Self, Us, State]",
    "pyramid beside": "pyramid: [{name: Self, text: Alone}, {name: Us, text: Together}, State]",
    "cycle": "cycle: {items: [Look, {name: Ask, text: Them}, Do, Learn], centre: Street}",
    "cycle of eight": "cycle: [Look, Ask, Think, Plan, Do, Count, Learn, Tell]",
    "matrix": (
        "matrix: {x: Cost, y: Gain, columns: [Low, High], rows: [Much, Little], cells:"
        " [[{name: Now, highlight: true}, Later], [Perhaps, {name: Never, items: [One, Two]}]]}"
    ),
    "venn": "venn: {items: [Rules, {name: Care, text: Near}], shared: Street}",
    "venn of three": ("venn: {items: [Can, Want, Need], shared: Work, between: [Fun, Hope, Pay]}"),
    "venn listed": (
        "venn: {items: [Government-departments, Neighbourhood-associations, People],"
        " shared: Collaborations, between: [Subsidyregulations, Volunteerings, Consultations]}"
    ),
    "tree": "tree: {Town: [{Care: [Young, Old]}, {Space: [Green]}]}",
    "wide tree": "tree: {Town: [{Care: [A1, B1, C1, D1]}, {Space: [Green, Roads, Water]}]}",
    "diagram": (
        "diagram: {edges: [Ask -> Talk, {Talk -> Plan: Yes}, {Talk -> Ask: No}, Plan -> Do,"
        " Ask -> Do], highlight: Plan}"
    ),
    "code": "code: {language: python, text: 'Street = True', numbers: true}",
    "math": "math: {formula: 'e = mc^2', where: {e: Energy, m: Mass}, number: 1}",
    "math of lines": (
        "math: {formula: [a = b + c, '= d'],"
        " where: {a: What, b: Who, c: Where, d: When, e: Why, f: How}}"
    ),
    "iconed cards": "dimensions: [{name: Who, icon: users}, {name: What, text: Do, icon: key}]",
    "iconed process": "process: [{text: Plan, icon: map}, {text: Do, icon: hand}, Look]",
    "long process": "process: [Signalling, Investigating, Planning, Executing, Evaluating]",
    "video": "video: {file: 'https://example.org/walk', alt: a walk, caption: In spring}",
    "video alone": "video: {file: 'https://example.org/walk', alt: a walk}",
    "audio": "audio: {file: 'https://example.org/ann', alt: a voice, caption: Ann}",
    "columns": "columns: [{points: [One, Two]}, {text: Some text}]",
    "rows": "rows: [{points: [One, Two]}, {text: Some text}]",
}
# Keys that every kind shares and whose words an audience sees.
COMMON = {
    "title": "title: Headline",
    "sub": "sub: Below it",
    "kicker": "kicker: Above it",
    "label": "label: A name",
    "shout": "shout: LOUD",
    "then": "then: So it goes",
    "source": "source: Ann (2020)",
    "links": "links: ['[The Site](https://www.example.org)']",
}
TEMPLATES = ("contrast", "jos-van-der-lans", "plain")
HERE = DiskWorld(str(Path(__file__).parent))


class Desk(MemoryWorld):
    """A world with one outline in memory and deckgen's own fonts and templates."""

    def __init__(self, outline: str) -> None:
        super().__init__({"deck.yaml": outline.encode()})

    def font(self, file: str) -> bytes:
        return HERE.font(file)

    def template(self, name: str) -> tuple[str, bytes] | None:
        return HERE.template(name)

    def templates(self) -> tuple[str, ...]:
        return HERE.templates()


def compiled(slides: str, template: str) -> Compiled:
    return compile_deck("deck.yaml", Desk(f"{HEAD}- {slides}\n"), template)


def bodies(items: tuple[scene.Item, ...]) -> Iterator[tuple[scene.Box, scene.TextBody]]:
    """Every text of a page with the frame it must stay in, in paint order."""
    for item in items:
        match item:
            case scene.Group():
                yield from bodies(item.items)
            case scene.Text():
                yield item.frame, item.text
            case scene.Shape() if item.text is not None:
                yield item.frame, item.text
            case scene.Table():
                for _, cells in item.rows:
                    yield from ((item.frame, cell.text) for cell in cells)
            case _:
                pass


def words(page: scene.Page) -> list[str]:
    texts = (
        "".join(run.text for run in paragraph.runs)
        for _, body in bodies(page.items)
        for paragraph in body.paragraphs
    )
    return [word for text in texts for word in text.split()]
