import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listFigures, listOrigins } from '#domains/key-figures/index.ts'
import type { Remember } from '#platform/http/remember.ts'
import { type Catalogue, catalogueOf, sameInKolada } from './catalogue.ts'
import { listCurrentReadings, listHoldings, listNumbers, listSetNames, listUnits } from './queries.ts'
import { type Series, seriesOf } from './series.ts'
import { type Units, unitsOf } from './units.ts'

/** What reading needs: the database, the memory of this data version and the day of the request. */
export interface Reader {
  db: Kysely<Database>
  remember: Remember
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
}

/** The key figures, read once for each version of the data. */
export function loadCatalogue({ db, remember, today }: Reader): Promise<Catalogue> {
  return remember(`kolada catalogue ${today}`, async () => {
    const [figures, numbers, holdings, sets, origins] = await Promise.all([
      listFigures(db, today),
      listNumbers(db),
      listHoldings(db),
      listSetNames(db),
      listOrigins(db),
    ])
    return catalogueOf(figures, numbers, holdings, sets, sameInKolada(origins, holdings))
  })
}

/** The municipalities, regions and groups of today. */
export function loadUnits({ db, remember, today }: Reader): Promise<Units> {
  return remember(`kolada units ${today}`, async () => unitsOf(await listUnits(db), today))
}

/** A figure of some ten years: three thousand values, each a tenth of a kilobyte. */
const seriesSize = 600

/** All values of a figure, read once for each version of the data. */
export function loadSeries(reader: Reader, figureId: string): Promise<Series> {
  const { db, remember, today } = reader
  return remember(
    `kolada series ${today} ${figureId}`,
    async () => {
      const [readings, units, { ungrouped }] = await Promise.all([
        listCurrentReadings(db, figureId),
        loadUnits(reader),
        loadCatalogue(reader),
      ])
      return seriesOf(readings, ungrouped.has(figureId) ? { ...units, groups: [] } : units)
    },
    seriesSize,
  )
}
