import type { Database } from '#database/tables.ts'
import { roleName } from '#domains/accounts/index.ts'
import type { Domain } from '#platform/http/context.ts'
import { eraseContact, forgetOldMessages, readContactData } from './card-queries.ts'
import { listNeighbours } from './neighbour-queries.ts'
import { contactPaths } from './paths.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

/** Who knows what in the network, and writing to them. */
export const contacts: Domain<Database> = {
  name: 'contacts',
  routes,
  menu: [{ href: contactPaths.search, label: { sv: 'Kontakter', en: 'Contacts' }, only: 'members' }],
  handover: async ({ db, locale: l, today }, { organisationCode, role }) => {
    const t = textsOf(l).handover
    const people = await listNeighbours(db, organisationCode, role, today)
    return [
      {
        title: t.title,
        empty: t.empty,
        lines: people.map(({ personId, name, organisation }) => ({
          text: t.line(name, roleName(role, l).toLocaleLowerCase(l.language), organisation),
          href: contactPaths.person(personId),
        })),
      },
    ]
  },
  personalData: readContactData,
  erase: eraseContact,
  jobs: [{ name: 'forget-old-messages', schedule: '40 3 * * *', run: ({ db }) => forgetOldMessages(db) }],
}
