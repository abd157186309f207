import { z } from 'zod'
import { type Catalogue, type KeyFigure, knownAt, loadCatalogue } from '#domains/key-figures/index.ts'
import { organisationsNamed as findNamed, type Organisation } from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import type { Asked } from './asked.ts'
import { type Fault, refuseParameters } from './problem.ts'
import { shortened } from './question.ts'
import { textsOf } from './texts.ts'

/** The most figures or organisations that one request may name where everything is computed. */
export const mostNamed = 60

/** A day, or an instant in UTC: the values as they were known then. */
export const knownMoment = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z)?$/, 'moment')
  .meta({ example: '2026-06-30' })

export const year = z.number().int().min(1900).max(2200)
/** An official code: of four digits in Sweden, elsewhere perhaps longer and with a letter or two before. */
export const organisationCode = z
  .string()
  .regex(/^[a-z]{0,2}\d{4,10}$/, 'code')
  .meta({ example: association.demonstration.member })

/** The organisations of a list of codes. Throws a refusal that names those there are none of. */
export async function organisationsNamed(
  asked: Asked,
  codes: string[],
  parameter = 'organisation',
): Promise<Organisation[]> {
  const { byCode } = await findNamed(asked, { codes })
  return named(
    codes,
    (code) => byCode.get(code),
    parameter,
    (code) => ({
      detail: textsOf(asked.l).problems.noOrganisation(code),
    }),
  )
}

/** The figures of a list of ids. Throws a refusal that names those there are. */
export async function figuresNamed(asked: Asked, ids: string[]): Promise<KeyFigure[]> {
  const { byId }: Catalogue = await loadCatalogue(asked)
  return named(
    ids,
    (id) => byId.get(id),
    'figure',
    (id) => ({
      detail: textsOf(asked.l).problems.noFigure(id),
      allowed: [...byId.keys()],
    }),
  )
}

function named<T>(
  ids: string[],
  find: (id: string) => T | undefined,
  parameter: string,
  explain: (id: string) => Omit<Fault, 'parameter'>,
): T[] {
  const unique = [...new Set(ids)]
  const missing = unique.filter((id) => find(id) === undefined)
  if (missing.length > 0)
    throw refuseParameters(missing.map((id) => ({ parameter, ...explain(shortened(id)) })))
  return unique.flatMap((id) => find(id) ?? [])
}

/** The instant (ISO 8601) of `as_known_at`; null means now. Throws a refusal for days that are none or still to come. */
export function momentOf(given: string | undefined, { now, today, l }: Asked): string | null {
  if (given === undefined) return null
  const { problems } = textsOf(l)
  const time = Date.parse(given)
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(given.slice(0, 10))
  if (!isReal) throw refuseParameters([{ parameter: 'as_known_at', detail: problems.formats.moment(given) }])
  if (given.slice(0, 10) > today || (given.length > 10 && time > now.getTime())) {
    throw refuseParameters([{ parameter: 'as_known_at', detail: problems.toCome(given) }])
  }
  return knownAt(given)
}
