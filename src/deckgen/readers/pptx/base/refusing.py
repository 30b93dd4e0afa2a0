"""Bytes that are no base → the sentence that says what they are and what to do.

In: bytes. Out: a reason, empty where the bytes may be a PowerPoint file. Nothing is unpacked.
"""

from __future__ import annotations

import io
import zipfile

# A compound file (MS-CFB 2.2): what Office wrote until 2003, and what holds an encrypted package.
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_STRICT = "http://purl.oclc.org/ooxml/"
MOST = 1 << 30  # bytes that a file may unpack to; PowerPoint's own limit for media is near this
SAVE = "save it in PowerPoint as .pptx or .potx"
_OTHERS = (
    ("word/", "this is a Word document, not a presentation"),
    ("xl/", "this is an Excel workbook, not a presentation"),
    ("Index/", f"this is a Keynote presentation; export it to PowerPoint, or {SAVE}"),
    ("Index.zip", f"this is a Keynote presentation; export it to PowerPoint, or {SAVE}"),
    ("theme/themeManager", "this is a theme without slide layouts in place; make a presentation"
     f" with it, then {SAVE}"),
    ("content.xml", f"this is an OpenDocument presentation; {SAVE}"),
)  # fmt: skip


def reason(data: bytes) -> str:
    """Why these bytes can't be read at all."""
    if not data:
        return "this file is empty"
    if data.startswith(_COMPOUND):
        return _compound(data)
    if not data.startswith(b"PK"):
        return f"this is no PowerPoint file; {SAVE}"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _packed(archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "this file is cut off or damaged; copy or download it again"


def _compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            "this file is protected with a password or by an organisation's rights; open it in"
            " PowerPoint, take the protection off (File, Info, Protect Presentation) and save it"
        )
    if "PowerPoint Document".encode("utf-16-le") in data:
        return f"this is a presentation of PowerPoint 97 to 2003 (.ppt, .pot); {SAVE}"
    return f"this is no PowerPoint file; {SAVE}"


def _packed(entries: list[zipfile.ZipInfo]) -> str:
    if any(one.flag_bits & 1 for one in entries):
        return "this file is encrypted; save it without a password"
    size = sum(one.file_size for one in entries)
    if size > MOST:
        return (
            f"this file unpacks to {size >> 20} MB, more than the {MOST >> 20} MB that are read;"
            " take videos and examples out of it"
        )
    names = [one.filename for one in entries]
    if any(name.startswith("ppt/") for name in names):
        return ""
    return next((why for start, why in _OTHERS if any(n.startswith(start) for n in names)), "")


def strict(tag: str) -> str:
    """Why a main part can't be read, by its root element's name."""
    if tag.startswith("{" + _STRICT):
        return f"this file is saved as Strict Open XML; {SAVE} (not as a strict one)"
    return f"this is no PowerPoint file; {SAVE}"
