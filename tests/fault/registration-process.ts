// A program of its own that registers people for an event and cancels every third, to be killed in the middle.
import { connect } from '../../src/database/connect.ts'
import { cancelParticipant } from '../../src/domains/events/registration/change.ts'
import { listRegistered } from '../../src/domains/events/registration/participant-queries.ts'
import { register } from '../../src/domains/events/registration/register.ts'

const [eventId, people] = [Number(process.env.EVENT), Number(process.env.PEOPLE)]
const db = connect({ connectionString: process.env.DATABASE_URL ?? '' }, 4)
const place = {
  db,
  actor: null,
  now: new Date('2026-11-23T12:00:00Z'),
  site: { baseUrl: 'https://eko.example', mailFrom: 'noreply@eko.example' },
}

async function one(i: number): Promise<void> {
  const [name, email] = [`Person ${i}`, `person${i}@gast.example`]
  if ((await listRegistered(db, eventId, [email])).length > 0) return
  const result = await register(place, {
    eventId,
    organisationCode: null,
    organisationName: '',
    madeBy: { personId: null, name, email },
    reference: '',
    language: 'sv',
    participants: [
      { personId: null, name, email, attends: 'on-site', shownToNetwork: false, answers: new Map() },
    ],
  })
  const [participant] = result.done ? result.participants : []
  if (participant && i % 3 === 0) await cancelParticipant(place, { code: participant.code })
}

let next = 0
const lane = async () => {
  while (next < people) await one(next++)
}
await Promise.all([lane(), lane(), lane(), lane()])
await db.destroy()
