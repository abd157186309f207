import { pageSetup } from '#platform/pdf/page-setup.ts'

/**
 * How a yearly report looks on paper, in Typst. What it shows is made in `pdf.ts`. Words are not hyphenated: a hyphen at
 * the end of a line would make every other hyphen of the file, as those of days and addresses, be read as a space.
 */
export const reportTemplate = `
${pageSetup({ x: '18mm', top: '19mm', bottom: '20mm' })}
#let lead(body) = text(fill: subtle, body)
#set text(size: 9pt, fill: rgb("#1b2925"), number-width: "tabular", hyphenate: false)
#set par(leading: 0.52em, spacing: 0.8em)
#set list(spacing: 0.6em)
#set enum(spacing: 0.6em)
#show heading.where(level: 1): set text(size: 21pt, weight: 600, fill: green, number-width: "proportional")
#show heading.where(level: 2): set text(size: 13pt, weight: 600, fill: green)
#show heading.where(level: 3): set text(size: 10.5pt, weight: 600)
#show heading.where(level: 4): set text(size: 9pt, weight: 600)
#show heading: set block(above: 5mm, below: 2.4mm, sticky: true)
#set table(stroke: (_, y) => (bottom: if y == 0 { 1pt + green } else { rule }), inset: (x: 1.5mm, y: 1.4mm))
#show table: set text(size: 8pt)
#show link: set text(fill: rgb("#14608f"))

#let overview(part) = {
  heading(level: 2, part.heading)
  lead(part.caption)
  table(
    columns: (1.25fr, 1fr, auto, auto, 1fr),
    align: left,
    table.header(..part.head.map(cell => text(weight: 600, cell))),
    ..part.rows.map(row => (text(weight: 600, row.name), ..row.cells)).flatten()
  )
}

#text(size: 11pt, weight: 600, data.association)
#v(3mm)
#heading(level: 1, data.title)
#text(size: 11pt, data.lead)

#lead(data.known)

#for notice in data.notices [
  #block(width: 100%, fill: rgb("#fbf0d4"), radius: 1mm, inset: 3mm, text(fill: rgb("#6a4a00"), notice))
]

#if data.summary.len() > 0 [
  == #data.words.summary
  #list(..data.summary)
]

== #data.words.decision
#lead(data.decision.lead)
#enum(..data.decision.points)

#if data.overview != none { overview(data.overview) }

#if data.each.figures.len() > 0 {
  heading(level: 2, data.each.heading)
  block(sticky: true, lead(data.each.key))
}
#for figure in data.each.figures {
  block(above: 5mm, breakable: false, {
    heading(level: 3, figure.title + ": " + figure.wordLabel)
    lead(figure.definition)
    grid(
      columns: (1fr, 84mm),
      column-gutter: 5mm,
      terms(hanging-indent: 0mm, spacing: 0.65em, ..figure.facts.map(fact => terms.item(fact.label, fact.text))),
      image(bytes(figure.chart.svg), format: "svg", width: 84mm, alt: figure.chart.label),
    )
  })
  for lesson in figure.lessons {
    heading(level: 4, lesson.heading)
    list(..lesson.items)
  }
}

#for part in data.lists {
  heading(level: 2, part.heading)
  part.lead
  if part.items.len() > 0 {
    if part.inline { columns(4, list(spacing: 0.5em, ..part.items)) } else { list(..part.items) }
  }
}

#if data.further != none { overview(data.further) }

== #data.words.method
#for sentence in data.method [
  #sentence

]
=== #data.words.sources
#list(..data.sources)

#data.known #data.words.cite:
#link(data.address)
`
