"""The kinds of slides as a table: each body's key, its type, what it is for, an example.

What must not be here: how a type is read (`values`, `records`, `forms`, `tabular`), the keys
that all slides share (`grammar`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from deckgen.base.numerals import SCALES
from deckgen.outline import clips, drawn, forms, formulas, model, navigation, tabular
from deckgen.outline.blocks import Blocks
from deckgen.outline.icons import ICON
from deckgen.outline.quantities import FLAG
from deckgen.outline.records import Each, Field, Record, Wrapped
from deckgen.outline.values import LINES, PARAGRAPHS, PLAIN, WORDS, Choice, Type


class Kind(Struct, frozen=True):
    """A kind of slide: the key of its body, what it is for, and what is typed."""

    key: str
    type: Type[Any]
    model: Callable[..., Any]
    doc: str
    example: str


TEXTS = Each(WORDS)
POINTS = forms.PointList()
ICONED = Field("icon", ICON, "an icon that stands for it; `deckgen icons` finds one")

_PICTURE = (
    Field("file", PLAIN, "the picture, beside the outline or below it"),
    Field("alt", PLAIN, "what is to be seen, for those who can't see it"),
    Field("wants", PLAIN, "which photograph belongs here, while there is none"),
    Field("focus", forms.Focus(), "the point that must stay visible"),
    Field("credit", WORDS, "whose picture it is"),
)
PICTURE = forms.Pictures(model.Picture, _PICTURE, short="file", nothing=True)
SHOT = forms.Pictures(
    model.Shot,
    (*_PICTURE, Field("caption", WORDS, "the words below it")),
    short="file",
    nothing=True,
)

STAT = forms.Stats(
    model.Stat,
    (
        Field("value", WORDS, "the figure, set large", True),
        Field("before", WORDS, "the words before it"),
        Field("after", WORDS, "the words after it"),
        Field("part", FLAG, "whether it makes a whole with the other parts"),
        ICONED,
    ),
)

MOMENT = forms.Moments(
    model.Moment,
    (
        Field("when", WORDS, "the date or period"),
        Field("what", WORDS, "what happened", True),
        Field("sign", PLAIN, "a symbol that shows the stance: ▼, ▄ ▄, ◄►, ►◄"),
        Field("note", WORDS, "a line about it"),
        ICONED,
    ),
    short="what",
)

PHASE = Record(
    model.Phase,
    (
        Field("when", WORDS, "from or until when"),
        Field("name", WORDS, "the period's name", True),
        Field("sign", PLAIN, "a symbol that shows the stance: ▼, ▄ ▄, ◄►, ►◄"),
        Field("text", LINES, "what it was like"),
        Field("points", LINES, "its properties, in turn"),
        Field("so", LINES, "what followed from it"),
        Field("now", FLAG, "whether this is the present one"),
        ICONED,
    ),
    short="name",
)

WORLD = Record(
    model.World,
    (
        Field("name", WORDS, "the domain's name"),
        Field("logic", WORDS, "the logic that rules it"),
        Field("actor", LINES, "who stands in it"),
    ),
    short="name",
)

SIDE = Record(
    model.Side,
    (
        Field("name", WORDS, "the heading"),
        Field("pole", WORDS, "the pole behind it"),
        Field("words", LINES, "its words"),
    ),
)

MOVEMENT = Record(
    model.Movement,
    (
        Field("name", WORDS, "the name that the movement carries", True),
        Field("text", WORDS, "the sentence that says it"),
    ),
    short="name",
)

DIMENSION = Record(
    model.Dimension,
    (Field("name", WORDS, "its name", True), Field("text", WORDS, "a line about it"), ICONED),
    short="name",
)

STAGE = Record(
    model.Stage,
    (Field("text", WORDS, "the step", True), ICONED),
    short="text",
)

OPTION = Record(
    model.Option,
    (Field("name", WORDS, "its name", True), Field("points", LINES, "its properties"), ICONED),
    short="name",
)

CHARTS = (
    "doughnut", "pie", "bar", "column", "stacked-bar", "stacked-column", "percent-bar",
    "percent-column", "line", "area", "scatter", "bubble",
)  # fmt: skip

BODIES: dict[str, Kind] = {}


def _kind(key: str, shape: Callable[..., Any], of: Type[Any], doc: str, example: str) -> None:
    BODIES[key] = Kind(key, of, shape, doc, example)


_kind(
    "points", model.Points, Wrapped(model.Points, "items", POINTS),
    "a list; what is said in turn",
    "points:\n"
    "- Privéwereld = no-go-area\n"
    "- De beweging wordt omgedraaid:\n"
    "  - \"Vroeger: naar mensen toe\"",
)  # fmt: skip
_kind(
    "steps", model.Steps, Wrapped(model.Steps, "items", POINTS),
    "a numbered list; the order or the count matters",
    "steps:\n- Kijk eerst\n- Vraag dan",
)  # fmt: skip
_kind(
    "text", model.Paragraphs, Wrapped(model.Paragraphs, "text", PARAGRAPHS),
    "running text, a paragraph or several",
    "text: Een alinea met **nadruk**.",
)  # fmt: skip
_kind(
    "statement", model.Statement,
    Record(
        model.Statement,
        (
            Field("text", WORDS, "the sentence or word", True),
            Field("shouts", LINES, "lines of capitals that answer it"),
            ICONED,
        ),
        short="text",
    ),
    "one sentence or word that fills the slide",
    "statement: TRANSITIE",
)  # fmt: skip
_kind(
    "question", model.Question, Wrapped(model.Question, "text", WORDS),
    "a question to the room",
    "question: Wie is hier aan zet?",
)  # fmt: skip
_kind(
    "quote", model.Quote,
    Record(
        model.Quote,
        (
            Field("text", WORDS, "the words", True),
            Field("by", WORDS, "who said them"),
            Field("role", WORDS, "what this person is"),
            Field("when", WORDS, "when they were said"),
        ),
        short="text",
    ),
    "someone's words",
    "quote: {text: We leven in een kantelperiode., by: Jan Rotmans, when: november 2012}",
)  # fmt: skip
_kind(
    "proposition", model.Proposition,
    Record(
        model.Proposition,
        (
            Field("text", WORDS, "the thesis", True),
            Field("questions", LINES, "the questions about it, revealed one by one"),
        ),
        short="text",
    ),
    "a thesis to discuss, then the questions about it",
    "proposition:\n"
    "  text: Burgers doen het beter.\n"
    "  questions:\n"
    "  - Eens?\n"
    "  - Wat betekent dat voor u?",
)  # fmt: skip
_kind(
    "pairs", model.Pairs, Wrapped(model.Pairs, "items", Each(forms.Pairs())),
    "labels, each with its own text",
    "pairs:\n- Conservatives: BIG SOCIETY\n- Labour: GOOD SOCIETY",
)  # fmt: skip
_kind(
    "contrast", model.Contrast, Wrapped(model.Contrast, "items", Each(forms.Turns())),
    "not this, not that, but this",
    "contrast:\n- not: meer regels\n- but: meer ruimte",
)  # fmt: skip
_kind(
    "words", model.Words, Wrapped(model.Words, "items", TEXTS),
    "many words at once, none more important than the other",
    "words: [wijkagent, buurtcoach, opbouwwerker]",
)  # fmt: skip
_kind(
    "chart", model.Chart,
    tabular.Charts(
        model.Chart,
        (
            Field("type", Choice(*CHARTS), "how the numbers are drawn", True),
            Field("data", tabular.Numbers(), "the numbers", True),
            Field("unit", PLAIN, "what stands behind each number, such as %"),
            Field("highlight", PLAIN, "the category or the series that matters"),
            Field("scale", Choice(*SCALES), "what labels count in, such as million: 1.2 m"),
            Field("x", PLAIN, "what a scatter chart counts across"),
            Field("y", PLAIN, "what it counts upwards"),
        ),
    ),
    "numbers as a picture",
    "chart: {type: doughnut, data: {plan: 75, zelf: 13, niet: 12}, unit: \"%\"}",
)  # fmt: skip
_kind(
    "stats", model.Stats,
    Record(
        model.Stats,
        (
            Field("items", Each(STAT), "the figures", True),
            Field("note", WORDS, "a line on where they come from"),
        ),
        short="items",
    ),
    "numbers that matter; the bold part of a line is set large",
    "stats:\n- \"**75%** komt met een plan\"\n- \"**9 op de 10** doet mee\"",
)  # fmt: skip
_kind(
    "picture", model.Picture, PICTURE,
    "a photograph, or the place for one; beside another body it goes with that",
    "picture: {file: images/straat.jpg, alt: Een straat in de wijk}",
)  # fmt: skip
_kind(
    "timeline", model.Timeline, Wrapped(model.Timeline, "items", Each(MOMENT)),
    "what came after what",
    "timeline:\n"
    "- {when: tot 1960, what: ER BOVENOP, sign: ▼}\n"
    "- {when: na 2005, what: EROPAF!, sign: ►◄}",
)  # fmt: skip
_kind(
    "phases", model.Phases, Wrapped(model.Phases, "items", Each(PHASE)),
    "periods that follow each other; one alone is drawn as a card",
    "phases:\n"
    "- {when: tot 2010, name: Verzorging}\n"
    "- {when: nu, name: Samenredzaamheid, now: true}",
)  # fmt: skip
_kind(
    "process", model.Process, Wrapped(model.Process, "items", Each(STAGE)),
    "one thing becomes the next",
    "process: [inzet, vertrouwen, burgerkracht]",
)  # fmt: skip
_kind(
    "worlds", model.Worlds,
    Record(
        model.Worlds,
        (
            Field("left", WORLD, "the one domain", True),
            Field("right", WORLD, "the other domain", True),
            Field("flow", LINES, "what goes from the one to the other"),
            Field("gap", WORDS, "what lies between them"),
            Field("grows", Choice("left", "right"), "which one gets larger"),
        ),
    ),
    "two domains, what flows between, which one grows, what lies in the gap",
    "worlds:\n"
    "  left: {name: Systeemwereld, logic: regels}\n"
    "  right: {name: Leefwereld, logic: vertrouwen}\n"
    "  grows: left",
)  # fmt: skip
_kind(
    "opposition", model.Opposition,
    Record(
        model.Opposition,
        (
            Field("left", SIDE, "the one side", True),
            Field("right", SIDE, "the other side", True),
            Field("bridge", LINES, "the words between them"),
        ),
    ),
    "words against words, with a pole behind each side",
    "opposition:\n"
    "  left: {pole: burgers, words: [warm, klein]}\n"
    "  right: {pole: staat, words: [koel, groot]}\n"
    "  bridge: [vertrouwen]",
)  # fmt: skip
_kind(
    "movements", model.Movements, Wrapped(model.Movements, "items", Each(MOVEMENT, most=2)),
    "one or two movements, towards each other",
    "movements:\n"
    "- {name: Inzet, text: Professionals komen naar buiten}\n"
    "- {name: Burgerkracht, text: Burgers komen naar voren}",
)  # fmt: skip
_kind(
    "dimensions", model.Dimensions, Wrapped(model.Dimensions, "items", Each(DIMENSION)),
    "numbered aspects of one thing",
    "dimensions:\n- Sociaal\n- {name: Ruimtelijk, text: De straat als kamer}",
)  # fmt: skip
_kind(
    "options", model.Options, Wrapped(model.Options, "items", Each(OPTION)),
    "models side by side",
    "options:\n"
    "- {name: Hiërarchie, points: [regels, toezicht]}\n"
    "- {name: Netwerk, points: [vertrouwen, ruil]}",
)  # fmt: skip
_kind(
    "funnel", model.Funnel,
    forms.Funnels(
        model.Funnel,
        (
            Field("from", forms.Sources(LINES), "the many, by name or by number", True, "sources"),
            Field("to", WORDS, "the one they become", True),
            Field("tiers", LINES, "lines below, first to last"),
        ),
    ),
    "many become one",
    "funnel: {from: [verpleegkundige, maatschappelijk werker], to: Generalist}",
)  # fmt: skip
_kind(
    "sum", model.Sum,
    Record(
        model.Sum,
        (
            Field("terms", LINES, "what is added", True),
            Field("result", WORDS, "what it makes", True),
        ),
    ),
    "terms that add up to a result",
    "sum: {terms: [minder geld, meer burgers], result: een andere overheid}",
)  # fmt: skip
_kind(
    "cover", model.Cover,
    Record(
        model.Cover,
        (
            Field("title", WORDS, "the talk, where it differs from the deck's title"),
            Field("sub", WORDS, "the line below"),
            Field("lines", LINES, "further lines: place, date, handle"),
        ),
        short="title",
        nothing=True,
    ),
    "the opening slide; what it leaves out comes from the deck's head",
    "cover:",
)  # fmt: skip
_kind(
    "section", model.Section, Wrapped(model.Section, "text", WORDS),
    "a turn in the talk",
    "section: Terug in de tijd",
)  # fmt: skip
_kind(
    "contact", model.Contact,
    forms.Contacts(
        model.Contact,
        (
            Field("name", WORDS, "the speaker"),
            Field("site", PLAIN, "a web address, live"),
            Field("mail", PLAIN, "a mail address, live"),
            Field("handle", PLAIN, "an account, in quotes: \"@josvdlans\""),
            Field("hashtag", PLAIN, "a hashtag, in quotes: \"#burgerkracht\""),
            Field("lines", LINES, "anything else"),
        ),
        nothing=True,
    ),
    "where to find the speaker; links are live",
    "contact: {site: www.josvdlans.nl, handle: \"@josvdlans\", hashtag: \"#burgerkracht\"}",
)  # fmt: skip
_kind(
    "table", model.Table, tabular.Tables(),
    "rows of cells under a header",
    "table:\n- [jaar, inwoners]\n- [2013, 88000]",
)  # fmt: skip
_kind(
    "blank", model.Blank, Record(model.Blank, (), nothing=True),
    "nothing but the slide's background",
    "blank:",
)  # fmt: skip
_kind(
    "columns", model.Columns, Wrapped(model.Columns, "items", Each(Blocks(BODIES))),
    "bodies side by side",
    "columns:\n- text: links\n- points: [rechts, ook rechts]",
)  # fmt: skip
_kind(
    "rows", model.Rows, Wrapped(model.Rows, "items", Each(Blocks(BODIES))),
    "bodies one below the other",
    "rows:\n- statement: boven\n- text: onder",
)  # fmt: skip

_kind(
    "agenda", model.Agenda,
    Record(
        model.Agenda,
        (
            Field("items", LINES, "the parts of the talk; its sections where left out"),
            Field("now", WORDS, "the part that comes now; the next section where left out"),
        ),
        short="items",
        nothing=True,
    ),
    "the parts of the talk, the one that comes now marked",
    "agenda:",
)  # fmt: skip
_kind(
    "menu", model.Menu, navigation.Menus(),
    "buttons that lead to slides, each with a way back; to the sections where left out",
    "menu:\n- Systeemwereld: systeemwereld\n- Leefwereld: leefwereld",
)  # fmt: skip
_kind(
    "pictures", model.Pictures, Wrapped(model.Pictures, "items", Each(SHOT, least=2, most=9)),
    "several pictures, equally large, each with a caption if it has one",
    "pictures:\n"
    "- {file: images/straat.jpg, alt: Een straat, caption: Toen}\n"
    "- {wants: dezelfde straat vandaag, caption: Nu}",
)  # fmt: skip
_kind(
    "pyramid", model.Pyramid, Wrapped(model.Pyramid, "items", Each(drawn.PART, most=6)),
    "levels that rest on each other, from the top down",
    "pyramid:\n"
    "- {name: Zelf, text: wat iemand alleen kan}\n"
    "- {name: Samen, text: familie en buren}\n"
    "- {name: Overheid, text: wat niemand anders doet}",
)  # fmt: skip
_kind(
    "cycle", model.Cycle, drawn.CYCLE,
    "three to eight stations that lead to each other and back to the first",
    "cycle: [Kijken, Vragen, Doen, Leren]",
)  # fmt: skip
_kind(
    "matrix", model.Matrix, drawn.MATRIX,
    "fields by two properties, such as effort and effect",
    "matrix:\n"
    "  x: moeite\n"
    "  y: effect\n"
    "  cells:\n"
    "  - [{name: Doen, highlight: true}, Plannen]\n"
    "  - [Tussendoor, {name: Laten, items: [folders, enquêtes]}]",
)  # fmt: skip
_kind(
    "venn", model.Venn, drawn.VENN,
    "two or three circles and what they share",
    "venn: {items: [Systeemwereld, Leefwereld], shared: de wijk}",
)  # fmt: skip
_kind(
    "tree", model.Tree, Wrapped(model.Tree, "root", drawn.Root()),
    "one thing and what it divides into, four levels at most",
    "tree:\n"
    "  Gemeente:\n"
    "  - Sociaal domein: [Jeugd, Zorg]\n"
    "  - Ruimte",
)  # fmt: skip
_kind(
    "code", model.Code, drawn.CODE,
    "lines of a program, coloured by what they mean",
    "code:\n"
    "  language: python\n"
    "  text: |\n"
    "    def hello(name):\n"
    "        return f\"Hello {name}\"\n"
    "  highlight: [2]",
)  # fmt: skip
_kind(
    "diagram", model.Diagram, drawn.DIAGRAM,
    "nodes and the arrows between them, laid out by themselves",
    "diagram:\n"
    "- Melding -> Gesprek\n"
    "- Gesprek -> Plan: samen\n"
    "- Gesprek -> Verwijzing",
)  # fmt: skip
_kind(
    "math", model.Math, formulas.MATH,
    "a formula, typed as LaTeX, that PowerPoint can edit",
    "math:\n"
    "  formula: 'E = mc^2'\n"
    "  where: {E: energie, m: massa, c: de snelheid van het licht}",
)  # fmt: skip
_kind(
    "video", model.Video, clips.VIDEO,
    "a film that plays on the slide; one with an address opens there",
    "video: {file: films/straat.mp4, poster: images/straat.jpg, alt: Een wandeling door de wijk}",
)  # fmt: skip
_kind(
    "audio", model.Audio, clips.AUDIO,
    "a sound that plays on the slide",
    "audio: {file: sounds/bewoner.mp3, alt: Een bewoner vertelt, caption: Mevrouw De Wit}",
)  # fmt: skip
