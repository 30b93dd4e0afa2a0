"""Base files with one oddity each: a logo in the way, its own table layout, a low body …

In: nothing. Out: bytes, made of `bases`' plain file.
"""

import re

import bases

LAYOUT = r"ppt/slideLayouts/slideLayout{}\.xml"
CONTENT, ONLY = LAYOUT.format(2), LAYOUT.format(6)
LOGO = (6_700_000, 4_300_000, 1_900_000, 1_400_000)  # x, y, width, height: inside the body's frame


def logo_in_the_way() -> bytes:
    """The master's logo stands in the lower right corner of the body's frame."""
    x, y, w, h = LOGO
    place = f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'.encode()

    def move(part: bytes) -> bytes:
        old = rb'(name="Logo".*?)<a:off x="8400000" y="100000"/><a:ext cx="508000" cy="254000"/>'
        return re.sub(old, lambda hit: hit[1] + place, part, flags=re.DOTALL)

    return bases.edited(bases.with_logo(), r"ppt/slideMasters/slideMaster1\.xml", move)


def own_table() -> bytes:
    """A second content layout takes tables only: the type of its placeholder says so."""

    def change(part: bytes) -> bytes:
        part = part.replace(b'<p:ph idx="1"/>', b'<p:ph type="tbl" idx="1"/>')
        return part.replace(b'name="Title and Vertical Text"', b'name="Table"')

    def content(part: bytes) -> bytes:
        return change(part.replace(b'name="Title and Content"', b'name="Table"'))

    data = bases.plain()
    layout = bases._parts(data)["ppt/slideLayouts/slideLayout2.xml"]
    made = content(layout).replace(b' type="obj"', b' type="tbl"')
    return bases._with(data, {"ppt/slideLayouts/slideLayout10.xml": made})


def text_only_body() -> bytes:
    """The content layout's body takes text only."""
    return bases.edited(
        bases.plain(),
        CONTENT,
        lambda part: part.replace(b'<p:ph idx="1"/>', b'<p:ph type="body" idx="1"/>'),
    )


def low_body() -> bytes:
    """A body a line high that grows with its text, as some programs export it."""
    place = (
        b'<p:spPr><a:xfrm><a:off x="457200" y="1600200"/><a:ext cx="8229600" cy="400000"/></a:xfrm>'
        b"</p:spPr>"
    )

    def change(part: bytes) -> bytes:
        return re.sub(rb'(<p:ph idx="1"/>.*?)<p:spPr/>', rb"\1" + place, part, flags=re.DOTALL)

    return bases.edited(bases.plain(), CONTENT, change)


def own_face() -> bytes:
    """Titles name a typeface that the theme has not."""
    return bases.edited(
        bases.plain(),
        r"ppt/slideMasters/slideMaster1\.xml",
        lambda part: re.sub(
            rb'(<p:titleStyle>.*?)<a:latin typeface="[^"]*"/>',
            rb'\1<a:latin typeface="Segoe UI"/>',
            part,
            count=1,
            flags=re.DOTALL,
        ),
    )


def faceless() -> bytes:
    """A theme that names no typefaces."""
    return bases.edited(
        bases.plain(),
        r"ppt/theme/theme1\.xml",
        lambda part: re.sub(rb'<a:latin typeface="[^"]*"/>', b'<a:latin typeface=""/>', part),
    )


def dark_layout() -> bytes:
    """A layout for sections that swaps the colours of its master's map."""
    override = (
        b'<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" '
        b'accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        b'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
    )
    ground = b'<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>'

    def change(part: bytes) -> bytes:
        part = re.sub(rb"<p:clrMapOvr>.*?</p:clrMapOvr>", override, part, flags=re.DOTALL)
        return part.replace(b"<p:spTree>", ground, 1)

    return bases.edited(bases.plain(), LAYOUT.format(3), change)


def bare_section() -> bytes:
    """A layout for sections with a title high up, and nothing else to fill."""
    place = b'<a:off x="722313" y="906713"/>'

    def change(part: bytes) -> bytes:
        shapes = re.findall(rb"<p:sp>.*?</p:sp>", part, flags=re.DOTALL)
        text = next(one for one in shapes if b'type="body"' in one)
        part = part.replace(text, b"")
        return re.sub(rb'<a:off x="722313" y="\d+"/>', place, part, count=1)

    return bases.edited(bases.plain(), LAYOUT.format(3), change)
