"""`deckgen preview` as a process: where it listens, what it says, how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from deckgen.cli import preview
from deckgen.cli.main import run
from studio.running import OUTLINE, WAIT


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    (tmp_path / "deck.yaml").write_text(OUTLINE, "utf-8")
    return tmp_path


@contextmanager
def previewing(deck: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process, and the address that it printed."""
    command = [sys.executable, "-m", "deckgen", "preview", str(deck), "--no-open", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate(timeout=WAIT)


def test_it_serves_until_it_is_interrupted(deck: Path) -> None:
    with previewing(deck, "--port", "18420") as (process, url):
        assert url.startswith("http://127.0.0.1:184")
        with urlopen(url, timeout=WAIT) as page, urlopen(f"{url}events", timeout=WAIT) as events:
            assert page.status == 200
            assert events.readline().startswith(b"retry:")
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=WAIT)
    assert process.returncode == 0
    assert out == ""
    assert "deck.yaml: 3 slides" in err
    assert "Traceback" not in err
    assert err.endswith("deckgen: preview ended\n")


def test_a_busy_port_is_said(deck: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with previewing(deck, "--port", str(port)) as (process, url):
            assert not url.endswith(f":{port}/")
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=WAIT)
    assert f"port {port} is not free; listening on" in err


def test_what_is_missing_is_said(
    deck: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview, "find_spec", lambda name: None if name == "uvicorn" else name)
    assert run(["preview", str(deck)]) == 1
    said = "deckgen: the preview needs uvicorn; type `pip install 'deckgen[preview]'`\n"
    assert capsys.readouterr().err == said


def test_one_deck_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "deck.yaml").write_text(OUTLINE, "utf-8")
    assert run(["preview", str(tmp_path)]) == 2
    assert "one deck at a time" in capsys.readouterr().err
