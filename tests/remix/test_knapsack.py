"""The planner's choice against all choices there are."""

from __future__ import annotations

import random
from functools import lru_cache

from deckgen.remix.knapsack import Choice, Piece, choose

Value = tuple[tuple[int, ...], int, tuple[bool, ...]]


def best(pieces: tuple[Piece, ...], limit: int) -> tuple[int, ...]:
    """By brute force: every set of slides that is allowed, compared as the module says."""
    ranks = sorted({piece.rank for piece in pieces})
    sections = _sections(pieces)
    found: tuple[Value, tuple[int, ...]] = (((-1,), 0, ()), ())

    def extend(index: int, kept: tuple[int, ...], left: int) -> None:
        nonlocal found
        if index == len(pieces):
            if _allowed(pieces, sections, set(kept)):
                found = max(found, (_value(pieces, ranks, kept), kept))
            return
        if pieces[index].time <= left:
            extend(index + 1, (*kept, index), left - pieces[index].time)
        extend(index + 1, kept, left)

    extend(0, (), limit)
    return found[1]


def _value(pieces: tuple[Piece, ...], ranks: list[int], kept: tuple[int, ...]) -> Value:
    times = tuple(sum(pieces[i].time for i in kept if pieces[i].rank == rank) for rank in ranks)
    return times, len(kept), tuple(i in kept for i in range(len(pieces)))


def _sections(pieces: tuple[Piece, ...]) -> list[tuple[int, range]]:
    starts = [index for index, piece in enumerate(pieces) if piece.opens]
    bounds = [index for index, piece in enumerate(pieces) if piece.opens or piece.ends]
    ends = [min((one for one in bounds if one > start), default=len(pieces)) for start in starts]
    return [(start, range(start + 1, end)) for start, end in zip(starts, ends, strict=True)]


def _allowed(pieces: tuple[Piece, ...], sections: list[tuple[int, range]], kept: set[int]) -> bool:
    if any(not kept.issuperset(pieces[index].needs) for index in kept):
        return False
    return all((start in kept) == any(i in kept for i in inside) for start, inside in sections)


def deck(seed: int, longest: int) -> tuple[tuple[Piece, ...], int]:
    """A random deck, and the time there is."""
    dice = random.Random(seed)
    count = dice.randint(1, longest)
    often = dice.choice([0.0, 0.5, 1.5])
    made = []
    for index in range(count):
        others = [i for i in range(count) if i != index and dice.random() < often / count]
        opens = dice.random() < 0.2
        ends = not opens and dice.random() < 0.1
        made.append(Piece(dice.randint(0, 6), dice.randint(0, 4), opens, tuple(others), ends))
    for index, piece in enumerate(made):
        after = made[index + 1] if index + 1 < count else Piece(0, 0, ends=True)
        if piece.opens and (after.opens or after.ends):
            made[index] = Piece(piece.time, piece.rank, False, piece.needs)
    return tuple(made), dice.randint(0, 3 * count)


def test_no_choice_is_better() -> None:
    for seed in range(500):
        # Brute force takes 2^n steps: a few decks have eighteen slides, most have fewer.
        pieces, limit = deck(seed, 18 if seed % 50 == 0 else 11)
        assert choose(pieces, limit) == Choice(best(pieces, limit)), (seed, pieces, limit)


def test_a_section_keeps_its_opening() -> None:
    pieces = (Piece(2, 2, True), Piece(3, 1), Piece(2, 2, True), Piece(1, 3))
    assert choose(pieces, 5).kept == (0, 1)


def test_what_ends_a_section_does_without_its_opening() -> None:
    pieces = (Piece(2, 2, True), Piece(3, 3), Piece(1, 1, ends=True), Piece(1, 3))
    assert choose(pieces, 2).kept == (2, 3)
    assert choose(pieces, 6).kept == (0, 1, 2)


def test_a_sum_keeps_its_parts() -> None:
    pieces = (Piece(2, 3), Piece(2, 3), Piece(1, 1, needs=(0, 1)), Piece(4, 2))
    assert choose(pieces, 5).kept == (0, 1, 2)


def test_nothing_fits() -> None:
    assert choose((Piece(5, 1),), 4) == Choice(())


@lru_cache
def long_talk() -> tuple[Piece, ...]:
    dice = random.Random(1)
    return tuple(
        Piece(dice.choice([1, 2, 3, 4, 6]), dice.randint(1, 4), index % 12 == 0,
              (index - 1,) if index % 12 > 3 and dice.random() < 0.2 else ())
        for index in range(300)
    )  # fmt: skip


def test_three_hundred_slides_are_chosen_for_sure() -> None:
    choice = choose(long_talk(), 120)
    assert choice.proved
    assert sum(long_talk()[index].time for index in choice.kept) <= 120
