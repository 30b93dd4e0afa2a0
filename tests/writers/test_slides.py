"""What slides write themselves and what they leave to their layout."""

from __future__ import annotations

import io
import re
import zipfile

import pptx
from msgspec.structs import replace

from deckgen.scene.model import Page, PlaceholderRef, Text, TextStyle
from deckgen.writers.pptx.package import write
from writers.scenes import (
    BLOB,
    BODY_BOX,
    POINT,
    body,
    box,
    data_page,
    figure_page,
    label,
    paint,
    para,
    picture_page,
    points_page,
    run,
    scene,
    shout_page,
    title,
)


def parts(*pages: Page) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(write(scene(*pages)))) as archive:
        return {n: archive.read(n).decode("utf-8", "replace") for n in archive.namelist()}


def slide(page: Page) -> str:
    return parts(page)["ppt/slides/slide1.xml"]


def one(xml: str, pattern: str) -> str:
    found = re.findall(pattern, xml, re.DOTALL)
    assert len(found) == 1, (pattern, xml)
    return found[0]


def in_body(*paragraphs, at=BODY_BOX) -> str:
    text = Text("b", "Text", at, body(*paragraphs), placeholder=PlaceholderRef("body", 1))
    return one(slide(Page("p", "points", "T", (text,))), r"<p:sp>(.*?)</p:sp>")


def test_what_equals_the_layout_is_left_out():
    assert in_body(para("Zo", style=POINT)) == (
        '<p:nvSpPr><p:cNvPr id="2" name="Text"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>"
        '<a:p><a:r><a:rPr lang="nl-NL"/><a:t>Zo</a:t></a:r><a:endParaRPr lang="nl-NL"/></a:p>'
        "</p:txBody>"
    )


def test_what_differs_from_the_layout_is_written():
    other = TextStyle(2400, paint("accent1"), "heading", bold=True)
    found = in_body(para(run("Zo", other), style=replace(POINT, align="center", bullet=None)))
    assert '<a:pPr algn="ctr"><a:buNone/></a:pPr>' in found
    assert (
        '<a:rPr lang="nl-NL" sz="2400" b="1">'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:rPr>'
    ) in found


def test_another_frame_is_written():
    assert '<a:off x="12700" y="25400"/><a:ext cx="38100" cy="50800"/>' in in_body(
        para("Zo", style=POINT), at=box(1, 2, 3, 4)
    )


def test_text_box_says_everything():
    found = slide(Page("p", "points", "T", (label("Zo", box(1, 2, 3, 4)),)))
    assert (
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t">'
        "<a:noAutofit/></a:bodyPr>"
    ) in found
    assert (
        '<a:pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>' in found
    )
    assert '<a:rPr lang="nl-NL" sz="2000" b="0"><a:solidFill><a:schemeClr val="dk1"/>' in found


def test_paragraph_mark_looks_like_the_last_run():
    found = in_body(para("a ", run("b", TextStyle(1000, paint("dk1"))), style=POINT))
    assert '<a:endParaRPr lang="nl-NL" sz="1000"/>' in found


def test_number_is_a_field_and_footer_is_text():
    found = slide(points_page())
    assert re.search(
        r'<a:fld id="\{[^"]+\}" type="slidenum"><a:rPr[^>]*/><a:t>1</a:t></a:fld>', found
    )
    assert '<p:ph type="sldNum" sz="quarter" idx="12"/>' in found
    assert '<p:ph type="ftr" sz="quarter" idx="11"/>' in found


def test_footers_only_where_the_page_has_them():
    assert "sldNum" not in slide(Page("p", "points", "T", (title("T"),)))


def test_echo_is_a_hard_text_shadow():
    found = slide(shout_page())
    assert (
        '<a:effectLst><a:outerShdw blurRad="0" dist="38100" dir="2700000" algn="tl"'
        ' rotWithShape="0">'
        '<a:schemeClr val="accent3"/></a:outerShdw></a:effectLst>'
    ) in found


def test_dark_layout_turns_the_colours_round():
    turned = '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    found = parts(shout_page())
    assert turned in found["ppt/slides/slide1.xml"]
    assert turned in found["ppt/slideLayouts/slideLayout3.xml"]
    assert turned not in found["ppt/slideLayouts/slideLayout1.xml"]


def test_links_lead_out_and_across():
    found = parts(points_page(), shout_page(), figure_page())
    relations = found["ppt/slides/_rels/slide1.xml.rels"]
    assert 'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"' in relations
    assert 'Target="slide3.xml"' in relations
    jump = 'action="ppaction://hlinksldjump" tooltip="Verder"'
    assert jump in found["ppt/slides/slide1.xml"]


def test_link_to_a_page_that_is_not_there_is_text():
    assert "hlinksldjump" not in slide(points_page())


def test_connectors_are_glued_by_shape_id():
    found = slide(figure_page())
    ids = dict(re.findall(r'<p:cNvPr id="(\d+)" name="([^"]+)"', found))
    number = {name: n for n, name in ids.items()}
    glue = f'<a:stCxn id="{number["Links"]}" idx="3"/><a:endCxn id="{number["Rechts"]}" idx="1"/>'
    assert glue in found


def test_line_that_runs_back_is_mirrored():
    assert '<a:xfrm flipH="1" flipV="1"><a:off x="1778000" y="2540000"/>' in slide(figure_page())


