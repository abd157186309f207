import type { ChartOfMember } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import type { Comment } from '../peers/comment-queries.ts'
import { type CommentPart, commentParts } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { ChartList } from './chart-list.tsx'
import { CommentList } from './comment-list.tsx'
import { Story, type StoryPart } from './story.tsx'

export interface PreviewPageProps {
  l: Locale
  example: Example
  charts: ChartOfMember[]
  comments: Comment[]
  subjects: Map<string, string>
  /** The reader is a colleague who is asked to comment. */
  asked: boolean
  /** The reader writes the example. */
  mayEdit: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

const beside: CommentPart[] = ['problem', 'action', 'result', 'differently']

/** The draft as it will look, with what colleagues say beside its parts, and the form to say more. */
export function PreviewPage(props: PreviewPageProps) {
  const { l, example, charts, comments, subjects, asked, mayEdit, errors, done } = props
  const texts = textsOf(l)
  const t = texts.preview
  const list = (some: Comment[]) => <CommentList l={l} example={example} comments={some} mayEdit={mayEdit} />
  const under = (part: StoryPart) => (
    <>
      {list(comments.filter((comment) => comment.part === part))}
      <p>
        <a href={`?del=${part}#kommentera`} aria-label={t.commentOn(texts.commentParts[part])}>
          {t.comment}
        </a>
      </p>
    </>
  )
  const others = comments.filter(({ part }) => !beside.includes(part))
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && t.notices[done]} />
      <Notice>
        <p>{mayEdit ? t.forWriters : t.forPeers(example.organisation.name)}</p>
        {mayEdit && (
          <p>
            <ButtonLink variant="secondary" href={l.href(examplePaths.draft(example.id))}>
              {t.edit}
            </ButtonLink>
          </p>
        )}
      </Notice>
      <Story l={l} example={example} subjects={subjects} under={under} />
      {charts.length > 0 && (
        <section class="flow" aria-labelledby="nyckeltalen">
          <h2 id="nyckeltalen">{texts.example.figures}</h2>
          <ChartList l={l} charts={charts} />
        </section>
      )}
      <section class="flow" aria-labelledby="kommentarer">
        <h2 id="kommentarer">{t.comments}</h2>
        {comments.length === 0 && <p>{t.noComments}</p>}
        {others.length < comments.length && <p class="subtle">{t.besideTheParts}</p>}
        {list(others)}
        <CommentForm {...props} />
        {asked && comments.length === 0 && (
          <form method="post" action={l.href(examplePaths.nothingToAdd(example.id))}>
            <Button variant="tertiary">{t.nothingToAdd}</Button>
          </form>
        )}
      </section>
    </>
  )
}

function CommentForm({ l, example, typed, errors }: PreviewPageProps) {
  const texts = textsOf(l)
  const t = texts.preview
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form
      id="kommentera"
      class="form"
      method="post"
      action={l.href(examplePaths.comment(example.id))}
      noValidate
    >
      <h3>{t.write}</h3>
      <Select
        id="del"
        name="del"
        label={t.part}
        value={textIn(typed, 'del')}
        options={commentParts.map((part) => ({ value: part, label: texts.commentParts[part] }))}
      />
      <Textarea {...field('kommentar')} label={t.body} hint={t.bodyHint} rows={5} />
      <p class="row">
        <Button>{t.send}</Button>
      </p>
    </form>
  )
}
