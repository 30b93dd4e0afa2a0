"""`deckgen explain`: a code → what it means, why it matters, what to do."""

from __future__ import annotations

from fnmatch import fnmatchcase

import click

from deckgen.check.catalogue import AREAS, Entry, entries
from deckgen.check.reference import plain
from deckgen.cli import arguments
from deckgen.cli.arguments import UsageError
from deckgen.cli.printer import Printer
from deckgen.outline.suggest import near


def _codes(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    return [code for code in entries() if code.startswith(typed)]


@click.command()
@click.argument("code", required=False, metavar="[CODE|AREA]", shell_complete=_codes)
@arguments.printing
def command(printer: Printer, code: str | None) -> int:
    """Say what a code means, why it matters, and what to do.

    An area (`lint`) or a pattern (`outline/unknown-*`) lists its codes; without a name, all are
    listed.
    """
    known = entries()
    if code in known:
        printer.result(plain(known[code]), **_record(known[code]))
        return 0
    pattern = f"{code}/*" if code in AREAS else code or "*"
    found = [entry for name, entry in known.items() if fnmatchcase(name, pattern)]
    if not found:
        raise UsageError(_unknown(code or "", known))
    width = max(len(entry.code) for entry in found)
    for entry in found:
        printer.result(f"{entry.code:{width}}  {entry.summary}", **_record(entry))
    return 0


def _unknown(code: str, known: dict[str, Entry]) -> str:
    alike = [name for name in known if name.partition("/")[2] == code]
    word = alike[0] if alike else near(code, known)
    hint = f"did you mean `{word}`?" if word else "`deckgen explain` lists all codes"
    return f"deckgen: there is no code `{code}`\n  {hint}"


def _record(entry: Entry) -> dict[str, object]:
    return {
        "code": entry.code,
        "summary": entry.summary,
        "why": entry.why,
        "fix": entry.fix,
        "mended": entry.mended,
        "example": entry.wrong or None,
    }
