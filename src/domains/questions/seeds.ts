import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Reason } from './rules/reason.ts'
import type { Readers } from './tables.ts'

/** Somebody of the demonstration: the first in a member whose title begins so. */
type Who = [code: string, title: string]

interface SeedAnswer {
  by: Who
  on: string
  body: string
  audience?: Readers
  accepted?: true
  /** How many have thanked. */
  thanks?: number
  askedWhetherTrueOn?: string
  confirmedOn?: string
  outdatedOn?: string
}

export interface QuestionSeed {
  by: Who
  on: string
  title: string
  body: string
  language?: Language
  audience?: Readers
  figures: string[]
  subjects: string[]
  sentTo: { to: Who; reasons: Reason[] }[]
  answers: SeedAnswer[]
}

/** Questions between members of the demonstration. Everyone, every story and every sum is made up. */
export async function demonstrateQuestions(
  trx: Transaction<Database>,
  seeds: QuestionSeed[] = ours,
): Promise<void> {
  for (const seed of seeds) await demonstrateOne(trx, seed)
}

async function demonstrateOne(trx: Transaction<Database>, seed: QuestionSeed): Promise<void> {
  const by = await find(trx, seed.by)
  if (by === null) return
  const { id } = await trx
    .insertInto('question')
    .values({
      title: seed.title,
      body: seed.body,
      language: seed.language ?? 'sv',
      asked_by: by,
      organisation_code: seed.by[0],
      asked_at: momentOf(seed.on),
      audience: seed.audience ?? 'members',
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into question_key_figure select ${id}, id from key_figure where id = any(${seed.figures})`.execute(
    trx,
  )
  await sql`insert into question_subject select ${id}, id from subject where id = any(${seed.subjects})`.execute(
    trx,
  )
  await trx.insertInto('question_follow').values({ question_id: id, person_id: by }).execute()
  for (const { to, reasons } of seed.sentTo) {
    const person = await find(trx, to)
    if (person === null) continue
    await trx
      .insertInto('question_recipient')
      .values({
        question_id: id,
        person_id: person,
        wave: 1,
        reason: JSON.stringify(reasons),
        asked_at: momentOf(seed.on),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  for (const answer of seed.answers) await demonstrateAnswer(trx, id, answer)
}

async function demonstrateAnswer(
  trx: Transaction<Database>,
  questionId: number,
  answer: SeedAnswer,
): Promise<void> {
  const by = await find(trx, answer.by)
  if (by === null) return
  const { id } = await trx
    .insertInto('answer')
    .values({
      question_id: questionId,
      body: answer.body,
      written_by: by,
      organisation_code: answer.by[0],
      written_at: momentOf(answer.on),
      audience: answer.audience ?? 'members',
      still_true_asked_on: answer.askedWhetherTrueOn ?? null,
      confirmed_on: answer.confirmedOn ?? null,
      outdated_on: answer.outdatedOn ?? null,
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`update question_recipient set answered_at = ${momentOf(answer.on)}
    where question_id = ${questionId} and person_id = ${by}`.execute(trx)
  if (answer.accepted) {
    await trx.updateTable('question').set({ accepted_answer_id: id }).where('id', '=', questionId).execute()
  }
  await sql`insert into answer_thanks (answer_id, person_id, at) select ${id}, p.id, ${momentOf(answer.on)} from person p
    where p.made_up and p.id <> ${by} order by p.id limit ${answer.thanks ?? 0}`.execute(trx)
}

async function find(trx: Transaction<Database>, [code, title]: Who): Promise<number | null> {
  const found = await trx
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('a.organisation_code', '=', code)
    .where('a.until', 'is', null)
    .where('p.made_up', '=', true)
    .where('p.title', 'like', `${title}%`)
    .select('p.id')
    .orderBy('a.id')
    .executeTakeFirst()
  return found?.id ?? null
}

function momentOf(day: string): Date {
  return new Date(`${day}T09:00:00Z`)
}

const ours: QuestionSeed[] = [
  {
    by: ['1382', 'Miljöstrateg'],
    on: '2026-09-14',
    title: 'Hur får ni ner kadmium i slammet utan att stänga av någon?',
    body: 'Vi ligger kvar på samma halt sedan fem år. Vi har kartlagt **industrierna** men inte hushållen.\n\nHur hittade ni källorna, och vad hjälpte?',
    audience: 'everyone',
    figures: ['8b'],
    subjects: ['avlopp-slam', 'vatten'],
    sentTo: [
      { to: ['0680', 'VA-'], reasons: [{ kind: 'subject', sv: 'Avlopp och slam', en: 'Sewage and sludge' }] },
      { to: ['0780', 'VA-'], reasons: [{ kind: 'knows', words: ['slammet', 'kadmium'] }] },
    ],
    answers: [
      {
        by: ['0680', 'VA-'],
        on: '2026-09-16',
        body: 'Vi tog prov i nio brunnar i ledningsnätet under en vecka. Två områden stod för hälften:\n\n1. en verkstad med gammal ytbehandling\n2. ett område där konstnärsfärg spolades ut från studieförbundet\n\nStudieförbundet bytte färger samma månad. Halten sjönk med en femtedel på ett år.',
        audience: 'everyone',
        accepted: true,
        thanks: 4,
      },
      {
        by: ['0780', 'VA-'],
        on: '2026-09-21',
        body: 'Se också på dagvattnet: där det läcker in i spillvattnet följer kadmium från däck och tak med. Vi tätade två kilometer ledning och såg skillnad.',
        thanks: 1,
      },
    ],
  },
  {
    by: ['1283', 'Utvecklingsledare'],
    on: '2025-03-10',
    title: 'Hur får ni in mer ekologisk mat utan att maten blir dyrare?',
    body: 'Våra priser på mjölk och kött har gått upp. Vilka varor började ni med, och vad tog ni bort?',
    audience: 'everyone',
    figures: ['11'],
    subjects: ['mat', 'upphandling'],
    sentTo: [
      {
        to: ['0682', 'Kostchef'],
        reasons: [{ kind: 'subject', sv: 'Mat och måltider', en: 'Food and meals' }],
      },
    ],
    answers: [
      {
        by: ['0682', 'Kostchef'],
        on: '2025-03-13',
        body: 'Vi började med det som är billigt att byta: **havre, rotfrukter, ägg och bananer**. Sedan bytte vi hälften av nötfärsen mot linser. Kostnaden för varje portion blev i stort sett densamma.',
        audience: 'everyone',
        accepted: true,
        thanks: 7,
        askedWhetherTrueOn: '2026-03-14',
        confirmedOn: '2026-03-17',
      },
      {
        by: ['1382', 'Ekolog'],
        on: '2025-03-20',
        body: 'Dela upp upphandlingen i mindre delar. Då kunde två lokala odlare lämna anbud, och priset på grönsaker sjönk.',
        thanks: 2,
        askedWhetherTrueOn: '2026-03-21',
      },
    ],
  },
  {
    by: ['0980', 'Klimatstrateg'],
    on: '2026-10-05',
    title: 'Hur räknar ni på solceller på skolor?',
    body: 'Vi ska lägga fram en kalkyl för fem skolor. Räknar ni med egen användning på sommaren, och hur länge håller växelriktarna?',
    audience: 'everyone',
    figures: ['9'],
    subjects: ['energi', 'skolor'],
    sentTo: [
      { to: ['0381', 'Energiingenjör'], reasons: [{ kind: 'knows', words: ['solceller', 'skolor'] }] },
      { to: ['0561', 'Energiingenjör'], reasons: [{ kind: 'subject', sv: 'Energi', en: 'Energy' }] },
    ],
    answers: [
      {
        by: ['0381', 'Energiingenjör'],
        on: '2026-10-06',
        body: 'Räkna timme för timme. På våra skolor används 60 % av elen i huset om anläggningen är högst 50 kW. Större än så lönar sig bara där ventilation eller kök går hela sommaren. Vi byter växelriktare en gång på 25 år.',
        audience: 'everyone',
        thanks: 3,
      },
    ],
  },
  {
    by: ['1382', 'Miljöstrateg'],
    on: '2026-11-02',
    title: 'Hur får ni medarbetare att lämna bilen vid korta tjänsteresor?',
    body: 'Vi har tio elcyklar som mest står. Har ni ändrat reglerna för egen bil i tjänsten, eller gjort något annat som hjälpte?',
    figures: ['10a', '10b'],
    subjects: ['transporter'],
    sentTo: [
      {
        to: ['0580', 'Trafik'],
        reasons: [{ kind: 'subject', sv: 'Transporter och resor', en: 'Transport and travel' }],
      },
      { to: ['0880', 'Trafik'], reasons: [{ kind: 'knows', words: ['resvanor'] }] },
    ],
    answers: [
      {
        by: ['0580', 'Trafik'],
        on: '2026-11-04',
        body: 'Ingen får milersättning för resor under fem kilometer utan skäl. Samtidigt ställde vi cyklarna vid entrén och tog bort bokningen. Resorna med egen bil minskade med en tredjedel.',
        thanks: 1,
      },
    ],
  },
  {
    by: ['0461', 'Trafik'],
    on: '2026-11-10',
    title: 'Vilken tidtabell får fler att åka buss på landsbygden?',
    body: 'Vi får välja: fler turer mitt på dagen, eller en sen tur på kvällen. Vad gav flest resor hos er?',
    figures: ['2'],
    subjects: ['kollektivtrafik'],
    sentTo: [{ to: ['0580', 'Trafik'], reasons: [{ kind: 'knows', words: ['landsbygden'] }] }],
    answers: [],
  },
  {
    by: ['0186', 'Skogs'],
    on: '2026-06-08',
    title: 'Hur gick det till när ni certifierade kommunens skog?',
    body: 'Politiken vill att all egen skog blir certifierad. Hur lång tid tog det, och vad kostar revisionen varje år?',
    audience: 'everyone',
    figures: ['5'],
    subjects: ['skog'],
    sentTo: [{ to: ['0683', 'Skogs'], reasons: [{ kind: 'knows', words: ['certifierat', 'skogsbruk'] }] }],
    answers: [
      {
        by: ['0683', 'Skogs'],
        on: '2026-06-11',
        body: 'Nio månader från beslut till certifikat. Mest tid tog inventeringen av nyckelbiotoper. Vi gick med i ett gruppcertifikat, så vår del av revisionen kostar omkring 20 000 kronor om året.',
        audience: 'everyone',
        accepted: true,
        thanks: 2,
      },
    ],
  },
  {
    by: ['0188', 'Rektor'],
    on: '2026-05-18',
    title: 'How do you keep schools certified when the keen teacher leaves?',
    body: 'Two of our schools lost their certificate when one person moved on. What have you built that does not hang on one person?',
    language: 'en',
    figures: ['12'],
    subjects: ['skolor'],
    sentTo: [
      {
        to: ['0480', 'Rektor'],
        reasons: [{ kind: 'subject', sv: 'Skolor och förskolor', en: 'Schools and preschools' }],
      },
    ],
    answers: [
      {
        by: ['0480', 'Rektor'],
        on: '2026-05-25',
        body: 'The pupils’ council owns the plan, and two teachers share the task with hours in their schedule. The handbook is four pages, no more.',
        accepted: true,
        thanks: 1,
      },
    ],
  },
  {
    by: ['0305', 'Avfall'],
    on: '2026-11-16',
    title: 'Har någon infört avgift efter vikt för hushållsavfall?',
    body: 'Vi funderar på avgift efter vikt. Hur reagerade invånarna, och blev det mer nedskräpning?',
    audience: 'everyone',
    figures: ['7'],
    subjects: ['avfall'],
    sentTo: [
      {
        to: ['0486', 'Avfall'],
        reasons: [{ kind: 'subject', sv: 'Avfall och återvinning', en: 'Waste and recycling' }],
      },
      {
        to: ['0662', 'Avfall'],
        reasons: [{ kind: 'subject', sv: 'Avfall och återvinning', en: 'Waste and recycling' }],
      },
    ],
    answers: [],
  },
  {
    by: ['1080', 'Utvecklingsledare'],
    on: '2026-11-17',
    title: 'Hur sköter ni ängar i stället för gräsmattor?',
    body: 'Vi vill göra äng av tolv hektar gräsmatta. Hur ofta slår ni, vad gör ni med gräset, och vad säger de som bor intill?',
    audience: 'everyone',
    figures: ['6'],
    subjects: ['biologisk-mangfald'],
    sentTo: [
      { to: ['1382', 'Ekolog'], reasons: [{ kind: 'knows', words: ['ängar'] }] },
      { to: ['0586', 'Ekolog'], reasons: [{ kind: 'knows', words: ['ängar'] }] },
    ],
    answers: [],
  },
]
