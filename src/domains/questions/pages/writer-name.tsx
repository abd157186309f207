import { contactPaths } from '#domains/contacts/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'

/** Who wrote something: by name for members, by organisation for everyone else. */
export function WriterName({
  l,
  piece: { writer, organisation },
  member,
}: {
  l: Locale
  piece: Pick<Question, 'writer' | 'organisation'>
  member: boolean
}) {
  const texts = textsOf(l)
  const place =
    organisation &&
    (/^\d{4}$/.test(organisation.code) ? (
      <a href={l.href(organisationPaths.profile(organisation.code))}>{organisation.name}</a>
    ) : (
      organisation.name
    ))
  if (!member) return <>{organisation ? texts.visitorWriter(organisation.name) : texts.someone}</>
  return (
    <>
      {writer ? <a href={l.href(contactPaths.person(writer.personId))}>{writer.name}</a> : texts.forgotten}
      {writer?.title && `, ${writer.title}`}
      {place && <>, {place}</>}
    </>
  )
}
