"""What has changed since a talk took slides from others, and what it was made with.

In: an outline in its forms, its lock. Out: `News`: slides whose source says something else, what of
that the talk's own changes hide, picks that mean other slides, sources that are gone, changes that
would change nothing or no longer fit, templates, fonts and files. What must not be here: taking the
changes (`keeping`), showing them.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.model import Slide
from deckgen.remix import lock
from deckgen.remix.keeping import joined, pinned
from deckgen.remix.listing import EDITS
from deckgen.remix.load import Grown, grown
from deckgen.remix.lock import Lock
from deckgen.remix.recording import digest
from deckgen.remix.reuse import Taken, Use, outdated
from deckgen.remix.revisions import revision, same, used
from deckgen.remix.variants import TALK, Wanted
from deckgen.syntax.nodes import Mapping, Node, Scalar
from deckgen.world import World

_IDLE, _GONE = "remix/idle-override", "remix/source-gone"
# Keys whose text is a list of paragraphs to an override that changes single items.
_ONE_TEXT = ("notes", "text")


class Field(Struct, frozen=True):
    """A key of a source slide as it was taken, and now. `hidden`: what the talk says hides it."""

    key: str
    before: Node | None
    after: Node | None
    hidden: bool = False


class Changed(Struct, frozen=True):
    """A slide that its source has otherwise by now. `names` are its ids in the talk."""

    deck: str
    slide: str
    names: tuple[str, ...]
    before: Mapping
    after: Mapping
    fields: tuple[Field, ...]
    revisions: tuple[str, str]
    lang: str = ""
    span: Span | None = None


class Pick(Struct, frozen=True):
    """A range, tag or section that means other slides by now."""

    deck: str
    pick: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    span: Span | None = None


class News(Struct, frozen=True):
    """All that has changed. `made` has names, with whether each is still there.

    `broken` are the errors that there would be with the changes taken.
    """

    slides: tuple[Changed, ...] = ()
    picks: tuple[Pick, ...] = ()
    gone: tuple[Diagnostic, ...] = ()
    idle: tuple[Diagnostic, ...] = ()
    broken: tuple[Diagnostic, ...] = ()
    made: tuple[tuple[str, bool], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing has changed."""
        return not any((self.slides, self.picks, self.gone, self.idle, self.broken, self.made))


class Told(Struct, frozen=True):
    """The news, the lock as it is, what is pinned by it, and what would be taken now."""

    news: News
    before: Lock
    kept: tuple[Use, ...]
    live: Lock


def news(path: str, world: World, forms: Iterable[Wanted] = (TALK,)) -> Checked[Told | None]:
    """What has changed for any of a talk's forms. None where the talk can't be read."""
    before = lock.read(path, world)
    pairs = [_both(path, world, wanted) for wanted in forms]
    found = [one for now, _ in pairs for one in now.diagnostics]
    both = [(now, then) for now, then in pairs if now.value and then.value]
    if not both:
        return Checked(None, tuple(dict.fromkeys(found)))
    whole = _once(News(made=_made(before.value, world)), [_told(*pair) for pair in both])
    uses = [use for now, _ in both for use in _grown(now).uses]
    live = joined(pinned(_grown(then).uses, _grown(then).lang) for _, then in both)
    return Checked(Told(whole, before.value, tuple(uses), live), tuple(dict.fromkeys(found)))


Form = Checked[Grown | None]


def _both(path: str, world: World, wanted: Wanted) -> tuple[Form, Form]:
    live = structs.replace(wanted, live=True)
    return grown(path, world, wanted), grown(path, world, live)


def _grown(form: Form) -> Grown:
    assert form.value is not None
    return form.value


def _once(whole: News, told: list[News]) -> News:
    """What several forms say, each thing once."""
    values = {
        name: tuple(dict.fromkeys(one for part in (whole, *told) for one in getattr(part, name)))
        for name in News.__struct_fields__
        if name != "slides"
    }
    slides = {(one.deck, one.slide, one.lang): one for part in told for one in part.slides}
    return News(slides=tuple(slides.values()), **values)


