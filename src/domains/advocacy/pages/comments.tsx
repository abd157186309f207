import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { Once } from '#ui/components/once.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Comment } from '../comment-queries.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { isDoable } from '../rules/state.ts'
import { textsOf } from '../texts.ts'

export interface CommentPieceProps {
  l: Locale
  matter: Matter
  comment: Comment
  drafts: boolean
  /** The number of the last version. */
  latest: number | undefined
}

/** What somebody says of a paragraph, and whether the drafters have dealt with it. */
export function CommentPiece({ l, matter, comment, drafts, latest }: CommentPieceProps) {
  const texts = textsOf(l)
  const t = texts.text
  const { id, writer, organisation, writtenAt, body, dealtWithAt, version, madeUp } = comment
  const name = writer ?? texts.forgotten
  return (
    <article class={`comment flow${dealtWithAt ? ' comment--done' : ''}`}>
      <p>
        <strong>{name}</strong>
        {organisation && `, ${organisation}`} <span class="subtle">{l.date(writtenAt)}</span>{' '}
        {version !== latest && <span class="subtle">{t.ofVersion(version)}</span>}{' '}
        {dealtWithAt && <Tag tone="brand">{t.dealtWith}</Tag>}{' '}
        {madeUp && <MadeUpBadge label={texts.madeUp} />}
      </p>
      <Markdown text={body} level={4} />
      {drafts && isDoable('comment', matter.state) && (
        <form method="post" action={l.href(advocacyPaths.dealtWith(matter.id, id))}>
          <Button variant="tertiary">
            {dealtWithAt ? t.notDealtWith : t.dealWith}
            <span class="sr-only">: {name}</span>
          </Button>
        </form>
      )}
    </article>
  )
}

export interface CommentFormProps {
  l: Locale
  matter: Matter
  version: number
  paragraph: number
  /** Its place in the text. */
  number: number
  form: { typed: Typed; errors: Record<string, string> } | undefined
}

/** Where somebody comments on one paragraph. */
export function CommentForm({ l, matter, version, paragraph, number, form }: CommentFormProps) {
  const texts = textsOf(l)
  const error = form?.errors.kommentar
  return (
    <Details summary={texts.text.comment(number)} open={form !== undefined}>
      <form class="form" method="post" action={l.href(advocacyPaths.comment(matter.id))} noValidate>
        <Once />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="stycke" value={paragraph} />
        <Textarea
          id={form ? 'kommentar' : `kommentar-${paragraph}`}
          name="kommentar"
          label={texts.text.commentLabel(number)}
          value={textIn(form?.typed ?? {}, 'kommentar')}
          error={error && (texts.errors[error] ?? error)}
          rows={4}
        />
        <Button variant="secondary">{texts.text.sendComment}</Button>
      </form>
    </Details>
  )
}
