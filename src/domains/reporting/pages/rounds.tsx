import type { KeyFigure } from '#domains/key-figures/index.ts'
import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { reportingPaths } from '../paths.ts'
import type { Round } from '../round-queries.ts'
import { askedKinds, roundKey } from '../rules.ts'
import { textsOf } from '../texts.ts'

export interface RoundsPageProps {
  l: Locale
  rounds: Round[]
  figures: KeyFigure[]
  typed: Typed
  errors: Record<string, string>
}

/** Every year's round, and the opening of a new one. */
export function RoundsPage({ l, rounds, figures, typed, errors }: RoundsPageProps) {
  const texts = textsOf(l)
  const t = texts.rounds
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <PageHeader title={t.title} lead={t.lead} />
      {rounds.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="omgangar"
          caption={t.title}
          captionHidden
          rows={rounds}
          rowKey={roundKey}
          columns={[
            {
              key: 'year',
              head: t.year,
              rowHead: true,
              cell: (round) => (
                <>
                  <a href={l.href(reportingPaths.round(roundKey(round)))}>
                    {round.year} {texts.kinds[round.kind].toLowerCase()}
                  </a>{' '}
                  {round.correctionsOnly && <Tag tone="outline">{t.correctionsOnly}</Tag>}{' '}
                  {round.closedAt && !round.correctionsOnly && <Tag tone="outline">{t.closed}</Tag>}{' '}
                  {round.madeUp && <MadeUpBadge label={l.language === 'sv' ? 'påhittad' : 'made up'} />}
                </>
              ),
            },
            {
              key: 'due',
              head: t.due,
              cell: ({ dueOn, correctionsOnly }) => (correctionsOnly ? '–' : l.date(dueOn)),
            },
            { key: 'reports', head: t.reports, numeric: true, cell: (round) => l.number(round.reports) },
            { key: 'in', head: t.delivered, numeric: true, cell: (round) => l.number(round.delivered) },
            { key: 'out', head: t.published, numeric: true, cell: (round) => l.number(round.published) },
          ]}
        />
      )}
      <section class="flow narrow" aria-labelledby="ny">
        <h2 id="ny">{t.open}</h2>
        <p>{t.openLead}</p>
        <form class="form" method="post" action={l.href(reportingPaths.rounds)} noValidate>
          <Input {...field('ar')} label={t.year} />
          <Boxes
            id="slag"
            name="slag"
            kind="radio"
            legend={t.kind}
            error={field('slag').error}
            options={askedKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
            chosen={[textIn(typed, 'slag') || 'municipality']}
          />
          <Input {...field('senast')} type="date" label={t.due} />
          <Boxes
            id="nyckeltal"
            name="nyckeltal"
            legend={t.figures}
            error={field('nyckeltal').error}
            options={figures.map((figure) => ({
              value: figure.id,
              label: `${figure.number} ${inLanguage(figure.name, l)}`.trim(),
            }))}
            chosen={textIn(typed, 'ar') === '' ? figures.map(({ id }) => id) : textsIn(typed, 'nyckeltal')}
          />
          <Button>{t.openButton}</Button>
        </form>
      </section>
    </>
  )
}
