import { z } from 'zod'
import {
  directoryOf,
  isMember,
  isObserver,
  latestPopulation,
  type Organisation,
  organisationsNamed,
  listOrganisations as read,
  spellingsOf,
} from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type Asked, organisationAddress } from '../asked.ts'
import { listing, single } from '../operation.ts'
import { listCodes } from '../organisation-queries.ts'
import { ownExample } from '../own-example.ts'
import { type Page, pageRead, readKey } from '../paging.ts'
import { commonParameters, listParameters } from '../question.ts'

const population = z
  .object({
    year: z.int(),
    inhabitants: z.int(),
    basis: z.enum(['published', 'derived', 'estimated', 'perturbed']),
  })
  .meta({ id: 'Population' })

export const organisation = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['municipality', 'region']),
    county_code: z.string(),
    county: z.string(),
    skr_group_code: z.string().nullable(),
    skr_group: z.string().nullable(),
    land_area_km2: z.number().nullable(),
    population: population.nullable(),
    membership: z.enum(['full', 'observer', 'none']),
    page: z.url(),
  })
  .meta({ id: 'Organisation' })

const wholeOrganisation = organisation
  .extend({ populations: z.array(population) })
  .meta({ id: 'OrganisationInFull' })

const query = z.strictObject({
  kind: z.enum(['municipality', 'region']).optional(),
  membership: z.enum(['full', 'observer', 'none']).optional(),
  county: z.array(z.string().regex(/^\d{2}$/, 'code')).optional(),
  skr_group: z.array(z.string().regex(/^[A-C]\d$/, 'code')).optional(),
  name: z.string().min(1).max(100).optional(),
  ...listParameters(organisation),
})

/** An organisation as the API gives it. */
export function organisationItem(asked: Asked, one: Organisation): z.output<typeof organisation> {
  const { today, l } = asked
  return {
    code: one.code,
    name: one.name,
    kind: one.kind,
    county_code: one.countyCode,
    county: one.countyName,
    skr_group_code: one.groupCode,
    skr_group: one.groupName && inLanguage(one.groupName, l),
    land_area_km2: one.landAreaKm2 === null ? null : Math.round(one.landAreaKm2 * 100) / 100,
    population: latestPopulation(one) ?? null,
    membership: membershipOf(one, today),
    page: organisationAddress(asked, one.code),
  }
}

/** The municipalities and regions that fit. */
export async function listOrganisations(
  asked: Asked,
  question: z.output<typeof query>,
): Promise<Page<z.output<typeof organisation>>> {
  const { kind, membership, county, skr_group: group, name } = question
  const after = readKey(z.tuple([z.string()]), question, asked)
  const codes = await listCodes(asked.db, {
    kind,
    membership,
    day: asked.today,
    counties: county,
    groups: group,
    spellings: name === undefined ? undefined : spellingsOf(name),
    after: after?.[0] ?? null,
    limit: question.limit + 1,
  })
  const page = pageRead(codes, (code) => [code], question)
  const { byCode } = directoryOf(await read(asked.db, page.items))
  return {
    ...page,
    items: page.items.flatMap((code) => {
      const one = byCode.get(code)
      return one ? [organisationItem(asked, one)] : []
    }),
  }
}

function membershipOf(one: Organisation, day: string): 'full' | 'observer' | 'none' {
  if (isMember(one, day)) return 'full'
  return isObserver(one, day) ? 'observer' : 'none'
}

export const organisationOperations = [
  listing({
    id: 'listOrganisations',
    path: '/organisations',
    query,
    item: organisation,
    example: '/organisations?county=13&membership=full',
    read: listOrganisations,
  }),
  single({
    id: 'getOrganisation',
    path: '/organisations/{code}',
    query: z.strictObject(commonParameters(wholeOrganisation)),
    item: wholeOrganisation,
    named: 'code',
    example: ownExample('/organisations/1382'),
    read: async (asked, code) => {
      const one = (await organisationsNamed(asked, { codes: [code] })).byCode.get(code)
      return one && { ...organisationItem(asked, one), populations: one.populations }
    },
  }),
]
