import type { Locale } from '#platform/i18n.ts'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Details } from '#ui/components/details.tsx'
import type { Review } from '../review-queries.ts'
import { textsOf } from '../texts.ts'
import { conditions, type View } from '../view.ts'

/** The reviewers' own views, each folded; those not given yet only by name. */
export function Views({ l, reviews }: { l: Locale; reviews: Review[] }) {
  const texts = textsOf(l)
  const t = texts.office
  if (reviews.length === 0) return <p class="subtle">{t.noViews}</p>
  return (
    <>
      {reviews.map(({ personId, name, view, givenAt }) =>
        givenAt ? (
          <Details
            key={personId}
            summary={`${name}: ${view.recommendation ? texts.decisions[view.recommendation] : ''}`}
          >
            <DefinitionList items={definitionsOf(l, view)} />
          </Details>
        ) : (
          <p key={personId} class="subtle">
            {name}: {t.notGiven}
          </p>
        ),
      )}
    </>
  )
}

function definitionsOf(l: Locale, view: View) {
  const texts = textsOf(l)
  const t = texts.experts
  const criteria = (['1', '2', '3', '4'] as const).map((n) => {
    const judged = view[`judgement${n}`]
    return {
      term: texts.sections[`criterion-${n}`],
      meaning: (
        <span class="written">
          {judged ? <strong>{t.judgements[judged]}. </strong> : null}
          {view[`words${n}`]}
        </span>
      ),
    }
  })
  const social = conditions
    .filter((name) => view[name] !== '')
    .map((name) => ({ term: texts.conditions[name], meaning: <span class="written">{view[name]}</span> }))
  const summary = view.summary
    ? [{ term: t.summary, meaning: <span class="written">{view.summary}</span> }]
    : []
  return [...criteria, ...social, ...summary]
}
