"""Scenes made by hand, with every kind of item, for the tests of writers and readers."""

from __future__ import annotations

import base64

from deckgen.scene.model import (
    Box,
    Bullet,
    Cell,
    Chart,
    Colour,
    Connector,
    Echo,
    Group,
    Item,
    Layout,
    LevelStyle,
    Link,
    Page,
    Paragraph,
    ParagraphStyle,
    Path,
    Picture,
    Placeholder,
    PlaceholderRef,
    Preset,
    Properties,
    Run,
    Scene,
    Series,
    Shape,
    Stroke,
    Table,
    Text,
    TextBody,
    TextStyle,
    Theme,
)

PT = 12_700
WIDTH, HEIGHT = 960 * PT, 540 * PT
COLOURS = (
    ("dk1", "1B1B1E"),
    ("lt1", "FFFFFF"),
    ("dk2", "23395B"),
    ("lt2", "F3EFE6"),
    ("accent1", "D1495B"),
    ("accent2", "2E86AB"),
    ("accent3", "EDAE49"),
    ("accent4", "66A182"),
    ("accent5", "8D6A9F"),
    ("accent6", "5B5F97"),
    ("hlink", "0B5CAD"),
    ("folHlink", "6B4C9A"),
)
_RGB = dict(COLOURS)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
BLOB = "0a1b2c3d.png"


def paint(slot: str, alpha: int = 100) -> Colour:
    return Colour(slot, _RGB[slot], alpha)  # type: ignore[arg-type]


def box(x: float, y: float, w: float, h: float) -> Box:
    return Box(round(x * PT), round(y * PT), round(w * PT), round(h * PT))


INK = TextStyle(2000, paint("dk1"))
TITLE = TextStyle(3600, paint("dk2"), "heading", bold=True)
SMALL = TextStyle(1200, paint("dk2"))
WHITE = TextStyle(2000, paint("lt1"), bold=True)
LEFT, MIDDLE = ParagraphStyle(), ParagraphStyle(align="center")
POINT = ParagraphStyle(
    leading=100,
    space_before=6 * PT,
    margin=20 * PT,
    indent=-20 * PT,
    bullet=Bullet("char", paint("accent1")),
)
DASH = ParagraphStyle(
    space_before=3 * PT,
    margin=40 * PT,
    indent=-20 * PT,
    bullet=Bullet("char", paint("accent2"), "–"),
)


def run(text: str, style: TextStyle = INK, link: Link | None = None, lang: str = "nl-NL") -> Run:
    return Run(text, style, lang, link)


def para(*runs: Run | str, style: ParagraphStyle = LEFT, level: int = 0) -> Paragraph:
    return Paragraph(tuple(run(r) if isinstance(r, str) else r for r in runs), style, level)


def body(*paragraphs: Paragraph, anchor: str = "top", inset: int = 0) -> TextBody:
    return TextBody(paragraphs, anchor=anchor, insets=(inset,) * 4)  # type: ignore[arg-type]


