import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import {
  fillApplication,
  smallPdf,
  upload,
  versionOn,
  wholeApplication,
} from '../../../tests/support/application.ts'
import { openMeeting, planMeeting, putOnAgenda } from '../../../tests/support/board.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'
import { readPdf } from '../../../tests/support/read-pdf.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
let secretariat: string
let chair: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
  secretariat = await loggedIn(app, 'kansli')
  chair = await loggedIn(app, 'ordforande')
})
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const ask = (fields: Record<string, string>) =>
  post(app, '/ansokan', { organisation: 'Kungälv', name: 'Ada Sökande', title: '', ...fields })
const stateOf = (path: string) =>
  database.db
    .selectFrom('application')
    .where('id', '=', Number(path.split('/').at(-1)))
    .selectAll()
    .executeTakeFirstOrThrow()
const reviewerCookie = async (name: string) => {
  const { email } = await database.db
    .selectFrom('person')
    .where('name', '=', name)
    .select('email')
    .executeTakeFirstOrThrow()
  const before = (await mailbox.mailTo(email ?? '')).length
  await post(app, '/logga-in', { email: email ?? '' })
  await expect.poll(async () => (await mailbox.mailTo(email ?? '')).length).toBeGreaterThan(before)
  const entered = await post(app, await mailbox.linkTo(email ?? ''), {})
  return entered.headers.get('set-cookie')?.split(';')[0] ?? ''
}
/** Comes in by a link in a mail and gives the new application's path and the session. */
async function start(organisation: string, email: string) {
  expect((await ask({ organisation, email })).status).toBe(200)
  await expect.poll(async () => (await mailbox.mailTo(email)).length).toBeGreaterThan(0)
  const link = await mailbox.linkTo(email)
  expect(await textOf(link)).toContain('Börja ansökan')
  const entered = await post(app, link, {})
  expect(entered.status).toBe(303)
  const path = entered.headers.get('location')?.split('?')[0] ?? ''
  return { path, link, cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' }
}
const step = async (path: string, cookie: string, fields: Record<string, string>, page = path) =>
  post(app, path, { version: await versionOn(app, page, cookie), ...fields }, cookie)

const view = {
  judgement1: 'meets',
  judgement2: 'meets',
  judgement3: 'on-the-way',
  judgement4: 'meets',
  words1: 'Bra.',
  recommendation: 'approve',
  knapp: 'lamna',
}

describe('an application', () => {
  let path: string
  let applicant: string
  let link: string
  let id: string
  let desk: string

  test('begins with a link in a mail, which works once', async () => {
    const started = await start('Kungälvs kommun', 'ada@kungalv.example')
    path = started.path
    applicant = started.cookie
    link = started.link
    id = path.split('/').at(-1) ?? ''
    desk = `/kansli/ansokningar/${id}`
    expect(path).toMatch(/^\/ansokan\/\d+$/)
    expect((await post(app, link, {})).status).toBe(404)
    expect(await textOf(path, applicant)).toContain('Ansökan för Kungälv')
  })

  test('is not for members, nor for organisations that do not exist', async () => {
    const member = await ask({ organisation: 'Falkenberg', email: 'x@falkenberg.example' })
    expect(member.status).toBe(422)
    expect(await member.text()).toContain('Falkenberg är redan medlem')
    const unknown = await ask({ organisation: 'Ankeborg', email: 'x@ankeborg.example' })
    expect(unknown.status).toBe(422)
    expect(await unknown.text()).toContain('value="Ankeborg"')
  })

  test('has one at a time: a colleague is told by mail who runs it, a stranger is not', async () => {
    expect((await ask({ email: 'bo@kungalv.example' })).status).toBe(200)
    expect((await ask({ email: 'eve@elsewhere.example' })).status).toBe(200)
    const told = async (address: string) => (await mailbox.mailTo(address)).at(-1)?.text ?? ''
    await expect.poll(() => told('bo@kungalv.example')).toContain('Ada Sökande')
    await expect.poll(() => told('eve@elsewhere.example')).toContain('Fråga kansliet')
    expect(await told('eve@elsewhere.example')).not.toContain('Ada')
  })

  test('is its applicant’s own until it is sent', async () => {
    expect((await get(app, path, secretariat)).status).toBe(404)
    expect((await get(app, desk, secretariat)).status).toBe(404)
    const other = await loggedIn(app, 'sokande')
    expect((await get(app, path, other)).status).toBe(403)
    expect((await post(app, `${path}/del/beslut`, { decidedOn: '2026-01-01' }, other)).status).toBe(403)
  })

  test('keeps what is understood, and gives back what is not', async () => {
    const bad = await post(
      app,
      `${path}/del/organisation`,
      { ...wholeApplication.organisation, organisationNumber: '123', city: 'Kungälv' },
      applicant,
    )
    const html = await bad.text()
    expect(bad.status).toBe(422)
    expect(html).toContain('href="#organisationNumber"')
    expect(html).toContain('value="Kungälv"')
    const coming = await post(app, `${path}/del/beslut`, { decidedOn: '2027-01-01' }, applicant)
    expect(coming.status).toBe(422)
    expect((await stateOf(path)).answers).toEqual({})
  })

  test('refuses a document that lies about its kind, and nothing is changed', async () => {
    const lie = new File(['<html><script>alert(1)</script>'], 'beslut.pdf', { type: 'application/pdf' })
    const response = await upload(app, path, 'decision', lie, applicant)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Filens innehåll stämmer inte med dess namn')
    expect((await post(app, `${path}/dokument`, new FormData(), applicant)).status).toBe(422)
    const huge = new File([new Uint8Array(26 * 1024 * 1024)], 'stor.pdf')
    expect((await upload(app, path, 'other', huge, applicant)).status).toBe(422)
    const files = await database.db
      .selectFrom('application_file')
      .where('application_id', '=', Number(id))
      .select('id')
      .execute()
    expect(files).toEqual([])
  })

  test('cannot be sent before it is complete', async () => {
    expect(await textOf(`${path}/kontrollera`, applicant)).toContain('Kontaktpolitikerns namn saknas')
    const early = await post(app, `${path}/kontrollera`, { version: '0', intygar: '1' }, applicant)
    expect(early.status).toBe(409)
    expect((await stateOf(path)).state).toBe('draft')
  })

  test('is filled in, sent, and answered with a receipt', async () => {
    await fillApplication(app, path, applicant)
    const twice = await upload(app, path, 'decision', smallPdf('decision'), applicant)
    expect(await twice.text()).toContain('Samma dokument är redan uppladdat')
    const unsure = await step(`${path}/kontrollera`, applicant, {})
    expect(unsure.status).toBe(422)
    const sent = await step(`${path}/kontrollera`, applicant, { intygar: '1' })
    expect(sent.headers.get('location')).toBe(`${path}?klart=inskickad`)
    const receipt = (await mailbox.mailTo('ada@kungalv.example')).at(-1)
    expect(receipt?.subject).toBe('Kvittens: ansökan för Kungälv')
    const paper = await readPdf(receipt?.attachments[0]?.content ?? new Uint8Array())
    expect(paper).toMatchObject({ title: 'Kvittens: ansökan för Kungälv', language: 'sv', marked: true })
    expect(paper.text).toContain('Ada Sökande')
    expect(paper.text.replace(/ /g, '')).toMatch(/SHA-256[0-9a-f]{64}/)
    expect((await get(app, `${path}/medlemsbevis.pdf`, applicant)).status).toBe(404)
    expect(await textOf('/kansli', secretariat)).toContain('att kontrollera')
    const late = await post(app, `${path}/del/kriterium-1`, { criterion1: 'Ändrat' }, applicant)
    expect(late.status).toBe(409)
  })

  test('gives out its documents to be saved, never shown', async () => {
    const html = await textOf(desk, secretariat)
    const file = new RegExp(`/ansokan/${id}/filer/\\d+`).exec(html)?.[0] ?? ''
    const response = await get(app, file, secretariat)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.text()).toContain('%PDF-1.7')
    expect((await get(app, file, await loggedIn(app, 'medlem'))).status).toBe(403)
  })

  test('is sent back with what is missing, and sent again', async () => {
    const nothing = await step(`${desk}/komplettera`, secretariat, {}, desk)
    expect(nothing.status).toBe(422)
    const back = await step(
      `${desk}/komplettera`,
      secretariat,
      { missing: 'Protokollet saknar datum.' },
      desk,
    )
    expect(back.headers.get('location')).toBe(`${desk}?klart=send-back`)
    expect((await mailbox.mailTo('ada@kungalv.example')).at(-1)?.text).toContain('Protokollet saknar datum.')
    expect(await textOf(path, applicant)).toContain('Protokollet saknar datum.')
    expect((await step(`${path}/kontrollera`, applicant, { intygar: '1' })).status).toBe(303)
  })

  test('goes to the expert group once: of two who pass it on, one wins and the other reads who', async () => {
    const version = await versionOn(app, desk, secretariat)
    const other = await reviewerCookie('Viktor Lönn')
    const pass = (cookie: string) => post(app, `${desk}/lamna`, { version, dueOn: '2026-12-20' }, cookie)
    const answers = await Promise.all([pass(secretariat), pass(other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(await lost?.text()).toMatch(
      /Någon annan hann före: kansliet lämnade ansökan till expertgruppen \((Annika Strand|Viktor Lönn), /,
    )
  })

  test('is reviewed by those without conflict; one’s own town is one', async () => {
    const page = `/expertgrupp/${id}`
    const first = await reviewerCookie('Ingrid Våg')
    const second = await reviewerCookie('Daniel Möller')
    const partial = await reviewerCookie('Per Åkerlund')
    await database.db
      .updateTable('appointment')
      .set({ home_organisation_code: '1482' })
      .where('role', '=', 'expert-group')
      .where('home_organisation_code', '=', '1780')
      .execute()
    expect((await post(app, page, view, partial)).status).toBe(403)
    const half = await post(app, page, { ...view, judgement3: '' }, first)
    expect(half.status).toBe(422)
    expect((await post(app, page, { ...view, judgement3: '', knapp: 'spara' }, first)).status).toBe(303)
    expect((await post(app, page, view, first)).status).toBe(303)
    const joint = { joint: 'approve', text: 'Väl förankrat.' }
    const version = await versionOn(app, desk, secretariat)
    const tooEarly = await post(
      app,
      `${page}/rekommendation`,
      { version: version || String((await stateOf(path)).version), ...joint },
      first,
    )
    expect(tooEarly.status).toBe(409)
    const declared = await reviewerCookie('Tove Grönlund')
    expect((await post(app, `${page}/jav`, { reason: 'Min syster arbetar där.' }, declared)).status).toBe(303)
    expect((await post(app, page, view, declared)).status).toBe(403)
    expect((await post(app, page, view, second)).status).toBe(303)
    expect((await step(`${page}/rekommendation`, second, joint, page)).status).toBe(303)
    const seen = await textOf(path, applicant)
    expect(seen).toContain('Expertgruppen lämnade sin rekommendation')
    expect(seen).not.toContain('Väl förankrat.')
    expect(seen).not.toContain('Min syster')
  })

  test('is decided by the board at its meeting, once, with the words that the decision needs', async () => {
    const path = await planMeeting(app, secretariat)
    const item = await putOnAgenda(app, secretariat, path, { kind: 'application', id })
    expect(await textOf(desk, secretariat)).toContain('På styrelsens dagordning')
    const decide = (fields: Record<string, string>, cookie = chair) =>
      post(app, `${item}/beslut`, { version: '0', decision: '', ...fields }, cookie)
    expect((await decide({ outcome: 'approve' })).status).toBe(409)
    await openMeeting(app, database.db, secretariat, path)
    expect((await decide({ outcome: 'approve', begins: '2026-11-22' })).status).toBe(422)
    expect((await decide({ outcome: 'reject' })).status).toBe(422)
    expect((await decide({ outcome: 'adopted' })).status).toBe(422)
    expect((await decide({ outcome: 'approve' }, await loggedIn(app, 'styrelseledamot'))).status).toBe(403)
    const answers = await Promise.all([
      decide({ outcome: 'approve' }),
      decide({ outcome: 'approve' }, secretariat),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  test('ends in a membership with everything that belongs to it', async () => {
    const { db } = database
    const of = { column: 'organisation_code', code: '1482' } as const
    expect(
      await db.selectFrom('membership').where(of.column, '=', of.code).selectAll().execute(),
    ).toMatchObject([
      { since: '2026-11-23', until: null, kind: 'full', decision: 'Styrelsen 2026-11-23 § 37' },
    ])
    const profile = await db
      .selectFrom('organisation_profile')
      .where(of.column, '=', of.code)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(profile).toMatchObject({
      organisation_number: '212000-1355',
      postal_code: '442 30',
      programme_title: 'Miljöprogram 2026–2030',
      invoice_reference: 'Miljö 7',
    })
    const roles = await db
      .selectFrom('appointment as a')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .where('a.organisation_code', '=', '1482')
      .where('a.until', 'is', null)
      .select(['p.name', 'a.role'])
      .orderBy('a.role')
      .execute()
    expect(roles.filter(({ name }) => name !== 'Per Åkerlund')).toEqual([
      { name: 'Olle Ämbetsman', role: 'contact-official' },
      { name: 'Pia Politiker', role: 'contact-politician' },
      { name: 'Ada Sökande', role: 'member-user' },
    ])
    const subjects = async (address: string) =>
      (await mailbox.mailTo(address)).map(({ subject }) => subject).sort()
    expect(await subjects('pia@kungalv.example')).toEqual([
      expect.stringContaining('Kungälv'),
      'Välkommen till Sveriges Ekokommuner, Kungälv!',
    ])
    expect(await subjects('kommun@kungalv.example')).toEqual([
      'Välkommen till Sveriges Ekokommuner, Kungälv!',
    ])
    expect(await textOf('/kommuner/1482')).toContain('Miljöprogram 2026–2030')
    expect(await textOf(path, applicant)).toContain('Ni är medlemmar. Välkomna!')
    expect((await stateOf(path)).state).toBe('member')
    const certificate = await get(app, `${path}/medlemsbevis.pdf`, applicant)
    const paper = await readPdf(new Uint8Array(await certificate.arrayBuffer()))
    expect(paper).toMatchObject({ title: 'Medlemsbevis: Kungälv', language: 'sv', marked: true })
    expect(paper.text).toMatch(/är medlem i Sveriges Ekokommuner från och med \d+ \w+ 2026/)
    expect(paper.text).toMatch(/Beslut: Styrelsen \d+ \w+ 2026 § \d+/)
  })

  test('has left a trace of every step, that nobody can change', async () => {
    const steps = await database.db
      .selectFrom('application_step')
      .where('application_id', '=', Number(id))
      .orderBy('id')
      .select('step')
      .execute()
    expect(steps.map((one) => one.step)).toEqual([
      'start',
      'submit',
      'send-back',
      'submit',
      'accept',
      'conflict',
      'recommend',
      'put-on-agenda',
      'approve',
      'begin',
    ])
    await expect(
      database.owner
        .updateTable('application_step')
        .set({ text: '' })
        .where('step', '=', 'approve')
        .execute(),
    ).rejects.toThrow(/only grows/)
    const logged = await database.db
      .selectFrom('audit_entry')
      .where('action', '=', 'board: decide')
      .select('table_name')
      .execute()
    expect(logged.map((one) => one.table_name)).toEqual(
      expect.arrayContaining(['application', 'application_step', 'membership', 'appointment']),
    )
    const bytes = await database.db
      .selectFrom('audit_entry')
      .where('table_name', '=', 'application_file')
      .select('after')
      .executeTakeFirstOrThrow()
    expect(bytes.after).not.toHaveProperty('content')
  })
})

describe('other ways', () => {
  test('an applicant withdraws, and the organisation may apply again', async () => {
    const first = await start('Kalix', 'kim@kalix.example')
    const gone = await step(`${first.path}/aterkalla`, first.cookie, { reason: '' })
    expect(gone.headers.get('location')).toBe(`${first.path}?klart=aterkallad`)
    expect((await stateOf(first.path)).state).toBe('withdrawn')
    expect((await post(app, `${first.path}/aterkalla`, { version: '1' }, first.cookie)).status).toBe(409)
    const again = await start('Kalix', 'kim.igen@kalix.example')
    expect(again.path).not.toBe(first.path)
  })

  test('two who open links for one organisation at once: one runs it, the other gets no role', async () => {
    await Promise.all(
      ['a', 'b'].map((who) => ask({ organisation: 'Arjeplog', email: `${who}@arjeplog.example` })),
    )
    const links = await Promise.all(
      ['a', 'b'].map(async (who) => {
        await expect
          .poll(async () => (await mailbox.mailTo(`${who}@arjeplog.example`)).length)
          .toBeGreaterThan(0)
        return mailbox.linkTo(`${who}@arjeplog.example`)
      }),
    )
    const answers = await Promise.all(links.map((one) => post(app, one, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const roles = await database.db
      .selectFrom('appointment')
      .where('organisation_code', '=', '2506')
      .select('role')
      .execute()
    expect(roles).toEqual([{ role: 'applicant' }])
  })

  test('the board approves with conditions; the membership begins when they are met', async () => {
    const { db } = database
    const { id } = await db
      .selectFrom('application')
      .where('organisation_code', '=', '2062')
      .select('id')
      .executeTakeFirstOrThrow()
    const desk = `/kansli/ansokningar/${id}`
    const path = await planMeeting(app, secretariat)
    const business = { kind: 'application', id: String(id) }
    const first = await putOnAgenda(app, secretariat, path, business)
    await openMeeting(app, db, secretariat, path)
    const text = 'Kemikalieplan för alla skolor.'
    const decide = (item: string, outcome: string) =>
      post(app, `${item}/beslut`, { version: '0', outcome, decision: text }, secretariat)
    expect((await decide(first, 'defer')).status).toBe(303)
    expect((await stateOf(desk)).state).toBe('deferred')
    const next = await planMeeting(app, secretariat)
    const second = await putOnAgenda(app, secretariat, next, business)
    await openMeeting(app, db, secretariat, next)
    expect((await decide(second, 'approve-with-conditions')).status).toBe(303)
    const memberships = () =>
      db.selectFrom('membership').where('organisation_code', '=', '2062').select('decision').execute()
    expect(await memberships()).toEqual([])
    expect(await textOf('/kansli', secretariat)).toContain('Villkor att bekräfta')
    const met = await step(`${desk}/villkor`, secretariat, { note: 'Planen antogs.' }, desk)
    expect(met.headers.get('location')).toBe(`${desk}?klart=conditions-met`)
    expect(await memberships()).toEqual([{ decision: 'Styrelsen 2026-11-23 § 39' }])
  })

  test('the database refuses a membership state without a decision', async () => {
    const attempt = database.db
      .updateTable('application')
      .set({ state: 'member', member_since: '2026-11-23' })
      .where('organisation_code', '=', '1494')
      .execute()
    await expect(attempt).rejects.toThrow(/check constraint/)
  })
})
