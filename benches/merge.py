"""Record merges: throughput a core, memory over 1,000 rows, what a killed run costs.

    python benches/merge.py [--rows 200] [--rounds 5] [--long 1000]

Both lecture decks, with the town, the date and the hall of a row on their covers. In each round,
in turns: a deck built by a process of its own; a merge by one process (`serial`); two such merges
at the same time, which is all that two cores can do; one merge of as many rows by two workers.
Figures are medians of ratios taken within a round, so that other work on the machine hits all of
them alike. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

DECKS = Path("decks")
NAMES = ("big-society", "zuyd-2013")
COVER = '- cover:\n  title: Lezing in {{stad}}\n  sub: "{{datum}}, {{zaal}}"\n  minutes: 1\n'
PROGRAM = str(Path(sys.executable).with_name("deckgen"))
# Compiled modules are kept between runs, as on anybody's machine; some test machines forbid it.
ENVIRONMENT = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
LINEAR, GROWTH = 0.9, 1.15
CORES = 2


class Ran(NamedTuple):
    """A process and those that it started: seconds by the clock, seconds of work."""

    seconds: float
    worked: float


def main() -> int:
    """Measure, print, judge."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--rows", type=int, default=200)
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--long", type=int, default=1000)
    order = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="deckgen-bench-") as folder:
        here = Path(folder)
        furnish(here)
        missed = [throughput(here, name, order.rows, order.rounds) for name in NAMES]
        missed += [memory(here, order.long), resumed(here, order.rows)]
    return int(any(missed))


def furnish(here: Path) -> None:
    """The decks, each with a cover that wants a row."""
    for name in NAMES:
        shutil.copytree(DECKS / name, here / name)
        outline = here / name / "deck.yaml"
        text = outline.read_text("utf-8")
        outline.write_text(text.replace("\nslides:\n", f"\nslides:\n\n{COVER}", 1), "utf-8")


def venues(here: Path, rows: int, name: str = "venues") -> Path:
    """A file of rows."""
    file = here / f"{name}-{rows}.csv"
    lines = [f"Plaats {n:04d},{1 + n % 28} maart 2026,Zaal {n % 7}" for n in range(rows)]
    file.write_text("\n".join(["stad,datum,zaal", *lines, ""]), "utf-8")
    return file


def command(here: Path, name: str, rows: int, *more: str) -> list[str]:
    """A merge into a folder that is not there yet."""
    target = tempfile.mkdtemp(prefix="out-", dir=here)
    words = ["build", str(here / name), "--data", str(venues(here, rows)), "-o", target]
    return [PROGRAM, *words, *more]


def ran(*commands: list[str]) -> Ran:
    """Processes that start at the same time, until the last of them is done."""
    started = time.perf_counter()
    running = [
        subprocess.Popen(one, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                         env=ENVIRONMENT)
        for one in commands
    ]  # fmt: skip
    worked = 0.0
    for process, words in zip(running, commands, strict=True):
        _, status, usage = os.wait4(process.pid, 0)
        worked += usage.ru_utime + usage.ru_stime
        if status:
            sys.exit(f"{' '.join(words)} failed")
    seconds = time.perf_counter() - started
    for words in commands:
        shutil.rmtree(words[words.index("-o") + 1], ignore_errors=True)
    return Ran(seconds, worked)


def throughput(here: Path, name: str, rows: int, rounds: int) -> bool:
    """Whether two workers do less than nine tenths of what two cores can."""
    values = ["--set", "stad=Heerlen", "--set", "datum=nu", "--set", "zaal=A"]
    lone = [PROGRAM, "build", str(here / name), "-o", str(here / "one.pptx"), *values]
    half = rows // CORES
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        alone = ran(lone)
        serial = ran(command(here, name, rows, "--executor", "serial"))
        both = ran(*(command(here, name, half, "--executor", "serial") for _ in range(CORES)))
        two = ran(command(here, name, rows, "--jobs", str(CORES)))
        for what, value in (
            ("alone", alone.seconds),
            ("serial", serial.seconds / rows),
            ("two", two.seconds / rows),
            ("processes", alone.seconds * rows / two.seconds / CORES),
            ("linear", serial.seconds / two.seconds / CORES),
            ("cores", both.seconds / two.seconds),
            ("work", serial.worked / two.worked),
        ):
            found.setdefault(what, []).append(value)
    middle = {what: statistics.median(values) for what, values in found.items()}
    print(f"{name}, {rows} rows, {rounds} rounds, medians")
    print(f"  a deck by a process of its own       {middle['alone'] * 1e3:6.0f} ms")
    print(f"  a deck of a merge, one process       {middle['serial'] * 1e3:6.1f} ms")
    print(f"  a deck of a merge, two workers       {middle['two'] * 1e3:6.1f} ms")
    print(f"  a core, against a process a deck     {middle['processes']:6.2f} x")
    print(f"  of linear, against one process       {middle['linear']:6.2f}")
    print(f"  of two merges at the same time       {middle['cores']:6.2f}")
    print(f"  processor time a deck, one : two     {middle['work']:6.2f}")
    # Where others use the cores, two processes don't get two: then the fourth figure tells.
    return max(middle["linear"], middle["cores"]) < LINEAR


def memory(here: Path, rows: int) -> bool:
    """Whether a process grows with the rows."""
    peaks = {many: peak(command(here, NAMES[0], many, "--jobs", "2")) for many in (100, rows)}
    for many, (parent, worker) in peaks.items():
        print(f"memory, {many} rows: {parent:.0f} MiB, the larger worker {worker:.0f} MiB")
    (parent, worker), (later, grown) = peaks.values()
    return later > GROWTH * parent or grown > GROWTH * worker


def peak(words: list[str]) -> tuple[float, float]:
    """The most memory of a process, and of the largest that it started, in MiB."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    parent = worker = 0.0
    while process.poll() is None:
        parent = max(parent, held(process.pid))
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        listed = children.read_text().split() if children.exists() else []
        worker = max([worker, *(held(int(child)) for child in listed)])
        time.sleep(0.05)
    shutil.rmtree(words[words.index("-o") + 1], ignore_errors=True)
    return parent, worker


def held(process: int) -> float:
    """The most memory that a process has had so far, in MiB."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM 0 kB")
    return int(line.split()[1]) / 1024


def resumed(here: Path, rows: int) -> bool:
    """Whether anything is built again after a run was killed in the middle."""
    words = command(here, NAMES[0], rows, "--jobs", "2")
    target = Path(words[words.index("-o") + 1])
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    while len(list(target.glob("*.pptx"))) < rows // 2:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = {one.name: one.stat().st_mtime_ns for one in target.glob("*.pptx")}
    started = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    seconds = time.perf_counter() - started
    again = [name for name, at in done.items() if (target / name).stat().st_mtime_ns != at]
    print(
        f"killed after {len(done)} of {rows}: {len(again)} written again, rest in {seconds:.1f} s"
    )
    started = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    print(f"nothing to do: {rows} rows looked at in {time.perf_counter() - started:.2f} s")
    return len(again) > 1


if __name__ == "__main__":
    sys.exit(main())
