import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { seatOf } from '#domains/accounts/index.ts'
import { keepFile } from '#platform/files/store/index.ts'
import type { Answers } from './answers.ts'
import type { State } from './rules.ts'
import { littlePdf } from './seeds-documents.ts'
import { insertStep } from './step-queries.ts'
import type { FileKind } from './tables.ts'

interface Story {
  code: string
  name: string
  /** Of the made-up applicant; null for the person of the demonstration's own account. */
  applicant: { name: string; title: string } | null
  state: State
  answers: Partial<Answers>
  /** Steps with their moments, the last one leading to `state`. */
  steps: { step: string; to: State; at: string; by: 'applicant' | 'secretariat' | 'expert'; text?: string }[]
  set?: {
    review_due_on?: string
    recommendation?: 'approve' | 'approve-with-conditions'
    recommendation_text?: string
    meeting?: 'coming'
  }
}

/**
 * Applications of municipalities that are no members, one at each turn of the way, and two board meetings. All made
 * up and marked so; nobody is rejected, since nothing bad is made up about a real municipality.
 */
export async function demonstrateApplications(trx: Transaction<Database>): Promise<void> {
  const meetings = await trx
    .insertInto('meeting')
    .values([
      { held_on: '2026-09-17', title: 'Höstmöte', place: 'Karlskrona', made_up: true },
      { held_on: '2026-12-10', title: 'Decembermöte', place: 'Digitalt', made_up: true },
    ])
    .returning('id')
    .execute()
  const secretariat = await personNamed(trx, 'Annika Strand')
  const expert = await personNamed(trx, 'Henrik Sandås')
  const coming = meetings[1]?.id ?? null
  for (const story of stories) {
    const applicant = await applicantOf(trx, story)
    const { meeting, ...set } = story.set ?? {}
    const sent = story.steps.findLast(({ step }) => step === 'submit')?.at
    const { id } = await trx
      .insertInto('application')
      .values({
        organisation_code: story.code,
        state: story.state,
        version: story.steps.length,
        started_by: applicant,
        started_at: new Date('2026-10-01T08:00:00Z'),
        changed_at: new Date(story.steps.at(-1)?.at ?? '2026-11-12T14:20:00Z'),
        submitted_at: sent ? new Date(sent) : null,
        answers: JSON.stringify(story.answers),
        meeting_id: meeting ? coming : null,
        made_up: true,
        ...set,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertStep(trx, {
      id,
      step: 'start',
      from: null,
      to: 'draft',
      by: applicant,
      at: new Date('2026-10-01T08:00:00Z'),
    })
    const people = { applicant, secretariat, expert }
    let from: State = 'draft'
    for (const { step, to, at, by, text = '' } of story.steps) {
      await insertStep(trx, { id, step, from, to, by: people[by], text, at: new Date(at) })
      from = to
    }
    await addFile(trx, id, applicant, 'decision', 'beslut-att-ansoka.pdf', [
      'Protokollsutdrag (påhittat)',
      `${story.name}: ansökan om medlemskap i Sveriges Ekokommuner`,
    ])
    if (sent) {
      await addFile(trx, id, applicant, 'programme', 'hallbarhetsprogram.pdf', [
        'Hållbarhetsprogram (påhittat)',
        story.name,
      ])
    }
    if (story.state === 'in-review' || story.state === 'on-agenda') await addView(trx, id, expert)
  }
}

async function personNamed(trx: Transaction<Database>, name: string): Promise<number> {
  const { id } = await trx
    .selectFrom('person')
    .where('name', '=', name)
    .where('made_up', '=', true)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

async function applicantOf(trx: Transaction<Database>, { code, name, applicant }: Story): Promise<number> {
  if (!applicant) {
    const { person_id } = await trx
      .selectFrom('appointment')
      .where('organisation_code', '=', code)
      .where('role', '=', 'applicant')
      .select('person_id')
      .executeTakeFirstOrThrow()
    return person_id
  }
  const { id } = await trx
    .insertInto('person')
    .values({
      ...applicant,
      email: `${plain(applicant.name)}@${plain(name)}.example`,
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await seatOf(trx, code, 'applicant')
  await trx
    .insertInto('appointment')
    .values({ person_id: id, organisation_code: code, role: 'applicant', since: '2026-10-01' })
    .execute()
  return id
}

async function addFile(
  trx: Transaction<Database>,
  applicationId: number,
  uploadedBy: number,
  kind: FileKind,
  name: string,
  lines: string[],
): Promise<void> {
  const content = littlePdf(lines)
  const { id } = await trx
    .insertInto('application_file')
    .values({
      application_id: applicationId,
      kind,
      name,
      media_type: 'application/pdf',
      standard: 'PDF',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      uploaded_by: uploadedBy,
      uploaded_at: new Date('2026-10-05T09:30:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { inside, outside } = await keepFile(trx, content)
  await trx
    .insertInto('application_file_content')
    .values({ file_id: id, content: inside, content_sha256: outside })
    .execute()
}

async function addView(trx: Transaction<Database>, applicationId: number, personId: number): Promise<void> {
  const view = {
    judgement1: 'meets',
    words1: 'Fossilfri fordonsflotta 2028 är beslutad och finansierad.',
    judgement2: 'on-the-way',
    words2: 'Kemikalieplanen gäller förskolor. Den behöver omfatta skolor och omsorg.',
    judgement3: 'meets',
    words3: 'Tydliga mål för våtmarker och tätortsnära natur.',
    judgement4: 'meets',
    words4: 'Medborgardialogerna är återkommande och följs upp.',
    integrity: 'Visselblåsarfunktion finns.',
    influence: 'Ungdomsråd med egen budget.',
    competence: 'Utbildning för alla chefer.',
    meaning: '',
    impartiality: '',
    recommendation: 'approve',
    summary: 'Ett samlat arbete med politisk förankring.',
  }
  await sql`
    insert into application_review (application_id, person_id, answers, changed_at, given_at)
    values (${applicationId}, ${personId}, ${JSON.stringify(view)}, '2026-11-16 10:00Z', '2026-11-16 10:00Z')`.execute(
    trx,
  )
}

const plain = (text: string) =>
  text
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '.')

/** A whole application of a made-up content. */
function whole(name: string, politician: string, official: string): Partial<Answers> {
  const domain = `${plain(name)}.example`
  return {
    organisationNumber: '',
    address: 'Rådhuset',
    postalCode: '123 45',
    city: name,
    email: `kommun@${domain}`,
    invoiceEmail: `faktura@${domain}`,
    invoiceReference: 'Hållbarhet',
    decidingBody: 'council',
    decidedOn: '2026-09-28',
    decisionParagraph: '§ 112',
    programmeTitle: 'Hållbarhetsprogram 2026–2032',
    programmeAdoptedOn: '2026-04-27',
    programmeAddress: '',
    criterion1: 'Vi byter ut fossila bränslen i fordon och värme. Målet är en fossilfri organisation 2028.',
    criterion2: 'Vi fasar ut skadliga ämnen i förskolor och skolor och ställer krav i upphandlingar.',
    criterion3: 'Vi anlägger våtmarker, sköter skogen hyggesfritt och planerar så att åkermark skyddas.',
    criterion4: 'Ungdomsråd, medborgardialoger och sociala mål i budgeten. Kunskapslyft för alla anställda.',
    politicianName: politician,
    politicianTitle: 'Kommunstyrelsens ordförande',
    politicianEmail: `${plain(politician)}@${domain}`,
    officialName: official,
    officialTitle: 'Hållbarhetsstrateg',
    officialEmail: `${plain(official)}@${domain}`,
  }
}

const submit = (at: string) => ({ step: 'submit', to: 'submitted', at, by: 'applicant' }) as const
const accept = (at: string) => ({ step: 'accept', to: 'in-review', at, by: 'secretariat' }) as const
const recommend = (at: string, text: string) =>
  ({ step: 'recommend', to: 'recommended', at, by: 'expert', text }) as const

const stories: Story[] = [
  {
    code: '1480',
    name: 'Göteborg',
    applicant: null,
    state: 'draft',
    answers: {
      address: 'Stadshuset',
      postalCode: '404 82',
      city: 'Göteborg',
      decidingBody: 'council',
      decidedOn: '2026-10-22',
      decisionParagraph: '§ 24',
      criterion1: 'Vi ställer om bussar och färjor till el. Påhittat för demonstrationen.',
    },
    steps: [],
  },
  {
    code: '0483',
    name: 'Katrineholm',
    applicant: { name: 'Ebba Rosén', title: 'Miljöstrateg' },
    state: 'submitted',
    answers: whole('Katrineholm', 'Göran Dahl', 'Ebba Rosén'),
    steps: [submit('2026-11-19T13:05:00Z')],
  },
  {
    code: '1494',
    name: 'Lidköping',
    applicant: { name: 'Jan Hultman', title: 'Utvecklingschef' },
    state: 'in-review',
    answers: whole('Lidköping', 'Sonja Frid', 'Jan Hultman'),
    steps: [submit('2026-10-30T08:40:00Z'), accept('2026-11-03T10:15:00Z')],
    set: { review_due_on: '2026-12-03' },
  },
  {
    code: '2062',
    name: 'Mora',
    applicant: { name: 'Kerstin Back', title: 'Klimatstrateg' },
    state: 'recommended',
    answers: whole('Mora', 'Olle Finn', 'Kerstin Back'),
    steps: [
      submit('2026-10-12T07:20:00Z'),
      accept('2026-10-14T09:00:00Z'),
      recommend('2026-11-13T15:30:00Z', 'Godkänn. Följ upp planen för kemikalier om ett år.'),
    ],
    set: {
      review_due_on: '2026-11-13',
      recommendation: 'approve',
      recommendation_text: 'Godkänn. Följ upp planen för kemikalier om ett år.',
    },
  },
  {
    code: '0882',
    name: 'Oskarshamn',
    applicant: { name: 'Peter Lood', title: 'Miljöchef' },
    state: 'on-agenda',
    answers: whole('Oskarshamn', 'Berit Sundin', 'Peter Lood'),
    steps: [
      submit('2026-10-06T11:00:00Z'),
      accept('2026-10-08T08:30:00Z'),
      recommend('2026-11-06T14:00:00Z', 'Godkänn. Arbetet är väl förankrat och mätbart.'),
      { step: 'put-on-agenda', to: 'on-agenda', at: '2026-11-09T09:10:00Z', by: 'secretariat' },
    ],
    set: {
      review_due_on: '2026-11-08',
      recommendation: 'approve',
      recommendation_text: 'Godkänn. Arbetet är väl förankrat och mätbart.',
      meeting: 'coming',
    },
  },
  {
    code: '1286',
    name: 'Ystad',
    applicant: { name: 'Lisbet Malm', title: 'Planarkitekt' },
    state: 'withdrawn',
    answers: whole('Ystad', 'Arne Vinge', 'Lisbet Malm'),
    steps: [
      submit('2026-10-02T12:00:00Z'),
      {
        step: 'withdraw',
        to: 'withdrawn',
        at: '2026-10-09T12:00:00Z',
        by: 'applicant',
        text: 'Vi väntar in det nya programmet.',
      },
    ],
  },
]
