import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Audience } from './tables.ts'

/** Somebody of a member organisation who chose to be asked. */
export interface Askable {
  personId: number
  name: string
  title: string
  organisationCode: string
  /** Who may see that this person can be asked; nobody's are left out. */
  shownTo: Exclude<Audience, 'nobody'>
  /** A subject of theirs is tied to the key figure. */
  fits: boolean
  madeUp: boolean
}

/**
 * Who can be asked in some organisations today: those who know of the key figure first, then contact officials, then
 * by name. Organisations that are not members have nobody.
 */
export async function listAskable(
  db: Kysely<Database>,
  { codes, figureId, today }: { codes: string[]; figureId: string; today: string },
): Promise<Askable[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<Askable>`
    select p.id as "personId", p.name, p.title, a.organisation_code as "organisationCode", c.shown_to as "shownTo",
      exists (select from person_subject s join subject_key_figure k on k.subject_id = s.subject_id
        where s.person_id = p.id and k.figure_id = ${figureId}) as fits,
      p.made_up or c.made_up as "madeUp"
    from person p join contact_card c on c.person_id = p.id
    join lateral (select a.organisation_code, bool_or(a.role = 'contact-official') as official from appointment a
      where a.person_id = p.id and a.organisation_code = any(${codes}) and a.role <> 'applicant'
        and a.since <= ${today} and (a.until is null or a.until > ${today})
      group by a.organisation_code) a on true
    where p.erased_at is null and c.may_be_asked and c.shown_to <> 'nobody'
      and exists (select from membership m where m.organisation_code = a.organisation_code
        and m.since <= ${today} and (m.until is null or m.until > ${today}))
    order by fits desc, a.official desc, p.name collate "sv-SE-x-icu", p.id`.execute(db)
  return rows
}
