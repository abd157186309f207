import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { questionPaths } from '../paths.ts'
import type { Answer, Question } from '../question-queries.ts'
import { isAskedWhetherTrue } from '../rules/still-true.ts'
import { textsOf } from '../texts.ts'
import type { Reader } from './question.tsx'
import { WriterName } from './writer-name.tsx'

export interface AnswerPieceProps {
  l: Locale
  question: Question
  answer: Answer
  reader: Reader | null
}

/** One answer: who, when, what, whether it still holds, and what the reader can do with it. */
export function AnswerPiece(props: AnswerPieceProps) {
  const { l, question, answer, reader } = props
  const texts = textsOf(l)
  const t = texts.question
  const { id, writtenAt, editedAt, source, hiddenAt } = answer
  const isAccepted = question.acceptedAnswerId === id && !hiddenAt
  const written = t.answered(l.date(writtenAt))
  return (
    <article class={`card answer${isAccepted ? ' card--accent' : ''}`} id={`svar-${id}`}>
      {hiddenAt && (
        <Notice tone="warning">
          <p>{t.hiddenAnswer(answer.hiddenReason)}</p>
        </Notice>
      )}
      {isAccepted && (
        <p>
          <Tag tone="brand">{t.accepted}</Tag> {t.acceptedBy}
        </p>
      )}
      <h3 class="answer__who">
        <WriterName l={l} piece={answer} member={reader !== null} />
      </h3>
      <p class="subtle">
        {editedAt ? `${written}, ${t.edited(l.date(editedAt))}` : written}
        {source === 'mail' && ` ${t.byMail}`} {answer.madeUp && <MadeUpBadge label={texts.madeUp} />}{' '}
        {reader && question.audience === 'everyone' && answer.audience === 'members' && (
          <Tag tone="outline">{t.membersOnly}</Tag>
        )}
      </p>
      <Markdown text={answer.body} level={4} />
      <Holding l={l} answer={answer} />
      {reader && !hiddenAt && <Actions {...props} reader={reader} />}
    </article>
  )
}

/** What its writer has said of whether it still holds. */
function Holding({ l, answer }: Pick<AnswerPieceProps, 'l' | 'answer'>) {
  const t = textsOf(l).question
  const { confirmedOn, outdatedOn } = answer
  if (outdatedOn) {
    return (
      <p>
        <Tag tone="warning">{t.outdated(l.date(outdatedOn))}</Tag>
      </p>
    )
  }
  return confirmedOn ? <p class="subtle">{t.confirmed(l.date(confirmedOn))}</p> : null
}

function Actions({ l, question, answer, reader }: AnswerPieceProps & { reader: Reader }) {
  const texts = textsOf(l)
  const t = texts.question
  const { id, writer, thanks, thanked } = answer
  const isOwn = writer?.personId === reader.personId
  const name = writer?.name ?? texts.forgotten
  const report = `${l.href(questionPaths.report(question.id))}?svar=${id}`
  return (
    <>
      {isOwn && isAskedWhetherTrue(answer) && <StillTrue l={l} id={id} />}
      <div class="row">
        {thanks > 0 && <span class="subtle">{t.thanks(thanks)}</span>}
        {!isOwn && !thanked && (
          <OneClick path={l.href(questionPaths.thank(id))} label={t.thank} about={name} />
        )}
        {thanked && <span class="subtle">{t.thanked}</span>}
        {reader.asked && (
          <OneClick
            path={l.href(questionPaths.accept(id))}
            label={question.acceptedAnswerId === id ? t.unaccept : t.accept}
            about={name}
          />
        )}
        {isOwn && <a href={l.href(questionPaths.editAnswer(id))}>{t.editAnswer}</a>}
        {!isOwn && (
          <a href={report} aria-label={t.reportAnswer(name)}>
            {t.report}
          </a>
        )}
        {reader.moderates && (
          <a
            href={`${l.href(questionPaths.hide)}?fraga=${question.id}&svar=${id}`}
            aria-label={`${t.hide}: ${name}`}
          >
            {t.hide}
          </a>
        )}
      </div>
    </>
  )
}

function StillTrue({ l, id }: { l: Locale; id: number }) {
  const t = textsOf(l).question
  return (
    <Notice>
      <p>{t.stillTrue}</p>
      <div class="row">
        <OneClick path={l.href(questionPaths.stillTrue(id))} label={t.stillTrueYes} />
        <ButtonLink variant="secondary" href={l.href(questionPaths.editAnswer(id))}>
          {t.stillTrueUpdate}
        </ButtonLink>
        <OneClick path={l.href(questionPaths.outdated(id))} label={t.stillTrueNo} />
      </div>
    </Notice>
  )
}

/** A form of one button; `about` tells those who hear the page which of many it is. */
function OneClick({ path, label, about }: { path: string; label: string; about?: string }) {
  return (
    <form method="post" action={path}>
      <Button variant="secondary">
        {label}
        {about && <span class="sr-only">: {about}</span>}
      </Button>
    </form>
  )
}
