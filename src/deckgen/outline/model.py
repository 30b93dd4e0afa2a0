"""What a talk says: Deck → Slide → Block → Text → Run. Nothing of looks or positions.

`Origin` fields say where a thing was typed and do not count in equality.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.base.diagnostics import NOWHERE, Origin


class Run(Struct, frozen=True, gc=False):
    """Text under the same inline marks."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""  # URL, mailto: or #slide-id


class Text(Struct, frozen=True):
    """One paragraph with inline marks."""

    runs: tuple[Run, ...]
    at: Origin = NOWHERE

    @property
    def plain(self) -> str:
        """The words without marks."""
        return "".join(run.text for run in self.runs)


class Item(Struct, frozen=True):
    """A point and the points under it."""

    text: Text
    children: tuple[Item, ...] = ()


class Points(Struct, frozen=True):
    """`points`: a list; what is said in turn."""

    items: tuple[Item, ...]


class Steps(Struct, frozen=True):
    """`steps`: a numbered list; the order or the count matters."""

    items: tuple[Item, ...]


class Paragraphs(Struct, frozen=True):
    """`text`: running text."""

    text: tuple[Text, ...]


class Statement(Struct, frozen=True):
    """`statement`: one sentence or word; `shouts` are lines of capitals that answer it."""

    text: Text
    shouts: tuple[Text, ...] = ()
    icon: str = ""


class Question(Struct, frozen=True):
    """`question`: a question to the room."""

    text: Text


class Quote(Struct, frozen=True):
    """`quote`: someone's words."""

    text: Text
    by: Text | None = None
    role: Text | None = None
    when: Text | None = None


class Proposition(Struct, frozen=True):
    """`proposition`: a thesis to discuss, then the questions about it."""

    text: Text
    questions: tuple[Text, ...] = ()


class Pair(Struct, frozen=True):
    """A label and what belongs to it."""

    label: Text
    text: Text
    icon: str = ""


class Pairs(Struct, frozen=True):
    """`pairs`: labels, each with its own text."""

    items: tuple[Pair, ...]


class Turn(Struct, frozen=True):
    """One line of a contrast: what it is not, or what it is."""

    stance: str  # "not" or "but"
    text: Text


class Contrast(Struct, frozen=True):
    """`contrast`: not this, not that, but this."""

    items: tuple[Turn, ...]


class Words(Struct, frozen=True):
    """`words`: many words at once, none more important than the other."""

    items: tuple[Text, ...]


class Series(Struct, frozen=True):
    """Values of a chart under one name; None is a gap."""

    name: str
    values: tuple[float | None, ...]


class Chart(Struct, frozen=True):
    """`chart`: numbers as a picture."""

    type: str  # one of outline.kinds.CHARTS
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    highlight: str = ""
    scale: str = ""  # what numbers are counted in when they are written: one of numerals.SCALES
    x: str = ""  # what a scatter chart counts across
    y: str = ""  # … and upwards

    @property
    def suffix(self) -> str:
        """The unit as it follows a number: a word keeps its distance, a sign does not."""
        return f"\u00a0{self.unit}" if self.unit[:1].isalpha() else self.unit


class Stat(Struct, frozen=True):
    """A number in its sentence. `part` marks numbers that make one whole with their siblings."""

    value: Text
    before: Text | None = None
    after: Text | None = None
    part: bool = False
    icon: str = ""


class Stats(Struct, frozen=True):
    """`stats`: numbers that matter."""

    items: tuple[Stat, ...]
    note: Text | None = None


class Picture(Struct, frozen=True):
    """`picture`: a file, or a slot (`file` empty) for the photograph that `wants` describes."""

    file: str = ""
    alt: str = ""
    wants: str = ""
    focus: tuple[float, float] = (0.5, 0.5)  # shares of width and height that must stay visible
    credit: Text | None = None
    at: Origin = NOWHERE


