import type { VNode } from 'preact'
import { can } from '#domains/accounts/index.ts'
import type { C } from './asking.ts'
import { arrivalPath } from './attendance/arrival.ts'
import { findThere } from './attendance/network-queries.ts'
import { ArrivalCode } from './attendance/pages/arrival-code.tsx'
import { There } from './attendance/pages/there.tsx'
import { qrModules } from './attendance/qr.ts'
import { findEvaluation } from './evaluation/queries.ts'
import { Materials } from './materials/pages/materials.tsx'
import { listMaterials } from './materials/queries.ts'
import { Afterthoughts } from './pages/afterthoughts.tsx'
import { Timetable } from './programme/pages/timetable.tsx'
import { listSessions, listSpeakers } from './programme/queries.ts'
import { structuredProgramme } from './programme/structured.ts'
import type { Event } from './queries.ts'
import { readerOf } from './reader.ts'
import type { Attends } from './rules/registration.ts'

/** What stands on the page of an event besides the event itself. */
export interface Around {
  programme: VNode | null
  afterwards: VNode
  /** Sessions and speakers in the words of schema.org. */
  data: Record<string, unknown>
}

/** Gathers what there is around an event for this reader. */
export async function around(c: C, event: Event): Promise<Around> {
  const { db, locale: l, actor, now } = c.var
  const over = event.endsAt < now
  const inNetwork = can(actor, 'network.use')
  const [reader, sessions, speakers, materials, there, evaluation] = await Promise.all([
    readerOf(c, event.id),
    listSessions(db, [event.id]),
    listSpeakers(db, event.id),
    listMaterials(db, event.id),
    over && inNetwork ? findThere(db, event.id) : undefined,
    over && inNetwork ? findEvaluation(db, event.id) : undefined,
  ])
  const registered = reader.participant || reader.office
  return {
    programme:
      sessions.length + speakers.length > 0 ? (
        <Timetable l={l} {...{ sessions, speakers, registered, over, inNetwork }} />
      ) : null,
    afterwards: (
      <>
        <Materials l={l} eventId={event.id} materials={materials} reader={reader} code={c.req.query('kod')} />
        {there && <There l={l} there={there} />}
        <Afterthoughts
          l={l}
          event={event}
          office={reader.office}
          evaluated={Boolean(evaluation?.publishedAt)}
        />
      </>
    ),
    data: structuredProgramme(sessions, speakers, l),
  }
}

/** What somebody with a place has use of on their own page, which the code of the registration opens. */
export async function forParticipant(
  c: C,
  event: Event,
  { id, name, code, attends }: { id: number; name: string; code: string; attends: Attends },
): Promise<VNode> {
  const { db, locale: l, now, config, secrets } = c.var
  const [sessions, materials] = await Promise.all([listSessions(db, [event.id]), listMaterials(db, event.id)])
  const reader = { inNetwork: false, office: false, participant: true }
  const over = event.endsAt < now
  const shows = attends === 'on-site' && !over
  return (
    <>
      {shows && (
        <ArrivalCode l={l} name={name} modules={qrModules(config.baseUrl + arrivalPath(secrets, id))} />
      )}
      {sessions.length > 0 && (
        <Timetable l={l} sessions={sessions} speakers={[]} registered over={over} inNetwork={false} />
      )}
      <Materials l={l} eventId={event.id} materials={materials} reader={reader} code={code} />
    </>
  )
}
