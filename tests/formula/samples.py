"""Formulas of many fields; each must come through every writer."""

from pathlib import Path

LINES = (Path(__file__).parent / "samples.txt").read_text("utf-8").splitlines()
SAMPLES = dict(line.split(": ", 1) for line in LINES)