class Shot(Picture, frozen=True):
    """One of several pictures, with the words below it."""

    caption: Text | None = None


class Pictures(Struct, frozen=True):
    """`pictures`: several pictures or slots, equally large."""

    items: tuple[Shot, ...]


class Trim(Struct, frozen=True):
    """The part of a film that is played, in seconds; without `to`, up to its end."""

    start: float = 0
    to: float = 0


class Clip(Struct, frozen=True):
    """What `video` and `audio` have in common. `file` may be an address; then it opens there.

    The last fields are what the file says of itself: nobody types them. Pixels as they are shown,
    milliseconds; 0 where nobody knows.
    """

    file: str = ""
    poster: str = ""
    alt: str = ""
    caption: Text | None = None
    start: str = "click"  # or "auto"
    loop: bool = False
    mute: bool = False
    trim: Trim | None = None
    format: str = ""
    width: int = 0
    height: int = 0
    length: int = 0
    at: Origin = NOWHERE


class Video(Clip, frozen=True):
    """`video`: a film."""


class Audio(Clip, frozen=True):
    """`audio`: a sound."""


class Moment(Struct, frozen=True):
    """A step on a timeline; `sign` is a symbol that shows its stance."""

    what: Text
    when: Text | None = None
    sign: str = ""
    note: Text | None = None
    icon: str = ""


class Timeline(Struct, frozen=True):
    """`timeline`: what came after what."""

    items: tuple[Moment, ...]


class Phase(Struct, frozen=True):
    """A period: its name, what it was like, what followed from it (`so`)."""

    name: Text
    when: Text | None = None
    sign: str = ""
    text: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()
    so: tuple[Text, ...] = ()
    now: bool = False
    icon: str = ""


class Phases(Struct, frozen=True):
    """`phases`: periods that follow each other; one alone is drawn as a card."""

    items: tuple[Phase, ...]


class Stage(Struct, frozen=True):
    """A step of a process."""

    text: Text
    icon: str = ""


class Process(Struct, frozen=True):
    """`process`: one thing becomes the next."""

    items: tuple[Stage, ...]


class World(Struct, frozen=True):
    """A domain: its name, the logic that rules it, who stands in it."""

    name: Text | None = None
    logic: Text | None = None
    actor: tuple[Text, ...] = ()


class Worlds(Struct, frozen=True):
    """`worlds`: two domains, what flows between, which one grows, what lies in the gap."""

    left: World
    right: World
    flow: tuple[Text, ...] = ()
    gap: Text | None = None
    grows: str = ""  # "", "left" or "right"


class Side(Struct, frozen=True):
    """One side of an opposition: its heading, the pole behind it, its words."""

    name: Text | None = None
    pole: Text | None = None
    words: tuple[Text, ...] = ()


class Opposition(Struct, frozen=True):
    """`opposition`: words against words; `bridge` stands on the axis between them."""

    left: Side
    right: Side
    bridge: tuple[Text, ...] = ()


class Movement(Struct, frozen=True):
    """A movement: the sentence that says it, the name it carries."""

    name: Text
    text: Text | None = None


class Movements(Struct, frozen=True):
    """`movements`: two movements towards each other."""

    items: tuple[Movement, ...]


class Dimension(Struct, frozen=True):
    """One dimension: its name and a line about it."""

    name: Text
    text: Text | None = None
    icon: str = ""


class Dimensions(Struct, frozen=True):
    """`dimensions`: numbered aspects of one thing."""

    items: tuple[Dimension, ...]


class Option(Struct, frozen=True):
    """One of several models: its name and its properties."""

    name: Text
    points: tuple[Text, ...] = ()
    icon: str = ""


class Options(Struct, frozen=True):
    """`options`: models side by side."""

    items: tuple[Option, ...]


class Funnel(Struct, frozen=True):
    """`funnel`: many become one. `count` stands for sources that are not named."""

    to: Text
    sources: tuple[Text, ...] = ()
    count: int = 0
    tiers: tuple[Text, ...] = ()


