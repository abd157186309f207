import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { formatName, formatVersion } from './exchange/format.ts'

/** A partner network, a project, wishes to visit and to read, and what was fetched. All made up, and marked so. */
export async function demonstratePartners(trx: Transaction<Database>): Promise<void> {
  await trx
    .insertInto('partner_network')
    .values({
      id: 'fjordkommunene',
      name: 'Fjordkommunene',
      country: 'NO',
      founded: 2011,
      partner_since: 2016,
      website: 'https://fjordkommunene.example/',
      contact: 'Sekretariatet',
      email: 'post@fjordkommunene.example',
      lead_sv: 'Norska kustkommuner som arbetar efter samma fyra hållbarhetskriterier.',
      lead_en: 'Norwegian coastal municipalities that work by the same four sustainability criteria.',
      history_sv:
        'Började som ett läsår kring en bok. Sedan 2016 byter vi exempel och hälsar på varandra vartannat år.',
      history_en:
        'Began as a year of reading one book. Since 2016 we exchange examples and visit each other every other year.',
      source: 'Fjordkommunene',
      made_up: true,
    })
    .execute()
  await trx
    .insertInto('partner_municipality')
    .values(
      ['Nordvik', 'Ytre Sundet'].map((name, i) => ({
        id: `pahittad-${i + 1}`,
        network_id: 'fjordkommunene',
        name,
        country: 'NO',
        since_year: 2012 + i,
        text_sv: 'Har varit på besök två gånger.',
        text_en: 'Has visited twice.',
        source: 'Fjordkommunene',
        made_up: true,
      })),
    )
    .execute()
  await demonstrateProject(trx)
  await demonstrateVisits(trx)
  await demonstrateExchange(trx)
  await sql`
    insert into translation_wish (example_id, asked_by, asked_at, told_at, made_up)
    select e.id, 'Fjordkommunene', '2026-11-18T09:00:00Z', '2026-11-18T09:10:00Z', true from good_example e
    where e.state = 'published' and e.hidden_at is null
      and not exists (select from good_example_text t where t.example_id = e.id and t.language = 'en')
    order by e.id limit 1`.execute(trx)
}

