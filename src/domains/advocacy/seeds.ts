import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { association } from '#platform/association.ts'
import { createMemory } from '#platform/http/remember.ts'
import { insertComment } from './comment-queries.ts'
import { type FollowUp, followUpDemand, listDemands, replaceDemands } from './demand-queries.ts'
import { insertEndorsement } from './endorsement-queries.ts'
import {
  insertMatter,
  type MatterFacts,
  setAdopted,
  setReservations,
  setState,
} from './matter-write-queries.ts'
import { addSections, listSections, setQuestion } from './section-queries.ts'
import { freezeResponse } from './send-actions.ts'
import { carryIds, type Paragraph, splitText } from './text/paragraphs.ts'
import { insertVersion } from './version-queries.ts'

/** A person of the demonstration who holds a role in an organisation. */
type Who = [code: string, role: Role]

const expert: Who = [association.code, 'expert-group']
const office: Who = [association.code, 'secretariat']

/** What a demonstration makes up of its advocacy: a consultation that is being written, and what was sent. */
export interface AdvocacyStory {
  open: {
    facts: MatterFacts
    versions: { on: string; text: string; inSubstance: boolean; note: string }[]
    demands: string[]
    comments: { by: Who; on: string; paragraph: number; body: string }[]
    endorsed: Endorsed[]
    sections: { title: string; body: string }[]
    /** The first section, sent to two who know: the first has answered, the other not. */
    asked: { to: [Who, Who]; knows: string; answer: string }
  }
  sent: SentSeed[]
  /** By whom and under what members endorse. */
  delegation: { under: string; municipality: string; region: string }
  /** Who adopted what was sent. */
  board: string
}

interface Endorsed {
  code: string
  version: number
}

/** A consultation that is being written and texts that were sent. Everything in them is made up. */
export async function demonstrateAdvocacy(
  trx: Transaction<Database>,
  story: AdvocacyStory = ourAdvocacy,
): Promise<void> {
  const author = await find(trx, expert)
  if (author === null) return
  await demonstrateOpen(trx, author, story)
  for (const seed of story.sent) await demonstrateSent(trx, author, seed, story)
}

async function demonstrateOpen(
  trx: Transaction<Database>,
  author: number,
  { open, delegation }: AdvocacyStory,
): Promise<void> {
  const id = await insertMatter(trx, open.facts, { by: author, now: momentOf('2026-11-02'), madeUp: true })
  await setState(trx, id, 'drafting')
  await writeVersions(trx, id, author, open.versions)
  await replaceDemands(trx, id, open.demands)
  for (const { by, on, paragraph, body } of open.comments) {
    const person = await find(trx, by)
    if (person === null) continue
    await insertComment(trx, {
      matterId: id,
      version: 2,
      paragraph,
      body,
      by: person,
      organisationCode: by[0],
      now: momentOf(on),
      madeUp: true,
    })
  }
  await endorseAll(trx, id, open.endorsed, { on: '2026-11-20', delegation })
  await addSections(trx, id, open.sections)
  const [first] = await listSections(trx, id)
  const questionId = await demonstrateQuestion(trx, open)
  if (first && questionId !== null) await setQuestion(trx, first.id, questionId)
}

