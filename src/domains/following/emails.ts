import type { Happening } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { textsOf } from './texts.ts'

/** So many happenings are told one by one. */
const most = 25

export interface Digest {
  l: Locale
  name: string
  baseUrl: string
  /** The newest first. */
  happenings: Happening[]
  mine: string
  manage: string
  unsubscribe: string
}

/** What has happened with what somebody follows, in one mail. */
export function digestMail({ l, name, baseUrl, happenings, mine, manage, unsubscribe }: Digest) {
  const t = textsOf(l).digest
  const told = happenings.slice(0, most)
  const left = happenings.length - told.length
  return writeMail({
    language: l.language,
    subject: t.subject(happenings.length),
    paragraphs: [
      t.greeting(name),
      t.lead,
      ...told.map(
        ({ at, text, href, madeUp }) =>
          `${l.date(at)}: ${text}${madeUp ? ` (${t.madeUp})` : ''}\n${baseUrl}${l.href(href)}`,
      ),
      ...(left > 0 ? [t.more(left)] : []),
    ],
    button: { label: t.button, href: mine },
    footer: [t.why, t.manage(manage), t.stop(unsubscribe), t.from],
  })
}
