import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { currentSetOf, listFigures, listSets } from '#domains/key-figures/index.ts'

export interface SubjectView {
  id: string
  sv: string
  en: string
  retired: boolean
  figures: string[]
  criteria: number[]
  people: number
}

/** The shared list of subject words, in its order. */
export async function listSubjects(db: Kysely<Database>): Promise<SubjectView[]> {
  const { rows } = await sql<SubjectView>`
    select s.id, s.name_sv as sv, s.name_en as en, s.retired_on is not null as retired,
      array(select figure_id from subject_key_figure k where k.subject_id = s.id order by figure_id) as figures,
      array(select criterion from subject_criterion k where k.subject_id = s.id order by criterion) as criteria,
      (select count(*)::int from person_subject k where k.subject_id = s.id) as people
    from subject s order by s.name_sv collate "sv-SE-x-icu"`.execute(db)
  return rows
}

export interface SubjectValues {
  id: string
  sv: string
  en: string
  retired: boolean
  figures: string[]
  criteria: number[]
}

/** Adds a subject or changes it with its ties. */
export async function saveSubject(
  trx: Transaction<Database>,
  subject: SubjectValues,
  today: string,
): Promise<void> {
  const { id, sv, en, retired, figures, criteria } = subject
  await sql`
    insert into subject (id, name_sv, name_en, retired_on) values (${id}, ${sv}, ${en}, ${retired ? today : null})
    on conflict (id) do update set name_sv = excluded.name_sv, name_en = excluded.name_en,
      retired_on = case when ${retired} then coalesce(subject.retired_on, ${today}) end`.execute(trx)
  await trx.deleteFrom('subject_key_figure').where('subject_id', '=', id).execute()
  await trx.deleteFrom('subject_criterion').where('subject_id', '=', id).execute()
  if (figures.length) {
    await trx
      .insertInto('subject_key_figure')
      .values(figures.map((figure_id) => ({ subject_id: id, figure_id })))
      .execute()
  }
  if (criteria.length) {
    await trx
      .insertInto('subject_criterion')
      .values(criteria.map((criterion) => ({ subject_id: id, criterion })))
      .execute()
  }
  await sql`select refresh_contact_search(person_id) from person_subject where subject_id = ${id}`.execute(
    trx,
  )
}

/** The key figures that the members follow on a day (`YYYY-MM-DD`), and the counties, to choose from. */
export async function listFilterChoices(
  db: Kysely<Database>,
  today: string,
): Promise<{
  figures: { id: string; sv: string; en: string }[]
  counties: { code: string; name: string }[]
}> {
  const [sets, all, counties] = await Promise.all([
    listSets(db),
    listFigures(db, today),
    db.selectFrom('county').selectAll().orderBy('code').execute(),
  ])
  const current = currentSetOf(sets, today)
  return {
    figures: all
      .filter(({ setId }) => setId === current)
      .map(({ id, number, name }) => ({ id, sv: `${number} ${name.sv}`, en: `${number} ${name.en}` })),
    counties,
  }
}
