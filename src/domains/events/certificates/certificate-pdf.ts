import { type Locale, toldIn } from '#platform/i18n.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { qrSvg } from '../attendance/qr.ts'
import { certificatePaths } from './paths.ts'
import type { Certificate } from './queries.ts'
import { certificateTexts } from './texts.ts'
import { trainingDays, trainingHours } from './words.ts'

/** A certificate of training as accessible PDF, with the address that verifies it. The same one gives the same bytes. */
export function certificatePdf(l: Locale, certificate: Certificate, baseUrl: string): Promise<Buffer> {
  const t = certificateTexts(l).paper
  const address = baseUrl + l.href(certificatePaths.verify(certificate.code))
  const { name, organisation, programme, issuedOn, madeUp } = certificate
  return renderPdf(template, {
    title: `${t.title}: ${name}`,
    language: l.language,
    day: issuedOn,
    data: {
      association: t.association,
      heading: t.title,
      name,
      organisation,
      hasTaken: t.hasTaken,
      training: toldIn(programme.title, l)?.text ?? '',
      facts: [trainingDays(certificate, l), trainingHours(certificate, l)].join(' · '),
      sessions: programme.sessions.flatMap((session) => toldIn(session, l)?.text ?? []),
      issued: t.issued(l.date(issuedOn)),
      address,
      qr: qrSvg(address),
      words: { programme: t.programme, verify: t.verify, code: t.code },
      footer: madeUp ? t.madeUp : '',
    },
  })
}

const template = `
#let green = rgb("#0f5c46")
#let subtle = rgb("#50605a")
#set page(
  paper: "a4",
  margin: (x: 26mm, top: 28mm, bottom: 24mm),
  background: place(top, rect(width: 100%, height: 3mm, fill: green)),
  footer: text(size: 8pt, fill: subtle, data.footer),
)
#set text(size: 11pt, fill: rgb("#1b2925"))
#set par(leading: 0.62em, spacing: 1em)
#show heading.where(level: 1): set text(size: 30pt, weight: 600, fill: green)
#show heading.where(level: 2): set text(size: 11pt, weight: 600, fill: green)
#text(size: 13pt, weight: 600, data.association)
#v(14mm)
#heading(level: 1, data.heading)
#v(10mm)
#text(size: 24pt, weight: 600, hyphenate: false, data.name)
#if data.organisation != "" [#parbreak() #text(size: 13pt, data.organisation)]
#v(4mm)
#text(size: 13pt, data.hasTaken)

#text(size: 18pt, weight: 600, hyphenate: false, data.training)

#text(size: 13pt, data.facts)
#v(6mm)
#if data.sessions.len() > 0 [
  == #data.words.programme
  #for session in data.sessions [
    - #session
  ]
]
#v(1fr)
#grid(
  columns: (1fr, 30mm),
  column-gutter: 8mm,
  align: (bottom + left, bottom + right),
  [
    #data.issued

    #text(fill: subtle)[#data.words.verify \\ #link(data.address)]
  ],
  image(bytes(data.qr), format: "svg", width: 30mm, alt: data.words.code),
)
`
