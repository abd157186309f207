const colours = `
#let green = rgb("#0f5c46")
#let subtle = rgb("#50605a")
#let hair = 0.4pt + rgb("#9aa59f")
`

/** Who was expected and who came, to sign, in Typst. */
export const listTemplate = `${colours}
#set page(
  paper: "a4",
  margin: (x: 16mm, top: 18mm, bottom: 18mm),
  footer: context text(size: 8pt, fill: subtle)[
    #data.running #h(1fr)
    #data.words.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first()))
  ],
)
#set text(size: 10pt)
#show heading.where(level: 1): set text(size: 20pt, weight: 600, fill: green)
#heading(level: 1, data.heading)
#text(size: 12pt, weight: 600, data.title)

#data.when
#if data.note != "" [#linebreak() #text(fill: subtle, data.note)]

#table(
  columns: data.columns.map(column => if column.wide { 1fr } else { auto }),
  stroke: (_, y) => (bottom: if y == 0 { 1pt + green } else { hair }),
  inset: (x: 2mm, y: 2.6mm),
  align: horizon + left,
  table.header(repeat: true, ..data.columns.map(column => strong(column.name))),
  ..data.rows.flatten()
)
#data.totals
`

/** Badges of 90 × 55 mm, ten on an A4, with marks to cut along, in Typst. */
export const badgesTemplate = `${colours}
#let wide = 90mm
#let high = 55mm
#let left = 15mm
#let over = 11mm
#let mark = 5mm
#let cuts = {
  for x in range(3) {
    place(top + std.left, dx: left + x * wide, dy: over - mark - 1mm, line(length: mark, angle: 90deg, stroke: hair))
    place(top + std.left, dx: left + x * wide, dy: over + 5 * high + 1mm, line(length: mark, angle: 90deg, stroke: hair))
  }
  for y in range(6) {
    place(top + std.left, dx: left - mark - 1mm, dy: over + y * high, line(length: mark, stroke: hair))
    place(top + std.left, dx: left + 2 * wide + 1mm, dy: over + y * high, line(length: mark, stroke: hair))
  }
}
#set page(paper: "a4", margin: (x: left, y: over), background: cuts)
#set par(leading: 0.5em, spacing: 0.6em)
#show heading: set block(above: 0pt, below: 2.5mm)
#let sized(name) = {
  let length = name.clusters().len()
  if length <= 14 { 24pt } else if length <= 22 { 20pt } else if length <= 34 { 16pt } else { 13pt }
}
#let badge(guest) = block(width: wide, height: high, inset: (x: 7mm, y: 6mm), breakable: false, clip: true, {
  text(size: 8.5pt, weight: 600, fill: green, data.title)
  v(1fr)
  grid(
    columns: (1fr, 24mm),
    column-gutter: 3mm,
    align: (bottom + std.left, bottom + right),
    {
      heading(level: 1, text(size: sized(guest.name), weight: 600, hyphenate: false, guest.name))
      text(size: 11.5pt, guest.organisation)
    },
    image(bytes(guest.qr), format: "svg", width: 24mm, alt: guest.alt),
  )
})
#if data.guests.len() == 0 [#data.nobody]
#for page in data.guests.chunks(10) {
  grid(columns: (wide, wide), rows: high, ..page.map(badge))
}
`
