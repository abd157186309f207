import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import type { Unanswered } from './moderation-queries.ts'
import { questionPaths } from './paths.ts'
import { textsOf } from './texts.ts'

const dayInMs = 24 * 60 * 60 * 1000

/** The week's list of questions that nobody has answered, for the secretariat. */
export function unansweredMail({
  l,
  baseUrl,
  questions,
  now,
}: {
  l: Locale
  baseUrl: string
  questions: Unanswered[]
  now: Date
}) {
  const t = textsOf(l).mail
  return writeMail({
    language: l.language,
    subject: t.subject(questions.length),
    paragraphs: [
      t.lead(questions.length),
      ...questions.map((question) => {
        const { id, title, organisation, sentTo, askedAt } = question
        const days = Math.floor((now.getTime() - askedAt.getTime()) / dayInMs)
        return [
          title,
          t.line(organisation, days, sentTo),
          baseUrl + l.href(questionPaths.question(id, title)),
        ].join('\n')
      }),
    ],
    button: { label: t.button, href: baseUrl + l.href(questionPaths.office) },
    footer: [t.why],
  })
}
