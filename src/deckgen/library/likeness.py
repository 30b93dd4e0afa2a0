"""How alike slides are, without comparing each with each.

A slide's words and pairs of neighbouring words are a set; MinHash (Broder, "On the resemblance and
containment of documents", 1997) makes a sketch of it of which as many values agree with another's
as the sets share. Rows of the sketch are keys: slides that share one are worth a comparison.

In: texts. Out: sketches, keys, likenesses. What must not be here: storing them.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import pairwise
from operator import eq
from struct import Struct as Layout

VALUES = 32  # of 16 bits: one hash of 64 bytes gives them all
ROWS = 4  # values that a key is made of: slides of likeness 0.8 share a key with 98 %, of 0.3 6 %
ENOUGH = 0.6  # likeness of versions of one slide
FEWEST = 6  # words; below, one word more or less is another slide
_SKETCH = Layout(f"<{VALUES}H")
_KEY = Layout("<q")


def sketch(words: list[str]) -> bytes:
    """64 bytes that stand for a slide's words; none where there are too few."""
    if len(words) < FEWEST:
        return b""
    pairs = map(" ".join, pairwise(words))
    shingles = {*words, *pairs}
    hashes = [_SKETCH.unpack(blake2b(one.encode("utf-8")).digest()) for one in shingles]
    return _SKETCH.pack(*map(min, *hashes))


def likeness(one: bytes, other: bytes) -> float:
    """Share of what two slides say that both say, estimated: ± 0.09."""
    if not one or not other:
        return 0.0
    same: int = sum(map(eq, _SKETCH.unpack(one), _SKETCH.unpack(other)))
    return same / VALUES


def loose(drawn: bytes) -> list[int]:
    """Keys of a sketch: slides that share one may be alike. Even numbers of 63 bits."""
    width = 2 * ROWS
    bands = [drawn[at : at + width] for at in range(0, len(drawn), width)]
    return [_number(b"%d" % at + band) & ~1 for at, band in enumerate(bands)]


def firm(text: str) -> int:
    """A key that only versions of one slide share. An odd number of 63 bits."""
    return _number(text.encode("utf-8", "surrogatepass")) | 1


def is_firm(key: int) -> bool:
    """Whether slides that share a key are versions of one, without looking."""
    return bool(key & 1)


def _number(data: bytes) -> int:
    number: int = _KEY.unpack(blake2b(data, digest_size=8).digest())[0]
    return number & 0x7FFF_FFFF_FFFF_FFFF
