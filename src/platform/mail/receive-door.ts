import type { Readable } from 'node:stream'
import type { SMTPServerSession } from 'smtp-server'
import { log } from '#platform/log.ts'
import {
  findRecipient,
  largestMail,
  type Reception,
  type Recipient,
  receiveMail,
  refuseLarge,
} from './receive.ts'

/** Servers that may hand in mail at the same time, and how long each may be silent. */
const atOnce = 10
const silenceMs = 60_000

/** A door that is open for mail. */
export interface MailDoor {
  port: number
  close(): Promise<void>
}

/**
 * Opens a door on this machine where the operator's mail server hands in mail (SMTP). It lets nobody in from
 * elsewhere, knows no password and forwards nothing: only addresses that we gave are taken.
 */
export async function openMailDoor(reception: Reception, port: number): Promise<MailDoor> {
  const { SMTPServer } = await import('smtp-server')
  const recipients = new WeakMap<SMTPServerSession, Map<string, Recipient>>()
  const server = new SMTPServer({
    name: 'ekokommun',
    size: largestMail,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: atOnce,
    socketTimeout: silenceMs,
    onRcptTo: ({ address }, session, done) => {
      findRecipient(reception, address).then((found) => {
        if (!found) return done(answer(550, 'There is no such address'))
        const known = recipients.get(session) ?? new Map<string, Recipient>()
        recipients.set(session, known.set(address, found))
        done()
      }, later(done))
    },
    onData: (stream, session, done) => {
      const known = recipients.get(session)
      const asked = session.envelope.rcptTo.flatMap(({ address }) => known?.get(address) ?? [])
      const sender = session.envelope.mailFrom
      const returnPath = sender ? sender.address : ''
      takeIn(stream, () => stream.sizeExceeded)
        .then(async (raw) => {
          for (const recipient of asked) {
            if (raw) await receiveMail(reception, recipient, { raw, returnPath })
            else await refuseLarge(reception, recipient, largestMail)
          }
          done(raw ? null : answer(552, `The mail is larger than ${largestMail} bytes`))
        })
        .catch(later(done))
    },
  })
  server.on('error', (error) => log.warn({ err: error }, 'a mail server broke off'))
  return new Promise((opened, failed) => {
    server.server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      const address = server.server.address()
      opened({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => new Promise((closed) => server.close(closed)),
      })
    })
  })
}

/** The whole mail, or undefined when it is too large: then it is read to its end, and forgotten. */
async function takeIn(stream: Readable, isTooLarge: () => boolean): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  for await (const part of stream) {
    if (isTooLarge()) parts.length = 0
    else parts.push(part)
  }
  return isTooLarge() ? undefined : Buffer.concat(parts)
}

const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

/** What may pass: the other server keeps the mail and tries again. */
const later = (done: (error: Error) => void) => (error: unknown) => {
  log.error({ err: error }, 'a mail could not be taken now')
  done(answer(451, 'Try again later'))
}
