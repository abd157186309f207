import type { Role } from '#domains/accounts/index.ts'
import type { ImportColumn } from './import-columns.ts'

/** What is wrong in a row: the column, and the key of a sentence. `detail` fills the sentence. */
export interface RowFault {
  column: ImportColumn
  reason: string
  detail?: string
}

/** A row whose cells have been read one by one. */
export interface CheckedRow {
  line: number
  organisation: { code: string } | { name: string }
  person: { role: Role; name: string; email: string; title: string; phone: string } | null
  organisationNumber: string | null
  einvoiceAddress: string | null
  faults: RowFault[]
}

export interface KnownPerson {
  id: number
  name: string
  title: string
  phone: string
}

export interface KnownOrganisation {
  code: string
  name: string
  /** Whether it is a member or an observer now, or will be. */
  member: boolean
  organisationNumber: string | null
  einvoiceAddress: string
}

/** What is in the register, as far as the rows touch it. */
export interface Known {
  organisations: KnownOrganisation[]
  /** By address in lower case. */
  people: Map<string, KnownPerson>
  /** Who holds a role today: `1382 reporter` → people. */
  holders: Map<string, { personId: number; name: string }[]>
  /** Roles that one person holds at a time. */
  singleRoles: readonly Role[]
}

/** One thing that a row would do. */
export type Effect =
  | { kind: 'new-person'; name: string; email: string }
  | { kind: 'new-role'; role: Role; organisation: string; replaces: string[] }
  | { kind: 'change'; what: 'name' | 'title' | 'phone' | 'number' | 'einvoice'; from: string; to: string }

/** What becomes of a row: what it does, nothing, or what is wrong with it. */
export interface PlannedRow {
  line: number
  outcome: 'new' | 'changed' | 'unchanged' | 'error'
  /** The organisation that was meant, when it was understood. */
  organisation: KnownOrganisation | null
  row: CheckedRow
  effects: Effect[]
  faults: RowFault[]
}

/**
 * What an import would do, row by row, on the register as it is known. Rows see what the rows before them do, so
 * that the same person twice is opened once; two rows that contradict each other are told apart by their line.
 */
export function planImport(rows: CheckedRow[], known: Known): PlannedRow[] {
  const find = organisationFinder(known.organisations)
  const owners = new Map(
    known.organisations.flatMap(({ code, organisationNumber }) =>
      organisationNumber ? [[organisationNumber, code] as const] : [],
    ),
  )
  const saidOf = new Map<string, { line: number; text: string }>()
  const opened = new Set<string>()
  const seated = new Set<string>()

  return rows.map((row): PlannedRow => {
    const faults = [...row.faults]
    const organisation = find(row.organisation)
    if (!organisation && !faults.some(({ reason }) => reason === 'organisation-missing')) {
      const typed = 'code' in row.organisation ? row.organisation.code : row.organisation.name
      const column = 'code' in row.organisation ? 'organisationskod' : 'organisation'
      faults.push({ column, reason: 'organisation-unknown', detail: typed })
    }
    const effects: Effect[] = []
    const said: [string, ImportColumn, string][] = []
    if (organisation && row.person) {
      const { person } = row
      if (!organisation.member)
        faults.push({ column: 'organisationskod', reason: 'not-member', detail: organisation.name })
      effects.push(...personEffects(row, organisation, known, opened, seated))
      said.push([`name ${person.email}`, 'namn', person.name])
      if (person.title) said.push([`title ${person.email}`, 'titel', person.title])
      if (person.phone) said.push([`phone ${person.email}`, 'telefon', person.phone])
      if (known.singleRoles.includes(person.role)) {
        said.push([`seat ${organisation.code} ${person.role}`, 'roll', person.email])
      }
    }
    if (organisation && row.organisationNumber) {
      const owner = owners.get(row.organisationNumber)
      if (owner && owner !== organisation.code) {
        const detail = known.organisations.find(({ code }) => code === owner)?.name ?? owner
        faults.push({ column: 'organisationsnummer', reason: 'number-taken', detail })
      }
      said.push([`number ${organisation.code}`, 'organisationsnummer', row.organisationNumber])
      said.push([`owner ${row.organisationNumber}`, 'organisationsnummer', organisation.code])
      effects.push(...changed('number', organisation.organisationNumber ?? '', row.organisationNumber))
    }
    if (organisation && row.einvoiceAddress) {
      said.push([`einvoice ${organisation.code}`, 'e-fakturaadress', row.einvoiceAddress])
      effects.push(...changed('einvoice', organisation.einvoiceAddress, row.einvoiceAddress))
    }
    for (const [about, column, text] of said) {
      const before = saidOf.get(about)
      if (before && before.text !== text) {
        faults.push({ column, reason: 'contradicts', detail: String(before.line) })
      }
    }
    const base = { line: row.line, organisation, row }
    if (faults.length > 0) return { ...base, outcome: 'error', effects: [], faults }
    for (const [about, , text] of said) {
      if (!saidOf.has(about)) saidOf.set(about, { line: row.line, text })
    }
    if (row.person && organisation) {
      opened.add(row.person.email)
      seated.add(`${organisation.code} ${row.person.role} ${row.person.email}`)
    }
    return { ...base, outcome: outcomeOf(effects), effects, faults }
  })
}

function personEffects(
  { person }: CheckedRow,
  organisation: KnownOrganisation,
  known: Known,
  opened: Set<string>,
  seated: Set<string>,
): Effect[] {
  if (!person) return []
  const { email, role, name, title, phone } = person
  const there = known.people.get(email)
  const holders = known.holders.get(`${organisation.code} ${role}`) ?? []
  const has =
    seated.has(`${organisation.code} ${role} ${email}`) ||
    (there !== undefined && holders.some(({ personId }) => personId === there.id))
  const first = !opened.has(email)
  return [
    ...(there
      ? first
        ? [
            ...changed('name', there.name, name),
            ...(title ? changed('title', there.title, title) : []),
            ...(phone ? changed('phone', there.phone, phone) : []),
          ]
        : []
      : first
        ? [{ kind: 'new-person' as const, name, email }]
        : []),
    ...(has
      ? []
      : [
          {
            kind: 'new-role' as const,
            role,
            organisation: organisation.name,
            replaces: known.singleRoles.includes(role) ? holders.map((holder) => holder.name) : [],
          },
        ]),
  ]
}

function changed(
  what: 'name' | 'title' | 'phone' | 'number' | 'einvoice',
  from: string,
  to: string,
): Effect[] {
  return from === to ? [] : [{ kind: 'change', what, from, to }]
}

function outcomeOf(effects: Effect[]): PlannedRow['outcome'] {
  if (effects.length === 0) return 'unchanged'
  return effects.some(({ kind }) => kind !== 'change') ? 'new' : 'changed'
}

/** Finds an organisation by its code, or by its name with or without "kommun"; a name that two have finds none. */
function organisationFinder(organisations: KnownOrganisation[]) {
  const byCode = new Map(organisations.map((one) => [one.code.toLowerCase(), one]))
  const byName = Map.groupBy(organisations, ({ name }) => plain(name))
  const named = (name: string) => {
    const found = byName.get(name)
    return found?.length === 1 ? (found[0] ?? null) : null
  }
  return (asked: CheckedRow['organisation']): KnownOrganisation | null => {
    if ('code' in asked) return byCode.get(asked.code.toLowerCase()) ?? null
    const name = plain(asked.name)
    const short = name.replace(/ (kommun|stad)$/, '')
    return named(name) ?? named(short) ?? named(short.replace(/s$/, ''))
  }
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ')
}
