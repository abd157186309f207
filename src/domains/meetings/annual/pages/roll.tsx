import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import type { RollChange, RollEntry } from '../roll-queries.ts'
import { textsOf } from '../texts.ts'
import { CheckForm, type ToCheck } from './check-form.tsx'
import { MeetingFrame } from './frame.tsx'

export interface RollPageProps {
  l: Locale
  meeting: Meeting
  entries: RollEntry[]
  changes: RollChange[]
  registered: ToCheck[]
  /** How many votes the roll would have if it was frozen now. */
  coming: number
  edits: boolean
  errors: Record<string, string>
  problems: string[]
  done: string | undefined
}

/** Who may vote: credentials before, the frozen roll with every later change after. */
export function RollPage(props: RollPageProps) {
  const { l, meeting, entries, registered, coming, edits, errors, problems, done } = props
  const t = textsOf(l).roll
  const year = annualSlug(meeting)
  const valid = entries.filter(({ withdrawnAt }) => withdrawnAt === null)
  const members = new Set(valid.map(({ organisationCode }) => organisationCode)).size
  return (
    <MeetingFrame l={l} meeting={meeting} title={t.title} lead={t.lead} done={done} errors={errors}>
      {problems.length > 0 ? (
        <Notice tone="danger" role="alert">
          {problems.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      ) : null}
      <p>
        {meeting.rollFrozenAt ? t.frozen(l.moment(meeting.rollFrozenAt)) : t.notFrozen}{' '}
        {meeting.rollFrozenAt ? t.votes(valid.length, members) : null}
      </p>
      {edits ? <CheckForm l={l} year={year} registered={registered} /> : null}
      {edits && !meeting.rollFrozenAt ? (
        <section class="flow" aria-labelledby="faststall">
          <h2 id="faststall">{t.freeze}</h2>
          <p>{meeting.state === 'open' ? t.freezeHint : t.openFirst}</p>
          {meeting.state === 'open' ? (
            <form method="post" action={l.href(annualPaths.freeze(year))}>
              <Button>
                {t.freeze} ({l.number(coming)})
              </Button>
            </form>
          ) : null}
        </section>
      ) : null}
      {edits && meeting.rollFrozenAt && meeting.state === 'open' ? (
        <form class="form" method="post" action={l.href(`${annualPaths.roll(year)}/lagg-till`)}>
          <p>{t.addHint}</p>
          <Input id="skal" name="skal" label={t.why} value={t.arrived} />
          <Button variant="secondary">{t.add}</Button>
        </form>
      ) : null}
      {entries.length > 0 ? <Roll {...props} /> : null}
      <Changes {...props} />
    </MeetingFrame>
  )
}

function Roll({ l, meeting, entries, edits }: RollPageProps) {
  const t = textsOf(l).roll
  const year = annualSlug(meeting)
  return (
    <DataTable
      l={l}
      id="rostlangd"
      caption={t.title}
      captionHidden
      rows={entries}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'member', head: t.member, rowHead: true, cell: ({ organisationName }) => organisationName },
        { key: 'vote', head: t.vote, numeric: true, cell: ({ place }) => place },
        {
          key: 'person',
          head: t.person,
          cell: ({ personName, byProxy }) => `${personName}${byProxy ? ` (${t.proxy})` : ''}`,
        },
        {
          key: 'state',
          head: t.state,
          cell: ({ id, withdrawnAt, withdrawnWhy, personName }) => (
            <>
              {withdrawnAt ? `${t.withdrawn(l.moment(withdrawnAt))}: ${withdrawnWhy}` : t.valid}
              {edits && meeting.state === 'open' ? (
                <Details summary={withdrawnAt ? t.change.restored : t.withdraw}>
                  <form
                    class="form"
                    method="post"
                    action={l.href(
                      `${annualPaths.rollEntry(year, id)}/${withdrawnAt ? 'aterstall' : 'dra-tillbaka'}`,
                    )}
                  >
                    <Input id={`skal-${id}`} name="skal" label={`${t.why} (${personName})`} required />
                    <Button variant="secondary">{textsOf(l).save}</Button>
                  </form>
                </Details>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}

function Changes({ l, changes }: RollPageProps) {
  const t = textsOf(l).roll
  if (changes.length === 0) return null
  return (
    <section class="flow" aria-labelledby="andringar">
      <h2 id="andringar">{t.changes}</h2>
      <ul>
        {changes.map(({ at, change, why, notedBy, organisationName, place, personName }) => (
          <li key={`${at.toISOString()} ${organisationName} ${place} ${change}`}>
            {l.moment(at)}: {organisationName}, {t.vote.toLowerCase()} {place} ({personName}){' '}
            {t.change[change]}. {why} ({notedBy})
          </li>
        ))}
      </ul>
    </section>
  )
}
