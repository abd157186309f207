import { pageSetup } from '#platform/pdf/page-setup.ts'

/** How a response looks on paper, in Typst. What it says is put together in `response-pdf.ts`. */
export const responseTemplate = `
${pageSetup({ x: '24mm', top: '24mm', bottom: '24mm' })}
#set text(size: 11pt, fill: rgb("#1b2925"), hyphenate: false)
#set par(leading: 0.62em, spacing: 1em)
#show heading.where(level: 1): set text(size: 22pt, weight: 600, fill: green)
#show heading.where(level: 2): set text(size: 14pt, weight: 600, fill: green)
#show heading.where(level: 3): set text(size: 11.5pt, weight: 600)
#show heading: set block(above: 6mm, below: 3mm, sticky: true)
#show link: set text(fill: rgb("#14608f"))

#let run(it) = {
  let body = it.text
  if it.strong { body = strong(body) }
  if it.emphasis { body = emph(body) }
  if it.href != "" { link(it.href, body) } else [#body]
}
#let runs(items) = items.map(run).join()
#let show-block(it) = {
  if it.kind == "heading" { heading(level: 3, runs(it.runs)) }
  else if it.kind == "quote" { quote(block: true, runs(it.runs)) }
  else if it.kind == "list" { list(..it.items.map(runs)) }
  else if it.kind == "numbered" { enum(..it.items.map(runs)) }
  else if it.kind == "paragraph" { par(runs(it.runs)) }
}

#text(size: 11pt, weight: 600, data.eyebrow)
#v(1mm)
#heading(level: 1, data.title)

#if data.madeUp != "" [
  #block(width: 100%, fill: rgb("#fbf0d4"), radius: 1mm, inset: 3mm, text(fill: rgb("#6a4a00"), data.madeUp))
]
#for fact in data.facts [
  *#fact.term:* #fact.meaning \\
]

#heading(level: 2, data.words.text)
#for it in data.blocks { show-block(it) }

#if data.demands.len() > 0 [
  #heading(level: 2, data.words.demands)
  #enum(..data.demands.map(it => [#it]))
]

#if data.reservations != "" [
  #heading(level: 2, data.words.reservations)
  #data.reservations
]

#heading(level: 2, data.words.endorsers)
#data.weight

#if data.endorsers.len() > 0 [
  #table(
    columns: (1fr, 1.4fr, 1.4fr),
    stroke: (x: none, y: 0.4pt + rgb("#b9c4bf")),
    inset: (x: 0pt, y: 2mm),
    column-gutter: 4mm,
    table.header(strong(data.words.organisation), strong(data.words.decided), strong(data.words.delegation)),
    ..data.endorsers.map(it => (it.organisation, it.decided, it.delegation)).flatten(),
  )
  #text(size: 9pt, fill: subtle, data.counted)
]

#v(4mm)
#text(size: 9pt, fill: subtle)[#data.words.address #link(data.address, data.address)]
`
