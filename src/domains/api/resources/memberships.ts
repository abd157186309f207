import { z } from 'zod'
import type { Asked } from '../asked.ts'
import { organisationCode, organisationsNamed } from '../lookups.ts'
import { listing } from '../operation.ts'
import { listPeriods } from '../organisation-queries.ts'
import { ownExample } from '../own-example.ts'
import { type Page, pageRead, readKey } from '../paging.ts'
import { listParameters } from '../question.ts'

const membership = z
  .object({
    organisation: z.string(),
    organisation_name: z.string(),
    kind: z.enum(['full', 'observer']),
    since: z.iso.date(),
    until: z.iso.date().nullable(),
    decision: z.string(),
    made_up: z.boolean(),
  })
  .meta({ id: 'Membership' })

const query = z.strictObject({
  organisation: z.array(organisationCode).optional(),
  kind: z.enum(['full', 'observer']).optional(),
  day: z.iso.date().optional().meta({ example: '2026-01-01' }),
  ...listParameters(membership),
})

/** The periods of membership that fit, also those that have ended. */
async function listMemberships(
  asked: Asked,
  question: z.output<typeof query>,
): Promise<Page<z.output<typeof membership>>> {
  const { organisation, kind, day } = question
  const some = organisation && (await organisationsNamed(asked, organisation))
  const after = readKey(z.tuple([z.string(), z.iso.date(), z.string()]), question, asked)
  const periods = await listPeriods(asked.db, {
    codes: some ? some.map(({ code }) => code) : null,
    kind: kind ?? null,
    day: day ?? null,
    after: after && { code: after[0], since: after[1], kind: after[2] },
    limit: question.limit + 1,
  })
  return pageRead(periods, (one) => [one.organisation, one.since, one.kind], question)
}

export const membershipOperations = [
  listing({
    id: 'listMemberships',
    path: '/memberships',
    query,
    item: membership,
    example: ownExample('/memberships?organisation=1382,1283'),
    read: listMemberships,
  }),
]
