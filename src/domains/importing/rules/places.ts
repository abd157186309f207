/** An organisation as far as its name is looked for. */
export interface Named {
  code: string
  kind: 'municipality' | 'region'
  name: string
  countyName: string
}

/** What stands in a column of organisations: one of ours, something that is none on purpose, or what nobody knows. */
export type FoundPlace = { code: string } | 'other' | 'unknown' | 'disagrees'

/** Ways to find an organisation by what a file calls it. */
export interface PlaceIndex {
  byCode: Set<string>
  byName: Map<string, string>
}

/** Codes that municipalities had before. */
const oldCodes: Record<string, string> = { '1917': '0331' }
/** Rows that national files have beside the organisations. */
const others = /^(riket|hela riket|sverige|hela landet|totalt|total|summa|samtliga|00|0000)$/

/**
 * Indexes every organisation by its name, and by its name without dots and rings where that leads to one only: Habo
 * and Håbo are never taken for each other.
 */
export function indexPlaces(places: Named[]): PlaceIndex {
  const byName = new Map<string, string>()
  const folded = new Map<string, string | null>()
  for (const { code, kind, name, countyName } of places) {
    const names = kind === 'region' ? [name, countyName, `landstinget ${name}`] : [name]
    for (const one of names) byName.set(plain(one), code)
  }
  for (const [name, code] of byName) {
    const bare = fold(name)
    folded.set(bare, folded.has(bare) && folded.get(bare) !== code ? null : code)
  }
  for (const [bare, code] of folded) if (code !== null && !byName.has(bare)) byName.set(bare, code)
  return { byCode: new Set(places.map(({ code }) => code)), byName }
}

/**
 * The organisation that a cell means: by code (also without its leading zero, of old, or before the name), or by name
 * with or without "kommun" and "stad". A county's two digits mean its region.
 */
export function findPlace(cell: string | number, { byCode, byName }: PlaceIndex): FoundPlace {
  const text = plain(String(cell))
  if (text === '' || others.test(text)) return 'other'
  const [, digits, rest = ''] = /^(\d{1,4})(?:[ .:]+(.+))?$/.exec(text) ?? []
  if (digits !== undefined) {
    const code = ofDigits(digits)
    if (!byCode.has(code)) return 'unknown'
    const named = rest === '' ? code : byLooseName(rest, byName)
    return named === undefined || named === code ? { code } : 'disagrees'
  }
  const code = byLooseName(text, byName)
  return code === undefined ? 'unknown' : { code }
}

function ofDigits(digits: string): string {
  if (digits.length === 2) return `00${digits}`
  const code = digits.padStart(4, '0')
  return oldCodes[code] ?? code
}

function byLooseName(text: string, byName: Map<string, string>): string | undefined {
  const bare = text.replace(/ (kommun|stad)$/, '')
  // The genitive s is ambiguous: "Borås kommun" is Borås, "Falkenbergs kommun" is Falkenberg.
  const names = bare === text ? [text] : [bare, bare.replace(/s$/, '')]
  for (const name of names) {
    const code = byName.get(name) ?? byName.get(fold(name))
    if (code !== undefined) return code
  }
  return undefined
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLocaleLowerCase('sv')
    .replace(/[\s\u00a0–-]+/g, ' ')
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}
