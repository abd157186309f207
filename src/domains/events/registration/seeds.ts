import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Question } from './event-queries.ts'
import { insertBooking, type NewParticipant } from './write-queries.ts'

interface Seed {
  /** The Swedish title of the event begins so. */
  title: string
  places: number | null
  onlinePlaces: number | null
  cancelBy: string | null
  guests: boolean
  practical: string
  onlineAddress: string
  questions: Omit<Question, 'id' | 'kind'>[]
  /** How many of the network have registered. */
  people: number
  online: (index: number) => boolean
}

const diet = {
  sv: 'Vad äter du inte?',
  en: 'What do you not eat?',
  required: false,
  sensitive: true,
  choices: [],
}
const access = {
  sv: 'Vad behöver du för att kunna delta?',
  en: 'What do you need to be able to take part?',
  required: false,
  sensitive: true,
  choices: [],
}

/** Made-up registrations: one event nearly full, one full with a waiting list and a price, one in two ways. */
const seeds: Seed[] = [
  {
    title: 'Rapportörernas träff',
    places: null,
    onlinePlaces: 12,
    cancelBy: null,
    guests: false,
    practical: '',
    onlineAddress: 'https://mote.example/rapportorer',
    questions: [],
    people: 11,
    online: () => true,
  },
  {
    title: 'Frukost på nätet',
    places: null,
    onlinePlaces: 200,
    cancelBy: null,
    guests: true,
    practical: '',
    onlineAddress: 'https://mote.example/frukost',
    questions: [
      {
        sv: 'Vad vill du helst veta?',
        en: 'What do you want to know most?',
        required: false,
        sensitive: false,
        choices: [],
      },
    ],
    people: 3,
    online: () => true,
  },
  {
    title: 'Grundkurs',
    places: 8,
    onlinePlaces: null,
    cancelBy: '2027-01-07',
    guests: false,
    practical: 'Entrén är från torget. Lunch och kaffe ingår.',
    onlineAddress: '',
    questions: [
      diet,
      access,
      {
        sv: 'Hur länge har du arbetat med hållbarhet?',
        en: 'For how long have you worked with sustainability?',
        required: true,
        sensitive: false,
        choices: ['Under ett år', 'Ett till fem år', 'Längre'],
      },
    ],
    people: 11,
    online: () => false,
  },
  {
    title: 'Ekokommunernas vårkonferens',
    places: 150,
    onlinePlaces: 300,
    cancelBy: '2027-03-20',
    guests: false,
    practical: 'Folkets hus ligger fem minuter från stationen.',
    onlineAddress: '',
    questions: [diet, access],
    people: 9,
    online: (index) => index % 3 === 2,
  },
]

/** Registrations of the demonstration association. All made up. */
export async function demonstrateRegistrations(trx: Transaction<Database>): Promise<void> {
  for (const [turn, seed] of seeds.entries()) {
    const event = await prepare(trx, seed)
    const questionIds = await ask(trx, event.id, seed)
    const { rows: people } = await sql<{ id: number; name: string; email: string; code: string }>`
      select p.id, p.name, lower(p.email) as email, a.organisation_code as code
      from person p join appointment a on a.person_id = p.id and a.role = 'reporter' and a.until is null
      where p.made_up and p.email is not null and a.organisation_code not in ('1382', '1283')
      order by p.id offset ${turn * 12} limit ${seed.people}`.execute(trx)
    for (const [i, person] of people.entries()) {
      const participant: NewParticipant = {
        personId: person.id,
        name: person.name,
        email: person.email,
        attends: seed.online(i) ? 'online' : 'on-site',
        shownToNetwork: i % 2 === 0,
        answers: answersOf(seed, questionIds, i),
      }
      const full = seed.places !== null && participant.attends === 'on-site' && i >= seed.places
      await insertBooking(
        trx,
        {
          eventId: event.id,
          organisationCode: person.code,
          organisationName: '',
          madeBy: { personId: person.id, name: person.name, email: person.email },
          reference: '',
          language: 'sv',
          participants: [participant],
        },
        {
          states: [full ? 'waiting' : 'placed'],
          priceOre: event.priceOre,
          madeUp: true,
          now: new Date(Date.UTC(2026, 9, 5 + i, 8, 30)),
        },
      )
    }
  }
}

function answersOf(seed: Seed, questionIds: number[], index: number): Map<number, string> {
  const said = [['Nötter', '', 'Kött'][index % 3] ?? '', index % 5 === 1 ? 'Hörslinga' : '']
  return new Map(
    questionIds.flatMap((id, i): [number, string][] => {
      const { choices } = seed.questions[i] ?? diet
      const answer = choices.length > 0 ? (choices[index % choices.length] ?? '') : (said[i] ?? '')
      return answer === '' || seed.guests ? [] : [[id, answer]]
    }),
  )
}

async function prepare(trx: Transaction<Database>, seed: Seed): Promise<{ id: number; priceOre: number }> {
  const { rows } = await sql<{ id: number; priceOre: number }>`
    update event e set registration = 'here', register_at = '', places = ${seed.places},
      online_places = ${seed.onlinePlaces}, cancel_by = ${seed.cancelBy}, guests_allowed = ${seed.guests},
      practical = ${seed.practical}, online_address = ${seed.onlineAddress}
    from event_text t where t.event_id = e.id and t.language = 'sv' and t.title like ${`${seed.title}%`}
    returning e.id, e.price_ore as "priceOre"`.execute(trx)
  const [event] = rows
  if (!event) throw new Error(`The demonstration has no event ${seed.title}.`)
  return event
}

async function ask(trx: Transaction<Database>, eventId: number, { questions }: Seed): Promise<number[]> {
  if (questions.length === 0) return []
  const rows = await trx
    .insertInto('event_question')
    .values(
      questions.map(({ sv, en, required, sensitive, choices }, i) => ({
        event_id: eventId,
        ordinal: i + 1,
        kind: choices.length > 0 ? ('choice' as const) : ('text' as const),
        label_sv: sv,
        label_en: en,
        choices,
        required,
        sensitive,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
