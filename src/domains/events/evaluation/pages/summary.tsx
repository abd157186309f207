import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../../texts.ts'
import type { Evaluation } from '../queries.ts'
import type { Question } from '../questions.ts'
import type { Result } from '../rules.ts'
import { evaluationTexts } from '../texts.ts'
import { Results } from './results.tsx'

export interface SummaryPageProps {
  l: Locale
  event: Event
  evaluation: Evaluation
  questions: Question[]
  results: Result[]
}

/** What members read of an evaluation: the secretariat's conclusion and the marks. */
export function SummaryPage({ l, event, evaluation, questions, results }: SummaryPageProps) {
  const t = evaluationTexts(l).summary
  const title = titleOf(event, l)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(eventPaths.event(event.id)), label: title }]} />
      <PageHeader title={t.title(title)} lead={t.lead(l.number(evaluation.answered))}>
        {evaluation.madeUp && (
          <p>
            <MadeUpBadge label={textsOf(l).madeUp} />
          </p>
        )}
      </PageHeader>
      <Markdown text={evaluation.conclusion} level={2} />
      <Results l={l} questions={questions} results={results} />
    </>
  )
}
