import { z } from 'zod'
import type { Secrets } from '#platform/secrets.ts'
import { attendancePaths } from './paths.ts'

const purpose = 'event-arrival'
const contents = z.object({ id: z.number() })

/**
 * Where the QR code of a registration leads. A badge is seen by many, so its code is signed for arriving alone: it
 * does not open the participant's own page, as the registration's code does.
 */
export function arrivalPath(secrets: Secrets, registrationId: number): string {
  return attendancePaths.arrive(secrets.sign(purpose, { id: registrationId }))
}

/** The registration that an arrival's token is for; undefined when it is not ours. */
export function registrationOfArrival(secrets: Secrets, token: string): number | undefined {
  const held = contents.safeParse(secrets.verify(purpose, token))
  return held.success ? held.data.id : undefined
}
