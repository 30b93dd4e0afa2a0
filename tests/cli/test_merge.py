"""`deckgen build --data`: a deck for each row."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]
TALK = """\
title: Lezing in {{stad}}
template: plain
lang: nl-NL
vars: {zaal: de zaal}
variants:
  kort: {minutes: 1}
slides:
- cover:
  title: Welkom in {{stad}}
  sub: "{{datum}}, {{zaal}}"
- title: Wat een straat nodig heeft
  points: [Een bank, Iemand die naar buiten kijkt]
  minutes: 4
"""
VENUES = "stad,datum,zaal\nHeerlen,12 maart,Pancratius\nDen Haag,3 april,\nGent,1 mei,Zaal 2\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("talk").mkdir()
    Path("talk/deck.yaml").write_text(TALK, "utf-8")
    Path("venues.csv").write_text(VENUES, "utf-8")
    return tmp_path


def merged(capsys: Captured, *more: str, code: int = 0) -> dict[str, Any]:
    """What a merge says of itself as JSON."""
    words = ["build", "talk", "--data", "venues.csv", "-o", "out", "--executor", "serial"]
    assert run([*words, "--json", *more]) == code
    (record,) = json.loads(capsys.readouterr().out)["results"]
    return record


def counts(record: dict[str, Any]) -> tuple[int, int, int]:
    return record["built"], record["unchanged"], record["failed"]


def codes(record: dict[str, Any]) -> list[str]:
    return [one["code"] for one in record["diagnostics"]]


def words(path: str) -> str:
    cover = Presentation(path).slides[0]
    return "\n".join(shape.text_frame.text for shape in cover.shapes if shape.has_text_frame)


def test_a_row_is_a_deck(capsys: Captured) -> None:
    assert run(["build", "talk", "--data", "venues.csv"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("talk/talk-venues/  3 built in ")
    assert captured.err == ""
    folder = Path("talk/talk-venues")
    assert sorted(one.name for one in folder.glob("*.pptx")) == [
        "den-haag.pptx", "gent.pptx", "heerlen.pptx",
    ]  # fmt: skip
    assert "Welkom in Heerlen" in words("talk/talk-venues/heerlen.pptx")
    assert "12 maart, Pancratius" in words("talk/talk-venues/heerlen.pptx")
    assert "3 april, de zaal" in words("talk/talk-venues/den-haag.pptx")


def test_a_merged_deck_is_the_one_that_a_build_gives(capsys: Captured) -> None:
    merged(capsys)
    values = ["--set", "stad=Gent", "--set", "datum=1 mei", "--set", "zaal=Zaal 2"]
    assert run(["build", "talk", "-o", "one.pptx", *values]) == 0
    assert Path("one.pptx").read_bytes() == Path("out/gent.pptx").read_bytes()


def test_the_name_of_a_deck_is_made_of_its_row(capsys: Captured) -> None:
    merged(capsys, "-o", "out/{{datum}}/lezing-{{stad}}.pptx")
    assert Path("out/3-april/lezing-den-haag.pptx").is_file()
    assert Path("out/.deck.merge.jsonl").is_file()


def test_columns_choose_form_look_and_name(capsys: Captured) -> None:
    Path("venues.csv").write_text(
        "stad,datum,variant,template,output\nGent,nu,kort,contrast,zuid/a\nHeerlen,nu,,,b\n"
    )
    record = merged(capsys)
    slides = {one["output"]: one["slides"] for one in record["decks"]}
    assert slides == {"out/zuid/a.pptx": 1, "out/b.pptx": 2}


def test_what_is_done_is_not_done_again(capsys: Captured) -> None:
    assert counts(merged(capsys)) == (3, 0, 0)
    stamps = {one: one.stat().st_mtime_ns for one in Path("out").iterdir()}
    assert counts(merged(capsys)) == (0, 3, 0)
    assert {one: one.stat().st_mtime_ns for one in Path("out").iterdir()} == stamps
    assert counts(merged(capsys, "--force")) == (3, 0, 0)


def test_only_what_changed_is_built(capsys: Captured) -> None:
    merged(capsys)
    Path("venues.csv").write_text(VENUES.replace("1 mei", "2 mei") + "Luik,9 mei,\n")
    assert counts(merged(capsys)) == (2, 2, 0)
    Path("out/heerlen.pptx").unlink()
    assert counts(merged(capsys)) == (1, 3, 0)
    Path("talk/deck.yaml").write_text(TALK.replace("Een bank", "Een boom"), "utf-8")
    assert counts(merged(capsys)) == (4, 0, 0)
    # A column that no text uses makes no other deck.
    Path("venues.csv").write_text("stad,datum,zaal,mail\nGent,2 mei,Zaal 2,a@b.nl\n")
    assert counts(merged(capsys)) == (0, 1, 0)


def test_a_look_within_reach_that_changes_makes_other_decks(capsys: Captured) -> None:
    plain = Path(__file__).parents[2] / "templates" / "plain" / "template.yaml"
    look = Path("talk/templates/plain/template.yaml")
    merged(capsys)
    look.parent.mkdir(parents=True)
    look.write_text(plain.read_text("utf-8"), "utf-8")
    assert counts(merged(capsys)) == (3, 0, 0)
    assert counts(merged(capsys)) == (0, 3, 0)


def test_a_picture_is_part_of_the_decks_that_show_it(capsys: Captured) -> None:
    from PIL import Image

    Path("talk/images").mkdir()
    for name in ("heerlen", "den-haag", "gent"):
        Image.new("RGB", (1600, 900), "teal").save(f"talk/images/{name}.jpg")
    picture = "- picture: {file: 'images/{{foto}}.jpg', alt: een plein}\n"
    Path("talk/deck.yaml").write_text(TALK + picture, "utf-8")
    rows = "stad,datum,foto\nHeerlen,nu,heerlen\nDen Haag,nu,den-haag\nGent,nu,gent\n"
    Path("venues.csv").write_text(rows)
    assert counts(merged(capsys)) == (3, 0, 0)
    Image.new("RGB", (1600, 900), "navy").save("talk/images/gent.jpg")
    assert counts(merged(capsys)) == (1, 2, 0)
    Path("talk/images/gent.jpg").unlink()
    record = merged(capsys, code=1)
    assert counts(record) == (0, 2, 1)
    assert codes(record) == ["outline/missing-file"]
    assert "(row 3)" in record["diagnostics"][0]["message"]


def test_a_persons_edits_are_not_overwritten(capsys: Captured) -> None:
    merged(capsys)
    deck = Presentation("out/gent.pptx")
    deck.slides[0].shapes.title.text = "Van mij"
    deck.save("out/gent.pptx")
    Path("talk/deck.yaml").write_text(TALK.replace("Een bank", "Een boom"), "utf-8")
    record = merged(capsys, code=1)
    assert counts(record) == (2, 0, 1)
    assert codes(record) == ["build/changed-by-hand"]
    assert "Van mij" in words("out/gent.pptx")
    assert counts(merged(capsys, "--force")) == (3, 0, 0)
    assert "Van mij" not in words("out/gent.pptx")


def test_one_failure_does_not_stop_the_rest(capsys: Captured) -> None:
    rows = "stad,datum,template\nGent,nu,\nLuik,nu,nosuch\nHeerlen,nu,\nAalst,nu,nosuch\n"
    Path("venues.csv").write_text(rows)
    words = ["build", "talk", "--data", "venues.csv", "-o", "out", "--executor", "serial"]
    assert run(words) == 1
    captured = capsys.readouterr()
    assert "2 built, 2 failed" in captured.out
    assert captured.err.count("template/unknown") == 1
    assert "(rows 2 and 4)" in captured.err
    assert "not built: rows 2 and 4" in captured.err
    record = merged(capsys, code=1)
    assert counts(record) == (0, 2, 2)
    assert [(one["row"], one["codes"]) for one in record["decks"] if one["state"] == "failed"] == [
        (2, ["template/unknown"]), (4, ["template/unknown"]),
    ]  # fmt: skip


def test_a_finding_of_all_decks_is_said_once(capsys: Captured) -> None:
    Path("talk/deck.yaml").write_text(TALK + "- title: Te <b>veel</b>\n  points: [een]\n", "utf-8")
    record = merged(capsys)
    (one,) = [one for one in record["diagnostics"] if one["severity"] == "warning"]
    assert one["message"].endswith("(in all 3 decks)")


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("stad,datum\nGent,nu\ngent,straks\n", "merge/same-name"),
        ("plaats,datum\nGent,nu\n", "merge/missing-columns"),
        ("stad,datum\n", "merge/no-rows"),
        ("stad,datum\nGent,nu,dan\n", "merge/bad-row"),
    ],
)
def test_wrong_data_is_said_before_anything_is_built(
    rows: str, code: str, capsys: Captured
) -> None:
    Path("venues.csv").write_text(rows)
    record = merged(capsys, code=1)
    assert code in codes(record)
    assert record["decks"] == []
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--data", "venue.csv"], "did you mean venues.csv?"),
        (["--data", "talk"], "there is no file talk"),
        (["--data", "venues.csv", "venues.csv"], "name one outline"),
        (["--data", "venues.csv", "--executor", "proceses"], "there are: processes"),
        (["--data", "venues.csv", "--all-variants"], "a column `variant`"),
        (["--data", "venues.csv", "--locked"], "without --data"),
        (["--jobs", "2"], "belong to --data"),
        (["--data", "talk/deck.pptx"], "there is no file"),
    ],
)
def test_what_can_not_be_carried_out(typed: list[str], said: str, capsys: Captured) -> None:
    assert run(["build", "talk", *typed]) == 2
    assert said in capsys.readouterr().err


def test_an_executor_that_is_not_there(capsys: Captured) -> None:
    words = ["build", "talk", "--data", "venues.csv", "--executor", "processes=spoon"]
    assert run(words) == 1
    assert "nobody is there to work" in capsys.readouterr().err
    # What was done before that is kept.
    words[-1] = "serial"
    assert run(words) == 0
    assert "2 built, 1 unchanged" in capsys.readouterr().out


def test_a_journal_that_can_not_be_written_costs_no_deck(capsys: Captured) -> None:
    Path("out/.deck.merge.jsonl").mkdir(parents=True)
    record = merged(capsys)
    assert counts(record) == (3, 0, 0)
    assert codes(record) == ["build/cannot-write"]


def many(rows: int) -> None:
    lines = (f"Plaats {number},{number} maart,Zaal" for number in range(rows))
    Path("venues.csv").write_text("stad,datum,zaal\n" + "\n".join(lines) + "\n")


def started(*more: str) -> subprocess.Popen[str]:
    """A merge in a process of its own, with two workers."""
    words = ["build", "talk", "--data", "venues.csv", "-o", "out", "--jobs", "2", "--json"]
    return subprocess.Popen(
        [sys.executable, "-m", "deckgen", *words, *more],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def until(decks: int) -> None:
    """Waits until so many decks are there."""
    for _ in range(6000):
        if len(list(Path("out").glob("*.pptx"))) >= decks:
            return
        time.sleep(0.01)
    raise AssertionError("no decks come")


def test_a_killed_run_is_resumed_without_building_again(capsys: Captured) -> None:
    many(160)
    running = started()
    until(20)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    done = len(list(Path("out").glob("*.pptx")))
    stamps = {one.name: one.stat().st_mtime_ns for one in Path("out").glob("*.pptx")}
    assert 20 <= done < 160
    record = merged(capsys)
    # A deck may have been in its place with its line in the journal not yet written.
    assert record["unchanged"] in (done, done - 1)
    assert record["built"] == 160 - record["unchanged"]
    same = [
        name for name, stamp in stamps.items() if (Path("out") / name).stat().st_mtime_ns == stamp
    ]
    assert len(same) >= done - 1
    assert not list(Path("out").glob("*.part")) or len(list(Path("out").glob(".*.part"))) <= 1


def alive(process: str) -> bool:
    """Whether a process runs; one that nobody has buried yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_workers_do_not_outlive_a_killed_run() -> None:
    many(160)
    running = started()
    until(5)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    if not children.exists():
        running.kill()
        pytest.skip("this system does not list a process's children")
    workers = children.read_text().split()
    assert len(workers) == 2
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    for _ in range(3000):
        if not any(map(alive, workers)):
            return
        time.sleep(0.01)
    raise AssertionError("workers are still there")


