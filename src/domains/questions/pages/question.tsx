import { otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { questionPaths } from '../paths.ts'
import type { Recipient } from '../question-queries.ts'
import { textsOf } from '../texts.ts'
import { Answers, type AnswersProps } from './answers.tsx'
import { MoreWays, type MoreWaysProps } from './more-ways.tsx'
import { OwnPart } from './own-part.tsx'
import { SentTo } from './sent-to.tsx'
import { WriterName } from './writer-name.tsx'

/** Who reads a question. */
export interface Reader {
  personId: number
  /** Has asked it. */
  asked: boolean
  /** May hide it. */
  moderates: boolean
  follows: boolean
  /** Was sent it, and why. */
  sent: Recipient | undefined
}

export interface QuestionPageProps extends AnswersProps, MoreWaysProps {
  done: string | undefined
  /** The key figures that it is about. */
  figures: { id: string; title: string; path: string }[]
  /** Whom it was sent to; for who asked and for the secretariat. */
  recipients: Recipient[] | null
  /** Names of those who suggested somebody. */
  names: Map<number, { name: string }>
}

/** A question on a page of its own, as far as the reader may see it. */
export function QuestionPage(props: QuestionPageProps) {
  const { l, question, reader, done, recipients, names } = props
  const texts = textsOf(l)
  const lang = otherLanguage(question.language, l)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(props.errors, texts.errors)} />
      <Done text={done && texts.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(questionPaths.list), label: texts.list.title }]} />
      {question.hiddenAt && (
        <Notice tone="warning">
          <p>{texts.question.hidden(question.hiddenReason)}</p>
        </Notice>
      )}
      <PageHeader eyebrow={texts.question.eyebrow} title={<span lang={lang}>{question.title}</span>}>
        <Facts {...props} />
      </PageHeader>
      {question.body && (
        <div class="narrow" lang={lang}>
          <Markdown text={question.body} />
        </div>
      )}
      <Ties {...props} />
      {reader && <OwnPart {...props} reader={reader} />}
      {question.state === 'closed' && (
        <Notice>
          <p>{texts.question.closed(question.closedReason)}</p>
        </Notice>
      )}
      <Answers {...props} />
      {recipients && (
        <SentTo l={l} question={question} recipients={recipients} names={names} own={reader?.asked} />
      )}
      <MoreWays {...props} />
    </>
  )
}

function Facts({ l, question, reader }: QuestionPageProps) {
  const texts = textsOf(l)
  const t = texts.question
  const { askedAt, editedAt, audience, madeUp } = question
  const asked = t.asked(l.date(askedAt))
  return (
    <>
      <p>
        <WriterName l={l} piece={question} member={reader !== null} />
      </p>
      <p class="subtle">
        {editedAt ? `${asked}, ${t.edited(l.date(editedAt))}` : asked}{' '}
        <Tag tone="outline">{audience === 'everyone' ? texts.list.public : t.membersOnly}</Tag>
      </p>
      {madeUp && (
        <p>
          <MadeUpBadge label={texts.madeUp} /> {t.madeUp}
        </p>
      )}
    </>
  )
}

function Ties({ l, question, figures }: QuestionPageProps) {
  const ties = [
    ...figures.map(({ title, path }) => ({ href: path, label: title })),
    ...question.subjects.map((subject) => ({
      href: `${questionPaths.list}?amne=${subject.id}`,
      label: subject[l.language],
    })),
  ]
  if (ties.length === 0) return null
  return (
    <p>
      {textsOf(l).question.about}:{' '}
      {ties.map(({ href, label }, i) => (
        <span key={href}>
          {i > 0 && ', '}
          <a href={l.href(href)}>{label}</a>
        </span>
      ))}
    </p>
  )
}
