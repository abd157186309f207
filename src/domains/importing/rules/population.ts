import { codesOf } from './json-stat.ts'

/** A table of the population, and for which years it holds. */
export interface PopulationTable {
  id: string
  /** The code of the number of inhabitants on 31 December among the table's contents. */
  contents: string
  /** `perturbed`: with small random changes, so that parts never make the total. */
  basis: 'published' | 'perturbed'
  sinceYear: number
  untilYear: number | null
}

/** A dimension as the table's own description gives it. */
export interface Dimension {
  category: {
    index?: Record<string, number> | string[] | undefined
    label?: Record<string, string> | undefined
  }
  extension?: { elimination?: boolean | undefined; eliminationValueCode?: string | undefined } | undefined
}

/** What to ask for: the chosen codes of each dimension that has to be named. */
export type Choice =
  | { ok: true; chosen: Record<string, string[]>; years: string[] }
  | { ok: false; reason: string; detail: string }

/** The year that a point of time stands for: a year, or its last month. */
export function yearOf(time: string): number | null {
  const [, year] = /^(\d{4})(?:M12)?$/.exec(time) ?? []
  return year ? Number(year) : null
}

/** The code of an organisation in Statistics Sweden's regions: four digits, or a county's two for its region. */
export function codeOfRegion(region: string): string | null {
  if (/^\d{4}$/.test(region)) return region
  return /^\d{2}$/.test(region) && region !== '00' ? `00${region}` : null
}

const total = /^tot/i

/**
 * Chooses what to ask a table for: all known places, the years that it holds for, and of every other dimension the
 * total. The exact tables sum up by themselves what is left out; of one with random changes only a total of its own
 * is taken, since its parts would give another number.
 */
export function chooseCells(
  table: PopulationTable,
  dimensions: Record<string, Dimension>,
  roles: { time: string; contents: string; region: string },
  known: Set<string>,
): Choice {
  const codes = (name: string) => codesOf(dimensions[name]?.category ?? {})
  const contents = codes(roles.contents)
  if (!contents.includes(table.contents)) {
    return { ok: false, reason: 'no-such-contents', detail: `${table.contents} (${contents.join(', ')})` }
  }
  const years = codes(roles.time).filter((time) => {
    const year = yearOf(time)
    return year !== null && year >= table.sinceYear && year <= (table.untilYear ?? year)
  })
  if (years.length === 0)
    return { ok: false, reason: 'no-such-years', detail: codes(roles.time).slice(-3).join(', ') }
  const places = codes(roles.region).filter((code) => known.has(codeOfRegion(code) ?? ''))
  if (places.length === 0) return { ok: false, reason: 'no-such-places', detail: roles.region }
  const chosen: Record<string, string[]> = { [roles.region]: places, [roles.contents]: [table.contents] }
  for (const [name, { extension }] of Object.entries(dimensions)) {
    if (name in chosen || name === roles.time) continue
    const own = extension?.eliminationValueCode ?? codes(name).find((code) => total.test(code))
    const only = codes(name).length === 1 ? codes(name)[0] : undefined
    if (table.basis === 'published' && extension?.elimination) continue
    const pick = own ?? only
    if (pick === undefined) return { ok: false, reason: 'no-total', detail: name }
    chosen[name] = [pick]
  }
  return { ok: true, chosen, years }
}
