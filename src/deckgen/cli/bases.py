"""`deckgen templates add` and `show`: looks made of someone else's PowerPoint file.

In: a .pptx or .potx, or a look's name. Out: `templates/<name>/template.yaml` beside the file, which
is kept as its base; or a description of the look, and a drawing of each of its layouts.
"""

from __future__ import annotations

import os
import re

import click

from deckgen.batch.delivery import why
from deckgen.cli.arguments import Refused, UsageError, printing
from deckgen.cli.printer import Printer, shown
from deckgen.disk import TEMPLATE_FILE, DiskWorld, read, write_atomic
from deckgen.outline.ids import slug
from deckgen.template.base import Base, BaseLayout, Slot
from deckgen.template.load import load
from deckgen.template.model import Template

NAME = re.compile(r"[a-z0-9][a-z0-9-]*\Z")


@click.command()
@click.argument("file", type=click.Path())
@click.argument("name", required=False, default="")
@click.option("--force", is_flag=True, help="Replace a template of that name.")
@printing
def add(printer: Printer, file: str, name: str, force: bool) -> int:
    """Make a look of a .pptx or .potx: templates/NAME/ in this folder.

    Decks that are built with it stand on that file: its masters, layouts, theme and logos.
    """
    name = name or _name(file)
    require_name(name)
    folder = os.path.join("templates", name)
    target = os.path.join(folder, TEMPLATE_FILE)
    if os.path.exists(target) and not force:
        raise Refused(f"deckgen: {target} exists; name another, or type `--force` to make it anew")
    data = read(file)
    if data is None:
        raise UsageError(f"deckgen: {file} is no file that can be read")
    template = _understood(data, name, printer)
    if template is None or template.base is None:
        return 1
    from deckgen.readers.pptx.base.writing import text

    try:
        write_atomic(os.path.join(folder, template.base.file), data)
        for picture, content in _pictures(data, template.base).items():
            write_atomic(os.path.join(folder, picture), content)
        write_atomic(target, text(template).encode())
    except OSError as problem:
        raise Refused(f"deckgen: {folder} can't be written: {why(problem)}") from None
    return _show(name, printer)


def _pictures(data: bytes, base: Base) -> dict[str, bytes]:
    """The file's logos and backgrounds, for the preview and for what is printed."""
    from deckgen.readers.pptx.base.fixtures import name
    from deckgen.readers.pptx.parts import Parts

    wanted = {one.media for layout in base.layouts.values() for one in layout.fixed}
    parts = Parts(data).data
    return {name(part): parts[part] for part in parts if "/" in part and name(part) in wanted}


def require_name(name: str) -> None:
    """Raises UsageError for what can't be a look's name, with the nearest that can."""
    if not NAME.match(name):
        near = slug(name)
        instead = f"; type `{near}`" if near else ""
        said = "a look's name has small letters, digits and hyphens"
        raise UsageError(f"deckgen: `{name}` is no name: {said}{instead}")


def _name(file: str) -> str:
    return slug(os.path.splitext(os.path.basename(file))[0]) or "base"


def _understood(data: bytes, name: str, printer: Printer) -> Template | None:
    from deckgen.readers.pptx.base import read as understand_file
    from deckgen.readers.pptx.base import understand

    file = understand_file(data)
    found = file.diagnostics
    template = None
    if file.value is not None:
        checked = understand(file.value, name)
        template, found = checked.value, found + checked.diagnostics
    printer.findings(found, DiskWorld("."))
    return template


@click.command()
@click.argument("name")
@click.option(
    "--draw", metavar="FOLDER", type=click.Path(),
    help="Draw each layout of its file as SVG into this folder.",
)  # fmt: skip
@printing
def show(printer: Printer, name: str, draw: str | None) -> int:
    """Say what a look is made of; for one on a PowerPoint file, which layout each kind takes."""
    code = _show(name, printer)
    if draw and not code:
        _draw(name, draw, printer)
    return code


def _show(name: str, printer: Printer) -> int:
    world = DiskWorld(".")
    look = load(name, world)
    records = printer.findings(look.diagnostics, world)
    template = look.value
    if template is None:
        return 1
    found = world.template(name)
    lines = [f"{template.name}: {template.description}"]
    if found:
        lines.append(f"  {shown(world.path(found[0]))}")
    if template.base is not None:
        lines += list(_lines(template, template.base))
    printer.result(
        "\n".join(lines),
        name=name,
        path=shown(world.path(found[0])) if found else "",
        layouts=_record(template.base) if template.base else {},
        why=dict(template.base.why) if template.base else {},
        diagnostics=records,
    )
    return 0


def _lines(template: Template, base: Base) -> list[str]:
    wide = max(map(len, base.kinds))
    lines = [
        f"  {base.width / 12_700:g} × {base.height / 12_700:g} points,"
        f" {base.heading} and {base.body}",
        "",
        "kinds of slide and their layouts, tried in turn (`*`: all others):",
    ]
    for kind, names in base.kinds.items():
        rest = ", ".join(base.layouts[name].name for name in names[1:] if name in base.layouts)
        then = f"; else {rest}" if rest else ""
        lines.append(f"  {kind:{wide}}  {base.why.get(kind, names[0])}{then}")
    lines += ["", "layouts:"]
    for key, layout in base.layouts.items():
        lines.append(f"  {layout.name} [{key}], {layout.scheme}, {_room(layout)}")
        lines += [f"    {place:8} {_slot(slot)}" for place, slot in layout.slots.items()]
    if base.unused:
        lines += ["", f"not used: {', '.join(base.unused)}"]
    return lines


def _room(layout: BaseLayout) -> str:
    x, y, w, h = layout.safe
    return f"free from {x:.0f}, {y:.0f}: {w:.0f} × {h:.0f}" if w else "no room beside its own"


def _slot(slot: Slot) -> str:
    x, y, w, h = slot.frame
    first = slot.levels[0]
    return f"{slot.type} {slot.idx} at {x:.0f}, {y:.0f}: {w:.0f} × {h:.0f}, {first.size:g} points"


def _record(base: Base) -> dict[str, object]:
    return {
        key: {"name": layout.name, "slots": {p: s.frame for p, s in layout.slots.items()}}
        for key, layout in base.layouts.items()
    }


def _draw(name: str, folder: str, printer: Printer) -> None:
    from deckgen.readers.pptx.base import read as understand_file
    from deckgen.readers.pptx.base.drawing import drawing
    from deckgen.writers.svg.page import draw

    world = DiskWorld(".")
    template = load(name, world).value
    base = template.base if template else None
    data = world.read(base.file) if base else None
    file = understand_file(data).value if data else None
    if template is None or file is None or data is None:
        raise Refused(f"`{name}` stands on no PowerPoint file; there are no layouts to draw")
    scene = drawing(file, template, data)
    for page in scene.pages:
        path = os.path.join(folder, f"{page.id}.svg")
        write_atomic(path, draw(scene, page).encode())
        printer.message(f"{shown(path)}  {page.name}")
