import type { StatuteRules } from '#domains/statutes/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Meeting } from '../../queries.ts'
import type { MinutesDocument } from '../document.ts'
import { minutesSteps } from '../organ.ts'
import type { FrozenDocument, Note, SaidText, Signature, Signer } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { Approval } from './approval.tsx'
import { Item } from './item.tsx'
import { Notes } from './notes.tsx'

/** A text that was written over an older version than the one that stands. */
export interface Overtaken {
  itemId: number
  mine: string
  theirs: string
  by: string
  at: Date | null
  /** Both together. */
  merged: string
}

export interface MinutesPageProps {
  l: Locale
  title: string
  meeting: Meeting
  /** Of the minutes, without the language. */
  address: string
  /** Where the reader came from. */
  around: { href: string; label: string }
  document: MinutesDocument
  said: Map<number, SaidText>
  frozen: FrozenDocument | undefined
  /** Whether every hash agrees. */
  untouched: boolean
  signers: Signer[]
  signatures: Signature[]
  notes: Note[]
  /** Last day to approve, `YYYY-MM-DD`. */
  approveBy: string
  rules: StatuteRules
  adjusters: { value: number; paragraph: number }
  mayWrite: boolean
  /** Who reads. */
  reader: number
  overtaken: Overtaken | undefined
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The minutes of a meeting: written item by item while it runs, then read, approved and kept. */
export function MinutesPage(props: MinutesPageProps) {
  const { l, title, meeting, address, around, document, frozen, errors, done } = props
  const t = textsOf(l)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, t.errors)} />
      <Breadcrumbs l={l} steps={[{ ...around, href: l.href(around.href) }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={title} lead={stateOf(props)}>
        {meeting.madeUp && (
          <p class="row">
            <MadeUpBadge label={t.madeUp} />
          </p>
        )}
      </PageHeader>
      <p class="row">
        <a href={l.href(address + minutesSteps.pdf)}>{t.pdf}</a>
        {frozen && <a href={l.href(address + minutesSteps.file)}>{t.file}</a>}
      </p>
      <Approval {...props} />
      <Notes {...props} />
      <div lang={otherLanguage('sv', l)}>
        <DefinitionList items={document.facts.map(({ label, value }) => ({ term: label, meaning: value }))} />
      </div>
      <section class="flow" aria-labelledby="narvarande">
        <h2 id="narvarande">{t.present}</h2>
        {document.present.map(({ label, people }) => (
          <p key={label} lang={otherLanguage('sv', l)}>
            <strong>{label}:</strong> {people.join(', ')}
          </p>
        ))}
        <p lang={otherLanguage('sv', l)}>{document.quorum}</p>
      </section>
      <section class="flow" aria-labelledby="arenden">
        <h2 id="arenden">{t.items}</h2>
        {document.items.map((item) => (
          <Item key={item.id} {...props} item={item} />
        ))}
      </section>
    </>
  )
}

function stateOf({ l, meeting, frozen, signatures, approveBy, rules }: MinutesPageProps): string {
  const t = textsOf(l).states
  if (meeting.state === 'approved') {
    const last = signatures.at(-1)
    return t.approved(last ? l.date(last.signed_at) : '')
  }
  if (frozen) return t.waiting(l.date(approveBy), rules.minutes_days.paragraph)
  return meeting.state === 'closed' ? t.draft : t.open
}
