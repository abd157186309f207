import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail server that can be away, and counts what it was given. */
export interface PostOffice {
  address: string
  /** How often each mail arrived, by the name that it bears. */
  arrived: Map<string, number>
  goAway(): Promise<void>
  comeBack(): Promise<void>
}

/** Opens a real SMTP server on loopback. */
export async function openPostOffice(): Promise<PostOffice> {
  const arrived = new Map<string, number>()
  let server: SMTPServer | undefined
  let port = 0
  const comeBack = () =>
    new Promise<void>((open) => {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onData: (stream, _session, done) => {
          simpleParser(stream).then(({ messageId = '' }) => {
            arrived.set(messageId, (arrived.get(messageId) ?? 0) + 1)
            done()
          }, done)
        },
      })
      server.on('error', () => {})
      const listening = server.listen(port, '127.0.0.1', () => {
        const address = listening.address()
        port = address && typeof address === 'object' ? address.port : port
        open()
      })
    })
  await comeBack()
  return {
    address: `smtp://127.0.0.1:${port}`,
    arrived,
    goAway: () => new Promise((closed) => (server ? server.close(() => closed()) : closed())),
    comeBack,
  }
}
