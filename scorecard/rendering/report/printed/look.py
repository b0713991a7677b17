"""What the document looks like: the page, the letters, and the functions of typst that its parts call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.rendering.palette import LIGHT, roles
from scorecard.rendering.report.element import el
from scorecard.rendering.report.printed.drawing import drawing
from scorecard.rendering.report.printed.markup import Typst, as_string
from scorecard.rendering.words import STATUS_WORD

_PAGE = """
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 23mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 {
    set text(7.5pt, colours.muted)
    grid(columns: (1fr, auto), running.name, running.period)
    v(-3pt)
    line(length: 100%, stroke: .5pt + colours.rule)
  },
  footer: context {
    set text(7.5pt, colours.muted)
    grid(columns: (1fr, auto), running.day, [#counter(page).display() / #counter(page).final().first()])
  },
)
#set text(font: "Inter", size: 9pt, lang: "en", fill: colours.ink, hyphenate: false, overhang: false)
#set par(leading: .58em, spacing: .8em)
#set list(marker: text(colours.muted, sym.bullet), body-indent: 5pt, spacing: .65em)
#set enum(body-indent: 6pt, spacing: .85em)
#set heading(supplement: none)
#set columns(gutter: 18pt)
#show heading: set text(weight: 700)
#show heading.where(level: 1): it => block(above: 26pt, below: 11pt, sticky: true, text(17pt, it.body))
#show heading.where(level: 2): it => block(above: 18pt, below: 8pt, sticky: true, text(12pt, it.body))
#show heading.where(level: 3): it => block(above: 15pt, below: 6pt, sticky: true, text(10.5pt, it.body))
#show title: set block(above: 6pt, below: 12pt)
#show title: set text(weight: 700, tracking: -.4pt)
#show title: set par(leading: .4em)
#let name-of(size, body) = { show title: set text(size); title(body) }
#show outline.entry.where(level: 1): set block(above: 8pt)
#show outline.entry.where(level: 1): set text(weight: 600)
#show outline.entry: set block(above: 5pt)
#set outline.entry(fill: box(width: 1fr, line(length: 100%, stroke: (paint: colours.rule, dash: "dotted"))))
#set table(stroke: (x, y) => (bottom: .5pt + colours.rule), inset: (x: 3pt, y: 3.6pt))
#show table: set text(8pt)
#show table: set par(leading: .5em, spacing: .5em)
"""

_PARTS = r"""
#let small(body) = text(7.5pt, colours.muted, body)
#let strong(body) = text(weight: 600, body)
#let note(body) = block(above: 7pt, below: 7pt, small(body))
#let lead(body) = block(below: 9pt, sticky: true, text(colours.muted, body))
#let caption(body) = block(above: 11pt, below: 5pt, sticky: true, text(8.5pt, weight: 600, body))
#let mark(status, size: .95em) = box(
  baseline: .12em, height: size, pdf.artifact(image(marks.at(status), format: "svg", height: size)),
)
#let inked(status, body) = text(colours.at(status + "-text"), body)
#let status(status, body) = inked(status, strong({ mark(status); h(.35em); body }))
#let figure-of(status, number, word) = inked(status, {
  mark(status, size: 17pt); h(5pt); text(23pt, weight: 700, tracking: -.3pt, number); h(6pt); strong(word)
})
#let flag(body) = par(hanging-indent: 12pt, { mark("at-risk"); h(.35em); body })
#let marked(status, body) = par(hanging-indent: 12pt, { mark(status); h(.4em); body })
#let plain-list(..items) = list(marker: none, body-indent: 0pt, indent: 0pt, spacing: .9em, ..items)
#let paragraphs(gap: 5pt, ..parts) = stack(spacing: gap, ..parts.pos().filter(part => part != none))
#let heading-at(level, name, body) = [#heading(level: level, body)#label(name)]
#let at-page(name) = context {
  text(.85em, colours.muted, "\u{a0}(p.\u{a0}" + str(counter(page).at(label(name)).first()) + ")")
}
#let goal-link(name, body) = link(label(name), body)
#let goal-page(name, body) = { link(label(name), body); at-page(name) }
#let picture(source, words, ..size) = image(source, format: "svg", alt: words, ..size)
#let bar(source) = box(baseline: -1pt, pdf.artifact(image(source, format: "svg", width: 58pt)))
#let facts(is-whole: false, ..pairs) = block(above: 8pt, below: 8pt, breakable: not is-whole, grid(
  columns: (auto, 1fr), column-gutter: 9pt, row-gutter: 5.5pt,
  ..pairs.pos().enumerate().map(((place, item)) => if calc.even(place) { text(colours.muted, item) } else { item }),
))
#let cells(columns, right, head, ..rows) = table(
  columns: columns,
  align: (x, y) => (if right.contains(x) { end } else { start }) + (if y == 0 { bottom } else { top }),
  table.header(..head.map(word => text(7.2pt, colours.muted, weight: 600, word))),
  ..rows,
)
#let whole(..row) = row.pos().map(cell => table.cell(breakable: false, cell))
#let long(..row) = row.pos()
#let tiles(columns, ..items) = grid(
  columns: (1fr,) * columns, gutter: 8pt, inset: 10pt,
  ..items,
)
#let tile(is-whole, body) = grid.cell(
  breakable: if is-whole { false } else { auto }, fill: colours.at("band-5-tint"), body,
)
#let quiet(body) = block(width: 100%, fill: colours.at("band-5-tint"), radius: 5pt, inset: 8pt, body)
#let perspective(is-whole, place, level, name, body) = block(
  above: 18pt, below: 8pt, width: 100%, fill: colours.at("band-" + str(place) + "-tint"), radius: 6pt, inset: 9pt,
  sticky: true, breakable: not is-whole,
  {
    show heading: it => block(below: 6pt, text(12.5pt, colours.at("band-" + str(place) + "-text"), it.body))
    heading(level: level, name)
    body
  },
)
#let goal-head(state, level, name, title, about, figure) = block(
  above: 20pt, below: 7pt, width: 100%, sticky: true, stroke: (top: 2pt + colours.at(state)), inset: (top: 7pt),
  grid(
    columns: (1fr, auto), column-gutter: 12pt,
    {
      show heading: it => block(above: 0pt, below: 6.5pt, text(12pt, it.body))
      heading-at(level, name, title)
      small(about)
    },
    align(end, figure),
  ),
)
#let beside(is-whole, told, chart) = block(
  breakable: not is-whole, width: 100%,
  if chart == none { told } else { grid(columns: (1fr, 45%), column-gutter: 14pt, told, chart) },
)
#let pair(is-whole, body) = grid.cell(breakable: if is-whole { false } else { auto }, body)
#let pairs(..items) = grid(columns: (1fr, 1fr), column-gutter: 18pt, row-gutter: 10pt, ..items)
#let bars(..items) = grid(
  columns: (auto, 58pt, auto, 1fr), column-gutter: 7pt, row-gutter: 6pt, align: (start, start, end, start), ..items,
)
#let defined(is-whole, title, body) = block(above: 13pt, below: 0pt, breakable: not is-whole, {
  block(below: 5pt, sticky: true, title)
  text(7.8pt, body)
})
#let summed(title, ..rows) = (
  table.header(level: 2, table.cell(colspan: 5, fill: colours.at("band-5-tint"), title)), ..rows.pos(),
)
#let sums(head, ..rows) = cells((1fr, 52pt, 60pt, 60pt, 76pt), (1, 2, 3, 4), head, ..rows)
#let map-page(is-wide, title, body) = page(flipped: is-wide, margin: (x: 14mm, top: 20mm, bottom: 15mm), {
  show heading: it => block(above: 0pt, below: 7pt, text(17pt, it.body))
  heading(level: 1, title)
  block(height: 1fr, width: 100%, align(center + horizon, body))
})
"""


def look(*, name: str, period: str, day: str) -> Typst:
    """The beginning of the document; the three texts run along its pages."""
    running = f"#let running = (name: {as_string(name)}, period: {as_string(period)}, day: {as_string(day)})"
    colours = _dictionary("colours", {key: f'rgb("{colour}")' for key, colour in roles(LIGHT).items()})
    marks = _dictionary("marks", dict(_marks()))
    return Typst("\n".join((running, colours, marks, _PAGE, _PARTS)))


def _dictionary(name: str, entries: Mapping[str, str]) -> str:
    return f"#let {name} = ({', '.join(f'{as_string(key)}: {value}' for key, value in entries.items())})"


def _marks() -> Iterator[tuple[str, Typst]]:
    """The shape of each status as a picture of its own."""
    for status in STATUS_WORD:
        use = el("use", href=f"#mark-{status}", width=20, height=20)
        yield status, drawing(el("svg", use, viewBox="0 0 20 20", width=20, height=20))
