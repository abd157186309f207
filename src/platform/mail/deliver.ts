import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Database } from '#database/tables.ts'
import { log } from '#platform/log.ts'
import { patiently } from '#platform/patience.ts'
import type { Attachment } from './mail.ts'
import {
  claimMail,
  giveUpMail,
  listAttachments,
  type MailRow,
  markHanded,
  markSent,
  markUncertain,
  nextMailIn,
  postponeMail,
} from './queries.ts'

/** Seconds to wait after each failed try: a server that is away for an hour is waited for. */
const waits = [10, 60, 300, 900, 1800, 3600, 3600 * 3, 3600 * 6]
/** Mails that are on their way at the same time. A kill in the middle leaves at most so many in doubt. */
const lanes = 5
/** A statement that takes longer hangs on a dead line. */
const longestStatementMs = 30_000
const noteAgainMs = 1000
/** An hour of tries; after that the mail is left for a person to decide. */
const mostNotes = 3600

export interface Sender {
  name: string
  address: string
}

/** Sends what is in the outbox, mail by mail, until told to stop. */
export interface Postman {
  /** There may be something new. */
  wake(): void
  /** Resolves when nothing that is due is left. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts to empty the outbox into an SMTP server. Every mail is claimed before it is tried, and marked as handed
 * over right before its last bytes leave: a server takes a mail only when it has the whole of it, so a mail that
 * was not marked cannot have arrived and is tried again, and one that was marked is never sent twice.
 */
export function startPostman(db: Kysely<Database>, smtpUrl: string, from: Sender): Postman {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: lanes,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  let stopped = false
  let working: Promise<unknown> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined

  const wake = () => {
    again = true
    if (stopped || working) return
    clearTimeout(timer)
    working = (async () => {
      while (again && !stopped) {
        again = false
        await patiently(longestStatementMs, () => Promise.all(Array.from({ length: lanes }, lane)))
      }
    })()
      .catch((error: unknown) => log.error({ err: error }, 'the outbox cannot be emptied now'))
      .finally(async () => {
        working = undefined
        if (stopped) return
        const ms = await nextMailIn(db).catch(() => 10_000)
        if (again) wake()
        else if (ms !== undefined) timer = setTimeout(wake, Math.min(Math.max(ms, 100), 60_000)).unref()
      })
  }
  const lane = async () => {
    for (;;) {
      if (stopped) return
      const mail = await claimMail(db)
      if (!mail) return
      await deliver(db, transport, from, mail)
    }
  }
  wake()
  return {
    wake,
    idle: async () => {
      wake()
      while (working) await working
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await working
      transport.close()
    },
  }
}

async function deliver(
  db: Kysely<Database>,
  transport: Transporter,
  from: Sender,
  mail: MailRow,
): Promise<void> {
  let handing: Promise<void> | undefined
  /** Set when the last bytes were let go: from then on it may have arrived. */
  let left = false
  let refused = false
  try {
    const bytes = await compose(mail, from, await listAttachments(db, mail.id))
    // After a refusal the transport still reads the mail to its end, to be rid of it; that hands nothing over.
    const hand = async () => {
      if (refused) return
      handing = markHanded(db, mail.id)
      await handing
      left = true
    }
    await transport.sendMail({
      envelope: { from: from.address, to: [mail.recipient] },
      raw: Readable.from(withheldUntil(bytes, hand)),
    })
    // The server has it: that is known, and is noted however long the database is away.
    await noteAtLast(() => markSent(db, mail.id))
  } catch (error) {
    refused = true
    await handing?.catch(() => {})
    const { text, answered, permanent, addressRefused } = explain(error)
    const wait = waits[mail.tries - 1]
    if (left && !answered) await noteAtLast(() => markUncertain(db, mail.id, text))
    else if (permanent || wait === undefined) await giveUpMail(db, mail, text, addressRefused)
    else await postponeMail(db, mail.id, text, wait)
  }
}

/** Writes what became of a mail that is handed over, which nobody else works on; tries for as long as it takes. */
async function noteAtLast(note: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await note()
    } catch (error) {
      if (tries >= mostNotes) throw error
      await pause(noteAgainMs, undefined, { ref: false })
    }
  }
}

/** Holds the end of the mail back until `ready` is done. */
async function* withheldUntil(bytes: Buffer, ready: () => Promise<void>) {
  const end = Math.max(0, bytes.length - 20)
  yield bytes.subarray(0, end)
  await ready()
  yield bytes.subarray(end)
}

function compose(mail: MailRow, from: Sender, attachments: Attachment[]): Promise<Buffer> {
  const domain = from.address.split('@')[1]
  return new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: mail.recipient },
    ...(mail.reply_to ? { replyTo: mail.reply_to } : {}),
    subject: mail.subject,
    text: mail.plain,
    html: mail.html,
    attachments: attachments.map(({ name, mediaType, content }) => ({
      filename: name,
      contentType: mediaType,
      content,
    })),
    // The mail that begins a conversation is none that anybody has got: its name alone keeps the others together.
    ...(mail.thread
      ? { inReplyTo: `<${mail.thread}@${domain}>`, references: `<${mail.thread}@${domain}>` }
      : {}),
    date: mail.created_at,
    // The same at every try, so that a receiver can recognise a copy.
    messageId: `<mail-${mail.id}-${mail.created_at.getTime().toString(36)}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.unsubscribe
        ? {
            'List-Unsubscribe': `<${mail.unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** What the server answered, and whether trying again could help (RFC 5321: 4xx yes, 5xx no). */
function explain(error: unknown) {
  const text = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const command = error instanceof Error && 'command' in error ? String(error.command) : ''
  const permanent = code >= 500 && code < 600
  return { text, answered: code >= 400, permanent, addressRefused: permanent && /RCPT/.test(command) }
}