TITLE_BOX, BODY_BOX = box(56, 30, 848, 60), box(56, 110, 848, 370)
FOOTER_BOX, NUMBER_BOX, PICTURE_BOX = (
    box(56, 500, 500, 24),
    box(844, 500, 60, 24),
    box(500, 110, 404, 370),
)
TITLE_SLOT = Placeholder(
    PlaceholderRef("title"),
    "Title",
    TITLE_BOX,
    (LevelStyle(TITLE, LEFT),),
    "bottom",
    prompt="Titel",
)
BODY_SLOT = Placeholder(
    PlaceholderRef("body", 1),
    "Text",
    BODY_BOX,
    (LevelStyle(INK, POINT), LevelStyle(INK, DASH)),
    prompt="Punten",
)
FOOTER_SLOT = Placeholder(
    PlaceholderRef("footer", 11), "Footer", FOOTER_BOX, (LevelStyle(SMALL, LEFT),), "middle"
)
NUMBER_SLOT = Placeholder(
    PlaceholderRef("number", 12),
    "Slide Number",
    NUMBER_BOX,
    (LevelStyle(SMALL, ParagraphStyle(align="right")),),
    "middle",
)
PICTURE_SLOT = Placeholder(
    PlaceholderRef("picture", 13),
    "Picture",
    PICTURE_BOX,
    (LevelStyle(SMALL, MIDDLE),),
    "middle",
    prompt="Een foto van de wijk",
)
_BAR = Shape(
    "bar", "Bar", box(0, 0, 12, 540), Preset("rect"), fill=paint("accent1"), decorative=True
)
LAYOUTS = (
    Layout(
        "points", "Points", paint("lt1"), (TITLE_SLOT, BODY_SLOT, FOOTER_SLOT, NUMBER_SLOT), (_BAR,)
    ),
    Layout("figure", "Figure", paint("lt2"), (TITLE_SLOT, FOOTER_SLOT, NUMBER_SLOT)),
    Layout(
        "statement",
        "Statement",
        paint("dk2"),
        (
            Placeholder(
                PlaceholderRef("title"),
                "Title",
                box(56, 150, 848, 200),
                (LevelStyle(TextStyle(6400, paint("lt1"), "heading", bold=True), LEFT),),
                "middle",
            ),
        ),
        dark=True,
    ),
    Layout("picture", "Picture", paint("lt1"), (TITLE_SLOT, PICTURE_SLOT)),
    Layout("empty", "Empty", paint("lt1"), ()),
)
THEME = Theme("Test", COLOURS, "Calibri", "Calibri", "Courier New")  # type: ignore[arg-type]
PROPERTIES = Properties(
    "Proef & toets", "Iemand", "Onderwerp", "a, b", "Zo maar", "nl-NL", "2013-03-28"
)


def title(text: str, layout: str = "points") -> Text:
    at = TITLE_BOX if layout != "statement" else box(56, 150, 848, 200)
    look = TITLE if layout != "statement" else TextStyle(6400, paint("lt1"), "heading", bold=True)
    words = body(para(run(text, look)), anchor="bottom" if layout != "statement" else "middle")
    return Text("title", "Title", at, words, "title", placeholder=PlaceholderRef("title"))


def footer(text: str) -> Text:
    words = body(para(run(text, SMALL)), anchor="middle")
    return Text(
        "foot", "Footer", FOOTER_BOX, words, "footer", placeholder=PlaceholderRef("footer", 11)
    )


def number(text: str) -> Text:
    words = body(para(run(text, SMALL), style=ParagraphStyle(align="right")), anchor="middle")
    return Text(
        "num", "Slide Number", NUMBER_BOX, words, "number", placeholder=PlaceholderRef("number", 12)
    )


def label(text: str, at: Box, style: TextStyle = INK, name: str = "") -> Text:
    return Text(name or text, text, at, body(para(run(text, style))))


def block(text: str, at: Box, preset: str = "rect", slot: str = "accent2") -> Shape:
    words = body(para(run(text, WHITE), style=MIDDLE), anchor="middle", inset=4 * PT)
    return Shape(text, text, at, Preset(preset), fill=paint(slot), text=words)


def points_page() -> Page:
    words = body(
        para("Privéwereld = no-go-area", style=POINT),
        para(
            "De beweging wordt ",
            run("omgedraaid", TextStyle(2000, paint("accent1"), bold=True)),
            ': <&> "zo" _x000B_',
            style=POINT,
        ),
        para("Vroeger: naar mensen toe", style=DASH, level=1),
        para(
            "Zie ",
            run("de site", INK, Link("https://example.org/?a=1&b=2")),
            " of ",
            run("de volgende", INK, Link(page="p3", tip="Verder")),
            style=POINT,
        ),
        para(
            "Pijl ",
            run("►", TextStyle(2000, paint("dk1"), "symbol")),
            run(" code", TextStyle(2000, paint("dk1"), "mono")),
            style=POINT,
        ),
    )
    text = Text("body", "Text", BODY_BOX, words, placeholder=PlaceholderRef("body", 1))
    return Page(
        "p1",
        "points",
        "Dienstverlening",
        (title("Dienstverlening in bastions"), text, footer("Studiedag"), number("1")),
        notes=("Eerst dit.", "", "Dan <dat> & meer."),
        transition="fade",
    )


