"""What a merge has done already: a line for each deck, so that a killed run goes on where it was.

In: the journal's text, or a deck that is finished. Out: entries, or a line. A line that was cut
off by a power failure, or that nobody understands, counts as not written. What must not be here:
files, deciding what to build.
"""

from __future__ import annotations

from hashlib import sha256

import msgspec
from msgspec import Struct

from deckgen.remix.editions import Edition

# What a deck was made of: a question to the World (`read`, `deck.yaml`), the answer's digest.
Inputs = tuple[tuple[str, str, str], ...]
_GIVEN = b'{"is":"inputs"'


class Entry(Struct, frozen=True, omit_defaults=True):
    """A finished deck. `key`: what was wanted; `inputs`: a set of them; `file`: its bytes."""

    output: str
    key: str
    inputs: str
    file: str
    slides: int = 0


class Given(Struct, frozen=True, tag="inputs", tag_field="is"):
    """A set of inputs under its name; most decks have the same."""

    inputs: str
    given: Inputs


class Journal(Struct, frozen=True):
    """What is done, by output, and what it was made of, by name."""

    entries: dict[str, Entry]
    given: dict[str, Inputs]
    whole: bool = True  # whether the last line is


def parse(data: bytes) -> Journal:
    """A journal's text; the later of two lines about the same deck counts."""
    entries: dict[str, Entry] = {}
    given: dict[str, Inputs] = {}
    for line in data.split(b"\n"):
        try:
            if line.startswith(_GIVEN):
                one = msgspec.json.decode(line, type=Given)
                given[one.inputs] = one.given
            else:
                entry = msgspec.json.decode(line, type=Entry)
                entries[entry.output] = entry
        except msgspec.MsgspecError:
            continue
    return Journal(entries, given, not data or data.endswith(b"\n"))


def line(one: Entry | Given) -> bytes:
    """A line of the journal."""
    return msgspec.json.encode(one) + b"\n"


def key(version: str, outline: str, edition: Edition) -> str:
    """What is wanted of a deck, in short: another version, form or value is another deck."""
    wanted = (version, outline, edition.template, edition.wanted)
    return _short(msgspec.json.encode(wanted))


def named(inputs: Inputs) -> Given:
    """A set of inputs under its name."""
    ordered = tuple(sorted(inputs))
    return Given(_short(msgspec.json.encode(ordered)), ordered)


def digest(data: bytes) -> str:
    """The name of a file's bytes."""
    return sha256(data).hexdigest()


def _short(data: bytes) -> str:
    return sha256(data).hexdigest()[:20]
