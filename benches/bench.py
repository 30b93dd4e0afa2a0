"""`make bench`: whole processes, start-up included, as ratios to a plain python-pptx script.

Measures the 40-slide lecture and generated decks of 500 and 1,000 slides, peak memory, and
`deckgen --version`; PptxGenJS too where node and npm are there. Everything is measured in
turns in one run, so that the machine's moods hit all alike. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import generate

HERE = Path(__file__).parent
LECTURE = Path("decks/big-society/deck.yaml")
NODE_HOME = Path("build/bench-node")
# Compiled modules are kept between runs, as on anybody's machine; some test machines forbid it.
ENVIRONMENT = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
# The bars, from the outcome that the project set itself.
SHORT_RATIO, LONG_RATIO, MOST_MEBIBYTES, VERSION_SECONDS, GROWTH = 1.0, 0.25, 150, 0.1, 2.3

Command = list[str]


class Run(NamedTuple):
    """One process: seconds by the wall clock, peak resident memory in MiB."""

    seconds: float
    mebibytes: float


class Figures(NamedTuple):
    """A command's medians over its runs."""

    seconds: float
    mebibytes: float


def once(command: Command, folder: Path) -> Run:
    """Run a process to its end; stops the benchmark when it fails."""
    started = time.perf_counter()
    with open(folder / "output.txt", "wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status != 0:
        sys.exit(f"{' '.join(command)} failed:\n{(folder / 'output.txt').read_text()}")
    return Run(seconds, usage.ru_maxrss / 1024)


def in_turns(commands: dict[str, Command], rounds: int, folder: Path) -> dict[str, Figures]:
    """Each command's medians, all run in turns."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            measured = once(command, folder)
            if number:  # the first round warms the disk's cache
                runs[name].append(measured)
    return {
        name: Figures(
            statistics.median(run.seconds for run in measured),
            max(run.mebibytes for run in measured),
        )
        for name, measured in runs.items()
    }


def commands(name: str, outline: Path, folder: Path, node: Path | None) -> dict[str, Command]:
    """The rivals for one deck. The text for the plain scripts is taken from our own file."""
    program = str(Path(sys.executable).with_name("deckgen"))
    ours = folder / f"{name}.pptx"
    build = [program, "build", str(outline), "-o", str(ours), "--force"]
    once(build, folder)
    text = folder / f"{name}.json"
    once([sys.executable, str(HERE / "texts.py"), str(ours), str(text)], folder)
    script = [sys.executable, str(HERE / "plain.py"), str(text), str(folder / "plain.pptx")]
    rivals = {"deckgen": build, "python-pptx": script}
    if node:
        target = str((folder / "node.pptx").resolve())
        rivals["PptxGenJS"] = ["node", str(node / "plain.mjs"), str(text.resolve()), target]
    return rivals


def node_home() -> Path | None:
    """A folder with PptxGenJS installed, or None where that can't be had."""
    if not (shutil.which("node") and shutil.which("npm")):
        return None
    home = NODE_HOME.resolve()
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "plain.mjs", home)
    if not (home / "node_modules" / "pptxgenjs").exists():
        install = ["npm", "install", "--no-audit", "--no-fund", "--silent", "pptxgenjs@4"]
        done = subprocess.run(install, cwd=home, capture_output=True, check=False)
        if done.returncode:
            return None
    return home


def show(title: str, figures: dict[str, Figures]) -> None:
    """A small table: seconds, ratio to the plain script, memory."""
    print(f"\n{title}")
    measure = figures.get("python-pptx")
    for name, figure in figures.items():
        ratio = f"{figure.seconds / measure.seconds:6.2f} ×" if measure else ""
        print(f"  {name:12} {figure.seconds:7.3f} s {ratio} {figure.mebibytes:6.0f} MiB")


def bar(what: str, value: float, most: float, unit: str = "") -> bool:
    """Print whether a bar was cleared."""
    print(
        f"  {'ok  ' if value <= most else 'MISS'} {what}: {value:.2f}{unit}, {most}{unit} at most"
    )
    return value <= most


def decks(folder: Path) -> dict[str, tuple[str, Path, int]]:
    """What is built: a title, the outline, and how many times."""
    made = {"lecture": ("the 40-slide lecture", LECTURE, 9)}
    for name, count, notes in (("500", 500, True), ("1000", 1000, True), ("bare", 1000, False)):
        outline = folder / f"{name}.yaml"
        outline.write_text(generate.outline(count, notes), "utf-8")
        made[name] = (f"{count} slides{'' if notes else ' without notes'}", outline, 3)
    return made


def main() -> int:
    """Measure everything and judge it."""
    with tempfile.TemporaryDirectory(prefix="deckgen-bench-") as name:
        folder = Path(name)
        node = node_home()
        figures = {}
        for deck, (title, outline, rounds) in decks(folder).items():
            figures[deck] = in_turns(commands(deck, outline, folder, node), rounds, folder)
            show(title, figures[deck])
        version = [str(Path(sys.executable).with_name("deckgen")), "--version"]
        start = in_turns({"--version": version}, 9, folder)
        show("start-up", start)
    return judge(figures, start["--version"].seconds)


def judge(figures: dict[str, dict[str, Figures]], start: float) -> int:
    """Compare with the bars; 1 when one is missed."""
    ours = {deck: found["deckgen"] for deck, found in figures.items()}
    plain = {deck: found["python-pptx"] for deck, found in figures.items()}
    growth = (ours["1000"].seconds - start) / (ours["500"].seconds - start)
    print("\nbars")
    cleared = [
        bar("40 slides", ours["lecture"].seconds / plain["lecture"].seconds, SHORT_RATIO, " ×"),
        bar("1,000 slides", ours["1000"].seconds / plain["1000"].seconds, LONG_RATIO, " ×"),
        bar("1,000 over 500 slides", growth, GROWTH, " ×"),
        bar("peak memory", max(one.mebibytes for one in ours.values()), MOST_MEBIBYTES, " MiB"),
        bar("--version", start, VERSION_SECONDS, " s"),
    ]
    return 0 if all(cleared) else 1


if __name__ == "__main__":
    sys.exit(main())