class Sum(Struct, frozen=True):
    """`sum`: terms that add up to a result."""

    terms: tuple[Text, ...]
    result: Text


class Part(Struct, frozen=True):
    """A part of a figure: its name and a line about it."""

    name: Text
    text: Text | None = None


class Pyramid(Struct, frozen=True):
    """`pyramid`: levels from the top down, each resting on the next."""

    items: tuple[Part, ...]


class Cycle(Struct, frozen=True):
    """`cycle`: stations that lead to each other and back to the first; `centre` is in the ring."""

    items: tuple[Part, ...]
    centre: Text | None = None


class Quadrant(Struct, frozen=True):
    """A field of a matrix: its name and what belongs to it."""

    name: Text | None = None
    items: tuple[Text, ...] = ()
    highlight: bool = False


class Matrix(Struct, frozen=True):
    """`matrix`: fields by two properties. `cells` are rows from the top down."""

    cells: tuple[tuple[Quadrant, ...], ...]
    x: Text | None = None  # the property that grows to the right
    y: Text | None = None  # the property that grows upwards
    columns: tuple[Text, ...] = ()
    rows: tuple[Text, ...] = ()


class Venn(Struct, frozen=True):
    """`venn`: two or three circles; `shared` is what all have, `between` what two of three have."""

    items: tuple[Part, ...]
    shared: Text | None = None
    between: tuple[Text, ...] = ()  # first and second, second and third, third and first


class Tree(Struct, frozen=True):
    """`tree`: one thing and what it divides into."""

    root: Item


class Edge(Struct, frozen=True):
    """An arrow of a diagram. Nodes are known by their words."""

    start: Text
    end: Text
    label: Text | None = None


class Diagram(Struct, frozen=True):
    """`diagram`: nodes and the arrows between them."""

    edges: tuple[Edge, ...]
    highlight: Text | None = None  # the node that matters


class Code(Struct, frozen=True):
    """`code`: lines of a program; `highlight` has numbers of lines, counted from 1."""

    text: str
    language: str = ""
    highlight: tuple[int, ...] = ()
    numbers: bool = False


class Meaning(Struct, frozen=True):
    """A sign of a formula, in LaTeX, and what it stands for."""

    symbol: str
    text: Text


class Math(Struct, frozen=True):
    """`math`: a formula in LaTeX, or several below one another; `where` explains its signs."""

    formulas: tuple[str, ...]
    where: tuple[Meaning, ...] = ()
    number: str = ""
    alt: str = ""
    at: Origin = NOWHERE


class Cover(Struct, frozen=True):
    """`cover`: the opening slide; what it leaves out comes from the deck's head."""

    title: Text | None = None
    sub: Text | None = None
    lines: tuple[Text, ...] = ()


class Section(Struct, frozen=True):
    """`section`: a turn in the talk."""

    text: Text


class Contact(Struct, frozen=True):
    """`contact`: where to find the speaker; links are live."""

    name: Text | None = None
    site: str = ""
    mail: str = ""
    handle: str = ""
    hashtag: str = ""
    lines: tuple[Text, ...] = ()
    site_at: Origin = NOWHERE
    mail_at: Origin = NOWHERE


class Table(Struct, frozen=True):
    """`table`: rows of cells under a header."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    highlight: Text | None = None  # the first cell of the row or column that matters


class Agenda(Struct, frozen=True):
    """`agenda`: the talk's sections, the one that comes now marked; its own items if it has any."""

    items: tuple[Text, ...] = ()
    now: Text | None = None


class Choice(Struct, frozen=True):
    """A button of a menu: its words and the id of the slide that it leads to."""

    text: Text
    to: str


class Menu(Struct, frozen=True):
    """`menu`: buttons that lead to slides; those slides get a button that leads back."""

    items: tuple[Choice, ...] = ()


