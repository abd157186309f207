import type { Secrets } from '#platform/secrets.ts'
import manifest from '../../../package.json' with { type: 'json' }

/** The version of this program. */
export const programVersion = manifest.version

/** A mark by which two installations can see whether they have the same secret. It tells nothing of the secret. */
export function secretMark(secrets: Secrets): string {
  return secrets.stamp('backup', 'the same secret')
}
