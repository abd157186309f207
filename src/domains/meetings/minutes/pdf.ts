import { firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import { pageSetup } from '#platform/pdf/page-setup.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { MinutesDocument } from './document.ts'
import type { Note, Signature } from './queries.ts'
import { textsOf } from './texts.ts'

const template = `${pageSetup({ x: '24mm', top: '24mm', bottom: '24mm' })}
#set text(size: 10.5pt, fill: rgb("#1b2925"), hyphenate: true)
#set par(leading: 0.62em, spacing: 0.9em)
#show heading.where(level: 1): set text(size: 21pt, weight: 600, fill: green)
#show heading.where(level: 2): set text(size: 13pt, weight: 600, fill: green)
#show heading.where(level: 3): set text(size: 10.5pt, weight: 600)
#show heading: set block(above: 1.3em, below: 0.6em)
#let written(lines) = for line in lines [#par(line)]
#text(size: 12pt, weight: 600, data.association)
#v(3mm)
#heading(level: 1, data.title)
#if data.state != "" [#text(weight: 600, data.state)]
#grid(
  columns: (auto, 1fr), column-gutter: 7mm, row-gutter: 2.2mm,
  ..data.facts.map(fact => (text(fill: subtle, fact.label), fact.value)).flatten()
)
#heading(level: 2, data.words.present)
#for group in data.present [
  #heading(level: 3, group.label)
  #for person in group.people [
    - #person
  ]
]
#written(data.quorum)
#for item in data.items [
  #heading(level: 2, item.title)
  #written(item.background)
  #written(item.said)
  #if item.decision.len() > 0 [
    #heading(level: 3, data.words.decision)
    #written(item.decision)
  ]
  #for line in item.lines [
    - #line
  ]
  #if item.documents.len() > 0 [
    #heading(level: 3, data.words.documents)
    #for document in item.documents [
      - #document.name  #text(size: 8pt, fill: subtle, "SHA-256 " + document.sha256)
    ]
  ]
]
#if data.signatures.len() > 0 [
  #heading(level: 2, data.words.signatures)
  #for signature in data.signatures [
    - #signature
  ]
]
#if data.hash != "" [#text(size: 8.5pt, fill: subtle, data.hash)]
#if data.notes.len() > 0 [
  #heading(level: 2, data.words.notes)
  #for note in data.notes [
    #heading(level: 3, note.by)
    #written(note.lines)
  ]
]
`

/** The minutes as accessible PDF, with who approved them and the hash of what they approved. Always in the association's first language. */
export function minutesPdf({
  document,
  sha256,
  approved,
  signatures,
  notes,
}: {
  document: MinutesDocument
  sha256: string | undefined
  approved: boolean
  signatures: Signature[]
  notes: Note[]
}): Promise<Buffer> {
  const l = localeOf(firstLanguage)
  const t = textsOf(l)
  const { paper, parts } = t
  const { title, association, items, present, facts, heldOn, madeUp } = document
  const state = [approved ? '' : paper.draft, madeUp ? t.madeUp : ''].filter(Boolean).join(' · ')
  return renderPdf(template, {
    title,
    language: l.language,
    day: heldOn,
    data: {
      association,
      title,
      state,
      facts,
      present,
      quorum: linesOf(document.quorum),
      items: items.map((item) => ({
        title: [item.paragraph === null ? '' : t.paragraph(item.paragraph), item.title]
          .filter(Boolean)
          .join(' '),
        background: linesOf(withoutMarks(item.background)),
        said: linesOf(withoutMarks(item.said)),
        decision: linesOf(item.decision),
        lines: item.lines,
        documents: item.documents,
      })),
      signatures: signatures.map(({ name, part, signed_at: at }) =>
        paper.signature(name, parts[part].toLocaleLowerCase(l.tag), l.moment(at)),
      ),
      hash: sha256 ? paper.hash(sha256) : '',
      notes: notes.map(({ writtenBy, writtenAt, text }) => ({
        by: t.noteBy(writtenBy, l.moment(writtenAt)),
        lines: linesOf(text),
      })),
      running: [title, state].filter(Boolean).join(' · '),
      words: {
        page: paper.page,
        present: paper.present,
        documents: paper.documents,
        decision: paper.decision,
        signatures: paper.signatures,
        notes: paper.notes,
      },
    },
  })
}

function linesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Markdown as plain lines: without its signs, links with their addresses. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/^#+\s+/gm, '')
    .replace(/[*_`>]+/g, '')
}
