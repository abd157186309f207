/** What both documents share: the colours and the headings. */
const style = `
#let green = rgb("#0f5c46")
#let subtle = rgb("#50605a")
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 26mm, bottom: 24mm),
  background: place(top, rect(width: 100%, height: 3mm, fill: green)),
  footer: text(size: 8pt, fill: subtle, data.footer),
)
#set text(size: 10.5pt, fill: rgb("#1b2925"), hyphenate: true)
#set par(leading: 0.62em, spacing: 1em)
#show heading.where(level: 2): set text(size: 11pt, weight: 600, fill: green)
#show heading: set block(below: 3mm)
`

/** The receipt of an application that was sent in, in Typst. */
export const receiptTemplate = `${style}
#show heading.where(level: 1): set text(size: 23pt, weight: 600, fill: green)
#text(size: 12pt, weight: 600, data.association)
#v(6mm)
#heading(level: 1, data.heading)
#data.lead
#v(4mm)
#grid(
  columns: (auto, 1fr),
  column-gutter: 7mm,
  row-gutter: 2.6mm,
  ..data.facts.map(fact => (text(fill: subtle, fact.label), fact.value)).flatten()
)
#v(5mm)
== #data.words.documents
#for file in data.files [
  - #file.name  #text(size: 8.5pt, fill: subtle, file.mark)
]
#v(3mm)
== #data.words.next
#data.next
`

/** The certificate of a new member, in Typst. */
export const certificateTemplate = `${style}
#show heading.where(level: 1): set text(size: 34pt, weight: 600, fill: green)
#set align(center)
#v(28mm)
#text(size: 14pt, weight: 600, data.association)
#v(18mm)
#heading(level: 1, data.heading)
#v(12mm)
#text(size: 24pt, weight: 600, data.organisation)
#v(6mm)
#text(size: 14pt, data.text)
#v(16mm)
#block(width: 120mm)[
  #set align(left)
  == #data.words.criteria
  #for criterion in data.criteria [
    + #criterion
  ]
]
#v(1fr)
#text(fill: subtle, data.decision)
#v(12mm)
`
