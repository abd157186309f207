import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import type { Comment } from '../peers/comment-queries.ts'
import { textsOf } from '../texts.ts'

export interface CommentListProps {
  l: Locale
  example: Example
  comments: Comment[]
  /** The reader writes the example, and can say that a comment has been dealt with. */
  mayEdit: boolean
}

/** What colleagues say of a part; nothing when nobody has said anything. */
export function CommentList({ l, example, comments, mayEdit }: CommentListProps) {
  const { comments: t, commentParts, madeUp } = textsOf(l)
  if (comments.length === 0) return null
  return (
    <ul class="comments" aria-label={t.list}>
      {comments.map(({ id, part, body, author, madeUp: isMadeUp, writtenAt, dealtWithAt }) => (
        <li key={id} class="flow">
          <p class="subtle">
            <strong>{author || t.nobody}</strong> {isMadeUp && <MadeUpBadge label={madeUp} />}{' '}
            {t.about(commentParts[part])}, {l.date(writtenAt)}
          </p>
          <p class="written">{body}</p>
          {dealtWithAt ? (
            <Tag tone="brand">{t.dealtWith}</Tag>
          ) : (
            mayEdit && (
              <form method="post" action={l.href(examplePaths.dealtWith(example.id, id))}>
                <Button variant="secondary">{t.dealWith}</Button>
              </form>
            )
          )}
        </li>
      ))}
    </ul>
  )
}
