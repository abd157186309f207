import { examplePaths } from '#domains/good-examples/index.ts'
import {
  type FigureView,
  figureTitle,
  groupName,
  keyFigurePaths,
  takeaway,
  type Voice,
  writeSelection,
} from '#domains/key-figures/index.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { learnPaths } from '../paths.ts'
import { countOthers, improvedOthers, mostSuggested } from '../suggestions.ts'
import { textsOf } from '../texts.ts'
import { AskThem } from './ask-them.tsx'
import { ImprovedTable } from './improved-table.tsx'
import type { LearnPageProps } from './learn.tsx'
import { SuggestionCard } from './suggestion.tsx'

/** Who has improved most in the chosen figure, told one by one. */
export function Improved(props: LearnPageProps & { view: FigureView }) {
  const { voice, view, mine, suggestions } = props
  const { l, t: figureTexts } = voice
  const t = textsOf(l)
  const { figure, group } = view
  const improved = improvedOthers(view)
  const { tested, right } = countOthers(view, improved)
  const title = figureTitle(figure, l)
  return (
    <section class="flow" aria-labelledby="forbattrats">
      <h2 id="forbattrats">{t.improved.title(title)}</h2>
      {group.instead && (
        <Notice>
          <p>{t.insteadOf(figureTexts.groups[group.instead], figureTexts.groups[group.kind])}</p>
        </Notice>
      )}
      <p>{view.mine?.current ? takeaway(view, voice) : mine && t.improved.ownNoValues(mine.name)}</p>
      {improved.length === 0 ? (
        <Nobody {...props} tested={tested} />
      ) : (
        <p>
          {t.improved.lead(right, tested, groupName(view, voice), t.improved[figure.direction])}{' '}
          <a href={`${l.href(keyFigurePaths.method)}#ratt-hall`}>{t.improved.method}</a>
        </p>
      )}
      {view.madeUp && (
        <p>
          <MadeUpBadge label={figureTexts.madeUp} /> {figureTexts.madeUpLong}
        </p>
      )}
      <AskThem {...props} view={view} />
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.standing.organisation.code}
          {...props}
          view={view}
          suggestion={suggestion}
        />
      ))}
      {improved.length > mostSuggested && <ImprovedTable voice={voice} view={view} improved={improved} />}
      <p>
        <a href={`${l.href(examplePaths.list)}?${new URLSearchParams({ nyckeltal: figure.id })}`}>
          {t.examples.all}
        </a>
      </p>
    </section>
  )
}

/** Nobody has improved: why, and where there may be somebody. */
function Nobody({
  voice,
  view,
  selection,
  tested,
}: LearnPageProps & { voice: Voice; view: FigureView; tested: number }) {
  const { l, t: figureTexts } = voice
  const t = textsOf(l).empty
  const wider = (['lan', 'skr', 'medlemmar', 'sverige'] as const).filter(
    (kind) =>
      kind !== view.group.kind &&
      (view.mine?.organisation.groupCode || kind === 'medlemmar' || kind === 'sverige'),
  )
  return (
    <EmptyState title={t.title} level={3}>
      <p>{t.none(groupName(view, voice), tested)}</p>
      <p>{t.wider}</p>
      <ul class="inline-list">
        {wider.map((kind) => (
          <li key={kind}>
            <a href={l.href(learnPaths.learn) + writeSelection({ ...selection, group: kind, list: [] })}>
              {figureTexts.groups[kind]}
            </a>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
