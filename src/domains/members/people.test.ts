import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let secretariat: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  secretariat = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (path: string) => (await get(app, path, secretariat)).text()

async function addPerson(name: string, email: string): Promise<number> {
  const { id } = await database.db
    .insertInto('person')
    .values({ name, email, made_up: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function addRole(
  personId: number,
  code: string,
  role: string,
  since: string,
  until: string | null = null,
) {
  await sql`insert into seat (organisation_code, role) values (${code}, ${role}) on conflict do nothing`.execute(
    database.db,
  )
  await sql`insert into appointment (person_id, organisation_code, role, since, until)
    values (${personId}, ${code}, ${role}, ${since}, ${until})`.execute(database.db)
}

const rolesOf = async (personId: number) =>
  (
    await sql<{
      text: string
    }>`select organisation_code || ' ' || role || ' ' || since || ' ' || coalesce(until::text, '–')
      as text from appointment where person_id = ${personId} order by 1`.execute(database.db)
  ).rows.map(({ text }) => text)

describe('the people', () => {
  test('are found by name, address, title, role and organisation', async () => {
    await addPerson('Žofia Ångström-Øst', 'zofia@falkenberg.example')
    expect(await textOf('/kansli/personer?sok=%C3%A5ngstr%C3%B6m')).toContain('Žofia Ångström-Øst')
    expect(await textOf('/kansli/personer?sok=zofia%40')).toContain('Žofia Ångström-Øst')
    const reporters = await textOf('/kansli/personer?roll=reporter&organisation=1382')
    expect(reporters).toContain('1 person.')
    expect(await textOf('/kansli/personer?adress=avvisad')).toContain('Ingen person passar')
    expect(await textOf('/kansli/personer?sok=100%25')).toContain('Ingen person passar')
    expect(await textOf('/kansli/personer?sida=3')).toContain('aria-current="page"')
  })

  test('are corrected; a new address makes mailed links void and refusals forgotten', async () => {
    const id = await addPerson('Fel Stavad', 'fel@varberg.example')
    await sql`update person set email_failed_at = now(), email_failure = '550' where id = ${id}`.execute(
      database.db,
    )
    await sql`insert into one_time_token (hash, purpose, person_id, expires_at) values ('h', 'login', ${id}, now() + interval '1 hour')`.execute(
      database.db,
    )
    expect(await textOf('/kansli/personer?adress=avvisad')).toContain('Fel Stavad')
    const fields = { name: 'Rätt Stavad', email: 'Ratt@varberg.example', title: 'Ekolog', phone: '+46 70 1' }
    const saved = await post(app, `/kansli/personer/${id}`, fields, secretariat)
    expect(saved.headers.get('location')).toBe(`/kansli/personer/${id}?klart=sparad`)
    const { rows } = await sql`select name, email, email_failed_at,
      (select count(*)::int from one_time_token where person_id = person.id) as links from person where id = ${id}`.execute(
      database.db,
    )
    expect(rows[0]).toEqual({
      name: 'Rätt Stavad',
      email: 'ratt@varberg.example',
      email_failed_at: null,
      links: 0,
    })
  })

  test('an address that somebody has already leads to comparing the two', async () => {
    const id = await addPerson('Anna Dubbel', 'anna.dubbel@x.example')
    const other = await addPerson('Anna Dubbel', 'anna.dubbel@y.example')
    const fields = { name: 'Anna Dubbel', email: 'ANNA.dubbel@y.example', title: '', phone: '' }
    const response = await post(app, `/kansli/personer/${id}`, fields, secretariat)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`/kansli/personer/${id}/sla-ihop/${other}`)
  })

  test('get roles and lose them; the secretariat cannot make or become an administrator', async () => {
    const id = await addPerson('Ny Rapportör', 'ny@kalmar.example')
    const give = (role: string, organisation: string) =>
      post(app, `/kansli/personer/${id}/uppdrag`, { role, organisation }, secretariat)
    expect((await give('reporter', '0880')).headers.get('location')).toContain('klart=uppdrag')
    expect((await give('administrator', 'SEKOM')).status).toBe(422)
    expect((await give('board-member', '0880')).status).toBe(422)
    const appointment = /uppdrag\/(\d+)"/.exec(await textOf(`/kansli/personer/${id}`))?.[1]
    const ended = await post(app, `/kansli/personer/${id}/uppdrag/${appointment}`, {}, secretariat)
    expect(ended.headers.get('location')).toContain('klart=avslutat')
    expect(await rolesOf(id)).toEqual(['0880 reporter 2026-11-23 2026-11-23'])

    const { rows } = await sql<{ person_id: number }>`
      select person_id from appointment where role = 'administrator'`.execute(database.db)
    const administrator = rows[0]?.person_id ?? 0
    const stolen = { name: 'X', email: 'mine@evil.example', title: '', phone: '' }
    expect((await post(app, `/kansli/personer/${administrator}`, stolen, secretariat)).status).toBe(403)
    const merged = await post(
      app,
      `/kansli/personer/${id}/sla-ihop/${administrator}`,
      { stays: String(id) },
      secretariat,
    )
    expect(merged.status).toBe(403)
  })
})

describe('doubles', () => {
  test('are proposed, can be called two people, and are then left alone', async () => {
    const a = await addPerson('Lisa Tvilling', 'lisa@tibro.example')
    const b = await addPerson('Lisa Tvillingh', 'lisa.t@tibro.example')
    await addRole(a, '1472', 'member-user', '2020-01-01')
    await addRole(b, '1472', 'member-user', '2021-01-01')
    expect(await textOf('/kansli/personer/dubbletter')).toContain('Lisa Tvillingh')
    await post(app, '/kansli/personer/inte-dubbletter', { a: String(b), b: String(a) }, secretariat)
    expect(await textOf('/kansli/personer/dubbletter')).not.toContain('Lisa Tvillingh')
  })

  test('become one: roles cover the same days, keys and address of the other are gone, the log says who', async () => {
    const stays = await addPerson('Kim Lund', 'kim@lund.example')
    const goes = await addPerson('Kim Lund', 'kim.lund@lund.example')
    await addRole(stays, '1281', 'reporter', '2020-01-01', '2022-01-01')
    await addRole(goes, '1281', 'reporter', '2021-06-01')
    await addRole(goes, '1281', 'member-user', '2019-01-01')
    await addRole(stays, '1281', 'member-user', '2023-01-01')
    await sql`insert into unsubscription (person_id, kind) values (${goes}, 'news'), (${stays}, 'news'), (${goes}, 'association')`.execute(
      database.db,
    )
    await sql`insert into session (token_hash, person_id, means, device, expires_at)
      values ('x', ${goes}, 'mail-link', '', now() + interval '1 day')`.execute(database.db)
    await sql`update person set phone = '070' where id = ${goes}`.execute(database.db)
    await sql`insert into follower (person_id) values (${stays}), (${goes})`.execute(database.db)
    await sql`insert into follow (follower_id, kind, extent, address, seen_at)
      select id, 'saved', 'all', '/nyckeltal/7', now() from follower where person_id in (${stays}, ${goes})
      union all select id, 'cited', 'all', '/nyckeltal/2', now() from follower where person_id = ${goes}`.execute(
      database.db,
    )
    const path = `/kansli/personer/${goes}/sla-ihop/${stays}`
    expect(await textOf(path)).toContain('kim.lund@lund.example')
    const done = await post(app, path, { stays: String(stays) }, secretariat)
    expect(done.headers.get('location')).toBe(`/kansli/personer/${stays}?klart=sammanslagna`)
    expect(await rolesOf(stays)).toEqual(['1281 member-user 2019-01-01 –', '1281 reporter 2020-01-01 –'])
    expect(await rolesOf(goes)).toEqual([])
    const { rows } = await sql`select name, email, phone, erased_at is not null as gone,
      (select count(*)::int from session where person_id = p.id) as sessions,
      (select count(*)::int from unsubscription where person_id = p.id) as refusals,
      (select count(*)::int from follow f join follower w on w.id = f.follower_id where w.person_id = p.id) as follows
      from person p where id in (${stays}, ${goes}) order by id`.execute(database.db)
    expect(rows).toEqual([
      {
        name: 'Kim Lund',
        email: 'kim@lund.example',
        phone: '070',
        gone: false,
        sessions: 0,
        refusals: 2,
        follows: 2,
      },
      { name: 'Sammanslagen', email: null, phone: '', gone: true, sessions: 0, refusals: 0, follows: 0 },
    ])
    const log = await database.db
      .selectFrom('audit_entry')
      .where('action', '=', 'merge two people')
      .select('actor_name')
      .distinct()
      .execute()
    expect(log).toEqual([{ actor_name: 'Annika Strand' }])
    expect((await post(app, path, { stays: String(stays) }, secretariat)).status).toBe(404)
  })

  test('leave nothing behind: every table that names a person is thought of', async () => {
    const { rows } = await sql<{ place: string }>`
      select c.conrelid::regclass || '.' || a.attname as place
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass order by 1`.execute(database.db)
    expect(rows.map(({ place }) => place)).toEqual([
      'advocacy_comment.dealt_with_by',
      'advocacy_comment.written_by',
      'advocacy_demand.followed_by',
      'advocacy_document.uploaded_by',
      'advocacy_endorsement.endorsed_by',
      'advocacy_endorsement.withdrawn_by',
      'advocacy_matter.created_by',
      'advocacy_version.written_by',
      'allocation.placed_by',
      'answer.written_by',
      'answer_thanks.person_id',
      'application.started_by',
      'application_conflict.person_id',
      'application_file.uploaded_by',
      'application_review.person_id',
      'application_step.by_person',
      'appointment.person_id',
      'ballot_refusal.person_id',
      'board_attendance.in_place_of',
      'board_attendance.person_id',
      'board_calendar.person_id',
      'contact_card.person_id',
      'contact_message.sender_id',
      'cooperation_project.written_by',
      'delegate_choice.named_by',
      'delegate_choice.person_id',
      'distinct_people.person_a',
      'distinct_people.person_b',
      'event.written_by',
      'event_booking.made_by',
      'event_door.made_by',
      'event_feed.person_id',
      'event_material.added_by',
      'event_registration.checked_in_by',
      'event_registration.person_id',
      'event_speaker.person_id',
      'exchange_subscription.began_by',
      'follower.person_id',
      'following.person_id',
      'following_digest.person_id',
      'good_example.contact_id',
      'good_example.written_by',
      'good_example_comment.dealt_with_by',
      'good_example_comment.written_by',
      'good_example_document.uploaded_by',
      'good_example_kin.said_by',
      'good_example_peer.asked_by',
      'good_example_peer.person_id',
      'good_example_picture.uploaded_by',
      'good_example_report.closed_by',
      'good_example_report.reported_by',
      'identity.person_id',
      'import_draft.made_by',
      'import_file.made_by',
      'import_run.person_id',
      'invoice.made_by',
      'invoice_run.made_by',
      'letter.made_by',
      'magazine_issue.written_by',
      'mail.person_id',
      'meeting_item_file.uploaded_by',
      'meeting_item_partial.person_id',
      'meeting_item_reservation.person_id',
      'meeting_notice.person_id',
      'meeting_registration.checked_by',
      'meeting_registration.person_id',
      'meeting_task.person_id',
      'minutes_document.frozen_by',
      'minutes_note.written_by',
      'minutes_signature.person_id',
      'minutes_signer.person_id',
      'minutes_text.written_by',
      'motion.written_by',
      'news_item.written_by',
      'news_picture.uploaded_by',
      'news_proposal.proposed_by',
      'nomination.nominated_by',
      'nomination.person_id',
      'one_time_token.person_id',
      'organisation_target.set_by',
      'own_figure.created_by',
      'own_figure_party.answered_by',
      'passkey.person_id',
      'payment_file.read_by',
      'person_subject.person_id',
      'promise.made_by',
      'proxy.given_by',
      'proxy.to_person_id',
      'question.asked_by',
      'question_follow.person_id',
      'question_mail_choice.person_id',
      'question_notice.person_id',
      'question_recipient.person_id',
      'question_report.reported_by',
      'question_report.settled_by',
      'received_mail.person_id',
      'recovery_code.person_id',
      'renewal.started_by',
      'renewal_organisation.answered_by',
      'report_answer.answered_by',
      'report_step.by_person',
      'reporting_round.opened_by',
      'revision_explanation.written_by',
      'second_factor.person_id',
      'sent_once.person_id',
      'session.person_id',
      'speaking_request.person_id',
      'training_certificate.issued_by',
      'training_certificate.person_id',
      'unsubscription.person_id',
      'visit_host_asked.person_id',
      'visit_request.answered_by',
      'voting_roll_entry.person_id',
    ])
  })
})
