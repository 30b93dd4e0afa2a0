"""Which slides stay when time is short: the best choice, not a good one.

In: how long each slide takes, how much it matters, what it depends on; the time there is. Out: the
slides that stay. What must not be here: decks, reasons, minutes with fractions.

A choice is better than another if it keeps more time of the first rank; if it keeps as much of
that, more of the second; and so on; then if it keeps more slides; then earlier ones. That order is
one number: the ranks are its digits, the slides that are kept its last bits. The search is a
knapsack over time, slide by slide, with a row for each way in which what was decided still binds
what is to come (dynamic programming over a frontier: Bodlaender, "A tourist guide through
treewidth", 1993). Without `needs` across slides there are at most three rows. Slides that matter so
much that all of their rank fits are settled beforehand: only the time they leave is searched.
"""

from __future__ import annotations

from msgspec import Struct

# Rows that are kept side by side. Above it, the rows with the least to win are let go: then the
# choice is good, and `proved` is False. Outlines of lectures need fewer than ten.
MOST = 4096


class Piece(Struct, frozen=True):
    """A slide. `time` in whole units; `rank` 0 matters most.

    `opens`: it opens a section, which has other slides, and stays exactly if one of them does.
    The section reaches to the next slide that opens one, or that `ends` it and belongs to none.
    `needs` are indices.
    """

    time: int
    rank: int
    opens: bool = False
    needs: tuple[int, ...] = ()
    ends: bool = False


class Choice(Struct, frozen=True):
    """The slides that stay, in order; whether no other choice is better."""

    kept: tuple[int, ...]
    proved: bool = True


Row = list[int]  # by time used: the best value, or -1 where no choice takes so long
State = tuple[tuple[int, bool], ...]  # what was decided and still binds: (slide, whether it stays)


def choose(pieces: tuple[Piece, ...], limit: int) -> Choice:
    """The best slides that take no longer than `limit` together."""
    gains = _gains(pieces, limit)
    last = _last_uses(pieces)
    sure = _sure(pieces, limit)
    rows: dict[State, Row] = {(): [0] + [-1] * (limit - sum(pieces[i].time for i in sure))}
    proved = True
    for index in range(len(pieces)):
        rows = _decided(rows, index, pieces, Stake(gains[index], index in sure))
        rows = _forgotten(rows, index, last, _closes(index, pieces))
        if len(rows) > MOST:
            rows, proved = _fewer(rows), False
    best = max((max(row) for row in rows.values()), default=0)
    count = len(pieces)
    kept = tuple(i for i in range(count) if best >> (count - 1 - i) & 1) if best > 0 else ()
    return Choice(kept, proved)


class Stake(Struct, frozen=True):
    """What keeping a slide adds to a choice's value, and whether it is `sure` to be kept."""

    gain: int
    sure: bool


def _sure(pieces: tuple[Piece, ...], limit: int) -> frozenset[int]:
    """Slides that the best choice has: those of the first ranks, as long as all of them fit.

    Without one of them a choice would keep less time of its rank. Slides that take none are left
    to the search: keeping them may cost time of what they need.
    """
    sure: frozenset[int] = frozenset()
    openings = _openings(pieces)
    for rank in sorted({piece.rank for piece in pieces}):
        wanted = [i for i, piece in enumerate(pieces) if piece.rank <= rank and piece.time]
        found = _closure(wanted, pieces, openings)
        # An opening needs a slide of its section to stay for; which one, the search decides.
        idle = any(p.opens and i in found and i not in {openings.get(j) for j in found}
                   for i, p in enumerate(pieces))  # fmt: skip
        if idle or sum(pieces[i].time for i in found) > limit:
            break
        sure = found
    return sure


def _closure(
    wanted: list[int], pieces: tuple[Piece, ...], openings: dict[int, int]
) -> frozenset[int]:
    """Slides with all that they need, and the openings of their sections."""
    found: set[int] = set()
    todo = list(wanted)
    while todo:
        index = todo.pop()
        if index not in found:
            found.add(index)
            todo += pieces[index].needs
            todo += [openings[index]] if index in openings else []
    return frozenset(found)


