import { type Kysely, sql } from 'kysely'
import type { Database } from '../../../src/database/tables.ts'
import { openBallot } from '../../../src/domains/meetings/voting/actions.ts'
import { formToken } from '../../../src/domains/meetings/voting/vote.ts'
import { createSecrets, hashOf, newToken } from '../../../src/platform/secrets.ts'
import { openHall } from '../../support/hall.ts'
import { secret } from './site.ts'

/** A delegate with a form in the hand. */
export interface Voter {
  entry: number
  year: number
  cookie: string
  token: string
}

/** What visitors need: an event with room, a report, a bank, and halls that vote. */
export interface Prepared {
  event: number
  secretariat: string
  organisation: string
  figures: string[]
  voters: Voter[]
}

/** Prepares the demonstration for visitors. */
export async function prepare(db: Kysely<Database>, halls: number): Promise<Prepared> {
  const event = await only<{ id: number }>(sql`
    update event e set register_at = '', registration = 'here', places = 100000, register_by = null, price_ore = 0,
      cancelled_at = null, open_to = 'everyone', guests_allowed = true, starts_at = now() + interval '60 days',
      ends_at = now() + interval '61 days', form = 'on-site' from event_text t
    where t.event_id = e.id and t.language = 'sv' and t.title = 'Återbruk i stor skala' returning e.id`)
  await sql`update event_question set required = false where event_id = ${event.id}`.execute(db)
  const office = await only<{ id: number }>(sql`
    select person_id as id from appointment where role = 'secretariat' and until is null order by 1 limit 1`)
  const report = await only<{ code: string }>(sql`
    select p.organisation_code as code from report p join reporting_round r on r.id = p.round_id
    where r.year = 2025 and p.state = 'open' order by 1 limit 1`)
  const { rows: figures } = await sql<{ id: string }>`
    select f.key_figure_id as id from reporting_round_figure f join reporting_round r on r.id = f.round_id
    where r.year = 2025 order by 1 limit 2`.execute(db)
  const voters: Voter[] = []
  for (let hall = 0; hall < halls; hall += 1) voters.push(...(await openVote(db, 2060 + hall)))
  return {
    event: event.id,
    secretariat: (await sessionsOf(db, [office.id]))[0] ?? '',
    organisation: report.code,
    figures: figures.map(({ id }) => id),
    voters,
  }

  async function only<T>(query: ReturnType<typeof sql<T>>): Promise<T> {
    const { rows } = await query.execute(db)
    const [row] = rows
    if (!row) throw new Error('The demonstration has changed: the fault tests no longer find what they use.')
    return row
  }
}

async function openVote(db: Kysely<Database>, year: number): Promise<Voter[]> {
  const secrets = createSecrets(secret)
  const { meetingId, itemId, entries } = await openHall(db, { year, votes: 250 })
  const ballot = await openBallot(
    {
      db,
      secrets,
      actor: { personId: entries[0]?.personId ?? 0, name: 'Ordföranden' },
      now: new Date(),
    },
    meetingId,
    {
      itemId,
      kind: 'alternatives',
      secret: false,
      question: 'Vilket förslag?',
      majority: 'majority',
      seats: null,
      options: [
        { label: 'Styrelsens', names: [] },
        { label: 'Motionens', names: [] },
      ],
      madeUp: true,
    },
  )
  const { rows } = await sql<{ id: number }>`select max(id) as id from ballot_round`.execute(db)
  const round = rows[0]?.id ?? 0
  const cookies = await sessionsOf(
    db,
    entries.map(({ personId }) => personId),
  )
  return entries.map(({ entryId: entry, personId: person }, i) => {
    const token = formToken(secrets, { ballot: ballot ?? 0, round, entry, person })
    return { entry, year, cookie: cookies[i] ?? '', token }
  })
}

/** Logs people in, all at once, and gives what the browser of each sends. */
async function sessionsOf(db: Kysely<Database>, people: number[]): Promise<string[]> {
  const tokens = people.map(newToken)
  await sql`
    insert into session (token_hash, person_id, means, device, needs_code, expires_at)
    select hash, person, 'demo', '', false, now() + interval '2 days'
    from unnest(${tokens.map(hashOf)}::text[], ${people}::bigint[]) as one (hash, person)`.execute(db)
  return tokens.map((token) => `session=${token}`)
}