def shout_page() -> Page:
    echo = Echo(paint("accent3"), 3 * PT)
    look = TextStyle(8400, paint("lt1"), "heading", bold=True, echo=echo)
    words = Text(
        "title",
        "Title",
        box(56, 150, 848, 200),
        body(para(run("TRANSITIE", look)), anchor="middle"),
        "title",
        placeholder=PlaceholderRef("title"),
    )
    sub = label(
        "Andere verhoudingen", box(56, 370, 800, 40), TextStyle(2400, paint("lt2"), italic=True)
    )
    return Page("p2", "statement", "TRANSITIE", (words, sub))


def figure_page() -> Page:
    wave = Path(
        (
            ("M", 0, 50 * PT),
            ("C", 40 * PT, 0, 80 * PT, 100 * PT, 120 * PT, 50 * PT),
            ("L", 120 * PT, 100 * PT),
            ("L", 0, 100 * PT),
            ("Z",),
        )
    )
    stroke = Stroke(paint("dk1"), 2 * PT, tail="arrow")
    items: tuple[Item, ...] = (
        title("Vormen"),
        block("Links", box(60, 120, 160, 80)),
        block("Rechts", box(420, 240, 160, 80), "roundRect", "accent1"),
        Connector(
            "c1",
            "Pijl",
            220 * PT,
            160 * PT,
            420 * PT,
            280 * PT,
            stroke,
            ("Links", 3),
            ("Rechts", 1),
        ),
        Connector(
            "c2",
            "Terug",
            500 * PT,
            320 * PT,
            140 * PT,
            200 * PT,
            Stroke(paint("accent4"), PT, "dash", "oval", "arrow"),
            ("Rechts", 2),
            ("Links", 2),
        ),
        Group(
            "g",
            "Groep",
            box(640, 120, 260, 120),
            (
                block("Een", box(640, 120, 120, 50), "homePlate", "accent6"),
                Shape("wave", "Golf", box(770, 120, 120, 100), wave, fill=paint("accent3")),
                Shape(
                    "ring",
                    "Ring",
                    box(660, 190, 40, 40),
                    Preset("ellipse"),
                    stroke=Stroke(paint("accent5"), 3 * PT),
                ),
            ),
            decorative=True,
        ),
        Shape(
            "turn",
            "Draai",
            box(640, 280, 120, 60),
            Preset("rightArrow", (("adj1", 40000), ("adj2", 60000))),
            fill=paint("accent2", 50),
            rotation=30,
            alt="Een pijl",
        ),
        Shape(
            "flip",
            "Spiegel",
            box(780, 280, 100, 60),
            Preset("chevron"),
            fill=paint("accent4"),
            decorative=True,
            flip=True,
        ),
        Text(
            "box",
            "Vlak",
            box(60, 360, 300, 90),
            body(
                Paragraph((run("Eerste regel"), run("tweede regel")), LEFT, breaks=(1,)),
                Paragraph((), LEFT, end=INK),
                para(
                    run("H", INK),
                    run("2", TextStyle(2000, paint("dk1"), baseline=-25)),
                    run("O", INK),
                    run(
                        " weg",
                        TextStyle(2000, paint("dk1"), strike=True, underline=True, spacing=100),
                    ),
                ),
                inset=6 * PT,
            ),
            fill=paint("lt1"),
        ),
        footer("Studiedag"),
        number("3"),
    )
    return Page("p3", "figure", "Vormen", items)


