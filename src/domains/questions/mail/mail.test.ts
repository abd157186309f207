import { once } from 'node:events'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../../tests/support/mailbox.ts'
import { gathered } from '../../../app/gathered.ts'
import { receiveFrom } from '../../../app/receive-command.ts'
import { readConfig } from '../../../platform/config.ts'
import { findRecipient, largestMail, receiveMail } from '../../../platform/mail/receive.ts'
import { type MailDoor, openMailDoor } from '../../../platform/mail/receive-door.ts'
import { createSecrets } from '../../../platform/secrets.ts'
import { closeQuestion, sendTo } from '../actions.ts'
import { setFollowed } from '../notice-queries.ts'
import { insertQuestion } from '../write-queries.ts'
import { readReplyTag, replyAddress } from './reply-address.ts'
import { tellOfQuestions } from './tell.ts'

interface Somebody {
  id: number
  name: string
  email: string
}

const secrets = createSecrets('a secret of the tests, long enough')
const config = readConfig({ BASE_URL: 'https://eko.example', MAIL_IN_DOMAIN: 'svar.eko.example' })
const noon = '2026-11-23T12:00:00Z'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
let door: MailDoor
let asker: Somebody
let knower: Somebody
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
  door = await openMailDoor(reception(), 0)
  asker = await somebody('member-user', '1382')
  knower = await somebody('delegate', '1283')
})
afterAll(async () => {
  await door.close()
  await mailbox.close()
  await database.drop()
})

const surroundings = (at = noon) => ({
  db: database.db,
  config,
  secrets,
  now: new Date(at),
  today: at.slice(0, 10),
})
const reception = () => ({ letterboxes: gathered.letterboxes, context: () => surroundings() })

async function somebody(role: 'member-user' | 'delegate', code: string): Promise<Somebody> {
  const found = await database.db
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('a.role', '=', role)
    .where('a.organisation_code', '=', code)
    .where('a.until', 'is', null)
    .select(['p.id', 'p.name', 'p.email'])
    .orderBy('a.id')
    .executeTakeFirstOrThrow()
  return { ...found, email: found.email ?? '' }
}

/** The asker's question, sent to the one who knows. */
function ask(title: string, at = noon): Promise<number> {
  const now = new Date(at)
  return database.db.transaction().execute(async (trx) => {
    const text = {
      title,
      body: 'Vi **undrar**.',
      language: 'sv',
      audience: 'members',
      figureIds: [],
      subjectIds: [],
    } as const
    const id = await insertQuestion(
      trx,
      { ...text, figureIds: [], subjectIds: [] },
      { by: asker.id, organisationCode: '1382', at: now, madeUp: true },
    )
    await sendTo(trx, id, [{ personId: knower.id, reasons: [{ kind: 'named' }] }], { wave: 1, now })
    await setFollowed(trx, id, asker.id, true, now)
    return id
  })
}

const tell = (at = noon) => tellOfQuestions(surroundings(at))
const mailsTo = async ({ email }: Somebody, about: string) =>
  (await mailbox.mailTo(email)).filter(({ subject, text }) => `${subject} ${text}`.includes(about))
const answersTo = (id: number) =>
  database.db.selectFrom('answer').selectAll().where('question_id', '=', id).orderBy('id').execute()
const addressOf = (questionId: number, personId = knower.id) =>
  replyAddress(secrets, { questionId, personId }, 'svar.eko.example')
const refusals = async () =>
  (await database.db.selectFrom('received_mail').select('refused').orderBy('id').execute()).map(
    ({ refused }) => refused,
  )

/** Hands a mail in at the door, as the operator's mail server does. */
async function handIn(mail: SendMailOptions): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
  try {
    return (await transport.sendMail({ from: `${knower.name} <${knower.email}>`, text: 'Så här.', ...mail }))
      .response
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    transport.close()
  }
}

