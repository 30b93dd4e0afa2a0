"""Pictures → files beside the source, and code that places them.

In: Pictures and the Scene's blobs. Out: code, and the files that it names. typst takes only text
beside its source, so a picture goes in as an SVG that holds it as base64: 15 ms for 2 MB, where an
array of numbers takes 700. A JPEG's bytes go into the PDF as they are, an SVG stays a drawing.
"""

from __future__ import annotations

from base64 import b64encode

from deckgen.image import inspect
from deckgen.scene.model import Picture
from deckgen.writers.typst.syntax import length, string

_NOTHING = ""


class Pictures:
    """The pictures of one document."""

    def __init__(self, blobs: dict[str, bytes]) -> None:
        """`blobs` are the Scene's."""
        self._blobs = blobs
        self.files: dict[str, bytes] = {}

    def place(self, item: Picture) -> str:
        """A picture, cropped by its frame; nothing for an empty slot, as a slide show has it."""
        if not item.blob:
            return _NOTHING
        left, top, right, bottom = item.crop
        frame = item.frame
        wide = frame.cx / (1 - left - right)
        high = frame.cy / (1 - top - bottom)
        # A picture always says what it is; the PDF standard wants something said.
        alt = string(item.alt or item.name)
        image = (
            f"image({string(self._file(item.vector or item.blob))}, width: {length(wide)}, "
            f'height: {length(high)}, fit: "stretch", alt: {alt})'
        )
        if any(item.crop):
            away = f"dx: {length(-left * wide)}, dy: {length(-top * high)}"
            size = f"width: {length(frame.cx)}, height: {length(frame.cy)}"
            image = f"box({size}, clip: true, place(top + left, {away}, {image}))"
        return f"place(top + left, dx: {length(frame.x)}, dy: {length(frame.y)}, {image})\n"

    def _file(self, blob: str) -> str:
        if blob.endswith(".svg"):
            self.files[blob] = self._blobs[blob]
            return blob
        name = f"{blob}.svg"
        if name not in self.files:
            self.files[name] = _wrapped(self._blobs[blob])
        return name


def _wrapped(data: bytes) -> bytes:
    info = inspect(data)
    kind, width, height = (info.format, info.width, info.height) if info else ("png", 1, 1)
    size = f'width="{width}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}>'
    head += f'<image {size} preserveAspectRatio="none" href="data:image/{kind};base64,'
    return head.encode() + b64encode(data) + b'"/></svg>'