def test_an_interrupted_run_ends_cleanly_and_goes_on(capsys: Captured) -> None:
    many(160)
    # Where the tests run in the background, interrupts are ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    running = started()
    until(10)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err == ""
    (record,) = json.loads(out)["results"]
    assert record["stopped"] is True
    assert 10 <= record["built"] < 160
    again = merged(capsys)
    assert again["unchanged"] == record["built"]
    assert again["built"] == 160 - record["built"]


@pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed")
def test_a_cluster_builds_the_same_decks(capsys: Captured) -> None:
    many(12)
    merged(capsys)
    running = started("-o", "far", "--executor", "dask")
    out, err = running.communicate(timeout=120)
    assert running.returncode == 0, err
    (record,) = json.loads(out)["results"]
    assert (counts(record), record["jobs"]) == ((12, 0, 0), 2)
    for one in Path("out").glob("*.pptx"):
        assert one.read_bytes() == (Path("far") / one.name).read_bytes()


@pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed")
def test_workers_without_our_files_are_sent_them(here: Path) -> None:
    """A scheduler and a worker that run elsewhere: what they need comes with their tasks."""
    far = here / "elsewhere"
    far.mkdir()
    many(6)
    Path("talk/images").mkdir()
    from PIL import Image

    for number in range(6):
        Image.new("RGB", (1600, 900), (number, 99, 99)).save(f"talk/images/{number}.png")
    picture = "- picture: {file: 'images/{{row}}.png', alt: een plein}\n"
    Path("talk/deck.yaml").write_text(TALK + picture, "utf-8")
    lines = (f"Plaats {number},nu,{number}" for number in range(6))
    Path("venues.csv").write_text("stad,datum,row\n" + "\n".join(lines) + "\n")
    script = (
        "from distributed import LocalCluster\n"
        "with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as c:\n"
        "    print(c.scheduler_address, flush=True)\n"
        "    input()\n"
    )
    cluster = subprocess.Popen(
        [sys.executable, "-c", f"if __name__ == '__main__':\n  exec({script!r})"],
        cwd=far, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert cluster.stdout is not None
    address = cluster.stdout.readline().strip()
    out, err = started("--executor", f"dask={address}").communicate(timeout=120)
    cluster.communicate("\n", timeout=60)
    (record,) = json.loads(out)["results"]
    assert counts(record) == (6, 0, 0), err
