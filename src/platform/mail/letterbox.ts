import type { Kysely, Transaction } from 'kysely'
import type { Config } from '#platform/config.ts'
import type { Secrets } from '#platform/secrets.ts'

/** What a letterbox needs of its surroundings. */
export interface LetterboxContext<D> {
  db: Kysely<D>
  config: Config
  secrets: Secrets
  now: Date
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
}

/** Mail that may come to the program, at addresses such as `svar+{tag}@…`. */
export interface Letterbox<D> {
  /** What stands before the plus sign. */
  name: string
  /** Whom the address with a tag was given to: the only one who may write to it. Undefined when we never gave it. */
  ownerOf: (context: LetterboxContext<D>, tag: string) => Promise<LetterboxOwner | undefined>
  /**
   * Does what a letter asks for, and notes with `note` that it was taken, both in one transaction. `note` is false
   * when the same letter was taken before; then nothing may be done. Gives why a letter is refused, if it is.
   */
  take: (context: LetterboxContext<D>, letter: Letter<D>) => Promise<'taken' | { refused: string }>
  /** Tells the owner why a letter was not taken and what to do instead. */
  explain: (
    context: LetterboxContext<D>,
    letter: Pick<Letter<D>, 'tag' | 'owner'>,
    refused: string,
  ) => Promise<void>
}

export interface LetterboxOwner {
  personId: number
  name: string
  email: string
}

/** A mail from the owner of an address, as plain text without what it quotes. */
export interface Letter<D> {
  tag: string
  owner: LetterboxOwner
  text: string
  /** How many files came with it; they are not taken. */
  attachments: number
  note: (trx: Transaction<D>) => Promise<boolean>
}
