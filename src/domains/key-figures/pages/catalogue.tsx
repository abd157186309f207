import { criteria as ownCriteria } from '#platform/association.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { Told } from '#ui/components/told.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import type { KeyFigure, KeyFigureSet } from '../figure.ts'
import type { FigureView } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import { amount, figureTitle, type Voice } from '../sentences.ts'
import { Reference } from './reference.tsx'

interface SetWithFigures {
  set: KeyFigureSet
  figures: KeyFigure[]
}

export interface CataloguePageProps {
  voice: Voice
  sets: KeyFigureSet[]
  /** The shared key figures as the members stand. */
  shared: FigureView[]
  own: FigureView[]
  /** Decided, but not followed yet. */
  newer: SetWithFigures[]
  /** No longer followed; their values stay. */
  earlier: SetWithFigures[]
  /** What members follow on their own. */
  membersOwn: KeyFigure[]
  /** Query string that carries my municipality along. */
  carried: string
}

/** The shared ones at a glance, by the first sustainability criterion that each serves. */
export function CataloguePage(props: CataloguePageProps) {
  const { voice, sets, shared, own, newer, earlier, membersOwn, carried } = props
  const { l, t } = voice
  const criteria = ownCriteria.map((criterion) => ({
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
      {membersOwn.length > 0 && (
        <section aria-labelledby="medlemmarnas">
          <h2 id="medlemmarnas">{t.catalogue.membersOwn}</h2>
          <p>{t.catalogue.membersOwnLead}</p>
          <MembersOwn voice={voice} figures={membersOwn} />
        </section>
      )}
      {newer.map((one) => (
        <SetSection key={one.set.id} voice={voice} {...one} />
      ))}
      {earlier.map((one) => (
        <SetSection key={one.set.id} voice={voice} {...one} earlier />
      ))}
      <section aria-labelledby="beslut">
        <h2 id="beslut">{t.catalogue.sets}</h2>
        <ul>
          {sets.map(({ id, name, decision, reference }) => (
            <li key={id}>
              <strong>
                <Told l={l} texts={name} />:
              </strong>{' '}
              <Told l={l} texts={decision} /> {reference && <Reference voice={voice} reference={reference} />}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** A set that is not the current one: what was decided, and its figures. */
function SetSection({
  voice,
  set,
  figures,
  earlier = false,
}: SetWithFigures & { voice: Voice; earlier?: boolean }) {
  const { l, t } = voice
  const id = `uppsattning-${set.id}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {earlier ? t.catalogue.earlier : t.catalogue.newer}: <Told l={l} texts={set.name} />
      </h2>
      <p>
        <Told l={l} texts={set.decision} />{' '}
        {earlier
          ? t.catalogue.earlierLead
          : set.currentFrom
            ? t.catalogue.newerFrom(l.date(set.currentFrom))
            : t.catalogue.newerLead}
      </p>
      <ul>
        {figures.map((figure) => (
          <li key={figure.id}>
            <a href={l.href(keyFigurePaths.figure(figure.id))}>{figureTitle(figure, l)}</a>.{' '}
            {figure.replaces.length > 0 && t.catalogue.replaces(l.list(figure.replaces))}
            {figure.certainty === 'decided' ? '' : ` (${t.certainties[figure.certainty]})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The members' own figures, each with who keeps it. */
function MembersOwn({ voice: { l, t }, figures }: { voice: Voice; figures: KeyFigure[] }) {
  return (
    <ul>
      {figures.map((figure) => (
        <li key={figure.id}>
          <a href={l.href(keyFigurePaths.figure(figure.id))}>{figureTitle(figure, l)}</a>.{' '}
          {figure.own && t.own.followedBy(l.list(figure.own.followers.map(({ name }) => name)))}{' '}
          {figure.own?.archived && <Tag tone="outline">{t.own.archived}</Tag>}{' '}
          {figure.own?.madeUp && <MadeUpBadge label={t.madeUp} />}
        </li>
      ))}
    </ul>
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
          {view.ways &&
            t.catalogue.waysOf(view.ways.right, view.ways.right + view.ways.wrong + view.ways.unchanged)}
        </p>
      )}
    </Card>
  )
}
