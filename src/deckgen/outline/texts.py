"""Every text in a value of the outline's model, in order.

In: a Slide, a Block, a tuple of them. Out: Texts. What must not be here: what a text is for.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.outline.model import Text

PLAIN = frozenset((str, float, int, bool, type(None)))


def texts(value: object) -> Iterator[Text]:
    """The texts in a value, empty ones too."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            if inner.__class__ not in PLAIN:
                yield from texts(inner)
