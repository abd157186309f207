import { inLanguage } from '#platform/i18n.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import type { KeyFigure, KeyFigureSet } from '../figure.ts'
import type { FigureView } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import { amount, figureTitle, type Voice } from '../sentences.ts'

export interface CataloguePageProps {
  voice: Voice
  sets: KeyFigureSet[]
  /** The shared key figures as the members stand. */
  shared: FigureView[]
  own: FigureView[]
  /** Decided later, without values yet. */
  newer: KeyFigure[]
  /** Query string that carries my municipality along. */
  carried: string
}

/** The twelve at a glance, by the first sustainability criterion that each serves. */
export function CataloguePage({ voice, sets, shared, own, newer, carried }: CataloguePageProps) {
  const { l, t } = voice
  const criteria = [1, 2, 3, 4].map((criterion) => ({
    criterion,
    views: shared.filter(({ figure }) => figure.criteria[0] === criterion),
  }))
  return (
    <>
      <PageHeader title={t.catalogue.title} lead={t.catalogue.lead}>
        <p>
          <a href={l.href(keyFigurePaths.method)}>{t.catalogue.methodLink}</a>{' '}
          <a href={l.href(keyFigurePaths.revisions)}>{t.revisions.link}</a>{' '}
          <a href={l.href(keyFigurePaths.yearlyReports)}>{t.catalogue.yearlyReport}</a>
        </p>
      </PageHeader>
      {criteria
        .filter(({ views }) => views.length > 0)
        .map(({ criterion, views }) => (
          <section key={criterion} aria-labelledby={`kriterium-${criterion}`}>
            <h2 id={`kriterium-${criterion}`}>
              {t.catalogue.criterion(criterion)}: {t.catalogue.criteria[criterion - 1]}
            </h2>
            <Glances voice={voice} views={views} carried={carried} />
          </section>
        ))}
      <section aria-labelledby="egna">
        <h2 id="egna">{t.catalogue.own}</h2>
        <p>{t.catalogue.ownLead}</p>
        <Glances voice={voice} views={own} carried={carried} />
      </section>
      <section aria-labelledby="nya">
        <h2 id="nya">{t.catalogue.newer}</h2>
        <p>{t.catalogue.newerLead}</p>
        <ul>
          {newer.map((figure) => (
            <li key={figure.id}>
              <a href={l.href(keyFigurePaths.figure(figure.id))}>{figureTitle(figure, l)}</a>.{' '}
              {t.catalogue.replaces(l.list(figure.replaces))}
              {figure.certainty === 'decided' ? '' : ` (${t.certainties[figure.certainty]})`}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="beslut">
        <h2 id="beslut">{t.catalogue.sets}</h2>
        <ul>
          {sets.map(({ id, name, decision }) => (
            <li key={id}>
              <strong>{inLanguage(name, l)}:</strong> {inLanguage(decision, l)}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Glances({ voice, views, carried }: { voice: Voice; views: FigureView[]; carried: string }) {
  return (
    <CardGrid>
      {views.map((view) => (
        <Glance key={view.figure.id} voice={voice} view={view} carried={carried} />
      ))}
    </CardGrid>
  )
}

/** One figure in a card: mean of the members, direction word and a small chart. */
function Glance({ voice, view, carried }: { voice: Voice; view: FigureView; carried: string }) {
  const { l, t } = voice
  const { figure, summary, year, groupTrend, perYear, breaks } = view
  const points = perYear.flatMap((each) => (each.summary.few ? [] : [{ x: each.year, y: each.summary.mean }]))
  return (
    <Card title={figureTitle(figure, l)} href={l.href(keyFigurePaths.figure(figure.id)) + carried}>
      <p class="glance__value">
        {summary && !summary.few ? (
          <>
            <strong>{amount(figure, summary.mean, voice)}</strong> {year}
          </>
        ) : (
          t.catalogue.fewMean
        )}
      </p>
      <p>
        <TrendWord word={groupTrend.word} label={t.words[groupTrend.word]} />{' '}
        {view.madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
      <Sparkline
        points={points}
        breaks={breaks.map((each) => each.year)}
        word={groupTrend.word}
        label={`${t.catalogue.mean}: ${t.words[groupTrend.word]}`}
      />
      {summary && (
        <p class="subtle">
          {t.catalogue.values(summary.count)}.{' '}
          {t.catalogue.waysOf(view.ways.right, view.members.length - view.ways['too-few'])}
        </p>
      )}
    </Card>
  )
}
