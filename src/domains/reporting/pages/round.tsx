import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tabs } from '#ui/components/tabs.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { reportingPaths } from '../paths.ts'
import type { Remarks } from '../report-lines.ts'
import type { Round, RoundReport } from '../round-queries.ts'
import type { Progress } from '../rules/progress.ts'
import { isOpen, type ReportState, roundKey } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { RoundProgress } from './progress.tsx'
import { RoundTable } from './round-table.tsx'

export const roundFilters = ['alla', 'vantar', 'kontrollera', 'klara'] as const
export type RoundFilter = (typeof roundFilters)[number]

/** Whether a report shows under a filter. */
const shows: Record<RoundFilter, (state: ReportState) => boolean> = {
  alla: () => true,
  vantar: (state) => isOpen(state) || state === 'submitted',
  kontrollera: (state) => state === 'approved',
  klara: (state) => state === 'verified' || state === 'published',
}

export interface RoundPageProps {
  l: Locale
  round: Round
  reports: RoundReport[]
  /** What to look at, by organisation, in reports that wait for the secretariat. */
  remarks: Map<string, Remarks>
  progress: Progress
  shown: RoundFilter
  done: string | undefined
  typed: Typed
  errors: Record<string, string>
}

/** Who has reported, what waits for the secretariat, reminders, and the round's end. */
export function RoundPage(props: RoundPageProps) {
  const { l, round, reports, progress, shown, done, errors } = props
  const texts = textsOf(l)
  const t = texts.round
  const key = roundKey(round)
  const verified = reports.filter(({ state }) => state === 'verified').length
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(reportingPaths.rounds), label: texts.rounds.title }]} />
      <Done text={done === 'oppnad' ? texts.rounds.opened : done && t.notices[done]} />
      <PageHeader
        title={t.title(round.year, round.kind)}
        lead={round.correctionsOnly ? t.correctionsOnly : t.lead(l.date(round.dueOn))}
      >
        <span class="row">
          {round.closedAt && !round.correctionsOnly && <Tag tone="outline">{texts.rounds.closed}</Tag>}
          {round.madeUp && <MadeUpBadge label={texts.progress.madeUp} />}
        </span>
      </PageHeader>
      <p>
        <strong>{t.delivered(progress.delivered, progress.all)}</strong>
      </p>
      {verified > 0 && (
        <form method="post" action={l.href(reportingPaths.publish(key))}>
          <Button>{t.publish(verified)}</Button>
        </form>
      )}
      {!round.correctionsOnly && <RoundProgress l={l} round={round} progress={progress} />}
      <Tabs
        label={t.filter}
        tabs={roundFilters.map((filter) => ({
          href: `${l.href(reportingPaths.round(key))}?visa=${filter}`,
          label: t.filters[filter],
          current: filter === shown,
        }))}
      />
      <RoundTable {...props} reports={reports.filter(({ state }) => shows[shown](state))} />
      {!round.correctionsOnly && <Running {...props} />}
    </>
  )
}

/** Reminders, the due day, and closing. */
function Running({ l, round, reports, typed, errors }: RoundPageProps) {
  const texts = textsOf(l)
  const t = texts.round
  const key = roundKey(round)
  const field = fieldsOf(typed, errors, texts.errors)
  const late = reports.filter(({ state }) => isOpen(state)).length
  const isClosed = round.closedAt !== null
  return (
    <>
      {late > 0 && !isClosed && (
        <form class="flow" method="post" action={l.href(reportingPaths.remind(key))}>
          <p>{t.remindText}</p>
          <Button variant="secondary">{t.remind}</Button>
        </form>
      )}
      <section class="flow narrow" aria-labelledby="omgangen">
        <h2 id="omgangen">{t.change}</h2>
        <form class="form" method="post" action={l.href(reportingPaths.change(key))} noValidate>
          <Input
            {...field('senast')}
            type="date"
            label={texts.rounds.due}
            value={textIn(typed, 'senast') || round.dueOn}
          />
          <Button variant="secondary">{t.changeDue}</Button>
        </form>
        <form class="flow" method="post" action={l.href(reportingPaths.close(key))}>
          <p>{isClosed ? t.reopenText : t.closeText}</p>
          <input type="hidden" name="stang" value={isClosed ? 'nej' : 'ja'} />
          <Button variant="secondary">{isClosed ? t.reopen : t.close}</Button>
        </form>
      </section>
    </>
  )
}
