import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Swedish name, English name, key figures and criteria of each subject. Real starting words, also in production. */
const subjects: [id: string, sv: string, en: string, figures: string, criteria: string][] = [
  ['avfall', 'Avfall och återvinning', 'Waste and recycling', '7', '1 2'],
  ['avlopp-slam', 'Avlopp och slam', 'Sewage and sludge', '8a 8b 8c', '1 2'],
  ['biologisk-mangfald', 'Biologisk mångfald', 'Biodiversity', '6', '3'],
  ['byggande', 'Byggande', 'Construction', '', '2 3'],
  ['delaktighet', 'Delaktighet och demokrati', 'Participation and democracy', '', '4'],
  ['energi', 'Energi', 'Energy', '9', '1'],
  ['folkhalsa', 'Folkhälsa', 'Public health', '', '4'],
  ['fysisk-planering', 'Fysisk planering', 'Spatial planning', '', '3'],
  ['industri', 'Industri och näringsliv', 'Industry and business', '1a', '1 2'],
  ['jordbruk', 'Jordbruk', 'Farming', '4', '2 3'],
  ['kemikalier', 'Kemikalier', 'Chemicals', '', '2'],
  ['klimat', 'Klimat', 'Climate', '1a 1b', '1 2'],
  ['kollektivtrafik', 'Kollektivtrafik', 'Public transport', '2 3', '1'],
  ['mat', 'Mat och måltider', 'Food and meals', '11', '2 3'],
  ['miljoledning', 'Miljöledning', 'Environmental management', '', '4'],
  ['skog', 'Skog', 'Forestry', '5', '3'],
  ['skolor', 'Skolor och förskolor', 'Schools and preschools', '12', '4'],
  ['social-hallbarhet', 'Social hållbarhet', 'Social sustainability', '', '4'],
  ['transporter', 'Transporter och resor', 'Transport and travel', '2 3 10a 10b', '1'],
  ['upphandling', 'Upphandling', 'Procurement', '11', '2'],
  ['vatten', 'Vatten', 'Water', '', '2 3'],
]

/** Puts the shared subject words in place, unless there are any. */
export async function ensureSubjects(trx: Transaction<Database>): Promise<void> {
  const any = await trx.selectFrom('subject').select('id').limit(1).executeTakeFirst()
  if (any) return
  await trx
    .insertInto('subject')
    .values(subjects.map(([id, name_sv, name_en]) => ({ id, name_sv, name_en })))
    .execute()
  for (const [id, , , figures, criteria] of subjects) {
    await sql`
      insert into subject_key_figure (subject_id, figure_id)
      select ${id}, k.id from key_figure k where k.id = any(${figures.split(' ')})`.execute(trx)
    await sql`
      insert into subject_criterion (subject_id, criterion)
      select ${id}, n from unnest(${criteria.split(' ').map(Number)}::int[]) as n`.execute(trx)
  }
}

/** What somebody with a title like that knows and helps with. */
export type Knowledge = [title: RegExp, subjects: string[], knows: string, helps: string]

