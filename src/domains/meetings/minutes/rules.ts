import type { SignerPart } from './tables.ts'

/** Whether those chosen are enough to approve minutes: one chair, and as many adjusters as the statutes say. */
export function areEnough(signers: { part: SignerPart }[], adjusters: number): boolean {
  const count = (part: SignerPart) => signers.filter((signer) => signer.part === part).length
  return count('chair') === 1 && count('adjuster') === adjusters
}

/** Whether every signature stands on the very document that is kept. */
export function isUntouched(
  kept: { sha256: string; hash: string },
  signatures: { sha256: string }[],
): boolean {
  return kept.sha256 === kept.hash && signatures.every(({ sha256 }) => sha256 === kept.hash)
}
