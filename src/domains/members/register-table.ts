import { roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { DataTable } from '#platform/table-files.ts'
import type { PersonRoleRow } from './people-queries.ts'
import { dayBefore } from './rules/membership.ts'
import type { RegisterRow } from './rules/register.ts'
import { textsOf } from './texts.ts'

const contacts = ['contact-politician', 'contact-official', 'reporter', 'invoice-recipient'] as const

/** The register as a table to take along. */
export function registerTable(rows: RegisterRow[], l: Locale, today: string): DataTable {
  const t = textsOf(l)
  const { columns } = t.files
  const names = [
    'code',
    'organisation',
    'kind',
    'county',
    'number',
    'status',
    'since',
    'lastDay',
    'notice',
  ] as const
  return {
    name: `register-${today}`,
    columns: [
      ...names.map((key) => ({ key, label: columns[key] })),
      ...contacts.map((role) => ({ key: role, label: roleName(role, l).toLocaleLowerCase('sv') })),
      { key: 'gaps', label: columns.gaps },
    ],
    rows: rows.map((row) => [
      row.code,
      row.name,
      t.kinds[row.kind],
      row.countyName,
      row.organisationNumber,
      t.statuses[row.status],
      row.since,
      row.until && dayBefore(row.until),
      row.noticeGivenOn,
      ...contacts.map(
        (role) =>
          row.holders
            .filter((holder) => holder.role === role)
            .map(({ name }) => name)
            .join(', ') || null,
      ),
      row.gaps,
    ]),
    notes: [t.files.registerNote(l.date(today))],
  }
}

/** People and their roles as a table, with the columns that an import reads. */
export function peopleTable(rows: PersonRoleRow[], l: Locale, today: string): DataTable {
  const { columns, peopleNote } = textsOf(l).files
  const names = ['code', 'organisation', 'role', 'name', 'email', 'title', 'phone'] as const
  return {
    name: `personer-${today}`,
    columns: names.map((key) => ({ key, label: columns[key] })),
    rows: rows.map((row) => [
      row.organisationCode,
      row.organisationName,
      row.role && roleName(row.role, l),
      row.name,
      row.email,
      row.title || null,
      row.phone || null,
    ]),
    notes: [peopleNote(l.date(today))],
  }
}
