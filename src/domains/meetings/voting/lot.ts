import { createHash, randomBytes } from 'node:crypto'

/** What a lot is drawn from: 256 random bits, kept and published so that anybody can draw it again. */
export function newLotSeed(): string {
  return randomBytes(32).toString('hex')
}

/** Puts those who are tied in the order of the lot: by the SHA-256 of `seed:number`, the lowest first. */
export function drawLots(seed: string, tied: readonly number[]): number[] {
  const of = (number: number) => createHash('sha256').update(`${seed}:${number}`).digest('hex')
  return tied.toSorted((a, b) => (of(a) < of(b) ? -1 : 1))
}
