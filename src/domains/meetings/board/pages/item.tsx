import type { Selectable } from 'kysely'
import type { StatuteRules } from '#domains/statutes/index.ts'
import type { Business } from '#platform/http/business.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Signer } from '../../minutes/index.ts'
import type { Meeting, MeetingItem } from '../../queries.ts'
import { boardPaths } from '../paths.ts'
import type { Attendance, BoardPerson, ItemFile, Partial, Reservation, Task } from '../queries.ts'
import type { BoardTables } from '../tables.ts'
import { textsOf } from '../texts.ts'
import { DecisionForm } from './decision-form.tsx'
import { Files } from './files.tsx'
import { ItemForms } from './item-forms.tsx'

export interface ItemPageProps {
  l: Locale
  meeting: Meeting
  item: MeetingItem
  /** Its place on the agenda. */
  number: number
  before: MeetingItem | undefined
  after: MeetingItem | undefined
  /** What it decides in another house, while that waits. */
  business: Business | undefined
  board: BoardPerson[]
  attendance: Attendance[]
  partial: Partial[]
  show: Selectable<BoardTables['meeting_item_show']> | undefined
  reservations: Reservation[]
  tasks: Task[]
  files: ItemFile[]
  signers: Signer[]
  rules: StatuteRules
  /** Nothing of it can be changed any more. */
  locked: boolean
  mayEdit: boolean
  mayDecide: boolean
  reader: number
  about: string | undefined
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** An item of a board meeting: its basis, what is decided, and what belongs to the decision. */
export function ItemPage(props: ItemPageProps) {
  const { l, meeting, item, number, business, partial, reader, errors, done } = props
  const t = textsOf(l)
  const amPartial = partial.some(({ personId }) => personId === reader)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, t.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(boardPaths.list), label: t.title },
          { href: l.href(boardPaths.meeting(meeting.id)), label: t.nameOf(l.date(meeting.heldOn)) },
        ]}
      />
      <Done text={done && t.notices[done]} />
      <PageHeader
        title={<span lang={otherLanguage('sv', l)}>{item.title}</span>}
        eyebrow={t.item.number(number)}
      >
        {item.madeUp && (
          <p class="row">
            <MadeUpBadge label={t.madeUp} />
          </p>
        )}
      </PageHeader>
      {amPartial && item.paragraph === null && (
        <Notice tone="warning">
          <p>{t.item.youArePartial}</p>
        </Notice>
      )}
      {(item.text || business) && (
        <section class="flow" aria-labelledby="underlag">
          <h2 id="underlag">{t.item.basis}</h2>
          <div lang={otherLanguage('sv', l)}>
            <Markdown text={item.text} level={3} />
          </div>
          {business && (
            <p>
              <a href={l.href(business.href)}>{t.item.readAll}</a>
            </p>
          )}
        </section>
      )}
      <Files {...props} />
      <PartialList {...props} />
      <Decision {...props} />
      {!amPartial && <DecisionForm {...props} />}
      <ItemForms {...props} />
      <Neighbours {...props} />
    </>
  )
}

function PartialList({ l, partial }: ItemPageProps) {
  const t = textsOf(l).item
  if (partial.length === 0) return null
  return (
    <section class="flow" aria-labelledby="javiga">
      <h2 id="javiga">{t.partial}</h2>
      <ul>
        {partial.map(({ personId, name, reason }) => (
          <li key={personId}>
            {name}: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decision({ l, item, show, reservations }: ItemPageProps) {
  const texts = textsOf(l)
  const t = texts.item
  if (item.paragraph === null) return null
  return (
    <section class="card flow" aria-labelledby="beslutet">
      <h2 id="beslutet">{t.decided(item.paragraph)}</h2>
      <p class="written" lang={otherLanguage('sv', l)}>
        {item.decision}
      </p>
      {show && (
        <p>
          {t.show(show.in_favour, show.against, show.abstained)}
          {show.tie_broken_by && ` ${t.tie[show.tie_broken_by]}`}
        </p>
      )}
      {reservations.map(({ id, name, text }) => (
        <p key={id} class="written">
          <strong>{t.reservationOf(name)}</strong> {text}
        </p>
      ))}
    </section>
  )
}

function Neighbours({ l, meeting, before, after }: ItemPageProps) {
  const t = textsOf(l).item
  return (
    <nav class="row" aria-label={t.others}>
      {before && (
        <a href={l.href(boardPaths.item(meeting.id, before.id))} lang={otherLanguage('sv', l)}>
          {t.before(before.title)}
        </a>
      )}
      {after && (
        <a href={l.href(boardPaths.item(meeting.id, after.id))} lang={otherLanguage('sv', l)}>
          {t.after(after.title)}
        </a>
      )}
    </nav>
  )
}
