"""Films and sounds in an outline: the keys of both, and whether their files can be played.

In: nodes. Out: `Video` and `Audio` with what their files say of themselves. What must not be here:
reading the formats (that is `film`), placing films.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import structs

from deckgen.base.diagnostics import Origin, Span
from deckgen.film import FilmInfo, inspect
from deckgen.outline import links, model
from deckgen.outline.inline import Link
from deckgen.outline.pictures import Sought, found_at
from deckgen.outline.quantities import FLAG, digits
from deckgen.outline.reader import Reader
from deckgen.outline.records import Field, Record
from deckgen.outline.values import PLAIN, WORDS, Choice, Schema, Type, scalar
from deckgen.syntax.nodes import Mapping, Node, Scalar

HEAVY = 50_000_000  # bytes from which a deck can't be sent by mail any more
MOST = 1_000_000_000  # bytes
_ADDRESS = re.compile(r"https?://", re.I)
_TIME = re.compile(r"(?:(?:(\d+):)?(\d{1,3}):)?(\d+(?:\.\d+)?)\s*s?\Z")
# What PowerPoint plays on every system: H.264 with AAC or MP3.
_COMMON = frozenset(("avc1", "avc3", "mp4a", ".mp3", "sowt", "twos", "mp4v", "tx3g"))
_SOUGHT = {
    "video": Sought("film", "films/wijk.mp4", "show a still: picture: with a photograph"),
    "audio": Sought("sound", "sounds/wijk.mp3", "take the line out"),
}
_CONVERT = {
    "video": "convert it: ffmpeg -i {} -c:v libx264 -pix_fmt yuv420p -c:a aac {}.mp4",
    "audio": "convert it: ffmpeg -i {} -c:a aac {}.m4a",
}


class Times(Type[float]):
    """A moment of a film: seconds, or minutes and seconds."""

    name = "seconds, or minutes:seconds"

    def read(self, node: Node, reader: Reader) -> float | None:
        """See Type.read."""
        typed = scalar(node, reader, "a moment, such as 1:30")
        if typed is None:
            return None
        found = _TIME.match(typed.text.strip())
        if found is None:
            message = f"`{typed.text}` is no moment of a film."
            reader.report("bad-time", message, node.span, "type seconds, 90, or minutes, 1:30")
            return None
        hours, minutes, seconds = found.groups()
        return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds)

    def write(self, value: float) -> Node:
        """See Type.write."""
        return Scalar(digits(value))

    def schema(self) -> Schema:
        """See Type.schema."""
        clock = {"type": "string", "pattern": r"^((\d+:)?\d{1,3}:)?\d+(\.\d+)?s?$"}
        return {"anyOf": [{"type": "number", "minimum": 0}, clock]}


class Trims(Record):
    """What of a film is played."""

    def read(self, node: Node, reader: Reader) -> Any:
        """See Type.read."""
        found = super().read(node, reader)
        if found is not None and found.to and found.to <= found.start:
            hint = "type the later moment behind `to:`"
            reader.report("bad-time", "This ends before it starts.", node.span, hint)
            return None
        return found


TRIM = Trims(
    model.Trim,
    (
        Field("from", Times(), "where it starts", attribute="start"),
        Field("to", Times(), "where it ends"),
    ),
)


def _fields(what: str, still: str) -> tuple[Field, ...]:
    return (
        Field("file", PLAIN, f"the {what}, beside the outline, or an https:// address", True),
        Field("poster", PLAIN, still),
        Field("alt", PLAIN, f"what the {what} shows or says, for those who can't follow it"),
        Field("caption", WORDS, "the words beside it"),
        Field("start", Choice("click", "auto"), "whether it waits for a click or starts by itself"),
        Field("loop", FLAG, "whether it begins again when it ends"),
        Field("mute", FLAG, "whether it plays without sound"),
        Field("trim", TRIM, "the part that is played: {from: 0:12, to: 1:30}"),
    )


class Clips(Record):
    """A film or a sound, with what its file says of itself."""

    def __init__(self, kind: str, of: type[model.Clip], still: str) -> None:
        """`kind` is the key; `still` says what its poster is for."""
        super().__init__(of, _fields(_SOUGHT[kind].what, still), short="file")
        self._kind = kind

    def read(self, node: Node, reader: Reader) -> Any:
        """See Type.read."""
        found = super().read(node, reader)
        if found is None:
            return None
        clip: model.Clip = structs.replace(found, at=Origin(node.span))
        clip = _with_poster(clip, node, reader)
        typed = (node.get("file") if isinstance(node, Mapping) else node) or node
        if _ADDRESS.match(clip.file):
            self._addressed(clip, node, reader)
            return clip
        clip = structs.replace(clip, file=reader.located(clip.file, typed.span))
        return self._looked_at(clip, typed.span, reader)

    def _addressed(self, clip: model.Clip, node: Node, reader: Reader) -> None:
        """A film on the web: it opens there, so nothing here says how it plays."""
        if links.problem(Link(clip.file, 0, self._kind)) is not None:
            typed = (node.get("file") if isinstance(node, Mapping) else node) or node
            message = f"`{clip.file}` is no address that a slide can open."
            reader.report("bad-link", message, typed.span, "type it whole: https://…")
        for key in ("start", "loop", "mute", "trim"):
            value = node.get(key) if isinstance(node, Mapping) else None
            if value is not None:
                reader.report(
                    "no-effect",
                    f"`{key}` has no effect: this {self._kind} opens at its own address.",
                    value.span,
                    "take the line out, or put the file beside the outline",
                    severity="warning",
                )

    def _looked_at(self, clip: model.Clip, span: Span, reader: Reader) -> model.Clip:
        if reader.world is None:
            return clip
        path, problem = found_at(reader.file, clip.file, reader.world, _SOUGHT[self._kind])
        if problem is not None:
            reader.report(problem[0], problem[1], span, problem[2])
            return clip
        size = reader.world.size(path) or 0
        if size > MOST:
            message, hint = f"{clip.file} has {size / 1e9:.1f} GB.", "cut it, or link to it"
            reader.report("film-too-large", message, span, hint)
            return clip
        info = inspect(reader.world.read(path) or b"")
        if not self._played(clip, info, span, reader) or info is None:
            return clip
        if size > HEAVY:
            _heavy(clip.file, size, span, reader)
        clip = structs.replace(
            clip,
            format=info.format,
            width=info.width,
            height=info.height,
            length=info.length,
        )
        return _trimmed(clip, span, reader)

    def _played(self, clip: model.Clip, info: FilmInfo | None, span: Span, reader: Reader) -> bool:
        """Whether a presentation can play it; says why not."""
        file, what = clip.file, _SOUGHT[self._kind].what
        convert = _CONVERT[self._kind].format(file, _new(file))
        if info is None:
            message = f"{file} is no {what}, or it was cut off while it was copied."
            hint = "copy it again; if it plays, " + convert
            reader.report(f"not-a-{what}", message, span, hint)
        elif not info.format:
            message = f"{file} is {info.name}; PowerPoint doesn't play that on every system."
            reader.report("not-playable", message, span, convert)
        elif info.kind != self._kind:
            message = f"{file} has no picture." if self._kind == "video" else f"{file} is a film."
            reader.report("other-media", message, span, f"type `{info.kind}:` instead")
        else:
            _codecs(file, info, (span, convert), reader)
            return True
        return False


def _new(file: str) -> str:
    """The name of a converted file: never the file itself."""
    stem, _, extension = file.rpartition(".")
    return f"{stem}-2" if extension.lower() in ("mp4", "m4a") else stem or file


def _codecs(file: str, info: FilmInfo, said: tuple[Span, str], reader: Reader) -> None:
    odd = [name for name in info.codecs if name not in _COMMON]
    if info.format == "webm" or odd:
        named = "WebM" if info.format == "webm" else f"packed as {odd[0]}"
        reader.report(
            "not-everywhere",
            f"{file} is {named}; browsers play that, PowerPoint only on some systems.",
            said[0],
            said[1],
            severity="warning",
        )


def _heavy(file: str, size: int, span: Span, reader: Reader) -> None:
    reader.report(
        "heavy-film",
        f"{file} has {size / 1e6:.0f} MB, and the deck will have it whole.",
        span,
        "make it lighter: ffmpeg -i … -vf scale=-2:1080 -crf 26 …",
        severity="warning",
    )


def _with_poster(clip: model.Clip, node: Node, reader: Reader) -> model.Clip:
    if not clip.poster or not isinstance(node, Mapping):
        return clip
    span = (node.get("poster") or node).span
    poster = reader.located(clip.poster, span)
    reader.pictures.append((model.Picture(poster), span))
    return structs.replace(clip, poster=poster)


def _trimmed(clip: model.Clip, span: Span, reader: Reader) -> model.Clip:
    trim, long = clip.trim, clip.length / 1000
    if trim is None or (long and max(trim.start, trim.to) <= long):
        return clip
    if not long and not trim.to:
        return clip
    said = f"is {long:.0f} seconds long" if long else "does not say how long it is"
    reader.report(
        "bad-time",
        f"{clip.file} {said}, so it can't be cut like this.",
        span,
        f"type moments up to {long:.0f}" if long else "leave `to:` out, or convert it to MP4",
    )
    return structs.replace(clip, trim=None)


VIDEO = Clips("video", model.Video, "the still that stands there before it plays")
AUDIO = Clips("audio", model.Audio, "the picture that stands there")
