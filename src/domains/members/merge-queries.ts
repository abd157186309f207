import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type HeldPeriod, joinPeriods } from './rules/periods.ts'

/**
 * Makes two records of one person one: roles, subjects, refusals of letters, promises and mails go to the record
 * that stays; the other one is emptied and can no longer log in. Empty fields are filled from it. False when
 * either is gone already.
 */
export async function mergePeople(
  trx: Transaction<Database>,
  { stays, goes }: { stays: number; goes: number },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select id from person where id in (${stays}, ${goes}) and erased_at is null order by id for update`.execute(
    trx,
  )
  if (rows.length !== 2) return false
  await joinAppointments(trx, stays, goes)
  await joinBelongings(trx, stays, goes)
  const gone = await trx
    .selectFrom('person')
    .select(['email', 'title', 'phone'])
    .where('id', '=', goes)
    .executeTakeFirstOrThrow()
  await sql`
    update person set name = 'Sammanslagen', email = null, title = '', phone = '', email_failed_at = null,
      email_failure = null, erased_at = now()
    where id = ${goes}`.execute(trx)
  await sql`
    update person set email = coalesce(email, ${gone.email}), title = coalesce(nullif(title, ''), ${gone.title}),
      phone = coalesce(nullif(phone, ''), ${gone.phone})
    where id = ${stays}`.execute(trx)
  return true
}

async function joinAppointments(trx: Transaction<Database>, stays: number, goes: number): Promise<void> {
  const { rows } = await sql<HeldPeriod>`
    select id, person_id = ${stays} as kept, organisation_code as "organisationCode", role, since, until
    from appointment where person_id in (${stays}, ${goes}) order by id for update`.execute(trx)
  const joined = joinPeriods(rows)
  await sql`delete from appointment where id = any(${joined.go})`.execute(trx)
  for (const { id, since, until } of joined.stay) {
    await sql`update appointment set person_id = ${stays}, since = ${since}, until = ${until} where id = ${id}`.execute(
      trx,
    )
  }
}

/** Everything else that hangs on a person. */
async function joinBelongings(trx: Transaction<Database>, stays: number, goes: number): Promise<void> {
  const statements = [
    sql`insert into person_subject (person_id, subject_id) select ${stays}, subject_id from person_subject
      where person_id = ${goes} on conflict do nothing`,
    sql`delete from person_subject where person_id = ${goes}`,
    sql`insert into contact_card (person_id) values (${stays}) on conflict do nothing`,
    sql`update contact_card c set knows = case c.knows when '' then g.knows else c.knows end,
        helps_with = case c.helps_with when '' then g.helps_with else c.helps_with end
      from contact_card g where c.person_id = ${stays} and g.person_id = ${goes}`,
    sql`delete from contact_card where person_id = ${goes}`,
    sql`insert into unsubscription (person_id, kind, since) select ${stays}, kind, since from unsubscription
      where person_id = ${goes} on conflict do nothing`,
    sql`delete from unsubscription where person_id = ${goes}`,
    sql`insert into following (person_id, organisation_code, key_figure_id, since, stopped)
      select ${stays}, organisation_code, key_figure_id, since, stopped from following
      where person_id = ${goes} on conflict do nothing`,
    sql`delete from following where person_id = ${goes}`,
    ...['following_digest', 'question_mail_choice'].flatMap((table) => [
      sql`update ${sql.table(table)} set person_id = ${stays} where person_id = ${goes}
        and not exists (select from ${sql.table(table)} kept where kept.person_id = ${stays})`,
      sql`delete from ${sql.table(table)} where person_id = ${goes}`,
    ]),
    // The same mail may have come to both records; one note of it is enough.
    sql`delete from received_mail g where person_id = ${goes} and exists (select from received_mail kept
      where kept.person_id = ${stays} and kept.message_id = g.message_id)`,
    sql`update received_mail set person_id = ${stays} where person_id = ${goes}`,
    sql`delete from sent_once where person_id = ${goes}`,
    sql`update promise set made_by = ${stays} where made_by = ${goes}`,
    sql`update contact_message set sender_id = ${stays} where sender_id = ${goes}`,
    sql`update letter set made_by = ${stays} where made_by = ${goes}`,
    sql`update renewal set started_by = ${stays} where started_by = ${goes}`,
    sql`update renewal_organisation set answered_by = ${stays} where answered_by = ${goes}`,
    sql`update import_draft set made_by = ${stays} where made_by = ${goes}`,
    sql`update import_file set made_by = ${stays} where made_by = ${goes}`,
    sql`update import_run set person_id = ${stays} where person_id = ${goes}`,
    sql`update own_figure set created_by = ${stays} where created_by = ${goes}`,
    sql`update own_figure_party set answered_by = ${stays} where answered_by = ${goes}`,
    sql`update revision_explanation set written_by = ${stays} where written_by = ${goes}`,
    sql`update event_speaker set person_id = ${stays} where person_id = ${goes}`,
    sql`update event_material set added_by = ${stays} where added_by = ${goes}`,
    // Where both records stand at the same place in minutes, which never change, the emptied one goes on standing there.
    ...[
      ['board_attendance', 'meeting_id'],
      ['meeting_item_partial', 'item_id'],
      ['meeting_item_reservation', 'item_id'],
      ['minutes_signer', 'meeting_id'],
      ['minutes_signature', 'document_id'],
    ].map(
      ([
        table = '',
        place = '',
      ]) => sql`update ${sql.table(table)} g set person_id = ${stays} where person_id = ${goes}
        and not exists (select from ${sql.table(table)} kept where kept.person_id = ${stays}
          and kept.${sql.ref(place)} = g.${sql.ref(place)})`,
    ),
    ...[
      ['board_attendance', 'in_place_of'],
      ['meeting_item_file', 'uploaded_by'],
      ['meeting_task', 'person_id'],
      ['minutes_text', 'written_by'],
      ['minutes_document', 'frozen_by'],
      ['minutes_note', 'written_by'],
    ].map(
      ([table = '', column = '']) =>
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${stays} where ${sql.ref(column)} = ${goes}`,
    ),
    sql`update board_calendar set person_id = ${stays} where person_id = ${goes}
      and not exists (select from board_calendar kept where kept.person_id = ${stays})`,
    sql`delete from board_calendar where person_id = ${goes}`,
    sql`update voting_roll_entry set person_id = ${stays} where person_id = ${goes}`,
    sql`update ballot_refusal set person_id = ${stays} where person_id = ${goes}`,
    sql`update event_door set made_by = ${stays} where made_by = ${goes}`,
    sql`update training_certificate set person_id = ${stays} where person_id = ${goes}`,
    sql`update training_certificate set issued_by = ${stays} where issued_by = ${goes}`,
    // A meeting that both were called or registered to, or asked for the floor at, counts once.
    ...[
      { table: 'meeting_notice', same: sql`kept.meeting_id = g.meeting_id` },
      { table: 'meeting_registration', same: sql`kept.meeting_id = g.meeting_id` },
      {
        table: 'speaking_request',
        same: sql`kept.meeting_id = g.meeting_id and kept.kind = g.kind and kept.spoken_at is null
          and kept.withdrawn_at is null and g.spoken_at is null and g.withdrawn_at is null`,
      },
    ].flatMap(({ table, same }) => [
      sql`delete from ${sql.table(table)} g where person_id = ${goes} and exists (select from ${sql.table(table)} kept
        where kept.person_id = ${stays} and ${same})`,
      sql`update ${sql.table(table)} set person_id = ${stays} where person_id = ${goes}`,
    ]),
    sql`update good_example set contact_id = ${stays} where contact_id = ${goes}`,
    ...[
      ['good_example_comment', 'written_by'],
      ['good_example_comment', 'dealt_with_by'],
      ['good_example_document', 'uploaded_by'],
      ['good_example_picture', 'uploaded_by'],
      ['good_example_kin', 'said_by'],
      ['good_example_peer', 'asked_by'],
      ['good_example_report', 'reported_by'],
      ['good_example_report', 'closed_by'],
      ['news_picture', 'uploaded_by'],
      ['news_proposal', 'proposed_by'],
      ['motion', 'written_by'],
      ['nomination', 'person_id'],
      ['nomination', 'nominated_by'],
      ['delegate_choice', 'person_id'],
      ['delegate_choice', 'named_by'],
      ['proxy', 'to_person_id'],
      ['proxy', 'given_by'],
      ['meeting_registration', 'checked_by'],
      ['cooperation_project', 'written_by'],
      ['visit_request', 'answered_by'],
      ['exchange_subscription', 'began_by'],
      ['advocacy_matter', 'created_by'],
      ['advocacy_document', 'uploaded_by'],
      ['advocacy_comment', 'written_by'],
      ['advocacy_comment', 'dealt_with_by'],
      ['advocacy_demand', 'followed_by'],
    ].map(
      ([table = '', column = '']) =>
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${stays} where ${sql.ref(column)} = ${goes}`,
    ),
    sql`insert into good_example_peer (example_id, person_id, asked_by, asked_at, answered_at)
      select example_id, ${stays}, asked_by, asked_at, answered_at from good_example_peer
      where person_id = ${goes} on conflict do nothing`,
    sql`delete from good_example_peer where person_id = ${goes}`,
    ...['good_example', 'event', 'news_item', 'magazine_issue'].map(
      (table) => sql`update ${sql.table(table)} set written_by = ${stays} where written_by = ${goes}`,
    ),
    sql`update event_registration set person_id = ${stays} where person_id = ${goes}`,
    sql`update event_registration set checked_in_by = ${stays} where checked_in_by = ${goes}`,
    sql`update event_booking set made_by = ${stays} where made_by = ${goes}`,
    sql`update event_feed set person_id = ${stays} where person_id = ${goes}
      and not exists (select from event_feed kept where kept.person_id = ${stays})`,
    sql`delete from event_feed where person_id = ${goes}`,
    sql`update question set asked_by = ${stays} where asked_by = ${goes}`,
    sql`update answer set written_by = ${stays} where written_by = ${goes}`,
    sql`update question_report set reported_by = ${stays} where reported_by = ${goes}`,
    sql`update question_report set settled_by = ${stays} where settled_by = ${goes}`,
    sql`update question_notice set person_id = ${stays} where person_id = ${goes}`,
    // A question that both were sent, followed or thanked for counts once.
    ...[
      { table: 'question_recipient', column: 'question_id' },
      { table: 'question_follow', column: 'question_id' },
      { table: 'answer_thanks', column: 'answer_id' },
      { table: 'visit_host_asked', column: 'request_id' },
    ].flatMap(({ table, column }) => [
      sql`delete from ${sql.table(table)} g where person_id = ${goes} and exists (select from ${sql.table(table)} kept
        where kept.person_id = ${stays} and kept.${sql.ref(column)} = g.${sql.ref(column)})`,
      sql`update ${sql.table(table)} set person_id = ${stays} where person_id = ${goes}`,
    ]),
    // What both records follow in the same way is followed once.
    sql`update follower set person_id = ${stays} where person_id = ${goes}
      and not exists (select from follower kept where kept.person_id = ${stays})`,
    sql`update follow f set follower_id = kept.id from follower kept, follower gone
      where kept.person_id = ${stays} and gone.person_id = ${goes} and f.follower_id = gone.id
      and not exists (select from follow same where same.follower_id = kept.id
        and (same.kind, same.extent, same.address, same.place) = (f.kind, f.extent, f.address, f.place))`,
    sql`delete from follower where person_id = ${goes}`,
    sql`update reporting_round set opened_by = ${stays} where opened_by = ${goes}`,
    sql`update organisation_target set set_by = ${stays} where set_by = ${goes}`,
    sql`update report_answer set answered_by = ${stays} where answered_by = ${goes}`,
    // Invoices and placed payments never change: they go on naming the record that they were made under.
    sql`update invoice_run set made_by = ${stays} where made_by = ${goes}`,
    sql`update payment_file set read_by = ${stays} where read_by = ${goes}`,
    sql`update application set started_by = ${stays} where started_by = ${goes}`,
    sql`update application_file set uploaded_by = ${stays} where uploaded_by = ${goes}`,
    ...['application_review', 'application_conflict'].flatMap((table) => [
      sql`delete from ${sql.table(table)} g where person_id = ${goes} and exists (select from ${sql.table(table)} kept
        where kept.person_id = ${stays} and kept.application_id = g.application_id)`,
      sql`update ${sql.table(table)} set person_id = ${stays} where person_id = ${goes}`,
    ]),
    // The steps of applications only grow; who took them is the same person still.
    sql`select set_config('ekokommun.erasing', 'yes', true)`,
    sql`update application_step set by_person = ${stays} where by_person = ${goes}`,
    sql`update report_step set by_person = ${stays} where by_person = ${goes}`,
    // Nor does the text of a response change, or who stood behind it when it was sent.
    sql`update advocacy_version set written_by = ${stays} where written_by = ${goes}`,
    sql`update advocacy_endorsement set endorsed_by = ${stays} where endorsed_by = ${goes}`,
    sql`update advocacy_endorsement set withdrawn_by = ${stays} where withdrawn_by = ${goes}`,
    sql`select set_config('ekokommun.erasing', '', true)`,
    // A letter that both records were to get leaves once.
    sql`update mail m set given_up_at = now(), failure = 'Sammanslagen' where person_id = ${goes} and sent_at is null
      and given_up_at is null and claimed_at is null
      and exists (select from mail kept where kept.person_id = ${stays} and kept.letter_id = m.letter_id)`,
    sql`update mail m set person_id = ${stays} where person_id = ${goes}
      and not exists (select from mail kept where kept.person_id = ${stays} and kept.letter_id = m.letter_id)`,
    // Keys to the emptied record open nothing more.
    sql`delete from session where person_id = ${goes}`,
    sql`delete from one_time_token where person_id = ${goes}`,
    sql`delete from passkey where person_id = ${goes}`,
    sql`delete from recovery_code where person_id = ${goes}`,
    sql`delete from second_factor where person_id = ${goes}`,
    sql`delete from identity where person_id = ${goes}`,
    sql`delete from distinct_people where person_a = ${goes} or person_b = ${goes}`,
  ]
  for (const statement of statements) await statement.execute(trx)
}
