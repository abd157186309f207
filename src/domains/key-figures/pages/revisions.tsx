import { organisationPaths } from '#domains/members/index.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { KeyFigure } from '../figure.ts'
import { keyFigurePaths } from '../paths.ts'
import type { Revision, RevisionFilter } from '../revision-queries.ts'
import { figureTitle, type Voice } from '../sentences.ts'
import { dayOf, Why, written } from './revision-text.tsx'

export interface RevisionsPageProps {
  voice: Voice
  figures: KeyFigure[]
  organisations: { code: string; name: string }[]
  filter: RevisionFilter
  revisions: Revision[]
  /** The feed that follows what the page shows. */
  feed: string
  most: number
}

/** Every value that was corrected: what it was, what it is and why. */
export function RevisionsPage(props: RevisionsPageProps) {
  const { voice, figures, organisations, filter, revisions, feed, most } = props
  const { l, t } = voice
  const words = t.revisions
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(keyFigurePaths.list), label: t.catalogue.title }]} />
      <PageHeader title={words.title} lead={words.lead} />
      <form class="form" method="get" action={l.href(keyFigurePaths.revisions)}>
        <Select
          id="nyckeltal"
          name="nyckeltal"
          label={words.figure}
          value={filter.figure}
          options={[
            { value: '', label: words.allFigures },
            ...figures.map((figure) => ({ value: figure.id, label: figureTitle(figure, l) })),
          ]}
        />
        <Select
          id="kommun"
          name="kommun"
          label={words.organisation}
          value={filter.code}
          options={[
            { value: '', label: words.allOrganisations },
            ...organisations.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <Button variant="secondary">{words.show}</Button>
      </form>
      <p role="status">{words.found(revisions.length, most)}</p>
      {revisions.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <RevisionTable voice={voice} figures={figures} revisions={revisions} />
      )}
      <p>
        <a href={feed}>{words.feed}</a>
      </p>
      <p>{words.follow}</p>
    </>
  )
}

function RevisionTable({
  voice,
  figures,
  revisions,
}: Pick<RevisionsPageProps, 'voice' | 'figures' | 'revisions'>) {
  const { l, t } = voice
  const words = t.revisions
  const rows = revisions.flatMap((revision) => {
    const figure = figures.find(({ id }) => id === revision.figureId)
    return figure ? [{ revision, figure }] : []
  })
  return (
    <DataTable
      l={l}
      id="revideringar"
      caption={words.title}
      captionHidden
      rows={rows}
      rowKey={({ revision }) => `${revision.id} ${revision.after ? '' : 'withdrawn'}`}
      columns={[
        {
          key: 'on',
          head: words.on,
          cell: ({ revision }) => (
            <a href={l.href(keyFigurePaths.revisionDay(dayOf(revision)))}>{l.date(dayOf(revision))}</a>
          ),
        },
        {
          key: 'figure',
          head: words.figure,
          rowHead: true,
          cell: ({ figure, revision }) => (
            <a href={l.href(`${keyFigurePaths.figure(figure.id)}?kommun=${revision.code}`)}>
              {figureTitle(figure, l)}
            </a>
          ),
        },
        {
          key: 'who',
          head: words.organisation,
          cell: ({ revision }) => (
            <a href={l.href(organisationPaths.profile(revision.code))}>{revision.organisationName}</a>
          ),
        },
        { key: 'year', head: words.year, cell: ({ revision }) => revision.year },
        {
          key: 'was',
          head: words.was,
          numeric: true,
          cell: ({ figure, revision }) => written(revision.before, figure, voice),
        },
        {
          key: 'is',
          head: words.became,
          numeric: true,
          cell: ({ figure, revision }) => (
            <>
              {written(revision.after, figure, voice)} {revision.madeUp && <MadeUpBadge label={t.madeUp} />}
            </>
          ),
        },
        { key: 'why', head: words.why, cell: ({ revision }) => <Why revision={revision} voice={voice} /> },
      ]}
    />
  )
}