def test_decoration_says_so():
    found = one(slide(figure_page()), r'<p:cNvPr id="\d+" name="Pijl"(.*?)</p:cNvPr>')
    assert found.startswith(' descr=""><a:extLst>')
    assert "adec:decorative" in found


def test_group_keeps_page_coordinates():
    found = re.findall(r"<p:grpSpPr><a:xfrm>(.*?)</a:xfrm>", slide(figure_page()))[1]
    assert found == (
        '<a:off x="8128000" y="1524000"/><a:ext cx="3302000" cy="1524000"/>'
        '<a:chOff x="8128000" y="1524000"/><a:chExt cx="3302000" cy="1524000"/>'
    )


def test_free_form_is_as_large_as_its_frame():
    assert '<a:path w="1524000" h="1270000"><a:moveTo><a:pt x="0" y="635000"/></a:moveTo>' in slide(
        figure_page()
    )


def test_no_shape_takes_a_style_from_the_theme():
    assert all("<p:style>" not in xml for xml in parts().values())


def test_a_picture_is_stored_once_and_cropped():
    found = parts(picture_page(True))
    assert [n for n in found if n.startswith("ppt/media")] == ["ppt/media/image1.png"]
    assert found["ppt/slides/slide1.xml"].count('r:embed="rId2"') == 2
    assert '<a:srcRect l="10000" r="10000"/>' in found["ppt/slides/slide1.xml"]
    assert BLOB.endswith(".png")


def test_filled_picture_sits_in_its_placeholder():
    deck = pptx.Presentation(io.BytesIO(write(scene(picture_page(True)))))
    picture = next(s for s in deck.slides[0].placeholders if s.placeholder_format.idx == 13)
    assert (picture.left, picture.width) == (500 * 12700, 404 * 12700)


def test_unfilled_picture_is_an_empty_placeholder_with_its_description():
    found = slide(picture_page(False))
    assert 'descr="Een straat in de wijk"/>' in found
    assert '<p:ph type="pic" idx="13"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>' in found


def test_chart_numbers_are_those_of_its_workbook():
    deck = pptx.Presentation(io.BytesIO(write(scene(data_page()))))
    chart = next(s for s in deck.slides[0].shapes if s.has_chart and s.name == "Staven").chart
    assert [s.values for s in chart.plots[0].series] == [(1.5, None), (2.0, 3.25)]
    sheet = workbook_cells(chart.part.chart_workbook.xlsx_part.blob)
    assert sheet == {"B2": "1.5", "C2": "2", "C3": "3.25"}


def workbook_cells(data: bytes) -> dict[str, str]:
    xml = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    return dict(re.findall(r'<c r="([A-Z]\d+)"><v>([^<]+)</v>', xml))


def test_chart_colours_are_theme_colours():
    charts = [
        xml for name, xml in parts(data_page()).items() if name.startswith("ppt/charts/chart")
    ]
    assert len(charts) == 5
    assert all("srgbClr" not in xml and "c:legend" not in xml for xml in charts)
    assert '<c:holeSize val="62"/>' in charts[0]
    assert '<c:numFmt formatCode="0&quot;%&quot;" sourceLinked="0"/>' in charts[0]


def test_table_has_a_header_and_rules_between_rows():
    found = slide(data_page())
    assert '<a:tblPr firstRow="1">' in found
    assert found.count('<a:lnB w="12700"') == 9  # three columns, three gaps between four rows


def test_notes_are_paragraphs():
    deck = pptx.Presentation(io.BytesIO(write(scene(points_page()))))
    notes = deck.slides[0].notes_slide.notes_text_frame
    assert [p.text for p in notes.paragraphs] == ["Eerst dit.", "", "Dan <dat> & meer."]


def test_decks_without_notes_have_no_notes_master():
    assert not [n for n in parts(shout_page()) if "notes" in n]


def test_hidden_pages_and_transitions():
    found = slide(data_page())
    assert ' show="0">' in found
    assert '<p:transition spd="med"><p:push dir="l"/></p:transition></p:sld>' in found


def test_layouts_carry_all_levels_and_prompts():
    found = parts()["ppt/slideLayouts/slideLayout1.xml"]
    assert 'type="tx" preserve="1" userDrawn="1"' in found
    assert '<p:ph type="body" idx="1" hasCustomPrompt="1"/>' in found
    assert all(f"<a:lvl{n}pPr " in found for n in range(1, 10))


def test_master_has_the_five_placeholders_and_all_styles():
    found = parts()["ppt/slideMasters/slideMaster1.xml"]
    kinds = re.findall(r'<p:ph type="(\w+)"', found)
    assert kinds == ["title", "body", "dt", "ftr", "sldNum"]
    assert found.count('kern="1200"') >= 27


def test_properties_of_the_document():
    core = pptx.Presentation(io.BytesIO(write(scene()))).core_properties
    assert (core.title, core.author, core.language) == ("Proef & toets", "Iemand", "nl-NL")
    assert core.created.isoformat()[:10] == "2013-03-28"


def test_line_breaks_stay_in_their_paragraph():
    assert "<a:t>Eerste regel</a:t></a:r><a:br><a:rPr" in slide(figure_page())