def _openings(pieces: tuple[Piece, ...]) -> dict[int, int]:
    """Slide → the slide that opens its section."""
    found: dict[int, int] = {}
    now = -1
    for index, piece in enumerate(pieces):
        now = index if piece.opens else -1 if piece.ends else now
        if now >= 0 and not piece.opens:
            found[index] = now
    return found


def _gains(pieces: tuple[Piece, ...], limit: int) -> list[int]:
    """What each slide adds to a choice's value."""
    count = len(pieces)
    ranks = sorted({piece.rank for piece in pieces}, reverse=True)
    base = sum(piece.time for piece in pieces) + 1
    weight = 1 << count
    worth = {}
    slides = weight
    weight *= count + 1
    for rank in ranks:
        worth[rank] = weight
        weight *= base
    return [
        worth[piece.rank] * piece.time + slides + (1 << (count - 1 - index))
        for index, piece in enumerate(pieces)
    ]


def _last_uses(pieces: tuple[Piece, ...]) -> dict[int, int]:
    """The slide at which a decision on another slide stops to matter."""
    last: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        for other in piece.needs:
            early, late = min(index, other), max(index, other)
            last[early] = max(last.get(early, early), late)
    return last


def _decided(
    rows: dict[State, Row], index: int, pieces: tuple[Piece, ...], stake: Stake
) -> dict[State, Row]:
    """Every row, once with the slide and once without it."""
    piece = pieces[index]
    found: dict[State, Row] = {}
    for state, row in rows.items():
        known = dict(state)
        for stays in (True,) if stake.sure else (False, True):
            if not _allowed(index, stays, known, pieces):
                continue
            new = _after(known, index, stays, piece)
            time = 0 if stake.sure else piece.time
            made = _kept(row, time, stake.gain) if stays else row
            found[new] = _better(found[new], made) if new in found else made
    return found


# Keys of a state besides slides: whether the section is open, whether it has content.
_OPEN, _FILLED = -1, -2


def _allowed(index: int, stays: bool, known: dict[int, bool], pieces: tuple[Piece, ...]) -> bool:
    piece = pieces[index]
    if stays and not piece.opens and known.get(_OPEN) is False:
        return False
    if stays and any(known.get(other) is False for other in piece.needs):
        return False
    if not stays:  # something that stays may need this one
        return not any(
            kept and other >= 0 and index in pieces[other].needs for other, kept in known.items()
        )
    return True


def _after(known: dict[int, bool], index: int, stays: bool, piece: Piece) -> State:
    now = {**known, index: stays}
    if piece.opens:
        now[_OPEN], now[_FILLED] = stays, False
    elif stays and _OPEN in now:
        now[_FILLED] = True
    return tuple(sorted(now.items()))


def _kept(row: Row, time: int, gain: int) -> Row:
    moved = [value + gain if value >= 0 else -1 for value in row[: max(0, len(row) - time)]]
    return [-1] * (len(row) - len(moved)) + moved


def _better(one: Row, other: Row) -> Row:
    return [a if a > b else b for a, b in zip(one, other, strict=True)]


def _closes(index: int, pieces: tuple[Piece, ...]) -> bool:
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    return after is None or after.opens or after.ends


def _forgotten(
    rows: dict[State, Row], index: int, last: dict[int, int], closes: bool
) -> dict[State, Row]:
    """Rows that differ in nothing that still matters become one."""
    found: dict[State, Row] = {}
    for state, row in rows.items():
        known = dict(state)
        if closes and known.pop(_OPEN, False) and not known[_FILLED]:
            continue  # an opening with nothing behind it
        if closes:
            known.pop(_FILLED, None)
        kept = tuple(
            sorted((k, stays) for k, stays in known.items() if k < 0 or last.get(k, k) > index)
        )
        found[kept] = _better(found[kept], row) if kept in found else row
    return found


def _fewer(rows: dict[State, Row]) -> dict[State, Row]:
    kept = sorted(rows, key=lambda state: max(rows[state]), reverse=True)[: MOST // 2]
    return {state: rows[state] for state in kept}