/** The first section as it was sent, with an answer. */
async function demonstrateQuestion(
  trx: Transaction<Database>,
  open: AdvocacyStory['open'],
): Promise<number | null> {
  const [answering, silent] = open.asked.to
  const [asker, to, other] = [await find(trx, office), await find(trx, answering), await find(trx, silent)]
  const section = open.sections[0]
  if (asker === null || to === null || other === null || !section) return null
  const { id } = await trx
    .insertInto('question')
    .values({
      title: `${section.title} – ${open.facts.title}`,
      body: section.body,
      language: open.facts.language,
      asked_by: asker,
      organisation_code: null,
      asked_at: momentOf('2026-11-10'),
      audience: 'members',
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const reason = JSON.stringify([{ kind: 'knows', words: [open.asked.knows] }])
  for (const [person, answeredAt] of [
    [to, momentOf('2026-11-12')],
    [other, null],
  ] as const) {
    await trx
      .insertInto('question_recipient')
      .values({
        question_id: id,
        person_id: person,
        wave: 1,
        reason,
        asked_at: momentOf('2026-11-10'),
        answered_at: answeredAt,
      })
      .execute()
  }
  await trx
    .insertInto('answer')
    .values({
      question_id: id,
      body: open.asked.answer,
      written_by: to,
      organisation_code: answering[0],
      written_at: momentOf('2026-11-12'),
      audience: 'members',
      made_up: true,
    })
    .execute()
  return id
}

/** A text that was sent. */
export interface SentSeed {
  facts: MatterFacts
  text: string
  demands: { text: string; became: FollowUp }[]
  endorsed: Endorsed[]
  adoptedOn: string
  paragraph: string
  reservations: string
  sentOn: string
}

async function demonstrateSent(
  trx: Transaction<Database>,
  author: number,
  seed: SentSeed,
  { delegation, board }: AdvocacyStory,
): Promise<void> {
  const id = await insertMatter(trx, seed.facts, {
    by: author,
    now: momentOf(seed.adoptedOn),
    madeUp: true,
  })
  await writeVersions(trx, id, author, [{ on: seed.adoptedOn, text: seed.text, inSubstance: true, note: '' }])
  await replaceDemands(
    trx,
    id,
    seed.demands.map(({ text }) => text),
  )
  await endorseAll(trx, id, seed.endorsed, { on: seed.adoptedOn, delegation })
  await setAdopted(trx, id, {
    on: seed.adoptedOn,
    meeting: board,
    paragraph: seed.paragraph,
    address: '',
    text: '',
  })
  await setReservations(trx, id, seed.reservations)
  await freezeResponse(
    trx,
    {
      now: momentOf(seed.sentOn),
      today: seed.sentOn,
      remember: createMemory(10_000)(''),
      baseUrl: 'http://localhost:3000',
    },
    id,
  )
  for (const [i, demand] of (await listDemands(trx, id)).entries()) {
    const became = seed.demands[i]?.became
    if (became) await followUpDemand(trx, demand, became, { by: author, now: momentOf('2026-10-01') })
  }
}

async function writeVersions(
  trx: Transaction<Database>,
  matterId: number,
  by: number,
  versions: { on: string; text: string; inSubstance: boolean; note: string }[],
): Promise<void> {
  let before: Paragraph[] = []
  let nextId = 1
  for (const [i, { on, text, inSubstance, note }] of versions.entries()) {
    const paragraphs = carryIds(before, splitText(text), nextId)
    nextId = Math.max(nextId, ...paragraphs.map(({ id }) => id + 1))
    before = paragraphs
    await insertVersion(trx, {
      matterId,
      number: i + 1,
      paragraphs,
      inSubstance,
      note,
      by,
      now: momentOf(on),
    })
  }
}

async function endorseAll(
  trx: Transaction<Database>,
  matterId: number,
  endorsed: Endorsed[],
  { on, delegation }: { on: string; delegation: AdvocacyStory['delegation'] },
): Promise<void> {
  for (const { code, version } of endorsed) {
    const by = await find(trx, [code, 'contact-politician'])
    if (by === null) continue
    await insertEndorsement(trx, {
      matterId,
      code,
      version,
      delegation: delegation.under,
      decidedBy: code.startsWith('00') ? delegation.region : delegation.municipality,
      decidedOn: on,
      by,
      now: momentOf(on),
      madeUp: true,
    })
  }
}

async function find(trx: Transaction<Database>, [code, role]: Who): Promise<number | null> {
  const found = await trx
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('a.organisation_code', '=', code)
    .where('a.role', '=', role)
    .where('a.until', 'is', null)
    .select('p.id')
    .orderBy('a.id')
    .executeTakeFirst()
  return found?.id ?? null
}

const momentOf = (day: string) => new Date(`${day}T09:00:00Z`)

const waiting: FollowUp = {
  outcome: 'waiting',
  outcomeOn: null,
  sourceTitle: '',
  sourceAddress: '',
  note: '',
}
const became = (
  outcome: FollowUp['outcome'],
  outcomeOn: string,
  sourceTitle: string,
  note = '',
): FollowUp => ({
  outcome,
  outcomeOn,
  sourceTitle: `${sourceTitle} (påhittad)`,
  sourceAddress: '',
  note,
})

const opening = `## Sammanfattning

Sveriges Ekokommuner stöder förslaget att byggvaror ska inventeras före rivning.

Kommunerna behöver tid och kunskap för att göra det väl. Kravet bör gälla från 2028.`

const open: AdvocacyStory['open'] = {
  facts: {
    kind: 'consultation',
    title: 'Återbruk av byggvaror vid rivning',
    counterpart: 'Utredningen om återbruk i byggandet',
    reference: 'ÅB 2026:04',
    summary:
      'Utredningen föreslår att byggvaror ska inventeras före rivning och att det som kan användas igen ska erbjudas andra.',
    language: 'sv',
    deadline: '2027-01-15',
  },
  versions: [
    { on: '2026-11-09', text: opening, inSubstance: true, note: 'Första utkastet' },
    {
      on: '2026-11-16',
      text: `${opening}\n\n## Vad vi vet\n\nI Falkenberg finns redan en bank för återbrukat material. Kommunen har {{nyckeltal cykelvag 1382 2025}} cykelväg, och en del av den vilar på krossad betong från rivna hus.`,
      inSubstance: true,
      note: 'Exempel från Falkenberg',
    },
    {
      on: '2026-11-20',
      text: `${opening.replace('från 2028', 'från 2029, och först för byggnader över 250 kvadratmeter')}\n\n## Vad vi vet\n\nI Falkenberg finns redan en bank för återbrukat material. Kommunen har {{nyckeltal cykelvag 1382 2025}} cykelväg, och en del av den vilar på krossad betong från rivna hus.`,
      inSubstance: true,
      note: 'Efter kommentarer: senare start, gräns för små hus',
    },
  ],
  demands: [
    'Inventera byggvaror före rivning av byggnader över 250 kvadratmeter.',
    'Ge kommunerna medel för rådgivning under de tre första åren.',
  ],
  comments: [
    {
      by: ['1880', 'contact-official'],
      on: '2026-11-17',
      paragraph: 3,
      body: '2028 är för tidigt för små kommuner. Vi behövde två år för att lära oss.',
    },
    {
      by: ['1283', 'contact-politician'],
      on: '2026-11-18',
      paragraph: 3,
      body: 'Sätt en gräns för små hus. Annars blir det dyrt för den som river en carport.',
    },
    {
      by: ['1382', 'contact-official'],
      on: '2026-11-19',
      paragraph: 2,
      body: 'Bra. Skriv gärna att vi också vill se **digitala produktpass**.',
    },
  ],
  endorsed: [
    ...['1283', '1880', '1490', '1080', '2480'].map((code) => ({ code, version: 3 })),
    { code: '1382', version: 2 },
  ],
  sections: [
    {
      title: 'Inventering av byggvaror före rivning',
      body: 'Utredningen föreslår att den som river ska låta inventera vad som kan användas igen.\n\n- Vilka erfarenheter har ni?\n- Vad kostar det?',
    },
    {
      title: 'Lager och marknad för återbrukade byggvaror',
      body: 'Utredningen frågar om kommuner bör få driva lager för återbrukade byggvaror.',
    },
    { title: 'Klimatnytta av återbruk', body: 'Hur räknar ni den minskade klimatpåverkan?' },
  ],
  asked: {
    to: [
      ['1880', 'contact-official'],
      ['1283', 'contact-official'],
    ],
    knows: 'återbruk',
    answer:
      'Vi inventerar varje hus före rivning sedan två år. Det tar en dag per hus och betalar sig när dörrar, fönster och tegel säljs vidare. **Kravet bör gälla alla rivningar över 250 kvadratmeter.**',
  },
}

const sent: SentSeed[] = [
  {
    facts: {
      kind: 'initiative',
      title: 'Låt kommuner ställa klimatkrav på transporter till sina kök',
      counterpart: 'Regeringen',
      reference: '',
      summary:
        'En skrivelse om att upphandlingsreglerna ska göra det lättare att köpa mat som körs utan fossila bränslen.',
      language: 'sv',
      deadline: null,
    },
    text: 'Kommunernas kök köper mat varje dag. Den körs ofta hela vägen med diesel.\n\nReglerna gör det svårt att ställa krav på själva transporten. Det bör ändras.\n\n1. Samlastning ska få vägas in.\n2. Utsläpp ska få mätas per leverans.',
    demands: [
      {
        text: 'Låt upphandlande kommuner väga in samlastning.',
        became: became('law', '2024-07-01', 'SFS 2024:0000', 'Gäller avtal från den 1 juli 2024.'),
      },
      {
        text: 'Ge en gemensam mall för att mäta utsläpp per leverans.',
        became: became('practice', '2023-05-12', 'Vägledning om leveranser'),
      },
      {
        text: 'Inför ett nationellt tak för dieseltransporter till offentliga kök.',
        became: became('rejected', '2023-11-30', 'Betänkande 2023:00'),
      },
    ],
    endorsed: ['1283', '1382', '1880', '1490'].map((code) => ({ code, version: 1 })),
    adoptedOn: '2022-09-15',
    paragraph: '§ 41',
    reservations: '',
    sentOn: '2022-09-20',
  },
  {
    facts: {
      kind: 'consultation',
      title: 'Nya regler för cykelvägar utanför tätort',
      counterpart: 'Utredningen om cykel på landsbygd',
      reference: 'CL 2025:11',
      summary: 'Ett svar om hur cykelvägar längs statliga vägar ska planeras och betalas.',
      language: 'sv',
      deadline: '2025-10-01',
    },
    text: '## Planering\n\nVi stöder förslaget att cykelvägar ska planeras tillsammans med kommunerna.\n\nFalkenberg hade {{nyckeltal cykelvag 1382 2024}} cykelväg. Mycket av den fattas där vägen är statlig.\n\n> Ingen cyklar två mil på en väg där man känner sig rädd.',
    demands: [
      {
        text: 'Planera cykelvägar längs statliga vägar tillsammans med kommunen.',
        became: became('practice', '2026-03-10', 'Handbok för vägplanering'),
      },
      { text: 'Låt staten betala minst hälften.', became: waiting },
      { text: 'Gör det lättare att lösa in mark för cykelvägar.', became: waiting },
    ],
    endorsed: ['1382', '1283', '1880', '2480', '1080', '0003'].map((code) => ({ code, version: 1 })),
    adoptedOn: '2025-09-18',
    paragraph: '§ 57',
    reservations: 'En ledamot (påhittad) reserverade sig mot kravet på statlig betalning.',
    sentOn: '2025-09-25',
  },
]

const ourAdvocacy: AdvocacyStory = {
  open,
  sent,
  delegation: {
    under: 'Delegationsordningen 2.7 (påhittad)',
    municipality: 'Kommunstyrelsens ordförande',
    region: 'Regionstyrelsens ordförande',
  },
  board: 'Styrelsen',
}
