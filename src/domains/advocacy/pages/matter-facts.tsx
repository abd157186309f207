import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Who asks, until when, what the board decided, when it was sent. */
export function MatterFacts({ l, matter }: { l: Locale; matter: Matter }) {
  const t = textsOf(l).matter
  const { kind, counterpart, reference, deadline, adopted, reservations, sent } = matter
  return (
    <DefinitionList
      items={[
        { term: kind === 'consultation' ? t.sender : t.addressee, meaning: counterpart },
        ...(reference ? [{ term: t.reference, meaning: reference }] : []),
        ...(deadline ? [{ term: t.deadline, meaning: l.date(deadline) }] : []),
        ...(adopted ? [{ term: t.adopted, meaning: <Adopted l={l} adopted={adopted} /> }] : []),
        ...(reservations
          ? [
              {
                term: t.reservations,
                meaning: <span lang={otherLanguage(matter.language, l)}>{reservations}</span>,
              },
            ]
          : []),
        ...(sent ? [{ term: t.sent, meaning: l.date(sent.at) }] : []),
      ]}
    />
  )
}

function Adopted({ l, adopted }: { l: Locale; adopted: NonNullable<Matter['adopted']> }) {
  const { on, meeting, paragraph, address, text } = adopted
  const words = textsOf(l).matter.adoptedBy(l.date(on), meeting, paragraph)
  return (
    <>
      {address ? <a href={l.href(address)}>{words}</a> : words}
      {text && <> {text}</>}
    </>
  )
}

/** The documents that came with a matter. */
export function MatterDocuments({ l, matter }: { l: Locale; matter: Matter }) {
  const t = textsOf(l).documents
  if (matter.documents.length === 0) return null
  return (
    <section class="flow" aria-labelledby="handlingar">
      <h2 id="handlingar">{t.title}</h2>
      <ul>
        {matter.documents.map(({ id, title, name, standard, size }) => (
          <li key={id}>
            <a href={advocacyPaths.document(id)}>{title}</a>{' '}
            <span class="subtle">
              {name}, {standard}, {bytes(l, size)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "1,4 MB" */
export function bytes(l: Locale, size: number): string {
  return size < 1_000_000 ? `${l.number(Math.max(1, size / 1000))} kB` : `${l.number(size / 1_000_000, 1)} MB`
}
