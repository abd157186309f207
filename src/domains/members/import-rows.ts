import { z } from 'zod'
import { memberRoles, type Role, roleName } from '#domains/accounts/index.ts'
import { emailAddress, line, optionalLine } from '#platform/http/form.ts'
import { localeOf } from '#platform/i18n.ts'
import { organisationNumber, peppolParticipant } from './rules/identifiers.ts'
import type { ImportColumn, ReadRow } from './rules/import-columns.ts'
import type { CheckedRow, RowFault } from './rules/import-plan.ts'

/** Roles by their names in both languages and in the code, in lower case. */
const roleByName = new Map<string, Role>(
  memberRoles.flatMap((role) =>
    [role, roleName(role, localeOf('sv')), roleName(role, localeOf('en'))].map((name): [string, Role] => [
      name.toLocaleLowerCase('sv'),
      role,
    ]),
  ),
)

const name = line('name-missing')
const email = emailAddress()
const title = optionalLine()
const phone = optionalLine(50)

/** Reads one row of a file: what it says of a person and of an organisation, or everything that is wrong in it. */
export function checkRow({ line: at, values }: ReadRow): CheckedRow {
  const faults: RowFault[] = []
  const check = <T>(column: ImportColumn, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(values[column] ?? '')
    if (parsed.success) return parsed.data
    faults.push({ column, reason: parsed.error.issues[0]?.message ?? 'wrong' })
    return undefined
  }
  const code = values.organisationskod
  const organisation = code
    ? { code: /^\d{1,3}$/.test(code) ? code.padStart(4, '0') : code }
    : { name: values.organisation ?? '' }
  if ('name' in organisation && !organisation.name) {
    faults.push({ column: 'organisationskod', reason: 'organisation-missing' })
  }

  const personal = (['roll', 'namn', 'e-post', 'titel', 'telefon'] as const).some((column) => values[column])
  const role = personal ? check('roll', roleSchema) : undefined
  const person = personal && {
    name: check('namn', name),
    email: check('e-post', email),
    title: check('titel', title),
    phone: check('telefon', phone),
  }
  const number = values.organisationsnummer ? check('organisationsnummer', numberSchema) : undefined
  const einvoice = values['e-fakturaadress'] ? check('e-fakturaadress', einvoiceSchema) : undefined
  if (!personal && !values.organisationsnummer && !values['e-fakturaadress']) {
    faults.push({ column: 'namn', reason: 'row-empty' })
  }
  return {
    line: at,
    organisation,
    person:
      person && role && person.name && person.email
        ? {
            role,
            name: person.name,
            email: person.email,
            title: person.title ?? '',
            phone: person.phone ?? '',
          }
        : null,
    organisationNumber: number ?? null,
    einvoiceAddress: einvoice ?? null,
    faults,
  }
}

const roleSchema = readAs((text) => roleByName.get(text.toLocaleLowerCase('sv')) ?? null, 'role-unknown')
const numberSchema = readAs(organisationNumber, 'number-wrong')
const einvoiceSchema = readAs(peppolParticipant, 'einvoice-wrong')

function readAs<T>(read: (text: string) => T | null, wrong: string) {
  return z.string().transform((text, context): T => {
    const value = read(text)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
}
