import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { cutMarks } from '#platform/mail/receive-text.ts'
import { questionPaths } from '../paths.ts'
import { reasonWords } from '../reason-words.ts'
import type { DueNotice } from './due-queries.ts'
import { textsOf } from './texts.ts'

interface Frame {
  l: Locale
  name: string
  baseUrl: string
  /** Where the reader chooses how often. */
  choice: string
  unsubscribe: string
}

/** So much of a text stands in a mail about one question, and of each in one about many. */
const shown = { whole: 3000, digest: 400 }

/** What a person is told of one question; `replies` says whether an answer to the mail is taken. */
export function questionMail({
  notices,
  replies,
  ...frame
}: Frame & { notices: DueNotice[]; replies: boolean }) {
  const { l, baseUrl, name } = frame
  const t = textsOf(l).mail
  const [first] = notices
  const title = first?.title ?? ''
  return writeMail({
    language: l.language,
    subject: notices.some(({ kind }) => kind === 'asked') ? title : t.answerSubject(title),
    paragraphs: [
      ...(replies ? [t.mark(cutMarks[l.language === 'sv' ? 0 : 1])] : []),
      t.greeting(name),
      ...(notices.some(({ kind }) => kind === 'asked') ? [] : [title]),
      ...notices.flatMap((notice) => told(notice, l, shown.whole)),
      ...(first?.madeUp ? [t.madeUp] : []),
      ...(replies ? [t.replyHow] : []),
    ],
    button: {
      label: t.button,
      href: baseUrl + l.href(questionPaths.question(first?.questionId ?? 0, title)),
    },
    footer: footerOf(frame),
  })
}

/** What a person is told of several questions, in one mail. */
export function digestMail({
  questions,
  ...frame
}: Frame & { questions: { notices: DueNotice[]; replyTo: string | undefined }[] }) {
  const { l, baseUrl, name } = frame
  const t = textsOf(l).mail
  return writeMail({
    language: l.language,
    subject: t.digestSubject(questions.length),
    paragraphs: [
      t.greeting(name),
      t.digestLead,
      ...questions.map(({ notices, replyTo }) => {
        const { title = '', questionId = 0, madeUp = false } = notices[0] ?? {}
        return [
          title,
          ...notices.flatMap((notice) => told(notice, l, shown.digest, false)),
          ...(madeUp ? [t.madeUp] : []),
          baseUrl + l.href(questionPaths.question(questionId, title)),
          ...(replyTo ? [t.replyTo(replyTo)] : []),
        ].join('\n')
      }),
    ],
    button: { label: t.digestButton, href: baseUrl + l.href(questionPaths.list) },
    footer: footerOf(frame),
  })
}

function footerOf({ l, choice, unsubscribe }: Frame): string[] {
  const t = textsOf(l).mail
  return [t.choose(choice), t.stop(unsubscribe), t.from]
}

/** What has happened, in paragraphs. */
function told(notice: DueNotice, l: Locale, most: number, withTitle = true): string[] {
  const t = textsOf(l).mail
  const { kind, title, body, asker, askedFrom, answer, hiddenReason, reasons } = notice
  switch (kind) {
    case 'asked':
      return [
        t.asked(t.who(asker ?? t.someone, askedFrom)),
        ...(withTitle ? [title] : []),
        ...(body ? [shortened(body, most, l)] : []),
        ...(reasons.length > 0 ? [t.why(l.list(reasonWords(reasons, { l, voice: 'you' })))] : []),
      ]
    case 'answered':
      return answer
        ? [t.answered(t.who(answer.writer ?? t.someone, answer.from)), shortened(answer.body, most, l)]
        : []
    case 'accepted':
      return [t.accepted]
    case 'thanked':
      return [t.thanked]
    case 'still-true':
      return [t.stillTrue]
    case 'hidden':
      return [t.hidden(hiddenReason)]
  }
}

function shortened(text: string, most: number, l: Locale): string {
  if (text.length <= most) return text
  return `${text.slice(0, most).replace(/\s+\S*$/, '')} ${textsOf(l).mail.cut}`
}

interface Refused {
  l: Locale
  name: string
  title: string
  href: string
}

/** Says why an answer by mail was not taken, and what to do instead. */
export function refusedMail({ l, name, title, href, reason }: Refused & { reason: string }) {
  const { refused: t, mail } = textsOf(l)
  return writeMail({
    language: l.language,
    subject: t.subject,
    paragraphs: [
      mail.greeting(name),
      t.reasons[reason] ?? t.other,
      ...(title ? [t.about(title)] : []),
      t.how,
    ],
    button: { label: t.button, href },
    footer: [t.from],
  })
}

/** Says that an answer was taken, but not the files that came with it. */
export function attachedMail({ l, name, title, href, files }: Refused & { files: number }) {
  const { refused: t, mail } = textsOf(l)
  return writeMail({
    language: l.language,
    subject: t.subjectAttached,
    paragraphs: [mail.greeting(name), t.attached(files), t.about(title)],
    button: { label: t.button, href },
    footer: [t.from],
  })
}
