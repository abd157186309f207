import {
  type Answer,
  type Question,
  questionPaths,
  type Recipient,
  SentTo,
} from '#domains/questions/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { OwnFigure } from '../figures/own-figures.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { isDoable } from '../rules/state.ts'
import type { Section } from '../section-queries.ts'
import { textsOf } from '../texts.ts'
import { MatterFrame } from './matter-frame.tsx'

export interface SectionPageProps {
  l: Locale
  matter: Matter
  section: Section
  /** What the section was sent as; null until then. */
  sent: {
    question: Question
    recipients: Recipient[]
    names: Map<number, { name: string }>
    answers: Answer[]
  } | null
  /** The reader's own organisation and its key figures. */
  own: { code: string; name: string; figures: OwnFigure[] } | null
  drafts: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** One section: what it says, whom it was sent to and why, what they answer, and the reader's own figures beside. */
export function SectionPage(props: SectionPageProps) {
  const { l, matter, section, sent, errors, drafts, done } = props
  const texts = textsOf(l)
  const t = texts.sections
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <MatterFrame l={l} matter={matter} view="sections" member done={done}>
        <section class="flow" aria-labelledby="delen">
          <h2 id="delen">{section.title}</h2>
          <div class="flow" lang={otherLanguage(matter.language, l)}>
            <Markdown text={section.body} level={3} />
          </div>
        </section>
        {!sent && <p>{t.notSentYet}</p>}
        {!sent && drafts && isDoable('edit-facts', matter.state) && (
          <p>
            <ButtonLink variant="secondary" href={l.href(advocacyPaths.editSection(matter.id, section.id))}>
              {t.editAndSend}
            </ButtonLink>
          </p>
        )}
        {sent && <Answers {...props} answers={sent.answers} />}
        {sent && sent.question.state === 'open' && <AnswerForm {...props} />}
        {sent && (
          <>
            <SentTo
              l={l}
              question={sent.question}
              recipients={sent.recipients}
              names={sent.names}
              own={false}
            />
            <p>
              <a href={l.href(questionPaths.question(sent.question.id, sent.question.title))}>
                {t.asQuestion}
              </a>
            </p>
          </>
        )}
      </MatterFrame>
    </>
  )
}

function Answers({ l, answers }: SectionPageProps & { answers: Answer[] }) {
  const texts = textsOf(l)
  const t = texts.sections
  return (
    <section class="flow" aria-labelledby="svaren">
      <h2 id="svaren">{t.answersTitle(answers.length)}</h2>
      {answers.map(({ id, writer, organisation, writtenAt, body, madeUp }) => (
        <article key={id} class="card flow">
          <h3>
            {writer?.name ?? texts.forgotten}
            {organisation && `, ${organisation.name}`}
          </h3>
          <p class="subtle">
            {l.date(writtenAt)} {madeUp && <MadeUpBadge label={texts.madeUp} />}
          </p>
          <Markdown text={body} level={4} />
        </article>
      ))}
    </section>
  )
}

function AnswerForm({ l, matter, section, own, typed, errors }: SectionPageProps) {
  const texts = textsOf(l)
  const t = texts.sections
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form
      class="answer-with-figures"
      method="post"
      action={l.href(advocacyPaths.section(matter.id, section.id))}
      noValidate
    >
      <div class="flow">
        <h2 id="svara">{t.yourAnswer}</h2>
        <Textarea {...field('svar')} label={t.answer} hint={t.answerHint} rows={12} />
        <Button name="gor" value="svara">
          {t.send}
        </Button>
      </div>
      {own && own.figures.length > 0 && (
        <section class="flow" aria-labelledby="egna-tal">
          <h2 id="egna-tal">{t.ownFigures(own.name)}</h2>
          <p class="field-hint">{t.ownFiguresHint}</p>
          <ul class="own-figures">
            {own.figures.map(({ figureId, title, year, value, remark, marker }) => (
              <li key={figureId}>
                <span>
                  {title}
                  <br />
                  <strong>{value}</strong>{' '}
                  <span class="subtle">{[year, remark].filter(Boolean).join(', ')}</span>
                </span>
                <Button variant="secondary" name="tal" value={marker}>
                  {t.insert}
                  <span class="sr-only">: {title}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  )
}
