import { keyFigurePaths } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { StillChart } from '#ui/charts/still-chart.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import type { Texts } from '../texts.sv.ts'
import { textsOf } from '../texts.ts'
import {
  type FigureWords,
  type ListWords,
  type OverviewRow,
  type ReportWords,
  type TableWords,
  wordCell,
} from '../words.ts'

export interface ReportPageProps {
  l: Locale
  words: ReportWords
  /** Where the report belongs. */
  back: { href: string; label: string }
  /** Address of the document. */
  file: string
  /** Address of this very report, as known when it was made. */
  cite: string
  /** Set when the report is shown as it stood some other day. */
  old: { day: string; now: string } | null
  years: { year: number; href: string }[]
  /** Query that figures' pages are opened with, such as `?kommun=1382`. */
  query: string
}

/** A yearly report as a page: the answer first, a proposal for the board, then figure by figure. */
export function ReportPage(props: ReportPageProps) {
  const { l, words, back, file, cite, old, years } = props
  const t = textsOf(l)
  return (
    <>
      <Breadcrumbs l={l} steps={[back]} />
      <PageHeader title={words.title} lead={words.lead}>
        <DownloadLinks l={l} files={[{ href: file, label: t.file }]} />
      </PageHeader>
      {old && (
        <Notice>
          <p>
            {t.oldKnowledge(old.day)} <a href={old.now}>{t.toNow}</a>
          </p>
        </Notice>
      )}
      {words.notices.map((notice) => (
        <Notice key={notice}>
          <p>{notice}</p>
        </Notice>
      ))}
      {words.summary.length > 0 && (
        <section class="flow" aria-labelledby="sammanfattning">
          <h2 id="sammanfattning">{t.summary}</h2>
          <ul>
            {words.summary.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {words.overview && (
        <section aria-labelledby="korthet">
          <h2 id="korthet">{words.overview.heading}</h2>
          <Overview l={l} id="korthet-tabell" {...words.overview} hrefOf={({ id }) => `#nyckeltal-${id}`} />
        </section>
      )}
      <Proposal t={t} words={words} />
      {words.each.figures.length > 0 && (
        <section class="flow" aria-labelledby="vart-och-ett">
          <h2 id="vart-och-ett">{words.each.heading}</h2>
          <p class="subtle">{words.each.key}</p>
          {words.each.figures.map((figure) => (
            <Figure key={figure.id} figure={figure} {...props} />
          ))}
        </section>
      )}
      {words.lists.map((list) => (
        <List key={list.id} {...list} />
      ))}
      {words.further && (
        <section aria-labelledby="fler">
          <h2 id="fler">{words.further.heading}</h2>
          <Overview
            l={l}
            id="fler-tabell"
            {...words.further}
            hrefOf={({ id }) => l.href(keyFigurePaths.figure(id)) + props.query}
          />
        </section>
      )}
      <section class="flow" aria-labelledby="sa-gjord">
        <h2 id="sa-gjord">{t.method}</h2>
        {words.method.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <a href={l.href(keyFigurePaths.method)}>{t.methodText.link}</a>
        </p>
        <h3>{t.sources}</h3>
        <ul>
          {words.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        <p>{words.known}</p>
        <p>
          <a href={cite}>{t.cite}</a>
        </p>
      </section>
      {years.length > 0 && (
        <nav class="report-years" aria-labelledby="andra-ar">
          <h2 id="andra-ar">{t.years}</h2>
          <ul class="inline-list">
            {years.map(({ year, href }) => (
              <li key={year}>
                <a href={href}>{year}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

function Proposal({ t, words: { decision } }: { t: Texts; words: ReportWords }) {
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

function Overview({ l, id, caption, head, rows, hrefOf }: OverviewProps) {
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

function Figure({ l, figure, query }: ReportPageProps & { figure: FigureWords }) {
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

function List({ id, heading, lead, items, inline }: ListWords) {
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
