import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { instantOf } from '#platform/days.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { newToken } from '#platform/secrets.ts'
import { insertCertificate } from './certificates/queries.ts'
import type { TaughtProgramme } from './certificates/tables.ts'
import { insertDocument, insertRecording } from './materials/queries.ts'
import { insertSession, insertSpeaker } from './programme/write-queries.ts'
import { insertBooking } from './registration/write-queries.ts'

const day = '2026-10-21'
const at = (time: string, on = day) => instantOf(on, time) ?? new Date(0)
const title = { sv: 'Räkna rätt på klimatet', en: 'Getting the climate figures right' }

/**
 * A training that has been, with everything that belongs to it: sessions, speakers, participants who came, materials,
 * what they thought, certificates. And a programme for the spring conference. All made up.
 */
export async function demonstrateGathering(trx: Transaction<Database>): Promise<void> {
  const eventId = await insertTraining(trx)
  const sessionIds = await teach(trx, eventId)
  await attend(trx, eventId)
  await share(trx, eventId, sessionIds[0] ?? null)
  await judge(trx, eventId)
  await certify(trx, eventId)
  await planConference(trx)
}

async function insertTraining(trx: Transaction<Database>): Promise<number> {
  const written = new Date('2026-08-20T08:00:00Z')
  const { id } = await trx
    .insertInto('event')
    .values({
      kind: 'training',
      form: 'both',
      starts_at: at('09:30'),
      ends_at: at('16:00'),
      place: 'Stadshuset, Falkenberg',
      open_to: 'members',
      registration: 'here',
      places: 30,
      online_places: 60,
      cancel_by: null,
      published_at: written,
      created_at: written,
      updated_at: written,
      made_up: true,
      written_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('event_text')
    .values([
      {
        event_id: id,
        language: 'sv',
        title: title.sv,
        summary: 'En dag om utsläpp, energi och resor: vilka tal som går att lita på, och hur man visar dem.',
      },
      {
        event_id: id,
        language: 'en',
        title: title.en,
        summary: 'A day on emissions, energy and travel: which figures to trust, and how to show them.',
      },
    ])
    .execute()
  return id
}

const speakers = [
  { name: 'Karin Åkesson', title: 'Klimatstrateg', organisation: 'Falkenbergs kommun' },
  { name: 'Johan Mårtensson', title: 'Energicontroller', organisation: 'Region Halland' },
] as const

const sessions = [
  ['09:30', '10:30', 'Var kommer utsläppen ifrån?', 'Where do the emissions come from?', [0]],
  ['10:45', '12:00', 'Energi i kommunens hus', 'Energy in the buildings of the municipality', [1]],
  [
    '13:00',
    '14:30',
    'Tjänsteresor: så hämtar du uppgifterna',
    'Business travel: how to get the data',
    [0, 1],
  ],
  [
    '14:45',
    '16:00',
    'Visa talen så att politiken förstår',
    'Showing figures that politicians understand',
    [],
  ],
] as const

async function teach(trx: Transaction<Database>, eventId: number): Promise<number[]> {
  const speakerIds: number[] = []
  for (const { name, title: work, organisation } of speakers) {
    const about = {
      sv: 'Har arbetat med kommuners klimatsiffror i tio år.',
      en: 'Has worked with the climate figures of municipalities for ten years.',
    }
    const speaker = { name, title: work, organisation, about, personId: null }
    speakerIds.push(await insertSpeaker(trx, eventId, speaker, true))
  }
  const ids: number[] = []
  for (const [from, to, sv, en, who] of sessions) {
    ids.push(
      await insertSession(
        trx,
        eventId,
        {
          startsAt: at(from),
          endsAt: at(to),
          room: 'Sessionssalen',
          onlineAddress: 'https://mote.example/klimat',
          texts: { sv: { title: sv, description: '' }, en: { title: en, description: '' } },
          speakerIds: who.flatMap((i) => speakerIds[i] ?? []),
        },
        true,
      ),
    )
  }
  return ids
}

/** Nine of the network, all but one checked in; half of them let others see that they were there. */
async function attend(trx: Transaction<Database>, eventId: number): Promise<void> {
  const { rows: people } = await sql<{ id: number; name: string; email: string; code: string }>`
    select p.id, p.name, lower(p.email) as email, min(a.organisation_code) as code
    from person p join appointment a on a.person_id = p.id and a.until is null
    where p.made_up and p.email is not null and a.organisation_code ~ '^[0-9]{4}$'
      and (a.role = 'contact-official' or (a.role = 'member-user' and a.organisation_code = '1382'))
    group by p.id order by min(a.organisation_code) <> '1382', p.id limit 9`.execute(trx)
  for (const [i, person] of people.entries()) {
    await insertBooking(
      trx,
      {
        eventId,
        organisationCode: person.code,
        organisationName: '',
        madeBy: { personId: person.id, name: person.name, email: person.email },
        reference: '',
        language: 'sv',
        participants: [
          {
            personId: person.id,
            name: person.name,
            email: person.email,
            attends: i % 4 === 3 ? 'online' : 'on-site',
            shownToNetwork: i % 2 === 0,
            answers: new Map(),
          },
        ],
      },
      { states: ['placed'], priceOre: 0, madeUp: true, now: new Date(Date.UTC(2026, 8, 1 + i, 8)) },
    )
  }
  await sql`update event_registration r set checked_in_at = ${at('09:05')}::timestamptz + n.nth * interval '2 minutes'
    from (select id, row_number() over (order by id) as nth from event_registration where event_id = ${eventId}) n
    where n.id = r.id and n.nth < ${people.length}`.execute(trx)
}

async function share(trx: Transaction<Database>, eventId: number, sessionId: number | null): Promise<void> {
  const shared = { eventId, addedBy: null, madeUp: true }
  const content = await renderPdf('#heading(level: 1, data.heading)\n#data.text', {
    title: title.sv,
    language: 'sv',
    day,
    data: { heading: title.sv, text: 'Påhittade bilder för demonstrationen.' },
  })
  await insertDocument(
    trx,
    { ...shared, sessionId, title: 'Bilder: var kommer utsläppen ifrån?', openTo: 'everyone' },
    { name: 'bilder-utslapp.pdf', mediaType: 'application/pdf', standard: 'PDF', content },
  )
  await insertDocument(
    trx,
    { ...shared, sessionId: null, title: 'Övningar med facit', openTo: 'participants' },
    { name: 'ovningar.pdf', mediaType: 'application/pdf', standard: 'PDF', content },
  )
  await insertRecording(
    trx,
    { ...shared, sessionId: null, title: 'Hela dagen i efterhand', openTo: 'members' },
    { address: 'https://film.example/rakna-ratt', captioned: true },
  )
}

const sheets: [useful: number, speakers: number, arranged: number, recommend: number][] = [
  [5, 5, 4, 5],
  [4, 5, 3, 5],
  [5, 4, 4, 4],
  [3, 4, 2, 4],
  [5, 5, 4, 5],
  [4, 4, 5, 4],
]
const best = ['Att få räkna på egna siffror.', 'Passet om tjänsteresor.', 'Att höra hur andra kommuner gör.']
const better = ['Mer tid för grupparbetet.', 'Ljudet var svagt för oss som var med digitalt.']

async function judge(trx: Transaction<Database>, eventId: number): Promise<void> {
  await trx
    .insertInto('event_evaluation')
    .values({
      event_id: eventId,
      invited_at: at('09:20', '2026-10-22'),
      closes_on: '2026-11-05',
      answered: sheets.length,
      published_at: at('10:00', '2026-11-09'),
      conclusion:
        'Dagen gav det den lovade. Nästa gång blir grupparbetet längre, och ljudet provas med någon som är med digitalt.',
      made_up: true,
    })
    .execute()
  const answer = { event_id: eventId, mark: null, words: null }
  await trx
    .insertInto('event_evaluation_answer')
    .values([
      ...sheets.flatMap(([useful, speaking, arranged, recommend]) => [
        { ...answer, question: 'useful', mark: useful },
        { ...answer, question: 'speakers', mark: speaking },
        { ...answer, question: 'arranged', mark: arranged },
        { ...answer, question: 'recommend', mark: recommend },
      ]),
      ...best.map((words) => ({ ...answer, question: 'best', words })),
      ...better.map((words) => ({ ...answer, question: 'better', words })),
    ])
    .execute()
}

/** Certificates of all who came but the last two, whose are still to be issued. */
async function certify(trx: Transaction<Database>, eventId: number): Promise<void> {
  const { rows } = await sql<{ id: number; personId: number; name: string; organisation: string }>`
    select r.id, r.person_id as "personId", r.name, o.name as organisation
    from event_registration r join organisation o on o.code = r.organisation_code
    where r.event_id = ${eventId} and r.checked_in_at is not null order by r.id`.execute(trx)
  const programme: TaughtProgramme = {
    title,
    from: day,
    to: day,
    sessions: sessions.map(([, , sv, en]) => ({ sv, en })),
  }
  for (const { id, personId, name, organisation } of rows.slice(0, -2)) {
    await insertCertificate(trx, {
      ...{ eventId, personId, name, organisation, programme },
      code: newToken().slice(0, 24),
      registrationId: id,
      hours: 5,
      issuedOn: '2026-10-23',
      issuedBy: null,
      madeUp: true,
    })
  }
}

async function planConference(trx: Transaction<Database>): Promise<void> {
  const { event_id: eventId } = await trx
    .selectFrom('event_text')
    .select('event_id')
    .where('title', 'like', 'Ekokommunernas vårkonferens%')
    .executeTakeFirstOrThrow()
  const speaker = {
    name: 'Elin Sundström',
    title: 'Gatuchef',
    organisation: 'Umeå kommun',
    about: {
      sv: 'Fick halva staden att cykla också i februari.',
      en: 'Got half the town to cycle in February too.',
    },
    personId: null,
  }
  const speakerId = await insertSpeaker(trx, eventId, speaker, true)
  const parts = [
    ['2027-04-20', '10:00', '12:00', 'Vintercykling på riktigt', 'Winter cycling in earnest', [speakerId]],
    [
      '2027-04-20',
      '13:00',
      '16:30',
      'Parallella pass om mat, skog och energi',
      'Parallel sessions on food, forest and energy',
      [],
    ],
    ['2027-04-21', '10:00', '12:00', 'Årsmöte', 'Annual meeting', []],
  ] as const
  for (const [on, from, to, sv, en, who] of parts) {
    await insertSession(
      trx,
      eventId,
      {
        startsAt: at(from, on),
        endsAt: at(to, on),
        room: 'Stora salen',
        onlineAddress: '',
        texts: { sv: { title: sv, description: '' }, en: { title: en, description: '' } },
        speakerIds: [...who],
      },
      true,
    )
  }
}
