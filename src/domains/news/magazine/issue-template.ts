import { pageSetup } from '#platform/pdf/page-setup.ts'

/** How the members' magazine looks on paper, in Typst. What it shows is made in `issue-pdf.ts`. */
export const issueTemplate = `
${pageSetup({ x: '22mm', top: '21mm', bottom: '22mm' })}
#set text(size: 10.5pt, fill: rgb("#1b2925"), hyphenate: false)
#set par(leading: 0.6em, spacing: 0.95em)
#set list(spacing: 0.6em)
#set enum(spacing: 0.6em)
#show heading.where(level: 1): set text(size: 26pt, weight: 600, fill: green)
#show heading.where(level: 2): set text(size: 17pt, weight: 600, fill: green)
#show heading.where(level: 3): set text(size: 12pt, weight: 600)
#show heading: set block(above: 6mm, below: 3mm, sticky: true)
#show link: set text(fill: rgb("#14608f"))

#let picture(it) = image(bytes(it.svg), format: "svg", width: 100%, alt: it.alt)
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
  else if it.kind == "picture" { picture(it) }
  else { par(runs(it.runs)) }
}

#text(size: 11pt, weight: 600, data.eyebrow)
#v(2mm)
#heading(level: 1, data.title)
#text(size: 13pt, data.lead)

#if data.madeUp != "" [
  #block(width: 100%, fill: rgb("#fbf0d4"), radius: 1mm, inset: 3mm, text(fill: rgb("#6a4a00"), data.madeUp))
]
#if data.cover != none { picture(data.cover) }

#outline(title: data.words.contents, target: heading.where(level: 2))

#for article in data.articles {
  pagebreak(weak: true)
  heading(level: 2, article.title)
  if article.lead != "" { text(size: 12pt, weight: 600, article.lead) }
  if article.byline != "" { par(text(fill: subtle, article.byline)) }
  if article.picture != none { picture(article.picture) }
  for it in article.blocks { show-block(it) }
  if article.more != none { par(link(article.more.href, article.more.label)) }
}
`
