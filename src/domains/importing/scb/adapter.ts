import type { z } from 'zod'
import { type ImportSource, saveSource } from '#domains/key-figures/index.ts'
import { savePopulations } from '#domains/members/index.ts'
import type { AnswerMark, PoliteClient } from '#platform/fetch/polite-client.ts'
import type { Adapter, Read } from '../adapter.ts'
import { clientFor } from '../client.ts'
import { ImportFault } from '../import-fault.ts'
import { whereOf } from '../kolada/ask.ts'
import { listPlaces } from '../organisations.ts'
import { listPopulationTables } from '../population-table-queries.ts'
import { cellsOf, faultOf } from '../rules/json-stat.ts'
import { inParts } from '../rules/kolada.ts'
import { type Choice, chooseCells, codeOfRegion, type PopulationTable, yearOf } from '../rules/population.ts'
import { dataset, description, limits } from './contract.ts'

/** Longest list of places in one address, so that no proxy on the way refuses it. */
const mostPlaces = 320

/** The population from Statistics Sweden: one item for each configured table. */
export const scbAdapter: Adapter = {
  list: async ({ db }) => (await listPopulationTables(db)).map(({ id }) => id),
  open: async (place) => {
    const { db, config, today } = place
    const first = clientFor(place, config.scbUrl, 0)
    const { maxDataCells, maxCallsPerTimeWindow, timeWindow } = await ask(
      first,
      `${config.scbUrl}/config`,
      limits,
    )
    const client = clientFor(place, config.scbUrl, (timeWindow * 1000) / maxCallsPerTimeWindow)
    const [tables, places] = [await listPopulationTables(db), await listPlaces(db)]
    const known = new Set(places.map(({ code }) => code))
    return async (item, marks) => {
      const table = tables.find(({ id }) => id === item)
      if (!table) throw new ImportFault('no-such-table', item)
      return readTable({ client, base: config.scbUrl, maxDataCells, known, today }, table, marks)
    }
  },
}

interface Asking {
  client: PoliteClient
  base: string
  maxDataCells: number
  known: Set<string>
  today: string
}

async function readTable(
  asking: Asking,
  table: PopulationTable,
  marks: Map<string, AnswerMark>,
): Promise<Read> {
  const { client, base, known, today } = asking
  const about = `${base}/tables/${table.id}/metadata?lang=sv&outputFormat=json-stat2`
  const told = await ask(client, about, description)
  const updated = told.updated ?? ''
  // The table says itself when it was last updated, which holds for all its cells.
  if (updated !== '' && marks.get(about)?.lastModified === updated) return { changed: false }
  const [time = '', contents = ''] = [told.role.time[0], told.role.metric[0]]
  const region = told.id.find((name) => /^region$/i.test(name))
  if (region === undefined) throw new ImportFault('changed-shape', 'Region')
  const choice = chooseCells(table, told.dimension, { time, contents, region }, known)
  if (!choice.ok) throw new ImportFault(choice.reason, choice.detail)
  const rows = await readCells(asking, table, choice, { time, region })
  return {
    changed: true,
    rows: rows.length,
    marks: new Map([[about, { etag: '', lastModified: updated }]]),
    remark: told.extension?.discontinued ? `discontinued: ${table.id}` : '',
    write: async (trx) => {
      await saveSource(trx, source, today)
      const changes = await savePopulations(trx, rows, { basis: table.basis, sourceId: source.id })
      return changes.map((change) => ({ ...change, figureId: null, beforeMissing: null, afterMissing: null }))
    },
  }
}

/** The chosen cells, in as many questions as the source's limit asks for. */
async function readCells(
  { client, base, maxDataCells }: Asking,
  table: PopulationTable,
  { chosen, years }: Extract<Choice, { ok: true }>,
  { time, region }: { time: string; region: string },
): Promise<{ code: string; year: number; inhabitants: number }[]> {
  const places = chosen[region] ?? []
  const rows: { code: string; year: number; inhabitants: number }[] = []
  for (const somePlaces of inParts(places, Math.min(mostPlaces, maxDataCells))) {
    const yearsAtOnce = Math.max(1, Math.floor(maxDataCells / somePlaces.length))
    for (const someYears of inParts(years, yearsAtOnce)) {
      const query = new URLSearchParams({ lang: 'sv', outputFormat: 'json-stat2' })
      for (const [name, codes] of Object.entries({ ...chosen, [region]: somePlaces, [time]: someYears })) {
        query.set(`valueCodes[${name}]`, codes.join())
      }
      const read = await ask(client, `${base}/tables/${table.id}/data?${query}`, dataset)
      const fault = faultOf(read)
      if (fault) throw new ImportFault('changed-shape', fault)
      for (const { codes, value } of cellsOf(read)) {
        const [code, year] = [codeOfRegion(codes[region] ?? ''), yearOf(codes[time] ?? '')]
        if (code === null || year === null)
          throw new ImportFault('other-cells', Object.values(codes).join(' '))
        if (!Number.isInteger(value) || value <= 0)
          throw new ImportFault('not-a-population', `${code} ${year}: ${value}`)
        rows.push({ code, year, inhabitants: value })
      }
      if (rows.length > places.length * years.length) throw new ImportFault('other-cells', table.id)
    }
  }
  return rows
}

async function ask<T>(client: PoliteClient, address: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await client.get(address)
  const parsed = schema.safeParse(answer.changed ? answer.json : null)
  if (!parsed.success) throw new ImportFault('changed-shape', whereOf(parsed.error))
  return parsed.data
}

const source: ImportSource = {
  id: 'scb-statistikdatabasen',
  title: {
    sv: 'Folkmängd ur Statistikdatabasen. Källa: SCB',
    en: 'Population from the Statistical Database. Source: Statistics Sweden',
  },
  publisher: 'Statistiska centralbyrån (SCB)',
  licence: { sv: 'CC0 1.0', en: 'CC0 1.0' },
  address: 'https://www.statistikdatabasen.scb.se/',
  covers: {
    sv: 'Folkmängd 31 december. Från 2025 har SCB lagt in små slumpmässiga ändringar, så delar blir inte alltid summan.',
    en: 'Population on 31 December. From 2025 on Statistics Sweden adds small random changes, so parts need not make the sum.',
  },
}
