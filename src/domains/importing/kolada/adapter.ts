import {
  type ImportSource,
  importReadings,
  koladaSource,
  listOrigins,
  type Origin,
  saveSource,
} from '#domains/key-figures/index.ts'
import { association } from '#platform/association.ts'
import type { AnswerMark, PoliteClient } from '#platform/fetch/polite-client.ts'
import type { Adapter, Place, Read } from '../adapter.ts'
import { clientFor } from '../client.ts'
import { ImportFault } from '../import-fault.ts'
import { listPlaces, type Organisation } from '../organisations.ts'
import {
  inParts,
  type KoladaKpi,
  type KoladaReading,
  mostAtOnce,
  ourIds,
  readingOf,
  unitsFor,
} from '../rules/kolada.ts'
import type { Run } from '../run-queries.ts'
import { askAllPages } from './ask.ts'
import { dataPage, kpiPage } from './contract.ts'

const firstYear = 1990
const perPage = 'page=1&per_page=5000'

/** Key figures from Kolada. Its values unchanged are Kolada's; what we recompute is ours and says so. */
export const koladaAdapter: Adapter = {
  list: async ({ db }, run) => [
    ...new Set(origins(await listOrigins(db), run).map(({ figureId }) => figureId)),
  ],
  open: async (place, run) => {
    const client = clientFor(place, place.config.koladaUrl, 1000 / place.config.koladaRate)
    const [all, organisations, kpis] = [
      origins(await listOrigins(place.db), run),
      await listPlaces(place.db),
      await readCatalogue(client, place.config.koladaUrl),
    ]
    return (item, known) => {
      const wanted = all.filter(({ figureId }) => figureId === item)
      return readFigure({ place, client, organisations, kpis }, wanted, known)
    }
  },
}

function origins(all: Origin[], run: Run): Origin[] {
  return all.filter(
    ({ adapter, active, figureId }) =>
      adapter === 'kolada' && active && (run.figureId === null || run.figureId === figureId),
  )
}

/** Kolada's whole catalogue. It must have no figure under an id that is ours: the two would mean different things. */
async function readCatalogue(client: PoliteClient, base: string): Promise<Map<string, KoladaKpi>> {
  const { items } = await askAllPages(client, `${base}/kpi?${perPage}`, kpiPage, new Map())
  const kpis = items ?? []
  const taken = kpis.filter(({ id }) => ourIds.test(id)).map(({ id }) => id)
  if (taken.length > 0) throw new ImportFault('our-ids-taken', taken.join(', '))
  return new Map(kpis.map((kpi) => [kpi.id, kpi]))
}

interface Asking {
  place: Place
  client: PoliteClient
  organisations: Organisation[]
  kpis: Map<string, KoladaKpi>
}

/** Everything that a figure of ours is taken from, read before anything is written. */
async function readFigure(asking: Asking, wanted: Origin[], known: Map<string, AnswerMark>): Promise<Read> {
  const { today } = asking.place
  const parts: { origin: Origin; readings: KoladaReading[] }[] = []
  const marks = new Map<string, AnswerMark>()
  let changed = false
  for (const origin of wanted) {
    const answers = await readOrigin(asking, origin, known)
    for (const [address, mark] of answers.marks) marks.set(address, mark)
    changed ||= answers.changed
    parts.push({ origin, readings: answers.readings })
  }
  if (!changed) return { changed: false }
  refuseDoubles(parts.flatMap(({ readings }) => readings))
  return {
    changed: true,
    rows: parts.reduce((sum, { readings }) => sum + readings.length, 0),
    marks,
    remark: '',
    write: async (trx, now) => {
      const changes = []
      for (const { origin, readings } of parts) {
        const source = origin.factor === 1 ? kolada : recomputed
        await saveSource(trx, source, today)
        const from = {
          figureId: origin.figureId,
          sourceId: source.id,
          basis: origin.factor === 1 ? ('published' as const) : ('computed' as const),
          reportedBy: source.publisher,
          overMembers: origin.overMembers,
        }
        changes.push(...(await importReadings(trx, readings, from, now)))
      }
      return changes
    },
  }
}

async function readOrigin(
  { place, client, organisations, kpis }: Asking,
  origin: Origin,
  known: Map<string, AnswerMark>,
): Promise<{ readings: KoladaReading[]; marks: Map<string, AnswerMark>; changed: boolean }> {
  const { config, today } = place
  const kpi = kpis.get(origin.foreignId)
  if (!kpi) throw new ImportFault('figure-gone', origin.foreignId)
  const units = unitsFor(kpi.municipality_type, organisations)
  const codes = new Set(units)
  const lastYear = Number(today.slice(0, 4))
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  const readings: KoladaReading[] = []
  const marks = new Map<string, AnswerMark>()
  let changed = false
  for (const someYears of inParts(years, mostAtOnce)) {
    for (const someUnits of inParts(units, mostAtOnce)) {
      const path = `kpi/${kpi.id}/municipality/${someUnits.join()}/year/${someYears.join()}`
      const answer = await askAllPages(client, `${config.koladaUrl}/data/${path}?${perPage}`, dataPage, known)
      for (const [address, mark] of answer.marks) marks.set(address, mark)
      if (answer.items === null) continue
      changed = true
      for (const row of answer.items) {
        if (row.kpi !== kpi.id) throw new ImportFault('other-figure', row.kpi)
        const reading = readingOf(row, kpi, { factor: origin.factor, today })
        if (reading && codes.has(reading.code)) readings.push(reading)
      }
    }
  }
  return { readings, marks, changed }
}

/** Two values for the same place and year: nobody can say which holds. */
function refuseDoubles(readings: KoladaReading[]): void {
  const seen = new Set<string>()
  for (const { code, year } of readings) {
    const key = `${code} ${year}`
    if (seen.has(key)) throw new ImportFault('two-values', key)
    seen.add(key)
  }
}

const kolada: ImportSource = {
  id: koladaSource,
  title: { sv: 'Källa: Kolada', en: 'Source: Kolada' },
  publisher: 'Kolada (RKA)',
  licence: {
    sv: 'Koladas villkor: fria att använda om källan Kolada anges. Värden kan ändras utan förvarning. Tjänsten är inte ett samarbete med RKA.',
    en: 'Kolada’s terms: free to use where Kolada is named as the source. Values may change without notice. This service is not a partnership with RKA.',
  },
  address: 'https://www.kolada.se/',
  covers: {
    sv: 'Nyckeltal som hämtas ur Kolada som de står där.',
    en: 'Key figures taken from Kolada as they stand there.',
  },
}

/** What we make of Kolada's values is ours, and may not be cited as Kolada's. */
const recomputed: ImportSource = {
  id: 'omraknat-ur-kolada',
  title: { sv: 'Egen omräkning', en: 'Recomputed by us' },
  publisher: association.name.sv,
  licence: {
    sv: 'Våra egna beräkningar. De får inte anges som uppgifter från Kolada.',
    en: 'Our own computations. They may not be cited as Kolada’s.',
  },
  address: null,
  covers: {
    sv: 'Nyckeltal som räknas om till vår enhet ur uppgifter som hämtas via Kolada.',
    en: 'Key figures recomputed into our unit from values that are taken through Kolada.',
  },
}
