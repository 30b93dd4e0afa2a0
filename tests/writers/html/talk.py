"""A talk for the tests of the HTML deck: clicks, a hidden slide, links, sections, notes."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.scene.model import Link, Page, PlaceholderRef, Scene, Section, Target, Text
from writers import scenes
from writers.scenes import BODY_BOX, POINT, block, body, box, para, title


def points() -> Page:
    words = body(para("Eerst", style=POINT), para("Dan", style=POINT), para("Slot", style=POINT))
    text = Text("body", "Text", BODY_BOX, words, placeholder=PlaceholderRef("body", 1))
    note = block("Dus", box(60, 400, 200, 60))
    return Page(
        "punten",
        "points",
        "Punten",
        (title("Punten"), text, note),
        notes=("Langzaam beginnen.", "", "Dan <pas> & dus."),
        minutes=2.0,
        steps=((Target("body", 0, 1),), (Target("body", 2), Target("Dus"))),
        transition="push",
    )


def menu() -> Page:
    there = replace(block("Naar punten", box(60, 120, 200, 60)), link=Link(page="punten"))
    secret = replace(block("Naar bijlage", box(60, 220, 200, 60)), link=Link(page="bijlage"))
    return Page("menu", "figure", "Menu", (title("Menu"), there, secret), transition="fade")


def hidden() -> Page:
    back = replace(block("Terug", box(60, 120, 200, 60)), link=Link(action="back"))
    return Page("bijlage", "figure", "Bijlage", (title("Bijlage"), back), hidden=True)


def talk() -> Scene:
    """Five pages: begin, punten, menu, bijlage (hidden), beeld."""
    begin = replace(scenes.shout_page(), id="begin")
    picture = replace(scenes.picture_page(True), id="beeld", name="Beeld")
    pages = (begin, points(), menu(), hidden(), picture)
    sections = (Section("Aanloop", ("begin",)), Section("De kern & meer", ("punten", "menu")),
                Section("Rest", ("bijlage", "beeld")))  # fmt: skip
    return replace(scenes.scene(*pages), sections=sections)