def data_page() -> Page:
    def cell(text: str, fill: str | None = None) -> Cell:
        return Cell(body(para(text), anchor="middle", inset=5 * PT), paint(fill) if fill else None)

    rows = tuple(
        (40 * PT, tuple(cell(f"{r}.{c}", "lt2" if r == 0 else None) for c in range(3)))
        for r in range(4)
    )
    table = Table(
        "tab",
        "Tabel",
        box(60, 120, 360, 160),
        (120 * PT,) * 3,
        rows,
        rule=Stroke(paint("accent2"), PT),
        alt="Een tabel",
    )
    ring = Chart(
        "ring",
        "Ring",
        box(460, 110, 200, 200),
        "doughnut",
        ("plan", "zelf", "niet"),
        (
            Series(
                "Deel", (75.0, 13.0, 12.0), (paint("accent1"), paint("accent2"), paint("accent3"))
            ),
        ),
        TextStyle(1400, paint("lt1"), bold=True),
        "%",
        paint("lt2"),
        alt="75, 13 en 12 procent",
    )
    bars = Chart(
        "bars",
        "Staven",
        box(680, 110, 220, 200),
        "bar",
        ("a & b", "c"),
        (
            Series("x", (1.5, None), (paint("accent4"),)),
            Series("y", (2.0, 3.25), (paint("accent5"),)),
        ),
        TextStyle(1200, paint("dk1")),
        "%",
        axes=True,
        alt="Staven",
    )
    line = Chart(
        "line",
        "Lijn",
        box(60, 310, 300, 170),
        "line",
        ("'11", "'12", "'13"),
        (Series("x", (1.0, 4.0, 2.0), (paint("accent1"),)),),
        TextStyle(1200, paint("dk1")),
        alt="Lijn",
    )
    stack = Chart(
        "stack",
        "Stapel",
        box(380, 310, 260, 170),
        "stacked-column",
        ("p", "q"),
        (
            Series("x", (1.0, 4.0), (paint("accent1"),)),
            Series("y", (2.0, 2.0), (paint("accent2"),)),
        ),
        TextStyle(1200, paint("dk1")),
        alt="Stapel",
    )
    pie = Chart(
        "pie",
        "Taart",
        box(660, 320, 240, 160),
        "pie",
        ("p", "q"),
        (Series("x", (80.0, 20.0), (paint("accent1"), paint("accent6"))),),
        None,
        "%",
        alt="80/20",
    )
    return Page(
        "p4",
        "figure",
        "Cijfers",
        (title("Cijfers"), table, ring, bars, line, stack, pie),
        hidden=True,
        transition="push",
    )


def picture_page(filled: bool) -> Page:
    picture = Picture(
        "pic",
        "Foto",
        PICTURE_BOX,
        BLOB if filled else "",
        (0.1, 0.0, 0.1, 0.0) if filled else (0.0,) * 4,
        "Een straat in de wijk",
        placeholder=PlaceholderRef("picture", 13),
    )
    loose = Picture("loose", "Los", box(60, 120, 100, 100), BLOB, alt="Nog een")
    more = (loose,) if filled else (block("Onder", box(520, 130, 300, 200)),)
    name = "Foto" if filled else "Nog geen foto"
    return Page(f"pic-{filled}", "picture", name, (title(name), *more, picture))


def scene(*pages: Page, theme: Theme = THEME) -> Scene:
    """All layouts, and these pages or one of each."""
    chosen = pages or (
        points_page(),
        shout_page(),
        figure_page(),
        data_page(),
        picture_page(True),
        picture_page(False),
        Page("last", "points", "Slot", (title("Slot"),), background=paint("accent3")),
    )
    master = Layout(
        "master",
        "Master",
        paint("dk1" if theme.dark else "lt1"),
        (TITLE_SLOT, BODY_SLOT, FOOTER_SLOT, NUMBER_SLOT),
    )
    return Scene(WIDTH, HEIGHT, theme, master, LAYOUTS, chosen, PROPERTIES, blobs={BLOB: PIXEL})