def _told(now: Form, then: Form) -> News:
    """What is different between a form as it is pinned and with the changes taken."""
    kept, live = _grown(now), _grown(then)
    slides = tuple(one for use in kept.uses for one in _slides(use, kept))
    gone = tuple(one for one in now.diagnostics if one.code == _GONE)
    lost = {one.span for one in gone}
    known = set(now.diagnostics)
    broken = (one for one in then.diagnostics if one.severity == "error" and one not in known)
    return News(
        slides,
        tuple(_picks(kept.uses, live.uses)),
        gone,
        tuple(one for one in then.diagnostics if one.code == _IDLE),
        tuple(one for one in broken if one.span not in lost),
    )


def _slides(use: Use, kept: Grown) -> list[Changed]:
    names = outdated(use)
    live = {one.id: one for one in use.live}
    return [_changed(use, one, live[one.id], kept) for one in use.taken if one.id in names]


def _changed(use: Use, taken: Taken, live: Taken, kept: Grown) -> Changed:
    here = [
        slide
        for slide in kept.outline.deck.slides
        if slide.came and (slide.came.deck, slide.came.slide) == (use.deck, taken.id)
    ]
    fields = [_hiding(one, here) for one in _fields(taken, live)]
    return Changed(
        use.deck,
        taken.id,
        tuple(slide.id for slide in here),
        taken.node,
        live.node,
        tuple(fields),
        (taken.revision, live.revision),
        kept.lang if taken.translated else "",
        use.span,
    )


def _fields(taken: Taken, live: Taken) -> list[Field]:
    """The keys that differ, in the order of the source; then the variables."""
    before, after = (dict(_keys(one.node)) for one in (taken, live))
    found = []
    for key in dict.fromkeys((*after, *before)):
        one, other = before.get(key), after.get(key)
        if one is None or other is None or not same(one, other):
            found.append(Field(key, one, other))
    then, now = (used(one.node, one.variables) for one in (taken, live))
    for name in dict.fromkeys((*then, *now)):
        if then.get(name) != now.get(name):
            one, other = _text(then.get(name)), _text(now.get(name))
            found.append(Field(f"vars.{name}", one, other))
    return found


def _keys(node: Mapping) -> list[tuple[str, Node]]:
    return [(key.text, value) for key, value in node.entries]


def _text(value: str | None) -> Scalar | None:
    return None if value is None else Scalar(value, quoted=True)


def _hiding(field: Field, here: list[Slide]) -> Field:
    """Whether every slide that takes this one says something else in the key's place."""
    paths = [slide.came.overrides for slide in here if slide.came]
    hidden = bool(paths) and all(any(_hides(path, field) for path in own) for own in paths)
    return structs.replace(field, hidden=hidden)


def _hides(path: str, field: Field) -> bool:
    key, _, rest = path.partition(".")
    if key != field.key:
        return False
    if not rest:
        return True
    if rest in EDITS:  # `sub: ~` takes a text away; of a list it takes an item
        return rest == "remove" and isinstance(field.after, Scalar) and key not in _ONE_TEXT
    inner = rest.partition(".")[0]
    others = [_besides(node, inner) for node in (field.before, field.after)]
    return None not in others and others[0] == others[1]


def _besides(node: Node | None, key: str) -> str | None:
    """What a mapping says but for one key."""
    if not isinstance(node, Mapping):
        return None
    return revision(Mapping(tuple((k, v) for k, v in node.entries if k.text != key)))


def _picks(kept: Iterable[Use], live: Iterable[Use]) -> Iterable[Pick]:
    now = {(use.deck, use.pick): {one.id: None for one in use.taken} for use in live}
    for use in kept:
        there = now.get((use.deck, use.pick))
        if not use.many or there is None:
            continue
        before = {one.id: None for one in use.taken}
        gained = tuple(name for name in there if name not in before)
        lost = tuple(name for name in before if name not in there)
        if gained or lost:
            yield Pick(use.deck, use.pick, gained, lost, use.span)


def _made(before: Lock, world: World) -> tuple[tuple[str, bool], ...]:
    now = {name: digest(name, world) for name in before.made}
    return tuple((name, bool(now[name])) for name in now if now[name] != before.made[name])
