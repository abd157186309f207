import type { Typed } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import type { Comment } from '../comment-queries.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { isDoable } from '../rules/state.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { textsOf } from '../texts.ts'
import type { Version } from '../version-queries.ts'
import { CommentForm, CommentPiece } from './comments.tsx'
import { MatterFrame } from './matter-frame.tsx'

export interface TextPageProps {
  l: Locale
  matter: Matter
  /** Undefined while nothing is written. */
  version: Version | undefined
  /** The paragraphs with their key figures drawn, by id. */
  drawn: Map<number, string>
  comments: Comment[]
  drafts: boolean
  done: string | undefined
  /** The comment that came back. */
  form?: { paragraph: number; typed: Typed; errors: Record<string, string> } | undefined
}

/** The text as it is now, paragraph by paragraph, with what members say of each. */
export function TextPage(props: TextPageProps) {
  const { l, matter, version, comments, drafts, done, form } = props
  const texts = textsOf(l)
  const t = texts.text
  const mayWrite = drafts && isDoable('write-text', matter.state)
  const ids = new Set(version?.paragraphs.map(({ id }) => id))
  const orphans = comments.filter(({ paragraph }) => !ids.has(paragraph))
  return (
    <>
      {form && <ErrorSummary l={l} errors={errorTexts(form.errors, texts.errors)} />}
      <MatterFrame l={l} matter={matter} view="text" member done={done}>
        {!version && (
          <EmptyState title={t.none}>
            <p>{mayWrite ? t.noneDrafter : t.noneMember}</p>
          </EmptyState>
        )}
        {version && (
          <p class="subtle">
            {t.version(version.number, version.writer ?? texts.forgotten, l.moment(version.writtenAt))}
          </p>
        )}
        {mayWrite && (
          <p>
            <ButtonLink href={l.href(advocacyPaths.write(matter.id))}>{t.write}</ButtonLink>
          </p>
        )}
        {version &&
          numbered(version.paragraphs).map(({ id, number }) => (
            <ParagraphPiece key={id} {...props} version={version} id={id} number={number} />
          ))}
        {orphans.length > 0 && (
          <section class="flow" aria-labelledby="borta">
            <h2 id="borta">{t.orphans}</h2>
            <p>{t.orphansLead}</p>
            {orphans.map((comment) => (
              <CommentPiece
                key={comment.id}
                l={l}
                matter={matter}
                comment={comment}
                drafts={drafts}
                latest={version?.number}
              />
            ))}
          </section>
        )}
      </MatterFrame>
    </>
  )
}

function ParagraphPiece({
  l,
  matter,
  version,
  drawn,
  comments,
  drafts,
  form,
  id,
  number,
}: TextPageProps & { version: Version; id: number /** Null for a heading. */; number: number | null }) {
  const t = textsOf(l).text
  const own = comments.filter(({ paragraph }) => paragraph === id)
  return (
    <section
      class="draft-paragraph"
      id={`stycke-${id}`}
      aria-label={number === null ? undefined : t.paragraph(number)}
    >
      <p class="draft-paragraph__number" aria-hidden="true">
        {number}
      </p>
      <div class="flow" lang={otherLanguage(matter.language, l)}>
        <Markdown text={drawn.get(id) ?? ''} level={2} />
      </div>
      <div class="draft-paragraph__said flow">
        {own.map((comment) => (
          <CommentPiece
            key={comment.id}
            l={l}
            matter={matter}
            comment={comment}
            drafts={drafts}
            latest={version.number}
          />
        ))}
        {number !== null && isDoable('comment', matter.state) && (
          <CommentForm
            l={l}
            matter={matter}
            version={version.number}
            paragraph={id}
            number={number}
            form={form?.paragraph === id ? form : undefined}
          />
        )}
      </div>
    </section>
  )
}

/** The paragraphs with their numbers; headings have none, and are not commented on by themselves. */
function numbered(paragraphs: Paragraph[]): { id: number; number: number | null }[] {
  let count = 0
  return paragraphs.map(({ id, text }) => {
    if (/^#{1,6} [^\n]*$/.test(text)) return { id, number: null }
    count += 1
    return { id, number: count }
  })
}