async function demonstrateProject(trx: Transaction<Database>): Promise<void> {
  const { id } = await trx
    .insertInto('cooperation_project')
    .values({
      organisation_code: '1382',
      name: 'Levande kust',
      begins: 2024,
      ends: 2027,
      amount: 1_250_000,
      currency: 'EUR',
      funder: 'Interreg',
      other_partners: 'Nordvik Havn',
      lead_sv: 'Tre kustkommuner prövar hur ålgräs kan komma tillbaka, och vad det kostar.',
      lead_en: 'Three coastal municipalities try how eelgrass can come back, and what it costs.',
      results_sv:
        'Efter två somrar växer **4 hektar** ålgräs igen.\n\n- Plantering för hand gick bäst\n- Skolklasser räknar skotten varje höst',
      results_en:
        'After two summers **4 hectares** of eelgrass grow again.\n\n- Planting by hand went best\n- School classes count the shoots every autumn',
      published_at: new Date('2026-10-06T08:00:00Z'),
      made_up: true,
      written_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('cooperation_project_member')
    .values(['1382', '1283'].map((organisation_code) => ({ project_id: id, organisation_code })))
    .execute()
  await trx
    .insertInto('cooperation_project_partner')
    .values({ project_id: id, network_id: 'fjordkommunene' })
    .execute()
  await trx
    .insertInto('cooperation_project_link')
    .values({
      project_id: id,
      ordinal: 1,
      label: 'levandekust.example',
      address: 'https://levandekust.example/',
    })
    .execute()
}

async function demonstrateVisits(trx: Transaction<Database>): Promise<void> {
  const { id } = await trx
    .insertInto('visit_request')
    .values({
      name: 'Ingrid Solheim',
      email: 'ingrid.solheim@nordvik.example',
      organisation: 'Nordvik kommune',
      country: 'NO',
      people: 12,
      earliest: '2027-03-15',
      latest: '2027-04-30',
      wishes: 'Vi vill se hur ni minskade matsvinnet i skolköken, och prata med kökspersonalen.',
      visit_language: 'sv',
      tongue: 'sv',
      state: 'waiting',
      asked_at: new Date('2026-11-20T10:00:00Z'),
      confirmed_at: new Date('2026-11-20T10:05:00Z'),
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into visit_request_figure (request_id, key_figure_id)
    select ${id}::bigint, id from key_figure where id = '10a'`.execute(trx)
  const asked = await trx
    .insertInto('visit_request')
    .values({
      name: 'Thomas Reed',
      email: 'thomas.reed@lakeside.example',
      organisation: 'City of Lakeside',
      country: 'US',
      people: 6,
      earliest: '2027-05-10',
      latest: '2027-05-21',
      wishes: 'How did you get more people to cycle in winter, and what did it cost?',
      visit_language: 'en',
      tongue: 'en',
      state: 'asked',
      asked_at: new Date('2026-11-12T14:00:00Z'),
      confirmed_at: new Date('2026-11-12T14:20:00Z'),
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into visit_host_asked (request_id, person_id, organisation_code, reasons, asked_at)
    select ${asked.id}::bigint, person_id, organisation_code, '[]', '2026-11-13T08:00:00Z' from appointment
    where organisation_code = '1382' and role = 'contact-official' and until is null order by id limit 1`.execute(
    trx,
  )
}

async function demonstrateExchange(trx: Transaction<Database>): Promise<void> {
  const issued = '2026-11-22T02:25:00.000Z'
  const { id } = await trx
    .insertInto('exchange_subscription')
    .values({
      address: 'https://fjordkommunene.example',
      name: 'Fjordkommunene',
      country: 'NO',
      fingerprint: '5d41'.repeat(16),
      network_id: 'fjordkommunene',
      began_by: null,
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const head = {
    format: formatName,
    version: formatVersion,
    network: { name: 'Fjordkommunene', country: 'NO', address: 'https://fjordkommunene.example' },
    issued_at: issued,
  }
  const documents = {
    'good-examples': { ...head, kind: 'good-examples', examples },
    'key-figures': { ...head, kind: 'key-figures', figures, organisations, series },
  }
  for (const kind of ['good-examples', 'key-figures'] as const) {
    await trx
      .insertInto('exchange_document')
      .values({
        subscription_id: id,
        kind,
        tried_at: new Date(issued),
        fetched_at: new Date(issued),
        issued_at: new Date(issued),
        content: JSON.stringify(documents[kind]),
      })
      .execute()
  }
}

const examples = [
  {
    id: '7',
    address: 'https://fjordkommunene.example/eksempler/7',
    organisation: 'Nordvik',
    year: 2025,
    title: { no: 'Fergen går på strøm', en: 'The ferry runs on electricity' },
    summary: {
      no: 'En liten kommune bestilte en batteriferge sammen med naboen, og delte ladestasjonen.',
      en: 'A small municipality ordered a battery ferry together with its neighbour, and shared the charging station.',
    },
    figures: ['klima'],
    criteria: [1],
    sdgs: [7, 13],
    published: '2026-02-10T08:00:00.000Z',
    updated: '2026-02-10T08:00:00.000Z',
    made_up: true,
  },
]
const figures = [
  {
    id: 'klima',
    number: '1',
    name: { no: 'Klimagassutslipp', en: 'Greenhouse gas emissions' },
    unit: { no: 'tonn per innbygger', en: 'tonnes per inhabitant' },
    decimals: 1,
    direction: 'down',
    address: 'https://fjordkommunene.example/tall/klima',
  },
]
const organisations = [
  { id: 'nordvik', name: 'Nordvik' },
  { id: 'ytre-sundet', name: 'Ytre Sundet' },
]
const series = [
  { figure: 'klima', organisation: 'nordvik', values: madeUpValues([6.1, 5.8, 5.2, 4.9]) },
  { figure: 'klima', organisation: 'ytre-sundet', values: madeUpValues([8.4, 8.5, 8.1, 7.7]) },
]

function madeUpValues(values: number[]) {
  return values.map((value, i) => ({ year: 2021 + i, value, made_up: true }))
}