/** Speaks with the door word by word, as a server that does not say how large its mail is. */
async function talk(words: string[]): Promise<string[]> {
  const socket = connect(door.port, '127.0.0.1')
  const answer = async () => {
    let text = ''
    while (!/^\d{3} .*\r\n$/m.test(text)) text += String((await once(socket, 'data'))[0])
    return text
  }
  const said = [await answer()]
  for (const word of words) {
    socket.write(`${word}\r\n`)
    said.push(await answer())
  }
  socket.destroy()
  return said
}

describe('what people are told of questions', () => {
  test('comes at once when they are asked, as one conversation that can be answered and ended', async () => {
    const id = await ask('Hur mäter ni matsvinn i skolkök?')
    await Promise.all([tell(), tell(), tell()])
    const [mail, ...more] = await mailsTo(knower, 'matsvinn')
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Hur mäter ni matsvinn i skolkök?')
    expect(mail?.text).toContain('Skriv ditt svar ovanför den här raden')
    expect(mail?.text).toContain(`${asker.name}, Falkenberg, undrar:`)
    expect(mail?.text).toContain('Påhittat exempel')
    expect(mail?.replyTo?.value[0]?.address).toBe(addressOf(id))
    expect(mail?.references).toBe(`<question-${id}@eko.example>`)
    expect(
      mail?.headers.get('list-unsubscribe-post') ?? JSON.stringify(mail?.headers.get('list')),
    ).toBeTruthy()
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('comes once a day for the rest, gathered, each question with an address of its own', async () => {
    const [one, two] = [await ask('Var köper ni ekologisk mjölk?'), await ask('Hur ofta slår ni ängarna?')]
    await tell()
    await handIn({ to: addressOf(one), text: 'Av bönderna runt stan.' })
    await handIn({ to: addressOf(two), text: 'En gång, i augusti.' })
    await tell('2026-11-24T05:59:00Z')
    expect(await mailsTo(asker, 'bönderna')).toEqual([])
    await tell('2026-11-24T06:00:00Z')
    await tell('2026-11-24T06:01:00Z')
    const [digest, ...more] = await mailsTo(asker, 'bönderna')
    expect(more).toEqual([])
    expect(digest?.subject).toBe('2 frågor där något har hänt')
    expect(digest?.text).toContain('En gång, i augusti.')
    expect(digest?.text).toContain(`Svara på mejl: ${addressOf(one, asker.id)}`)
    expect(digest?.text).toContain(addressOf(two, asker.id))
  })

  test('comes as often as each chooses; who wants none gets none, also later', async () => {
    const cookie = await loggedIn(app, 'ombud')
    const path = '/mina-sidor/fragor-pa-mejl'
    const ombud = await database.db
      .selectFrom('session')
      .select('person_id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(ombud.person_id).toBe(knower.id)
    await post(app, path, { asked: 'weekly', others: 'never' }, cookie)
    expect(await (await get(app, path, cookie)).text()).toMatch(/value="weekly" checked/)
    await ask('Har ni bilpool?')
    await tell('2026-11-24T06:00:00Z')
    await tell('2026-11-29T23:00:00Z')
    expect(await mailsTo(knower, 'bilpool')).toEqual([])
    await tell('2026-11-30T06:00:00Z')
    expect(await mailsTo(knower, 'bilpool')).toHaveLength(1)
    await post(app, path, { asked: 'never', others: 'never' }, cookie)
    await ask('Har ni elcyklar?')
    expect(await tell('2026-12-01T12:00:00Z')).toEqual({ people: 0, mails: 0 })
    await post(app, path, { asked: 'at-once', others: 'daily' }, cookie)
    await tell('2026-12-01T12:01:00Z')
    expect(await mailsTo(knower, 'elcyklar')).toEqual([])
  })

  test('is ended for good by one press, without a login', async () => {
    await ask('Vem sköter dammarna?')
    await tell()
    const [mail] = await mailsTo(knower, 'dammarna')
    const link = /https:\/\/eko\.example(\/avanmal\/fragor\/\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    expect((await get(app, link)).status).toBe(200)
    const pressed = await app.request(`https://eko.example${link}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(pressed.status).toBe(200)
    await ask('Vem sköter broarna?')
    await tell()
    expect(await mailsTo(knower, 'broarna')).toEqual([])
    await database.db.deleteFrom('question_mail_choice').execute()
    expect((await get(app, '/avanmal/fragor/trasig.lank')).status).toBe(404)
  })

  test('is not told when it is over: taken away, or answered meanwhile', async () => {
    const id = await ask('Redan besvarad?')
    await handIn({ to: addressOf(id), text: 'Ja.' })
    await tell()
    expect(await mailsTo(knower, 'Redan besvarad?')).toEqual([])
  })
})

describe('a reply by mail', () => {
  test('is an answer of its writer, only what is new, and is told to who asked', async () => {
    await tell('2026-11-24T07:00:00Z')
    const id = await ask('Hur värmer ni badhuset?')
    await tell()
    const [mail] = await mailsTo(knower, 'badhuset')
    const quoted = (mail?.text ?? '').replace(/^/gm, '> ')
    expect(
      await handIn({
        to: mail?.replyTo?.text ?? '',
        subject: `Sv: ${mail?.subject}`,
        inReplyTo: mail?.messageId,
        text: `Med **spillvärme** från bryggeriet.\n\nMvh ${knower.name}\n\nDen mån 23 nov. 2026 kl 13:00 skrev Sveriges Ekokommuner <\nnoreply@eko.example>:\n\n${quoted}`,
      }),
    ).toMatch(/^250/)
    const [answer, ...more] = await answersTo(id)
    expect(more).toEqual([])
    expect(answer).toMatchObject({
      body: 'Med **spillvärme** från bryggeriet.',
      source: 'mail',
      written_by: knower.id,
      audience: 'members',
    })
    await tell('2026-11-24T07:00:00Z')
    const [told] = await mailsTo(asker, 'spillvärme')
    expect(told?.subject).toBe('Sv: Hur värmer ni badhuset?')
    expect(told?.text).toContain(`${knower.name}, Helsingborg, har svarat:`)
  })

  test('of HTML alone becomes plain text; files are not taken, and that is said', async () => {
    const id = await ask('Hur ser era skyltar ut?')
    await handIn({
      to: addressOf(id),
      text: undefined,
      html: '<div><b>Gröna</b> &amp; gula.</div><script>alert(1)</script><blockquote>Gammalt</blockquote>',
      attachments: [{ filename: 'skylt.jpg', content: 'x' }],
    })
    expect((await answersTo(id)).map(({ body }) => body)).toEqual(['Gröna & gula.'])
    const [said] = await mailsTo(knower, 'Filen som följde med')
    expect(said?.text).toContain('Hur ser era skyltar ut?')
  })

  test('delivered many times at once makes one answer', async () => {
    const id = await ask('Hur många gånger?')
    const mail = { to: addressOf(id), messageId: '<en-enda@falkenberg.example>', text: 'En.' }
    const responses = await Promise.all(Array.from({ length: 6 }, () => handIn(mail)))
    expect(responses.every((response) => response.startsWith('250'))).toBe(true)
    await handIn(mail)
    expect(await answersTo(id)).toHaveLength(1)
    expect((await refusals()).filter((why) => why === 'twice').length).toBeGreaterThan(0)
  })

  test('comes through a pipe as well, with the exit codes that mail servers know', async () => {
    const id = await ask('Går det genom ett rör?')
    const pipe = (to: string, text: string | Buffer) =>
      receiveFrom(Readable.from([Buffer.from(text)]), {
        ...surroundings(),
        gathered,
        args: [`--sender=${knower.email}`, to],
        now: () => new Date(noon),
        print: () => {},
        remark: () => {},
        signal: new AbortController().signal,
        asOwner: (run) => run(database.db),
      })
    const head = `From: <${knower.email}>\r\nMessage-ID: <ror@x.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n`
    expect(await pipe(addressOf(id), `${head}Ja då, åäö.`)).toBe(0)
    expect((await answersTo(id)).map(({ body }) => body)).toEqual(['Ja då, åäö.'])
    expect(await pipe('svar+1-1-aaaa@svar.eko.example', head)).toBe(67)
    expect(await pipe(addressOf(id), Buffer.alloc(largestMail + 1))).toBe(65)
  })
})

describe('what is not taken', () => {
  test('an address that was altered by a letter, or given for another question', async () => {
    const id = await ask('Kan man gissa?')
    const right = addressOf(id)
    const other = right.replace(`+${id.toString(36)}-`, `+${(id + 1).toString(36)}-`)
    const altered = right.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))
    for (const to of [
      other,
      altered,
      'svar@svar.eko.example',
      'kansliet@svar.eko.example',
      right.replace('svar.eko', 'annan'),
    ]) {
      expect(await handIn({ to })).toContain('550')
    }
    expect(await answersTo(id)).toEqual([])
  })

  test('a mail that somebody else sends to the address; its owner is told', async () => {
    const id = await ask('Vem skriver?')
    expect(await handIn({ to: addressOf(id), from: asker.email })).toMatch(/^250/)
    expect(await handIn({ to: addressOf(id), from: `"${knower.email}" <ond@x.example>` })).toMatch(/^250/)
    expect(await answersTo(id)).toEqual([])
    expect(await mailsTo(knower, 'Vem skriver?')).toHaveLength(2)
    expect((await mailsTo(knower, 'Vem skriver?'))[0]?.text).toContain('från en annan adress')
    expect(await mailbox.mailTo('ond@x.example')).toEqual([])
  })

  test('one whose domain disowns it', async () => {
    const id = await ask('Vem säger domänen?')
    const headers = { 'Authentication-Results': 'mx.eko.example; dmarc=fail header.from=x' }
    await handIn({ to: addressOf(id), headers })
    expect(await answersTo(id)).toEqual([])
    expect((await mailsTo(knower, 'Vem säger'))[0]?.text).toContain('DMARC')
  })

  test('an absence note or a bounce, which is never answered', async () => {
    const id = await ask('Är du där?')
    const before = (await mailbox.all()).length
    await handIn({
      to: addressOf(id),
      headers: { 'Auto-Submitted': 'auto-replied' },
      text: 'Jag har semester.',
    })
    await handIn({ to: addressOf(id), envelope: { from: '', to: addressOf(id) } })
    await handIn({ to: addressOf(id), headers: { Precedence: 'bulk' } })
    expect(await answersTo(id)).toEqual([])
    expect(await mailbox.all()).toHaveLength(before)
    expect((await refusals()).slice(-3)).toEqual(['automatic', 'automatic', 'automatic'])
  })

  test('one that is larger than the door says it takes', async () => {
    const id = await ask('Hur stort?')
    expect(await handIn({ to: addressOf(id), text: 'x'.repeat(largestMail) })).toContain('552')
    const said = await talk([
      'EHLO x.example',
      `MAIL FROM:<${knower.email}>`,
      `RCPT TO:<${addressOf(id)}>`,
      'DATA',
      `From: ${knower.email}\r\n\r\n${'x\r\n'.repeat(largestMail / 3)}.`,
    ])
    expect(said[1]).toContain(`SIZE ${largestMail}`)
    expect(said.at(-1)).toContain('552')
    expect(await answersTo(id)).toEqual([])
    expect((await refusals()).at(-1)).toBe('too-large')
  })

  test('one without a new word, or to a question that is closed; the writer hears what to do', async () => {
    const id = await ask('Är den stängd?')
    await handIn({ to: addressOf(id), text: '> Är den stängd?' })
    expect((await mailsTo(knower, 'Är den stängd?')).at(-1)?.text).toContain('inget nytt i mejlet')
    await closeQuestion(
      { ...surroundings(), actor: { personId: asker.id, name: asker.name }, madeUp: true },
      id,
      'Klar',
    )
    await database.db.deleteFrom('rate_limit').execute()
    await handIn({ to: addressOf(id), text: 'För sent' })
    expect(await answersTo(id)).toEqual([])
    expect((await mailsTo(knower, 'Är den stängd?')).at(-1)?.text).toContain('tar inte emot fler svar')
  })

  test('a flood from one person', async () => {
    const id = await ask('Hur många på en timme?')
    await database.db.deleteFrom('rate_limit').execute()
    for (let n = 0; n < 22; n += 1) await handIn({ to: addressOf(id), text: `Svar ${n}` })
    expect(await answersTo(id)).toHaveLength(20)
    expect((await refusals()).slice(-2)).toEqual(['too-often', 'too-often'])
    await database.db.deleteFrom('rate_limit').execute()
  })

  test('is counted for the secretariat, with why', async () => {
    const html = await (await get(app, '/kansli/fragor/inkommen-post', await loggedIn(app, 'kansli'))).text()
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(text).toMatch(/Togs emot som svar \d+ /)
    expect(text).toMatch(/Skrivet av ett program: frånvaro, studs eller utskickslista 3 /)
    expect(text).toMatch(/För många mejl på kort tid 2 /)
    const member = await loggedIn(app, 'medlem')
    expect((await get(app, '/kansli/fragor/inkommen-post', member)).status).toBe(403)
  })
})

describe('hostile mail', () => {
  test('an address is ours only as we wrote it', () => {
    const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(id, id, fc.string(), (questionId, personId, other) => {
        const [local = ''] = replyAddress(secrets, { questionId, personId }, 'x.example').split('@')
        expect(local.length).toBeLessThanOrEqual(64)
        expect(local).toMatch(/^[a-z0-9+-]+$/)
        const tag = local.slice('svar+'.length)
        expect(readReplyTag(secrets, tag.toUpperCase())).toEqual({ questionId, personId })
        expect(readReplyTag(createSecrets(`${other} another secret, long enough`), tag)).toBeUndefined()
        expect(readReplyTag(secrets, other)).toBeUndefined()
        expect(readReplyTag(secrets, tag + other)).toEqual(
          other === '' ? { questionId, personId } : undefined,
        )
      }),
    )
  })

  test('never breaks the door, and answers nothing unless it is from the owner of the address', async () => {
    const id = await ask('Vad tål dörren?')
    const recipient = await findRecipient(reception(), addressOf(id))
    if (!recipient) throw new Error('The address is ours.')
    const header = fc.constantFrom(
      `From: ${knower.email}, ond@x.example`,
      `From: ${knower.email}\r\nFrom: ond@x.example`,
      `From: ond@x.example (${knower.email})`,
      `From: =?utf-8?q?${knower.email}?= <ond@x.example>`,
      'From:',
      `From: ${knower.email};:<>`,
      'Content-Type: multipart/mixed; boundary=""',
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n--b',
      'Content-Type: text/html; charset=utf-7',
      'Content-Type: text/plain; charset=x-nothing; format=flowed',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      'Message-ID: <<<>>>',
      `Message-ID: ${'x'.repeat(5000)}`,
      'Subject: =?x?b?%%%?=',
      'Auto-Submitted: auto-replied',
      '\0: \0',
    )
    const mail = fc
      .tuple(fc.array(header, { maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 400 }))
      .map(([headers, body]) => Buffer.from(`${headers.join('\r\n')}\r\n\r\n${body}`))
    await fc.assert(
      fc.asyncProperty(fc.oneof(mail, fc.uint8Array({ maxLength: 500 })), async (raw) => {
        const arrived = { raw: Buffer.from(raw), returnPath: 'ond@x.example' }
        expect(['silent', 'explained']).toContain(await receiveMail(reception(), recipient, arrived))
      }),
      { numRuns: 150 },
    )
    expect(await answersTo(id)).toEqual([])
  })
})
