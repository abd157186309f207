import { organisationPaths } from '#domains/members/index.ts'
import { otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { KeyFigure } from '../figure.ts'
import { keyFigurePaths } from '../paths.ts'
import type { Revision } from '../revision-queries.ts'
import { emptySelection, writeSelection } from '../selection.ts'
import { figureTitle, type Voice } from '../sentences.ts'
import { Why, written } from './revision-text.tsx'

export interface RevisionDayPageProps {
  voice: Voice
  /** `YYYY-MM-DD`. */
  day: string
  figures: KeyFigure[]
  revisions: Revision[]
  /** How many of each figure were corrected that day, also those that are not told one by one. */
  counts: Map<string, number>
  /** The one figure that is asked for, else empty. */
  chosen: string
  sourceTitles: Map<string, string>
}

/** A day's corrections, figure by figure: what each value was, is, why, and both pages to cite. */
export function RevisionDayPage(props: RevisionDayPageProps) {
  const { voice, day, figures, counts, chosen } = props
  const { l, t } = voice
  const words = t.revisions
  const touched = figures.filter(({ id }) => counts.has(id) && (chosen === '' || chosen === id))
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const path = l.href(keyFigurePaths.revisionDay(day))
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(keyFigurePaths.list), label: t.catalogue.title },
          { href: l.href(keyFigurePaths.revisions), label: words.title },
        ]}
      />
      <PageHeader title={words.titleOn(l.date(day))} lead={words.leadOn} />
      {chosen !== '' && counts.size > 1 && (
        <p>
          <a href={path}>{words.allOfDay(all)}</a>
        </p>
      )}
      {touched.map((figure) => (
        <FigureCorrections key={figure.id} {...props} figure={figure} />
      ))}
      <section class="flow" aria-labelledby="citera">
        <h2 id="citera">{words.citeTitle}</h2>
        <p>{words.citeHow}</p>
        <p>{words.follow}</p>
      </section>
    </>
  )
}

function FigureCorrections({
  voice,
  day,
  revisions,
  counts,
  sourceTitles,
  figure,
}: RevisionDayPageProps & { figure: KeyFigure }) {
  const { l, t } = voice
  const words = t.revisions
  const mine = revisions.filter(({ figureId }) => figureId === figure.id)
  const count = counts.get(figure.id) ?? mine.length
  const page = (revision: Revision, per: string | null) =>
    l.href(keyFigurePaths.figure(figure.id)) + writeSelection({ ...emptySelection, mine: revision.code, per })
  return (
    <section class="flow" aria-labelledby={`n-${figure.id}`}>
      <h2 id={`n-${figure.id}`}>{figureTitle(figure, l)}</h2>
      {count > mine.length && (
        <p>
          {t.figure.tooLong(mine.length, count)}{' '}
          <a href={`${l.href(keyFigurePaths.revisionDay(day))}?nyckeltal=${figure.id}`}>{words.onlyThis}</a>
        </p>
      )}
      <DataTable
        l={l}
        id={`rattat-${figure.id}`}
        caption={`${words.titleOn(l.date(day))}: ${figureTitle(figure, l)}`}
        captionHidden
        rows={mine}
        rowKey={({ id, after }) => `${id} ${after ? '' : 'withdrawn'}`}
        columns={[
          {
            key: 'who',
            head: words.organisation,
            rowHead: true,
            cell: ({ code, organisationName, year }) => (
              <a id={`${figure.id}-${code}-${year}`} href={l.href(organisationPaths.profile(code))}>
                {organisationName}
              </a>
            ),
          },
          { key: 'year', head: words.year, cell: ({ year }) => year },
          {
            key: 'was',
            head: words.was,
            numeric: true,
            cell: (one) => <a href={page(one, one.stoodUntil)}>{written(one.before, figure, voice)}</a>,
          },
          {
            key: 'is',
            head: words.became,
            numeric: true,
            cell: (one) => (
              <>
                <a href={page(one, null)}>{written(one.after, figure, voice)}</a>{' '}
                {one.madeUp && <MadeUpBadge label={t.madeUp} />}
              </>
            ),
          },
          { key: 'why', head: words.why, cell: (one) => <Why revision={one} voice={voice} /> },
          {
            key: 'by',
            head: words.by,
            cell: ({ reportedBy, sourceId }) =>
              reportedBy || (
                <span lang={otherLanguage(l.language, l)}>{sourceTitles.get(sourceId) ?? sourceId}</span>
              ),
          },
        ]}
      />
    </section>
  )
}
