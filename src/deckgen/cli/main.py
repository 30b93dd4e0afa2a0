"""Entry: argv → a command's `run` → exit code (0 clean, 1 findings or failed build, 2 usage).

Each command's module is imported when it is asked for, and `--version` needs none of them, nor
click: start-up time is part of the product.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

from deckgen import __version__

CLEAN, FINDINGS, INTERRUPTED = 0, 1, 130
# Where click's shell completion puts its question.
COMPLETION = "_DECKGEN_COMPLETE"


def main() -> NoReturn:
    """The process: runs the arguments it was started with and ends."""
    # The process is short: collecting garbage is wasted time, and so is taking the objects of
    # 1,000 slides apart at its end (80 ms of 900). All files are closed by then.
    gc.disable()
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe that knows no `é` gets `\xe9`, not a crash.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = run(sys.argv[1:])
    os._exit(_flush() or code)


def _open_streams() -> None:
    """Streams to nowhere for those that were closed before the start (`>&-`, pythonw)."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere


def run(argv: list[str]) -> int:
    """Carry out one command line and give its exit code. Never raises for a user's mistake."""
    if argv and argv[0] in ("--version", "-V"):
        sys.stdout.write(f"deckgen {__version__}\n")
        return CLEAN
    try:
        return _command(argv)
    except KeyboardInterrupt:
        sys.stderr.write("\ndeckgen: stopped\n")
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return FINDINGS
    except OSError as problem:
        if problem.filename is not None:
            return _bug(problem)
        return _unprintable(problem)
    except Exception as bug:
        return _bug(bug)


def _command(argv: list[str]) -> int:
    from click import ClickException

    from deckgen.cli.commands import carry_out, complete, explain

    if COMPLETION in os.environ:
        complete()
    try:
        return carry_out(argv)
    except ClickException as problem:
        sys.stderr.write(f"{explain(problem)}\n")
        return problem.exit_code


def _flush() -> int:
    """Hands on what is still held back; an exit code where that can't be done."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        _silence()
    except OSError as problem:
        return _unprintable(problem)
    return CLEAN


def _unprintable(problem: OSError) -> int:
    _silence()
    sys.stderr.write(f"deckgen: its output can't be written: {problem.strerror or problem}\n")
    return FINDINGS


def _silence() -> None:
    # Whoever read our output has gone; Python would complain again while it shuts down.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(bug: Exception) -> int:
    if os.environ.get("DECKGEN_DEBUG"):
        raise bug
    sys.stderr.write(
        f"deckgen: this should not have happened: {type(bug).__name__}: {bug}\n"
        "  It is a mistake in deckgen, not in your outline. Please report it with the outline\n"
        "  and with what DECKGEN_DEBUG=1 in the environment shows.\n"
    )
    return FINDINGS
