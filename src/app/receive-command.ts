import type { Database } from '#database/tables.ts'
import type { Command, CommandContext } from '#platform/command.ts'
import {
  findRecipient,
  largestMail,
  type Reception,
  receiveMail,
  refuseLarge,
} from '#platform/mail/receive.ts'

/** What mail servers understand (sysexits.h): refuse for good, or try again. */
const exit = { taken: 0, usage: 64, tooLarge: 65, unknownAddress: 67, tryAgain: 75 } as const

/** Takes one mail from a mail server that hands it over through a pipe. */
export const receiveCommand: Command<Database> = {
  name: 'receive-mail',
  summary:
    'Takes one mail from standard input, for mail servers that hand over through a pipe (docs/mail-in.md).',
  usage: ['receive-mail --sender=ADDRESS RECIPIENT …'],
  failed: exit.tryAgain,
  run: (context) => receiveFrom(process.stdin, context),
}

/** Takes the mail of a stream, and gives the exit code. */
export async function receiveFrom(
  input: AsyncIterable<Uint8Array>,
  { args, remark, gathered, now, ...rest }: CommandContext<Database>,
): Promise<number> {
  const sender = args.find((word) => word.startsWith('--sender='))
  const addresses = args.filter((word) => !word.startsWith('--'))
  if (sender === undefined || addresses.length === 0) {
    remark('ekokommun receive-mail needs --sender=ADDRESS (empty for bounces) and who the mail is for.')
    return exit.usage
  }
  const reception: Reception = {
    letterboxes: gathered.letterboxes,
    context: () => ({ ...rest, now: now() }),
  }
  const raw = await readAtMost(input, largestMail)
  let code: number = exit.taken
  for (const address of addresses) {
    const recipient = await findRecipient(reception, address)
    if (!recipient) code = exit.unknownAddress
    else if (raw)
      await receiveMail(reception, recipient, { raw, returnPath: sender.slice('--sender='.length) })
    else {
      await refuseLarge(reception, recipient, largestMail)
      code = exit.tooLarge
    }
  }
  if (code === exit.unknownAddress) remark('There is no such address.')
  if (code === exit.tooLarge) remark(`The mail is larger than ${largestMail} bytes.`)
  return code
}

/** Everything from a stream, or undefined when it is more. */
async function readAtMost(stream: AsyncIterable<Uint8Array>, bytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const piece = Buffer.from(part)
    size += piece.length
    if (size <= bytes) parts.push(piece)
  }
  return size <= bytes ? Buffer.concat(parts) : undefined
}
