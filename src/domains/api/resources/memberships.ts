import { z } from 'zod'
import type { Asked } from '../asked.ts'
import { directoryOf, organisationCode, organisationsNamed } from '../lookups.ts'
import { listing } from '../operation.ts'
import { ownExample } from '../own-example.ts'
import { type Page, pageOf } from '../paging.ts'
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
  const some = organisation ? await organisationsNamed(asked, organisation) : (await directoryOf(asked)).all
  const periods = some.flatMap(({ code, name, memberships }) =>
    memberships
      .filter((one) => !kind || one.kind === kind)
      .filter(({ since, until }) => !day || (since <= day && (until === null || day < until)))
      .map(({ madeUp, ...one }) => ({
        organisation: code,
        organisation_name: name,
        ...one,
        made_up: madeUp,
      })),
  )
  return pageOf(periods, ({ organisation: code, since, kind: k }) => [code, since, k], question, asked)
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
