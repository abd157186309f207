import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { textsOf } from './texts.ts'

interface Asked {
  l: Locale
  name: string
  organisationName: string
  reason: string
  dueOn: string
  href: string
}

/** Asks a member to confirm its people. */
export function renewalMail({ l, name, organisationName, reason, dueOn, href }: Asked) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.asked.subject(organisationName),
    paragraphs: [t.greeting(name), t.asked.text(reason, organisationName, l.date(dueOn))],
    button: { label: t.asked.button, href },
    footer: [t.from],
  })
}

/** Asks once more. */
export function reminderMail({ l, name, organisationName, dueOn, href }: Asked) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.reminder.subject(organisationName),
    paragraphs: [t.greeting(name), t.reminder.text(organisationName, l.date(dueOn))],
    button: { label: t.asked.button, href },
    footer: [t.from],
  })
}

/** Thanks somebody whose role has ended. */
export function thanksMail({
  l,
  name,
  role,
  organisationName,
}: {
  l: Locale
  name: string
  role: string
  organisationName: string
}) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.thanks.subject(role, organisationName),
    paragraphs: [t.greeting(name), t.thanks.text(role, organisationName), t.thanks.wrong],
    footer: [t.from],
  })
}
