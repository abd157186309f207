import { z } from 'zod'
import { type Fault, Refusal } from './refusal.ts'
import type { UnitKind } from './rules.ts'

export type Version = 'v2' | 'v3'

/** What a request was given: the parts of its path by name, and its query. */
export interface Given {
  path: Record<string, string>
  query: URLSearchParams
}

/** Which page of a list. */
export interface Paging {
  page: number
  perPage: number
}

/** What is asked of a list of metadata. Null means any. */
export interface ListQuestion extends Paging {
  ids: string[] | null
  /** A part of the title, in lower case. */
  title: string | null
  kind: UnitKind | null
}

/** What is asked of the values. Null means any. */
export interface DataQuestion extends Paging {
  kpis: string[] | null
  units: string[] | null
  years: number[] | null
  kind: UnitKind | null
  fromDate: string | null
}

/** The most items of a page, and how many there are when nobody says. More is cut to this. */
const mostPerPage = 5000
/** The most ids or years of one kind in a request to v3; v2 takes what an address holds. */
const mostIds = 25

const kinds: Record<string, UnitKind> = {
  k: 'K',
  municipality: 'K',
  l: 'L',
  region: 'L',
  county: 'L',
  g: 'G',
  group: 'G',
  municipality_group: 'G',
}

const wholeFromOne = z
  .string()
  .regex(/^\d{1,9}$/, 'Input should be a whole number')
  .transform(Number)
  .pipe(z.number().min(1, 'Input should be greater than or equal to 1'))
const kind = z
  .string()
  .toLowerCase()
  .transform((name) => kinds[name])
  .pipe(z.enum(['K', 'L', 'G'], 'Input should be K, L, municipality, region or municipality_group'))
const year = z
  .string()
  .regex(/^\d{4}$/, 'Input should be a year of four digits')
  .transform(Number)
const day = z.iso.date('Input should be a date, YYYY-MM-DD')

/** Understands a request for metadata. Throws {@link Refusal}. */
export function readListQuestion(given: Given, version: Version): ListQuestion {
  const reading = reader(given, version)
  // One of the clients asks for several by query.
  const ids = reading.list('ids', 'id')
  const title = reading.one('title', z.string())
  const type = reading.one('type', kind)
  const regionType = reading.one('region_type', kind)
  const question = {
    ids,
    title: title === null ? null : plain(title),
    kind: type ?? regionType,
    ...pagingOf(reading),
  }
  reading.refuse()
  return question
}

/**
 * Understands a request for values, whether it names things in its path or in its query. Throws {@link Refusal},
 * also when fewer than two of key figure, unit and year are named.
 */
export function readDataQuestion(given: Given, version: Version): DataQuestion {
  const reading = reader(given, version)
  const kpis = reading.list('kpi', 'kpi_id')
  const municipalities = reading.list('municipality', 'municipality_id')
  const ous = reading.list('ou', 'ou_id')
  const years = reading.list('year', 'year', year)
  const question = {
    kpis,
    units: municipalities,
    years: years?.toSorted((a, b) => a - b) ?? null,
    kind: reading.one('region_type', kind),
    fromDate: reading.one('from_date', day),
    ...pagingOf(reading),
  }
  const named = [kpis, municipalities ?? ous, years].filter((dimension) => dimension !== null)
  if (named.length < 2) {
    reading.faults.push({
      type: 'missing',
      loc: ['query'],
      msg: 'At least two of kpi_id, municipality_id (or ou_id) and year are required',
      input: null,
    })
  }
  reading.refuse()
  return question
}

/** A text as titles are compared: without regard to case or how å, ä and ö are composed. */
export function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv')
}

function pagingOf(reading: ReturnType<typeof reader>): Paging {
  const page = reading.one('page', wholeFromOne) ?? 1
  const perPage = reading.one('per_page', wholeFromOne) ?? mostPerPage
  return { page, perPage: Math.min(perPage, mostPerPage) }
}

/** Reads names one by one and gathers what is wrong with them. Empty values count as not given. */
function reader({ path, query }: Given, version: Version) {
  const faults: Fault[] = []
  const check = <T>(loc: string[], input: string, schema: z.ZodType<T, string>): T | null => {
    const parsed = schema.safeParse(input)
    if (parsed.success) return parsed.data
    for (const { code, message } of parsed.error.issues) faults.push({ type: code, loc, msg: message, input })
    return null
  }
  const one = <T>(name: string, schema: z.ZodType<T, string>): T | null => {
    const input = query.get(name)?.trim()
    return input ? check(['query', name], input, schema) : null
  }
  /** The different entries of a comma list in the path, else of a repeated name in the query; null when none. */
  function list(inPath: string, inQuery?: string): string[] | null
  function list<T>(inPath: string, inQuery: string, schema: z.ZodType<T, string>): T[] | null
  function list(inPath: string, inQuery?: string, schema: z.ZodType<unknown, string> = z.string()) {
    const given = path[inPath]
    const texts = given === undefined ? (inQuery ? query.getAll(inQuery) : []) : [given]
    const loc = given === undefined ? ['query', inQuery ?? inPath] : ['path', inPath]
    const entries = new Set(texts.flatMap((text) => text.split(',')).map((text) => text.trim()))
    entries.delete('')
    if (version === 'v3' && entries.size > mostIds) {
      const msg = `List should have at most ${mostIds} items, not ${entries.size}`
      faults.push({ type: 'too_long', loc, msg, input: [...entries].join() })
    }
    if (entries.size === 0) return given === undefined ? null : []
    return [...entries].map((entry) => check(loc, entry, schema)).filter((entry) => entry !== null)
  }
  const refuse = () => {
    if (faults.length > 0) throw new Refusal(faults, version === 'v2' ? 400 : 422)
  }
  return { one, list, refuse, faults }
}
