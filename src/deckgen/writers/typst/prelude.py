"""What stands in front of every document: how text, links and figures are put in their places.

Data only. Everything is placed from the page's upper left corner; text hangs on its baseline,
wide enough never to wrap.
"""

from __future__ import annotations

PRELUDE = """\
#set text(fallback: false, ligatures: false, kerning: true, hyphenate: false,
  top-edge: "baseline", bottom-edge: "baseline", dir: ltr)
#set par(justify: false, leading: 0pt, spacing: 0pt)
#set enum(indent: 0pt, body-indent: 0pt, spacing: 0pt, number-align: start + top)
#show heading: it => it.body
#show figure: it => it.body
// words on a baseline; a link as high as its line; a paragraph; a title; a figure; a bookmark
#let W(x, y, b) = box(width: 0pt, height: 0pt, place(top + left, dx: x, dy: y,
  box(width: 20000pt, b)))
#let K(x, y, w, h, to, b) = box(width: 0pt, height: 0pt, place(top + left, dx: x, dy: y - h,
  link(to, box(width: w, height: h * 1.25, place(top + left, dy: h, box(width: 20000pt, b))))))
#let P(b) = place(top + left, par(b))
#let H(n, b) = place(top + left, heading(level: n, bookmarked: false, outlined: false, b))
#let L(m, ..b) = place(top + left, enum(numbering: n => m.at(n - 1), ..b))
#let F(a, b) = place(top + left, figure(alt: a, kind: "drawn", supplement: none,
  numbering: none, outlined: false, b))
#let B(n, b) = place(top + left, hide(heading(level: n, bookmarked: true, outlined: false, b)))
#let C(fill, stroke, ..b) = place(top + left,
  curve(fill: fill, fill-rule: "non-zero", stroke: stroke, ..b))
#let R(x, y, w, h, fill, stroke) = place(top + left, dx: x, dy: y,
  rect(width: w, height: h, fill: fill, stroke: stroke))
// text that hangs by its left end, its middle or its right end
#let A(x, y, a, b) = place(top + left, dy: y,
  dx: x - (if a == left { 0pt } else if a == center { 10000pt } else { 20000pt }),
  box(width: 20000pt, align(a, b)))
#let I(x, y, a, b) = box(width: 0pt, height: 0pt, A(x, y, a, b))
"""
