"""Namespaces, relationship types, content types and fixed identifiers of PresentationML.

Out: constants (ECMA-376 part 1, annex L and 15.2; [MS-ODRAWXML] for the extensions). No logic.
"""

from __future__ import annotations

from deckgen.writers.pptx.xml import Attributes

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING_2010 = "http://schemas.microsoft.com/office/drawing/2010/main"
PRESENTATION_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
PRESENTATION_2015 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

ROOT: Attributes = {
    "xmlns:a": DRAWING,
    "xmlns:r": OFFICE_RELS,
    "xmlns:p": PRESENTATION,
}

# Relationship types, by the short name that the writer uses.
REL = {
    name: f"{OFFICE_RELS}/{name}"
    for name in (
        "officeDocument",
        "extended-properties",
        "custom-properties",
        "slideMaster",
        "slideLayout",
        "slide",
        "notesMaster",
        "notesSlide",
        "theme",
        "image",
        "video",
        "audio",
        "chart",
        "hyperlink",
        "package",
        "presProps",
        "viewProps",
        "tableStyles",
        "tags",
    )
}
REL["core-properties"] = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)

# Films since PowerPoint 2010 ([MS-PPTX], 2.1.2): the same part is also linked as a video.
REL["media"] = "http://schemas.microsoft.com/office/2007/relationships/media"

_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_DOC = "application/vnd.openxmlformats-officedocument"
# Content types of parts, by the folder or file that they lie in.
TYPES = {
    "ppt/presentation.xml": f"{_PML}.presentation.main+xml",
    "ppt/presProps.xml": f"{_PML}.presProps+xml",
    "ppt/viewProps.xml": f"{_PML}.viewProps+xml",
    "ppt/tableStyles.xml": f"{_PML}.tableStyles+xml",
    "ppt/slides": f"{_PML}.slide+xml",
    "ppt/slideLayouts": f"{_PML}.slideLayout+xml",
    "ppt/slideMasters": f"{_PML}.slideMaster+xml",
    "ppt/notesSlides": f"{_PML}.notesSlide+xml",
    "ppt/notesMasters": f"{_PML}.notesMaster+xml",
    "ppt/theme": f"{_DOC}.theme+xml",
    "ppt/tags": f"{_PML}.tags+xml",
    "ppt/charts": f"{_DOC}.drawingml.chart+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_DOC}.extended-properties+xml",
    "docProps/custom.xml": f"{_DOC}.custom-properties+xml",
}
# Content types by file extension, for parts that are not XML of ours.
DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "mp4": "video/mp4",
    "m4v": "video/x-m4v",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/x-wav",
    "xlsx": f"{_DOC}.spreadsheetml.sheet",
}
PLAYED = frozenset(("mp4", "m4v", "mov", "webm", "mp3", "m4a", "wav"))

# 'No Style, No Grid' and PowerPoint's own default for tables that people add.
TABLE_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
TABLE_DEFAULT = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
NUMBER_SIGN = "\u2039#\u203a"  # what a master shows for the slide number
# The same field on every slide may carry the same id.
NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)
# The drawing that a picture's pixels stand for ([MS-ODRAWXML], 2.5.1).
VECTOR = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/>'
    "</a:ext></a:extLst>"
)
# A link in its run's own colour instead of the theme's hlink.
LINK_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"'
    ' val="tx"/></a:ext></a:extLst>'
)
