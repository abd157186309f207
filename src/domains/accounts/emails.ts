import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { textsOf } from './texts.ts'

/** The link that logs in. */
export function loginMail({ l, href, minutes }: { l: Locale; href: string; minutes: number }) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.login.subject,
    paragraphs: [t.greeting, t.login.text(minutes)],
    button: { label: t.login.button, href },
    footer: [t.login.ignore, t.from],
  })
}

/** A new role, and the way in. */
export function invitationMail(props: {
  l: Locale
  href: string
  role: string
  organisationName: string
  invitedBy: string
  days: number
}) {
  const { l, href, role, organisationName, invitedBy, days } = props
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.invitation.subject(organisationName),
    paragraphs: [t.greeting, t.invitation.text(invitedBy, role, organisationName), t.invitation.what],
    button: { label: t.invitation.button, href },
    footer: [t.invitation.valid(days), t.from],
  })
}

/** The link that makes a new address one's own. */
export function newAddressMail({ l, href }: { l: Locale; href: string }) {
  const { mails, myData } = textsOf(l)
  return writeMail({
    language: l.language,
    subject: myData.changeMail.subject,
    paragraphs: [mails.greeting, myData.changeMail.text],
    button: { label: myData.changeMail.button, href },
    footer: [mails.login.ignore, mails.from],
  })
}
