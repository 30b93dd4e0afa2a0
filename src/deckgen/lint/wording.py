"""How texts are typed, whatever their language: spaces, quotation marks, capitals.

In: the texts of a Talk. Out: findings. Spelling is not looked at, nor what is code or a link's
address. A finding points at the whole text: its marks make columns inside it uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.lint.limits import SHOUTED_WORDS, SIBLINGS
from deckgen.lint.rule import Found, Rule
from deckgen.lint.talk import Talk, Word, lists
from deckgen.outline.model import Item, Paragraphs, Quote, Slide, Text

_DOUBLE = re.compile(r"\S[ \t]{2,}\S")
# A colon after a number may be a ratio; dots may be an ellipsis or begin a name: .NET
_BEFORE = re.compile(r"(?:\w [,;!?]|[^\W\d_] :|\w \.(?![.\w]))(?=\s|$)")
_AFTER = re.compile(r"[^\W\d_]{2}[,;!?][^\W\d_]{2}")
_STRAIGHT = re.compile(r"(?<![\d])[\"']")  # after a number they are feet and inches
_HYPHEN = re.compile(r"[^\W\d_]+ - [^\W\d_]+")
_TWICE = re.compile(r"\b([^\W\d_]{2,}) (\1)\b", re.IGNORECASE)
# Words that a sound sentence may have twice in a row.
_TWINS = frozenset(
    (
        "had", "that", "no", "so", "dat", "die", "er", "ja", "nee", "nou", "zo", "heel", "bla",
        "das", "der", "sie", "nous", "vous",
    )
)  # fmt: skip
_ADDRESS = re.compile(r"\S+://\S+|\S+@\S+")
_LEFT_OUT = "\ufffc"  # stands for code and addresses, whose spaces and marks are their own
_SPACED_LANGUAGES = ("fr",)  # put a narrow space before some marks
_ENDS = (".", "!", "?", "…")
_LETTERS = re.compile(r"[^\W\d_]")


def _typed(word: Word) -> str:
    """What is read as prose: without code and addresses."""
    text = "".join(_LEFT_OUT if run.code else run.text for run in word.text.runs)
    return _ADDRESS.sub(_LEFT_OUT, text) if "@" in text or "://" in text else text


def _matching(words: Iterable[Word], pattern: re.Pattern[str], what: str) -> Iterator[Found]:
    for word in words:
        text = _typed(word)
        if (match := pattern.search(text)) is not None:
            start = max(0, match.start() - 12)
            near = text[start : match.end() + 12].strip()
            yield Found(f"slide `{word.slide.id}`: {what} in “{near}”", word.span)


def double_spaces(talk: Talk) -> Iterator[Found]:
    """Two spaces where one belongs."""
    return _matching(talk.words, _DOUBLE, "two spaces")


def loose_marks(talk: Talk) -> Iterator[Found]:
    """A space before a mark that belongs to the word before it."""
    languages = ((word, (word.slide.lang or talk.deck.lang).lower()) for word in talk.words)
    words = (word for word, lang in languages if not lang.startswith(_SPACED_LANGUAGES))
    return _matching(words, _BEFORE, "a space before a punctuation mark")


def tight_marks(talk: Talk) -> Iterator[Found]:
    """No space after a mark between two words."""
    return _matching(talk.words, _AFTER, "no space after a punctuation mark")


def straight_quotes(talk: Talk) -> Iterator[Found]:
    """A typewriter's mark that `quotes` found no partner for."""
    return _matching(talk.words, _STRAIGHT, "a straight quotation mark")


def hyphens(talk: Talk) -> Iterator[Found]:
    """A hyphen between spaces, where a dash is meant."""
    return _matching(talk.words, _HYPHEN, "a hyphen as a dash")


def repeated_words(talk: Talk) -> Iterator[Found]:
    """The same word twice in a row."""
    for word in talk.words:
        match = _TWICE.search(_typed(word))
        if match is not None and not _meant(match[1], match[2]):
            yield Found(f"slide `{word.slide.id}`: “{match[0]}” says a word twice", word.span)


def _meant(first: str, second: str) -> bool:
    """A name has a capital both times: Pago Pago."""
    return first.casefold() in _TWINS or (first.istitle() and second.istitle())


