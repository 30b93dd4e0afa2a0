"""`video:` and `audio:` from outline to every file: what plays, what shows, what is said of it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckgen.base.diagnostics import Diagnostic
from deckgen.outline import clips
from deckgen.outline.model import Video
from deckgen.pipeline import Compiled, Compiler, compile_deck
from deckgen.readers.pptx.rules import violations
from deckgen.scene import model as scene
from deckgen.writers.html import films as html_films
from deckgen.writers.html.deck import write as talk
from deckgen.writers.pptx.package import write
from deckgen.writers.svg.page import draw
from deckgen.writers.typst.document import document
from films import mp3_bytes, mp4, wav_bytes, webm
from layout.test_settling import Desk, photograph

FILES = {
    "walk.mp4": mp4(1280, 720, 95_000),
    "same.mp4": mp4(1280, 720, 95_000),
    "phone.mp4": mp4(1080, 1920, 30_000),
    "old.avi": b"RIFF\0\0\0\0AVI LIST",
    "new.webm": webm(640, 360, 12.5),
    "hevc.mp4": mp4(1280, 720, 1000, codec="hvc1"),
    "torn.mp4": mp4(1280, 720, 95_000)[:-2],
    "voice.mp3": mp3_bytes(100),
    "tone.wav": wav_bytes(2),
    "still.jpg": photograph((1920, 1080)),
}


def built(slides: str, template: str = "plain") -> Compiled:
    outline = f"title: Films\nlang: en-GB\nslides:\n{slides}".encode()
    return compile_deck("deck.yaml", Desk({"deck.yaml": outline, **FILES}), template)


def made(slides: str, template: str = "plain") -> scene.Scene:
    found = built(slides, template)
    assert found.scene is not None, found.diagnostics
    assert not found.diagnostics
    return found.scene


def film(found: scene.Scene, page: int = 0) -> scene.Picture:
    (one,) = [item for item in found.pages[page].items if isinstance(item, scene.Picture)]
    return one


def parts(found: scene.Scene) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write(found))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


ALONE = "- video: {file: walk.mp4, poster: still.jpg, alt: A walk}\n"
TITLED = "- title: Walk\n  video: {file: walk.mp4, alt: A walk, caption: In spring}\n"
VOICE = "- title: Voice\n  audio: {file: voice.mp3, alt: A voice}\n"


def test_alone_it_fills_the_page() -> None:
    found = made(ALONE)
    one = film(found)
    assert (one.frame.cx, one.frame.cy) == (found.width, found.height)
    assert one.alt == "A walk"
    assert one.media is not None and one.media.length == 95_000


@pytest.mark.parametrize("template", ["plain", "contrast", "jos-van-der-lans"])
@pytest.mark.parametrize(
    "slide",
    [
        TITLED,
        "- title: Upright\n  label: Ann\n  video: {file: phone.mp4, alt: A dance, caption: Ann}\n",
        "- title: Both\n  columns:\n  - video: {file: walk.mp4, alt: A, caption: Then}\n"
        "  - points: [One, Two]\n",
        "- title: Then\n  then: So\n  source: Ann\n  video: {file: walk.mp4, alt: A walk}\n",
    ],
    ids=["titled", "upright", "in columns", "concluded"],
)
def test_it_keeps_its_proportions_and_its_words(slide: str, template: str) -> None:
    one = film(made(slide, template))
    wanted = 9 / 16 if "phone" in slide else 16 / 9
    assert abs(one.frame.cx / one.frame.cy - wanted) < 0.01


def test_powerpoint_plays_it(tmp_path: Path) -> None:
    data = write(made(ALONE + TITLED + VOICE))
    assert [one for one in violations(data) if one.severity == "error"] == []
    path = tmp_path / "films.pptx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []
    slides = Presentation(path).slides
    kinds = [[type(shape).__name__ for shape in slide.shapes] for slide in slides]
    assert "Movie" in kinds[0] and "Movie" in kinds[1]


def test_the_same_film_is_there_once() -> None:
    found = parts(made(ALONE + TITLED + TITLED.replace("walk.mp4", "same.mp4")))
    assert [name for name in found if name.endswith(".mp4")] == ["ppt/media/media1.mp4"]
    assert b'Extension="mp4" ContentType="video/mp4"' in found["[Content_Types].xml"]
    relations = found["ppt/slides/_rels/slide1.xml.rels"].decode()
    kinds = re.findall(r'relationships/(\w+)" Target="../media/media1.mp4"', relations)
    assert sorted(kinds) == ["media", "video"]


def test_a_click_on_it_plays_and_pauses() -> None:
    slide = parts(made(ALONE))["ppt/slides/slide1.xml"].decode()
    (number,) = re.findall(r'<p:pic><p:nvPicPr><p:cNvPr id="(\d+)"', slide)
    assert 'action="ppaction://media"' in slide
    assert 'nodeType="interactiveSeq"' in slide and 'cmd="togglePause"' in slide
    assert set(re.findall(r'<p:spTgt spid="(\d+)"', slide)) == {number}
    assert "mainSeq" not in slide


def test_it_starts_by_itself_before_the_clicks_of_a_build() -> None:
    slide = parts(
        made(
            "- title: Walk\n  columns:\n"
            "  - points: [One, Two]\n"
            "  - video: {file: walk.mp4, alt: A walk, start: auto, loop: true, mute: true,"
            " trim: {from: 0:05, to: 1:30}}\n"
            "  build: by-point\n"
        )
    )["ppt/slides/slide1.xml"].decode()
    main = slide.index('nodeType="mainSeq"')
    assert main < slide.index('cmd="playFrom(0.0)"') < slide.index('presetID="10"')
    assert 'dur="85000"' in slide
    assert '<p14:trim st="5000" end="5000"/>' in slide
    assert '<p:cMediaNode vol="80000" mute="1"><p:cTn id="' in slide
    assert 'repeatCount="indefinite"' in slide
    ids = [int(number) for number in re.findall(r'<p:cTn id="(\d+)"', slide)]
    assert ids == list(range(1, len(ids) + 1))


def test_a_sound_stops_with_its_slide() -> None:
    slide = parts(made(VOICE))["ppt/slides/slide1.xml"].decode()
    assert "<a:audioFile r:link=" in slide and "<p:audio><p:cMediaNode" in slide
    assert 'evt="onStopAudio"' in slide


def test_without_a_still_there_is_the_templates_artwork() -> None:
    found = made(TITLED)
    one = film(found)
    assert one.blob.endswith(".png") and one.vector.endswith(".svg")
    assert found.blobs[one.vector].count(b"<path") > 5
    slide = parts(found)["ppt/slides/slide1.xml"].decode()
    assert "svgBlip" not in slide  # a film's still is pixels


def test_drawings_show_the_still_with_a_mark_on_it() -> None:
    found = made(ALONE)
    drawn = draw(found, found.pages[0])
    assert drawn.index("<image") < drawn.index(".mark-disc")
    source = document(found, Desk()).source
    assert source.count("C(") + source.count("ellipse") >= 2


def test_a_browser_plays_it_from_the_file_itself() -> None:
    page = talk(made(ALONE + TITLED + VOICE), Desk()).decode()
    assert page.count('src="data:video/mp4;base64,') == 1
    assert page.count('data-same="film-1"') == 1
    assert page.count("<audio ") == 1
    assert "media-src data:" in page


def test_a_film_too_large_for_a_browser_is_a_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_films, "MOST", 10)
    page = talk(made(ALONE), Desk()).decode()
    assert "<video" not in page and "data:image/jpeg" in page


def test_a_film_on_the_web_opens_there() -> None:
    web = "- title: Web\n  video: {file: 'https://example.org/walk', alt: A walk"
    with_still = made(f"{web}, poster: still.jpg}}\n")
    one = film(with_still)
    assert one.media is None and one.link == scene.Link("https://example.org/walk")
    without = parts(made(f"{web}}}\n"))["ppt/slides/_rels/slide1.xml.rels"].decode()
    assert 'Target="https://example.org/walk" TargetMode="External"' in without


def only(slides: str) -> Diagnostic:
    (one,) = built(slides).diagnostics
    return one


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{file: none.mp4, alt: A}", "outline/missing-file"),
        ("{file: ../../../walk.mp4, alt: A}", "outline/outside-project"),
        ("{file: torn.mp4, alt: A}", "outline/not-a-film"),
        ("{file: old.avi, alt: A}", "outline/not-playable"),
        ("{file: voice.mp3, alt: A}", "outline/other-media"),
        ("{file: new.webm, alt: A}", "outline/not-everywhere"),
        ("{file: hevc.mp4, alt: A}", "outline/not-everywhere"),
        ("{file: walk.mp4, alt: A, poster: walk.mp4}", "outline/not-a-picture"),
        ("{file: walk.mp4, alt: A, start: soon}", "outline/bad-choice"),
        ("{file: walk.mp4, alt: A, trim: {from: 1:30, to: 1:00}}", "outline/bad-time"),
        ("{file: walk.mp4, alt: A, trim: {to: 2:00}}", "outline/bad-time"),
        ("{file: walk.mp4, alt: A, trim: {from: soon}}", "outline/bad-time"),
        ("{file: 'https://example.org/a', alt: A, loop: true}", "outline/no-effect"),
        ("{alt: A}", "outline/missing-key"),
    ],
)
def test_what_is_wrong_is_said(typed: str, code: str) -> None:
    found = only(f"- title: Film\n  video: {typed}\n")
    assert found.code == code
    assert found.hints and found.span is not None


def test_a_heavy_film_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clips, "HEAVY", 100)
    assert only(TITLED).code == "outline/heavy-film"
    monkeypatch.setattr(clips, "MOST", 100)
    assert only(TITLED).code == "outline/film-too-large"


def test_times_are_seconds_or_a_clock() -> None:
    found = built("- title: F\n  video: {file: walk.mp4, alt: A, trim: {from: 2.5, to: 0:01:04}}\n")
    assert found.deck is not None
    body = found.deck.slides[0].body
    assert isinstance(body, Video) and body.trim is not None
    assert (body.trim.start, body.trim.to) == (2.5, 64)


def test_a_warm_build_is_a_cold_one() -> None:
    outline = f"title: Films\nslides:\n{ALONE}{TITLED}{VOICE}".encode()
    compiler = Compiler(Desk({"deck.yaml": outline, **FILES}), "plain")
    first, second = compiler.compile("deck.yaml").scene, compiler.compile("deck.yaml").scene
    assert first is not None and second is not None
    assert write(first) == write(second)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_plays_it(tmp_path: Path) -> None:
    """Its own format says what it read: a player a film, the file once, a still for each."""
    source = tmp_path / "films.pptx"
    source.write_bytes(write(made(ALONE + TITLED + VOICE)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "odp", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "films.odp") as archive:
        names = archive.namelist()
        content = archive.read("content.xml").decode()
    players = re.findall(r'<draw:plugin xlink:href="([^"]+)"', content)
    assert [name.rpartition(".")[2] for name in players] == ["mp4", "mp4", "mp3"]
    assert len({name for name in names if name.endswith((".mp4", ".mp3"))}) == 2
