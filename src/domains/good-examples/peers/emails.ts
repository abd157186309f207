import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Asks a colleague to comment on a draft. */
export function askingMail({
  l,
  baseUrl,
  asker,
  organisation,
  title,
  id,
}: {
  l: Locale
  baseUrl: string
  asker: string
  organisation: string
  title: string
  id: number
}) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.ask.subject(organisation, title),
    paragraphs: [t.ask.text(asker, organisation, title), t.ask.how],
    button: { label: t.ask.button, href: baseUrl + l.href(examplePaths.preview(id)) },
    footer: [t.ask.why, t.from],
  })
}

/** Tells the one who asked that a colleague has answered. */
export function answeredMail({
  l,
  baseUrl,
  peer,
  title,
  id,
  said,
}: {
  l: Locale
  baseUrl: string
  peer: string
  title: string
  id: number
  said: boolean
}) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.answered.subject(peer),
    paragraphs: [said ? t.answered.said(peer, title) : t.answered.nothing(peer, title)],
    button: { label: t.answered.button, href: baseUrl + l.href(examplePaths.preview(id)) },
    footer: [t.from],
  })
}
