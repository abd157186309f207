import type { KeyFigureSet } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { DecisionFields } from './decision-fields.tsx'
import { FigureFields } from './figure-fields.tsx'

export interface NewFigurePageProps {
  l: Locale
  title: string
  /** Where the form goes, without the language. */
  action: string
  /** Id of the figure that it takes the place of; undefined for one without predecessor. */
  replaces: string | undefined
  /** The sets that it can stand in, oldest first. */
  sets: KeyFigureSet[]
  typed: Typed
  errors: Record<string, string>
}

/** A figure that a meeting has decided on: a new version of one there is, or a new one. */
export function NewFigurePage(props: NewFigurePageProps) {
  const { l, title, action, replaces, sets, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.figure
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(cataloguePaths.office), label: texts.office.title },
          ...(replaces ? [{ href: l.href(cataloguePaths.figure(replaces)), label: replaces }] : []),
        ]}
      />
      <PageHeader title={title} lead={replaces ? t.versionLead : t.newLead} />
      {sets.length === 0 ? (
        <EmptyState title={t.noSet}>
          <p>
            <a href={l.href(cataloguePaths.newSet)}>{texts.office.newSet}</a>
          </p>
        </EmptyState>
      ) : (
        <form class="form" method="post" action={l.href(action)} noValidate>
          <Select
            {...field('uppsattning')}
            value={textIn(typed, 'uppsattning')}
            label={t.set}
            options={sets.map((set) => ({ value: set.id, label: inLanguage(set.name, l) }))}
          />
          <DecisionFields l={l} typed={typed} errors={errors} />
          <FigureFields l={l} typed={typed} errors={errors} />
          <Button>{replaces ? texts.preview.look : t.add}</Button>
        </form>
      )}
    </>
  )
}
