import os
import stat
from pathlib import Path

import pytest

from deckgen.disk import DiskWorld, read, write_atomic


def test_relative_paths_start_at_the_deck(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "street.jpg").write_bytes(b"jpg")
    world = DiskWorld(str(tmp_path))
    assert world.read("images/street.jpg") == b"jpg"
    assert world.size("images/street.jpg") == 3
    assert world.names("images") == ("street.jpg",)


def test_what_is_not_a_readable_file_is_missing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    world = DiskWorld(str(tmp_path))
    for name in ("absent", ".", "pipe", "a\0b", "x" * 5000):
        assert world.read(name) is None
        assert world.size(name) is None
    assert world.names("absent") == ()


def test_a_font_that_is_not_bundled(tmp_path: Path) -> None:
    world = DiskWorld(str(tmp_path))
    assert world.font("Carlito-Regular.ttf").startswith(b"\0\1\0\0")
    with pytest.raises(KeyError):
        world.font("Comic.ttf")


def template(folder: Path, name: str, text: str = "title: t\n") -> None:
    path = folder / "templates" / name / "template.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text)


def test_the_nearest_template_wins(tmp_path: Path) -> None:
    template(tmp_path, "house", "far")
    template(tmp_path / "talks" / "one", "house", "near")
    world = DiskWorld(str(tmp_path / "talks" / "one"))
    assert world.template("house") == ("templates/house/template.yaml", b"near")
    above = DiskWorld(str(tmp_path / "talks" / "two")).template("house")
    assert above is not None
    assert above[1] == b"far"
    assert os.path.isabs(above[0])


def test_no_templates_from_above_the_repository(tmp_path: Path) -> None:
    template(tmp_path, "house")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert DiskWorld(str(tmp_path / "repository" / "talk")).template("house") is None


def test_own_templates_are_within_reach_everywhere(tmp_path: Path) -> None:
    assert {"contrast", "jos-van-der-lans", "plain"} <= set(DiskWorld(str(tmp_path)).templates())


@pytest.mark.parametrize("name", ["", "..", ".", "../plain", "/etc", "plain/../plain", "\0"])
def test_a_template_is_a_name_and_no_path(tmp_path: Path, name: str) -> None:
    assert DiskWorld(str(tmp_path)).template(name) is None


def test_writing_makes_folders_and_leaves_no_draft(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "talk.pptx"
    write_atomic(str(target), b"one")
    write_atomic(str(target), b"two")
    assert target.read_bytes() == b"two"
    assert os.listdir(target.parent) == ["talk.pptx"]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "talk.pptx"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomic(str(target), b"new")
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["talk.pptx"]


def test_mode_and_symbolic_links_survive(tmp_path: Path) -> None:
    target, link = tmp_path / "talk.pptx", tmp_path / "latest.pptx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomic(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_read_is_whole_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"all")
    assert read(str(tmp_path / "x")) == b"all"
    assert read(str(tmp_path)) is None


def test_what_is_no_path_has_itself_for_its_one_name(tmp_path: Path) -> None:
    assert DiskWorld(str(tmp_path)).canonical("a\0b") == "a\0b"
