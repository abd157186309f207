import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Tag } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { isDoable } from '../rules/state.ts'
import type { Section } from '../section-queries.ts'
import { textsOf } from '../texts.ts'
import { MatterFrame } from './matter-frame.tsx'

export interface SectionsPageProps {
  l: Locale
  matter: Matter
  sections: Section[]
  drafts: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The sections that a consultation is cut into, and how far each has come. */
export function SectionsPage(props: SectionsPageProps) {
  const { l, matter, sections, drafts, errors, done } = props
  const texts = textsOf(l)
  const t = texts.sections
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <MatterFrame l={l} matter={matter} view="sections" member done={done}>
        <p>{t.lead}</p>
        {sections.length === 0 && <EmptyState title={t.none} />}
        {sections.length > 0 && (
          <ol class="task-list">
            {sections.map((section) => (
              <li key={section.id}>
                <span>
                  <a href={l.href(advocacyPaths.section(matter.id, section.id))}>{section.title}</a>
                  <span class="task-list__by">
                    {section.questionId === null ? t.notSent : t.progress(section.asked, section.answers)}
                  </span>
                </span>
                {section.questionId === null ? (
                  drafts &&
                  isDoable('edit-facts', matter.state) && (
                    <a href={l.href(advocacyPaths.editSection(matter.id, section.id))}>
                      {t.editAndSend}
                      <span class="sr-only">: {section.title}</span>
                    </a>
                  )
                ) : (
                  <Tag tone={section.answers > 0 ? 'brand' : 'outline'}>{t.answers(section.answers)}</Tag>
                )}
              </li>
            ))}
          </ol>
        )}
        {drafts && isDoable('edit-facts', matter.state) && <CutForm {...props} />}
      </MatterFrame>
    </>
  )
}

function CutForm({ l, matter, sections, typed, errors }: SectionsPageProps) {
  const texts = textsOf(l)
  const t = texts.sections
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <Details
      summary={t.cut}
      open={sections.length === 0 || errors.remisstext !== undefined || Boolean(typed.remisstext)}
    >
      {matter.documents.length > 0 && (
        <p>
          {t.fromDocument}{' '}
          {matter.documents.map(({ id, title }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <a href={`${l.href(advocacyPaths.sections(matter.id))}?dokument=${id}`}>{title}</a>
            </span>
          ))}
        </p>
      )}
      <form class="form form--wide" method="post" action={l.href(advocacyPaths.cut(matter.id))} noValidate>
        <Textarea {...field('remisstext')} label={t.cutText} hint={t.cutHint} rows={12} />
        <Button variant="secondary">{t.cutButton}</Button>
      </form>
    </Details>
  )
}
