import { roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { PublicContact } from '../public-contact-queries.ts'
import { textsOf } from '../texts.ts'

/** The contact persons who chose to be seen by everyone; the others are found by members, logged in. */
export function PublicContacts({ l, contacts }: { l: Locale; contacts: PublicContact[] }) {
  const t = textsOf(l).public
  return (
    <section aria-labelledby="kontaktpersoner">
      <h2 id="kontaktpersoner">{t.contacts}</h2>
      {contacts.length > 0 && (
        <ul>
          {contacts.map(({ name, title, role, email, phone, madeUp }) => (
            <li key={role}>
              {[name, title].filter(Boolean).join(', ')} ({roleName(role, l).toLocaleLowerCase(l.tongue)}){' '}
              {email && <a href={`mailto:${email}`}>{email}</a>} {phone}{' '}
              {madeUp && <MadeUpBadge label={t.madeUp} />}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={l.href('/kontakter')}>{t.moreContacts}</a>
      </p>
    </section>
  )
}
