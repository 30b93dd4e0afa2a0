"""What a talk took, and what it was made with → what its lock is to say.

In: uses and hashes of a build, the lock as it is. Out: the lock as it is to be: what is pinned
stays pinned, what is new is added; `renewed` takes the changes instead. What must not be here:
the lock's text (`lock`), files.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from deckgen.remix.lock import Lock, Pin
from deckgen.remix.reuse import Taken, Use
from deckgen.remix.revisions import revision, used


def pinned(uses: Iterable[Use], lang: str, made: dict[str, str] | None = None) -> Lock:
    """What was taken, as a lock keeps it. `lang` is the language that was wanted."""
    picks: dict[tuple[str, str], tuple[str, ...]] = {}
    pins: dict[tuple[str, str, str], Pin] = {}
    for use in uses:
        if use.many:
            picks[use.deck, use.pick] = tuple(one.id for one in use.taken)
        for one in use.taken:
            spoken = lang if one.translated else ""
            variables = used(one.node, one.variables)
            kept = structs.replace(one, variables=variables, home=one.home or _home(use.deck, one))
            now = revision(one.node, variables)
            pins[use.deck, one.id, spoken] = Pin(use.deck, one.id, kept, now, spoken)
    return Lock(picks, pins, made or {})


def extended(before: Lock, now: Lock) -> Lock:
    """The lock with what is new in it; nothing that it says already is touched."""
    return Lock(
        {**now.picks, **before.picks}, {**now.pins, **before.pins}, {**now.made, **before.made}
    )


def joined(locks: Iterable[Lock]) -> Lock:
    """What several forms of one talk took."""
    whole = Lock()
    for one in locks:
        whole = extended(whole, one)
    return whole


def fresh(before: Lock, kept: Iterable[Use], live: Lock) -> Lock:
    """The lock with all changes taken. `kept` are the picks as they are pinned.

    What can't be read any more stays as it was taken: a deck that is gone, and a slide that is
    named alone and that its deck no longer has.
    """
    there = {deck for deck, *_ in live.pins}
    still = {
        (use.deck, one.id)
        for use in kept
        if not use.many or use.deck not in there
        for one in use.taken
    }
    pins = {k: p for k, p in before.pins.items() if k not in live.pins and k[:2] in still}
    picks = {key: names for key, names in before.picks.items() if key[0] not in there}
    return structs.replace(live, pins={**live.pins, **pins}, picks={**live.picks, **picks})


def renewed(before: Lock, now: Lock, slides: frozenset[tuple[str, str]]) -> Lock:
    """The lock with the changes of some slides only, by their decks and their names there.

    A pick that means other slides by now is taken anew where one of these is named.
    """
    picks = dict(before.picks)
    for key, names in now.picks.items():
        other = {(key[0], name) for name in set(names) ^ set(picks.get(key, ()))}
        if key not in picks or slides & other:
            picks[key] = names
    new = {k: pin for k, pin in now.pins.items() if k[:2] in slides or k not in before.pins}
    return Lock(picks, {**before.pins, **new}, before.made)


def same(one: Lock, other: Lock) -> bool:
    """Whether two locks say the same."""
    return _plain(one) == _plain(other)


def _plain(lock: Lock) -> tuple[object, ...]:
    pins = {
        key: (pin.revision, pin.taken.chain, pin.taken.home, pin.taken.variables)
        for key, pin in lock.pins.items()
    }
    return lock.picks, pins, lock.made


def changed(before: Lock, made: dict[str, str]) -> tuple[str, ...]:
    """Of what a talk is made with, what is not as it was."""
    return tuple(sorted(n for n, digest in made.items() if before.made.get(n, digest) != digest))


def _home(deck: str, one: Taken) -> str:
    """The outline in which a slide was written: the last of the chain."""
    return one.chain[-1].rpartition("#")[0] if one.chain else deck
