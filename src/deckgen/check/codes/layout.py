"""Codes of layout: what does not fit, what is left out, what no font draws."""

ROWS: list[tuple[str, str, str, str]] = [
    (
        "layout/background",
        "The template has no background of that name.",
        "The slide has its usual one.",
        "Type one of the backgrounds that the finding lists.",
    ),
    (
        "layout/low-resolution",
        "A picture has too few pixels for the place that it fills.",
        "On a projector its pixels are seen.",
        "Use a larger one, or show it smaller.",
    ),
    (
        "layout/not-shown",
        "A text of the slide is on none of its pages.",
        "Its kind has no place for it.",
        "Move it to the notes, or to a slide of another kind.",
    ),
    (
        "layout/torn-picture",
        "A picture begins as one and can't be read to its end.",
        "PowerPoint would show a part of it, or a red cross.",
        "Save it again from a program for pictures.",
    ),
    (
        "layout/unknown-layout",
        "A slide's `layout:` names no way in which its kind is drawn.",
        "The slide is drawn as its words ask for.",
        "Type one of the names that the finding lists, or take the line out.",
    ),
    (
        "overflow/figure",
        "A figure has more in it than fits on the slide, even at the smallest size.",
        "What is smaller can't be read from the back.",
        "Leave some of it out, or divide the slide.",
    ),
    (
        "overflow/lines",
        "A text takes more lines than its place has, even at the smallest size.",
        "A title of three lines is a paragraph.",
        "Cut as many characters as the finding says.",
    ),
    (
        "overflow/text",
        "A text is too long for the slide, even at the smallest size.",
        "What is smaller can't be read from the back.",
        "Cut it, divide the slide, or move some of it to the notes.",
    ),
    (
        "overflow/word",
        "A word is wider than its place, even at the smallest size.",
        "PowerPoint would break it anywhere.",
        "Write it with a hyphen, take a shorter one, or link a word to the address.",
    ),
    (
        "text/missing-character",
        "No font of the template has a character.",
        "It looks different on every machine, often as a box.",
        "Write it in other characters.",
    ),
    (
        "overflow/formula",
        "A formula is wider or higher than its place, even at the smallest size.",
        "What is smaller can't be read from the back.",
        "Break it where it compares, or divide it over two slides.",
    ),
    (
        "layout/one-point",
        "A line or an area of a single point is drawn as a column.",
        "One point makes no line; PowerPoint would show a dot, or nothing.",
        "Add numbers, or type `type: column`.",
    ),
    (
        "layout/chart-turned",
        "Columns are drawn as bars, for the names under them don't fit side by side.",
        "PowerPoint would turn the names, and turned text can't be read from a seat.",
        "Type `type: bar`, or shorten the names.",
    ),
    (
        "layout/names-left-out",
        "A chart has more names than fit, even at the smallest size; some are not written.",
        "Whoever sees the page can't tell what the bars between the names are.",
        "Leave out or join some of them, or show them as a table.",
    ),
]
