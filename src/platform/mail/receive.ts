import { createHash } from 'node:crypto'
import type { ParsedMail } from 'mailparser'
import type { Database } from '#database/tables.ts'
import { log } from '#platform/log.ts'
import type { Letterbox, LetterboxContext, LetterboxOwner } from './letterbox.ts'
import { isAutomatic, isDisowned, type MailHead } from './receive-loops.ts'
import { noteRefused, noteTaken, type Received, wasTaken } from './receive-queries.ts'
import { newTextOf } from './receive-text.ts'

/** The largest mail that is taken, in bytes with everything in it; stated as SIZE (RFC 1870). */
export const largestMail = 5 * 2 ** 20

/** More HTML than a mail written by hand holds; of such mail only a plain part is read. */
const longestHtml = 500_000

const reading = {
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  maxHtmlLengthToParse: longestHtml,
}

/** What taking mail needs of its surroundings. */
export interface Reception {
  letterboxes: Letterbox<Database>[]
  context: () => LetterboxContext<Database>
}

/** One address of ours that a mail was sent to. */
export interface Recipient {
  box: Letterbox<Database>
  tag: string
  owner: LetterboxOwner
}

/** A mail as it came, with the address for bounces. */
export interface Arrived {
  raw: Buffer
  returnPath: string
}

/**
 * What became of a mail. `silent`: nobody is told, since it comes from a program or was taken already; `explained`:
 * its owner is told by mail. In all three cases the sender's server is told that all is well.
 */
export type Receipt = 'taken' | 'silent' | 'explained'

/** The recipient of an address; undefined, and noted, when the address is none that we ever gave. */
export async function findRecipient(
  { letterboxes, context }: Reception,
  address: string,
): Promise<Recipient | undefined> {
  const at = context()
  const [, name = '', tag = '', domain = ''] =
    /^([^+@]{1,64})\+([^@]{1,64})@(.{1,255})$/.exec(address.toLowerCase()) ?? []
  const box = domain === at.config.mailInDomain ? letterboxes.find((one) => one.name === name) : undefined
  const owner = await box?.ownerOf(at, tag)
  if (box && owner) return { box, tag, owner }
  await refuse(at, { letterbox: box?.name ?? '', personId: null, messageId: '', bytes: 0 }, 'unknown-address')
  return undefined
}

/** Notes that a mail to somebody was larger than stated. */
export async function refuseLarge(
  { context }: Reception,
  { box, owner }: Recipient,
  bytes: number,
): Promise<void> {
  const mail = { letterbox: box.name, personId: owner.personId, messageId: '', bytes }
  await refuse(context(), mail, 'too-large')
}

/**
 * Takes a mail for one recipient, or refuses it and says why to the recipient's owner, who is the only one that may
 * have written it. Throws only what may pass by itself, such as a database that is away; then the same mail may be
 * handed in again, and is taken once.
 */
export async function receiveMail(
  reception: Reception,
  recipient: Recipient,
  arrived: Arrived,
): Promise<Receipt> {
  const at = reception.context()
  const { box, tag, owner } = recipient
  const mail = await readMail(arrived.raw).catch(() => undefined)
  const head = mail && headOf(mail, arrived.returnPath)
  const received: Received = {
    letterbox: box.name,
    personId: owner.personId,
    messageId: nameOf(mail, arrived.raw),
    bytes: arrived.raw.length,
  }
  const silent = async (why: string) => {
    await refuse(at, received, why)
    return 'silent' as const
  }
  const explained = async (why: string) => {
    if (await refuse(at, received, why)) await box.explain(at, { tag, owner }, why)
    return 'explained' as const
  }
  if (!mail || !head) return silent('unreadable')
  const { mailFrom } = at.config
  if (isAutomatic(head, { address: mailFrom, domain: mailFrom.split('@').at(-1) ?? '' }))
    return silent('automatic')
  if (head.from.toLowerCase() !== owner.email.toLowerCase()) return explained('other-sender')
  if (isDisowned(head)) return explained('disowned')
  if (await wasTaken(at.db, received)) return silent('twice')
  const text = newTextOf(await plainTextOf(mail))
  if (text === '') return explained('empty')
  let first = true
  const outcome = await box.take(at, {
    tag,
    owner,
    text,
    attachments: mail.attachments.filter(({ related }) => !related).length,
    note: async (trx) => {
      first = await noteTaken(trx, received)
      return first
    },
  })
  if (!first) return silent('twice')
  return outcome === 'taken' ? 'taken' : explained(outcome.refused)
}

async function refuse({ db }: LetterboxContext<Database>, mail: Received, why: string): Promise<boolean> {
  log.info({ letterbox: mail.letterbox, bytes: mail.bytes, why }, 'a mail was refused')
  return noteRefused(db, mail, why)
}

/** The parser is large, and most programs take no mail in: it is read when the first one comes. */
async function readMail(raw: Buffer | string): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser')
  return simpleParser(raw, reading)
}

/** What the mail says, as plain text. */
async function plainTextOf({ text, html }: ParsedMail): Promise<string> {
  if (text?.trim() || !html) return text ?? ''
  // HTML is made to text, within bounds, only when a mail holds nothing else.
  const alone = await readMail(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`)
  return alone.text ?? ''
}

function headOf(mail: ParsedMail, returnPath: string): MailHead {
  const lines = mail.headerLines.map(({ key, line }) => ({
    key: key.toLowerCase(),
    value: line
      .slice(line.indexOf(':') + 1)
      .replace(/\s+/g, ' ')
      .trim(),
  }))
  const header = (name: string) => lines.flatMap(({ key, value }) => (key === name ? [value] : []))
  // Several senders are nobody in particular.
  const senders = header('from').length === 1 ? (mail.from?.value ?? []) : []
  const from = senders.length === 1 ? (senders[0]?.address ?? '') : ''
  return { returnPath, from, messageId: mail.messageId ?? '', header }
}

/** The mail's own name; one that has none is known by what it says. */
function nameOf(mail: ParsedMail | undefined, raw: Buffer): string {
  if (mail?.messageId && mail.messageId.length <= 500) return mail.messageId
  const said = mail ? [mail.from?.text, mail.date?.toISOString(), mail.subject, mail.text].join('\n') : raw
  return createHash('sha256').update(said).digest('hex')
}
