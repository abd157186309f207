import { type Language, localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { newsPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Says that a proposal has come out, and where. */
export function publishedMail(told: {
  name: string
  language: Language
  title: string
  slug: string
  baseUrl: string
}) {
  const l = localeOf(told.language)
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.published.subject(told.title),
    paragraphs: [t.greeting(told.name), t.published.text(told.title)],
    button: { label: t.published.button, href: told.baseUrl + l.href(newsPaths.item(told.slug)) },
    footer: [t.from],
  })
}

/** Says that a proposal will not come out, and why. */
export function declinedMail(told: { name: string; language: Language; title: string; reason: string }) {
  const l = localeOf(told.language)
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.declined.subject(told.title),
    paragraphs: [t.greeting(told.name), t.declined.text(told.title), told.reason, t.declined.again],
    footer: [t.from],
  })
}
