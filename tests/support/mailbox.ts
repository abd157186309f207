import type { Kysely } from 'kysely'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Database } from '../../src/database/tables.ts'
import { startPostman } from '../../src/platform/mail/deliver.ts'

/** A real SMTP server on loopback that keeps what it is given, and a postman that sends to it. */
export interface Mailbox {
  /** Sends what waits, and gives every mail to an address so far, newest last. */
  mailTo(address: string): Promise<ParsedMail[]>
  /** The first address of this site in the newest mail to somebody, as a path. */
  linkTo(address: string): Promise<string>
  all(): Promise<ParsedMail[]>
  close(): Promise<void>
}

/** Opens a mailbox for everything that a database has to send. */
export async function openMailbox(db: Kysely<Database>): Promise<Mailbox> {
  const received: { to: string[]; mail: ParsedMail }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail })
        done()
      }, done)
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const postman = startPostman(db, `smtp://127.0.0.1:${port}`, {
    name: 'Sveriges Ekokommuner',
    address: 'noreply@eko.example',
  })
  const mailTo = async (address: string) => {
    await postman.idle()
    return received.filter(({ to }) => to.includes(address)).map(({ mail }) => mail)
  }
  return {
    mailTo,
    linkTo: async (address) => {
      const text = (await mailTo(address)).at(-1)?.text ?? ''
      const found = /https?:\/\/\S+/.exec(text)?.[0]
      if (!found) throw new Error(`No mail with a link came to ${address}.`)
      return new URL(found).pathname
    },
    all: async () => {
      await postman.idle()
      return received.map(({ mail }) => mail)
    },
    close: async () => {
      await postman.stop()
      await new Promise<void>((done) => server.close(done))
    },
  }
}
