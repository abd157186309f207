import { pageSetup } from '#platform/pdf/page-setup.ts'

/** How an invoice or a credit note looks on paper, in Typst. What it shows is made in `invoice-pdf.ts`. */
export const invoiceTemplate = String.raw`
${pageSetup({ x: '20mm', top: '21mm', bottom: '24mm' })}
#let label(body) = text(size: 8.5pt, fill: subtle, body)
#let lines(items) = items.map(item => [#item]).join(linebreak())
#let labelled(items) = items.map(item => [#label(item.label) \ #item.value])

#set text(size: 10pt, fill: rgb("#1b2925"), number-width: "tabular", hyphenate: true)
#set par(leading: 0.58em, spacing: 0.9em)
#show heading.where(level: 1): set text(size: 23pt, weight: 600, fill: green, number-width: "proportional")
#show heading.where(level: 2): it => block(
  below: 2.6mm,
  sticky: true,
  text(size: 10pt, weight: 600, fill: green, it.body),
)
#set table(
  stroke: (_, y) => (bottom: if y == 0 { 1pt + green } else { rule }),
  inset: (x: 2mm, y: 2mm),
)

#text(size: 12pt, weight: 600, data.seller.name)
#v(5mm)
#heading(level: 1, data.heading)
#v(6mm)

#grid(
  columns: (1fr, 78mm),
  column-gutter: 10mm,
  [
    == #data.words.facts
    #grid(
      columns: (auto, 1fr),
      column-gutter: 5mm,
      row-gutter: 2.2mm,
      ..data.facts.map(fact => (text(fill: subtle, fact.label), fact.value)).flatten()
    )
  ],
  [
    == #data.words.to
    #text(weight: 600, data.buyer.name) \
    #lines(data.buyer.lines)
  ],
)
#v(9mm)

== #data.words.lines
#let columns = data.columns
#table(
  columns: (1fr,) + (auto,) * (columns.len() - 1),
  align: (x, _) => if x == 0 { left } else { right },
  table.header(..columns.map(column => text(weight: 600, size: 9pt, column))),
  ..data.lines.map(line => (
    table.cell(breakable: line.description.len() > 1500, {
      text(weight: 600, line.name)
      if line.description != "" [ \ #text(size: 9pt, fill: subtle, line.description)]
    }),
    ..line.cells,
  )).flatten()
)

#v(1mm)
#block(breakable: false, grid(
  columns: (1fr, 78mm),
  column-gutter: 10mm,
  inset: (x, _) => if x == 0 { (left: 2mm, top: 1mm) } else { (right: 2mm) },
  text(fill: subtle, lines(data.vatWords)),
  {
    let last = data.sums.pop()
    grid(
      columns: (1fr, auto),
      align: (left + bottom, right + bottom),
      row-gutter: 2.2mm,
      ..data.sums.map(sum => (sum.label, sum.value)).flatten(),
      ..if data.sums.len() > 0 { (grid.hline(stroke: rule), grid.cell(colspan: 2, v(0.1mm))) },
      text(size: 13pt, weight: 600, last.label), text(size: 15pt, weight: 600, fill: green, last.value),
    )
  },
))

#if data.vatTable.len() > 0 {
  v(5mm)
  block(breakable: false, width: 100mm)[
    == #data.words.vatTable
    #set text(size: 9pt)
    #table(
      columns: (1fr, auto, auto),
      align: (left, right, right),
      inset: (x: 2mm, y: 1.5mm),
      table.header(..data.vatColumns.map(column => text(weight: 600, column))),
      ..data.vatTable.flatten()
    )
  ]
}

#v(7mm)
#block(breakable: false, width: 100%, fill: rgb("#eef3ee"), radius: 1.5mm, inset: 5mm)[
  == #data.words.payment
  #grid(
    columns: (auto,) * (data.payment.len() - 1) + (1fr,),
    column-gutter: 9mm,
    row-gutter: 3mm,
    ..data.payment.map(item => [#label(item.label) \ #text(size: 12pt, weight: 600, item.value)])
  )
  #v(1mm)
  #text(size: 9pt, fill: subtle, data.words.hint)
]

#if data.note != "" [
  #v(6mm)
  == #data.words.note
  #data.note
]

#v(1fr)
#block(breakable: false, width: 100%, above: 10mm, stroke: (top: rule), inset: (top: 4mm))[
  == #data.words.from
  #set text(size: 9pt)
  #grid(
    columns: (1fr, 1fr, auto),
    column-gutter: 7mm,
    [#text(weight: 600, data.seller.name) \ #lines(data.seller.address)],
    lines(data.seller.contact),
    lines(data.seller.registered),
  )
]
`
