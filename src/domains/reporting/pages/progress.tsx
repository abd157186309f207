import type { Locale } from '#platform/i18n.ts'
import { CountLine } from '#ui/charts/count-line.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Stats, StatTile } from '#ui/components/stat.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { reportingPaths } from '../paths.ts'
import type { Round } from '../round-queries.ts'
import type { Progress } from '../rules/progress.ts'
import { textsOf } from '../texts.ts'

interface ProgressProps {
  l: Locale
  round: Round
  progress: Progress
}

/** How far a round has come, for every member: the figures, the picture, and thanks to those who have sent in. */
export function ProgressPage({ l, round, progress }: ProgressProps) {
  const texts = textsOf(l)
  const t = texts.progress
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(reportingPaths.mine), label: texts.mine.title }]} />
      <PageHeader title={t.title(round.year)} lead={texts.round.lead(l.date(round.dueOn))}>
        {round.madeUp && (
          <span class="row">
            <MadeUpBadge label={t.madeUp} />
          </span>
        )}
      </PageHeader>
      <RoundProgress l={l} round={round} progress={progress} />
      <section class="flow" aria-labelledby="tack">
        <h2 id="tack">{t.thanks}</h2>
        <p>{progress.thanked.length === 0 ? t.nobodyYet : `${l.list(progress.thanked)}.`}</p>
      </section>
    </>
  )
}

/** The numbers of a round, how they grew, and each county's share. */
export function RoundProgress({ l, round, progress }: ProgressProps) {
  const t = textsOf(l).progress
  const { all, delivered, verified, published, late, days, counties } = progress
  const share = (part: number, whole: number) => l.percent(whole === 0 ? 0 : part / whole)
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
  const last = days.at(-1)?.day ?? round.openedOn
  return (
    <section class="flow" aria-label={t.heading}>
      <Stats>
        <StatTile label={t.delivered} value={delivered} meaning={t.of(all, share(delivered, all))} />
        <StatTile label={t.verified} value={verified} />
        <StatTile label={t.published} value={published} />
        {late > 0 && <StatTile label={t.late} value={late} />}
      </Stats>
      <CountLine
        points={days.map((one) => ({ at: at(one.day), count: one.delivered }))}
        all={all}
        mark={{ at: at(round.dueOn), label: t.dueMark(l.date(round.dueOn)) }}
        ends={[l.date(round.openedOn), l.date(last > round.dueOn ? last : round.dueOn)]}
        label={t.chart(delivered, all)}
      />
      <Details summary={t.byCounty}>
        <DataTable
          l={l}
          id="lan"
          caption={t.byCounty}
          captionHidden
          rows={counties}
          rowKey={({ code }) => code}
          columns={[
            { key: 'county', head: t.county, rowHead: true, cell: ({ name }) => name },
            {
              key: 'delivered',
              head: t.delivered,
              numeric: true,
              cell: (one) => t.ofAll(one.delivered, one.all),
            },
            {
              key: 'share',
              head: t.share,
              cell: (one) => (
                <>
                  <progress max={one.all} value={one.delivered} aria-hidden="true" />{' '}
                  {share(one.delivered, one.all)}
                </>
              ),
            },
          ]}
        />
      </Details>
    </section>
  )
}