/** What the people of the demonstration know, by what they work as. */
const ours: Knowledge[] = [
  [
    /VA-|Vatten/,
    ['vatten', 'avlopp-slam'],
    'Dricksvatten, dagvatten och slam enligt Revaq.',
    'Visar gärna hur vi fick ner kadmium i slammet.',
  ],
  [
    /Kost|Mat/,
    ['mat', 'skolor', 'upphandling'],
    'Ekologisk och klimatsmart mat i storkök.',
    'Delar recept, matsedlar och hur vi mäter matsvinn.',
  ],
  [
    /Trafik/,
    ['transporter', 'kollektivtrafik', 'fysisk-planering'],
    'Cykelplaner, resvanor och kollektivtrafik på landsbygden.',
    'Berättar om vår resvaneundersökning.',
  ],
  [
    /Upphandlare/,
    ['upphandling', 'mat', 'kemikalier'],
    'Hållbarhetskrav i upphandling och uppföljning av avtal.',
    'Delar kravställningar och underlag.',
  ],
  [
    /Ekolog|Natur/,
    ['biologisk-mangfald', 'fysisk-planering'],
    'Naturvårdsplaner, ängar och invasiva arter.',
    'Visar våra ängar och hur vi sköter dem.',
  ],
  [/Avfall/, ['avfall'], 'Insamling, återbruk och fastighetsnära sortering.', 'Visar vår återbruksgalleria.'],
  [
    /Plan/,
    ['fysisk-planering', 'byggande', 'vatten'],
    'Översiktsplan med havsnivå och grönstruktur.',
    'Går igenom vår översiktsplan.',
  ],
  [
    /Folkhälso/,
    ['folkhalsa', 'social-hallbarhet', 'delaktighet'],
    'Jämlik hälsa och medborgardialog.',
    'Berättar hur vi arbetar med medborgarråd.',
  ],
  [
    /Energi/,
    ['energi', 'klimat', 'byggande'],
    'Energieffektivisering, solceller på egna tak, fjärrvärme.',
    'Delar kalkyler för solceller på skolor.',
  ],
  [
    /Skog/,
    ['skog', 'biologisk-mangfald'],
    'Certifierat skogsbruk i kommunens egen skog.',
    'Tar gärna emot besök i skogen.',
  ],
  [/Rektor/, ['skolor', 'delaktighet'], 'Grön flagg och elevdemokrati.', 'Bjuder in till ett studiebesök.'],
  [
    /Lantbruk/,
    ['jordbruk', 'vatten'],
    'Ekologisk odling och näringsläckage.',
    'Svarar på frågor om omställning.',
  ],
  [
    /Miljö|Hållbarhet|Klimat|Utveckling/,
    ['klimat', 'miljoledning', 'energi'],
    'Miljöledning, klimatbokslut och nyckeltal.',
    'Berättar hur vi fick politiken med oss.',
  ],
  [
    /råd|Ordförande|Ledamot/,
    ['klimat', 'delaktighet', 'fysisk-planering'],
    'Att lyfta hållbarhet i budget och mål.',
    'Samtalar gärna politiker emellan.',
  ],
]

/** Cards for the people of the demonstration. Everything on them is made up. */
export async function demonstrateContacts(
  trx: Transaction<Database>,
  knowledge: Knowledge[] = ours,
  languages: [usual: string[], some: string[], few: string[]] = [['sv'], ['sv', 'en'], ['sv', 'fi']],
): Promise<void> {
  const people = await trx
    .selectFrom('person')
    .select(['id', 'title'])
    .where('made_up', '=', true)
    .orderBy('id')
    .execute()
  const written = people.flatMap(({ id, title }) => {
    const known = knowledge.find(([pattern]) => pattern.test(title))
    return known ? [{ id, subjects: known[1], knows: known[2], helps: known[3] }] : []
  })
  await sql`
    update contact_card c set knows = k.knows, helps_with = k.helps, made_up = true,
      languages = case when k.id % 4 = 0 then ${languages[1]}::text[] when k.id % 19 = 0 then ${languages[2]}::text[]
        else ${languages[0]}::text[] end,
      may_be_asked = k.id % 17 <> 0,
      shown_to = case when k.id % 29 = 0 then 'nobody' when k.id % 3 = 0 then 'everyone' else 'members' end,
      email_shown_to = case when k.id % 5 = 0 then 'everyone' when k.id % 2 = 0 then 'members' else 'nobody' end
    from unnest(${written.map(({ id }) => id)}::bigint[], ${written.map(({ knows }) => knows)}::text[],
      ${written.map(({ helps }) => helps)}::text[]) as k (id, knows, helps)
    where c.person_id = k.id`.execute(trx)
  await sql`update contact_card set made_up = true where not made_up`.execute(trx)
  const chosen = written.flatMap(({ id, subjects: words }) => words.map((word) => ({ id, word })))
  await sql`
    insert into person_subject (person_id, subject_id)
    select * from unnest(${chosen.map(({ id }) => id)}::bigint[], ${chosen.map(({ word }) => word)}::text[])`.execute(
    trx,
  )
}
