import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { questionPaths } from '../paths.ts'
import type { Question } from '../question-queries.ts'
import { reasonWords } from '../reason-words.ts'
import { textsOf } from '../texts.ts'
import type { Reader } from './question.tsx'

export interface OwnPartProps {
  l: Locale
  question: Question
  reader: Reader
  names: Map<number, { name: string }>
  typed: Typed
  errors: Record<string, string>
}

/** What a member can do with a question, and why just this member was sent it. */
export function OwnPart({ l, question, reader, names, typed, errors }: OwnPartProps) {
  const { id, title, state, hiddenAt } = question
  const texts = textsOf(l)
  const t = texts.question
  const { sent } = reader
  const isOpen = state === 'open' && !hiddenAt
  return (
    <>
      {sent && !sent.answeredAt && isOpen && (
        <Notice title={t.you}>
          <p>{t.youWhy(l.list(reasonWords(sent.reasons, { l, voice: 'you', names })))}</p>
          {sent.declinedAt ? (
            <p>{t.youDeclined}</p>
          ) : (
            <p>
              <a href={l.href(questionPaths.decline(id))}>{t.decline}</a>
            </p>
          )}
        </Notice>
      )}
      <div class="row">
        <form
          method="post"
          action={l.href(reader.follows ? questionPaths.unfollow(id) : questionPaths.follow(id))}
        >
          <Button variant="secondary">{reader.follows ? t.unfollow : t.follow}</Button>
        </form>
        {reader.asked && (
          <ButtonLink variant="secondary" href={l.href(questionPaths.edit(id))}>
            {t.edit}
          </ButtonLink>
        )}
        {(reader.asked || reader.moderates) && state === 'closed' && (
          <form method="post" action={l.href(questionPaths.reopen(id))}>
            <Button variant="secondary">{t.reopen}</Button>
          </form>
        )}
        <a href={l.href(questionPaths.report(id))} aria-label={`${t.report}: ${title}`}>
          {t.report}
        </a>
        {reader.moderates && !hiddenAt && <a href={`${l.href(questionPaths.hide)}?fraga=${id}`}>{t.hide}</a>}
      </div>
      {(reader.asked || reader.moderates) && isOpen && (
        <Details summary={t.close} open={errors.skal !== undefined}>
          <form class="form" method="post" action={l.href(questionPaths.close(id))} noValidate>
            <Input
              {...fieldsOf(typed, errors, texts.errors)('skal')}
              label={t.closeReason}
              hint={t.closeHint}
            />
            <Button variant="secondary">{t.close}</Button>
          </form>
        </Details>
      )}
    </>
  )
}
