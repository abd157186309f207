import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { representativePaths } from '../paths.ts'
import type { Renewal, RenewalMember } from '../renewal-queries.ts'
import { textsOf } from '../texts.ts'

export interface RenewalPageProps {
  l: Locale
  renewal: Renewal | undefined
  members: RenewalMember[]
  /** How many would be asked. */
  count: number
  shown: 'alla' | 'vantar' | 'svarat'
  given: { anledning: string; senast: string }
  errors: Record<string, string>
  done: string | undefined
}

/** Starts a renewal with one click, and shows who has not answered. */
export function RenewalPage(props: RenewalPageProps) {
  const { l, renewal, errors, done } = props
  const texts = textsOf(l)
  const t = texts.renewal
  const notice = done && t.notices[done]
  return (
    <>
      <ErrorSummary
        l={l}
        errors={Object.entries(errors).map(([field, key]) => ({ field, message: texts.errors[key] ?? key }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href(representativePaths.desk), label: texts.desk.title }]} />
      {notice && (
        <Notice tone={done === 'redan-igang' ? 'warning' : 'success'} role="status">
          <p>{notice}</p>
        </Notice>
      )}
      <PageHeader title={t.title} lead={t.lead} />
      {renewal ? <Running {...props} renewal={renewal} /> : <Start {...props} />}
    </>
  )
}

function Start({ l, count, given, errors }: RenewalPageProps) {
  const texts = textsOf(l)
  const t = texts.renewal
  const error = (field: string) => errors[field] && (texts.errors[errors[field]] ?? errors[field])
  return (
    <section class="flow narrow" aria-labelledby="starta">
      <h2 id="starta">{t.start}</h2>
      <p>{t.startText(count)}</p>
      <form class="flow" method="post" action={l.href(representativePaths.renewal)} noValidate>
        <Input
          id="anledning"
          name="anledning"
          label={t.reason}
          value={given.anledning}
          error={error('anledning')}
          autocomplete="off"
        />
        <Input
          id="senast"
          name="senast"
          type="date"
          label={t.due}
          value={given.senast}
          error={error('senast')}
        />
        <Button>{t.startButton}</Button>
      </form>
    </section>
  )
}

function Running({ l, renewal, members, shown }: RenewalPageProps & { renewal: Renewal }) {
  const t = textsOf(l).renewal
  const answered = members.filter(({ answeredAt }) => answeredAt)
  const rows = members.filter(
    ({ answeredAt }) => shown === 'alla' || (shown === 'svarat' ? answeredAt !== null : answeredAt === null),
  )
  const tabs = [
    ['alla', t.all],
    ['vantar', t.unanswered],
    ['svarat', t.done],
  ] as const
  return (
    <>
      <p>{t.running(renewal.reason, l.date(renewal.dueOn))}</p>
      <p role="status">
        <strong>{t.answered(answered.length, members.length)}</strong>
      </p>
      <nav aria-label={t.filter}>
        <ul class="row">
          {tabs.map(([key, label]) => (
            <li key={key}>
              <a
                href={`${l.href(representativePaths.renewal)}?visa=${key}`}
                aria-current={key === shown ? 'true' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <DataTable
        l={l}
        id="svar"
        caption={t.title}
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'member',
            head: t.member,
            rowHead: true,
            cell: ({ code, name }) => <a href={l.href(representativePaths.people(code))}>{name}</a>,
          },
          { key: 'state', head: t.state, cell: (member) => stateOf(member, l) },
        ]}
      />
      <form class="flow" method="post" action={l.href(representativePaths.remind)}>
        <p>{t.remindText}</p>
        <Button>{t.remind}</Button>
      </form>
      <form method="post" action={l.href(representativePaths.closeRenewal)}>
        <Button variant="tertiary">{t.close}</Button>
      </form>
    </>
  )
}

function stateOf(member: RenewalMember, l: Locale): string {
  const t = textsOf(l).renewal
  if (member.answeredAt) return t.by(member.answeredBy ?? '', l.date(member.answeredAt))
  if (member.contacts.length === 0) return t.nobody
  return member.remindedAt
    ? `${t.waiting}, ${t.reminded(member.reminders, l.date(member.remindedAt))}`
    : t.waiting
}
