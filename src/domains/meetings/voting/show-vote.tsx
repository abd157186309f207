import { page } from '#ui/page.tsx'
import { type C, keepOut, latestIn, openIn, type VersionedHall } from './asking.ts'
import { VotePage } from './pages/vote.tsx'
import { listOwnVotes } from './queries.ts'
import { votingTexts } from './texts.ts'
import { formToken } from './vote.ts'
import { lawWords, resultView } from './words.ts'

/** What a form that was sent came to, and what was chosen on it. */
export interface Said {
  taken: { entryId: number; receipt: string | null }[]
  refused: string | null
  chosen: Map<number, string[]>
  errors: Map<number, string>
}

/** Shows a delegate what the meeting votes on now, with a form of its own for each vote. */
export async function showVote(
  c: C,
  hall: VersionedHall,
  { taken, ...said }: Said,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { db, locale: l, secrets, actor } = c.var
  const personId = actor?.personId ?? 0
  const { meeting } = hall
  const open = openIn(hall)
  const own = await listOwnVotes(db, meeting.id, personId, open?.round.id ?? null)
  const latest = latestIn(hall)
  const judged = latest?.course.judged.at(-1)
  keepOut(c)
  const t = votingTexts(l).vote
  return page(
    c,
    { title: t.title(meeting.title), description: t.lead, noIndex: true },
    <VotePage
      l={l}
      year={c.req.param('year') ?? ''}
      meeting={meeting.title}
      version={hall.version}
      own={own}
      open={
        open
          ? {
              ...open,
              law: lawWords(l, hall, open.ballot, open.round),
              tokens: new Map(
                own.map(({ entryId }) => [
                  entryId,
                  formToken(secrets, {
                    ballot: open.ballot.id,
                    round: open.round.id,
                    entry: entryId,
                    person: personId,
                  }),
                ]),
              ),
              ...said,
            }
          : null
      }
      latest={
        latest && judged
          ? { question: latest.ballot.question, view: resultView(l, latest.ballot, judged) }
          : null
      }
      refused={said.refused}
      taken={taken.flatMap(({ entryId, receipt }) => {
        const vote = own.find((one) => one.entryId === entryId)
        return vote ? [{ vote, receipt }] : []
      })}
    />,
    status,
  )
}
