import type { Typed } from '#platform/http/form.ts'
import { textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { MeetingItem } from '../../queries.ts'
import { votingPaths } from '../paths.ts'
import { votingTexts } from '../texts.ts'

export interface NewPageProps {
  l: Locale
  year: string
  items: MeetingItem[]
  /** The paragraph on secret elections, when the statutes have that rule. */
  secretElections: number | null
  typed: Typed
  errors: Record<string, string>
}

/** The form that opens a ballot on an item. */
export function NewPage({ l, year, items, secretElections, typed, errors }: NewPageProps) {
  const texts = votingTexts(l)
  const t = texts.new
  const field = fieldsOf(typed, errors, t.errors)
  const kinds = ['yes-no', 'alternatives', 'names', 'lists'] as const
  const majorities = ['majority', 'majority_statutes', 'majority_dissolution'] as const
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {items.length === 0 ? (
        <EmptyState title={t.noItems} />
      ) : (
        <form method="post" action={l.href(votingPaths.new(year))} class="form">
          <ErrorSummary l={l} errors={errorTexts(errors, t.errors)} />
          <Select
            {...field('arende')}
            label={t.item}
            options={items.map(({ id, ordinal, title }) => ({
              value: String(id),
              label: `${ordinal}. ${title}`,
            }))}
          />
          <Input {...field('fraga')} label={t.question} hint={t.questionHint} />
          <Boxes
            {...field('slag')}
            legend={t.kind}
            kind="radio"
            options={kinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
            chosen={[textIn(typed, 'slag')]}
          />
          <Boxes
            {...field('satt')}
            legend={t.way}
            hint={[t.wayHint, secretElections !== null && t.secretElections(secretElections)]
              .filter(Boolean)
              .join(' ')}
            kind="radio"
            options={[
              { value: 'oppen', label: texts.open },
              { value: 'sluten', label: texts.secret },
            ]}
            chosen={[textIn(typed, 'satt')]}
          />
          <Textarea {...field('val')} label={t.options} hint={t.optionsHint} />
          <Input {...field('platser')} label={t.seats} type="number" />
          <Select
            {...field('majoritet')}
            label={t.majority}
            options={majorities.map((majority) => ({ value: majority, label: texts.majorities[majority] }))}
          />
          <Button>{t.open}</Button>
        </form>
      )}
    </>
  )
}