def shouting(talk: Talk) -> Iterator[Found]:
    """Sentences in capitals, in texts that are read."""
    for slide in talk.deck.slides:
        for text in _prose(slide):
            count = len(text.plain.split())
            letters = "".join(_LETTERS.findall(text.plain))
            if count >= SHOUTED_WORDS and letters.isupper():
                message = f"slide `{slide.id}`: “{text.plain[:40]}” is set in capitals"
                yield Found(message, text.at.span or slide.at.span)


def _prose(slide: Slide) -> Iterator[Text]:
    for items in lists(slide):
        yield from _items(items)
    if isinstance(slide.body, Paragraphs):
        yield from slide.body.text
    elif isinstance(slide.body, Quote):
        yield slide.body.text


def _items(items: tuple[Item, ...]) -> Iterator[Text]:
    for item in items:
        yield item.text
        yield from _items(item.children)


def uneven_ends(talk: Talk) -> Iterator[Found]:
    """One point of a list that ends otherwise than all others."""
    for slide in talk.deck.slides:
        for items in lists(slide):
            odd = _odd_one([item.text for item in items if item.text.runs and not item.children])
            if odd is not None:
                how = "with" if odd.plain.rstrip().endswith(_ENDS) else "without"
                message = f"slide `{slide.id}`: “{odd.plain[-40:]}” alone ends {how} a full stop"
                yield Found(message, odd.at.span or slide.at.span)


def _odd_one(texts: list[Text]) -> Text | None:
    """The only one with, or the only one without, a mark at its end. Questions are no stops."""
    marked = any(text.plain.rstrip().endswith(("?", ":", "!", "…")) for text in texts)
    if marked or len(texts) < SIBLINGS:
        return None
    stopped = [text for text in texts if text.plain.rstrip().endswith(_ENDS)]
    if len(stopped) == 1:
        return stopped[0]
    if len(stopped) == len(texts) - 1:
        return next(text for text in texts if not text.plain.rstrip().endswith(_ENDS))
    return None


RULES = (
    Rule(
        "lint/double-space",
        "warning",
        "A text has two spaces in a row.",
        "At slide size the gap shows, and in a centred line it is off the middle.",
        "take one of them out",
        "texts",
        double_spaces,
    ),
    Rule(
        "lint/space-before-mark",
        "warning",
        "A space stands before a punctuation mark.",
        "The mark may come to stand alone on the next line. French is left alone.",
        "take the space out",
        "texts",
        loose_marks,
    ),
    Rule(
        "lint/no-space-after-mark",
        "warning",
        "No space stands after a comma or at the end of a sentence.",
        "The two words are one for line breaking and for a screen reader.",
        "put a space after it",
        "texts",
        tight_marks,
    ),
    Rule(
        "lint/straight-quote",
        "note",
        "A typewriter's quotation mark has no partner.",
        "Two that belong together become those of the language by themselves; this one stays as it"
        " is, and stands among the others.",
        "type its partner, or the mark that is meant: “ ” ‘ ’",
        "texts",
        straight_quotes,
    ),
    Rule(
        "lint/hyphen-as-dash",
        "note",
        "A hyphen stands between spaces, where a dash is meant.",
        "A hyphen joins, a dash divides; at slide size the difference is seen.",
        "type – (an en dash) in its place",
        "texts",
        hyphens,
    ),
    Rule(
        "lint/repeated-word",
        "warning",
        "A word stands twice in a row.",
        "It is left over from changing the sentence.",
        "take one of them out",
        "texts",
        repeated_words,
    ),
    Rule(
        "lint/shouting",
        "warning",
        "A sentence is set in capitals.",
        "Words are known by their outlines, and in capitals all are boxes; screen readers may spell"
        " them out. Labels, shouts and figures may be in capitals.",
        "type it in small letters; what must be loud is a `shout` or a `statement`",
        "texts",
        shouting,
    ),
    Rule(
        "lint/uneven-ends",
        "warning",
        "One point of a list ends otherwise than all others.",
        "Points that are alike are typed alike.",
        "end all points of the list with a full stop, or none",
        "texts",
        uneven_ends,
    ),
)
