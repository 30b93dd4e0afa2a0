"""What is known of a film or a sound without playing it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class FilmInfo(Struct, frozen=True):
    """What a file is. `width` and `height` in pixels as it is shown; 0 where nobody knows.

    `format` is the extension that it goes into a presentation under; empty for what is known and
    not played there, which `name` then calls by its name. `length` is in milliseconds.
    """

    format: str  # "mp4", "m4v", "mov", "webm", "mp3", "m4a", "wav", ""
    kind: Literal["video", "audio"]
    name: str = ""
    width: int = 0
    height: int = 0
    length: int = 0
    codecs: tuple[str, ...] = ()  # as the file has them, e.g. "avc1", "V_VP9"
