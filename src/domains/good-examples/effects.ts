import type { Database } from '#database/tables.ts'
import { type EffectOfMeasure, effectOfMeasure } from '#domains/key-figures/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { listKin } from './kin/kin-queries.ts'
import { listPublishedExamples, type PublishedExample } from './queries.ts'

/** So many examples of one figure are looked through for those that did it too. */
const mostLooked = 1000

/**
 * What a figure did after the measure of an example. Those that did the same, and those that have an example of their
 * own on the figure, are not compared with. Null where the organisation or the figure is not known.
 */
export async function effectOfExample(
  asked: Asked<Database>,
  { id, organisation, year }: Pick<PublishedExample, 'id' | 'organisation' | 'year'>,
  figureId: string,
): Promise<EffectOfMeasure | null> {
  const [told, kin] = await Promise.all([
    asked.remember(`examples on ${figureId}`, () =>
      listPublishedExamples(asked.db, { figureIds: [figureId], limit: mostLooked }),
    ),
    listKin(asked.db, id),
  ])
  const alsoDidIt = new Set([
    ...told.map((example) => example.organisation.code),
    ...kin.map(({ organisationCode }) => organisationCode),
  ])
  alsoDidIt.delete(organisation.code)
  return effectOfMeasure(asked, { figureId, code: organisation.code, year, alsoDidIt: [...alsoDidIt] })
}
