"""Films and sounds → elements that play where their stills are drawn.

In: Pictures with media, the Scene's blobs. Out: a `foreignObject` with the file as data; the same
file is in the page once. Not here: when a film starts (films.js), its still.
"""

from __future__ import annotations

from base64 import b64encode

from deckgen.scene.model import Media, Picture
from deckgen.writers.svg.markup import pt, text

MOST = 64_000_000  # bytes; what is larger stays a still, for a browser has to hold the whole page
_TYPES = {
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/mp4",  # the same boxes; browsers play it under this name
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
}


class Films:
    """The films of one page of HTML."""

    def __init__(self, blobs: dict[str, bytes]) -> None:
        """`blobs` are the Scene's."""
        self._blobs = blobs
        self._known: dict[str, str] = {}

    def player(self, item: Picture, drawn: str) -> str:
        """What plays a film, over `drawn`; that alone where it is too large."""
        media = item.media
        assert media is not None
        data = self._blobs[media.blob]
        if len(data) > MOST:
            return drawn
        frame = item.frame
        place = (
            f'x="{pt(frame.x)}" y="{pt(frame.y)}" width="{pt(frame.cx)}" height="{pt(frame.cy)}"'
        )
        source = self._source(media.blob, data)
        return (
            f"{drawn}<foreignObject {place}><{media.kind} xmlns='http://www.w3.org/1999/xhtml' "
            f'class="film" controls preload="none" playsinline{_options(media)}'
            f' aria-label="{text(item.alt)}" {source}></{media.kind}></foreignObject>'
        )

    def _source(self, blob: str, data: bytes) -> str:
        known = self._known.get(blob)
        if known is not None:
            return f'data-same="{known}"'
        name = self._known[blob] = f"film-{len(self._known) + 1}"
        kind = _TYPES[blob.rpartition(".")[2]]
        return f'id="{name}" src="data:{kind};base64,{b64encode(data).decode()}"'


def _options(media: Media) -> str:
    start, end = media.trim
    found = " loop" * media.loop + " muted" * media.mute + ' data-auto=""' * media.auto
    found += f' data-from="{start / 1000:g}"' * bool(start)
    return found + f' data-to="{(media.length - end) / 1000:g}"' * bool(end)
