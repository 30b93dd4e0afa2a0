"""What several commands let a person type, and the errors for what can't be carried out.

In: a command's function. Out: the same with options, and a printer of its own. Only declarations:
nothing is carried out here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import click

from deckgen.cli.printer import Printer

Typed = ParamSpec("Typed")


class UsageError(click.ClickException):
    """The command line can't be carried out as typed. Its message is what the person reads."""

    exit_code = 2


class Refused(click.ClickException):
    """What was typed is clear, but can't be done here. Its message is what the person reads."""

    exit_code = 1


def printing(run: Callable[Concatenate[Printer, Typed], int]) -> Callable[..., int]:
    """Adds `--json`; the command gets the printer that prints so, and gives its exit code."""

    @click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
    @wraps(run)
    def carry_out(*words: Typed.args, **typed: Typed.kwargs) -> int:
        as_json = bool(typed.pop("as_json"))
        printer = Printer(click.get_current_context().info_name or "", as_json)
        code = run(printer, *words, **typed)
        printer.close()
        return code

    return carry_out


def wanting(run: Callable[..., int]) -> Callable[..., int]:
    """Adds which form of a talk is wanted; the command gets it as `wanted`."""

    @click.option("--variant", metavar="NAME", help="The form of the talk below `variants:`.")
    @click.option("--lang", metavar="TAG", help="The language, as far as the talk is translated.")
    @click.option(
        "--minutes", type=click.FloatRange(0.1, 1440), metavar="N",
        help="The time there is: the slides that matter least are left out.",
    )  # fmt: skip
    @click.option(
        "--set", "values", metavar="NAME=VALUE", multiple=True, help="The value of a variable."
    )
    @wraps(run)
    def carry_out(*words: Any, **typed: Any) -> int:
        from deckgen.remix.variants import Wanted

        wanted = Wanted(
            _form(typed.pop("variant") or ""),
            typed.pop("lang") or "",
            tuple(_pair(one) for one in typed.pop("values")),
            typed.pop("minutes"),
        )
        return run(*words, **typed, wanted=wanted)

    return carry_out


def _form(typed: str) -> str:
    """The name of a variant; several at once are more than one talk."""
    if "," in typed:
        first = typed.split(",", maxsplit=1)[0].strip()
        raise UsageError(
            f"deckgen: --variant {typed}: name one form, for example `--variant {first}`\n"
            "  `deckgen build` and `deckgen check` make or check all: `--all-variants`"
        )
    return typed


def _pair(typed: str) -> tuple[str, str]:
    name, sign, value = typed.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"deckgen: --set {typed}: type a name, `=` and its value")
    return name.strip(), value.strip()


def looks_like(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """The looks within reach that a shell may complete a word to."""
    from deckgen.disk import DiskWorld

    return [name for name in DiskWorld(".").templates() if name.startswith(typed)]


# An outline, or a folder with deck.yaml in it; none means the deck of this folder. The type is for
# the shell, which completes paths; whether they are there is `places`' to say.
outlines = click.argument("outlines", nargs=-1, metavar="[OUTLINE|FOLDER]...", type=click.Path())
template = click.option(
    "-t", "--template", metavar="NAME", shell_complete=looks_like,
    help="The look, whatever the outline says.",
)  # fmt: skip
all_variants = click.option(
    "--all-variants", is_flag=True, help="The talk as a whole, and each of its forms."
)
