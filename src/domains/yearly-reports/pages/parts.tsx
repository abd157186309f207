import { keyFigurePaths } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { StillChart } from '#ui/charts/still-chart.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import type { Texts } from '../texts.sv.ts'
import {
  type FigureWords,
  type ListWords,
  type OverviewRow,
  type ReportWords,
  type TableWords,
  wordCell,
} from '../words.ts'

/** What the board may decide. */
export function Proposal({ t, words: { decision } }: { t: Texts; words: ReportWords }) {
  return (
    <section class="flow" aria-labelledby="beslut">
      <h2 id="beslut">{t.decision}</h2>
      <p class="subtle">{decision.lead}</p>
      <ol>
        {decision.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
    </section>
  )
}

interface OverviewProps extends TableWords {
  l: Locale
  id: string
  hrefOf: (row: OverviewRow) => string
}

/** Many figures, a line each. */
export function Overview({ l, id, caption, head, rows, hrefOf }: OverviewProps) {
  const [first, ...others] = head
  return (
    <DataTable
      l={l}
      id={id}
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: first,
          rowHead: true,
          cell: (row) => <a href={hrefOf(row)}>{row.name}</a>,
        },
        ...others.map((label, index) => ({
          key: label,
          head: label,
          cell: ({ cells, word }: OverviewRow) =>
            index === wordCell ? <TrendWord word={word} label={cells[index] ?? ''} /> : cells[index],
        })),
      ]}
    />
  )
}

/** One figure: its word, its facts beside its picture, and what there is to learn from others. */
export function Figure({ l, figure, query }: { l: Locale; figure: FigureWords; query: string }) {
  const { id, title, definition, word, wordLabel, facts, chart, lessons } = figure
  return (
    <article class="flow report-figure" aria-labelledby={`nyckeltal-${id}`}>
      <h3 id={`nyckeltal-${id}`}>
        <a href={l.href(keyFigurePaths.figure(id)) + query}>{title}</a>
      </h3>
      <p>
        <TrendWord word={word} label={wordLabel} />
      </p>
      <p class="subtle">{definition}</p>
      <div class="report-figure__row">
        <DefinitionList items={facts.map(({ label, text }) => ({ term: label, meaning: text }))} />
        <StillChart spec={chart.spec} label={chart.label} />
      </div>
      {lessons.map(({ heading, items }) => (
        <div key={heading} class="flow">
          <h4>{heading}</h4>
          <ul>
            {items.map((lesson) => (
              <li key={lesson.name + lesson.text}>
                <a href={l.href(lesson.path)}>{lesson.name}</a>: {lesson.text}
                {lesson.more.map(({ text, path }) => (
                  <span key={text}> {path ? <a href={l.href(path)}>{text}</a> : text}</span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </article>
  )
}

/** A heading with a sentence and a list. */
export function List({ id, heading, lead, items, inline }: ListWords) {
  return (
    <section class="flow" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p>{lead}</p>
      <ul class={inline ? 'inline-list' : undefined}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  )
}
