import type { Locale } from '#platform/i18n.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { OpenOn } from '../asking.ts'
import { votingPaths } from '../paths.ts'
import { votingTexts } from '../texts.ts'
import { asksWords, type ResultView } from '../words.ts'
import { Live } from './live.tsx'
import { Result } from './result.tsx'

export interface ProjectorPageProps {
  l: Locale
  year: string
  meeting: string
  madeUp: boolean
  /** Where delegates vote, as they type it. */
  address: string
  /** The meeting is open: votes and speakers come and go. */
  goesOn: boolean
  version: number
  open: (OpenOn & { counted: { voted: number; roll: number } }) | null
  /** Who has the floor next, in order. */
  speakers: string[]
  latest: { question: string; view: ResultView; decision: string } | null
}

/** For the wall of the hall: what is voted on, and the result the moment it is counted. */
export function ProjectorPage(props: ProjectorPageProps) {
  const { l, year, meeting, madeUp, address, goesOn, version, open, speakers, latest } = props
  const t = votingTexts(l)
  return (
    <div class="projector">
      <p class="eyebrow">
        {meeting} {madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
      <Live
        events={l.href(votingPaths.events(year))}
        version={version}
        say={open ? t.vote.say.open : t.vote.say.closed}
        spread={0}
        counts={goesOn}
      >
        {open && (
          <>
            <h2>{open.ballot.question}</h2>
            <p class="projector__asks">{asksWords(l, open.ballot, open.question, open.round)}</p>
            <p class="projector__count" data-count>
              {t.run.voted(open.counted.voted, open.counted.roll)}
            </p>
            <p>{t.projector.address(address)}</p>
          </>
        )}
        {!open && latest && (
          <>
            <p class="projector__asks">{latest.question}</p>
            <Result l={l} view={latest.view} level={2} />
            {latest.decision && <p class="projector__asks">{t.projector.decided(latest.decision)}</p>}
          </>
        )}
        {!open && !latest && (
          <>
            <h2>{t.projector.waiting}</h2>
            <p>{t.projector.address(address)}</p>
          </>
        )}
        <div data-count>
          {speakers.length > 0 && (
            <>
              <h3>{t.projector.speakers}</h3>
              <ol class="projector__speakers">
                {speakers.map((speaker) => (
                  <li key={speaker}>{speaker}</li>
                ))}
              </ol>
            </>
          )}
        </div>
      </Live>
    </div>
  )
}