class Blank(Struct, frozen=True):
    """`blank`: nothing but the slide's background."""


class Columns(Struct, frozen=True):
    """`columns`: bodies side by side."""

    items: tuple[Block, ...]


class Rows(Struct, frozen=True):
    """`rows`: bodies one below the other."""

    items: tuple[Block, ...]


Block = (
    Points
    | Steps
    | Paragraphs
    | Statement
    | Question
    | Quote
    | Proposition
    | Pairs
    | Contrast
    | Words
    | Chart
    | Stats
    | Picture
    | Timeline
    | Phases
    | Process
    | Worlds
    | Opposition
    | Movements
    | Dimensions
    | Options
    | Funnel
    | Sum
    | Cover
    | Section
    | Contact
    | Table
    | Blank
    | Columns
    | Rows
    | Agenda
    | Menu
    | Pictures
    | Pyramid
    | Cycle
    | Matrix
    | Venn
    | Tree
    | Code
    | Diagram
    | Video
    | Audio
    | Math
)


class Event(Struct, frozen=True):
    """Where and when the talk is given. `date` is an ISO date or what the author typed."""

    name: str = ""
    place: str = ""
    date: str = ""


class Provenance(Struct, frozen=True):
    """Where a reused slide comes from. `deck` is the outline's path as seen from this one."""

    deck: str
    slide: str
    revision: str = ""  # of the source slide as it was taken; see remix.revisions
    overrides: tuple[str, ...] = ()  # what this deck says otherwise, such as "title", "points.add"
    chain: tuple[str, ...] = ()  # the sources of the source, nearest first: "deck.yaml#slide"
    translated: bool = False  # whether its words are those of the source's translation


class Slide(Struct, frozen=True):
    """One slide: its body and the keys that every kind shares."""

    id: str
    body: Block
    title: Text | None = None
    sub: Text | None = None
    kicker: Text | None = None
    label: Text | None = None  # a name or caption on a picture
    shout: tuple[Text, ...] = ()  # lines of capitals
    then: tuple[Text, ...] = ()  # what follows from the body; closing lines
    source: Text | None = None
    icon: str = ""
    picture: Picture | None = None  # beside the body; a slide whose body is Picture has None here
    notes: tuple[str, ...] = ()  # paragraphs
    minutes: float | None = None
    tags: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    priority: int | None = None
    needs: tuple[str, ...] = ()  # ids of slides without which this one makes no sense
    layout: str = ""
    background: str = ""
    lang: str = ""  # where it is another than the deck's
    build: str = ""
    transition: str = ""
    links: tuple[Text, ...] = ()
    alt: str = ""
    skip: bool = False
    came: Provenance | None = None
    at: Origin = NOWHERE
    background_at: Origin = NOWHERE
    layout_at: Origin = NOWHERE


class Variant(Struct, frozen=True):
    """A form in which the talk is given too. What it leaves empty stays as the deck has it."""

    name: str
    doc: str = ""
    audience: str = ""
    minutes: float | None = None  # for which slides are chosen
    lang: str = ""
    template: str = ""
    handout: bool = False
    shows: bool = False  # whether it becomes a custom show of the whole deck's file
    at: Origin = NOWHERE


class Deck(Struct, frozen=True):
    """One talk."""

    slides: tuple[Slide, ...]
    title: str = ""
    subtitle: str = ""
    author: str = ""
    speaker: str = ""
    template: str = ""
    lang: str = "en-GB"
    event: Event = Event()
    date: str = ""
    minutes: float | None = None
    aspect: str = ""
    description: str = ""  # document property: credits, what the deck is
    variants: tuple[Variant, ...] = ()
    variant: str = ""  # the one that this deck is; empty for the talk as a whole
    file: str = ""
    at: Origin = NOWHERE
    speaker_at: Origin = NOWHERE
    template_at: Origin = NOWHERE
