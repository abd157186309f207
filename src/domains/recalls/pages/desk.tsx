import { type Use, uses } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Setting } from '../notice-queries.ts'
import { recallPaths } from '../paths.ts'
import { hasLeft, leavesAt } from '../rules/due.ts'
import { textsOf } from '../texts.ts'

export interface DeskPageProps {
  l: Locale
  now: Date
  days: { day: string; corrections: number }[]
  told: { day: string; kind: Use; followers: number }[]
  followers: { kind: Use; followers: number }[]
  setting: Setting
  /** Followers who have not been told yet of what is corrected until now. */
  waiting: number
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** Which days values were corrected, who was told, who waits, and when notices leave. */
export function DeskPage(props: DeskPageProps) {
  const { l, followers, waiting, errors, done } = props
  const { desk: t, errors: words } = textsOf(l)
  const said = Object.entries(errors).map(([field, key]) => ({ field, message: words[key] ?? key }))
  return (
    <>
      <ErrorSummary l={l} errors={said} />
      <Breadcrumbs
        l={l}
        steps={[{ href: l.href('/kansli'), label: l.language === 'sv' ? 'Kansliet' : 'Secretariat' }]}
      />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      <p>
        <strong>{t.followers}:</strong> {followers.length > 0 ? countsText(followers, l) : t.noFollowers}
      </p>
      {waiting > 0 ? (
        <form class="flow" method="post" action={l.href(recallPaths.release)}>
          <p>
            {t.waiting(waiting)}. {t.releaseHint}
          </p>
          <Button variant="secondary">{t.release}</Button>
        </form>
      ) : (
        <p>{t.nobodyWaits}</p>
      )}
      <Days {...props} />
      <DepartureForm {...props} />
    </>
  )
}

/** "3 har citerat, 1 håller koll" */
function countsText(counts: { kind: Use; followers: number }[], l: Locale): string {
  const t = textsOf(l)
  return l.list(
    uses.flatMap((use) =>
      counts.flatMap(({ kind, followers }) => (kind === use ? [`${followers} ${t.uses[use]}`] : [])),
    ),
  )
}

function Days({ l, now, days, told, setting }: DeskPageProps) {
  const t = textsOf(l).desk
  if (days.length === 0) return <p>{t.noDays}</p>
  return (
    <DataTable
      l={l}
      id="dagar"
      caption={t.corrections}
      captionHidden
      rows={days}
      rowKey={({ day }) => day}
      columns={[
        {
          key: 'day',
          head: t.day,
          rowHead: true,
          cell: ({ day }) => <a href={l.href(recallPaths.day(day))}>{l.date(day)}</a>,
        },
        { key: 'count', head: t.corrections, numeric: true, cell: ({ corrections }) => corrections },
        {
          key: 'leaves',
          head: t.leaves,
          cell: ({ day }) => (hasLeft(day, setting, now) ? t.left : l.moment(leavesAt(day, setting))),
        },
        {
          key: 'told',
          head: t.told,
          cell: ({ day }) =>
            countsText(
              told.filter((one) => one.day === day),
              l,
            ) || '–',
        },
      ]}
    />
  )
}

function DepartureForm({ l, setting, typed, errors }: DeskPageProps) {
  const { desk: t, errors: words } = textsOf(l)
  const errorOf = (field: string) => errors[field] && (words[errors[field]] ?? errors[field])
  return (
    <section class="flow" aria-labelledby="tid">
      <h2 id="tid">{t.timeTitle}</h2>
      <p>{t.timeLead}</p>
      <form class="form" method="post" action={l.href(recallPaths.settings)} noValidate>
        <Input
          id="dagar"
          name="dagar"
          type="number"
          label={t.afterDays}
          hint={t.afterDaysHint}
          error={errorOf('dagar')}
          value={textIn(typed, 'dagar') || String(setting.afterDays)}
        />
        <Input
          id="timme"
          name="timme"
          type="number"
          label={t.atHour}
          hint={t.atHourHint}
          error={errorOf('timme')}
          value={textIn(typed, 'timme') || String(setting.atHour)}
        />
        <Button>{t.save}</Button>
      </form>
    </section>
  )
}
