"""Whether pictures keep the proportions that they came with.

In: a Talk with pages. Out: findings. Whether they have enough pixels is the layout's business
(`layout/low-resolution`): it has the file as it came.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.image import ImageInfo, inspect
from deckgen.lint.limits import DISTORTED
from deckgen.lint.rule import Found, Rule
from deckgen.lint.talk import Sheet, Talk
from deckgen.scene import model as scene

VECTORS = (".svg", ".emf", ".wmf")


def _photos(talk: Talk) -> Iterator[tuple[Sheet, scene.Picture, ImageInfo]]:
    blobs = talk.scene.blobs if talk.scene else {}
    known: dict[str, ImageInfo | None] = {}
    for sheet in talk.sheets:
        for item in sheet.items:
            if not isinstance(item, scene.Picture) or item.blob not in blobs:
                continue
            if item.blob not in known:
                vector = item.blob.endswith(VECTORS)
                known[item.blob] = None if vector else inspect(blobs[item.blob])
            info = known[item.blob]
            if info is not None:
                yield sheet, item, info


def _seen(picture: scene.Picture, info: ImageInfo) -> tuple[float, float]:
    """The pixels across and down that the crop leaves."""
    left, top, right, bottom = picture.crop
    return info.width * (1 - left - right), info.height * (1 - top - bottom)


def distorted(talk: Talk) -> Iterator[Found]:
    """Pictures that are wider or higher than they came."""
    for sheet, picture, info in _photos(talk):
        across, down = _seen(picture, info)
        shape = across / max(down, 1) * picture.frame.cy / max(picture.frame.cx, 1)
        if abs(shape - 1) > DISTORTED:
            message = f"{sheet.name}: a picture is distorted by {abs(shape - 1):.0%}"
            yield Found(message, picture.at.span or sheet.span)


RULES = (
    Rule(
        "lint/distorted-picture",
        "error",
        "A picture is stretched.",
        "Faces get wider, circles get flat.",
        "let it be cropped; `focus` says what must stay visible",
        "scene",
        distorted,
    ),
)
