"""A template on someone else's file: is the file there, and can its typefaces be measured?

In: a Template with a base, where it was found. Out: the same with the file's path, and findings.
What is inside the file is not looked at here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.template.base import Base
from deckgen.template.model import ASPECTS, Template
from deckgen.text.fonts import known
from deckgen.text.substitutes import substitute
from deckgen.world import World


def on_file(template: Template, base: Base, path: str, world: World) -> Checked[Template | None]:
    """The template, ready for a build."""
    folder, slash, _ = path.rpartition("/")
    file = f"{folder}{slash}{base.file}"
    findings = (*_unknown(base), *_faces(base))
    data = world.read(file)
    hint = "add it again: `deckgen templates add corporate.pptx`"
    if data is None:
        message = f"the template `{template.name}` lacks the file it stands on, {base.file}"
        findings = (*findings, Diagnostic("template/base-missing", message, hints=(hint,)))
    elif not zipfile.is_zipfile(io.BytesIO(data)):
        message = f"the file that `{template.name}` stands on, {base.file}, is no PowerPoint file"
        findings = (*findings, Diagnostic("template/base-missing", message, hints=(hint,)))
    failed = any(one.severity == "error" for one in findings)
    ready = replace(template, base=replace(base, file=file))
    return Checked(None if failed else ready, findings)


def _unknown(base: Base) -> Iterator[Diagnostic]:
    """Layouts that kinds name and the base has not."""
    hint = f"the layouts are: {', '.join(base.layouts)}"
    for kind, names in base.kinds.items():
        for name in names:
            if name not in base.layouts:
                message = f"`base.kinds.{kind}` names the layout `{name}`, which is not there"
                yield Diagnostic("template/base-layout", message, hints=(hint,))
    if not base.kinds.get("*"):
        message = "`base.kinds` needs `*`, the layouts of every kind that is not named"
        yield Diagnostic("template/base-layout", message, hints=(hint,))


def _faces(base: Base) -> Iterator[Diagnostic]:
    """Typefaces without a metric twin: measured with another, wider."""
    slots = [slot for layout in base.layouts.values() for slot in layout.slots.values()]
    own = (level.face for slot in slots for level in slot.levels)
    for face in dict.fromkeys((base.heading, base.body, *own)):
        if face and not known(face):
            like = substitute(face)
            yield Diagnostic(
                "template/font-measured-as",
                f"the typeface `{face}` is measured as {like.typeface},"
                f" {round((like.width - 1) * 100)} % wider",
                severity="note",
            )


def other_form(template: Template, aspect: str) -> tuple[Diagnostic, ...]:
    """What is said of a deck that wants another form of page than its base has."""
    base, wide = template.base, ASPECTS.get(aspect)
    if base is None or wide is None or abs(wide - template.width) < 1:
        return ()
    own = f"{base.width / 12_700:g} × {base.height / 12_700:g} points"
    message = f"`aspect: {aspect}` changes nothing: slides on `{template.name}` are {own}, its own"
    hint = "leave `aspect` out, or add the organisation's template of that form"
    return (Diagnostic("template/base-aspect", message, hints=(hint,), severity="note"),)
