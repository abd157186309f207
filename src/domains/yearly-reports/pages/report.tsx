import { keyFigurePaths } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { textsOf } from '../texts.ts'
import type { ReportWords } from '../words.ts'
import { Figure, List, Overview, Proposal } from './parts.tsx'

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
            <Figure key={figure.id} l={l} figure={figure} query={props.query} />
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
