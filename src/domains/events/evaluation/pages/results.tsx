import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import type { Question } from '../questions.ts'
import { fewestAnswers, type Result } from '../rules.ts'
import { evaluationTexts } from '../texts.ts'

/** How each question was answered: marks as a table with bars, words as they were written. */
export function Results({ l, questions, results }: { l: Locale; questions: Question[]; results: Result[] }) {
  const textOf = new Map(questions.map(({ id, text }) => [id, text]))
  return (
    <>
      {results.map((result) => (
        <section key={result.question} class="flow" aria-labelledby={`svar-${result.question}`}>
          <h3 id={`svar-${result.question}`}>{textOf.get(result.question)}</h3>
          <OneResult l={l} result={result} title={textOf.get(result.question) ?? ''} />
        </section>
      ))}
    </>
  )
}

function OneResult({ l, result, title }: { l: Locale; result: Result; title: string }) {
  const texts = evaluationTexts(l)
  const t = texts.office
  if (result.kind === 'withheld') return <p class="subtle">{t.few(l.number(fewestAnswers))}</p>
  if (result.kind === 'words') {
    return result.words.length === 0 ? (
      <p class="subtle">{t.noWords}</p>
    ) : (
      <ul>
        {result.words.map((words, i) => (
          <li key={`${i}-${words}`}>{words}</li>
        ))}
      </ul>
    )
  }
  const { counts, answered, mean } = result
  return (
    <>
      <p>{t.mean(l.number(mean, 1), l.number(answered))}</p>
      <DataTable
        l={l}
        id={`tabell-${result.question}`}
        caption={title}
        captionHidden
        fit
        rows={counts.map((count, i) => ({ count, mark: i + 1 })).reverse()}
        rowKey={({ mark }) => String(mark)}
        columns={[
          {
            key: 'mark',
            head: t.mark,
            rowHead: true,
            cell: ({ mark }) => `${mark}. ${texts.marks[mark - 1]}`,
          },
          { key: 'count', head: t.count, numeric: true, cell: ({ count }) => l.number(count) },
          {
            key: 'share',
            head: t.share,
            cell: ({ count }) => (
              <span class="share">
                <svg class="share__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(count / answered) * 100} height="10" />
                </svg>
                {l.percent(count / answered)}
              </span>
            ),
          },
        ]}
      />
    </>
  )
}
