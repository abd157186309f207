import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { embedPage } from '#ui/page.tsx'
import { loadSpeakers } from '../annual/speakers.ts'
import type { Speaker } from '../annual/speaking-queries.ts'
import { listItems } from '../queries.ts'
import { isOpenToAll, keepOut, latestIn, meetingAt, openIn, rememberHall } from './asking.ts'
import { ProjectorPage } from './pages/projector.tsx'
import { votingPaths } from './paths.ts'
import { countVoted } from './queries.ts'
import { votingTexts } from './texts.ts'
import { resultView } from './words.ts'

/** So many of those who wait for the floor have room on the wall. */
const mostSpeakers = 5

const speakerWords = ({ personName, organisationName }: Speaker): string =>
  organisationName ? `${personName}, ${organisationName}` : personName

/** For the wall of the hall; for the secretariat, or for everyone when the meeting is open to all. */
export const projectorRoutes = new Hono<AppEnv<Database>>()

projectorRoutes.get(
  votingPaths.projector(':year'),
  only('ballots.run', undefined, isOpenToAll),
  async (c) => {
    const { db, locale: l, config } = c.var
    const year = c.req.param('year')
    const meeting = await meetingAt(c)
    const hall = await rememberHall(c, meeting)
    const open = openIn(hall)
    const latest = latestIn(hall)
    const judged = latest?.course.judged.at(-1)
    const [counted, speakers] = await Promise.all([
      countVoted(db, meeting.id, open?.round.id ?? null),
      listItems(db, meeting.id).then((items) => loadSpeakers(db, meeting, items)),
    ])
    keepOut(c)
    const title = votingTexts(l).projector.title(meeting.title)
    return embedPage(
      c,
      { title, description: title, href: l.href(votingPaths.ballots(year)), noIndex: true },
      <ProjectorPage
        l={l}
        year={year}
        meeting={meeting.title}
        madeUp={meeting.madeUp}
        address={(config.baseUrl + l.href(votingPaths.vote(year))).replace(/^https?:\/\//, '')}
        goesOn={meeting.state === 'open'}
        version={hall.version}
        speakers={speakers.slice(0, mostSpeakers).map(speakerWords)}
        open={open ? { ...open, counted } : null}
        latest={
          latest && judged
            ? {
                question: latest.ballot.question,
                view: resultView(l, latest.ballot, judged),
                decision: latest.ballot.item.decision,
              }
            : null
        }
      />,
    )
  },
)
