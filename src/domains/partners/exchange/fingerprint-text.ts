/** A fingerprint in groups of eight, to be read aloud. */
export function inGroups(fingerprint: string): string {
  return fingerprint.match(/.{1,8}/g)?.join(' ') ?? ''
}

/** The fingerprint in what somebody typed, with spaces, colons and capitals as they like; undefined when it is none. */
export function readFingerprint(typed: string): string | undefined {
  const plain = typed.replace(/[\s:-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(plain) ? plain : undefined
}
