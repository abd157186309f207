import type { Locale } from '#platform/i18n.ts'
import { votingTexts } from '../texts.ts'
import type { ResultLine, ResultView } from '../words.ts'

/** What a round came to: the winner in words, a bar with its number for each choice, and what there is to say. */
export function Result({ l, view, level }: { l: Locale; view: ResultView; level: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <section class={view.lines.length > 5 ? 'tally tally--long flow' : 'tally flow'}>
      <Heading>{view.headline}</Heading>
      {view.asks && <p class="tally__asks">{view.asks}</p>}
      <ul class="tally__lines">
        {view.lines.map((line) => (
          <Line key={line.number} l={l} line={line} />
        ))}
      </ul>
      {view.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  )
}

function Line({ l, line }: { l: Locale; line: ResultLine }) {
  const t = votingTexts(l).result
  return (
    <li class={line.won ? 'tally__line tally__line--won' : 'tally__line'}>
      <span class="tally__label">
        {line.label}
        {line.won && <span class="tag tag--brand">{line.won}</span>}
      </span>
      <svg class="tally__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.round(line.share * 1000) / 10} height="10" />
      </svg>
      <span class="tally__votes">{t.votesOf(line.votes, l.percent(line.share))}</span>
    </li>
  )
}
