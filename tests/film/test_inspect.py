"""What films and sounds are, told by their first bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.film import FilmInfo, inspect
from films import box, element, mp3_bytes, mp4, wav_bytes, webm


def test_a_film_says_its_size_and_length() -> None:
    assert inspect(mp4(1280, 720, 95_000)) == FilmInfo(
        "mp4", "video", "", 1280, 720, 95_000, ("avc1", "mp4a")
    )


def test_a_telephone_held_upright() -> None:
    found = inspect(mp4(1920, 1080, 1000, turned=True))
    assert found is not None
    assert (found.width, found.height) == (1080, 1920)


@pytest.mark.parametrize(("brand", "form"), [("qt  ", "mov"), ("M4V ", "m4v"), ("mp42", "mp4")])
def test_its_brand_says_how_it_is_called(brand: str, form: str) -> None:
    found = inspect(mp4(640, 480, 1000, brand=brand))
    assert found is not None
    assert found.format == form


def test_a_film_without_a_picture_is_a_sound() -> None:
    assert inspect(mp4(0, 0, 3000)) == FilmInfo("m4a", "audio", length=3000, codecs=("mp4a",))


def test_webm() -> None:
    assert inspect(webm(640, 360, 12.5)) == FilmInfo(
        "webm", "video", "", 640, 360, 12_500, ("V_VP9",)
    )
    assert inspect(webm(640, 360, 12.5, b"matroska")) == FilmInfo("", "video", "Matroska")


def test_sounds() -> None:
    assert inspect(wav_bytes(2)) == FilmInfo("wav", "audio", "packed WAV", length=2000)
    found = inspect(mp3_bytes(100))
    assert found == FilmInfo("mp3", "audio", length=2612)  # 100 × 1,152 samples at 44,100


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"RIFF\0\0\0\0AVI LIST", "AVI"),
        (b"OggS\0\0", "Ogg"),
        (b"fLaC\0\0", "FLAC"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\0", "Windows Media"),
        (b"\x00\x00\x01\xba\0", "MPEG"),
    ],
)
def test_what_is_known_and_not_played(data: bytes, name: str) -> None:
    found = inspect(data)
    assert found is not None
    assert (found.format, found.name) == ("", name)


def test_torn_files_are_none() -> None:
    whole = mp4(640, 480, 1000)
    assert inspect(whole[:-3]) is None
    assert inspect(whole[: len(whole) // 2]) is None
    assert inspect(box("ftyp", b"isom", bytes(4)) + box("mdat", b"samples")) is None
    assert inspect(wav_bytes(1)[:40]) is None
    assert inspect(mp3_bytes(1)) is None
    assert inspect(b"") is None
    assert inspect(b"This is no film.") is None


STARTS = (
    b"",
    b"\0\0\0\x10ftypisom",
    b"RIFF\x10\0\0\0WAVEfmt ",
    b"\xff\xfb\x90\0",
    b"ID3\x04\0\0",
    element(0x1A45DFA3, element(0x4282, b"webm")),
    mp4(640, 480, 1000)[:60],
)


@given(st.sampled_from(STARTS), st.binary(max_size=120))
def test_no_bytes_raise(head: bytes, data: bytes) -> None:
    inspect(head + data)
